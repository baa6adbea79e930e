"""How often a value was reached before: a burst that is no higher than earlier bursts is less news than a new one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STRETCH = 120  # points whose highest and lowest value count once
_KNOWN = 3  # the highest and lowest of so many stretches are remembered


@dataclass(frozen=True, slots=True)
class Peaks:
    """The extremes of past stretches. A step gives the next state and leaves this one alone.

    ``highest``: shape (2, _KNOWN), the largest maxima of the values and of the negated values, descending; ``open``:
    shape (2,), those of the stretch that is not full.
    """

    points: int = 0
    highest: Floats = field(default_factory=lambda: np.full((2, _KNOWN), -np.inf))
    open: Floats = field(default_factory=lambda: np.full(2, -np.inf))

    def step(self, values: Floats) -> tuple[NDArray[np.int64], Peaks]:
        """Return for each value in how many earlier stretches, 0 to _KNOWN, one was as extreme; and the next state.

        Where values were as high and others as low, the rarer of both counts.
        """
        stretch = (self.points + np.arange(len(values))) // _STRETCH - self.points // _STRETCH
        starts = np.flatnonzero(np.append(True, stretch[1:] != stretch[:-1]))
        is_full = (self.points + len(values)) % _STRETCH == 0
        times, highest, still_open = [], [], []
        for signed, before, begun in zip((values, -values), self.highest, self.open, strict=True):
            peaks = np.maximum.reduceat(signed, starts)
            peaks[0] = max(peaks[0], begun)
            known = _largest(before, peaks)
            times.append((known[:, stretch] >= signed).sum(axis=0))
            highest.append(known[:, -1 if is_full else -2])
            still_open.append(-np.inf if is_full else peaks[-1])
        state = replace(self, points=self.points + len(values), highest=np.stack(highest), open=np.array(still_open))
        return np.minimum(*times), state


def _largest(before: Floats, values: Floats) -> Floats:
    """Return the largest values, descending, known before each value and after all: shape (_KNOWN, len(values) + 1)."""
    result = np.empty((len(before), len(values) + 1))
    for rank, first in enumerate(before):
        result[rank] = np.maximum.accumulate(np.append(first, values))
        values = np.minimum(values, result[rank, :-1])  # what is not the largest any more, or never was
    return result
