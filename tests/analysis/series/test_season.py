from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.season import DAY, Season

MINUTE = 60 * 10**9


def daily(days: int, minutes: int = 5) -> tuple[np.ndarray, np.ndarray]:
    times = np.arange(days * 24 * 60 // minutes) * minutes * MINUTE
    return times, np.sin(2 * np.pi * times / DAY)


def test_a_repeated_day_has_no_distance():
    times, values = daily(5)
    distance, lasting, _ = Season.of(times[:200]).step(times, values)
    assert distance[288 + 6 :].max() < 1e-9  # before, a part of the time of day was never seen
    assert lasting.max() < 1e-9


def test_the_distance_is_to_the_same_time_of_day():
    times, values = daily(5)
    values[1000] += 7
    distance, _, _ = Season.of(times[:200]).step(times, values)
    assert distance.argmax() == 1000
    assert 6 < distance[1000] <= 7


def test_a_lasting_difference():
    times, values = daily(6)
    values[1200:] += 2
    _, lasting, _ = Season.of(times[:200]).step(times, values)
    assert lasting[:1200].max() < 1e-9
    assert 1.9 < lasting[1240:1280].max() < 2.1


def test_many_points_a_bucket_and_irregular_times():
    random = np.random.default_rng(0)
    times = np.sort(random.integers(0, 4 * DAY, 50_000))
    values = np.sin(2 * np.pi * times / DAY) + 0.01 * random.normal(size=50_000)
    values[45_000] = 5
    distance, _, _ = Season.of(times[:200]).step(times, values)
    assert distance.argmax() == 45_000


def test_pieces_at_block_borders_give_the_same():
    times, values = daily(5)
    season = Season.of(times[:200])
    whole, _, _ = season.step(times, values)
    first, _, later = season.step(times[:700], values[:700])
    second, _, _ = later.step(times[700:], values[700:])
    assert np.array_equal(np.append(first, second), whole)


def test_a_step_leaves_the_state_alone():
    times, values = daily(3)
    season = Season.of(times[:200])
    before = season.low.copy()
    season.step(times, values)
    assert np.array_equal(season.low, before)


def test_gaps_of_weeks_forget_the_days():
    times, values = daily(4)
    later = times + 100 * DAY
    distance, _, _ = Season.of(times[:200]).step(np.append(times, later), np.append(values, values + 9))
    assert not distance[len(times) : len(times) + 200].any()


def test_points_too_far_apart_or_without_times_have_no_season():
    assert Season.of(np.arange(100) * DAY) is None
    assert Season.of(np.zeros(100, dtype=np.int64)) is None
