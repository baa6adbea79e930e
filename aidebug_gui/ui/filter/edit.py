"""The line in which the filter is typed: marks the wrong characters, and walks through earlier filters with up, down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from aidebug_gui.ui.theme import current_theme

KEPT_FILTERS = 100


class FilterEdit(QLineEdit):
    """A line edit with history and an error mark.

    Signals:
        left(): Escape was pressed.
        completion_key(object): a key that an open completion list wants first; set ``completion_open``.
    """

    left = Signal()
    completion_key = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.completion_open = False
        self._history: list[str] = []
        self._at = 0
        self._draft = ""

    def remember(self, query: str) -> None:
        """Put a filter at the end of the history."""
        if query and (not self._history or self._history[-1] != query):
            if query in self._history:
                self._history.remove(query)
            self._history = [*self._history[-KEPT_FILTERS + 1 :], query]
        self._at = len(self._history)

    def history(self) -> list[str]:
        """Return the earlier filters, oldest first."""
        return list(self._history)

    def set_history(self, history: list[str]) -> None:
        """Take over a history, oldest first."""
        self._history = history[-KEPT_FILTERS:]
        self._at = len(self._history)

    def mark_error(self, position: int, length: int) -> None:
        """Underline characters as wrong."""
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.setUnderlineColor(current_theme().colors["error"])
        mark.setForeground(current_theme().colors["error"])
        start = min(position, max(0, len(self.text()) - 1))
        self._set_format(start, max(1, length), mark)

    def clear_error(self) -> None:
        """Take the mark away."""
        self._send_formats([])

    def _set_format(self, start: int, length: int, mark: QTextCharFormat) -> None:
        attribute = QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat, start - self.cursorPosition(), length, mark
        )
        self._send_formats([attribute])

    def _send_formats(self, attributes: list[QInputMethodEvent.Attribute]) -> None:
        # QLineEdit has no other way to format part of its text.
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def _walk(self, step: int) -> None:
        at = self._at + step
        if not 0 <= at <= len(self._history):
            return
        if self._at == len(self._history):
            self._draft = self.text()
        self._at = at
        self.setText(self._draft if at == len(self._history) else self._history[at])
        self.textEdited.emit(self.text())

    # Qt's own names from here on

    def event(self, event: QEvent) -> bool:
        # Escape belongs to the line while it has the focus, and not to the window's shortcut "one step back".
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        # Tab moves the focus before keyPressEvent sees it.
        if key == Qt.Key.Key_Tab and self.completion_open and event.type() == QEvent.Type.KeyPress:
            self.completion_key.emit(event)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completion_open:
            event.ignore()
            self.completion_key.emit(event)
            if event.isAccepted():
                return
        if event.key() == Qt.Key.Key_Up:
            self._walk(-1)
        elif event.key() == Qt.Key.Key_Down:
            self._walk(1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
