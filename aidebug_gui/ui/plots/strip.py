"""Records over time, stacked by level: the strip at the top of the plots, where a time range is brushed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, Signal
from PySide6.QtWidgets import QWidget

from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Histogram, LogStore, Rows
from aidebug_gui.ui.plots import ticks
from aidebug_gui.ui.plots.canvas import Canvas
from aidebug_gui.ui.plots.colours import PlotColours
from aidebug_gui.ui.plots.events import EventMarks
from aidebug_gui.ui.plots.items import BarsItem, Rectangles
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.values import count_text, level_name

BAR_PX = 4
_LEAST_PX = 2.0  # height of a stretch with a single error among ten thousand records: small, never invisible
_HEADROOM = 1.06


@dataclass(frozen=True, slots=True)
class Counts:
    """All records over time and, where a filter is set, those of the selection in the same bins."""

    total: Histogram
    selected: Histogram | None


def count_records(store: LogStore, span: tuple[int, int], pixels: int, selection: Rows | None) -> Counts:
    """Count the records of a span (ns) in bins of about ``BAR_PX`` pixels that begin at round times."""
    first, last = span
    step = ticks.time_step(max(last - first, 1), max(1, pixels // BAR_PX))
    start = first // step * step
    bins = max(1, -(-(last - start) // step))
    covered = (start, start + bins * step - 1)  # the last nanosecond belongs to the span
    total = store.histogram(bins, span=covered)
    return Counts(total, None if selection is None else store.histogram(bins, selection=selection, span=covered))


class Strip(Canvas):
    """The histogram.

    Signals, beside those of the canvas:
        record_clicked(object): number of the first record of the event that was clicked.
    """

    record_clicked = Signal(object)

    def __init__(self, window: XWindow, parent: QWidget | None = None) -> None:
        super().__init__(window, brushes=True, parent=parent)
        self.setAccessibleName(self.tr("Records over time, by level"))
        self.axis.counts = True
        self._counts: Counts | None = None
        self.bars = BarsItem()
        self.add(self.bars)
        self.events = EventMarks()
        self.add(self.events)
        self.clicked.connect(self._on_clicked)
        self.resized.connect(self._rebuild)

    def set_counts(self, counts: Counts | None) -> None:
        """Show these counts, None for nothing."""
        self._counts = counts
        self._rebuild()

    def draw(self) -> None:
        """Show the shared x range."""
        self.show_ranges(0.0, self._top())
        self.bars.cover(*self.window_x.visible, *self.y_range)
        self.events.place(self)

    def _top(self) -> float:
        if self._counts is None or not self._counts.total.counts.size:
            return 1.0
        return max(1.0, float(self._counts.total.counts.sum(axis=1).max()) * _HEADROOM)

    def _rebuild(self) -> None:
        if self._counts is None:
            self.bars.set_bars([])
            self.draw()
            return
        self.draw()
        total, selected = self._counts.total, self._counts.selected
        start = int(total.edges[0])
        edges = (total.edges - start) / ticks.SECOND
        sizes = (self.pixel_size[1] * _LEAST_PX, self.pixel_size[0])
        groups = stacked_bars(edges, total, sizes, self.colours, pale=selected is not None)
        if selected is not None:
            groups += stacked_bars(edges, selected, sizes, self.colours, pale=False)
        self.bars.set_bars(groups, self.window_x.from_ns(start))
        self.draw()

    def _on_clicked(self, x: float, y: float) -> None:
        event = self.events.at(QPointF(x, y))
        if event is not None:
            self.record_clicked.emit(event.first)

    def describe(self, point: QPointF) -> str:
        """Return what the event or the bar at a place stands for, empty where there is none."""
        event = self.events.at(point)
        if event is not None:
            return event.text
        if self._counts is None:
            return ""
        total, selected = self._counts.total, self._counts.selected
        bin_index = int(np.searchsorted(total.edges, self.window_x.to_ns(point.x()), side="right")) - 1
        if not 0 <= bin_index < len(total.counts):
            return ""
        span = ticks.span_label(int(total.edges[bin_index]), int(total.edges[bin_index + 1]))
        if selected is None:
            levels = _levels_text(total, bin_index) or self.tr("no records")
            return f"{span}\n{levels}"
        shown = self.tr("shown: {0}").format(_levels_text(selected, bin_index) or "0")
        whole = self.tr("of {0}").format(_levels_text(total, bin_index) or "0")
        return f"{span}\n{shown}\n{whole}"


def _levels_text(histogram: Histogram, bin_index: int) -> str:
    counts = zip(histogram.levels, histogram.counts[bin_index].tolist(), strict=True)
    found = sorted(((level, count) for level, count in counts if count), reverse=True)
    unknown = QCoreApplication.translate("Strip", "without level")
    return ", ".join(f"{count_text(count)} {level_name(level) or unknown}" for level, count in found)


def stacked_bars(
    edges: NDArray[np.float64],
    histogram: Histogram,
    sizes: tuple[float, float],
    colours: PlotColours,
    *,
    pale: bool,
) -> list[Rectangles]:
    """Return one group of rectangles a level, the most severe at the bottom, where heights can be compared.

    ``sizes``: the smallest height of a warning or worse, and the free space between bars; both in view units.
    """
    least, gap = sizes
    order = sorted(range(len(histogram.levels)), key=lambda k: -histogram.levels[k])
    base = np.zeros(len(histogram.counts))
    widths = np.maximum(np.diff(edges) - gap, gap)
    groups = []
    for k in order:
        level = histogram.levels[k]
        heights = histogram.counts[:, k].astype(np.float64)
        if level >= Level.WARNING:
            heights = np.where(heights > 0, np.maximum(heights, least), 0.0)
        columns = np.column_stack((edges[:-1], base, widths, heights))[heights > 0]
        groups.append(Rectangles(columns, colours.level(level, pale=pale)))
        base = base + heights
    return groups
