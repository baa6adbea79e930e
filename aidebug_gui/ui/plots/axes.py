"""The value axis at the left of a plot and the ruler with times or record numbers below all plots."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from aidebug_gui.ui.plots import ticks
from aidebug_gui.ui.plots.colours import PlotColours
from aidebug_gui.ui.plots.ticks import Tick
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.manager import current_theme
from aidebug_gui.ui.values import count_text

_TICK_PX = 4
_ROOM, _LEAST_ROOM = 2.2, 1.2  # line heights from label to label: usually, and where a single one would be left


def tabular(font: QFont) -> QFont:
    """Return the font with digits of equal width, so that numbers do not dance while they change."""
    font = QFont(font)
    if hasattr(QFont, "Tag"):
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


class ValueAxis(pg.AxisItem):
    """Ticks at round values, with thousands separators; powers of ten where the scale is logarithmic."""

    def __init__(self, view: Any) -> None:
        super().__init__("left", linkView=view, maxTickLength=-_TICK_PX)
        self.logarithmic = False
        self.counts = False  # whole numbers only
        self.setStyle(autoExpandTextSpace=False, autoReduceTextSpace=False, tickTextOffset=3)
        self.setZValue(1)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Override: return [(spacing, values)]: a finer step where the usual one leaves a single label, which tells nothing."""
        usual = max(2, int(size / (_ROOM * self.line_height)))
        most = max(usual, int(size / (_LEAST_ROOM * self.line_height)))
        found = self._values(minVal, maxVal, size, usual)
        if len(found[1]) < 2:
            finer = (self._values(minVal, maxVal, size, parts) for parts in range(usual, most + 1))
            found = max(finer, key=lambda one: min(len(one[1]), 2))  # the first with two, else the first with one
        return [found]

    def _values(self, first: float, last: float, size: float, most: int) -> tuple[float, list[float]]:
        step = ticks.number_step(last - first, most)
        half_label = (last - first) * 0.4 * self.line_height / max(size, 1.0)
        values = [
            tick.value
            for tick in ticks.number_ticks(first, last, most)
            if first + half_label <= tick.value <= last - half_label  # what would be cut is left out
        ]
        if self.logarithmic or self.counts:
            return max(1.0, step), [value for value in values if value == round(value)]
        return step, values

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Override: return the labels of the values."""
        if self.logarithmic:
            return [ticks.number_label(10.0**value, 10.0**value) for value in values]
        return [ticks.number_label(value, spacing) for value in values]

    def restyle(self, colours: PlotColours, font: QFont, line_height: int) -> None:
        self.line_height = line_height
        self.setPen(colours.frame)
        self.setTextPen(colours.quiet_text)
        self.setTickFont(font)

    line_height = 16


class Ruler(QWidget):
    """The shared x axis: ticks below the last plot, the date (or "record") once, at its left.

    It asks :class:`XWindow` for what is visible; the panel tells it where the plots begin and end.
    """

    def __init__(self, window: XWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._left = 0
        self._right = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Axis of the plots"))

    def set_plot_span(self, left: int, right: int) -> None:
        """Set the pixels between which the plots draw."""
        self._left, self._right = left, right
        self.update()

    def ticks(self) -> list[Tick]:
        """Return the ticks in view coordinates."""
        first, last = self._window.visible
        width = max(self._right - self._left, 1)
        if self._window.axis == "record":
            widest = self.fontMetrics().horizontalAdvance(count_text(int(last))) * 2
            return ticks.record_ticks(first, last, max(1, width // widest))
        widest = int(self.fontMetrics().horizontalAdvance("00:00:00.000") * 1.6)
        first_ns, last_ns = self._window.to_ns(first), self._window.to_ns(last)
        found = ticks.time_ticks(first_ns, last_ns, max(1, width // widest))
        return [Tick(self._window.from_ns(tick.value), tick.label, tick.strong) for tick in found]

    def context(self) -> str:
        """Return what all ticks have in common: the date of the left end, or what is counted."""
        if self._window.axis == "record":
            return self.tr("record")
        return ticks.date_label(self._window.to_ns(max(self._window.visible[0], 0.0)))  # x 0 is the first time

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + _TICK_PX + 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = PlotColours.of(current_theme())
        painter.setPen(colours.frame)
        painter.drawLine(self._left, 0, self._right, 0)
        font = tabular(self.font())
        painter.setFont(font)
        painter.setPen(colours.text)
        height = self.height() - _TICK_PX
        date = QRect(0, _TICK_PX, self._left - self.fontMetrics().averageCharWidth(), height)
        painter.drawText(date, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.context())
        self._paint_ticks(painter, colours, height)

    def _paint_ticks(self, painter: QPainter, colours: PlotColours, height: int) -> None:
        first, last = self._window.visible
        scale = (self._right - self._left) / (last - first)
        free_from = self._left - self.fontMetrics().averageCharWidth() // 2
        for tick in self.ticks():
            x = self._left + round((tick.value - first) * scale)
            width = self.fontMetrics().horizontalAdvance(tick.label) + 2
            painter.setPen(colours.frame)
            painter.drawLine(x, 0, x, _TICK_PX)
            start = x - width // 2
            if start < free_from or start + width > self.width():
                continue  # a label that would be cut or cover its neighbour says less than none
            painter.setPen(colours.text if tick.strong else colours.quiet_text)
            painter.drawText(QRect(start, _TICK_PX, width, height), Qt.AlignmentFlag.AlignCenter, tick.label)
            free_from = start + width
