"""Steps of the latency: told where they are sharp, however the latencies scatter; not what wanders or goes with the day."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.latency import rises

Floats = NDArray[np.float64]
WINDOWS, SIZE = 120, 32


def _medians(seed: int, level: Floats) -> Floats:
    """Medians of windows of latencies that scatter by half, around a level (logarithm) for each window."""
    chance = np.random.default_rng(seed)
    windows: Floats = np.median(chance.normal(level[:, None], 0.5, (len(level), SIZE)), axis=1)
    return windows


@pytest.mark.parametrize(("ratio", "least"), [(1.6, 5), (1.8, 10)])
def test_a_step_of_latencies_that_scatter_by_half(ratio: float, least: int) -> None:
    level = np.where(np.arange(WINDOWS) < 70, 0.0, np.log(ratio))
    found = [list(rises(_medians(seed, level))) for seed in range(10)]
    assert sum(len(told) == 1 for told in found) >= least
    assert all(abs(rise.first - 70) <= 2 and rise.stop == WINDOWS for told in found for rise in told)


def test_a_small_step_is_none() -> None:
    level = np.where(np.arange(WINDOWS) < 70, 0.0, np.log(1.25))
    assert not any(list(rises(_medians(seed, level))) for seed in range(10))


def test_what_goes_with_the_day_is_no_step() -> None:
    day = 0.25 * np.sin(4 * np.pi * np.arange(WINDOWS) / WINDOWS)
    assert not any(list(rises(_medians(seed, day))) for seed in range(10))


def test_what_wanders_is_no_step() -> None:
    for seed in range(10):
        wandering = np.cumsum(np.random.default_rng(100 + seed).normal(0, 0.04, WINDOWS))
        assert not list(rises(_medians(seed, wandering)))


def test_a_level_that_is_over_again_is_told_with_its_end() -> None:
    window = np.arange(WINDOWS)
    level = np.where((window >= 80) & (window < 88), np.log(2.5), 0.0)
    found = [list(rises(_medians(seed, level))) for seed in range(10)]
    assert sum(len(told) == 1 for told in found) >= 9
    assert all(abs(rise.first - 80) <= 1 and abs(rise.stop - 88) <= 1 for told in found for rise in told)
    assert all(2 < rise.high / rise.low < 3 for told in found for rise in told)


def test_a_latency_that_goes_with_the_time_of_day_is_no_rise_but_a_step_of_half_as_much_is():
    chance = np.random.default_rng(8)
    at = np.arange(6000)
    day = np.log(200 * (1 + 0.4 * np.sin(2 * np.pi * at / 2000))) + 0.3 * chance.normal(size=6000)
    assert list(rises(np.median(day.reshape(-1, 40), axis=1))) == []
    step = np.log(np.where((at > 2400) & (at < 4000), 300, 200)) + 0.4 * chance.normal(size=6000)
    (rise,) = rises(np.median(step.reshape(-1, 40), axis=1))
    assert abs(rise.first - 60) <= 2
