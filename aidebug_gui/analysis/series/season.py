"""The time of day: what the last seven days had at this hour, by time stamps, so that sampling may be irregular."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.windows import window_max, window_min, window_sum

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

DAY = 86_400 * 10**9  # nanoseconds
DAYS = 7
_MOST_BUCKETS = 480  # a day has at most so many (3 minutes)
_LONGEST_INTERVAL = DAY // 8
_STRETCH = 4096  # buckets that are looked at together


@dataclass(frozen=True, slots=True)
class Season:
    """Lowest, highest and mean value of each bucket (some minutes) of the last seven days.

    ``step`` gives the next state and leaves this one alone. Index i of the arrays is bucket ``base + i``.
    """

    start: int  # ns: where bucket 0 begins
    buckets: int  # a day
    tolerance: int  # buckets before and after that count as the same time of day
    base: int
    low: Floats
    high: Floats
    total: Floats
    count: Floats
    difference: Floats  # bucket mean minus the usual mean at this time of day, NaN where unknown

    @classmethod
    def of(cls, times: Times) -> Season | None:
        """Set the buckets by the first times of a series; None if the points are too far apart for a daily shape."""
        interval = int(np.median(np.diff(times))) if len(times) > 1 else 0
        if not 0 < interval <= _LONGEST_INTERVAL:
            return None
        buckets = max(1, min(_MOST_BUCKETS, round(DAY / interval)))
        tolerance = max(2, buckets // 48)
        kept = DAYS * buckets + 2 * tolerance + 1
        unknown = np.full(kept, np.nan)
        return cls(
            int(times[0]),
            buckets,
            tolerance,
            -kept,
            np.full(kept, np.inf),
            np.full(kept, -np.inf),
            np.zeros(kept),
            np.zeros(kept),
            unknown,
        )

    def step(self, times: Times, values: Floats) -> tuple[Floats, Floats, Season]:
        """Return the distance to the nearest of the last days, the lasting difference to them, and the next state."""
        bucket = (times - self.start) // (DAY // self.buckets)
        distance, lasting = np.zeros(len(values)), np.zeros(len(values))
        state, first = self, 0
        while first < len(values):
            end = int(np.searchsorted(bucket, bucket[first] + _STRETCH))
            part = slice(first, end)
            distance[part], lasting[part], state = state._stretch(bucket[part], values[part])
            first = end
        return distance, lasting, state

    def _stretch(self, bucket: NDArray[np.int64], values: Floats) -> tuple[Floats, Floats, Season]:
        state = self._moved(int(bucket[0]), int(bucket[-1]))
        kept, size = len(self.low), len(state.low)
        index = bucket - state.base
        starts = np.flatnonzero(np.append(True, index[1:] != index[:-1]))
        at = index[starts]
        state.low[at] = np.minimum(state.low[at], np.minimum.reduceat(values, starts))
        state.high[at] = np.maximum(state.high[at], np.maximum.reduceat(values, starts))
        state.total[at] += np.add.reduceat(values, starts)
        state.count[at] += np.diff(np.append(starts, len(values)))
        usual = state.usual(kept - 1)
        with np.errstate(invalid="ignore"):
            mean = state.total[kept - 1 :] / state.count[kept - 1 :]
        state.difference[kept - 1 :] = mean - usual
        distance, lasting = state.nearest(index, values), state.lasting()[index]
        tail = slice(size - kept, size)
        arrays = {name: getattr(state, name)[tail].copy() for name in ("low", "high", "total", "count", "difference")}
        return distance, lasting, replace(state, base=state.base + size - kept, **arrays)

    def _moved(self, first: int, last: int) -> Season:
        """Return this state with room for the buckets first..last behind those kept before ``first``."""
        kept = len(self.low)
        base = first - kept + 1
        shift = min(base - self.base, kept)
        room = kept + last - first

        def moved(values: Floats, empty: float) -> Floats:
            result = np.full(room, empty)
            result[: kept - shift] = values[shift:]
            return result

        return replace(
            self,
            base=base,
            low=moved(self.low, np.inf),
            high=moved(self.high, -np.inf),
            total=moved(self.total, 0.0),
            count=moved(self.count, 0.0),
            difference=moved(self.difference, np.nan),
        )

    def usual(self, first: int) -> Floats:
        """Median over the days before of the means at the same time of day, for the buckets from ``first`` on."""
        with np.errstate(invalid="ignore"):
            mean = self.total / self.count
        size = len(mean)
        days = np.empty((DAYS, size - first))
        for day in range(1, DAYS + 1):
            begin = first - day * self.buckets
            days[day - 1] = mean[begin : size - day * self.buckets]
        days.sort(axis=0)  # NaN last
        known = np.count_nonzero(~np.isnan(days), axis=0)
        column = np.arange(size - first)
        lower, upper = days[np.maximum(known - 1, 0) // 2, column], days[np.minimum(known // 2, DAYS - 1), column]
        return np.asarray(np.where(known > 0, (lower + upper) / 2, np.nan))

    def nearest(self, index: NDArray[np.int64], values: Floats) -> Floats:
        """Distance of values to the range of the nearest of the days before, at their bucket and those around it."""
        width = 2 * self.tolerance + 1
        low, high = window_min(self.low, width), window_max(self.high, width)
        best = np.full(len(values), np.inf)
        for day in range(1, DAYS + 1):
            at = index - day * self.buckets - self.tolerance
            np.minimum(best, np.maximum(np.maximum(values - high[at], low[at] - values), 0.0), out=best)
        best[np.isinf(best)] = 0.0
        return best

    def lasting(self) -> Floats:
        """Mean difference of the last eighth of a day, for each bucket without itself."""
        width = max(3, self.buckets // 8)
        known = ~np.isnan(self.difference)
        padded = np.concatenate([np.zeros(width), np.where(known, self.difference, 0.0)[:-1]])
        counts = np.concatenate([np.zeros(width), known[:-1].astype(float)])
        return np.asarray(np.abs(window_sum(padded, width) / np.maximum(window_sum(counts, width), 1.0)))
