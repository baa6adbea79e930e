"""Colours, level styles, fonts and icons of the window."""

from __future__ import annotations

from aidebug_gui.ui.theme.fonts import cell_font, em, row_lines, row_spacing, set_row_lines, set_row_spacing
from aidebug_gui.ui.theme.icons import icon, import_icons
from aidebug_gui.ui.theme.manager import ThemeManager, current_theme
from aidebug_gui.ui.theme.model import HighlightStyle, LevelStyle, Theme, load_theme

__all__ = [
    "HighlightStyle",
    "LevelStyle",
    "Theme",
    "ThemeManager",
    "cell_font",
    "current_theme",
    "em",
    "icon",
    "import_icons",
    "load_theme",
    "row_lines",
    "row_spacing",
    "set_row_lines",
    "set_row_spacing",
]
