"""Connects the findings of a tab with its table, its plots and its filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from aidebug_gui.analysis.groups import grouping_fields
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.findings.entries import Entry, as_text, veiled
from aidebug_gui.ui.findings.lane_events import show_events
from aidebug_gui.ui.findings.marks import mark_colour
from aidebug_gui.ui.findings.muting import Mutes
from aidebug_gui.ui.findings.output import FindingsOutput
from aidebug_gui.ui.findings.panel import OPEN_HEIGHT, FindingsPanel
from aidebug_gui.ui.findings.row_signs import RowSigns
from aidebug_gui.ui.findings.search import FindingsSearch
from aidebug_gui.ui.findings.search_result import SearchResult
from aidebug_gui.ui.insights.controller import Insights
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.pace import Pace
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.settings.limits import most_unasked
from aidebug_gui.ui.theme import current_theme, em

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

MARK_STRENGTH = 0.3
"""How much of its colour a finding lays over the line numbers of its records."""


class Findings(QObject):
    """Searches once the log is read, lists what is found, and goes where the user wants to look."""

    def __init__(self, view: LogView, log: FileLog) -> None:
        super().__init__(view)
        self._view = view
        self._pinned: Entry | None = None  # only its records are shown
        self._awaited: Entry | None = None  # they will be, soon
        self._back = -1  # the record to stay at when all are shown again
        self.jobs = Jobs(self)
        shared = SharedAnalysis(log)
        self.search = FindingsSearch(log, shared, self.jobs)
        self._pace = Pace(self.jobs, self.search.start)
        self._searched = -1
        self._found: SearchResult | None = None
        self.panel = FindingsPanel(view)
        self.insights = Insights(view, log, shared, self.panel)
        self._height = em(OPEN_HEIGHT)
        view.outer.addWidget(self.panel)
        view.outer.setStretchFactor(0, 1)
        view.outer.setStretchFactor(1, 0)
        self.mutes = Mutes(view, self.panel)
        self.mutes.changed.connect(self._show_found)
        self.output = FindingsOutput(view, log, self.panel, self.jobs)
        self._wire()
        self.refresh()

    def _wire(self) -> None:
        panel, search = self.panel, self.search
        search.found.connect(self._on_found)
        search.finished.connect(self._on_finished)
        panel.entry_chosen.connect(self._on_chosen)
        panel.opened.connect(self._on_opened)
        panel.went_round.connect(self._on_went_round)
        panel.sensitivity.rate_chosen.connect(self._on_rate)
        panel.sensitivity.grouping_chosen.connect(self._on_grouping)
        if self._view.panels.plots is not None:
            self._view.panels.plots.sensitivity_requested.connect(self._on_sensitivity_requested)
        panel.summary.search_requested.connect(self._on_search_requested)
        panel.detail.only_requested.connect(self._on_only)
        panel.detail.copy_requested.connect(self.copy)
        self._view.session.pin_changed.connect(self._on_pin)
        self._view.session.filter_applied.connect(self._on_applied)
        self._view.session.state_changed.connect(self.refresh)
        self._view.session.renumbered.connect(self._on_renumbered)

    def is_idle(self) -> bool:
        """Return whether everything that can be found is listed."""
        return (
            self.jobs.is_idle() and self.insights.is_idle() and not self._pace.is_pending and not self.search.is_running
        )

    def refresh(self) -> None:
        """Look for findings if the log is read and has other records than at the last search."""
        state = self._view.session.state
        is_read = state.complete or state.cancelled or bool(state.error)
        if is_read and state.records and state.records != self._searched:
            self._searched = state.records
            if state.bytes_total > most_unasked():
                self.panel.offer_search(self.tr("This log is large: it is searched when you ask for it."))
                return
            if self._found is None:  # a log that grows is looked at again and again: quietly
                self.panel.show_search(True)
            self._pace()

    def _on_renumbered(self) -> None:
        self.search.forget()
        self._searched = -1

    def close(self) -> None:
        """Stop the search; the log is about to be closed."""
        self._pace.cancel()
        self.insights.close()
        self.search.stop()

    # the search

    def _on_found(self, found: SearchResult) -> None:
        self._found = found
        self.panel.sensitivity.set_fields(found.fields)
        self.panel.sensitivity.set_groupings(grouping_fields(self._view.session.store.fields()))
        self._show_found()

    def _show_found(self) -> None:
        """List and mark what is reported at the chosen sensitivities."""
        if self._found is not None:
            shown = self._view.privacy.shown
            muted = self.mutes.muted
            found = [replace(entry, muted=entry in muted) for entry in self._found.entries(self.panel.rates)]
            self.panel.list.show_dates_of(self._view.session.store.time_range())
            self.panel.set_entries([veiled(entry, shown) for entry in found])
            signs = RowSigns(entry for entry in found if not entry.muted)
            self._view.table.set_signs(signs)
            self._view.minimap.set_findings(signs.rows)
            if self._view.panels.plots is not None:
                events = (event for event in self._found.events(self.panel.rates) if not self.mutes.is_muted(event))
                show_events(self._view.panels.plots, events, shown)

    def read_again(self) -> None:
        """List and mark once more: what may be shown has changed."""
        self._show_found()
        self.insights.read_again()
        self.panel.detail.show_entry(self.panel.list.current())

    def _on_rate(self, field: str, rate: float) -> None:
        self.panel.rates.set(field, rate)
        self._show_found()

    def _on_grouping(self, field: str) -> None:
        self.panel.show_search(True)
        self.search.group_by(field)

    def _on_sensitivity_requested(self, field: str) -> None:
        self.panel.show_page(self.panel.found)
        self.panel.sensitivity.choose_field(field)

    def _on_finished(self, problem: str) -> None:
        self.panel.show_search(False, problem)
        self.insights.on_searched()

    def _on_search_requested(self) -> None:
        if self.search.is_running:
            self._pace.cancel()
            self.search.stop()
        else:
            self.panel.show_search(True)
            self.search.start()

    # the walk

    def step(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1)."""
        if not self.panel.list.count():
            words = self.tr("Still looking …") if self.search.is_running else self.tr("Nothing odd was found.")
            self._view.message.emit(words)
            return
        self.panel.step(by)

    def _on_went_round(self) -> None:
        self._view.message.emit(self.tr("Continued from the other end"))

    def _on_chosen(self, entry: Entry) -> None:
        colour = mark_colour(entry.group, current_theme())
        colour.setAlphaF(MARK_STRENGTH)
        self._view.table.set_marked(entry.finding.rows, colour)
        if self._pinned is not None and self._pinned.key != entry.key:
            self._pin(entry)
        else:
            self._go_to(entry)

    def _go_to(self, entry: Entry) -> None:
        if entry.first_record >= 0 and not self._view.table.show_record(entry.first_record):
            self._view.table.show_record(entry.first_record, nearest=True)
            self._view.message.emit(self.tr("The filter hides this record: this is the next one. C shows its context."))

    def _on_only(self, on: bool) -> None:
        entry = self.panel.list.current()
        if on and entry is not None:
            self._pin(entry)
        else:
            self._back = self._view.table.current_record()
            self._view.session.unpin()

    def _pin(self, entry: Entry) -> None:
        self._pinned = self._awaited = entry
        finding = entry.finding
        self._view.session.pin(Pin(finding.title, finding.rows, finding.count))

    def _on_pin(self) -> None:
        if self._view.session.pinned is None:
            self._pinned = None
        self.panel.detail.show_only(self._pinned is not None)

    def _on_applied(self, _query: str) -> None:
        """The records of a finding are in the table: go to the first of them."""
        if self._awaited is not None and self._awaited is self._pinned:
            self._go_to(self._awaited)
        elif self._back >= 0 and self._pinned is None:  # the first row counts as unmoved: the table would begin anew
            self._view.table.show_record(self._back)
        self._awaited, self._back = None, -1

    # the finding that the walk stands on

    def show_only(self) -> None:
        """Show only the records of the current finding, or all again."""
        if self._current() is not None:
            self._on_only(self._pinned is None)

    def copy(self) -> None:
        """Copy the current finding as text."""
        entry = self._current()
        if entry is not None:
            QGuiApplication.clipboard().setText(as_text(entry))
            self._view.message.emit(self.tr("Copied the finding"))

    def mute(self) -> None:
        """Call the current finding normal, or no longer so; where there is none, the one that was muted last."""
        if self.panel.list.current() is None and self.mutes.bring_back():
            return
        entry, detail = self._current(), self.panel.detail
        if entry is not None and entry.muted:
            detail.unmute_requested.emit()
        elif entry is not None:
            detail.mute_requested.emit(False)

    def _current(self) -> Entry | None:
        entry = self.panel.list.current()
        if entry is None:
            self._view.message.emit(self.tr("Go to a finding first, with N"))
        return entry

    # the room

    def toggle(self) -> None:
        """Open or close the list."""
        self.panel.toggle()
        if self.panel.is_open:
            self.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._view.focus_table()

    def _on_opened(self, is_open: bool) -> None:
        sizes = self._view.outer.sizes()
        total = sum(sizes)
        if is_open:
            height = min(self._height, total // 2)
        else:
            self._height = max(sizes[-1], em(OPEN_HEIGHT) // 2)
            height = self.panel.maximumHeight()
        self._view.outer.setSizes([total - height, height])
