from __future__ import annotations

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.request_steps import MOST_STEPS, request_of
from tests.analysis.labelled import log_with
from tests.analysis.test_requests import pairs, text_log


def test_a_request_with_an_id_needs_no_analysis(open_text):
    log = open_text(log_with("lost_request", seed=2))
    request = request_of(log, int(log.select("request_id:req-2-0")[0]))
    assert request is not None
    assert (request.column, request.key) == ("request_id", "req-2-0")
    assert [step.text for step in request.steps] == ["request received", "prediction served"]
    assert request.steps[0].after_ns is None
    assert not request.derived
    assert request.returned is None  # nobody has looked yet


def test_what_never_returned_is_told_once_requests_are_joined(open_text):
    log = open_text(log_with("lost_request", seed=2))
    requests = Analysis(log).requests
    gone = request_of(log, int(requests.lost_at[0]), requests)
    assert gone is not None
    assert gone.returned is False
    assert gone.latency_ms is None
    assert request_of(log, int(requests.rows(0)[0]), requests).returned is True


def test_latency_is_derived_where_the_log_has_none(open_text):
    log = open_text(text_log(pairs(60, gap=5, work=0.4, lost=set())))
    assert request_of(log, 0) is None  # no ids: the order tells, once it is known
    request = request_of(log, 0, Analysis(log).requests)
    assert request is not None
    assert request.derived
    assert request.latency_ms is not None
    assert 300 < request.latency_ms < 500
    assert (request.column, request.key) == ("", "#1")


def test_a_record_of_no_request(open_text):
    log = open_text(text_log([(float(number), "tick") for number in range(50)]))
    assert request_of(log, 3, Analysis(log).requests) is None


@pytest.mark.parametrize("column", ["session_id", "trace_id"])
def test_a_long_request_is_cut_but_counted(open_text, column):
    lines = [f'{{"message": "step {number}", "{column}": "s-1"}}\n' for number in range(MOST_STEPS + 50)]
    request = request_of(open_text("".join(lines)), 7)
    assert request is not None
    assert request.column == column
    assert len(request.steps) == MOST_STEPS
    assert len(request.rows) == MOST_STEPS + 50
    assert request.latency_ms is None


@pytest.mark.parametrize(
    ("count", "expected", "derived"), [(1, 900, False), (40, 39 * 1000, True), (260, 259_000, True)]
)
def test_the_latency_of_one_step_is_not_that_of_the_request(open_text, count, expected, derived):
    """An agent calls its model every second, 900 ms each."""
    lines = [
        f'{{"time": {1_767_261_600 + number}, "msg": "call", "request_id": "r1", "latency_ms": {900 if number % 2 == 0 else 300}}}\n'
        for number in range(count)
    ]
    request = request_of(open_text("".join(lines)), 0)
    assert request is not None
    assert (request.latency_ms, request.derived) == (expected, derived)
