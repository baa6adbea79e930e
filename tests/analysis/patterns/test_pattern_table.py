from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.patterns.pattern_table import BINS, pattern_lines

TEXT = [f"2026-01-01 10:{n // 60:02d}:{n % 60:02d} INFO served request {n}" for n in range(600)]


def test_counts_times_and_what_is_new_or_rare(open_text):
    lines = [*TEXT, "2026-01-01 10:20:00 ERROR disk is full"]
    analysis = Analysis(open_text("\n".join(lines) + "\n"))
    served, full = pattern_lines(analysis.evidence, analysis.patterns)
    assert (served.count, full.count) == (600, 1)
    assert served.over_time.sum() == 600
    assert len(served.over_time) == BINS
    assert (served.is_new, full.is_new, full.is_rare) == (False, True, True)
    assert full.first_ns == full.last_ns
    assert full.over_time[-1] == 1


def test_only_the_records_that_are_shown(open_text):
    analysis = Analysis(open_text("\n".join(TEXT) + "\n"))
    (served,) = pattern_lines(analysis.evidence, analysis.patterns, np.arange(0, 600, 3))
    assert served.count == served.over_time.sum() == 200
    assert pattern_lines(analysis.evidence, analysis.patterns, np.empty(0, dtype=np.int64)) == []


def test_a_log_without_times_is_drawn_by_number(open_text):
    analysis = Analysis(open_text("one\ntwo\n" * 24))
    one, two = pattern_lines(analysis.evidence, analysis.patterns)
    assert one.over_time.tolist() == two.over_time.tolist() == [1, 0] * 24 or one.over_time.sum() == 24
    assert one.first_ns is None
    assert not one.is_new


def test_what_a_program_says_while_it_starts_is_not_new(open_text):
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"]
    start = [f"2026-01-01 09:{n:02d}:{s:02d} INFO {word} of {word}s" for n, word in enumerate(words) for s in range(10)]
    analysis = Analysis(open_text("\n".join([*start, *TEXT[:200], "2026-01-01 10:20:00 ERROR disk is full"]) + "\n"))
    lines = pattern_lines(analysis.evidence, analysis.patterns)
    assert [line.pattern.text for line in lines if line.is_new] == ["disk is full"]


def test_the_next_phase_of_a_program_is_not_new(open_text):
    loading = [f"2026-01-01 09:00:{n % 60:02d} INFO loading shard {n}" for n in range(100)]
    phase = [
        f"2026-01-01 09:10:{n:02d} INFO {word} is {word}ish" for n, word in enumerate(["warm", "hot", "cold", "blue"])
    ]
    text = [*loading, *phase, *TEXT[:200], "2026-01-01 10:20:00 ERROR disk is full"]
    analysis = Analysis(open_text("\n".join(text) + "\n"))
    lines = pattern_lines(analysis.evidence, analysis.patterns)
    assert [line.pattern.text for line in lines if line.is_new] == ["disk is full"]
