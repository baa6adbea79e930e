"""Bursts of a minute in a log of days, and pauses of seconds in a fast one, are told; a log that comes in bursts is not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.finding import Finding

Analyse = Callable[[str], Analysis]
Floats = NDArray[np.float64]
DAY_S = 86_400


def told(analyse: Analyse, seconds: Floats, kind: str) -> list[Finding]:
    lines = (f'{{"ts": {1_767_225_600 + second:.3f}, "message": "served"}}\n' for second in np.sort(seconds))
    return [finding for finding in analyse("".join(lines)).findings() if finding.kind == kind]


def test_a_burst_of_a_minute_in_a_day(analyse: Analyse) -> None:
    chance = np.random.default_rng(5)
    usual, burst = chance.uniform(0, DAY_S, 8000), 50_000 + chance.uniform(0, 60, 60)
    (finding,) = told(analyse, np.append(usual, burst), "traffic_burst")
    assert 60 <= finding.count <= 80
    assert "up to " in finding.sentence
    assert told(analyse, usual, "traffic_burst") == []


def test_a_log_that_comes_in_bursts_tells_none(analyse: Analyse) -> None:
    chance = np.random.default_rng(5)
    usual = chance.uniform(0, DAY_S, 4000)
    jobs = [begin + chance.uniform(0, 60, 30) for begin in range(120, DAY_S, 600)]
    assert told(analyse, np.concatenate([usual, *jobs]), "traffic_burst") == []


def test_a_pause_of_seconds_in_a_fast_log(analyse: Analyse) -> None:
    seconds = np.cumsum(np.random.default_rng(5).exponential(0.4, 3000))
    assert told(analyse, seconds, "gap") == []
    (finding,) = told(analyse, np.where(seconds > 700, seconds + 25, seconds), "gap")
    assert "No record for 25" in finding.sentence
