"""The colours of highlights as small pictures with a name, for lists, buttons and menus."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from aidebug_gui.ui.theme import current_theme, em

_NAMES = {
    "yellow": QT_TRANSLATE_NOOP("HighlightColours", "Yellow"),
    "teal": QT_TRANSLATE_NOOP("HighlightColours", "Teal"),
    "violet": QT_TRANSLATE_NOOP("HighlightColours", "Violet"),
    "green": QT_TRANSLATE_NOOP("HighlightColours", "Green"),
    "pink": QT_TRANSLATE_NOOP("HighlightColours", "Pink"),
    "orange": QT_TRANSLATE_NOOP("HighlightColours", "Orange"),
    "lime": QT_TRANSLATE_NOOP("HighlightColours", "Lime"),
    "red": QT_TRANSLATE_NOOP("HighlightColours", "Red"),
}
_SIDE = 1.0  # line heights
_SCALE = 2  # sharp on dense screens, too


def colour_name(colour: str) -> str:
    """Return what a colour is called in the language of the window."""
    return QCoreApplication.translate("HighlightColours", str(_NAMES[colour]))


def swatch(colour: str) -> QIcon:
    """Return a square of a highlight: its tint, with its mark around it. It looks the same in a selected row."""
    side = em(_SIDE)
    pixmap = QPixmap(side * _SCALE, side * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    style = current_theme().highlights[colour]
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, margin = max(1.5, side / 8), side / 6
    painter.setPen(QPen(style.mark, width))
    painter.setBrush(style.tint)
    painter.drawRoundedRect(QRectF(margin, margin, side - 2 * margin, side - 2 * margin), 2, 2)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        icon.addPixmap(pixmap, mode)
    return icon
