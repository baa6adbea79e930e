"""Fewer points that still say what is odd about a long series.

Scoring five million points takes ten seconds a field. Of each group of neighbours two points stand for all: the first
one, which keeps the usual course, and the one farthest from the median of the series, so that no spike is lost. A value
that is not a number is kept before any other. Of 0/1 flags the farthest alone is kept: whether any of a group was set.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.scale import is_flag

_SAMPLE = 100_000


def thinned(values: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Return at most ``most`` ascending positions that stand for all; all positions where there are no more."""
    count = len(values)
    if count <= most:
        return np.arange(count, dtype=np.int64)
    flags = bool(is_flag(values[:: max(1, count // _SAMPLE)]).all())
    size = -(-count // (most if flags else most // 2))
    groups = -(-count // size)
    distance = np.empty(groups * size)
    distance[count:] = -1.0  # no points
    np.subtract(values, 0.0 if flags else _middle(values), out=distance[:count])
    np.abs(distance[:count], out=distance[:count])
    np.copyto(distance[:count], np.inf, where=np.isnan(distance[:count]))
    firsts = np.arange(groups, dtype=np.int64) * size
    farthest: NDArray[np.int64] = firsts + distance.reshape(groups, size).argmax(axis=1)
    if flags:
        return farthest
    both = np.column_stack((firsts, farthest)).reshape(
        -1
    )  # ascending: the first of a group, then another of it or itself
    is_new = np.append(True, np.diff(both) > 0)
    return np.compress(is_new, both)


def _middle(values: NDArray[np.float64]) -> float:
    """Return about the median of the finite values, 0 if there are none."""
    some = values[:: max(1, len(values) // _SAMPLE)]
    some = some[np.isfinite(some)]
    return float(np.median(some)) if len(some) else 0.0
