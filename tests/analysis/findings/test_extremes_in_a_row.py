"""A stretch of values that are each possible and together are not."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from aidebug_gui.analysis import folds
from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.extremes_in_a_row import extremes_in_a_row
from aidebug_gui.analysis.findings.finding import Finding, Severity

Analyse = Callable[[str], Analysis]


def usual(count: int, seed: int = 1) -> list[float]:
    chance = random.Random(seed)
    return [round(chance.betavariate(1.5, 14), 4) for _ in range(count)]


def told(analyse: Analyse, values: list[float], field: str = "risk") -> list[Finding]:
    lines = (
        f'{{"ts": {1_767_225_600 + at}, "message": "served", "{field}": {value}}}\n' for at, value in enumerate(values)
    )
    return [finding for finding in analyse("".join(lines)).findings() if finding.kind == "extremes_in_a_row"]


@pytest.mark.parametrize("field", ["risk", "score"])
@pytest.mark.parametrize("at", [0, 700, 1982])
def test_a_plateau_is_told_with_how_seldom_such_values_are(analyse: Analyse, field: str, at: int) -> None:
    values = usual(2000)
    values[at : at + 18] = [0.31 + n / 1000 for n in range(18)]
    (finding,) = told(analyse, values, field)
    assert finding.rows.tolist() == [*range(at, at + 18)]
    assert finding.severity is Severity.WARNING
    assert f"{field} is above 0.2" in finding.sentence
    assert "in 18 records in a row between 00:" in finding.sentence
    assert "of the 1,982 others" in finding.sentence


def test_small_values_in_a_row(analyse: Analyse) -> None:
    values = [round(1 - value, 4) for value in usual(2000)]
    values[900:915] = [0.68] * 5 + [0.69, 0.67, 0.7, 0.66, 0.68] * 2
    (finding,) = told(analyse, values)
    assert "risk is below 0.7" in finding.sentence


def test_a_run_goes_on_from_chunk_to_chunk(analyse: Analyse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folds, "CHUNK", 256)
    values = usual(2000)
    values[505:523] = [0.31 + n / 1000 for n in range(18)]
    lines = "".join(f'{{"ts": {1_767_225_600 + at}, "risk": {value}}}\n' for at, value in enumerate(values))
    (finding,) = extremes_in_a_row(analyse(lines).evidence)
    assert finding.rows.tolist() == [*range(505, 523)]


def test_values_that_come_together_anyway_are_nothing(analyse: Analyse) -> None:
    chance = random.Random(5)
    sessions = [value for value in usual(250) for _ in range(chance.randint(4, 12))]
    levels = [0.1] * 900 + [0.6] * 900
    growing = sorted(usual(2000))
    for values in (usual(3000), sessions, levels, growing):
        assert not told(analyse, values)
