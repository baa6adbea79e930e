from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.analysis.series.causal import WARM_UP, CausalScorer
from aidebug_gui.analysis.series.model import CODE, REASONS, Reason
from aidebug_gui.analysis.series.scale import ScaleKind

SECOND = 10**9


def series(kind: str, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return times and values of a series in which much goes wrong."""
    random = np.random.default_rng(seed)
    times = np.cumsum(random.integers(1, 1200, count)) * SECOND
    if kind == "flags":
        values = (random.random(count) < 0.05).astype(float)
    elif kind == "flags, then numbers":
        values = np.where(np.arange(count) < count // 2, random.integers(0, 2, count), random.normal(size=count))
    else:
        values = random.lognormal(0, 1, count) if kind == "skewed" else random.normal(size=count)
        values[random.random(count) < 0.01] = np.nan
        values[random.random(count) < 0.002] *= 1e6
        values[count // 2 : count // 2 + 80] = 0.5
        values[random.random(count) < 0.001] = np.inf
        times[random.random(count) < 0.01] -= 3600 * SECOND
    return times, values


KINDS = ["normal", "skewed", "flags", "flags, then numbers"]


@settings(max_examples=12, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    seed=st.integers(0, 1000),
    count=st.integers(1, 5000),
    cuts=st.lists(st.floats(0, 1), max_size=12),
)
def test_any_pieces_give_the_same_scores_bit_for_bit(kind, seed, count, cuts):
    times, values = series(kind, count, seed)
    whole = CausalScorer().push(times, values)
    scorer = CausalScorer()
    limits = sorted({0, count, *(int(cut * count) for cut in cuts)})
    parts = [scorer.push(times[a:b], values[a:b]) for a, b in itertools.pairwise(limits)]
    assert np.array_equal(np.concatenate([part.scores for part in parts]), whole.scores)
    assert np.array_equal(np.concatenate([part.reasons for part in parts]), whole.reasons)
    assert np.array_equal(np.concatenate([part.parts for part in parts]), whole.parts)


@settings(max_examples=12, deadline=None)
@given(kind=st.sampled_from(KINDS), seed=st.integers(0, 1000), cut=st.integers(0, 6000))
def test_a_score_does_not_depend_on_what_comes_later(kind, seed, cut):
    times, values = series(kind, 6000, seed)
    whole = CausalScorer().push(times, values).scores
    assert np.array_equal(CausalScorer().push(times[:cut], values[:cut]).scores, whole[:cut])


def test_single_points_give_the_same_scores():
    times, values = series("normal", 700, 3)
    scorer = CausalScorer()
    single = [scorer.push(times[i : i + 1], values[i : i + 1]).scores[0] for i in range(700)]
    assert np.array_equal(single, CausalScorer().push(times, values).scores)


def quiet(count: int = 4000, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    return np.arange(count) * SECOND, 0.3 + 0.05 * random.normal(size=count)


def top(reason: Reason, times: np.ndarray, values: np.ndarray, first: int, last: int) -> bool:
    """Whether the highest score lies in [first, last) and has this reason among its two largest parts."""
    scored = CausalScorer().push(times, values)
    peak = int(np.argmax(scored.scores))
    parts = scored.parts[np.searchsorted(scored.at, peak)]
    named = {REASONS[code] for code in np.argsort(-parts)[:2]}
    return first <= peak < last and reason in named and scored.scores[peak] >= 8


def test_nothing_is_scored_while_warming_up():
    times, values = quiet()
    values[WARM_UP // 2] = 1e9
    assert not CausalScorer().push(times[:WARM_UP], values[:WARM_UP]).scores.any()


@pytest.mark.parametrize("value", [5.0, -5.0])
def test_a_spike(value):
    times, values = quiet()
    values[3000] = value
    assert top(Reason.SPIKE, times, values, 3000, 3001)


def test_a_shift():
    times, values = quiet()
    values[3000:] += 0.15
    scored = CausalScorer().push(times, values)
    assert scored.scores[3000:3100].max() > 8
    assert np.any(scored.reasons[3000:3100] == CODE[Reason.SHIFT])


def test_noise_grows():
    times, values = quiet()
    values[3000:3040] += np.random.default_rng(1).normal(size=40) * 0.3
    scored = CausalScorer().push(times, values)
    assert np.any(scored.parts[:, CODE[Reason.VOLATILITY]] > 3)
    assert scored.scores[3000:3060].max() > 8


def test_a_stuck_value():
    times, values = quiet()
    values[3000:3100] = values[2999]
    assert top(Reason.FLAT, times, values, 3010, 3100)


def test_a_gap():
    times, values = quiet()
    times[3000:] += 900 * SECOND
    assert top(Reason.GAP, times, values, 3000, 3001)


def test_missing_values():
    times, values = quiet()
    values[3000:3020] = np.nan
    assert top(Reason.NAN, times, values, 3000, 3020)


def test_missing_values_are_no_news_where_they_are_usual():
    times, values = quiet()
    values[::3] = np.nan
    scored = CausalScorer().push(times, values)
    assert not np.any(scored.reasons[1000:] == CODE[Reason.NAN])


def test_a_burst_of_errors():
    random = np.random.default_rng(0)
    flags = (random.random(5000) < 0.02).astype(float)
    flags[4000:4020] = 1
    assert top(Reason.BURST, np.arange(5000) * SECOND, flags, 4003, 4060)


def test_the_time_of_day():
    minutes = np.arange(14 * 288)
    random = np.random.default_rng(0)
    values = 5 * np.sin(2 * np.pi * minutes / 288) + 0.2 * random.normal(size=len(minutes))
    values[3500:3530] = values[3500 + 144 : 3530 + 144]
    scored = CausalScorer().push(minutes * 300 * SECOND, values)
    assert np.any(scored.reasons[3500:3530] == CODE[Reason.SEASON])
    assert scored.scores[3500:3530].max() > 8


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (np.random.default_rng(0).lognormal(0, 0.8, 500), ScaleKind.LOG),
        (np.random.default_rng(0).normal(size=500), ScaleKind.LINEAR),
        (np.arange(500) % 2 * 1.0, ScaleKind.FLAG),
    ],
)
def test_the_scale_is_chosen_by_the_first_points(values, kind):
    scorer = CausalScorer()
    scorer.push(np.arange(500), values)
    assert scorer.scale is kind


@pytest.mark.parametrize(
    "values",
    [
        np.zeros(1000),
        np.full(1000, np.nan),
        np.full(1000, np.inf),
        np.array([1e308, -1e308] * 500),
        np.array([5e-324, 0.0] * 500),
        np.r_[np.zeros(500), np.full(500, 1e300)],
        np.r_[np.full(500, np.nan), np.arange(500.0)],
    ],
)
@pytest.mark.parametrize("times", [np.zeros(1000), np.arange(1000) * 10**16, np.arange(1000)[::-1] * SECOND])
def test_extreme_input_gives_finite_scores_and_no_warnings(values, times):
    scored = CausalScorer().push(times, values)
    assert len(scored.scores) == 1000
    assert np.isfinite(scored.scores).all()


def test_no_points():
    assert len(CausalScorer().push([], []).scores) == 0
