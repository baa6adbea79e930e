"""The series of a log that grows: points that were put in order once are not looked at again.

A lane is asked for again at each look at the log. Ten million points cost 0.1 s to sort out, those with gaps 0.3 s; a
thousand new ones cost next to nothing.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.growing_array import GrowingArray, goes_on
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.series import BUCKET, Counted, Floats, Records, SeriesPyramid, Side, Values

KEPT = 8  # series; the one that was not asked for the longest goes
_NO_FLOATS: Floats = np.empty(0)


class GrowingSeries:
    """The points of one field. One thread at a time calls; what was given out stays as it is."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._seen = 0  # records, or places of the selection
        self._selection: Rows | None = None
        self._dtype: np.dtype[Any] = np.dtype(np.float64)
        self._last: tuple[float, float] = (np.nan, np.nan)  # x and y of the last one seen: it may become another
        self._points: _Points | None = None  # None while every record is a point, and they ascend
        self._buckets = tuple(GrowingArray(_NO_FLOATS) for _ in range(3))
        self._beyond: dict[Side, Counted] = {}

    def pyramid(self, x: Floats | None, y: Values, selection: Rows | None = None) -> SeriesPyramid:
        """Return the points of all records so far, or of a selection of them.

        ``x``, ``y``: of all records, NaN where there is none; ``x`` None: the record number. ``selection`` ascends.
        """
        count = len(y) if selection is None else int(np.searchsorted(selection, len(y)))
        if not self._goes_on(x, y, selection, count):
            self._begin()
        self._selection, self._dtype = selection, y.dtype
        first, self._seen = self._seen, count
        new_x, new_y, records = _taken(x, y, selection, first, count)
        if count > first:
            self._last = (float(new_x[-1]), float(new_y[-1]))
        is_point = np.isfinite(new_x) & np.isfinite(new_y)
        if self._points is None and selection is None and is_point.all() and self._ascends(x, new_x, first):
            all_x = np.arange(count, dtype=np.float64) if x is None else x[:count]
            return self._pyramid(all_x, y[:count], None)
        if self._points is None:
            self._points = _Points.of(x, y, first)
        known = len(self._points)
        begin = self._points.add(new_x[is_point], new_y[is_point], records[is_point])
        if begin < known:
            self._buckets = tuple(GrowingArray(kept.view()[: begin // BUCKET].copy()) for kept in self._buckets)
            self._beyond = {}
        return self._pyramid(*self._points.view())

    def _goes_on(self, x: Floats | None, y: Values, selection: Rows | None, count: int) -> bool:
        """Return whether what was seen is still so."""
        if not self._seen:
            return True
        is_longer = count >= self._seen and y.dtype == self._dtype and goes_on(self._selection, selection, self._seen)
        if not is_longer:
            return False
        last_x, last_y, _ = _taken(x, y, selection, self._seen - 1, self._seen)
        return np.array_equal([last_x[0], last_y[0]], self._last, equal_nan=True)

    @staticmethod
    def _ascends(x: Floats | None, new: Floats, first: int) -> bool:
        if x is None or not len(new):
            return True
        return bool(np.all(new[1:] >= new[:-1])) and (not first or bool(new[0] >= x[first - 1]))

    def _pyramid(self, x: Floats, y: Values, records: Records | None) -> SeriesPyramid:
        low, high, total = self._buckets
        done, full = len(low) * BUCKET, len(y) // BUCKET * BUCKET
        new = y[done:full].reshape(-1, BUCKET)
        low.append(new.min(axis=1).astype(np.float64))
        high.append(new.max(axis=1).astype(np.float64))
        total.append(new.sum(axis=1, dtype=np.float64))
        return SeriesPyramid(x, y, records, (low.view(), high.view(), total.view()), self._beyond)


class _Points:
    """Points in the order of x, with the records that they are of."""

    def __init__(self, x: Floats, y: Values, records: Records) -> None:
        self._x, self._records = GrowingArray(x), GrowingArray(records)
        self._y: GrowingArray[Any] = GrowingArray(y)

    @classmethod
    def of(cls, x: Floats | None, y: Values, count: int) -> _Points:
        """Return the first records, each of which is a point."""
        own_x = np.arange(count, dtype=np.float64) if x is None else x[:count].copy()
        return cls(own_x, y[:count].copy(), np.arange(count, dtype=np.uint32))

    def __len__(self) -> int:
        return len(self._x)

    def add(self, x: Floats, y: Values, records: Records) -> int:
        """Add points; return how many of the others stand before them, as they did."""
        known = self._x.view()
        if not len(x) or (bool(np.all(x[1:] >= x[:-1])) and (not len(known) or x[0] >= known[-1])):
            self._x.append(x)
            self._y.append(y)
            self._records.append(records)
            return len(known)
        begin = int(np.searchsorted(known, x.min(), side="right"))
        order = np.argsort(np.concatenate([known[begin:], x]), kind="stable")
        self._x = GrowingArray(_inserted(known, x, begin, order))
        self._y = GrowingArray(_inserted(self._y.view(), y, begin, order))
        self._records = GrowingArray(_inserted(self._records.view(), records, begin, order))
        return begin

    def view(self) -> tuple[Floats, Values, Records]:
        return self._x.view(), self._y.view(), self._records.view()


def _inserted(known: NDArray[Any], new: NDArray[Any], begin: int, order: Rows) -> NDArray[Any]:
    """Return a copy in which what is known from ``begin`` on and what is new stands in ``order``."""
    return np.concatenate([known[:begin], np.concatenate([known[begin:], new])[order]])


def _taken(
    x: Floats | None, y: Values, selection: Rows | None, first: int, stop: int
) -> tuple[Floats, Values, Records]:
    """Return (x, y, record) of the records, or places of the selection, from ``first`` to ``stop``."""
    if selection is None:
        records = np.arange(first, stop)
        return records.astype(np.float64) if x is None else x[first:stop], y[first:stop], records.astype(np.uint32)
    records = selection[first:stop]
    return records.astype(np.float64) if x is None else x[records], y[records], records.astype(np.uint32)


class AllSeries:
    """The series that somebody asked for. Thread-safe; who asks for the same one waits."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, bool, bool], tuple[threading.Lock, int, GrowingSeries]] = OrderedDict()
        self._lock = threading.Lock()

    def pyramid(
        self, field: str, generation: int, x: Floats | None, y: Values, selection: Rows | None
    ) -> SeriesPyramid:
        """See :meth:`GrowingSeries.pyramid`; ``field``: what the numbers are of.

        ``generation`` says how often all records were renumbered: what was known before is void.
        """
        key = (field, x is None, selection is None)
        with self._lock:
            if key not in self._kept or self._kept[key][1] != generation:
                self._kept[key] = (threading.Lock(), generation, GrowingSeries())
            lock, _, series = self._kept[key]
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        with lock:
            return series.pyramid(x, y, selection)
