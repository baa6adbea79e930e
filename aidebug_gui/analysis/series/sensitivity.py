"""Sensitivity as people understand it: how many false alarms per 10,000 points of noise they can live with."""

from __future__ import annotations

import math

import numpy as np

from aidebug_gui.analysis.series.events import EXPECTED_FALSE_ALARMS, LIMITS, Mode

RATES = (0.5, 1.0, 2.0, 4.0, 6.0)
"""False alarms per 10,000 points on the worst kind of pure noise that a user can choose between."""
NORMAL_RATE = 2.0


def limit_of(mode: Mode, false_alarms: float) -> float:
    """Return the least score of an event's peak for a number of false alarms per 10,000 points.

    Measured are the limits of ``Sensitivity``; between them the logarithm of the false alarms is about linear in the
    limit, as it is for the tail of any residual.
    """
    known = sorted((math.log(EXPECTED_FALSE_ALARMS[step]), limit) for step, limit in LIMITS[mode].items())
    rates, limits = zip(*known, strict=True)
    return float(np.interp(math.log(false_alarms), rates, limits))
