"""Where each record of a merged log is: offsets of the merged text, lines of the record's own file."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.growing_array import GrowingArray
from aidebug_gui.store.index import RecordIndex


class MergedIndex(RecordIndex):
    """Like a file's, but lines go up only within one file."""

    def __init__(self) -> None:
        super().__init__()
        self._last_lines = GrowingArray(np.empty(0, dtype=np.uint32))

    def set_last_lines(self, lines: NDArray[np.int64]) -> None:
        """Take the last line (0-based, in its file) of each record."""
        self._last_lines = GrowingArray(lines.astype(np.uint32))

    def add_last_lines(self, lines: NDArray[np.int64]) -> None:
        """Take the last lines of records that are about to be appended."""
        with self._lock:
            self._last_lines.append(lines.astype(np.uint32))

    def change_last_line(self, line: int) -> None:
        """Take another last line (0-based) of the last record."""
        with self._lock:
            self._last_lines.set_last(line)

    def on_lines(self, first_line: int, last_line: int, first: int, stop: int) -> NDArray[np.bool_]:
        """Return which of the records [first, stop) hold one of these lines (1-based) of their file."""
        wanted = max(0, stop - first)
        with self._lock:
            stop = min(stop, self.count)
            begins, ends = self._lines[first:stop], self._last_lines.view()[first:stop]
            mask = np.zeros(wanted, dtype=np.bool_)
            mask[: len(begins)] = (begins < last_line) & (ends >= max(0, first_line - 1))
            return mask

    def record_at_line(self, line: int) -> int:
        """Return the first record that holds this line of any of the files, else the last one; -1 if there is none."""
        count = self.count
        found = np.flatnonzero(self.on_lines(line, line, 0, count))
        return int(found[0]) if len(found) else count - 1
