from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.analysis.threshold import Threshold, Truth, positives

numbers = st.lists(st.one_of(st.floats(-2, 2), st.just(float("nan")), st.sampled_from([0.5, 0.8])), max_size=40)


@given(numbers, st.sampled_from([0.0, 0.5, 0.8, 1.0]), st.booleans())
def test_counts_of_records_and_episodes(values, threshold, above):
    counts = Threshold(values, above=above)
    beyond = [value > threshold if above else value < threshold for value in values]
    assert counts.records(threshold) == sum(beyond)
    assert counts.episodes(threshold) == sum(is_beyond for is_beyond, _ in groupby(beyond))


SCORES = np.array([0.1, 0.4, 0.6, 0.7, 0.9, np.nan])
TRUE = np.array([False, True, False, True, True, True])


def test_the_confusion_matrix():
    counts = Truth(SCORES, TRUE).confusion(0.5)
    assert (counts.true_positives, counts.false_positives) == (2, 1)
    assert (counts.false_negatives, counts.true_negatives) == (1, 1)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(2 / 3)
    assert counts.accuracy == pytest.approx(0.6)


def test_ratios_of_nothing_are_not_numbers():
    assert np.isnan(Truth([], []).confusion(0.5).precision)
    assert np.isnan(Truth([], []).calibration_error())
    assert np.isnan(Truth([0.5], [False]).best_threshold())


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.booleans()), min_size=1, max_size=30))
def test_no_threshold_is_better_than_the_best(pairs):
    scores, true = np.array([s for s, _ in pairs]), np.array([t for _, t in pairs])
    truth = Truth(scores, true)
    if not true.any():
        return
    best = truth.confusion(truth.best_threshold()).f1
    assert best >= max(truth.confusion(t).f1 for t in (-1, 0.2, 0.4, 0.6, 0.8)) - 1e-12


def test_calibration():
    random = np.random.default_rng(0)
    scores = random.random(20_000)
    honest = Truth(scores, random.random(20_000) < scores)
    sure = Truth(np.where(scores > 0.5, 0.99, 0.01), random.random(20_000) < np.where(scores > 0.5, 0.7, 0.3))
    assert honest.calibration_error() < 0.02
    assert sure.calibration_error() == pytest.approx(0.29, abs=0.02)
    assert len(honest.calibration(10)) == 10
    assert sum(part.count for part in honest.calibration(7)) == 20_000


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="one truth"):
        Truth([1.0], [])


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([1, 0, 1], [True, False, True]),
        (["Spam", "ham", None], [True, False, False]),
        (["no", "yes", "yes"], [False, True, True]),
        (["cat", "dog", "dog"], [False, True, True]),
        (["a", "b", "c"], None),
        (["a", None, "a"], None),
    ],
)
def test_which_records_are_positive(labels, expected):
    found = positives(labels, [0.1, 0.9, 0.9])
    assert (found is None) if expected is None else found.tolist() == expected


def test_a_value_without_scores_decides_nothing():
    assert positives(["a", "b", "b"], [np.nan, 0.9, 0.8]) is None
    assert positives(["yes", "no"], [np.nan, 0.9]).tolist() == [True, False]
