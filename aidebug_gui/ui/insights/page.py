"""What all pages have: a line of words with buttons at its right, and a sheet below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from aidebug_gui.ui.insights.sheet import Column, Sheet
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import tooltip_text, visible


class Page(QWidget):
    """A page of the panel at the bottom."""

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head.setWordWrap(True)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sheet = Sheet(name, columns, self)
        self.controls = QHBoxLayout()
        self.controls.setContentsMargins(em(0.6), em(0.2), em(0.4), em(0.2))
        self.controls.setSpacing(em(0.4))
        self.controls.addWidget(self.head, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.controls)
        self.column.addWidget(self.sheet, 1)
        self.setAccessibleName(name)

    def add_button(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        """Add a button at the right end of the line."""
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        self.controls.addWidget(button)
        return button

    def show_message(self, words: str) -> None:
        """Say something in the line."""
        self.head.setText(visible(words))
        self.head.setToolTip(tooltip_text(words))
