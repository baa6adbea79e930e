"""A score that is judged against what was true."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.ground_truth import AGREEMENT, RIGHT, WRONG, is_sure, judge, truth_fields


def lines(rows):
    return "".join(json.dumps({"score": score, "outcome": label, "n": 1}) + "\n" for score, label in rows)


def test_the_value_with_the_higher_scores_is_the_positive_one(open_text):
    log = open_text(lines([(0.9, "north"), (0.2, "south"), (0.8, "north"), (0.4, "south")]))
    assert truth_fields(log) == ["outcome"]
    found = judge(log, "score", "outcome")
    assert (found.positive, found.negative, found.count) == ("north", "south", 4)
    counts = found.truth.confusion(0.5)
    assert (counts.true_positives, counts.false_positives) == (2, 0)


@pytest.mark.parametrize("missing", ["NaN", "Infinity"])
def test_a_value_without_scores_judges_nothing(open_text, missing):
    log = open_text(lines([(0.9, "north"), (0.2, "south"), (0.8, "north")]).replace("0.2", missing))
    assert judge(log, "score", "outcome").truth is None


def test_more_than_two_classes_are_right_or_wrong(open_text):
    made = [("a", "a", 0.9), ("b", "b", 0.8), ("c", "a", 0.7), ("a", "c", 0.2), ("c", None, 0.1)]
    rows = [{"y_pred": label, "y_true": target, "score": score} for label, target, score in made]
    log = open_text("".join(json.dumps({k: v for k, v in row.items() if v is not None}) + "\n" for row in rows))
    assert truth_fields(log) == [AGREEMENT]
    assert is_sure(AGREEMENT)
    found = judge(log, "score", AGREEMENT)
    assert (found.positive, found.negative, found.count) == (RIGHT, WRONG, 5)
    counts = found.truth.confusion(0.5)
    assert (counts.true_positives, counts.false_positives, counts.false_negatives) == (2, 1, 0)
    assert counts.true_negatives == 1  # without a truth a record is neither
