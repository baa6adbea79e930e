"""One tab: the filter bar above, fields left, plots and table in the middle, the record right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.protocol import Field, LogStore, Record
from aidebug_gui.store.zone import Clock
from aidebug_gui.ui.accounts import empty_text
from aidebug_gui.ui.actions import Actions, Scope
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.bookmarks.controller import Bookmarks
from aidebug_gui.ui.column_menu import ColumnMenu
from aidebug_gui.ui.files.controller import LogFiles
from aidebug_gui.ui.filter.bar import FilterBar
from aidebug_gui.ui.filter.offer import FilterOffer
from aidebug_gui.ui.filter.saved import SavedFilters
from aidebug_gui.ui.focus_cycle import FocusCycle
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.live.following import Following
from aidebug_gui.ui.live.scroll_anchor import ScrollAnchor
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.minimap.controller import Minimap
from aidebug_gui.ui.minimap.strip import MinimapStrip
from aidebug_gui.ui.narrow import NarrowLayout
from aidebug_gui.ui.navigation.controller import Navigation
from aidebug_gui.ui.navigation.find_bar import FindBar
from aidebug_gui.ui.navigation.go_to import GoToBar
from aidebug_gui.ui.output import Output
from aidebug_gui.ui.panels import SidePanels
from aidebug_gui.ui.privacy.entry import Privacy
from aidebug_gui.ui.record.fields import FieldValue
from aidebug_gui.ui.record.pane import ReadRecord, RecordPane
from aidebug_gui.ui.session import LogSession
from aidebug_gui.ui.state.tab_memory import TabMemory
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import ABOVE, LINE, default_columns
from aidebug_gui.ui.table.gaps import gap_text
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.value_menu import MenuValue, ValueMenu, by_path
from aidebug_gui.ui.values import count_text

KEPT_STEPS = 50
MOST_PROBLEMS = 3
RECORD_WIDTH = 36  # line heights, at most
_JOB_WORDS = {
    "filter": QT_TRANSLATE_NOOP("LogView", "filtering"),
    "sort": QT_TRANSLATE_NOOP("LogView", "sorting"),
    "find": QT_TRANSLATE_NOOP("LogView", "searching"),
    "next error": QT_TRANSLATE_NOOP("LogView", "searching"),
    "export": QT_TRANSLATE_NOOP("LogView", "exporting"),
    "copy": QT_TRANSLATE_NOOP("LogView", "copying"),
}


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
        self._steps: list[str] = []
        self._menu_place = ("", QPoint())
        self._columns_are_final = False
        self._reported_progress = (-1, False)
        self._build(store)
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
        self.panels = SidePanels(self)
        self.value_menu = ValueMenu(self)
        self.value_menu.shown_columns = self.table.header.column_names
        self.column_menu = ColumnMenu(self.table, store, self)
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
        self.saved_filters = SavedFilters(self)

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
        table.value_menu_requested.connect(self._on_cell_menu)
        table.first_painted.connect(self.panels.load)
        table.header.menu_requested.connect(self.column_menu.popup)
        table.header.fit_columns()
        self.record_pane.menu_requested.connect(self._on_field_menu)
        self.value_menu.term_requested.connect(self._on_term_requested)
        self.value_menu.column_requested.connect(self.add_column)
        self.value_menu.plot_requested.connect(self.panels.plot)
        self.banner.action_requested.connect(self._on_banner_action)
        self.following.changed.connect(self.status_changed)

    def insert_below_filter(self, widget: QWidget) -> None:
        """Put a line of words between the filter and the table."""
        self._body.insertWidget(self._body.indexOf(self.banner), widget)

    def open_panes(self, is_roomy: bool) -> None:
        """Open the record pane if it was open the last time, or where there is room for it and nobody chose."""
        if self.memory.panes.record > 0 or (is_roomy and not self.memory.panes.record):
            self._show_record_pane()

    def close_log(self) -> None:
        """Stop all work and close the log; the tab is about to go."""
        self.memory.save()
        self.panels.close()
        self.minimap.close()
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
            and self.privacy.is_idle()
        )

    def running_job(self) -> str:
        """Return what runs, in a word, empty if nothing that a user waits for."""
        return next((self.tr(str(_JOB_WORDS[kind])) for kind in self.jobs.kinds() if kind in _JOB_WORDS), "")

    def cancel_work(self) -> None:
        """Stop the job that runs, else the reading."""
        if not self._cancel_job():
            self.session.store.cancel_reading()

    def _cancel_job(self) -> bool:
        """Stop what the user waits for and return whether there was something; a filter stays the one before."""
        kinds = [kind for kind in self.jobs.kinds() if kind in _JOB_WORDS]
        for kind in kinds:
            self.jobs.cancel(kind)
        if "filter" in kinds:
            self.session.keep_filter()
            self.filter_bar.show_filter(self.session.query)
            self.message.emit(self.tr("Filtering was cancelled."))
        return bool(kinds)

    def _on_filter_left(self) -> None:
        self._cancel_job()
        self.focus_table()

    def field(self, name: str) -> Field | None:
        """Return the field of this name, None for one that the log does not name."""
        return next((field for field in self.session.store.fields() if field.name == name), None)

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
        why = [] if session.shown else hints(session.query, (field.name for field in session.store.fields()))
        self.table.show_when_empty("\n".join((empty_text(session.state, session.query), *map(localized, why))))

    def _choose_columns(self) -> None:
        """Choose the columns once the first records tell which fields there are."""
        state = self.session.state
        if self._columns_are_final or not state.records:
            return
        self._columns_are_final = not state.provisional
        chosen = self.memory.columns() or default_columns(self.session.store.fields())
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
        self._show_context_banner()
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
        if not query:
            self._steps = []
        elif not self._steps or self._steps[-1] != query:
            self._steps = [*self._steps[-KEPT_STEPS:], query]
        self.filter_bar.show_applied(query)
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

    # context

    def toggle_context(self) -> None:
        """Show the current record among its neighbours in the whole log, or go back to the filtered rows."""
        if not self.session.in_context and not self.session.is_filtered and self.session.sort is None:
            self.message.emit(self.tr("Nothing is filtered: these are all records."))
            return
        self.session.set_context(not self.session.in_context)

    def _show_context_banner(self) -> None:
        if self.session.in_context:
            self.banner.show_message(self.tr("All records around the current one."), self.tr("Back to the filter (C)"))
        else:
            self.banner.hide_if_action()

    def _on_banner_action(self) -> None:
        self.session.set_context(False)

    # values

    def _on_cell_menu(self, record: int, name: str, at: QPoint) -> None:
        if record < 0:
            return
        if name in (LINE, ABOVE):
            row = self.table.log_model.row(self.table.currentIndex().row())
            shown = record if row is None else row.line if name == LINE else gap_text(row.gap_ns)
            self.value_menu.popup(MenuValue("", Kind.NUMBER, shown), at)
            return
        self._menu_place = (name, at)  # the value is whole only in the file, and that may be slow
        self.jobs.run("cell menu", ReadRecord(self.session.store, record), self._show_cell_menu, self._on_failed)

    def _show_cell_menu(self, whole: Record) -> None:
        name, at = self._menu_place
        field = self.field(name)
        kind = field.kind if field is not None else Kind.TEXT
        value = whole.values.get(name)
        if value is None:
            value = by_path(whole.fields, name)
        if value is None and name == "message":
            value = whole.message
        if value is not None and field is None:
            kind = Kind.NUMBER if isinstance(value, float | int) else Kind.TEXT
        self.value_menu.popup(MenuValue(name, kind, value), at)

    def _on_field_menu(self, value: FieldValue, at: QPoint) -> None:
        field = self.field(value.name)
        is_number = isinstance(value.value, int | float) and not isinstance(value.value, bool)
        kind = field.kind if field is not None else Kind.NUMBER if is_number else Kind.TEXT
        shown = value.value if value.is_leaf else None
        if kind in (Kind.TIME, Kind.LEVEL) and not isinstance(shown, int):
            kind = Kind.CATEGORY
        self.value_menu.popup(MenuValue(value.name, kind, shown, value.path_text), at)

    def _on_term_requested(self, field: str, operator: str, value: str, exclude: bool) -> None:
        if self.privacy.refuses(value):
            self.message.emit(self.tr("This value is hidden. Show personal data again to filter by it."))
            return
        self.filter_bar.add_term(field, operator, value, exclude=exclude)

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

    def toggle_record_pane(self) -> None:
        self.memory.record_chosen = True
        if self.record_pane.isHidden():
            self._show_record_pane()
        else:
            self.record_pane.hide()

    def _show_record_pane(self) -> None:
        self.record_pane.show()
        self._share_width()
        self.record_pane.show_record(self.table.current_record())

    def step_back(self) -> None:
        """Stop what runs, else undo the last thing that lies over the table: a bar, the context, a filter."""
        if self._cancel_job():
            return
        if self.find_bar.isVisible():
            self.navigation.close_find()
        elif self.go_to_bar.isVisible():
            self.navigation.close_go_to()
        elif self.session.in_context:
            self.session.set_context(False)
        elif self.session.pinned is not None:
            self.session.unpin()
        elif self.session.query:
            while self._steps and self._steps[-1] == self.session.query:
                self._steps.pop()
            self.filter_bar.set_filter(self._steps.pop() if self._steps else "")

    def _share_width(self) -> None:
        """Give the record pane a third where it has no width yet."""
        sizes = self.splitter.sizes()
        at = self.splitter.indexOf(self.record_pane)
        middle = self.splitter.indexOf(self.middle)
        total = sizes[at] + sizes[middle]
        if sizes[at] < total // 5:
            known = self.memory.panes.record_width
            sizes[at] = min(total // 2, known) if known else min(total * 3 // 10, em(RECORD_WIDTH))
            sizes[middle] = total - sizes[at]
            self.splitter.setSizes(sizes)

    # Qt's own names from here on

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.focus_table)
