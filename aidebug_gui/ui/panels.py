"""The plots above the table and the fields left of it. They come after the first rows: pyqtgraph costs 0.85 s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.literals import Moments
from aidebug_gui.store.filter.period import Period, period_of
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.ui.insights.commands import InsightCommands
from aidebug_gui.ui.process.qt_classes import qt_classes
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.throttle import Throttle

if TYPE_CHECKING:
    from aidebug_gui.ui.facets.panel import FacetPanel
    from aidebug_gui.ui.findings.controller import Findings
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.plots.panel import PlotPanel

GROWTH_MS = 1500
FIELDS_WIDTH = 16  # line heights
PLOTS_SHARE = 0.4  # of the height
MOST_PLOTS = 0.8


class SidePanels(QObject):
    """Makes the two panels when the first rows are on screen, and wires them to the tab.

    Signals:
        loaded(): the plotting library is imported, or cannot be.
        made(): the panels are there.
    """

    loaded = Signal()
    made = Signal()

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self.plots: PlotPanel | None = None
        self.fields: FacetPanel | None = None
        self.findings: Findings | None = None
        self._is_loading = False
        self._is_missing = False
        self._grow = Throttle(self._update_growth, GROWTH_MS, self)
        self._selection_is_current = True
        self._selection: Rows | None = None
        self._period: Period | None = None
        self._current = -1
        self._wanted_plots: list[str] = []
        self.insights = InsightCommands(self)

    def load(self) -> None:
        """Import the plotting library in the background, then make the panels."""
        if not self._is_loading:
            self._is_loading = True
            self._view.jobs.run("load plots", _import_plotting, self._make, self._on_not_loaded)

    def _on_not_loaded(self, error: Exception) -> None:
        """Go on without the panels: the table works without them."""
        self._is_missing = True
        self._view.session.failed.emit(error)
        self.loaded.emit()

    def _make(self, _: None) -> None:
        self.loaded.emit()
        self._make_fields()
        QTimer.singleShot(0, self, self._make_plots)  # a frame in between: the window stays alive

    def _make_fields(self) -> None:
        from aidebug_gui.ui.facets.panel import FacetPanel

        view = self._view
        panel = self.fields = FacetPanel(view)
        panel.include_requested.connect(self._on_include)
        panel.exclude_requested.connect(self._on_exclude)
        panel.highlight_requested.connect(view.highlights.add_value)
        panel.column_requested.connect(view.add_column)
        panel.plot_requested.connect(self.plot)
        panel.shown_columns = view.table.header.column_names
        view.splitter.insertWidget(0, panel)
        view.splitter.setStretchFactor(0, 0)
        view.splitter.setStretchFactor(1, 1)
        sizes = view.splitter.sizes()
        width = min(view.memory.panes.fields_width or em(FIELDS_WIDTH), view.splitter.width() // 3)
        view.splitter.setSizes([width, max(width, sizes[1] - width), *sizes[2:]])
        panel.set_store(view.session.store)
        panel.set_selection(self._selection)

    def _make_plots(self) -> None:
        from aidebug_gui.ui.plots.panel import PlotPanel

        view = self._view
        panel = self.plots = PlotPanel(view)
        panel.time_brushed.connect(view.filter_bar.set_time)
        panel.time_cleared.connect(self._on_time_cleared)
        panel.record_clicked.connect(self._on_record_clicked)
        panel.threshold_filter_requested.connect(view.filter_bar.set_bound)
        view.middle.insertWidget(0, panel)
        view.middle.setStretchFactor(0, 0)
        view.middle.setStretchFactor(1, 1)
        height = view.middle.height()
        wanted = min(view.memory.panes.plots_height or int(height * PLOTS_SHARE), int(height * MOST_PLOTS))
        view.middle.setSizes([wanted, height - wanted])
        panel.set_store(view.session.store)
        panel.window_x.set_period(self._period)
        panel.set_selection(self._selection)
        panel.set_current(self._current)
        for field in self._wanted_plots:
            panel.add_lane(field)
        view.memory.restore_plots()
        QTimer.singleShot(0, self, self._make_findings)

    def _make_findings(self) -> None:
        from aidebug_gui.store.log import FileLog
        from aidebug_gui.ui.findings.controller import Findings

        store = self._view.session.store
        if isinstance(store, FileLog):
            self.findings = Findings(self._view, store)
            self._view.privacy.add_page()
        self.made.emit()

    def next_finding(self) -> None:
        self.step_finding(1)

    def previous_finding(self) -> None:
        self.step_finding(-1)

    def step_finding(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1)."""
        if self.findings is not None:
            self.findings.step(by)

    def only_finding(self) -> None:
        if self.findings is not None:
            self.findings.show_only()

    def copy_finding(self) -> None:
        if self.findings is not None:
            self.findings.copy()

    def mute_finding(self) -> None:
        if self.findings is not None:
            self.findings.mute()

    def toggle_findings(self) -> None:
        """Open or close the list of findings."""
        if self.findings is not None:
            self.findings.toggle()

    def close(self) -> None:
        """Let go of the store."""
        self._grow.cancel()
        if self.findings is not None:
            self.findings.close()
        for panel in (self.plots, self.fields):
            if panel is not None:
                panel.set_store(None)
                panel.jobs.stop()  # without waiting: the session closes the store after the last of them

    def is_idle(self) -> bool:
        """Return whether both panels show what they should."""
        if self._is_missing:
            return True
        if not self._is_loading:  # a tab behind others loads when it is shown
            return self._view.session.state.records == 0 or not self._view.isVisible()
        return not self._grow.is_pending and all(
            panel is not None and panel.is_idle() for panel in (self.plots, self.fields, self.findings)
        )

    def refresh(self) -> None:
        """The log grew."""
        self._grow()

    def _update_growth(self) -> None:
        if not self._selection_is_current:
            self._update_selection()
        for panel in (self.plots, self.fields):
            if panel is not None:
                panel.refresh()

    def set_selection(self, rows: Rows | None, *, grown: bool = False) -> None:
        """Other records are filtered; ``grown``: the same and more, which can wait a little."""
        if rows is self._selection:
            return
        self._selection = rows
        self._selection_is_current = False
        if grown:
            self._grow()
        else:
            self._update_selection()

    def _update_selection(self) -> None:
        self._selection_is_current = True
        rows = self._selection
        for panel in (self.plots, self.fields):
            if panel is not None:
                panel.set_selection(rows)

    def set_filter(self, query: str) -> None:
        """Another filter is in force: the plots show the stretch of time that it leaves."""
        store = self._view.session.store
        expression, span = parse(query), store.time_range()
        period = None if expression is None or span is None else period_of(expression, Moments(*span, store.zone))
        if period == self._period:  # or what was zoomed to since would be lost
            return
        self._period = period
        if self.plots is not None:
            self.plots.window_x.set_period(period)

    def set_current(self, record: int) -> None:
        """Another record is the current one."""
        self._current = record
        if self.plots is not None:
            self.plots.set_current(record)

    def plot(self, field: str) -> None:
        """Plot a field as a further lane."""
        if self.plots is None:
            self._wanted_plots.append(field)
            return
        self.plots.show()
        self.plots.add_lane(field)

    def toggle_plots(self) -> None:
        """Show or hide the plots."""
        if self.plots is not None:
            self.plots.setVisible(self.plots.isHidden())

    def toggle_fields(self) -> None:
        """Show or hide the fields."""
        if self.fields is not None:
            self.fields.setVisible(self.fields.isHidden())

    def _on_include(self, field: str, value: str) -> None:
        self._view.filter_bar.add_term(field, ":", value)

    def _on_exclude(self, field: str, value: str) -> None:
        self._view.filter_bar.add_term(field, ":", value, exclude=True)

    def _on_time_cleared(self) -> None:
        self._view.filter_bar.set_time(None, None)

    def _on_record_clicked(self, record: int) -> None:
        self._view.table.show_record(record, nearest=True)
        self._view.focus_table()


def _import_plotting(cancel: CancelToken) -> None:
    """Import what the panels need while the window goes on (pool thread)."""
    qt_classes.wait(cancel)
    import aidebug_gui.ui.plots.panel  # noqa: F401
