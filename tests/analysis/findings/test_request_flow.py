from __future__ import annotations

import json
import random

import numpy as np

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.finding import Finding, Severity
from tests.analysis.conftest import Analyse
from tests.analysis.test_requests import text_log

Event = tuple[float, dict[str, object]]


def json_log(events: list[Event]) -> str:
    return "".join(
        json.dumps({"ts": 1_767_225_600 + moment, "level": "info", **said}) + "\n"
        for moment, said in sorted(events, key=lambda event: event[0])
    )


def served(count: int) -> list[Event]:
    chance = random.Random(8)
    events: list[Event] = []
    for number in range(count):
        name = f"r-{chance.getrandbits(60):x}"
        moment = number * 2.0
        events.append((moment, {"msg": "request received", "request_id": name}))
        events.append((moment + chance.uniform(0.2, 0.9), {"msg": "request finished", "request_id": name}))
    return events


def found(analysis: Analysis, kind: str) -> list[Finding]:
    return [finding for finding in analysis.findings() if finding.kind == kind]


def test_requests_that_take_longer_are_told_where_the_log_has_no_latency(analyse: Analyse) -> None:
    chance = random.Random(2)
    events = []
    for number in range(600):
        work = chance.uniform(0.1, 0.2) * (5 if 300 <= number < 500 else 1)
        events.append((number * 4.0, f"Received input: text {number}"))
        events.append((number * 4.0 + work, "Prediction: spam (0.9)"))
    (finding,) = found(analyse(text_log(events)), "latency_step")
    assert finding.severity is Severity.ERROR
    assert 590 <= finding.rows[0] <= 620
    assert 180 <= finding.count <= 220
    assert "first to the last line" in finding.sentence


def test_a_log_with_a_latency_is_taken_at_its_word(analyse: Analyse) -> None:
    events = []
    for number in range(600):
        work = 0.1 + 0.05 * (number % 3) + (4.0 if number >= 300 else 0.0)
        events.append((number * 5.0, f"Received input: text {number}"))
        events.append((number * 5.0 + work, f"Prediction: spam latency_ms={100 + number % 7}"))
    assert not found(analyse(text_log(events)), "latency_step")


def test_steps_that_a_few_requests_have_twice(analyse: Analyse) -> None:
    events = served(300)
    again = [(moment + 0.5, said) for moment, said in events[201:241:4]]  # every other one of 20 answers
    (finding,) = found(analyse(json_log([*events, *again])), "duplicate_step")
    assert (finding.count, finding.severity) == (10, Severity.WARNING)
    assert "“request finished”. It comes 310 times, 3.2 % of them again." in finding.sentence


def test_a_request_of_one_record_is_done_twice_too(analyse: Analyse) -> None:
    events = served(300)[1::2]
    (finding,) = found(
        analyse(json_log([*events, *((moment + 1, said) for moment, said in events[50:56])])), "duplicate_step"
    )
    assert finding.count == 6


def test_steps_that_many_requests_repeat_and_ids_that_begin_anew_are_no_duplicates(analyse: Analyse) -> None:
    events = served(300)
    often = [(moment + 1.1, said) for moment, said in events[1::8]]
    restarted = [(moment + 4000, said) for moment, said in events[:20]]
    for more in (often, restarted):
        assert not found(analyse(json_log([*events, *more])), "duplicate_step")


def test_answers_before_their_requests(analyse: Analyse) -> None:
    events = served(300)
    for at in range(100, 120, 2):
        (first, opening), (second, closing) = events[at : at + 2]
        events[at : at + 2] = [(first, closing), (second, opening)]
    analysis = analyse(json_log(events))
    (finding,) = found(analysis, "reversed_order")
    assert finding.rows.tolist() == [*range(100, 120, 2)]
    assert "The lines of 10 requests" in finding.sentence
    assert "290 others" in finding.sentence
    assert not found(analyse(json_log(served(300))), "reversed_order")


def test_what_stands_right_before_answers_is_their_request(analyse: Analyse) -> None:
    rng = np.random.default_rng(4)
    lines = []
    for number in range(200):
        lines.append((number * 3.0, f'{{"amount": {rng.integers(1, 900)}, "card": "x"}}'))
        if number not in (60, 61, 150):
            lines.append((number * 3.0 + 0.05, f"fraud: Prediction: {rng.uniform():.4f}"))
    requests = analyse(text_log(lines)).requests
    assert (requests.count, len(requests.lost_at)) == (200, 3)


def test_lines_of_a_web_server_answer_requests_that_nothing_else_answers(analyse: Analyse) -> None:
    lines = []
    for number in range(200):
        lines.append((number * 4.0, f"Received request chatcmpl-{number:032x}: params"))
        if number not in (60, 150):
            lines.append((number * 4.0 + 1.5, '10.0.3.7:40112 - "POST /v1/chat/completions HTTP/1.1" 200 OK'))
    requests = analyse(text_log(lines)).requests
    assert (requests.count, len(requests.lost_at)) == (200, 2)
