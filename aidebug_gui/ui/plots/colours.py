"""The colours of the plots: the theme's, and opaque mixtures of them with the background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen

from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.theme.model import Theme


@dataclass(frozen=True, slots=True)
class PlotColours:
    """Opaque colours only: translucent pens cost several times as much to draw."""

    background: QColor
    text: QColor
    quiet_text: QColor
    grid: QColor
    frame: QColor
    series: QColor
    band: QColor
    expected: QColor
    beyond: QColor
    beyond_band: QColor
    cursor: QColor
    brush: QColor
    levels: Mapping[int, QColor]
    pale_levels: Mapping[int, QColor]

    @classmethod
    def of(cls, theme: Theme) -> PlotColours:
        """Take all colours from a theme."""
        background = theme.palette.color(QPalette.ColorRole.Base)
        text = theme.palette.color(QPalette.ColorRole.Text)
        series, beyond = theme.colors["series"], theme.colors["threshold"]
        levels = {number: style.bar for number, style in theme.levels.items()}
        return cls(
            background=background,
            text=text,
            quiet_text=theme.colors["muted"],
            grid=theme.colors["grid"],
            frame=mixed(text, background, 0.75),
            series=series,
            band=mixed(series, background, 0.50),
            expected=mixed(text, background, 0.87),
            beyond=beyond,
            beyond_band=mixed(beyond, background, 0.25),
            cursor=text,
            brush=theme.colors["current"],
            levels=levels,
            pale_levels={number: mixed(colour, background, 0.70) for number, colour in levels.items()},
        )

    def level(self, number: int, *, pale: bool = False) -> QColor:
        """Return the colour of a level; a number between two levels takes the lower one's."""
        known = max((level for level in self.levels if level <= number), default=Level.UNKNOWN)
        return (self.pale_levels if pale else self.levels)[known]


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return ``colour`` with ``share`` (0 to 1) of it replaced by ``other``."""
    keep = 1 - share
    return QColor(
        round(colour.red() * keep + other.red() * share),
        round(colour.green() * keep + other.green() * share),
        round(colour.blue() * keep + other.blue() * share),
    )


def line_pen(colour: QColor, width: float = 1, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen that is as wide as asked in pixels at any zoom."""
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
