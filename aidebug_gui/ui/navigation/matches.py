"""What the find bar looks for, as a filter: the records that match, how many are shown, which of them the current one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.filter.edit import append_term
from aidebug_gui.store.filter.expression import Regex, Text
from aidebug_gui.store.filter.formatting import format_expression
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.ui.minimap.growing import FoundRecords
from aidebug_gui.ui.navigation.walk import positions_of
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Matches(QObject):
    """Asks once for each text, so that going on to the next match costs a binary search.

    Signals:
        counted(str): which match of how many the last one found is.
    """

    counted = Signal(str)

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._query = ""
        self._records: FoundRecords | None = None

    @property
    def query(self) -> str:
        """The filter that finds what the find bar finds, empty where it is closed or has no text."""
        bar = self._view.find_bar
        text = bar.edit.text() if bar.isVisible() else ""
        if not text:
            return ""
        match_case = bar.match_case.isChecked()
        if bar.regex.isChecked():
            return format_expression(Regex(pattern=text, ignore_case=not match_case))
        return format_expression(Text(value=text, match_case=match_case))

    def records(self) -> FoundRecords | None:
        """Return the records that match in the whole log, the same object for the same text; None without a text."""
        query = self.query
        if query != self._query:
            self._query = query
            self._records = FoundRecords(self._view.session.store, query) if query else None
        return self._records

    def count(self, position: int) -> None:
        """Count the matches that are shown, of which one is at a position of the table."""
        records, session = self.records(), self._view.session
        if records is not None:
            order = self._view.table.log_model.order
            job = _Count(records, order, position, is_ascending=session.is_ascending)
            self._view.jobs.run("count matches", job, self._on_counted, self._on_failed)

    def forget(self) -> None:
        """Count no more for the text that was there until now."""
        self._view.jobs.cancel("count matches")

    def filter_by_it(self) -> bool:
        """Show only what matches, of what is shown; return whether there is something to filter by. Raises FilterError."""
        query = self.query
        if query:
            self._view.filter_bar.set_filter(append_term(self._view.session.query, query))
        return bool(query)

    def _on_counted(self, found: tuple[int, int]) -> None:
        self.counted.emit(self.tr("{0} of {1}").format(*map(count_text, found)))

    def _on_failed(self, _error: Exception) -> None:
        """What cannot be read is told by the search itself."""


class _Count:
    """The job: the number of the match at a position, from 1 on, and how many there are."""

    def __init__(self, records: FoundRecords, order: Rows | None, position: int, *, is_ascending: bool) -> None:
        self._records, self._order, self._position, self._is_ascending = records, order, position, is_ascending

    def __call__(self, cancel: CancelToken) -> tuple[int, int]:
        positions = positions_of(self._records(cancel), self._order, is_ascending=self._is_ascending)
        return int(np.searchsorted(positions, self._position, side="right")), len(positions)
