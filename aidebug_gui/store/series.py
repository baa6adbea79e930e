"""The points of one numeric field, reduced to the pixels of a picture without losing a spike.

One level of buckets (64 points each) holds minimum, maximum and sum. A pixel column takes its full buckets from there
and only its two ragged ends from the points, so a picture costs points / 64 + pixels * 128, whatever the zoom.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Picture, Rows

Floats = NDArray[np.float64]
Values = NDArray[np.float64] | NDArray[np.float32]
_BUCKET = 64
_SAMPLED_DISTRIBUTION = 1_000_000


class SeriesPyramid:
    """Points ascending in x. ``records[i]`` is the record of point i; None means record i itself.

    x is in nanoseconds (time axis) or record numbers. Values that are not finite are left out and counted in
    ``not_finite``.
    """

    def __init__(self, x: Floats, y: Values, records: Rows | None = None) -> None:
        finite = np.isfinite(y)
        self.not_finite = int(len(y) - np.count_nonzero(finite))
        if self.not_finite:
            records = np.flatnonzero(finite) if records is None else records[finite]
            x, y = x[finite], y[finite]
        if len(x) > 1 and np.any(x[1:] < x[:-1]):
            order = np.argsort(x, kind="stable")
            records = order if records is None else records[order]
            x, y = x[order], y[order]
        self._x = x
        self._y = y
        self._records = records
        self._by_record: Rows | None = None  # positions in record order, made when first needed, if they differ
        self._is_in_record_order = records is None or bool(np.all(records[1:] > records[:-1]))
        full = len(y) // _BUCKET * _BUCKET
        buckets = y[:full].reshape(-1, _BUCKET)
        self._bucket_low: Values = buckets.min(axis=1)
        self._bucket_high: Values = buckets.max(axis=1)
        self._bucket_sum: Floats = buckets.sum(axis=1, dtype=np.float64)

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
        first_bucket = -(-starts // _BUCKET)
        last_bucket = np.maximum(np.minimum(stops // _BUCKET, len(self._bucket_low)), first_bucket)
        head_stops = np.minimum(first_bucket * _BUCKET, stops)
        tail_starts = np.maximum(last_bucket * _BUCKET, head_stops)
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
        """Count the points above (or below) a threshold."""
        return int(np.count_nonzero(self._y > threshold if above else self._y < threshold))

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
            position = self._position(record)
        return (float(self._x[position]), float(self._y[position])) if position >= 0 else None

    def _position(self, record: int) -> int:
        assert self._records is not None
        if not self._is_in_record_order and self._by_record is None:
            self._by_record = np.argsort(self._records, kind="stable")
        found = int(np.searchsorted(self._records, record, sorter=self._by_record))
        if found == len(self._records):
            return -1
        position = found if self._by_record is None else int(self._by_record[found])
        return position if int(self._records[position]) == record else -1
