"""Fonts and sizes. All lengths in the window come from font metrics, so that every scale and font size works."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication


def cell_font() -> QFont:
    """Return the fixed-width font of tables and raw text, as large as the application's font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    size = QApplication.font().pointSizeF()
    if size > 0:
        font.setPointSizeF(size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


_spacing = [0.2]


def row_spacing() -> float:
    """Return the room between two rows of the table, as a part of the height of the text."""
    return _spacing[0]


def set_row_spacing(share: float) -> None:
    """Set the room between the rows; tables take it over with their next :meth:`refresh_theme`."""
    _spacing[0] = share


_lines = [1]


def row_lines() -> int:
    """Return how many lines each row of the table has room for."""
    return _lines[0]


def set_row_lines(lines: int) -> None:
    """Set the lines of the rows; tables take it over with their next :meth:`refresh_theme`."""
    _lines[0] = lines


def em(factor: float = 1.0) -> int:
    """Return a length in px: ``factor`` times the line height of the application's font."""
    return max(1, round(QFontMetricsF(QApplication.font()).height() * factor))
