"""Record numbers of a filter that only get more: kept in one array with room, so that adding some costs little."""

from __future__ import annotations

import numpy as np

from aidebug_gui.store.protocol import Rows


class GrowingRows:
    """Sorted record numbers. What was given out stays as it is, whatever is added later."""

    def __init__(self) -> None:
        self._array: Rows = np.empty(0, dtype=np.int64)
        self._count = 0

    def replace(self, first: int, rows: Rows) -> Rows:
        """Let ``rows`` follow the first ``first`` numbers, instead of what did, and return all."""
        count = first + len(rows)
        if first < self._count or count > len(self._array):
            array = np.empty(max(1024, count * 3 // 2), dtype=np.int64)
            array[:first] = self._array[:first]
            self._array = array
        self._array[first:count] = rows
        self._count = count
        view = self._array[:count]
        view.flags.writeable = False
        return view


def is_continued(old: Rows, new: Rows) -> bool:
    """Return whether ``new`` is ``old`` and perhaps more behind it."""
    if len(new) < len(old):
        return False
    if new.base is not None and new.base is old.base and new.ctypes.data == old.ctypes.data:
        return True  # views of one array, of which nothing that was given out is ever changed
    return np.array_equal(new[: len(old)], old)
