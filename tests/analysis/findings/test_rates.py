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


def test_a_burst_of_seconds_in_a_log_that_goes_with_the_time_of_day(analyse: Analyse) -> None:
    chance = np.random.default_rng(9)
    every = chance.uniform(0, 3 * DAY_S, 30_000)
    usual = every[chance.uniform(0, 1, len(every)) < 0.5 * (1 + 0.8 * np.sin(2 * np.pi * every / DAY_S))]
    assert told(analyse, usual, "traffic_burst") == []
    begin = 1.5 * DAY_S + 1234
    (finding,) = told(analyse, np.append(usual, begin + chance.uniform(0, 8, 60)), "traffic_burst")
    assert 60 <= finding.count <= 80
    assert abs(finding.rows[0] - np.count_nonzero(usual < begin)) < 12


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


def test_a_pause_in_which_records_without_a_time_come_is_none(analyse: Analyse) -> None:
    seconds = np.cumsum(np.random.default_rng(5).exponential(0.4, 3000))
    lines = [f"2026-01-01 {int(at) // 3600:02}:{int(at) // 60 % 60:02}:{at % 60:06.3f} INFO served\n" for at in seconds]
    later = [
        f"2026-01-01 {int(at) // 3600:02}:{int(at) // 60 % 60:02}:{at % 60:06.3f} INFO served\n"
        for at in seconds + 1800
    ]
    progress = [f"Loading checkpoint shards: {at:3}% | {at}/100\n" for at in range(100)]
    gaps = [one for one in analyse("".join(lines + later)).findings() if one.kind == "gap"]
    assert len(gaps) == 1
    assert "The first after it says: “served”." in gaps[0].sentence
    assert not [one for one in analyse("".join(lines + progress + later)).findings() if one.kind == "gap"]


def test_nights_and_weekends_are_no_pauses(analyse: Analyse) -> None:
    chance = np.random.default_rng(6)
    days = [day for day in range(38) if day % 7 < 5]
    seconds = np.concatenate([day * DAY_S + 30_000 + np.sort(chance.uniform(0, 36_000, 200)) for day in days])
    assert told(analyse, seconds, "gap") == []


def test_a_burst_of_a_second_in_a_log_of_half_an_hour(analyse: Analyse) -> None:
    chance = np.random.default_rng(5)
    usual, burst = chance.uniform(0, 1800, 7200), 1000.4 + chance.uniform(0, 1, 60)
    (finding,) = told(analyse, np.append(usual, burst), "traffic_burst")
    assert 60 <= finding.count <= 75
    assert abs(finding.rows[0] - np.searchsorted(np.sort(usual), 1000.4)) < 8
    assert told(analyse, usual, "traffic_burst") == []


def test_two_bursts_are_two_findings(analyse: Analyse) -> None:
    chance = np.random.default_rng(6)
    bursts = [at + chance.uniform(0, 1, 90) for at in (500.3, 1400.7)]
    found = told(analyse, np.concatenate([chance.uniform(0, 1800, 7200), *bursts]), "traffic_burst")
    assert sorted(round(finding.rows[0] / 4, -2) for finding in found) == [500, 1400]
    assert len({finding.subject for finding in found}) == 2


def test_a_burst_in_a_log_of_seconds_that_stood_still_for_longer(analyse: Analyse) -> None:
    chance = np.random.default_rng(7)
    usual = chance.uniform(0, 30, 12_000)
    seconds = np.append(np.where(usual > 20, usual + 15, usual), 8 + chance.uniform(0, 0.02, 100))
    (finding,) = told(analyse, seconds, "traffic_burst")
    assert 100 <= finding.count <= 130


def test_errors_in_a_burst_where_nothing_came_for_half_of_the_time(analyse: Analyse) -> None:
    chance = np.random.default_rng(10)
    seconds = np.sort(chance.uniform(0, 60, 9000))
    failed = chance.uniform(0, 1, 9000) < np.where((seconds > 50) & (seconds < 51), 0.8, 0.004)
    seconds = np.where(seconds > 20, seconds + 90, seconds)
    lines = (
        f'{{"ts": {1_767_225_600 + second:.3f}, "message": "{"failed" if fails else "served"}", '
        f'"level": "{"error" if fails else "info"}"}}\n'
        for second, fails in zip(seconds, failed, strict=True)
    )
    findings = {finding.kind: finding for finding in analyse("".join(lines)).findings()}
    assert "traffic_burst" not in findings
    assert 100 <= findings["error_burst"].count <= 140


def test_a_pause_of_three_seconds_where_records_come_every_few_milliseconds(analyse: Analyse) -> None:
    chance = np.random.default_rng(8)
    seconds = np.cumsum(chance.exponential(0.02, 4000))
    (finding,) = told(analyse, np.where(seconds > 40, seconds + 3, seconds), "gap")
    assert "No record for 3" in finding.sentence
    slower = np.cumsum(chance.exponential(0.4, 4000))
    assert told(analyse, np.where(slower > 800, slower + 3, slower), "gap") == []
