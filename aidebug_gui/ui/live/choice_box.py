"""A question with named answers that does not block the window: each answer is a function to call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class ChoiceBox(QMessageBox):
    """Open it with ``open()``; Cancel and Esc do nothing."""

    def __init__(self, text: str, detail: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Question, "AiDebug", text, QMessageBox.StandardButton.Cancel, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(detail)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answers: dict[QAbstractButton, Callable[[], None]] = {}
        self.buttonClicked.connect(self._on_clicked)

    def add(self, text: str, role: QMessageBox.ButtonRole, answer: Callable[[], None]) -> None:
        """Add an answer; the first one is what Enter chooses."""
        button = self.addButton(text, role)
        if not self._answers:
            self.setDefaultButton(button)
        self._answers[button] = answer

    def _on_clicked(self, button: QAbstractButton) -> None:
        answer = self._answers.get(button)
        self._answers = {}
        if answer is not None:
            answer()
