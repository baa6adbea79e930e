from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.events import LIMITS, Points, find_events
from aidebug_gui.analysis.series.model import CODE, Reason, Sensitivity
from aidebug_gui.analysis.series.whole import FEWEST, score_whole

SECOND = 10**9
NORMAL = LIMITS["whole"][Sensitivity.NORMAL]


def noise(count: int = 5000, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(count) * SECOND, np.random.default_rng(seed).normal(size=count)


def test_noise_is_not_odd():
    times, values = noise()
    assert not find_events(Points(times, values), score_whole(times, values), "whole")


def test_the_first_points_are_judged_too():
    times, values = noise()
    values[10] = 30.0
    scored = score_whole(times, values)
    assert scored.scores.argmax() == 10
    assert scored.scores[10] > NORMAL


def test_what_lasts_is_found_where_it_begins_and_ends():
    times, values = noise()
    values[2000:2600] += 3
    scored = score_whole(times, values)
    for edge in (2000, 2600):
        near = scored.scores[edge - 60 : edge + 60]
        assert near.max() >= NORMAL
        assert scored.reasons[edge - 60 + near.argmax()] == CODE[Reason.SHIFT]


def test_a_strange_shape():
    position = np.arange(6000)
    values = np.sin(position / 5) + 0.05 * np.random.default_rng(0).normal(size=6000)
    values[3000:3064] = np.sin(position[3000:3064] / 2)
    scored = score_whole(position * SECOND, values)
    assert scored.parts[:, CODE[Reason.SHAPE]].max() > 1
    assert 2960 < scored.scores.argmax() < 3100


@pytest.mark.parametrize("count", [0, 1, FEWEST - 1, FEWEST, 100, 700])
def test_short_series_are_scored_without_trouble(count):
    times, values = noise(count)
    assert len(score_whole(times, values).scores) == count


@pytest.mark.parametrize(
    "values",
    [
        np.zeros(2000),
        np.full(2000, np.nan),
        np.array([1e308, -1e308] * 1000),
        np.r_[np.full(1000, np.inf), np.random.default_rng(0).normal(size=1000)],
        np.r_[np.random.default_rng(0).normal(size=1999), np.nan],
        (np.random.default_rng(0).random(2000) < 0.1) * 1.0,
    ],
)
def test_extreme_input_gives_finite_scores(values):
    scored = score_whole(np.arange(2000) * SECOND, values)
    assert np.isfinite(scored.scores).all()


def test_long_series_are_scored_in_blocks_without_seams():
    times, values = noise(40_000)
    values[16_384] = 40
    scored = score_whole(times, values)
    assert scored.scores.argmax() == 16_384
    assert not find_events(
        Points(times[:16_000], values[:16_000]), score_whole(times[:16_000], values[:16_000]), "whole"
    )
