"""The points of one numeric field, reduced to the pixels of a picture without losing a spike.

One level of buckets (64 points each) holds minimum, maximum and sum. A pixel column takes its full buckets from there
and only its two ragged ends from the points, so a picture costs points / 64 + pixels * 128, whatever the zoom.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Picture, Rows, Stretches

Floats = NDArray[np.float64]
Values = NDArray[np.float64] | NDArray[np.float32]
BUCKET = 64
_SAMPLED_DISTRIBUTION = 1_000_000
_KEPT_THRESHOLDS = 8

Records: TypeAlias = NDArray[np.uint32]
Buckets: TypeAlias = tuple[Floats, Floats, Floats]
"""Minimum, maximum and sum of each full bucket."""
Side: TypeAlias = tuple[float, bool]
"""A threshold, and whether what is above it counts."""
Counted: TypeAlias = tuple[int, int]
"""Of so many points, the first ones, so many count."""


class SeriesPyramid:
    """Points ascending in x. ``records[i]`` is the record of point i; None means record i itself.

    x is in nanoseconds (time axis) or record numbers, y is finite. :class:`GrowingSeries` makes them.
    """

    def __init__(
        self, x: Floats, y: Values, records: Records | None, buckets: Buckets, beyond: dict[Side, Counted]
    ) -> None:
        """``buckets``: of all full ones. ``beyond``: what was counted of the points that come first."""
        self._x = x
        self._y = y
        self._records = records
        self._bucket_low, self._bucket_high, self._bucket_sum = buckets
        self._counted = beyond
        self.not_finite = Stretches.none()

    @property
    def x(self) -> Floats:
        """The x of all points, ascending."""
        return self._x

    @property
    def size(self) -> int:
        """Number of points."""
        return len(self._x)

    def picture(self, first: float, last: float, pixels: int) -> Picture:
        """Reduce the points in [first, last] to at most ``pixels`` columns; few points are given as they are.

        One point beyond each end is included where the picture is exact, so that a line runs to the edge.
        """
        start = int(np.searchsorted(self._x, first, side="left"))
        stop = int(np.searchsorted(self._x, last, side="right"))
        pixels = max(1, pixels)
        if stop - start <= 2 * pixels:
            window = slice(max(0, start - 1), min(len(self._x), stop + 1))
            y = self._y[window].astype(np.float64, copy=False)
            return Picture(self._x[window], y, y, y, exact=True)
        edges = np.linspace(first, last, pixels + 1)
        bounds = np.searchsorted(self._x, edges, side="left")
        bounds[0], bounds[-1] = start, stop
        filled = bounds[1:] > bounds[:-1]
        starts, stops = bounds[:-1][filled], bounds[1:][filled]
        low, high, total = self._reduce(starts, stops)
        middle = (edges[:-1] + edges[1:])[filled] / 2
        return Picture(middle, low, high, total / (stops - starts), exact=False)

    def _reduce(self, starts: Rows, stops: Rows) -> tuple[Floats, Floats, Floats]:
        """Return minimum, maximum and sum of y over the non-empty ranges [starts, stops)."""
        first_bucket = -(-starts // BUCKET)
        last_bucket = np.maximum(np.minimum(stops // BUCKET, len(self._bucket_low)), first_bucket)
        head_stops = np.minimum(first_bucket * BUCKET, stops)
        tail_starts = np.maximum(last_bucket * BUCKET, head_stops)
        low = np.full(len(starts), np.inf)
        high = np.full(len(starts), -np.inf)
        total = np.zeros(len(starts))
        pieces = (
            (self._y, self._y, self._y, starts, head_stops),
            (self._bucket_low, self._bucket_high, self._bucket_sum, first_bucket, last_bucket),
            (self._y, self._y, self._y, tail_starts, stops),
        )
        for lows, highs, sums, piece_starts, piece_stops in pieces:
            filled = np.flatnonzero(piece_stops > piece_starts)
            if not len(filled):
                continue
            lengths = (piece_stops - piece_starts)[filled]
            cuts = np.cumsum(lengths) - lengths
            positions = np.repeat(piece_starts[filled] - cuts, lengths) + np.arange(int(lengths.sum()))
            low[filled] = np.minimum(low[filled], np.minimum.reduceat(lows[positions], cuts))
            high[filled] = np.maximum(high[filled], np.maximum.reduceat(highs[positions], cuts))
            total[filled] += np.add.reduceat(sums[positions], cuts)
        return low, high, total

    def history(self, first: float, last: float, places: int, width: int) -> tuple[Floats, list[Floats]]:
        """Return the x of at most ``places`` points in [first, last] and the up to ``width`` values before each."""
        start = int(np.searchsorted(self._x, first, side="left"))
        stop = int(np.searchsorted(self._x, last, side="right"))
        chosen = np.unique(np.linspace(start, stop - 1, min(places, stop - start)).astype(np.int64))
        return self._x[chosen], [self._y[max(0, at - width) : at].astype(np.float64) for at in chosen.tolist()]

    def nearest(self, x: float, y: float, x_scale: float, y_scale: float) -> int:
        """Return the record of the point nearest to (x, y) within 30 ``x_scale``, or -1.

        The scales are the data units of one pixel, so the distance is measured on the screen.
        """
        start = int(np.searchsorted(self._x, x - 30 * x_scale, side="left"))
        stop = int(np.searchsorted(self._x, x + 30 * x_scale, side="right"))
        if start == stop:
            return -1
        distance = np.hypot((self._x[start:stop] - x) / (x_scale or 1.0), (self._y[start:stop] - y) / (y_scale or 1.0))
        return self._record(start + int(np.argmin(distance)))

    def _record(self, position: int) -> int:
        return position if self._records is None else int(self._records[position])

    def beyond(self, threshold: float, *, above: bool = True) -> int:
        """Count the points above (or below) a threshold; of a series that grew only the new ones are looked at."""
        side = (threshold, above)
        first, count = self._counted.get(side, (0, 0))
        if first > self.size:  # counted of a longer one
            first = count = 0
        y = self._y[first:]
        count += int(np.count_nonzero(y > threshold if above else y < threshold))
        if len(self._counted) >= _KEPT_THRESHOLDS:  # a threshold is dragged
            self._counted.clear()
        self._counted[side] = (self.size, count)
        return count

    def distribution(self, first: float, last: float, bins: int) -> tuple[Floats, NDArray[np.int64]]:
        """Return (edges, counts) of the values in [first, last]; beyond a million points an even sample, scaled up."""
        start = int(np.searchsorted(self._x, first, side="left"))
        stop = int(np.searchsorted(self._x, last, side="right"))
        step = max(1, (stop - start) // _SAMPLED_DISTRIBUTION)
        values = self._y[start:stop:step]
        if not len(values):
            return np.linspace(0.0, 1.0, bins + 1), np.zeros(bins, dtype=np.int64)
        low, high = float(values.min()), float(values.max())
        if low == high:
            low, high = low - 0.5, high + 0.5
        positions = ((values - low) * (bins / (high - low))).astype(np.int32)
        counts = np.bincount(np.minimum(positions, bins - 1), minlength=bins)
        return np.linspace(low, high, bins + 1), counts.astype(np.int64) * step

    def point(self, record: int) -> tuple[float, float] | None:
        """Return (x, y) of a record, None if it has no point."""
        if self._records is None:
            position = record if record < len(self._x) else -1
        else:
            found = np.flatnonzero(self._records == record)
            position = int(found[0]) if len(found) else -1
        return (float(self._x[position]), float(self._y[position])) if position >= 0 else None
