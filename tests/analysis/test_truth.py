"""A score that is judged against what was true."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.truth import judge, truth_fields


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
