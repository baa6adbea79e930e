"""Predictions with the truth beside them: what got worse since when, and what the wrong ones share."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest

from aidebug_gui.analysis.findings.accuracy import accuracy_findings
from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.finding import Finding

Analyse = Callable[[str], Analysis]
START_S = 1_767_261_600
LABELS = ("orders", "billing", "refund", "praise")


def predictions(count: int, wrong: Callable[[int, str], float], seed: int = 2) -> str:
    """Return a log; ``wrong``: the chance that a prediction (number, language) is wrong."""
    chance = np.random.default_rng(seed)
    lines = []
    for number in range(count):
        lang = "de" if chance.random() < 0.25 else "en"
        truth = int(chance.integers(len(LABELS)))
        guess = (truth + 1) % len(LABELS) if chance.random() < wrong(number, lang) else truth
        record = {"time": START_S + 60 * number, "y_true": LABELS[truth], "y_pred": LABELS[guess].upper(), "lang": lang}
        lines.append(json.dumps(record | {"channel": str(chance.choice(["web", "app"]))}))
    return "\n".join(lines)


def found(analyse: Analyse, text: str) -> list[Finding]:
    return list(accuracy_findings(analyse(text).evidence))


def test_since_when_more_are_wrong_and_what_they_share(analyse: Analyse) -> None:
    (finding,) = found(analyse, predictions(2000, lambda n, lang: 0.6 if n >= 1200 and lang == "de" else 0.03))
    assert finding.kind == "accuracy_drop"
    assert 1150 <= finding.rows[0] <= 1250
    assert "Where lang is “de”" in finding.sentence
    assert finding.count > 0.1 * 800


def test_a_kind_of_input_that_was_always_wrong(analyse: Analyse) -> None:
    (finding,) = found(analyse, predictions(1500, lambda _, lang: 0.4 if lang == "de" else 0.03))
    assert finding.kind == "accuracy_of_group"
    assert "lang is “de”" in finding.sentence


@pytest.mark.parametrize("seed", range(6))
def test_chance_is_told_of_nobody(analyse: Analyse, seed: int) -> None:
    assert found(analyse, predictions(1500, lambda *_: 0.1, seed)) == []


def test_a_label_that_means_something_else_than_the_truth_is_not_compared(analyse: Analyse) -> None:
    lines = [json.dumps({"expected": f"answer {n % 5}", "label": "pass" if n % 2 else "fail"}) for n in range(400)]
    assert found(analyse, "\n".join(lines)) == []
    assert found(analyse, predictions(150, lambda *_: 0.5)) == []


def mistakes(field: str, share: float) -> str:
    """Return a log of four labels that are wrong at random, and from the middle on "refund" is called "praise"."""
    chance = np.random.default_rng(8)
    lines = []
    for number in range(1600):
        truth = guess = str(chance.choice(LABELS))
        score = round(float(chance.uniform(0.85, 0.99)), 3)
        if chance.random() < 0.03:
            guess, score = str(chance.choice(LABELS)), round(float(chance.uniform(0.3, 0.5)), 3)
        if number >= 800 and truth == "refund" and chance.random() < share:
            guess, score = "praise", round(float(chance.uniform(0.6, 0.7)), 3)
        lines.append(
            f"2026-01-05 10:{number // 60 % 60:02}:{number % 60:02} INFO label={guess} score={score} {field}={truth}"
        )
    return "\n".join(lines)


@pytest.mark.parametrize("field", ["truth", "true_label", "gold_label", "expected_class"])
def test_which_label_is_taken_for_which_at_which_scores(analyse: Analyse, field: str) -> None:
    (finding,) = found(analyse, mistakes(field, 0.6))
    assert finding.kind == "accuracy_drop"
    assert "Most often “refund” is taken for “praise”:" in finding.sentence
    assert "mostly with scores from 0.6" in finding.sentence
    assert "to 0.69" in finding.sentence


def test_mistakes_of_all_kinds_are_not_named(analyse: Analyse) -> None:
    (finding,) = found(analyse, predictions(1500, lambda _, lang: 0.4 if lang == "de" else 0.03))
    assert "Most often" not in finding.sentence
