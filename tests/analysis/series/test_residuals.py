from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.residuals import CONTEXT, LOCAL, local_residuals

ABSOLUTE, RELATIVE = (row for row, reason in enumerate(LOCAL) if reason is Reason.SHIFT)


def residuals(values: np.ndarray) -> np.ndarray:
    return local_residuals(values, 1e-3)


def quiet(count: int = 1200) -> np.ndarray:
    return 10 + 0.5 * np.random.default_rng(1).normal(size=count)


def test_a_lone_point_is_no_shift():
    values = quiet()
    before = residuals(values)[ABSOLUTE]
    values[700] = 1e6
    after = residuals(values)[ABSOLUTE]
    assert np.abs(after - before).max() < 1


def test_a_shift_is_measured_on_both_scales_and_ends_with_the_level():
    values = quiet()
    values[700:800] += 4
    found = residuals(values)
    at = 700 - CONTEXT
    assert found[ABSOLUTE, at + 62] > 3.5
    assert 6 < found[RELATIVE, at + 62] < 12  # standard deviations: the middle of three values has a smaller one
    assert found[ABSOLUTE, at - 50 : at].max() < 0.5
    assert found[ABSOLUTE, at + 115] < 1.5  # fifteen points after the level came back
