"""The numbers of a column as one array that grows with the log.

Plots ask for a series again and again while a log is read. Each would read all records again and hold arrays of its own
beside the old ones; so the array is kept, only what came since is read, and all series of it share its memory.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.database import Database

Values = NDArray[np.float64] | NDArray[np.float32]

KEPT = 6  # columns; the one that was not asked for the longest goes
_PIECE = 500_000  # records read at a time: the database's own result is a second copy of them
_MANY = 8_000_000  # records; with more, values are kept with seven digits: half the memory, and no picture shows more
_ROOM = 1 << 22  # records; memory that is reserved and not written to costs nothing


class Numbers:
    """Reads columns of numbers, NaN where a record has none. Thread-safe; who asks for the same column waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns: OrderedDict[tuple[str, str, int], _Column] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, table: str, expression: str, generation: int, *, exact: bool = False) -> Values:
        """Return the numbers of all records. ``generation``: what was kept of another one is void.

        The array is a view that is not to be written to: float64, or float32 for many records, if not ``exact``.
        """
        key = (table, expression, generation)
        with self._lock:
            column = self._columns.setdefault(key, _Column(exact=exact))
            self._columns.move_to_end(key)
            for old in [known for known in self._columns if known[2] != generation]:
                del self._columns[old]
            while len(self._columns) > KEPT:
                self._columns.popitem(last=False)
        with column.lock:
            count = int(self._database.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])
            first = max(0, column.count - 1)  # the last record of a log that grows may be another by now
            while first < count:
                found = self._piece(table, expression, first, min(count, first + _PIECE))
                if not len(found):  # the records are read again just now
                    break
                column.put(first, found, count)
                first += len(found)
            return column.view(count)

    def _piece(self, table: str, expression: str, first: int, last: int) -> NDArray[np.float64]:
        sql = f"SELECT {expression} AS v FROM {table} WHERE rowid >= ? AND rowid < ?"
        found = np.ma.asarray(self._database.execute(sql, [first, last]).fetchnumpy()["v"])
        return np.asarray(found.filled(np.nan), dtype=np.float64)


class _Column:
    """What is known of a column. Views of it stay right while it grows: only the last number may change."""

    def __init__(self, *, exact: bool) -> None:
        self.lock = threading.Lock()
        self.count = 0
        self._exact = exact
        self._array: Values = np.empty(0)

    def put(self, first: int, numbers: NDArray[np.float64], wanted: int) -> None:
        """Set the numbers from ``first`` on; there are to be ``wanted`` ones in all, so far."""
        count = first + len(numbers)
        if count > len(self._array):
            self._grow(max(_ROOM, 2 * wanted), is_single=not self._exact and wanted >= _MANY)
        with np.errstate(over="ignore"):  # what is too large for seven digits is as good as infinite in a picture
            self._array[first:count] = numbers
        self.count = count

    def _grow(self, room: int, *, is_single: bool) -> None:
        known = self._array[: self.count]
        self._array = np.empty(room, np.float32) if is_single else np.empty(room)
        with np.errstate(over="ignore"):
            self._array[: self.count] = known

    def view(self, count: int) -> Values:
        view = self._array[: min(count, self.count)]
        view.flags.writeable = False
        return view
