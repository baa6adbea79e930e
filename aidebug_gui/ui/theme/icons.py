"""Icons by what they stand for, drawn with one of QtAwesome's fonts.

QtAwesome costs 0.4 s to import, and 0.2 s to load all its fonts: :func:`import_icons` is called on a pool thread after
the window is shown, and only the one font that is used is loaded.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.process.qt_classes import qt_classes

_NAMES = {
    "open": "folder-open-outline",
    "close": "close",
    "filter": "filter-variant",
    "exclude": "filter-remove-outline",
    "find": "magnify",
    "next": "chevron-down",
    "previous": "chevron-up",
    "copy": "content-copy",
    "column": "table-column-plus-after",
    "plot": "chart-line",
    "context": "unfold-more-horizontal",
    "goto": "arrow-right-bold-box-outline",
    "example": "lightbulb-on-outline",
    "session": "history",
    "log": "file-document-outline",
    "command": "console-line",
    "export": "export",
    "panel": "dock-right",
    "error": "alert-circle-outline",
    "help": "help-circle-outline",
    "settings": "cog-outline",
}
FONT = "mdi6"
_cache: dict[str, QIcon] = {}
_fonts: list[Any] = []


def import_icons(cancel: CancelToken) -> None:
    """Import QtAwesome (any thread). Raises Cancelled."""
    qt_classes.wait(cancel)
    import qtawesome.iconic_font  # noqa: F401


def _font() -> Any:
    if not _fonts:
        import qtawesome
        from qtawesome.iconic_font import IconicFont

        bundled = qtawesome._BUNDLED_FONTS  # noqa: SLF001 - no public way to load one font (QtAwesome 1.4)
        _fonts.append(IconicFont(*(font for font in bundled if font[0] == FONT)))
    return _fonts[0]


def icon(name: str) -> QIcon:
    """Return the icon called ``name`` in the colour of the palette, an empty one for an empty name."""
    if not name:
        return QIcon()
    if name not in _cache:
        palette = QApplication.palette()
        _cache[name] = _font().icon(
            f"{FONT}.{_NAMES[name]}",
            color=palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
            color_disabled=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
        )
    return _cache[name]


def forget_icons() -> None:
    """Draw the icons again: the colours changed."""
    _cache.clear()
