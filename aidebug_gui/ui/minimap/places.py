"""Places in the table as pixels of a strip. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Rows

BINS = 2048
"""As fine as any screen; a strip of another height is painted from these, whatever the log's size."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Positions in the table, sorted, out of ``count`` rows; ``filled``: bool (BINS,), where there are any."""

    positions: Rows
    count: int
    filled: NDArray[np.bool_]

    @classmethod
    def of(cls, positions: Rows, count: int) -> Places:
        """Bin positions of a table with ``count`` rows."""
        filled: NDArray[np.bool_] = np.zeros(BINS, dtype=np.bool_)
        if count:
            edges = -(-np.arange(BINS + 1, dtype=np.int64) * count // BINS)  # the first row of each bin
            filled = np.diff(np.searchsorted(positions, edges)) > 0
        return cls(positions, count, filled)

    def spans(self, height: int) -> list[tuple[int, int]]:
        """Return (first, last) of the runs of pixels that are filled, in a strip of this height."""
        if height < 1 or not self.filled.any():
            return []
        pixels = np.zeros(height, dtype=np.int8)
        pixels[np.flatnonzero(self.filled) * height // BINS] = 1
        edges = np.diff(pixels, prepend=0, append=0)
        starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
        return list(zip(starts.tolist(), (stops - 1).tolist(), strict=True))

    def nearest(self, position: float) -> int:
        """Return the position nearest to one, -1 where there are none."""
        if not len(self.positions):
            return -1
        after = int(np.searchsorted(self.positions, position))
        near = self.positions[max(0, after - 1) : after + 1]
        return int(near[np.abs(near - position).argmin()])


NOWHERE = Places.of(np.empty(0, dtype=np.int64), 0)
