from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.peaks import Peaks


def _with_bursts(*heights: float) -> np.ndarray:
    """A stretch of 120 points for each height, each with one burst; some points on both sides of it lie at 0."""
    values = np.zeros((len(heights), 120))
    values[:, 50] = heights
    values[:, 60] = -1
    return values.reshape(-1)


def test_a_burst_counts_the_earlier_stretches_that_went_as_high():
    times, _ = Peaks().step(_with_bursts(5, 7, 6, 9, 6, 1))
    assert times[50::120].tolist() == [0, 0, 1, 0, 3, 3]  # 6: after 7, 6 and 9; no more than three are counted


def test_low_values_count_too_and_a_stretch_is_no_precedent_of_itself():
    values = _with_bursts(5, 5, 5)
    values[310:320] = -3
    times, _ = Peaks().step(values)
    assert not times[310:320].any()
    assert times[60::120].tolist() == [0, 1, 2]


def test_pieces_give_the_same():
    values = np.random.default_rng(0).standard_t(2, 3000)
    whole, end = Peaks().step(values)
    state, pieces = Peaks(), []
    for piece in np.split(values, [1, 119, 120, 121, 360, 1000, 2400]):
        times, state = state.step(piece)
        pieces.append(times)
    assert np.array_equal(np.concatenate(pieces), whole)
    assert np.array_equal(state.highest, end.highest)
    assert 0 < whole.mean() < 3


def test_the_highest_of_many_are_those_of_a_sort():
    values = np.random.default_rng(1).normal(size=120 * 50)
    _, state = Peaks().step(values)
    maxima = np.sort(values.reshape(50, 120).max(axis=1))
    assert state.highest[0].tolist() == maxima[:-4:-1].tolist()
