"""A level that is off for a while is told; what wanders, hangs together, starts or is off all the time is not."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import orjson
import pytest
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.levels_for_a_while import levels_for_a_while

Analyse = Callable[[str], Analysis]
Floats = NDArray[np.float64]
COUNT = 2500


def log_of(values: Floats, field: str) -> str:
    times = range(1_767_225_600, 1_767_225_600 + len(values))
    return "".join(
        orjson.dumps({"ts": time, "message": "served", field: round(value, 4)}).decode() + "\n"
        for time, value in zip(times, values.tolist(), strict=True)
    )


def told(analyse: Analyse, values: Floats, field: str = "confidence_of_chars") -> list[Finding]:
    return list(levels_for_a_while(analyse(log_of(values, field)).evidence))


def scores(seed: int = 1) -> Floats:
    return np.random.default_rng(seed).beta(12, 1.5, COUNT)


@pytest.mark.parametrize("field", ["score", "confidence_of_chars"])
def test_a_score_that_sinks_and_comes_back_at_once(analyse: Analyse, field: str) -> None:
    values = scores()
    values[1500:1900] -= np.linspace(0, 0.2, 400)
    (finding,) = told(analyse, values, field)
    assert 1500 <= finding.rows[0] <= 1720
    assert abs(finding.rows[-1] - 1899) <= 20
    assert finding.subject == field
    now, usual, most = map(float, re.findall(r" (0\.\d+)", str(finding.sentence)))
    assert now < usual - 0.08
    assert 2 * most < usual - now
    assert f"median of {field} was" in finding.sentence


def test_a_number_of_a_small_scale(analyse: Analyse) -> None:
    values = 1 + 0.014 * np.random.default_rng(3).normal(size=COUNT)
    values[700:1100] -= np.linspace(0, 0.035, 400)
    assert len(told(analyse, values)) == 1


@pytest.mark.parametrize("seed", range(4))
def test_noise_that_wanders_or_hangs_together_tells_nothing(analyse: Analyse, seed: int) -> None:
    chance = np.random.default_rng(seed)
    walk = chance.normal(size=COUNT) + np.cumsum(chance.normal(0, 0.05, COUNT))
    sessions = np.repeat(chance.normal(size=COUNT // 25), 25) + 0.5 * chance.normal(size=COUNT)
    day = chance.normal(size=COUNT) + 2 * np.sin(np.arange(COUNT) / 150)
    for values in (scores(seed), walk, sessions, day):
        assert not told(analyse, values)


def test_a_start_is_none_and_neither_is_a_level_that_comes_again_and_again(analyse: Analyse) -> None:
    warming, often = scores(), scores()
    warming[:300] -= 0.3
    often[300:500] -= 0.2
    often[1200:1400] -= 0.2
    assert not told(analyse, warming)
    assert not told(analyse, often)


def test_it_is_left_out_where_the_share_of_scores_beyond_the_threshold_tells_it(analyse: Analyse) -> None:
    values = np.random.default_rng(2).beta(4, 2.5, COUNT)
    values[1500:1700] = np.random.default_rng(3).uniform(0.82, 0.99, 200)
    analysis = analyse(log_of(values, "score"))
    assert list(levels_for_a_while(analysis.evidence))
    kinds = {finding.kind for finding in settled(analysis.findings())}
    assert "score_share" in kinds
    assert "level_for_a_while" not in kinds


def test_a_few_extreme_values_make_no_level(analyse: Analyse) -> None:
    values = scores()
    values[1500:1525] = 0.2
    assert not told(analyse, values)


def test_too_few_values(analyse: Analyse) -> None:
    assert not told(analyse, scores()[:60])
    assert not told(analyse, np.full(COUNT, 0.5))
