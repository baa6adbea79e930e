"""Values never seen before: new bands of values, and records beyond the range so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.windows import window_sum

Floats = NDArray[np.float64]

_BANDS = 12  # over the middle 96 % of the first points, open at both ends
_SPREAD = 4096  # bands away from the middle that are told apart
_MEMORY = 15  # points for which a new band is remembered, fading
_RECORD_SHARE = 0.05  # of the range so far


@dataclass(frozen=True, slots=True)
class Bands:
    """Which bands of values were seen so far, and the range. A step gives the next state and leaves this one alone."""

    origin: float
    width: float
    seen: NDArray[np.bool_]
    fresh: Floats  # the last _MEMORY points: 1 where a band was new
    lowest: float
    highest: float

    @classmethod
    def of(cls, first: Floats) -> Bands:
        """Set the bands by the first points of a series."""
        low, high = np.quantile(first, [0.02, 0.98])
        width = float(high - low) / _BANDS or 1.0
        start = cls(float(low), width, np.zeros(2 * _SPREAD + 1, dtype=np.bool_), np.zeros(_MEMORY), np.inf, -np.inf)
        return start.step(first)[2]

    def step(self, values: Floats) -> tuple[Floats, NDArray[np.bool_], Bands]:
        """Return how new each value's band is (0 to about 4), which values are records, and the next state."""
        offset = np.clip(np.floor((values - self.origin) / self.width), -_SPREAD, _SPREAD)
        bands, first = np.unique(offset.astype(np.int64) + _SPREAD, return_index=True)
        fresh = np.concatenate([self.fresh, np.zeros(len(values))])
        fresh[_MEMORY + first[~self.seen[bands]]] = 1.0
        seen = self.seen.copy()
        seen[bands] = True
        # Windows of 2, 4, 8 and 16 points: a new band fades in steps.
        novelty = sum(window_sum(fresh, width)[-len(values) :] for width in (2, 4, 8, 16))
        high = np.maximum.accumulate(np.append(self.highest, values))
        low = np.minimum.accumulate(np.append(self.lowest, values))
        span = (high - low)[:-1]
        with np.errstate(invalid="ignore"):
            record = np.maximum(values - high[:-1], low[:-1] - values) > _RECORD_SHARE * span + 1e-12
        state = replace(self, seen=seen, fresh=fresh[-_MEMORY:], lowest=float(low[-1]), highest=float(high[-1]))
        return np.asarray(novelty), record, state
