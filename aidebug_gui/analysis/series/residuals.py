"""What is unusual about a point given the points just before it, as numbers that grow with the oddness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.windows import Moments, median_of_3, median_of_9

Floats = NDArray[np.float64]

RECENT, BEFORE = 60, 300  # points: the level now and the level before it
_LONE = 2  # points more, so that the middle of three is known where the levels begin
CONTEXT = RECENT + BEFORE + _LONE  # points that must come before the first one that is judged
_STILL = 10  # points: where the level of these is back, a shift is over
_NOISY, _QUIET = 20, 60
_CALM = 10  # floors: the least standard deviation that a shift is measured in

LOCAL: tuple[Reason, ...] = (
    Reason.SPIKE,
    Reason.SHIFT,
    Reason.JUMP,
    Reason.VOLATILITY,
    Reason.QUIET,
    Reason.LOW,
    Reason.SHIFT,
)
"""The reason of each residual. A shift is measured on the scale of the values, and last in deviations before it."""


def local_residuals(values: Floats, floor: float) -> Floats:
    """Return the residuals of ``values[CONTEXT:]``, shape (len(LOCAL), points).

    ``floor``: a standard deviation below which differences mean nothing, > 0.
    """
    now = values[CONTEXT:]
    moments = Moments(values)
    last = len(now)
    shift, deviation = _shift(values, last)
    return np.stack(
        [
            np.abs(now - median_of_9(values[CONTEXT - 9 : -1])),
            shift,
            np.abs(now - values[CONTEXT - 1 : -1]),
            np.log(moments.deviation(_NOISY)[-last:] + floor),
            -np.log(moments.deviation(_QUIET)[-last:] + floor),
            -now,
            shift / (deviation + _CALM * floor),
        ]
    )


def _shift(values: Floats, last: int) -> tuple[Floats, Floats]:
    """Return how far the level has moved and still is, at each of the last points, and the standard deviation before.

    A lone point is no level: each value is replaced by the middle of it and the two before it.
    """
    moments = Moments(median_of_3(values[:-2], values[1:-1], values[2:]))
    before, squares = moments.window(BEFORE)
    end = len(before) - RECENT
    level, deviation = before[end - last : end], np.sqrt(squares[end - last : end] / (BEFORE - 1))
    recent, still = (moments.window(width)[0][-last:] - level for width in (RECENT, _STILL))
    return np.where(recent * still > 0, np.minimum(np.abs(recent), np.abs(still)), 0.0), deviation
