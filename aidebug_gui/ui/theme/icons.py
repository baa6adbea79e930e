"""Icons by what they stand for. QtAwesome is imported when the first icon is asked for."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

_NAMES = {
    "open": "mdi6.folder-open-outline",
    "close": "mdi6.close",
    "filter": "mdi6.filter-variant",
    "exclude": "mdi6.filter-remove-outline",
    "find": "mdi6.magnify",
    "next": "mdi6.chevron-down",
    "previous": "mdi6.chevron-up",
    "copy": "mdi6.content-copy",
    "column": "mdi6.table-column-plus-after",
    "plot": "mdi6.chart-line",
    "context": "mdi6.unfold-more-horizontal",
    "goto": "mdi6.arrow-right-bold-box-outline",
    "example": "mdi6.lightbulb-on-outline",
    "log": "mdi6.file-document-outline",
    "command": "mdi6.console-line",
    "export": "mdi6.export",
    "panel": "mdi6.dock-right",
    "error": "mdi6.alert-circle-outline",
    "help": "mdi6.help-circle-outline",
}
_cache: dict[str, QIcon] = {}


def icon(name: str) -> QIcon:
    """Return the icon called ``name`` in the colour of the palette, an empty one for an empty name."""
    if not name:
        return QIcon()
    if name not in _cache:
        import qtawesome  # noqa: PLC0415 - costs start-up time

        palette = QApplication.palette()
        _cache[name] = qtawesome.icon(
            _NAMES[name],
            color=palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
            color_disabled=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
        )
    return _cache[name]


def forget_icons() -> None:
    """Draw the icons anew: the colours changed."""
    _cache.clear()
