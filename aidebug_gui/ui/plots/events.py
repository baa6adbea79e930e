"""The events of a lane: a triangle where each begins and a bar as long as it lasts, at the upper edge of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from aidebug_gui.ui.plots.canvas import Canvas
from aidebug_gui.ui.plots.items import PlotItem

_HALF_PX = 5.0  # half the width of a triangle
_HIGH_PX = 8.0
_BAR_PX = 3.0
_REACH_PX = 12.0  # how far below the edge the mouse still means an event
_MOST_PAINTED = 500


@dataclass(frozen=True, slots=True)
class LaneEvent:
    """An episode: its outermost records and times (None where the log has none), how bad it is, and the sentence.

    ``level`` is a number of :class:`~aidebug_gui.formats.levels.Level`, whose colour it gets.
    """

    first: int
    last: int
    first_ns: int | None
    last_ns: int | None
    level: int
    text: str


class EventMarks(PlotItem):
    """Marks on one canvas, which calls :meth:`place` with each frame."""

    def __init__(self) -> None:
        super().__init__()
        self._events: list[LaneEvent] = []
        self._canvas: Canvas | None = None
        self.setZValue(30)

    def set_events(self, events: Sequence[LaneEvent]) -> None:
        """Mark these events, the least severe first, so that the others lie above them."""
        self._events = sorted(events, key=lambda event: event.level)[-_MOST_PAINTED:]
        self.update()

    def events(self) -> list[LaneEvent]:
        """Return what is marked."""
        return self._events

    def place(self, canvas: Canvas) -> None:
        """Follow the visible range of the canvas."""
        self._canvas = canvas
        self.cover(*canvas.window_x.visible, *canvas.y_range)

    def span(self, event: LaneEvent) -> tuple[float, float] | None:
        """Return the first and last x of an event (view coordinates), None where it has no place on the axis."""
        if self._canvas is None:
            return None
        window = self._canvas.window_x
        if window.axis == "record":
            return float(event.first), float(event.last)
        if event.first_ns is None or event.last_ns is None:
            return None
        return window.from_ns(event.first_ns), window.from_ns(event.last_ns)

    def at(self, point: QPointF) -> LaneEvent | None:
        """Return the event whose mark is under the mouse (view coordinates), None where there is none."""
        if self._canvas is None or not self._events:
            return None
        x_pixel, y_pixel = self._canvas.pixel_size
        if self._canvas.y_range[1] - point.y() > _REACH_PX * y_pixel:
            return None
        reach = _HALF_PX * x_pixel
        near = []
        for event in self._events:
            span = self.span(event)
            if span is not None and span[0] - reach <= point.x() <= span[1] + reach:
                near.append((abs(point.x() - span[0]), event))
        return min(near, key=lambda found: found[0])[1] if near else None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        canvas = self._canvas
        if canvas is None or not self._events:
            return
        x_pixel, y_pixel = canvas.pixel_size
        visible_first, visible_last = canvas.window_x.visible
        top = canvas.y_range[1]
        painter.setPen(Qt.PenStyle.NoPen)
        for event in self._events:
            span = self.span(event)
            if span is None or span[1] < visible_first or span[0] > visible_last:
                continue
            painter.setBrush(canvas.colours.level(event.level))
            first, last = max(span[0], visible_first) - self._origin, min(span[1], visible_last) - self._origin
            painter.drawRect(QRectF(first, top - _BAR_PX * y_pixel, max(last - first, x_pixel), _BAR_PX * y_pixel))
            if span[0] >= visible_first:
                half, low = _HALF_PX * x_pixel, top - _HIGH_PX * y_pixel
                painter.drawPolygon(
                    QPolygonF([QPointF(first - half, top), QPointF(first + half, top), QPointF(first, low)])
                )
