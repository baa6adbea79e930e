"""What an empty window shows: how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from aidebug_gui.sources.addresses import Merged, read_address
from aidebug_gui.ui.opening import address_text
from aidebug_gui.ui.theme import em, icon
from aidebug_gui.ui.values import tooltip_text

MOST_RECENT = 6


class EmptyState(QWidget):
    """Invites: drop a file, open, try the example, open what was open the last time, or a recent file.

    Signals:
        open_requested(), example_requested(), session_requested(): the buttons.
        recent_requested(str): a path of the recent files.
    """

    open_requested = Signal()
    example_requested = Signal()
    session_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent_area = QVBoxLayout()
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(2)
        self.heading = self._heading()
        column.addWidget(self.heading)
        column.addWidget(self._hint())
        column.addSpacing(em(1))
        column.addLayout(self._buttons())
        column.addSpacing(em(1.5))
        column.addLayout(self._recent_area)
        column.addStretch(3)
        outer.addLayout(column)
        outer.addStretch(1)

    def _heading(self) -> QLabel:
        label = QLabel(self.tr("Drop a log here"), self)
        font = QFont(label.font())
        font.setPointSizeF(font.pointSizeF() * 1.8)
        label.setFont(font)
        return label

    def _hint(self) -> QLabel:
        label = QLabel(
            self.tr(
                "JSON, Python logging, uvicorn, CSV, packed files, whole folders. The file is only read, nothing leaves this "
                "machine."
            ),
            self,
        )
        label.setWordWrap(True)
        label.setMinimumWidth(em(28))
        return label

    def _buttons(self) -> QHBoxLayout:
        self.open_button = QPushButton(self.tr("Open a log…"), self)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.open_requested)
        self.example_button = QPushButton(self.tr("Try an example"), self)
        self.example_button.setToolTip(self.tr("A log of a prediction service with an incident in it"))
        self.example_button.clicked.connect(self.example_requested)
        self.session_button = QPushButton(self)
        self.session_button.clicked.connect(self.session_requested)
        self.session_button.hide()
        row = QHBoxLayout()
        for button in (self.open_button, self.example_button, self.session_button):
            button.setMinimumHeight(em(2))
            button.setMinimumWidth(em(10))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def load_icons(self) -> None:
        """Give the buttons their icons."""
        self.open_button.setIcon(icon("open"))
        self.example_button.setIcon(icon("example"))
        self.session_button.setIcon(icon("session"))

    def offer_session(self, logs: int) -> None:
        """Offer to open so many logs of the last session again; 0: there was none."""
        self.session_button.setText(self.tr("Last session ({0})").format(logs))
        self.session_button.setToolTip(self.tr("Open the logs of the last session as they were"))
        self.session_button.setVisible(logs > 0)

    def show_opening(self, is_opening: bool) -> None:
        """Say that a log is on its way: who gave one is not asked to drop one."""
        self.heading.setText(self.tr("Opening …") if is_opening else self.tr("Drop a log here"))

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List the files opened last, and invite to open one."""
        self.show_opening(False)
        while (item := self._recent_area.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if not paths:
            return
        self._recent_area.addWidget(QLabel(self.tr("Recent logs"), self))
        for path in paths[:MOST_RECENT]:
            self._recent_area.addWidget(self._recent_link(path))

    def _recent_link(self, path: Path) -> QWidget:
        address = read_address(path)
        files = address.paths if isinstance(address, Merged) else (path,)
        button = QPushButton(" + ".join(file.name for file in files).replace("&", "&&"), self)
        button.setFlat(True)
        button.setStyleSheet("QPushButton { text-align: left; padding: 0.2em 0 }")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(tooltip_text(address_text(path)))
        button.setProperty("path", str(path))
        button.clicked.connect(self._on_recent)
        frame = QFrame(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        folder = QLabel(str(files[0].parent), frame)
        folder.setTextFormat(Qt.TextFormat.PlainText)
        folder.setEnabled(False)
        row.addWidget(button)
        row.addWidget(folder, 1)
        return frame

    def _on_recent(self) -> None:
        self.recent_requested.emit(str(self.sender().property("path")))
