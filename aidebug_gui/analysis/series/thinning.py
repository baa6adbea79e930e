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
    finite = values[np.isfinite(values)]
    middle = float(np.median(finite[:: max(1, len(finite) // _SAMPLE)])) if len(finite) else 0.0
    distance = np.full(groups * size, -1.0)
    np.abs(values - (0.0 if flags else middle), out=distance[:count])
    distance[:count][~np.isfinite(values)] = np.inf
    firsts = np.arange(groups, dtype=np.int64) * size
    farthest: NDArray[np.int64] = firsts + distance.reshape(groups, size).argmax(axis=1)
    if flags:
        return farthest
    both = np.column_stack((firsts, farthest)).reshape(
        -1
    )  # ascending: the first of a group, then another of it or itself
    is_new = np.append(True, np.diff(both) > 0)
    return np.compress(is_new, both)
