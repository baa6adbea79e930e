"""What is unusual about a point given the points just before it, as numbers that grow with the oddness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.windows import Moments, median_of_9

Floats = NDArray[np.float64]

RECENT, BEFORE = 60, 300  # points: the level now and the level before it
CONTEXT = RECENT + BEFORE  # points that must come before the first one that is judged
_NOISY, _QUIET = 20, 60

LOCAL: tuple[Reason, ...] = (
    Reason.SPIKE,
    Reason.SHIFT,
    Reason.JUMP,
    Reason.VOLATILITY,
    Reason.QUIET,
    Reason.LOW,
)


def local_residuals(values: Floats, floor: float) -> Floats:
    """Return the residuals of ``values[CONTEXT:]``, shape (len(LOCAL), points).

    ``floor``: a standard deviation below which differences mean nothing, > 0.
    """
    now = values[CONTEXT:]
    moments = Moments(values)
    recent, _ = moments.window(RECENT)
    before, _ = moments.window(BEFORE)
    last = len(now)
    return np.stack(
        [
            np.abs(now - median_of_9(values[CONTEXT - 9 : -1])),
            np.abs(recent[-last:] - before[1 : last + 1]),
            np.abs(now - values[CONTEXT - 1 : -1]),
            np.log(moments.deviation(_NOISY)[-last:] + floor),
            -np.log(moments.deviation(_QUIET)[-last:] + floor),
            -now,
        ]
    )
