"""Sliding windows over arrays in O(log width) vector operations.

Each result depends on the values of its window alone, always combined in the same order, so that it does not change
with what was computed before: the same window gives the same bits in any piece of the series.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Moments:
    """Mean and sum of squared deviations of all windows of an array (pairwise update of Chan et al., no cancellation).

    ``window(width)`` gives two arrays of ``len(x) - width + 1`` values; position i belongs to ``x[i : i + width]``.
    """

    def __init__(self, x: Floats) -> None:
        self._levels = [(x, np.zeros(len(x)))]

    def window(self, width: int) -> tuple[Floats, Floats]:
        size = len(self._levels[0][0]) - width + 1
        done, mean, squares = 0, np.empty(0), np.empty(0)
        for power in range(width.bit_length() - 1, -1, -1):
            length = 1 << power
            if not width & length:
                continue
            part_mean, part_squares = (values[done : done + size] for values in self._level(power))
            if done:
                mean, squares = _merged(mean, squares, done, part_mean, part_squares, length)
            else:
                mean, squares = part_mean, part_squares
            done += length
        return mean, squares

    def deviation(self, width: int) -> Floats:
        """Standard deviation of each window."""
        deviation: Floats = np.sqrt(self.window(width)[1] / (width - 1))
        return deviation

    def _level(self, power: int) -> tuple[Floats, Floats]:
        while len(self._levels) <= power:
            length = 1 << (len(self._levels) - 1)
            mean, squares = self._levels[-1]
            halves = mean[:-length], squares[:-length], length, mean[length:], squares[length:], length
            self._levels.append(_merged(*halves))
        return self._levels[power]


def _merged(
    mean_a: Floats, squares_a: Floats, count_a: int, mean_b: Floats, squares_b: Floats, count_b: int
) -> tuple[Floats, Floats]:
    total = count_a + count_b
    difference = mean_b - mean_a
    mean = mean_a + difference * (count_b / total)
    return mean, squares_a + squares_b + difference * difference * (count_a * count_b / total)


def window_sum(x: Floats, width: int) -> Floats:
    """Sum of each window; position i belongs to ``x[i : i + width]``."""
    size = len(x) - width + 1
    result: Floats | None = None
    level, length, done = x, 1, 0
    while length <= width:
        if width & length:
            part = level[done : done + size]
            result = part if result is None else result + part
            done += length
        level = level[:-length] + level[length:]
        length *= 2
    assert result is not None
    return result


def window_max(x: Floats, width: int) -> Floats:
    """Return the largest value of each window; position i belongs to ``x[i : i + width]``."""
    return _extreme(x, width, np.maximum)


def window_min(x: Floats, width: int) -> Floats:
    """Return the smallest value of each window; position i belongs to ``x[i : i + width]``."""
    return _extreme(x, width, np.minimum)


def _extreme(x: Floats, width: int, choose: Callable[[Floats, Floats], Floats]) -> Floats:
    length = 1
    while length * 2 <= width:
        x = choose(x[:-length], x[length:])
        length *= 2
    rest = width - length  # two overlapping windows cover the rest
    return choose(x[:-rest], x[rest:]) if rest else x


def median_of_9(x: Floats) -> Floats:
    """Median of each window of nine; position i belongs to ``x[i : i + 9]``.

    Nine values sorted in three triples: the median is that of the largest low, the middle mid and the smallest high.
    """
    a, b, c = x[:-2], x[1:-1], x[2:]
    small, large = np.minimum(a, b), np.maximum(a, b)
    low, high = np.minimum(small, c), np.maximum(large, c)
    middle = np.maximum(small, np.minimum(large, c))
    return median_of_3(
        np.maximum(np.maximum(low[:-6], low[3:-3]), low[6:]),
        median_of_3(middle[:-6], middle[3:-3], middle[6:]),
        np.minimum(np.minimum(high[:-6], high[3:-3]), high[6:]),
    )


def median_of_3(a: Floats, b: Floats, c: Floats) -> Floats:
    """Return the middle value at each position."""
    result: Floats = np.maximum(np.minimum(a, b), np.minimum(np.maximum(a, b), c))
    return result
