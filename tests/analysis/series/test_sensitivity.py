from __future__ import annotations

import pytest

from aidebug_gui.analysis.series.events import EXPECTED_FALSE_ALARMS, LIMITS
from aidebug_gui.analysis.series.model import Sensitivity
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE, RATES, limit_of


@pytest.mark.parametrize("mode", ["causal", "whole"])
def test_the_measured_limits_are_kept(mode):
    for step in Sensitivity:
        assert limit_of(mode, EXPECTED_FALSE_ALARMS[step]) == pytest.approx(LIMITS[mode][step])


@pytest.mark.parametrize("mode", ["causal", "whole"])
def test_fewer_false_alarms_need_a_higher_score(mode):
    limits = [limit_of(mode, rate) for rate in RATES]
    assert limits == sorted(limits, reverse=True)
    assert len(set(limits)) == len(RATES)
    assert NORMAL_RATE in RATES
