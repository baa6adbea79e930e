"""Where each record is in the file: 13 bytes a record, in arrays that grow.

The arrays are reserved for the size that the file promises, so that growing seldom copies; memory is only taken for
what is filled.
"""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Rows

_ARRAYS = ("_offsets", "_lines", "_flags")


class RecordIndex:
    """File offset, first line (0-based) and flags of every record. One thread appends, any thread reads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._offsets = np.empty(1024, dtype=np.int64)
        self._lines = np.empty(1024, dtype=np.uint32)
        self._flags = np.empty(1024, dtype=np.uint8)
        self.count = 0
        self.end = 0  # file offset behind the last record's last line
        self.line_count = 0  # how many lines the log has, 0 where nobody told: the last record may have several

    def reserve(self, records: int, noted: int = 0) -> None:
        """Make room for ``records`` in all (the thread that appends). ``noted``: how many are written down, if more."""
        if records <= len(self._offsets):
            return
        kept = max(noted, self.count)
        larger = {name: np.empty(records, dtype=getattr(self, name).dtype) for name in _ARRAYS}
        for name, new in larger.items():  # copied without the lock: the window waits for it when it paints
            new[:kept] = getattr(self, name)[:kept]
        with self._lock:
            for name, new in larger.items():
                setattr(self, name, new)

    def append(self, offsets: NDArray[np.int64], lines: NDArray[np.int64], flags: NDArray[np.uint8], end: int) -> None:
        """Add records; ``end`` is the offset behind the last line read, which may belong to an older record."""
        self.note(self.count, offsets, lines, flags)
        self.show(self.count + len(offsets), end)

    def note(self, first: int, offsets: NDArray[np.int64], lines: NDArray[np.int64], flags: NDArray[np.uint8]) -> None:
        """Write records down from number ``first`` on, behind the last one; they are not there until ``show``."""
        total = first + len(offsets)
        if total > len(self._offsets):
            self.reserve(max(total, len(self._offsets) * 3 // 2), noted=first)
        self._offsets[first:total] = offsets
        self._lines[first:total] = lines
        self._flags[first:total] = flags

    def show(self, count: int, end: int) -> None:
        """Let the records that were noted be there: ``count`` in all. ``end``: see ``append``."""
        with self._lock:
            self.count = count
            self.end = end

    def add_flags(self, records: NDArray[np.int64], flags: int) -> None:
        """Set flag bits of records that are already there."""
        with self._lock:
            self._flags[records] |= np.uint8(flags)

    def change_last(self, flags: int, end: int) -> None:
        """Give the last record other flags, and let what was read end elsewhere."""
        with self._lock:
            if self.count:
                self._flags[self.count - 1] = np.uint8(flags)
            self.end = end

    def become(self, other: RecordIndex) -> None:
        """Hold what another index holds, which is given up."""
        with self._lock:
            for name in (*_ARRAYS, "count", "end"):
                setattr(self, name, getattr(other, name))

    def clear(self) -> None:
        with self._lock:
            self.count = 0
            self.end = 0

    def bounds(self, first: int, stop: int) -> NDArray[np.int64]:
        """Return the file offsets of records [first, stop) and, as last element, where the last of them ends."""
        with self._lock:
            stop = min(stop, self.count)
            result = np.empty(max(0, stop - first) + 1, dtype=np.int64)
            result[:-1] = self._offsets[first:stop]
            result[-1] = self._offsets[stop] if stop < self.count else self.end
            return result

    def spans(self, numbers: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return (begin, end) offsets of these records; numbers beyond the last one have no bytes."""
        with self._lock:
            if not self.count:  # the log is read again just now
                nowhere = np.full(len(numbers), self.end, dtype=np.int64)
                return nowhere, nowhere
            last = self.count - 1
            begin = np.where(numbers <= last, self._offsets[np.minimum(numbers, last)], self.end)
            end = np.where(numbers < last, self._offsets[np.minimum(numbers + 1, last)], self.end)
            return begin, end

    def lines(self, numbers: Rows) -> NDArray[np.int64]:
        """Return the 1-based first line of these records."""
        with self._lock:
            return self._lines[numbers].astype(np.int64) + 1

    def flags(self, first: int, stop: int) -> NDArray[np.uint8]:
        with self._lock:
            return self._flags[first:stop].copy()

    def on_lines(self, first_line: int, last_line: int, first: int, stop: int) -> NDArray[np.bool_]:
        """Return which of the records [first, stop) hold one of the 1-based lines, both included."""
        numbers = np.arange(first, stop, dtype=np.int64)
        if 0 < self.line_count < first_line:
            return np.zeros(len(numbers), dtype=np.bool_)
        begin, end = self.record_at_line(first_line), self.record_at_line(last_line)
        mask: NDArray[np.bool_] = (numbers >= begin) & (numbers <= end)
        return mask

    def record_at_line(self, line: int) -> int:
        """Return the record that holds the 1-based ``line``; the first or last one beyond the ends, -1 if empty."""
        with self._lock:
            found = int(np.searchsorted(self._lines[: self.count], max(0, line - 1), side="right")) - 1
            return max(found, 0) if self.count else -1

    def record_at_offset(self, offset: int) -> int:
        """Return the first record that begins at or behind a file offset; their count if there is none yet."""
        with self._lock:
            return int(np.searchsorted(self._offsets[: self.count], offset, side="left"))
