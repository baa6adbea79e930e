"""What is drawn inside a plot: grid, the points or band of a series, and stacked bars. No mouse, no layout.

Coordinates are view coordinates (x of the shared axis, y as scaled), kept relative to the item's own origin: far from
zero, an SVG file has not enough digits for them. Sizes in pixels come in as view units a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.Qt import internals
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from aidebug_gui.store.protocol import Picture
from aidebug_gui.ui.plots.colours import PlotColours, line_pen

Floats = NDArray[np.float64]
POINT_PX = 4
MARK_PX = 4.5  # half the width of a mark beyond the threshold
_PEAK_REACH = 4  # values to either side, of which only the largest is marked
_GAP_COLUMNS = 12  # a longer stretch without points is not bridged by the mean line


class Rectangles:
    """Many filled rectangles of one colour, drawn with one call: half the time of as many lines.

    ``columns`` holds left, low, width and height of each, shape (n, 4), in coordinates of the item.
    """

    def __init__(self, columns: Floats, colour: QColor) -> None:
        self.columns = columns
        self._colour = colour
        self._array = internals.PrimitiveArray(QRectF, 4)
        self._array.resize(len(columns))
        self._array.ndarray()[:] = columns

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRects(*self._array.drawargs())


class PlotItem(pg.GraphicsObject):
    """An item that covers the visible part of its view and never takes part in auto-ranging."""

    def __init__(self) -> None:
        super().__init__()
        self._covers = QRectF(0, 0, 1, 1)
        self._origin = 0.0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def cover(self, first: float, last: float, low: float, high: float) -> None:
        """Tell the visible range, which is what this item paints into; it becomes the origin."""
        self._set_geometry(first, first, last, low, high)

    def _set_geometry(self, origin: float, first: float, last: float, low: float, high: float) -> None:
        self.prepareGeometryChange()
        self._origin = origin
        self.setPos(origin, 0.0)
        self._covers = QRectF(first - origin, low, last - first, high - low)
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
        inside = [x - self._origin for x in self._ticks]
        painter.drawLines([QLineF(x, low, x, high) for x in inside])


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
        self._points = QPolygonF()  # in pixels
        self._pixel = (1.0, 1.0)
        self._line = QPainterPath()
        self._band: list[Rectangles] = []
        self._marks = QPainterPath()
        self.mark_count = 0

    def set_picture(self, picture: Picture, look: SeriesLook) -> None:
        """Prepare what is painted. Call it after ``cover``: ``picture`` is in view coordinates."""
        self._colours = look.colours
        self._points = QPolygonF()
        self._band = []
        self._line = self._marks = QPainterPath()
        self.mark_count = 0
        if len(picture.x) == 0:
            return
        picture = replace(picture, x=picture.x - self._origin)
        if picture.exact:
            self._prepare_points(picture, look)
        else:
            self._prepare_band(picture, look)

    def _prepare_points(self, picture: Picture, look: SeriesLook) -> None:
        x, y = picture.x, picture.mean
        beyond = beyond_threshold(y, look.threshold, above=look.above)
        if look.line:
            self._line = pg.arrayToQPath(x, y, connect="all", finiteCheck=False)
        if not look.line or len(x) * 2 * POINT_PX < self._covers.width() / look.pixel[0]:
            self._pixel = look.pixel
            self._points = _polygon(x[~beyond] / look.pixel[0], y[~beyond] / look.pixel[1])
        self._set_marks(x[beyond], y[beyond], look)

    def _prepare_band(self, picture: Picture, look: SeriesLook) -> None:
        x, low, high = picture.x, picture.low, picture.high
        self._band.append(_verticals(x, low, high, look.pixel, look.colours.band))
        near = np.ones(len(x), dtype=np.int32)
        near[:-1] = np.diff(x) <= _GAP_COLUMNS * look.pixel[0]
        self._line = pg.arrayToQPath(x, picture.mean, connect=near, finiteCheck=False)
        if look.threshold is None:
            return
        outer = high if look.above else low
        beyond = beyond_threshold(outer, look.threshold, above=look.above)
        inner = np.maximum(low, look.threshold) if look.above else np.minimum(high, look.threshold)
        ends = np.sort(np.column_stack((inner[beyond], outer[beyond])), axis=1)
        self._band.append(_verticals(x[beyond], ends[:, 0], ends[:, 1], look.pixel, look.colours.beyond_band))
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
        self._marks.setFillRule(Qt.FillRule.WindingFill)  # else two marks that overlap punch a hole into each other

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        colours = self._colours
        if colours is None:
            return
        for rectangles in self._band:
            rectangles.draw(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._line.isEmpty():  # an empty path makes an SVG file that some readers reject
            painter.setPen(line_pen(colours.series))
            painter.drawPath(self._line)
        self._draw_points(painter, colours)
        if not self._marks.isEmpty():
            painter.fillPath(self._marks, colours.beyond)

    def _draw_points(self, painter: QPainter, colours: PlotColours) -> None:
        """Draw them in units of a pixel: Qt draws a point as a line of 1/63 unit, 16 ms, which fills a lane of 20 ms."""
        painter.save()
        painter.scale(*self._pixel)
        painter.setPen(line_pen(colours.series, POINT_PX * painter.device().devicePixelRatio()))
        painter.drawPoints(self._points)
        painter.restore()


def beyond_threshold(y: Floats, threshold: float | None, *, above: bool) -> NDArray[np.bool_]:
    """Return which values lie beyond a threshold; none do where there is no threshold."""
    if threshold is None:
        return np.zeros(len(y), dtype=bool)
    return y > threshold if above else y < threshold


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    return pg.functions.arrayToQPolygonF(x, y) if len(x) else QPolygonF()  # pyqtgraph fails on empty arrays


def _verticals(x: Floats, low: Floats, high: Floats, pixel: tuple[float, float], colour: QColor) -> Rectangles:
    """Return columns one pixel wide, and at least one high, so that a single point is seen."""
    width, least = pixel
    columns = (x - width / 2, low, np.full(len(x), width), np.maximum(high - low, least))
    return Rectangles(np.column_stack(columns), colour)


def _is_peak(y: Floats) -> NDArray[np.bool_]:
    """Return which values are the largest among their neighbours, so that marks do not cover each other."""
    padded = np.pad(y, _PEAK_REACH, constant_values=-np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _PEAK_REACH + 1)
    return y >= around.max(axis=1)


class BarsItem(PlotItem):
    """Filled rectangles at an origin that stays while the view moves."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Rectangles] = ()
        self._start = 0.0

    def set_bars(self, groups: Sequence[Rectangles], start: float = 0.0) -> None:
        """Show rectangles whose x counts from ``start``; later ones cover earlier ones."""
        self._groups = groups
        self._start = start
        self.update()

    def cover(self, first: float, last: float, low: float, high: float) -> None:
        self._set_geometry(self._start, first, last, low, high)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        for rectangles in self._groups:
            rectangles.draw(painter)


class AreaItem(PlotItem):
    """An area between two lines, in steps: what was to be expected at each x."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._colour = QColor("grey")
        self._start = 0.0
        self.setZValue(-10)

    def set_area(self, x: Floats, low: Floats, high: Floats, colour: QColor) -> None:
        """Fill from ``low`` to ``high`` between each x and the next one; nothing where there is no x."""
        self._path = QPainterPath()
        self._colour = colour
        if len(x) > 1:
            self._start = float(x[0])
            steps = np.repeat(x - self._start, 2)[1:-1]
            lower, upper = np.repeat(low[:-1], 2), np.repeat(high[:-1], 2)
            outline = (np.concatenate((steps, steps[::-1])), np.concatenate((upper, lower[::-1])))
            self._path = pg.arrayToQPath(*outline, connect="all", finiteCheck=False)
        self.update()

    def cover(self, first: float, last: float, low: float, high: float) -> None:
        self._set_geometry(self._start, first, last, low, high)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if not self._path.isEmpty():
            painter.fillPath(self._path, self._colour)


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
        first, last = (x - self._origin for x in self._range)
        rectangle = QRectF(first, self._covers.top(), last - first, self._covers.height())
        veil = QColor(self._colour)
        veil.setAlphaF(0.25)
        painter.fillRect(rectangle, veil)
        painter.setPen(line_pen(self._colour))
        painter.drawLine(QLineF(first, rectangle.top(), first, rectangle.bottom()))
        painter.drawLine(QLineF(last, rectangle.top(), last, rectangle.bottom()))
