"""A few scores above the threshold in a row, where that is rare."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from aidebug_gui.analysis import folds
from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.finding import Finding

Analyse = Callable[[str], Analysis]


def _usual(count: int, seed: int) -> list[float]:
    chance = random.Random(seed)
    return [round(chance.betavariate(2, 5), 4) for _ in range(count)]


def _told(analyse: Analyse, scores: list[float]) -> list[Finding]:
    lines = (
        f'{{"ts": {1_767_225_600 + at}, "message": "served", "score": {score}}}\n' for at, score in enumerate(scores)
    )
    return [finding for finding in analyse("".join(lines)).findings() if finding.kind == "score_share"]


@pytest.mark.parametrize("at", [0, 700, 1992])
def test_eight_scores_above_the_threshold(analyse: Analyse, at: int) -> None:
    scores = _usual(2000, 1)
    scores[at : at + 8] = [0.83 + n / 100 for n in range(8)]
    (finding,) = _told(analyse, scores)
    assert finding.title == "Far more often than before: a score above 0.8"
    assert finding.rows.tolist() == list(range(at, at + 8))
    assert finding.sentence.startswith("8 scores in a row between 00:")
    assert "are above 0.8; of the 1,992 others 0.2 % are, and at most 1 in a row." in finding.sentence


def test_a_run_goes_on_from_chunk_to_chunk(analyse: Analyse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folds, "CHUNK", 500)
    scores = _usual(2000, 2)
    scores[996:1004] = [0.9] * 4 + [0.95] * 4
    (finding,) = _told(analyse, scores)
    assert finding.rows.tolist() == list(range(996, 1004))


def test_runs_that_come_all_the_time_are_none(analyse: Analyse) -> None:
    scores = _usual(2000, 3)
    for at in range(100, 2000, 300):
        scores[at : at + 8] = [0.9 + n / 200 for n in range(8)]
    assert _told(analyse, scores) == []


def test_chance_is_none(analyse: Analyse) -> None:
    for seed in range(5):
        chance = random.Random(seed)
        assert _told(analyse, [round(chance.betavariate(3, 3), 4) for _ in range(3000)]) == []
