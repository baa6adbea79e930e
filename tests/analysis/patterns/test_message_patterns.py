from __future__ import annotations

from collections.abc import Callable

import numpy as np

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.rates import surprise
from aidebug_gui.analysis.findings.time_bins import Activity, regrouped
from tests.analysis.labelled import log_with

Analyse = Callable[[str], Analysis]


def test_patterns_count_first_last_and_level(analyse: Analyse) -> None:
    text = "".join(
        f"2026-05-04 08:00:{number:02d},000 - app - {'ERROR' if number == 4 else 'INFO'} - took {number} ms user=u{number}\n"
        for number in range(6)
    )
    found = analyse(text + "2026-05-04 08:01:00,000 - app - INFO - stopped\n").patterns
    took, stopped = found.patterns
    assert (took.text, took.count, took.first, took.last, took.level) == ("took <*> ms user=<*>", 6, 0, 5, 20)
    assert (stopped.text, stopped.count, stopped.first) == ("stopped", 1, 6)
    assert found.rows(stopped.number).tolist() == [6]
    assert found.of.tolist() == [0] * 6 + [1]


def test_the_level_of_a_pattern_is_that_of_half_its_records(analyse: Analyse) -> None:
    levels = ("INFO", "WARNING", "ERROR", "ERROR", "INFO", "WARNING")
    lines = [f"2026-05-04 08:00:{at:02d},000 - app - {level} - took {at} ms\n" for at, level in enumerate(levels)]
    (pattern,) = analyse("".join(lines)).patterns.patterns
    assert pattern.level == 30
    (pattern,) = analyse("".join(lines[2:4])).patterns.patterns
    assert pattern.level == 40


def test_over_time_adds_up(analyse: Analyse) -> None:
    analysis = analyse(log_with("", seed=3))
    patterns = analysis.patterns
    activity = Activity(analysis.evidence, patterns)
    table = activity.of_patterns(list(patterns.patterns))
    assert table.sum() == activity.everyone.sum() == analysis.evidence.records
    assert table.sum(axis=1).tolist() == [pattern.count for pattern in patterns.patterns]
    assert table.sum(axis=0).tolist() == activity.everyone.tolist()
    times = analysis.evidence.time
    assert np.bincount(activity.bins.of(times)).tolist() == activity.everyone.tolist()
    coarse = activity.bins.coarser(7)
    assert regrouped(activity.everyone, activity.bins, coarse).tolist() == np.bincount(coarse.of(times)).tolist()


def test_records_without_a_message_have_no_pattern(analyse: Analyse) -> None:
    found = analyse('{"score": 0.5}\n{"score": 0.6}\n').patterns
    assert found.patterns == ()
    assert found.of.tolist() == [-1, -1]


def test_counts_by_chance_are_no_surprise() -> None:
    chance = np.random.default_rng(1)
    for rate in (0.1, 1, 10, 1000):
        assert max(surprise(counts).max() for counts in chance.poisson(rate, (50, 240))) < 6
    burst = chance.poisson(3, 240)
    burst[100] = 60
    assert surprise(burst)[100] > 6


def test_the_records_of_a_pattern(analyse: Analyse) -> None:
    found = analyse(log_with("", seed=3)).patterns
    for pattern in found.patterns:
        assert found.rows(pattern.number).tolist() == np.flatnonzero(found.of == pattern.number).tolist()
