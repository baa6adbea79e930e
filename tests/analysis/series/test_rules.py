from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.rules import Rules

SECOND = 10**9


def _stuck(*places: int) -> np.ndarray:
    values = np.random.default_rng(0).random(6000)
    for place in places:
        values[place : place + 150] = values[place]
    return values


def _times(values: np.ndarray) -> np.ndarray:
    return np.arange(len(values), dtype=np.int64) * SECOND


def test_three_runs_alike_are_reported_and_a_fourth_is_usual():
    values = _stuck(1000, 2000, 3000, 4000)
    _, stuck, _, _ = Rules().step(_times(values), values)
    assert [bool(stuck[place : place + 150].any()) for place in (1000, 2000, 3000, 4000)] == [True, True, True, False]


def test_a_far_longer_run_is_reported_though_runs_are_usual():
    values = _stuck(1000, 2000, 3000, 4000)
    values[5000:5600] = values[5000]
    _, stuck, _, _ = Rules().step(_times(values), values)
    assert stuck[5451:5600].all()
    assert not stuck[5000:5450].any()


@pytest.mark.parametrize("cut", [1, 1075, 1150, 1151, 2500])
def test_pieces_give_the_same(cut: int):
    values = _stuck(1000, 2000, 3000, 4000)
    times = _times(values)
    whole = Rules().step(times, values)
    first = Rules().step(times[:cut], values[:cut])
    second = first[3].step(times[cut:], values[cut:])
    assert np.array_equal(np.append(first[1], second[1]), whole[1])
    assert (second[3].usual, second[3].reported, second[3].run) == (whole[3].usual, whole[3].reported, whole[3].run)
