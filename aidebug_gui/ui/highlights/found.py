"""What highlight rules find in one log, continued while it grows. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.protocol import CancelToken, FilterError, LogStore, Rows, all_fields
from aidebug_gui.ui.minimap.growing import NO_ROWS, FoundRecords


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The records that a rule finds (sorted), or why it finds none in this log, in words that can be translated."""

    rows: Rows
    problem: str = ""


class RuleSearch:
    """Looks for what the rules find. :meth:`find` runs in the background, all else on the thread of the window.

    A rule is kept for all logs. One that names a field which this log does not seem to have is not looked for, since
    that takes a pass over the whole text each time such a log is opened, unless its user wants it in this log.
    """

    def __init__(self, store: LogStore) -> None:
        self._store = store
        self._records: dict[str, FoundRecords] = {}
        self._wanted: set[str] = set()

    def records(self, query: str) -> FoundRecords:
        """Return what finds the records of a filter, the same object each time."""
        return self._records.setdefault(query, FoundRecords(self._store, query))

    def want(self, query: str) -> None:
        """Look for this filter in this log, whatever fields it names."""
        self._wanted.add(query)

    def keep_only(self, queries: Iterable[str]) -> None:
        """Forget what the other filters found."""
        kept = set(queries)
        self._records = {query: records for query, records in list(self._records.items()) if query in kept}

    def find(self, query: str, cancel: CancelToken) -> Found:
        """Return what a filter finds by now. Raises Cancelled."""
        try:
            unknown = hints(query, all_fields(self._store))
            if unknown and query not in self._wanted:
                return Found(NO_ROWS, unknown[0])
            rows = self.records(query)(cancel)
        except FilterError as error:
            return Found(NO_ROWS, error.message)
        return Found(rows, unknown[0] if unknown and not len(rows) else "")


class Highlighted:
    """Which colour the records of a log have. Asked for each page that is painted: a binary search for each rule."""

    def __init__(self, found: Sequence[tuple[str, Rows]] = ()) -> None:
        """``found``: colours and the records (sorted) that have them, the one that decides first."""
        self._found = [(colour, rows) for colour, rows in reversed(found) if len(rows)]

    def __bool__(self) -> bool:
        return bool(self._found)

    def colours(self, records: list[int]) -> list[str | None]:
        """Return the names of the colours of records, None for those that have none."""
        colours: list[str | None] = [None] * len(records)
        numbers = np.array(records, dtype=np.int64)
        for colour, rows in self._found:
            at = np.minimum(np.searchsorted(rows, numbers), len(rows) - 1)
            for place in np.flatnonzero(rows[at] == numbers).tolist():
                colours[place] = colour
        return colours


class AnyOf:
    """The records that any of some filters finds (background). One object for the same question, see ``Walk.step``."""

    def __init__(self, parts: Sequence[FoundRecords]) -> None:
        self.parts = tuple(parts)

    def __call__(self, cancel: CancelToken) -> Rows:
        """Raises Cancelled, FilterError."""
        return np.unique(np.concatenate([NO_ROWS, *(part(cancel) for part in self.parts)]))
