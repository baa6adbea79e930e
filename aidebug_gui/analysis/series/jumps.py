"""How rare a jump is in a series that is known as a whole: the tail of all its other jumps says so."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from aidebug_gui.analysis.series.calibration import LARGEST

Floats = NDArray[np.float64]

_LOCAL = 9  # points before
_TAIL = 20  # jumps that tell how fast the tail falls


def jumps(values: Floats) -> Floats:
    """Return how far each value is from the median of the nine finite ones before it; 0 where that is not known."""
    found = np.zeros(len(values))
    places = np.flatnonzero(np.isfinite(values))
    if len(places) > _LOCAL:
        finite = values[places]
        local = np.median(sliding_window_view(finite, _LOCAL)[:-1], axis=1)
        with np.errstate(over="ignore"):
            found[places[_LOCAL:]] = np.abs(finite[_LOCAL:] - local)
    return found


def surprise(found: Floats, start: int, end: int, peak: int) -> float:
    """Return -log10 of how likely a jump as large as that at ``peak`` is; 0 where the others are too few to say.

    The points from ``start`` to ``end`` and those that have them before them are left out. Beyond the largest others the
    tail is taken for a power law with the exponent of Hill's estimator (B. M. Hill, "A simple general approach to
    inference about the tail of a distribution", 1975).
    """
    others = np.delete(found, slice(start, end + 1 + _LOCAL))
    if len(others) <= _TAIL:
        return 0.0
    largest = np.partition(others, -_TAIL - 1)[-_TAIL - 1 :]
    limit, jump = float(largest.min()), float(found[peak])
    if limit <= 0 or jump <= limit or not np.isfinite(largest).all():
        return 0.0
    spread = float(np.log(largest / limit).sum()) / _TAIL
    if spread <= 0:
        return LARGEST
    return min(LARGEST, float(np.log10(len(others) / _TAIL) + np.log10(jump / limit) / spread))
