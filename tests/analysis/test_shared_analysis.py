from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from aidebug_gui.analysis.findings.analysis import settled
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store.protocol import Cancelled, CancelToken

TEXT = "".join(f"2026-01-01 10:{n // 60:02d}:{n % 60:02d} INFO app served request {n}\n" for n in range(300))


def test_patterns_are_computed_once_for_all(open_text):
    shared = SharedAnalysis(open_text(TEXT))
    first, second = shared.analysis(), shared.analysis(CancelToken())
    assert first is not second
    assert first.patterns is second.patterns
    assert first.requests is second.requests
    shared.forget()
    assert shared.analysis().patterns is first.patterns


def test_a_cancelled_job_leaves_the_others_alone(open_text):
    shared = SharedAnalysis(open_text(TEXT))
    token = CancelToken()
    cancelled = shared.analysis(token)
    token.cancel()
    with pytest.raises(Cancelled):
        _ = cancelled.patterns
    other = shared.analysis()
    assert [pattern.count for pattern in other.patterns.patterns] == [300]
    assert settled(other.findings()) == []


def test_a_job_that_waits_for_another_can_be_cancelled(open_text):
    shared = SharedAnalysis(open_text(TEXT))
    token = CancelToken()
    waiting = shared.analysis(token)
    with waiting._kept.locked(waiting.evidence.check):
        ended = threading.Event()

        def wait() -> None:
            with pytest.raises(Cancelled):
                _ = waiting.patterns
            ended.set()

        thread = threading.Thread(target=wait)
        thread.start()
        token.cancel()
        assert ended.wait(10)
        thread.join()


def test_records_that_are_read_later_are_left_out(open_text):
    log = open_text(TEXT)
    evidence = SharedAnalysis(log).analysis().evidence
    evidence.records = 100
    assert len(evidence.time) == len(evidence.level) == 100
    assert len(evidence.texts.shape) == 100
    assert len(evidence.numbers("score")) == 100
    assert evidence.selected("with a level", lambda at: evidence.level[at] > 0)[-1] == 99


def test_records_that_were_read_anew_are_analysed_anew(open_text):
    log = open_text(TEXT)
    shared = SharedAnalysis(log)
    patterns = shared.analysis().patterns
    log._ingest.state = replace(log.state(), generation=log.state().generation + 1)  # as after a short log's rereading
    assert shared.analysis().patterns is not patterns


def test_evidence_of_records_that_are_gone_has_no_times(open_text):
    evidence = SharedAnalysis(open_text("")).analysis().evidence
    evidence.records = 5  # as while a log is read again
    assert not evidence.has_times
    assert evidence.at(0) == ""
