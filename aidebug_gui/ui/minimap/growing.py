"""What is marked in a log that grows: only the records that came are asked for and looked up. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from aidebug_gui.store.protocol import CancelToken, LogStore, Rows
from aidebug_gui.ui.growing_rows import GrowingRows, is_continued

NO_ROWS: Rows = np.empty(0, dtype=np.int64)


class FoundRecords:
    """The records that a filter finds, each time it is called up to what is read by then. Thread-safe."""

    def __init__(self, store: LogStore, query: str) -> None:
        self._store, self._query = store, query
        self._lock = threading.Lock()
        self._generation = -1
        self._settled = 0  # records that will not be asked for again
        self._rows, self._found = GrowingRows(), NO_ROWS

    def __call__(self, cancel: CancelToken) -> Rows:
        """Raises FilterError, Cancelled."""
        with self._lock:
            state = self._store.state()
            if state.generation != self._generation or state.settled < self._settled:
                self._generation, self._settled, self._found = state.generation, 0, NO_ROWS
            more = self._store.select(self._query, first=self._settled, cancel=cancel)
            first = int(np.searchsorted(self._found, self._settled))
            self._found = self._rows.replace(first, NO_ROWS if more is None else more)
            self._settled = state.settled
            return self._found


class GivenRecords:
    """Records that somebody else knows; there may be millions, so they are asked for once, in the background."""

    def __init__(self, rows: Callable[[], Rows]) -> None:
        self._ask = rows
        self._lock = threading.Lock()
        self._found: Rows | None = None

    def __call__(self, _cancel: CancelToken) -> Rows:
        with self._lock:
            if self._found is None:
                self._found = self._ask()
            return self._found


class Positions:
    """Where records stand in the table. Where both only got more, only those are looked up. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._order = self._records = NO_ROWS
        self._kept, self._positions = GrowingRows(), NO_ROWS

    def of(self, records: Rows, order: Rows | None, count: int, *, is_ascending: bool) -> Rows:
        """Return the ascending positions of ``records`` (ascending) in the ``count`` rows of a table.

        ``order``: its records, None for the whole log.
        """
        if order is None:
            return records[: int(np.searchsorted(records, count))]
        if not is_ascending:
            return np.flatnonzero(np.isin(order, records)).astype(np.int64)
        with self._lock:
            first = 0
            if is_continued(self._order, order) and is_continued(self._records, records):
                first = max(0, len(self._order) - 1)  # the last record of the order may have been another one
            known = int(np.searchsorted(self._positions, first))
            begin = int(np.searchsorted(records, order[first])) if first < len(order) else len(records)
            more = first + positions_in(order[first:], records[begin:])
            self._order, self._records = order, records
            self._positions = self._kept.replace(known, more)
            return self._positions


def positions_in(order: Rows, records: Rows) -> Rows:
    """Return the positions of ``records`` in ``order``, both ascending, of those that are there."""
    at = np.searchsorted(order, records)
    at, records = at[at < len(order)], records[: int(np.count_nonzero(at < len(order)))]
    return at[order[at] == records].astype(np.int64)
