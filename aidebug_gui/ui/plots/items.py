"""What is drawn inside a plot: grid, the points or band of a series, and stacked bars. No mouse, no layout.

All coordinates are view coordinates (x of the shared axis, y as scaled). Sizes in pixels come in as view units a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from aidebug_gui.store.protocol import Picture
from aidebug_gui.ui.plots.colours import PlotColours, line_pen

Floats = NDArray[np.float64]
POINT_PX = 4
MARK_PX = 4.5  # half the width of a mark beyond the threshold
_GAP_COLUMNS = 12  # a longer stretch without points is not bridged by the mean line


class PlotItem(pg.GraphicsObject):
    """An item that covers the visible part of its view and never takes part in auto-ranging."""

    def __init__(self) -> None:
        super().__init__()
        self._covers = QRectF(0, 0, 1, 1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def cover(self, first: float, last: float, low: float, high: float) -> None:
        """Tell the visible range, which is what this item paints into."""
        self.prepareGeometryChange()
        self._covers = QRectF(first, low, last - first, high - low)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._covers


class GridItem(PlotItem):
    """Vertical lines at the ticks of the shared x axis."""

    def __init__(self) -> None:
        super().__init__()
        self._ticks: Sequence[float] = ()
        self._pen = line_pen(QColor("grey"))

    def set_ticks(self, ticks: Sequence[float], colour: QColor) -> None:
        self._ticks = ticks
        self._pen = line_pen(colour)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        low, high = self._covers.top(), self._covers.bottom()
        painter.setPen(self._pen)
        painter.drawLines([QLineF(x, low, x, high) for x in self._ticks])


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How a series is drawn. ``threshold`` is in view units, None where there is none."""

    colours: PlotColours
    line: bool = False
    threshold: float | None = None
    above: bool = True
    pixel: tuple[float, float] = (1.0, 1.0)  # view units a pixel, x and y


class SeriesItem(PlotItem):
    """Points where the picture is exact, else a band from smallest to largest value and the mean.

    What lies beyond the threshold has another colour and another shape (a triangle), for eyes that see no hue.
    """

    def __init__(self) -> None:
        super().__init__()
        self._colours: PlotColours | None = None
        self._points = QPolygonF()
        self._line = QPainterPath()
        self._band = QPainterPath()
        self._beyond_band = QPainterPath()
        self._marks = QPainterPath()
        self.mark_count = 0

    def set_picture(self, picture: Picture, look: SeriesLook) -> None:
        """Prepare what is painted; ``picture`` is in view coordinates."""
        self._colours = look.colours
        self._points = QPolygonF()
        self._line = self._band = self._beyond_band = self._marks = QPainterPath()
        self.mark_count = 0
        if len(picture.x) == 0:
            return
        if picture.exact:
            self._prepare_points(picture, look)
        else:
            self._prepare_band(picture, look)

    def _prepare_points(self, picture: Picture, look: SeriesLook) -> None:
        x, y = picture.x, picture.mean
        beyond = _beyond(y, look)
        if look.line:
            self._line = pg.arrayToQPath(x, y, connect="all", finiteCheck=False)
        if not look.line or len(x) * 2 * POINT_PX < self._covers.width() / look.pixel[0]:
            self._points = pg.functions.arrayToQPolygonF(x[~beyond], y[~beyond])
        self._set_marks(x[beyond], y[beyond], look)

    def _prepare_band(self, picture: Picture, look: SeriesLook) -> None:
        x, low, high = picture.x, picture.low, picture.high
        self._band = _verticals(x, low, high)
        near = np.ones(len(x), dtype=np.int32)
        near[:-1] = np.diff(x) <= _GAP_COLUMNS * look.pixel[0]
        self._line = pg.arrayToQPath(x, picture.mean, connect=near, finiteCheck=False)
        if look.threshold is None:
            return
        outer = high if look.above else low
        beyond = _beyond(outer, look)
        inner = np.maximum(low, look.threshold) if look.above else np.minimum(high, look.threshold)
        self._beyond_band = _verticals(x[beyond], inner[beyond], outer[beyond])
        peaks = beyond & _is_peak(outer if look.above else -outer)
        self._set_marks(x[peaks], outer[peaks], look)

    def _set_marks(self, x: Floats, y: Floats, look: SeriesLook) -> None:
        self.mark_count = len(x)
        half_x, half_y = look.pixel[0] * MARK_PX, look.pixel[1] * MARK_PX
        tip = half_y if look.above else -half_y
        corners_x = np.column_stack((x - half_x, x, x + half_x)).ravel()
        corners_y = np.column_stack((y - tip, y + tip, y - tip)).ravel()
        connect = np.tile(np.array([1, 1, 0], dtype=np.int32), len(x))
        self._marks = pg.arrayToQPath(corners_x, corners_y, connect=connect, finiteCheck=False)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        colours = self._colours
        if colours is None:
            return
        painter.setPen(line_pen(colours.band))
        painter.drawPath(self._band)
        painter.setPen(line_pen(colours.series))
        painter.drawPath(self._line)
        painter.setPen(line_pen(colours.beyond_band))
        painter.drawPath(self._beyond_band)
        painter.setPen(line_pen(colours.series, POINT_PX))
        painter.drawPoints(self._points)
        painter.fillPath(self._marks, colours.beyond)


def _beyond(y: Floats, look: SeriesLook) -> NDArray[np.bool_]:
    if look.threshold is None:
        return np.zeros(len(y), dtype=bool)
    return y > look.threshold if look.above else y < look.threshold


def _verticals(x: Floats, low: Floats, high: Floats) -> QPainterPath:
    ends = np.column_stack((low, high)).ravel()
    return pg.arrayToQPath(np.repeat(x, 2), ends, connect="pairs", finiteCheck=False)


def _is_peak(y: Floats, reach: int = 4) -> NDArray[np.bool_]:
    """Return which values are the largest among their neighbours, so that marks do not cover each other."""
    padded = np.pad(y, reach, constant_values=-np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return y >= around.max(axis=1)


class BarsItem(PlotItem):
    """Filled rectangles, grouped by colour."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[tuple[QColor, list[QRectF]]] = []

    def set_bars(self, groups: list[tuple[QColor, list[QRectF]]]) -> None:
        self._groups = groups
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        for colour, rectangles in self._groups:
            for rectangle in rectangles:
                painter.fillRect(rectangle, colour)


class BrushItem(PlotItem):
    """The stretch of x that is being dragged over."""

    def __init__(self) -> None:
        super().__init__()
        self._range: tuple[float, float] | None = None
        self._colour = QColor("grey")

    def set_range(self, first: float, last: float, colour: QColor) -> None:
        self._range = (first, last)
        self._colour = colour
        self.update()

    def clear(self) -> None:
        self._range = None
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._range is None:
            return
        first, last = self._range
        rectangle = QRectF(first, self._covers.top(), last - first, self._covers.height())
        veil = QColor(self._colour)
        veil.setAlphaF(0.25)
        painter.fillRect(rectangle, veil)
        painter.setPen(line_pen(self._colour))
        painter.drawLine(QLineF(first, rectangle.top(), first, rectangle.bottom()))
        painter.drawLine(QLineF(last, rectangle.top(), last, rectangle.bottom()))
