"""What is said of one finding: the sentence, the likely cause, what helps, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from aidebug_gui.ui.findings.entries import Entry
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import count_text, visible


class FindingDetail(QWidget):
    """Explains the current finding.

    Signals:
        only_requested(bool): show only its records, or all again.
        copy_requested(): copy what is said.
        mute_requested(bool): call it normal; True: all findings like it, in all logs with these fields.
        unmute_requested(): it is odd again.
    """

    only_requested = Signal(bool)
    copy_requested = Signal()
    mute_requested = Signal(bool)
    unmute_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = (0, 0)
        self.title = self._label(bold=True)
        self.sentence = self._label()
        self.measured, self.cause, self.fix = self._label(), self._label(), self._label()
        texts = QWidget(self)
        column = QVBoxLayout(texts)
        column.setContentsMargins(em(0.6), em(0.3), em(0.6), em(0.3))
        column.setSpacing(em(0.25))
        for widget in (self.title, self.sentence, self.measured, self.cause, self.fix):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(texts)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("What was found, and what helps"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.only = QPushButton(self)
        self.only.setCheckable(True)
        self.only.clicked.connect(self.only_requested)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setToolTip(self.tr("Copy the finding as text"))
        self.copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout()
        row.setContentsMargins(em(0.6), 0, em(0.6), em(0.3))
        self.mute = QPushButton(self.tr("Mute"), self)
        self.mute.setToolTip(self.tr("This is normal: leave it out of list, plots and table"))
        menu = Menu(self.mute)
        self._mute_this = menu.addAction(self.tr("Only this one"))
        self._mute_this.triggered.connect(self._on_mute_this)
        self._mute_like = menu.addAction(self.tr("All like it, in all logs with these fields"))
        self._mute_like.triggered.connect(self._on_mute_like)
        self.mute.setMenu(menu)
        self.unmute = QPushButton(self.tr("Unmute"), self)
        self.unmute.clicked.connect(self.unmute_requested)
        for button in (self.only, self.copy, self.mute, self.unmute):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(0.2))
        layout.addWidget(scroll, 1)
        layout.addLayout(row)
        self.show_entry(None)

    def _on_mute_this(self) -> None:
        self.mute_requested.emit(False)

    def _on_mute_like(self) -> None:
        self.mute_requested.emit(True)

    def _label(self, *, bold: bool = False) -> QLabel:
        """Return a label for plain text that wraps and can be selected."""
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if bold:
            font = QFont(label.font())
            font.setBold(True)
            label.setFont(font)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_entry(self, entry: Entry | None) -> None:
        """Explain a finding, None for none."""
        finding = entry.finding if entry is not None else None
        nothing = self.tr("Choose a finding to see its likely cause and what helps.")
        self.title.setText(visible(finding.title) if finding is not None else nothing)
        self.sentence.setText(visible(finding.sentence) if finding is not None else "")
        self.measured.setText(visible(finding.detail) if finding is not None else "")
        self.cause.setText(visible(self.tr("Likely cause: {0}").format(finding.cause)) if finding is not None else "")
        self.fix.setText(visible(self.tr("What helps: {0}").format(finding.fix)) if finding is not None else "")
        self.measured.setVisible(finding is not None and bool(finding.detail))
        self.cause.setVisible(finding is not None and bool(finding.cause))
        self.fix.setVisible(finding is not None and bool(finding.fix))
        self._shown = (len(finding.rows), finding.count) if finding is not None else (0, 0)
        self.only.setEnabled(self._shown[0] > 0)
        self.copy.setEnabled(finding is not None)
        is_muted = entry is not None and entry.muted
        self.mute.setVisible(not is_muted)
        self.mute.setEnabled(finding is not None)
        self.unmute.setVisible(is_muted)
        self._update_only_button()

    def show_only(self, on: bool) -> None:
        """Return whether only its records are shown now."""
        self.only.setChecked(on)
        self._update_only_button()

    def _update_only_button(self) -> None:
        shown, count = self._shown
        if self.only.isChecked():
            text = self.tr("Show all records again")
        elif shown < count:
            text = self.tr("Show only {0} of its {1} records").format(count_text(shown), count_text(count))
        elif shown > 1:
            text = self.tr("Show only its {0} records").format(count_text(shown))
        else:
            text = self.tr("Show only its record")
        self.only.setText(text)
