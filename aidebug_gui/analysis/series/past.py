"""What is to be known of the points before a window of a series, so that they need not be looked at again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Past:
    """Points of a series up to a place. ``count``: those that are finite, ``positive``: those above 0.

    ``run``: how many equal values it ends with; ``longest``: the longest run of equal values before that one.
    """

    points: int = 0
    count: int = 0
    low: float = np.inf
    high: float = -np.inf
    positive: int = 0
    last: float = np.nan
    run: int = 0
    longest: int = 0

    def more(self, values: NDArray[np.float64]) -> Past:
        """Return the past with the points that follow."""
        if not len(values):
            return self
        finite = values[np.isfinite(values)]
        runs = np.diff(np.append(self.run_begins(values), len(values)))
        return Past(
            self.points + len(values),
            self.count + len(finite),
            float(finite.min(initial=self.low)),
            float(finite.max(initial=self.high)),
            self.positive + int(np.count_nonzero(finite > 0)),
            float(values[-1]),
            int(runs[-1]),
            max(self.longest, int(runs[:-1].max(initial=0))),
        )

    def run_begins(self, values: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return where runs of equal values begin in the points that follow; the first one may begin before them."""
        changed = values != np.append(self.last, values[:-1])  # NaN differs from all
        if not self.run:
            changed = changed[1:]
            return np.append(0, np.flatnonzero(changed) + 1)
        return np.append(-self.run, np.flatnonzero(changed))


NOTHING_BEFORE = Past()

_BLOCK = 65_536  # points


class History:
    """The past of each point of a series. What is asked of several points is computed once for each block of points."""

    def __init__(self, values: NDArray[np.float64], before: Past = NOTHING_BEFORE) -> None:
        """``before``: the past of the first value."""
        self._values = values
        self._known = [before]

    def at(self, position: int) -> Past:
        """Return what is known of the points before a position."""
        block = position // _BLOCK
        while len(self._known) <= block:
            begin = (len(self._known) - 1) * _BLOCK
            self._known.append(self._known[-1].more(self._values[begin : begin + _BLOCK]))
        return self._known[block].more(self._values[block * _BLOCK : position])
