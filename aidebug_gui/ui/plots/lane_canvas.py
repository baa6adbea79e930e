"""The plot of one numeric field: its points or band, threshold, current record and distribution."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QGraphicsEllipseItem, QWidget

from aidebug_gui.store.filter.formatting import quote_name
from aidebug_gui.store.protocol import CancelToken, Field, Picture, Series
from aidebug_gui.ui.plots import scale, ticks
from aidebug_gui.ui.plots.canvas import Canvas, Gesture
from aidebug_gui.ui.plots.colours import line_pen
from aidebug_gui.ui.plots.events import EventMarks
from aidebug_gui.ui.plots.expected import ExpectedBand
from aidebug_gui.ui.plots.items import BarsItem, Rectangles, SeriesItem, SeriesLook, beyond_threshold
from aidebug_gui.ui.plots.not_finite import NotFiniteItem
from aidebug_gui.ui.plots.threshold import ThresholdTag, rounded, threshold_text
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.fonts import em
from aidebug_gui.ui.values import count_text, visible

Distribution: TypeAlias = tuple[NDArray[np.float64], NDArray[np.int64]]

_GRAB_PX = 5  # how near to a line or a point the mouse must be
_CLICK_PX = 10
_DISTRIBUTION_BAR_PX = 3
_RING_PX = 9
_NO_POINTS = np.empty(0)
_NOTHING = Picture(_NO_POINTS, _NO_POINTS, _NO_POINTS, _NO_POINTS, exact=True)
_GAP = 0.05  # between plot and distribution, of the distribution's width
_FINE_BINS = 20_000  # cut into logarithmic bins here: the engine's bins are linear


class LaneCanvas(Canvas):
    """One lane's picture. It asks its series for exactly the pixels it has.

    Signals:
        scale_changed: linear or logarithmic.
        record_clicked(object): number of the record whose point was clicked, the first of an event or a shaded stretch.
        threshold_changed: the threshold moved, changed its side, or was switched on or off.
    """

    scale_changed = Signal()
    record_clicked = Signal(object)
    threshold_changed = Signal()

    def __init__(self, window: XWindow, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(window, parent=parent)
        self.field = field
        self.series: Series | None = None
        self.line = False
        self.logarithmic = False
        self.above = True
        self._threshold: float | None = None
        self._beyond = 0
        self._cursor_record = -1
        self._distribution: Distribution | None = None
        self._picture_key: object = None
        self._last_picture = _NOTHING
        self._add_items()
        self.tag = ThresholdTag(self.viewport())
        self.tag.hide()
        self.tag.value_entered.connect(self.set_threshold)
        self.tag.side_requested.connect(self.swap_side)
        self.line_dragged.connect(self._on_line_dragged)
        self.line_dropped.connect(self.draw)
        self.clicked.connect(self._on_clicked)
        self.set_side_width(em(5))
        self.setAccessibleName(self.tr("{0} over time").format(visible(field.title)))

    def _add_items(self) -> None:
        self.expected = ExpectedBand(self)
        self.item = SeriesItem()
        self.bars = BarsItem()
        self.events = EventMarks()
        self.not_finite = NotFiniteItem()
        self.add(self.not_finite)
        self.add(self.events)
        self.threshold_line = pg.InfiniteLine(angle=0, movable=False)
        self.ring = QGraphicsEllipseItem(-_RING_PX / 2, -_RING_PX / 2, _RING_PX, _RING_PX)
        self.ring.setFlag(QGraphicsEllipseItem.GraphicsItemFlag.ItemIgnoresTransformations)
        for item in (self.item, self.threshold_line, self.ring):
            self.view.addItem(item, ignoreBounds=True)
        self.side_view.addItem(self.bars, ignoreBounds=True)
        for item in (self.threshold_line, self.ring):
            item.setZValue(20)
            item.hide()
        self._pen_items()

    def _pen_items(self) -> None:
        self.threshold_line.setPen(line_pen(self.colours.beyond, 1, Qt.PenStyle.DashLine))
        self.ring.setPen(line_pen(self.colours.cursor, 2))

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "tag"):
            self._pen_items()

    # What is shown

    def set_series(self, series: Series | None) -> None:
        """Show another series (None: nothing yet) of the same field."""
        self.series = series
        self._count_beyond()

    @property
    def threshold(self) -> float | None:
        return self._threshold

    def set_threshold(self, value: float | None) -> None:
        """Move the threshold, None switches it off."""
        self._threshold = value
        self._count_beyond()
        self.draw()
        self.show_distribution(self._distribution)
        self.threshold_changed.emit()

    def proposed_threshold(self) -> float:
        """Return a value to start from: three quarters up the visible range."""
        low, high = self.y_range
        value = scale.from_view(low + 0.75 * (high - low), self.logarithmic)
        return rounded(value, value / 10 if self.logarithmic else (high - low) / 20)

    def swap_side(self) -> None:
        """Mark what lies on the other side of the threshold."""
        self.above = not self.above
        self.set_threshold(self._threshold)

    def set_logarithmic(self, on: bool) -> None:
        """Use a logarithmic value axis; values that are not positive are left out."""
        self.logarithmic = self.axis.logarithmic = on
        self.axis.picture = None
        self.show_distribution(None)
        self.draw()
        self.scale_changed.emit()

    def set_line(self, on: bool) -> None:
        """Connect the points."""
        self.line = on
        self.draw()

    def filter_term(self) -> str:
        """Return the filter that shows what lies beyond the threshold, empty without one."""
        if self._threshold is None:
            return ""
        return f"{quote_name(self.field.name)}{'>' if self.above else '<'}{threshold_text(self._threshold)}"

    def set_cursor(self, record: int, x: float | None) -> None:
        """Mark the current record: a line at ``x`` (None: nowhere) and a ring around its point."""
        self._cursor_record = record
        self.set_cursor_x(x)
        self._place_ring()

    def _place_ring(self) -> None:
        place = self.place_of(self._cursor_record)
        self.ring.setVisible(place is not None)
        if place is not None:
            self.ring.setPos(place)

    def place_of(self, record: int) -> QPointF | None:
        """Return where a record's point is (view coordinates), None where it has none."""
        point = self.series.point(record) if self.series is not None and record >= 0 else None
        if point is None or (self.logarithmic and point[1] <= 0):
            return None
        return QPointF(self.from_series(point[0]), scale.to_view(point[1], self.logarithmic))

    def _count_beyond(self) -> None:
        if self.series is None or self._threshold is None:
            self._beyond = 0
        else:
            self._beyond = self.series.beyond(self._threshold, above=self.above)

    # Coordinates of the series: ns or record numbers

    def to_series(self, x: float) -> float:
        """Return the series' x (ns, or the record number) of a view x."""
        return float(self.window_x.to_ns(x)) if self.window_x.axis == "time" else x

    def from_series(self, x: float) -> float:
        """Return the view x of a series' x."""
        return self.window_x.from_ns(x) if self.window_x.axis == "time" else x

    @property
    def series_pixel(self) -> float:
        """Units of the series a pixel."""
        return self.pixel_size[0] * (ticks.SECOND if self.window_x.axis == "time" else 1.0)

    # Drawing

    def draw(self) -> None:
        """Draw one frame: the visible part of the series, reduced to the pixels there are."""
        picture = self._picture()
        low, high = self.y_range
        if not self.moves_line:  # else the range would run away from the mouse at the edges
            low, high = scale.y_range(
                picture,
                self.window_x.visible,
                self._view_threshold,
                logarithmic=self.logarithmic,
                margin=0.55 * self.fontMetrics().height() / max(self.plot_rect.height(), 1.0),
            )
        self.show_ranges(low, high)
        look = SeriesLook(self.colours, self.line, self._view_threshold, self.above, self.pixel_size)
        self.expected.place()
        self.item.cover(*self.window_x.visible, low, high)
        self.item.set_picture(picture, look)
        self.side_view.setYRange(low, high, padding=0)
        self.not_finite.place(self, self.series.not_finite if self.series is not None else None)
        self.events.place(self)
        self._place_ring()
        self._show_threshold()

    def _picture(self) -> Picture:
        """Return what is visible, in view coordinates; the last answer again while only the threshold moves."""
        if self.series is None:
            return _NOTHING
        first, last = self.window_x.visible
        key = (self.series, first, last, self.pixels, self.logarithmic, self.window_x.axis)
        if key != self._picture_key:
            found = self.series.picture(self.to_series(first), self.to_series(last), self.pixels)
            if self.window_x.axis == "time":
                found = replace(found, x=(found.x - self.window_x.origin_ns) / ticks.SECOND)
            self._last_picture = scale.logarithmic(found) if self.logarithmic else found
            self._picture_key = key
        return self._last_picture

    @property
    def _view_threshold(self) -> float | None:
        if self._threshold is None or (self.logarithmic and self._threshold <= 0):
            return None
        return scale.to_view(self._threshold, self.logarithmic)

    def _show_threshold(self) -> None:
        y = self._view_threshold
        shown = y is not None and self.series is not None
        self.threshold_line.setVisible(shown)
        self.tag.setVisible(shown)
        if y is None or self.series is None or self._threshold is None:
            return
        self.threshold_line.setValue(y)
        self.tag.show_value(self._threshold, self._beyond, self.series.size, above=self.above)
        rect = self.plot_rect
        line_y = int(self.to_pixels(0.0, y).y())
        self.tag.place(int(rect.right()), line_y, int(rect.top()) + 1, int(rect.bottom()))

    def distribution_question(self) -> Callable[[CancelToken], Distribution] | None:
        """Return what counts the visible values (for a job: many points take a while), None without a series."""
        series = self.series
        if series is None:
            return None
        first, last = (self.to_series(x) for x in self.window_x.visible)
        bins = max(8, int(self.plot_rect.height()) // _DISTRIBUTION_BAR_PX)
        logarithmic = self.logarithmic

        def question(cancel: CancelToken) -> Distribution:
            cancel.check()
            if logarithmic:
                return scale.logarithmic_bins(*series.distribution(first, last, _FINE_BINS), bins)
            return series.distribution(first, last, bins)

        return question

    def show_distribution(self, distribution: Distribution | None) -> None:
        """Draw how the visible values are distributed, beside the plot on the same value axis."""
        self._distribution = distribution
        if distribution is None:
            self.bars.set_bars([])
            return
        edges, counts = distribution
        most = max(int(counts.max(initial=0)), 1) * 1.08
        self.side_view.setRange(xRange=(-_GAP * most, most), yRange=self.y_range, padding=0)
        self.bars.cover(-_GAP * most, most, *self.y_range)
        widths = counts.astype(np.float64)
        columns = np.column_stack((np.zeros(len(counts)), edges[:-1], widths, np.diff(edges) * 0.9))
        middle = (edges[:-1] + edges[1:]) / 2
        beyond = beyond_threshold(middle, self._view_threshold, above=self.above)
        bars = [Rectangles(columns[~beyond], self.colours.band), Rectangles(columns[beyond], self.colours.beyond_band)]
        self.bars.set_bars(bars)

    # Mouse

    def gesture_at(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        gesture = super().gesture_at(position, modifiers)
        threshold = self._view_threshold
        if gesture is Gesture.NONE or threshold is None:
            return gesture
        near = abs(self.to_pixels(0.0, threshold).y() - position.y()) <= _GRAB_PX
        return Gesture.LINE if near else gesture

    def _on_line_dragged(self, y: float) -> None:
        low, high = self.y_range
        value = scale.from_view(min(max(y, low), high), self.logarithmic)
        next_value = scale.from_view(y + self.pixel_size[1], self.logarithmic)
        self.set_threshold(rounded(value, abs(next_value - value)))

    def _on_clicked(self, x: float, y: float) -> None:
        event = self.events.at(QPointF(x, y))
        record = event.first if event is not None else self.record_near(QPointF(x, y))
        record = record if record >= 0 else self.not_finite.record_at(x)
        if record >= 0:
            self.record_clicked.emit(record)

    def record_near(self, point: QPointF) -> int:
        """Return the record whose point is under the mouse (view coordinates), or -1."""
        if self.series is None:
            return -1
        y = scale.from_view(point.y(), self.logarithmic)
        y_pixel = self.pixel_size[1] * (y * math.log(10) if self.logarithmic else 1.0)
        record = self.series.nearest(self.to_series(point.x()), y, self.series_pixel, y_pixel)
        place = self.place_of(record)
        if place is None:
            return -1
        distance = self.to_pixels(place.x(), place.y()) - self.to_pixels(point.x(), point.y())
        return record if distance.manhattanLength() <= _CLICK_PX else -1

    def describe(self, point: QPointF) -> str:
        """Return the event under the mouse, else value, time and record of the point, empty where there is none."""
        event = self.events.at(point)
        if event is not None:
            return event.text
        record = self.record_near(point)
        found = self.series.point(record) if self.series is not None and record >= 0 else None
        if found is None:
            return self.not_finite.describe(point.x())
        lines = [f"{visible(self.field.title)} {ticks.exact_number(found[1])} {self.field.unit}".rstrip()]
        if self.window_x.axis == "time":
            lines.append(ticks.point_time(found[0]))
        lines.append(self.tr("record {0}").format(count_text(record)))
        if (usual := self.expected.at(point.x())) is not None:
            low, high = (ticks.exact_number(float(f"{bound:.4g}")) for bound in usual)
            lines.append(self.tr("usual before: {0} to {1}").format(low, high))
        return "\n".join(lines)
