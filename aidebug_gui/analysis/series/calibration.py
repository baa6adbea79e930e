"""How surprising is a value, given its own past? Peaks over threshold: the tail of the past as a Pareto distribution."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

QUANTILE = 0.98  # what lies above is the tail
HISTORY = 20_000  # values of the past that count
LARGEST = 6.0  # no value is less likely than once in a million: the tail is not known better
_LARGEST_SHAPE = 0.5  # of the Pareto distribution
_LEAST_MEAN = 0.01  # mean excess at least this share of the range: ties and tiny tails are no surprise
_LEAST_SHAPE = 1e-3  # below it the exponential distribution is meant
_LARGEST_SHARE = 0.2
_NEAR = (
    0.1  # of the way from the limit down to the least value: no fit moves the limit farther, or the search is longer
)
_BEYOND = 1.5  # log10: from n points a tail is not known farther than to once in about 30 n


class Surprise:
    """The past of several residuals and -log10 of the tail probability of new values under it.

    ``fit`` takes the past in, ``of`` judges a block (may be repeated with more values of the same block), ``append``
    makes the block past. Between fits the moments of the tail go on with every value that exceeds its limit, except for
    the ``lasting`` rows: what grows over many points would hide itself that way.
    """

    def __init__(self, rows: int, history: int = HISTORY, lasting: Collection[int] = ()) -> None:
        self._lasting = frozenset(lasting)
        self._history = history
        self._values = np.zeros((rows, 2 * history))
        self._end = 0
        self._limit = np.full(rows, np.inf)  # nothing is known yet: nothing surprises
        self._near = np.full(rows, -np.inf)  # the next limit is hardly below
        self._total, self._squares, self._range = np.zeros((3, rows))
        self._tail = np.zeros(rows, dtype=np.int64)

    def append(self, residuals: Floats) -> None:
        """Take in a block, shape (rows, points), points <= history."""
        count = residuals.shape[1]
        if self._end + count > self._values.shape[1]:
            self._values[:, : self._history] = self._values[:, self._end - self._history : self._end]
            self._end = self._history
        self._values[:, self._end : self._end + count] = residuals
        self._end += count

    def fit(self) -> None:
        """Fit the tails to what was appended."""
        past = self._past()
        least = past.min(axis=1)
        count = past.shape[1] - int(QUANTILE * (past.shape[1] - 1))
        for row, values in enumerate(past):
            tail = _largest(values, count, float(least[row]), float(self._near[row]))
            limit = self._limit[row] = tail[0]
            excess = tail[1:] - limit
            self._tail[row] = np.count_nonzero(excess)
            self._total[row], self._squares[row] = excess.sum(), excess @ excess
            self._range[row] = limit + excess.max(initial=0) - least[row]
        self._near = self._limit - _NEAR * (self._limit - least)

    def of(self, residuals: Floats) -> NDArray[np.float64]:
        """Return the surprise of a block, shape (rows, points), 0 to ``LARGEST``."""
        result = np.zeros(residuals.shape)
        for row in range(len(residuals)):
            excess = residuals[row] - self._limit[row]
            positions = np.flatnonzero(excess > 0)
            if len(positions):
                result[row, positions] = self._row(row, positions, excess[positions])
        return result

    def _past(self) -> Floats:
        return self._values[:, max(0, self._end - self._history) : self._end]

    def _row(self, row: int, positions: NDArray[np.int64], excess: Floats) -> Floats:
        learnt = excess[:-1] * (row not in self._lasting)
        before = self._tail[row] + np.arange(len(positions)) * (row not in self._lasting)
        total = np.cumsum(np.append(self._total[row], learnt))
        squares = np.cumsum(np.append(self._squares[row], learnt**2))
        count = np.maximum(before, 1)
        mean = total / count + _LEAST_MEAN * self._range[row] + 1e-12
        variance = np.maximum(squares / count - mean * mean, 1e-18)
        shape = np.clip(0.5 * (1 - mean * mean / variance), 0, _LARGEST_SHAPE)
        scaled = excess / np.maximum(mean * (1 - shape), 1e-12)
        curved = np.maximum(shape, _LEAST_SHAPE)
        beyond = np.where(shape < _LEAST_SHAPE, scaled, np.log1p(curved * scaled) / curved) / np.log(10)
        points = self._past().shape[1] + positions
        share = np.minimum(before / points + 1e-4, _LARGEST_SHARE)
        surprise: Floats = np.minimum(beyond - np.log10(share), np.minimum(LARGEST, np.log10(points) + _BEYOND))
        return surprise


def _largest(values: Floats, count: int, least: float, near: float) -> Floats:
    """Return the ``count`` largest values, the least of them first. ``least``: of all values.

    Only those above ``near`` are put in order, if they are enough: a fifth of the time of ordering 20,000.
    """
    some = values[values > near]
    if len(some) >= count:
        return np.partition(some, len(some) - count)[-count:]
    if near <= least:  # what has a season or a slow drift is seldom anything but 0
        return np.append(np.full(count - len(some), least), some)
    return np.partition(values, len(values) - count)[-count:]
