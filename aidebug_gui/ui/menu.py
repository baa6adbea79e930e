"""The menu that every part of the window uses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

_OF_LETTERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class Menu(QMenu):
    """A menu whose letters are its own: Qt gives them to the single-letter shortcuts of the window behind it.

    Such a shortcut counts as reachable since its action stands in a menu of the menu bar, too.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)


def _is_letter(event: QKeyEvent) -> bool:
    return event.modifiers() in _OF_LETTERS and bool(event.text()) and event.text().isprintable()
