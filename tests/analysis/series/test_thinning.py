from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.log_series import MOST_SCORED, LogSeries, series_events
from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.thinning import thinned


def test_few_points_all_stand_for_themselves():
    assert thinned(np.arange(10.0), 10).tolist() == list(range(10))


@pytest.mark.parametrize("count", [1001, 4999, 10_000])
def test_no_spike_and_no_nan_is_lost(count):
    values = np.random.default_rng(1).normal(50, 1, count)
    values[[17, count - 1]] = 500, -500
    values[count // 2] = np.nan
    chosen = thinned(values, 1000)
    assert len(chosen) <= 1000
    assert {17, count // 2, count - 1} <= set(chosen.tolist())
    assert np.all(np.diff(chosen) > 0)


def test_of_flags_each_group_tells_whether_any_was_set():
    flags = np.zeros(10_000)
    flags[[5, 7777]] = 1
    chosen = thinned(flags, 1000)
    assert len(chosen) == 1000
    assert flags[chosen].sum() == 2
    assert len(thinned(np.full(10_000, np.nan), 1000)) <= 1000


def test_what_is_odd_in_a_very_long_series_is_found_and_nothing_else():
    count = 1_800_000
    rng = np.random.default_rng(2)
    values = rng.lognormal(3, 0.3, count)
    values[900_000] *= 60  # one point
    values[1_200_000:1_230_000] *= 4  # a level that moved for a while
    values[1_500_000:1_500_400] = 21.5  # stuck
    times = np.arange(count, dtype=np.int64) * 10**9
    found = series_events(LogSeries(Points(times, values, "latency_ms", "ms"), np.arange(count)))
    places = [(event.start, event.reason) for event in found.events]
    assert any(abs(start - 900_000) < 200 for start, _ in places)
    assert any(abs(start - 1_200_000) < 2000 for start, _ in places)
    assert any(abs(start - 1_500_000) < 400 and reason is Reason.FLAT for start, reason in places)
    odd = [(899_000, 901_000), (1_199_000, 1_240_000), (1_499_000, 1_502_000)]
    false = [start for start, _ in places if not any(first <= start <= last for first, last in odd)]
    assert len(false) <= 0.0002 * MOST_SCORED  # two of 10,000 that are scored
    spike = next(event for event in found.events if abs(event.start - 900_000) < 200)
    assert values[spike.peak] == values[900_000]
