"""Values that are no numbers a plot could show: NaN and infinite, in stretches between the points around them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.database import Database
from aidebug_gui.store.numbers import KEPT
from aidebug_gui.store.protocol import Rows, Stretches

Floats = NDArray[np.float64]


@dataclass(slots=True)
class _Known:
    rows: Rows = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    infinite: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, dtype=np.bool_))
    settled: int = 0  # records that were looked at and stay as they are
    lock: threading.Lock = field(default_factory=threading.Lock)


class NotFinite:
    """Finds the records, and keeps them: of a log that grows only the new ones are looked at. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns: OrderedDict[tuple[str, str, int], _Known] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, table: str, expression: str, generation: int, count: int) -> tuple[Rows, NDArray[np.bool_]]:
        """Return those of the first ``count`` records whose value is NaN or infinite, and whether it is infinite."""
        key = (table, expression, generation)
        with self._lock:
            known = self._columns.setdefault(key, _Known())
            self._columns.move_to_end(key)
            while len(self._columns) > KEPT:
                self._columns.popitem(last=False)
        with known.lock:
            self._look(known, table, expression, count)
            stop = int(np.searchsorted(known.rows, count))
            return known.rows[:stop], known.infinite[:stop]

    def _look(self, known: _Known, table: str, expression: str, count: int) -> None:
        first = known.settled
        if first >= count:
            return
        sql = (
            f"SELECT rowid AS row, isinf(v) AS infinite FROM (SELECT rowid, {expression} AS v FROM {table}) "
            "WHERE rowid >= ? AND rowid < ? AND NOT isfinite(v) ORDER BY row"
        )
        found = self._database.execute(sql, [first, count]).fetchnumpy()
        kept = int(np.searchsorted(known.rows, first))
        known.rows = np.concatenate([known.rows[:kept], np.ma.getdata(found["row"]).astype(np.int64)])
        known.infinite = np.concatenate([known.infinite[:kept], np.ma.getdata(found["infinite"]).astype(np.bool_)])
        known.settled = count - 1  # the last record of a log that grows may be another by now


def stretches(points: Floats, x: Floats, rows: Rows, infinite: NDArray[np.bool_]) -> Stretches:
    """Put values that are not finite together where no point is between them.

    ``points``: x of all points, ascending. ``x``: of the values, in any order; those without a place (NaN) are left out.
    ``rows``: the values' record numbers.
    """
    placed = np.isfinite(x)
    order = np.argsort(x[placed], kind="stable")
    x, rows, infinite = x[placed][order], rows[placed][order], infinite[placed][order]
    before = np.searchsorted(points, x, side="right")  # points before each
    starts = np.flatnonzero(np.diff(before, prepend=-1))
    if not len(starts):
        return Stretches.none()
    stops = np.append(starts[1:], len(x))
    number, low, high = before[starts], np.full(len(starts), -np.inf), np.full(len(starts), np.inf)
    low[number > 0] = points[number[number > 0] - 1]
    high[number < len(points)] = points[number[number < len(points)]]
    return Stretches(
        first=x[starts],
        last=x[stops - 1],
        room=high - low,
        counts=stops - starts,
        infinite=np.add.reduceat(infinite.astype(np.int64), starts),
        records=rows[starts],
    )
