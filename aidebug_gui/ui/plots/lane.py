"""A lane: one numeric field as a row of the plot panel, fetching its own series in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aidebug_gui.store.protocol import CancelToken, Field, LogStore, Rows, Series, XAxis
from aidebug_gui.ui.fetch import Fetch, Question
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.plots.gutter import Gutter
from aidebug_gui.ui.plots.lane_canvas import LaneCanvas
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.table.columns import field_title
from aidebug_gui.ui.theme.fonts import em
from aidebug_gui.ui.values import visible

DEFAULT_THRESHOLDS = {"score": 0.8}


@dataclass(slots=True)
class Source:
    """Where the panel's lanes take their series from; shared by all of them."""

    store: LogStore | None = None
    selection: Rows | None = None


class Lane(QWidget):
    """One row of the panel.

    Signals:
        series_changed: another series is shown.
        menu_requested(QPoint): global position for the context menu.
        filter_requested(str): a filter term for what lies beyond the threshold.
        threshold_changed(str): the threshold of this field moved.
    """

    series_changed = Signal()
    menu_requested = Signal(QPoint)
    filter_requested = Signal(str)
    threshold_changed = Signal(str)

    def __init__(self, field: Field, source: Source, window: XWindow, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._source = source
        self._window = window
        title = visible(field_title(field))
        self.gutter = Gutter(f"{title}, {field.unit}" if field.unit else title, self)
        self.canvas = LaneCanvas(window, field, self)
        self.fetch = Fetch(jobs, f"series:{field.name}", self._ask, self._on_series, self._on_error)
        self.distribution = Fetch(
            jobs,
            f"distribution:{field.name}",
            self.canvas.distribution_question,
            self.canvas.show_distribution,
            self._on_error,
        )
        expected = self.canvas.expected
        self.expected = Fetch(jobs, f"expected:{field.name}", expected.question, expected.show_band, self._on_error)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.gutter)
        layout.addWidget(self.canvas, 1)
        self.setMinimumHeight(em(4))
        self.gutter.menu_requested.connect(self.menu_requested)
        self.canvas.menu_requested.connect(self.menu_requested)
        self.canvas.tag.filter_requested.connect(self._on_filter)
        self.canvas.threshold_changed.connect(self._on_threshold)
        self.usual_threshold = DEFAULT_THRESHOLDS.get(field.name)
        """What it has unasked: a threshold that half of the values are beyond tells nothing and is left out."""
        if self.usual_threshold is not None:
            self.canvas.set_threshold(self.usual_threshold)

    def close_lane(self) -> None:
        """Stop what is under way and go."""
        for fetch in (self.fetch, self.distribution, self.expected):
            fetch.stop()
            fetch.deleteLater()
        self.hide()
        self.deleteLater()

    def settle(self) -> None:
        """Ask for what follows the visible range with a delay: the distribution and the expected band."""
        self.distribution.again()
        self.expected.again()

    def toggle_threshold(self, on: bool) -> None:
        """Switch the threshold on, at a place that can be seen, or off."""
        if not on:
            self.canvas.set_threshold(None)
            return
        default = DEFAULT_THRESHOLDS.get(self.field.name)
        self.canvas.set_threshold(default if default is not None else self.canvas.proposed_threshold())

    def _ask(self) -> Question | None:
        store, selection, axis = self._source.store, self._source.selection, self._window.axis
        name = self.field.name
        if store is None:
            return None

        def question(cancel: CancelToken) -> tuple[XAxis, Series, bool]:
            return axis, store.series(name, x_axis=axis, selection=selection, cancel=cancel), selection is None

        return question

    def _on_series(self, answer: Any) -> None:
        axis, series, is_whole = answer
        if axis != self._window.axis:
            self.fetch.instead()
            return
        self.canvas.set_series(series)
        if is_whole:  # a filter for what is beyond must not take the threshold away
            self._use_default(series)
        self.canvas.draw()
        self.settle()
        self.gutter.show_count(self.tr("{0} value") if series.size == 1 else self.tr("{0} values"), series.size)
        self.series_changed.emit()

    def _use_default(self, series: Series) -> None:
        """Have the default threshold only while fewer than half of the values are beyond it, unless the user chose."""
        default, canvas = DEFAULT_THRESHOLDS.get(self.field.name), self.canvas
        if default is None or not series.size or canvas.threshold != self.usual_threshold or not canvas.above:
            return
        self.usual_threshold = default if 2 * series.beyond(default) < series.size else None
        if canvas.threshold != self.usual_threshold:
            canvas.set_threshold(self.usual_threshold)

    def _on_error(self, error: Exception) -> None:
        self.gutter.note.setText(self.tr("cannot be read"))
        self.gutter.note.setAccessibleDescription(localized_error(error))

    def _on_threshold(self) -> None:
        self.threshold_changed.emit(self.field.name)

    def _on_filter(self) -> None:
        term = self.canvas.filter_term()
        if term:
            self.filter_requested.emit(term)
