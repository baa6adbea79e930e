"""One tab: the filter bar above, fields left, plots and table in the middle, the record right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.protocol import Field, LogStore, all_fields
from aidebug_gui.store.zone import Clock
from aidebug_gui.ui.accounts import empty_text
from aidebug_gui.ui.actions import Actions, Scope
from aidebug_gui.ui.awaited import AwaitedJobs
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.bookmarks.controller import Bookmarks
from aidebug_gui.ui.column_menu import ColumnMenu
from aidebug_gui.ui.files.controller import LogFiles
from aidebug_gui.ui.filter.bar import FilterBar
from aidebug_gui.ui.filter.offer import FilterOffer
from aidebug_gui.ui.filter.saved import SavedFilters
from aidebug_gui.ui.focus_cycle import FocusCycle
from aidebug_gui.ui.format.offer import FormatOffer
from aidebug_gui.ui.highlights.controller import Highlights
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.live.following import Following
from aidebug_gui.ui.live.scroll_anchor import ScrollAnchor
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.minimap.controller import Minimap
from aidebug_gui.ui.minimap.strip import MinimapStrip
from aidebug_gui.ui.narrow import NarrowLayout
from aidebug_gui.ui.navigation.context import Context
from aidebug_gui.ui.navigation.controller import Navigation
from aidebug_gui.ui.navigation.find_bar import FindBar
from aidebug_gui.ui.navigation.go_to import GoToBar
from aidebug_gui.ui.navigation.way_back import WayBack
from aidebug_gui.ui.output import Output
from aidebug_gui.ui.panels import SidePanels
from aidebug_gui.ui.privacy.entry import Privacy
from aidebug_gui.ui.record.pane import RecordPane
from aidebug_gui.ui.record.room import RecordRoom
from aidebug_gui.ui.session import LogSession
from aidebug_gui.ui.state.tab_memory import TabMemory
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import default_columns
from aidebug_gui.ui.value_menu import ValueMenu
from aidebug_gui.ui.value_places import ValuePlaces
from aidebug_gui.ui.values import count_text

MOST_PROBLEMS = 3


class LogView(QWidget):
    """The parts of a tab and the wires between them. What they do is theirs.

    Signals:
        status_changed(): counts, progress or running jobs changed.
        message(str): something to say for a moment.
        open_requested(object): open another log, a Path.
    """

    status_changed = Signal()
    message = Signal(str)
    open_requested = Signal(object)

    def __init__(
        self, store: LogStore, path: Path, actions: Actions, parent: QWidget | None = None, *, remembers: bool = False
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.clock: Clock | None = None  # what the log says of its time zone, once it is known
        self.memory = TabMemory(self, is_on=remembers)
        self.jobs = Jobs(self)
        self.session = LogSession(store, self.jobs, self)
        self._columns_are_final = False
        self._reported_progress = (-1, False)
        self._build(store)
        self._add_features(store)
        self._wire(store)
        actions.add_to(self, Scope.VIEW)
        actions.add_to(self.table, Scope.TABLE)
        self.filter_bar.edit.set_history(self.memory.filters())
        self._on_state_changed()
        self._on_order_changed()
        if store.problems:
            text = self.tr("Some of your own definitions are left out:")
            self.banner.show_message("\n".join((text, *map(localized, store.problems[:MOST_PROBLEMS]))))

    def _build(self, store: LogStore) -> None:
        self.filter_bar = FilterBar(store, self.jobs, self)
        self.banner = Banner(self)
        self.table = LogTable(self.jobs, self)
        self.table.log_model.set_store(store)
        self.record_pane = RecordPane(store, self.jobs, self)
        self.find_bar = FindBar(self)
        self.go_to_bar = GoToBar(self)
        below_plots = QWidget(self)
        column = QVBoxLayout(below_plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = QHBoxLayout()
        rows.setSpacing(0)
        self.map_strip = MinimapStrip(self)
        for widget in (self.table, self.map_strip):
            rows.addWidget(widget)
        column.addLayout(rows)
        for bar in (self.find_bar, self.go_to_bar):
            column.addWidget(bar)
        self.find_bar.hide()
        self.go_to_bar.hide()
        self.middle = QSplitter(Qt.Orientation.Vertical, self)
        self.middle.addWidget(below_plots)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.record_pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.record_pane.hide()
        layout = self._body = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.banner)
        self.outer = QSplitter(Qt.Orientation.Vertical, self)
        self.outer.addWidget(self.splitter)
        self.outer.setChildrenCollapsible(False)
        layout.addWidget(self.outer, 1)

    def _add_features(self, store: LogStore) -> None:
        self.panels = SidePanels(self)
        self.value_menu = ValueMenu(self)
        self.value_places = ValuePlaces(self)
        self.column_menu = ColumnMenu(self.table, store, self)
        self.record_room = RecordRoom(self)
        self.awaited = AwaitedJobs(self)
        self.context = Context(self)
        self.way_back = WayBack(self)
        self.navigation = Navigation(self)
        self.output = Output(self)
        self.minimap = Minimap(self, self.map_strip)
        self.privacy = Privacy(self)
        self.filter_offer = FilterOffer(self, self._body)
        self.bookmarks = Bookmarks(self)
        self.following = Following(self)
        self.scroll_anchor = ScrollAnchor(self)
        self.insert_below_filter(self.following.strip)
        self.narrow = NarrowLayout(self)
        self.focus_cycle = FocusCycle(self)
        self.files = LogFiles(self)
        self.format_offer = FormatOffer(self)
        self.saved_filters = SavedFilters(self)
        self.highlights = Highlights(self)

    def _wire(self, store: LogStore) -> None:
        session, table, bar = self.session, self.table, self.filter_bar
        session.state_changed.connect(self._on_state_changed)
        session.order_changed.connect(self._on_order_changed)
        session.renumbered.connect(table.log_model.forget_rows)
        session.selection_changed.connect(self._on_selection_changed)
        session.levels_counted.connect(bar.show_counts)
        session.filter_failed.connect(bar.show_error)
        session.filter_applied.connect(self._on_filter_applied)
        session.failed.connect(self._on_failed)
        self.jobs.changed.connect(self.status_changed)
        bar.filter_requested.connect(session.apply)
        bar.left.connect(self._on_filter_left)
        bar.entered.connect(self.focus_table)
        bar.unpin_requested.connect(session.unpin)
        session.pin_changed.connect(self._on_pin_changed)
        table.record_changed.connect(self._on_record_changed)
        table.sort_requested.connect(session.sort_by)
        table.first_painted.connect(self.panels.load)
        table.header.menu_requested.connect(self.column_menu.popup)
        table.header.fit_columns()
        self.following.changed.connect(self.status_changed)

    def insert_below_filter(self, widget: QWidget) -> None:
        """Put a line of words between the filter and the table."""
        self._body.insertWidget(self._body.indexOf(self.banner), widget)

    def close_log(self) -> None:
        """Stop all work and close the log; the tab is about to go."""
        self.memory.save()
        self.panels.close()
        self.minimap.close()
        self.highlights.close()
        self.privacy.close()
        self.session.close([jobs for jobs in self.findChildren(Jobs) if jobs is not self.jobs])
        self.table.log_model.set_store(None)

    # state

    def is_idle(self) -> bool:
        """Return whether everything asked for is on screen."""
        return (
            self.session.is_idle()
            and self.filter_bar.is_idle()
            and self.record_pane.is_idle()
            and self.panels.is_idle()
            and self.minimap.is_idle()
            and self.highlights.is_idle()
            and self.privacy.is_idle()
        )

    def _on_filter_left(self) -> None:
        self.awaited.cancel()
        self.focus_table()

    def field(self, name: str) -> Field | None:
        """Return the field of this name, None for one that the log does not name."""
        return next((field for field in all_fields(self.session.store) if field.name == name), None)

    def _on_state_changed(self) -> None:
        self._choose_columns()
        state = self.session.state
        self._update_empty_text()
        progress = (state.records, state.complete)
        if progress != self._reported_progress:
            self._reported_progress = progress
            self.panels.refresh()
            self.record_pane.read_missing()
            self.table.header.fit_line_column()
        if state.error:
            self.banner.tell(self.tr("Reading stopped: %s") % localized(state.error))
        elif state.notice:
            self.banner.tell(localized(state.notice))
        self.status_changed.emit()

    def _update_empty_text(self) -> None:
        session = self.session
        why = [] if session.shown else hints(session.query, all_fields(session.store))
        self.table.show_when_empty("\n".join((empty_text(session.state, session.query), *map(localized, why))))

    def _choose_columns(self) -> None:
        """Choose the columns once the first records tell which fields there are."""
        state = self.session.state
        if self._columns_are_final or not state.records:
            return
        self._columns_are_final = not state.provisional
        usual = default_columns(self.session.store.fields())
        self.following.new_columns.begin(usual)
        chosen = self.memory.columns() or usual
        if chosen == self.table.log_model.columns:
            return
        self.table.log_model.set_columns(chosen)
        self.memory.restore_widths()
        self._on_order_changed()

    def _on_order_changed(self) -> None:
        session, model = self.session, self.table.log_model
        record = self.table.chosen_record()
        resets = model.rowCount()
        self._update_empty_text()
        is_other = model.set_order(session.order, session.state.records, is_ascending=session.is_ascending)
        self.table.header.show_sort(None if session.in_context else session.sort)
        self.context.show_banner()
        if resets and record >= 0 and self.table.current_record() != record:
            self._body.activate()  # the banner takes its room first: the row must not end up below the edge
            self.table.show_record(record, nearest=True)
        if model.total > model.rowCount():
            self.banner.show_message(
                self.tr("The table shows the first %s records. Filter to see the others.")
                % count_text(model.rowCount())
            )
        if is_other:
            self.table.viewport().repaint()  # now: what is counted and plotted of these rows waits behind them

    def _on_selection_changed(self) -> None:
        self.panels.set_selection(self.session.selection, grown=True)
        self.status_changed.emit()

    def _on_filter_applied(self, query: str) -> None:
        self.filter_bar.show_applied(query)
        self.panels.set_filter(query)
        self.panels.set_selection(self.session.selection)

    def _on_pin_changed(self) -> None:
        pin = self.session.pinned
        name = self.privacy.shown(pin.name) if pin else ""
        self.filter_bar.chip.show_pin(name, len(pin.rows) if pin else 0, pin.count if pin else 0)

    def _on_failed(self, error: Exception) -> None:
        self.banner.show_message(localized_error(error))

    def _on_record_changed(self, record: int) -> None:
        self.record_pane.show_record(record)
        self.panels.set_current(record)

    # columns

    def add_column(self, name: str) -> None:
        """Show a field as a column."""
        self.column_menu.add(name)

    def choose_columns(self) -> None:
        """Open the menu of columns."""
        header = self.table.header
        self.column_menu.popup(-1, header.mapToGlobal(QPoint(0, header.height())))

    # the actions of the menus; their names stand in actions.py

    def focus_filter(self) -> None:
        self.filter_bar.focus()

    def focus_table(self) -> None:
        self.table.setFocus()

    def clear_filter(self) -> None:
        self.filter_bar.set_filter("")

    def use_log_order(self) -> None:
        self.session.sort_by("", None)

    # Qt's own names from here on

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.focus_table)
