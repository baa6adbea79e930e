"""Moves through a log: find, next error, go to a line or a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.protocol import CancelToken, FilterError, LogStore, Rows
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.minimap.growing import FoundRecords
from aidebug_gui.ui.navigation.go_to import Target, read_target
from aidebug_gui.ui.navigation.matches import Matches
from aidebug_gui.ui.navigation.walk import Walk

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

ERRORS = "level>=error"


class Navigation(QObject):
    """Finds the place in the background and shows it in the table.

    Signals:
        arrived(object): the position in the table that was gone to, -1 if there is none.
    """

    arrived = Signal(object)

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._find_errors = FoundRecords(view.session.store, ERRORS)
        self._errors = Walk(view, "next error")
        self._errors.arrived.connect(self.arrived)
        view.find_bar.find_requested.connect(self._on_find_requested)
        view.find_bar.pattern_changed.connect(self._mark_matches)
        view.find_bar.closed.connect(self.close_find)
        view.find_bar.filter_requested.connect(self.filter_by_match)
        self.matches = Matches(view)
        self.matches.counted.connect(self._on_counted)
        self._words = ""
        view.go_to_bar.target_entered.connect(self.go_to)
        view.go_to_bar.closed.connect(self.close_go_to)

    # find

    def show_find(self) -> None:
        """Open the find bar."""
        self._view.find_bar.open()
        self._mark_matches()

    def close_find(self) -> None:
        """Close the find bar and take its marks away."""
        self._view.find_bar.hide()
        self._mark_matches()
        self._view.focus_table()

    def find_next(self) -> None:
        self.find(backwards=False)

    def find_previous(self) -> None:
        self.find(backwards=True)

    def next_error(self) -> None:
        self.go_to_error(backwards=False)

    def previous_error(self) -> None:
        self.go_to_error(backwards=True)

    def find(self, *, backwards: bool) -> None:
        """Go to the next match after the current row; wraps at the end."""
        bar, table = self._view.find_bar, self._view.table
        if not bar.edit.text():
            self.show_find()
            return
        job = _Find(
            self._view.session.store,
            bar.edit.text(),
            is_regex=bar.regex.isChecked(),
            match_case=bar.match_case.isChecked(),
            backwards=backwards,
            at=table.currentIndex().row(),
            order=table.log_model.order,
            count=table.log_model.total,
        )
        bar.show_message(self.tr("searching…"))
        self._view.jobs.run("find", job, self._on_found, self._on_find_failed)

    def _on_find_requested(self, backwards: bool) -> None:
        self.find(backwards=backwards)

    def _on_found(self, found: tuple[int, bool]) -> None:
        position, wrapped = found
        bar = self._view.find_bar
        if position < 0:
            bar.show_message(self.tr("Not found in the records shown"))
        else:
            self._words = self.tr("Continued from the other end") if wrapped else ""
            bar.show_message(self._words)
            self._view.table.show_position(position)
            self.matches.count(position)
        self.arrived.emit(position)

    def _on_find_failed(self, error: Exception) -> None:
        self._view.find_bar.show_message(localized_error(error))

    def _on_counted(self, words: str) -> None:
        self._view.find_bar.show_message(" · ".join(part for part in (words, self._words) if part))

    def filter_by_match(self) -> None:
        """Show only the records that match, of those that are shown."""
        self._view.jobs.cancel("find")  # the edit field took the key for "search on"
        self._view.find_bar.show_message("")
        try:
            if self.matches.filter_by_it():
                self.close_find()
        except FilterError as error:
            self._on_find_failed(error)

    def _mark_matches(self) -> None:
        self.matches.forget()
        self._view.find_bar.show_message("")
        self._view.table.set_matcher(self._view.find_bar.matcher())

    # errors

    def go_to_error(self, *, backwards: bool) -> None:
        """Go to the next error in the table."""
        nothing = self.tr("There are no errors in the records shown.")
        self._errors.step(self._find_errors, backwards=backwards, nothing=nothing)

    # lines and times

    def close_go_to(self) -> None:
        """Close the bar."""
        self._view.go_to_bar.hide()
        self._view.focus_table()

    def go_to(self, text: str) -> None:
        """Go to the line or time that is typed."""
        store = self._view.session.store
        time_range = store.time_range()
        target = read_target(text, time_range[0] if time_range is not None else None)
        if target is None:
            self._view.go_to_bar.message.setText(
                self.tr("Not a line or a time. Examples: 1200, 12:30:05, 2026-01-01 12:30")
            )
            return
        if target.time_ns is not None and time_range is None:
            self._view.go_to_bar.message.setText(self.tr("No record of this log has a time."))
            return
        self._view.jobs.run("go to", _Record(store, target), self._on_record, self._view.session.failed.emit)

    def _on_record(self, record: int) -> None:
        self.close_go_to()
        if not self._view.table.show_record(record):
            self._view.table.show_record(record, nearest=True)
            self._view.message.emit(self.tr("The filter hides this record: this is the next one. C shows its context."))
        self.arrived.emit(self._view.table.currentIndex().row())


class _Find:
    """Searches from the current row on, then from the other end."""

    def __init__(
        self,
        store: LogStore,
        text: str,
        *,
        is_regex: bool,
        match_case: bool,
        backwards: bool,
        at: int,
        order: Rows | None,
        count: int,
    ) -> None:
        self._store, self._text, self._is_regex, self._match_case = store, text, is_regex, match_case
        self._backwards, self._at, self._order, self._count = backwards, at, order, count

    def __call__(self, cancel: CancelToken) -> tuple[int, bool]:
        start = self._at - 1 if self._backwards else self._at + 1
        if 0 <= start < self._count:
            found = self._search(start, cancel)
            if found >= 0:
                return found, False
        return self._search(self._count - 1 if self._backwards else 0, cancel), True

    def _search(self, start: int, cancel: CancelToken) -> int:
        return self._store.find(
            self._text,
            regex=self._is_regex,
            match_case=self._match_case,
            start=start,
            backwards=self._backwards,
            order=self._order,
            cancel=cancel,
        )


class _Record:
    def __init__(self, store: LogStore, target: Target) -> None:
        self._store, self._target = store, target

    def __call__(self, cancel: CancelToken) -> int:
        if self._target.line is not None:
            return self._store.record_at_line(self._target.line)
        return self._store.record_at_time(self._target.time_ns or 0)
