"""The plot panel: records over time, and lanes of numbers below it, all on one x axis."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field, LogStore, Rows
from aidebug_gui.ui.first_look import measures, other_numbers
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.pace import Pace, extends
from aidebug_gui.ui.plots import export
from aidebug_gui.ui.plots.axes import Ruler
from aidebug_gui.ui.plots.canvas import Canvas
from aidebug_gui.ui.plots.current_record import CurrentRecord
from aidebug_gui.ui.plots.events import LaneEvent
from aidebug_gui.ui.plots.hover import HoverLabel
from aidebug_gui.ui.plots.lane import Lane, Source
from aidebug_gui.ui.plots.menus import AddLaneMenu, PlotMenu, show_menu
from aidebug_gui.ui.plots.strip_row import StripRow
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.fonts import em

_SETTLE_MS = 60  # after the last pan or zoom: distributions and counts follow
MOST_DEFAULT_LANES = 2
STRIP_ALONE = 8  # line heights of the histogram where no number is plotted
UNLIMITED = (1 << 24) - 1  # px: Qt's QWIDGETSIZE_MAX, which PySide does not have
STRIP = ""
"""In place of a field's name: the histogram of the records."""


def default_lanes(fields: list[Field]) -> list[str]:
    """Return the fields that are plotted unasked: what people look at first, where there is none of it other numbers."""
    chosen = measures(fields) or other_numbers(fields)
    return [field.name for field in chosen[:MOST_DEFAULT_LANES]]


class PlotPanel(QWidget):
    """Everything that is drawn over time.

    Signals:
        time_brushed(object, object): first and last time (ns, int) of a stretch that was dragged over.
        time_cleared: the brushed stretch was given up (double click).
        record_clicked(object): number of the record whose point was clicked.
        threshold_filter_requested(str): a filter term such as ``score>0.80``.
        threshold_changed(str): the threshold of a field moved, or its side changed.
        sensitivity_requested(str): change how much of a field is told as an anomaly.
    """

    time_brushed = Signal(object, object)
    time_cleared = Signal()
    record_clicked = Signal(object)
    threshold_filter_requested = Signal(str)
    threshold_changed = Signal(str)
    sensitivity_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self, at_once=1)
        self.window_x = XWindow(self)
        self._source = Source()
        self._lanes: list[Lane] = []
        self._wanted_lanes: list[str] | None = None  # None: the defaults
        self._wants_record_axis = False
        self._events: dict[str, list[LaneEvent]] = {}
        self._brushed = False
        self.current = CurrentRecord(self.window_x, self.jobs)
        self.current.placed.connect(self._on_current_placed)
        self._frame = self._timer(0, self._draw_frame)
        self._settle = self._timer(_SETTLE_MS, self._draw_settled)
        self._growth = Pace(self.jobs, self._on_growth)
        self._was_complete = False
        self._build()
        self.window_x.changed.connect(self._on_window_changed)

    def _timer(self, interval_ms: int, function: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(function)
        return timer

    # Building

    def _build(self) -> None:
        self.strip_row = StripRow(self._source, self.window_x, self.jobs, self)
        self.strip_row.menu_requested.connect(self._on_strip_menu)
        self.strip_row.lanes_requested.connect(self._on_lanes_requested)
        self.strip = self.strip_row.strip
        self.ruler = Ruler(self.window_x, self)
        self.hover = HoverLabel(self)
        self._empty = QLabel(self.tr("This log has no times and no numbers to plot."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        self._height = 0  # before there was little to plot
        self._stack = QWidget(self)
        self._rows = QVBoxLayout(self._stack)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)
        self._rows.addWidget(self.strip_row, 2)
        scroll = QScrollArea(self)
        scroll.setWidget(self._stack)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        for widget in (scroll, self._empty, self.ruler):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Plots"))
        self._wire(self.strip)
        self.strip.record_clicked.connect(self.record_clicked)

    def _wire(self, canvas: Canvas) -> None:
        canvas.brushed.connect(self._on_brushed)
        canvas.reset_requested.connect(self._on_reset)
        canvas.resized.connect(self._on_window_changed)
        canvas.described.connect(self.hover.show_text)

    # What the window calls

    def set_store(self, store: LogStore | None) -> None:
        """Show another log, or none."""
        self._growth.cancel()
        self.strip_row.clear()
        for name in self.lanes():
            self._drop_lane(name)
        self._source.store, self._source.selection = store, None
        self._wanted_lanes, self._brushed = None, False
        self.set_current(-1)
        self.window_x.forget()
        self._was_complete = store is None or store.state().complete
        self._growth.now()

    def set_selection(self, rows: Rows | None) -> None:
        """Show the records of a filter (None: all) before the others."""
        grown = extends(self._source.selection, rows)
        self._source.selection = rows
        if grown:
            self._growth()
            return
        self.strip_row.fetch.instead()
        for lane in self._lanes:
            lane.fetch.instead()

    def refresh(self) -> None:
        """Look again: the log grew. May be called as often as you like."""
        store = self._source.store
        if store is not None and not self._was_complete and store.state().complete:
            self._was_complete = True
            self._growth.now()  # the final picture does not wait
        else:
            self._growth()

    def set_current(self, record: int) -> None:
        """Move the cursor line to a record, -1 for none."""
        self.current.set(record, self._source.store, self._known_x)

    def add_lane(self, field: str) -> None:
        """Plot a field; nothing happens where it is plotted already."""
        if field not in self.lanes():
            self._wanted_lanes = [*self.lanes(), field]
            self._sync_lanes()

    def remove_lane(self, field: str) -> None:
        """Plot a field no more."""
        self._wanted_lanes = [name for name in self.lanes() if name != field]
        self._sync_lanes()

    def show_lanes(self, fields: Sequence[str]) -> None:
        """Plot these fields and no others."""
        self._wanted_lanes = list(dict.fromkeys(fields))
        self._sync_lanes()

    @property
    def lanes_are_chosen(self) -> bool:
        """Whether somebody chose what is plotted."""
        return self._wanted_lanes is not None

    @property
    def wants_record_axis(self) -> bool:
        """Whether somebody chose the record number as x axis."""
        return self._wants_record_axis

    def set_events(self, field: str, events: Sequence[LaneEvent]) -> None:
        """Mark what is odd about a field in its lane, now or when it is plotted; ``STRIP`` means the histogram."""
        self._events[field] = list(events)
        canvases = {STRIP: self.strip, **{lane.field.name: lane.canvas for lane in self._lanes}}
        if field in canvases:
            canvases[field].events.set_events(events)

    def clear_events(self) -> None:
        """Take all marks away."""
        for field in list(self._events):
            self.set_events(field, ())
        self._events.clear()

    def lanes(self) -> list[str]:
        """Return the names of the plotted fields from top to bottom."""
        return [lane.field.name for lane in self._lanes]

    def lane(self, field: str) -> Lane:
        """Return the lane of a field. Raises KeyError."""
        for lane in self._lanes:
            if lane.field.name == field:
                return lane
        raise KeyError(field)

    def is_idle(self) -> bool:
        """Return whether everything asked for is drawn."""
        waiting = self._frame.isActive() or self._settle.isActive() or self._growth.is_pending
        return self.jobs.is_idle() and not waiting

    def use_record_axis(self, on: bool) -> None:
        """Let x be the record number instead of the time."""
        self._wants_record_axis = on
        self._update_axis()

    def export_picture(self, path: Path) -> None:
        """Write what is seen to a PNG or SVG file. Raises OSError."""
        self.hover.hide()
        export.write_picture(self, path)

    # Growth, axis and lanes

    def _on_growth(self) -> None:
        self._update_axis()
        self._sync_lanes()
        self.strip_row.fetch.again()
        for lane in self._lanes:
            lane.fetch.again()
        self._settle.stop()  # each answer asks for what follows the visible range

    def _update_axis(self) -> None:
        store = self._source.store
        span = store.time_range() if store is not None else None
        before = self.window_x.axis
        if span is not None and not self._wants_record_axis:
            self.window_x.set_time_bounds(*span)
        else:
            self.window_x.set_record_bounds(store.state().records if store is not None else 0)
        self.strip_row.show_strip(self.window_x.axis == "time")
        if self.window_x.axis != before:
            for lane in self._lanes:
                lane.canvas.set_series(None)
                lane.fetch.instead()
            self._find_current()
            self._on_window_changed()

    @property
    def has_times(self) -> bool:
        return self._source.store is not None and self._source.store.time_range() is not None

    def number_fields(self) -> list[Field]:
        """Return the fields that can be plotted."""
        fields = self._source.store.fields() if self._source.store is not None else []
        return [field for field in fields if field.kind is Kind.NUMBER]

    def _sync_lanes(self) -> None:
        fields = {field.name: field for field in self.number_fields()}
        wanted = default_lanes(list(fields.values())) if self._wanted_lanes is None else self._wanted_lanes
        for name in self.lanes():
            if name not in wanted:
                self._drop_lane(name)
        for name in wanted:
            if name not in self.lanes():
                self._make_lane(fields.get(name) or Field(name, name, Kind.NUMBER))
        nothing = self._source.store is not None and not self._lanes and self.window_x.axis != "time"
        alone = self._source.store is not None and not self._lanes
        most = 2 * self._empty.sizeHint().height() if nothing else em(STRIP_ALONE) if alone else UNLIMITED
        if most != self.maximumHeight():
            self._take_room(most)
        self._empty.setVisible(nothing)
        self._scroll.setVisible(not nothing)
        self.ruler.setVisible(not nothing)

    def usual_height(self) -> int:
        """Return the height (px), or the one before there was little to plot."""
        return self.height() if self.maximumHeight() == UNLIMITED else self._height

    def _take_room(self, most: int) -> None:
        """Leave the table the room that plots with little to show do not need, and take it back when they have more.

        ``most``: height in px.
        """
        splitter = self.parentWidget()
        self._height = self.usual_height()
        self.setMaximumHeight(most)
        if isinstance(splitter, QSplitter):
            sizes = splitter.sizes()
            mine = splitter.indexOf(self)
            wanted = min(most, self._height)
            sizes[1 - mine] += sizes[mine] - wanted
            sizes[mine] = wanted
            splitter.setSizes(sizes)

    def _make_lane(self, field: Field) -> None:
        lane = Lane(field, self._source, self.window_x, self.jobs, self)
        self._lanes.append(lane)
        lane.canvas.events.set_events(self._events.get(field.name, ()))
        self._rows.addWidget(lane, 3)
        self._wire(lane.canvas)
        lane.canvas.record_clicked.connect(self.record_clicked)
        lane.menu_requested.connect(self._on_lane_menu)
        lane.filter_requested.connect(self.threshold_filter_requested)
        lane.threshold_changed.connect(self.threshold_changed)
        lane.series_changed.connect(self._find_current)
        lane.canvas.scale_changed.connect(self._settle.start)
        lane.fetch.again()
        self._on_window_changed()

    def _drop_lane(self, name: str) -> None:
        lane = self.lane(name)
        self._lanes.remove(lane)
        self._rows.removeWidget(lane)
        lane.close_lane()
        self._on_window_changed()

    # Drawing

    def _on_window_changed(self) -> None:
        if not self._frame.isActive():
            self._frame.start()
        self._settle.start()

    def _draw_frame(self) -> None:
        """Draw everything once, however often the range changed since the last frame."""
        reference = self._lanes[0].canvas if self._lanes and self.window_x.axis != "time" else self.strip
        rect = reference.plot_rect
        left = reference.mapTo(self, QPoint(int(rect.left()), 0)).x()
        self.ruler.set_plot_span(left, left + int(rect.width()))
        ticks = [tick.value for tick in self.ruler.ticks()]
        for canvas in self.canvases():
            canvas.grid.set_ticks(ticks, canvas.colours.grid)
            canvas.draw()
            canvas.scene().prepareForPaint()  # moving the views during the paint event would cost a second one

    def canvases(self) -> list[Any]:
        """Return what is drawn on: the strip where there are times, then the lanes."""
        strip = [self.strip] if self.window_x.axis == "time" else []
        return [*strip, *(lane.canvas for lane in self._lanes)]

    def _draw_settled(self) -> None:
        self.strip_row.fetch.again()
        for lane in self._lanes:
            lane.settle()

    # Current record

    def _find_current(self) -> None:
        self.current.set(self.current.record, self._source.store, self._known_x)

    def _known_x(self, record: int) -> float | None:
        for lane in self._lanes:
            place = lane.canvas.place_of(record)
            if place is not None:
                return place.x()
        return None

    def _on_current_placed(self) -> None:
        self.strip.set_cursor_x(self.current.x)
        for lane in self._lanes:
            lane.canvas.set_cursor(self.current.record, self.current.x)

    # Mouse and menus

    def _on_brushed(self, first: float, last: float) -> None:
        if self.window_x.axis == "time" and last > first:
            self._brushed = True
            self.time_brushed.emit(self.window_x.to_ns(first), self.window_x.to_ns(last))

    def _on_reset(self) -> None:
        self.window_x.reset()
        if self._brushed:
            self._brushed = False
            self.time_cleared.emit()

    def _on_lanes_requested(self, place: QPoint) -> None:
        show_menu(AddLaneMenu(self), place)

    def _on_strip_menu(self, place: QPoint) -> None:
        show_menu(PlotMenu(self), place)

    def _on_lane_menu(self, place: QPoint) -> None:
        lane = self.sender()
        show_menu(PlotMenu(self, lane if isinstance(lane, Lane) else None), place)
