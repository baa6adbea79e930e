"""Counts over the records of a log that grows: what was counted once is not counted again.

Facets, levels and the histogram are asked for again and again while a log is written. Only what came since is looked at,
and the last record, which may still be another.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from aidebug_gui.store.database import Database, numbers_table
from aidebug_gui.store.growing_array import goes_on
from aidebug_gui.store.protocol import Rows

Counts: TypeAlias = Counter[tuple[object, ...]]

KEPT = 24  # questions; the one that was not asked for the longest goes
MOST_VALUES = 100_000  # of one question; the counts of more are not kept


class GrowingCounts:
    """Counts records by some columns. Thread-safe; who asks the same waits.

    ``generation`` says how often all records were renumbered: what was counted before is void.
    """

    def __init__(self, database: Database, generation: Callable[[], int]) -> None:
        self._database = database
        self._generation = generation
        self._kept: OrderedDict[tuple[str, str, bool], _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def counts(self, table: str, columns: str, selection: Rows | None = None) -> Counts | None:
        """Return how many records have which values of ``columns`` (SQL); None if there are too many values to keep.

        ``selection`` None means all records of the table.
        """
        key = (table, columns, selection is None)
        with self._lock:
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        with kept.lock:
            generation = self._generation()
            if kept.generation != generation or not kept.continues(selection):
                kept.begin(generation)
            if kept.is_too_large:
                return None
            total = int(self._database.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])
            stop = total if selection is None else len(selection)
            last = max(0, total - 1)
            settled = max(kept.counted, last if selection is None else int(np.searchsorted(selection, last)))
            kept.add(self._between(table, columns, selection, kept.counted, settled), settled, selection)
            return None if kept.is_too_large else kept.counts + self._between(table, columns, selection, settled, stop)

    def _between(self, table: str, columns: str, selection: Rows | None, first: int, stop: int) -> Counts:
        """Count records [first, stop), or those of the selection at these positions."""
        if stop <= first:
            return Counter()
        cursor = self._database.cursor()
        low, high, is_chosen = first, stop, ""
        if selection is not None:
            rows = selection[first:stop]
            low, high = int(rows[0]), int(rows[-1]) + 1
            if high - low > len(rows):
                cursor.register("chosen", numbers_table("row", rows))
                is_chosen = "AND rowid IN (SELECT row FROM chosen)"
        found = cursor.execute(
            f"SELECT {columns}, count(*) FROM {table} WHERE rowid >= {low} AND rowid < {high} {is_chosen} "
            f"GROUP BY ALL LIMIT {MOST_VALUES + 1}"
        ).fetchall()
        return Counter({tuple(values): count for *values, count in found})


class _Kept:
    """What is counted for one question: of the first ``counted`` records (of ``selection``)."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.generation = -1
        self.counts: Counts = Counter()
        self.counted = 0
        self.is_too_large = False
        self._selection: Rows | None = None

    def begin(self, generation: int) -> None:
        self.generation, self.counts, self.counted = generation, Counter(), 0
        self.is_too_large, self._selection = False, None

    def add(self, counts: Counts, counted: int, selection: Rows | None) -> None:
        self.counts.update(counts)
        self.counted, self._selection = counted, selection
        if len(self.counts) > MOST_VALUES:
            self.counts, self.is_too_large = Counter(), True

    def continues(self, selection: Rows | None) -> bool:
        """Return whether a selection begins with all that was counted."""
        return goes_on(self._selection, selection, self.counted)
