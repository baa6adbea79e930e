"""What the files of a growing log got and what is not merged yet: it waits a moment for what the others bring.

A record may be merged when no file that is written just now can bring an older one, or when it waited long enough.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.merging.order import LAST, Integers, Times

HOLD_S = 0.2
"""So long a record waits at most: a file that rested is looked at every 250 ms, one that is written every 40 ms."""
ACTIVE_S = 1.0
"""A file that got nothing for so long is not waited for."""
JITTER_NS = 1_000_000_000
"""A record that is so little older than the one before it in its own file stays behind it: threads write so."""


def keys_of(times: Times, before: int | None, otherwise: int) -> Integers:
    """Return by what the next records of a file are ordered, in ns.

    ``before``: the key of the record before them in their file, None if there is none. A record without a time keeps to
    the one before it; ``otherwise`` is for a file without any time.
    """
    values = np.ma.getdata(times).astype(np.int64, copy=False)
    known = ~np.ma.getmaskarray(times)
    if before is None:
        before = int(values[known][0]) if known.any() else otherwise
    last_known = np.maximum.accumulate(np.where(known, np.arange(len(values)), -1))
    filled = np.where(last_known >= 0, values[last_known], before)
    latest = np.maximum.accumulate(np.maximum(filled, before))
    return np.where(filled >= latest - JITTER_NS, latest, filled)


class Pending:
    """The next records of one file: row ``first`` and those behind it. Times of arrival are monotonic seconds."""

    def __init__(self, first: int = 0, before: int | None = None) -> None:
        """``before``: the key of the record before the first one."""
        self.first = first
        self.before = before
        self.changed = 0.0
        self.is_timed = True  # a file without times is not waited for
        self._keys: Integers = np.empty(0, dtype=np.int64)
        self._arrived: NDArray[np.float64] = np.empty(0)

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return len(self._keys) > 0

    @property
    def stop(self) -> int:
        """The row behind the last one that waits."""
        return self.first + len(self._keys)

    def add(self, keys: Integers, now: float) -> None:
        """Take further records that arrived now."""
        self._keys = np.concatenate([self._keys, keys])
        self._arrived = np.concatenate([self._arrived, np.full(len(keys), now)])
        self.before = int(keys[-1])
        self.changed = now

    def frontier(self) -> int | None:
        """Return up to where the records reach that are known, None if none is."""
        return int(self._keys.max()) if len(self._keys) else self.before

    def overdue(self, now: float) -> int | None:
        """Return up to where records waited long enough, None if none did."""
        waited = int(np.searchsorted(self._arrived, now - HOLD_S, side="right"))
        return int(self._keys[:waited].max()) if waited else None

    def release(self, cutoff: int) -> Integers:
        """Give up what may be merged: the records before the first one that is behind ``cutoff``; return their keys."""
        later = np.flatnonzero(np.maximum.accumulate(self._keys) > cutoff)
        count = int(later[0]) if len(later) else len(self._keys)
        released, self._keys = self._keys[:count], self._keys[count:]
        self._arrived = self._arrived[count:]
        self.first += count
        return released


def cutoff(files: Iterable[Pending], now: float) -> int:
    """Return up to which key records may be merged now."""
    files = list(files)
    reached = [pending.frontier() for pending in files if pending.is_timed and now - pending.changed < ACTIVE_S]
    watermark = min((key for key in reached if key is not None), default=LAST)
    return max([watermark, *(key for pending in files if pending and (key := pending.overdue(now)) is not None)])
