"""Which key does what: the usual keys, the user's, and whether two actions want the same one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from aidebug_gui.ui.actions import ACTIONS, ActionSpec

_RESERVED = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
)
"""Keys that move about in every list and text; bound to an action without a modifier they would be lost there."""


def portable(key: QKeySequence | str) -> str:
    """Return a key sequence as text that is the same on every system and in every language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def key_of(spec: ActionSpec, chosen: Mapping[str, str]) -> str:
    """Return the key of an action: the user's, else the usual one; empty for none."""
    return chosen.get(spec.name, portable(spec.shortcut) if spec.shortcut else "")


def conflict(name: str, key: str, chosen: Mapping[str, str]) -> str:
    """Return the name of another action that has this key, empty if there is none.

    The scopes lie within each other (table, tab, window), so that the same key in two of them is always ambiguous.
    """
    wanted = portable(key)
    if not wanted:
        return ""
    return next((spec.name for spec in ACTIONS if spec.name != name and key_of(spec, chosen) == wanted), "")


def is_reserved(key: str) -> bool:
    """Return whether a key is needed for moving about."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return False
    pressed = sequence[0]  # type: ignore[index]  # the stubs forget it
    plain = pressed.keyboardModifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and pressed.key() in _RESERVED
