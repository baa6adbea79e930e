"""The bar below the table that searches in what is shown, and the marks of its matches in the cells."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from aidebug_gui.ui.theme import em, icon

Matcher = Callable[[str], list[tuple[int, int]]]
MOST_MATCHES = 50


class FindBar(QWidget):
    """Text to find, as it is or as a regular expression.

    Signals:
        find_requested(bool): search on; True: backwards.
        filter_requested(): show only what matches.
        pattern_changed(): other text or options: :meth:`matcher` marks something else.
        closed().
    """

    find_requested = Signal(bool)
    filter_requested = Signal()
    pattern_changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Find in the records shown"))
        self.edit.setAccessibleName(self.tr("Find"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setMinimumWidth(em(18))
        self.edit.textChanged.connect(self.pattern_changed)
        self.edit.returnPressed.connect(self._on_return)
        self.regex = QCheckBox(self.tr("Regular expression"), self)
        self.match_case = QCheckBox(self.tr("Match case"), self)
        for box in (self.regex, self.match_case):
            box.toggled.connect(self.pattern_changed)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._previous = self._button(self.tr("Previous match (Shift+F3)"), self._on_previous)
        self._next = self._button(self.tr("Next match (F3)"), self._on_next)
        self.filter = QPushButton(self.tr("Filter by it"), self)
        self.filter.setAutoDefault(False)
        self.filter.setToolTip(self.tr("Show only the records that match (Ctrl+Return)"))
        self.filter.clicked.connect(self._on_filter)
        self._close = self._button(self.tr("Close (Esc)"), self.closed.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(0.3), em(0.2), em(0.3), em(0.2))
        for widget in (self.edit, self._previous, self._next, self.regex, self.match_case, self.filter, self.message):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)

    def _button(self, tip: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(slot)
        return button

    def open(self) -> None:
        """Show the bar with the text selected."""
        if self._close.icon().isNull():
            self._previous.setIcon(icon("previous"))
            self._next.setIcon(icon("next"))
            self._close.setIcon(icon("close"))
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def matcher(self) -> Matcher | None:
        """Return a function from a cell's text to the spans that match, None where nothing is to be marked.

        Only literal text is marked: Python's regular expressions can take exponential time, and this runs in each
        frame. What a regular expression finds is selected as a row.
        """
        text = self.edit.text()
        if not text or not self.isVisible() or self.regex.isChecked():
            return None
        pattern = re.compile(re.escape(text), 0 if self.match_case.isChecked() else re.IGNORECASE)

        def spans(cell: str) -> list[tuple[int, int]]:
            found = []
            for match in pattern.finditer(cell):
                found.append(match.span())
                if len(found) >= MOST_MATCHES:
                    break
            return found

        return spans

    def show_message(self, text: str) -> None:
        """Show a message beside the field."""
        self.message.setText(text)

    def _on_return(self) -> None:
        self.find_requested.emit(False)

    def _on_filter(self) -> None:
        self.filter_requested.emit()

    def _on_next(self) -> None:
        self.find_requested.emit(False)

    def _on_previous(self) -> None:
        self.find_requested.emit(True)

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.filter_requested.emit()
                return
            self.find_requested.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
