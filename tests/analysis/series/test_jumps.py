from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.calibration import LARGEST
from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.jumps import jumps, surprise
from aidebug_gui.analysis.series.log_series import LogSeries, series_events


def test_a_jump_is_measured_from_the_median_of_the_nine_finite_values_before() -> None:
    values = np.array([*range(9), np.nan, 10.0, np.inf, 5.0])
    assert jumps(values).tolist() == [0.0] * 10 + [6.0, 0.0, 0.0]
    assert not jumps(np.arange(9.0)).any()


@pytest.mark.parametrize("draw", [np.random.default_rng(1).normal, np.random.default_rng(2).standard_cauchy])
def test_how_rare_the_largest_jump_is_goes_with_the_number_of_points(draw) -> None:
    told = []
    for _ in range(60):
        found = jumps(draw(size=4000))
        peak = int(found.argmax())
        told.append(surprise(found, peak, peak, peak))
    assert abs(float(np.median(told)) - np.log10(4000)) < 0.7


def test_far_beyond_all_others_it_is_rarer() -> None:
    values = np.random.default_rng(3).lognormal(0, 0.3, 5000)
    values[2000] = 40
    found = jumps(values)
    assert surprise(found, 2000, 2000, 2000) == LARGEST
    assert surprise(found, 100, 100, 100) == 0.0


def test_too_few_or_equal_or_endless() -> None:
    assert surprise(np.ones(20), 3, 3, 3) == 0.0
    assert surprise(np.zeros(100), 3, 3, 3) == 0.0
    assert surprise(np.append(np.ones(100), 9.0), 100, 100, 100) == LARGEST
    assert surprise(np.full(100, np.inf), 3, 3, 3) == 0.0
    assert np.isfinite(surprise(jumps(np.array([1e308, -1e308] * 40)), 70, 70, 70))


def test_an_opened_log_says_how_often_such_a_jump_was_expected() -> None:
    values = np.random.default_rng(4).lognormal(5, 0.2, 3000)
    values[1500] = 620.0
    times = np.arange(3000, dtype=np.int64) * 1_000_000_000
    series = LogSeries(Points(times, values, "latency_ms", "ms"), np.arange(3000, dtype=np.int64))
    (event,) = (event for event in series_events(series, "whole").events if event.start <= 1500 <= event.end)
    assert "such a jump was expected" in event.text
    assert event.surprise > 2.5
