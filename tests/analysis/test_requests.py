from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np

from aidebug_gui.analysis.findings.analysis import Analysis

Analyse = Callable[[str], Analysis]
START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


def text_log(events: list[tuple[float, str]], level: str = "INFO") -> str:
    lines = []
    for moment, message in sorted(events):
        stamp = (START + timedelta(seconds=moment)).strftime("%Y-%m-%d %H:%M:%S,%f")[:-3]
        lines.append(f"{stamp} - app - {level} - {message}")
    return "\n".join(lines) + "\n"


def pairs(count: int, *, gap: float, work: float, lost: set[int], seed: int = 1) -> list[tuple[float, str]]:
    chance = random.Random(seed)
    events = []
    for number in range(count):
        moment = number * gap + chance.uniform(0, 0.1)
        events.append((moment, f"Received input: text {number}"))
        if number not in lost:
            events.append((moment + work * chance.uniform(0.8, 1.2), f"Prediction: spam (0.{number % 10})"))
    return events


def lost_texts(analysis: Analysis) -> set[int]:
    found = [finding for finding in analysis.findings() if finding.kind == "lost_request"]
    rows = found[0].rows.tolist() if found else []
    return {int(analysis.evidence.read(row)[0].rsplit(" ", 1)[1]) for row in rows}


def test_pairs_one_at_a_time(analyse: Analyse) -> None:
    analysis = analyse(text_log(pairs(100, gap=5, work=0.4, lost={7, 50, 51})))
    assert lost_texts(analysis) == {7, 50, 51}
    assert analysis.requests.count == 100
    latency = analysis.requests.durations()
    assert np.count_nonzero(np.isfinite(latency)) == 97
    assert 350 < float(np.nanmedian(latency)) < 450


def test_pairs_that_overlap(analyse: Analyse) -> None:
    """Which one of a burst is lost cannot be known without ids; that one is, shows when the burst is over."""
    for lost in (set(), {63, 127}):
        events = []
        for burst in range(20):
            numbers = {number - burst * 10 for number in lost}
            events += [
                (moment + burst * 60, message)
                for moment, message in pairs(10, gap=0.3, work=1.0, lost=numbers, seed=burst)
            ]
        analysis = analyse(text_log(events))
        assert len(analysis.requests.lost_at) == len(lost)
        assert analysis.requests.count == 200


def test_answers_for_all_requests_mean_that_none_is_lost_however_long_they_took(analyse: Analyse) -> None:
    chance = random.Random(4)
    events = []
    for number in range(200):
        moment = chance.uniform(0, 600)
        events.append((moment, f"Received input: text {number}"))
        events.append((moment + chance.choice((0.3, 20.0)), f"Prediction: spam (0.{number % 10})"))
    assert lost_texts(analyse(text_log(events))) == set()


def test_an_id_in_brackets_before_the_message_joins_a_request(analyse: Analyse) -> None:
    events = []
    for number in range(60):
        name = f"[{number * 7919:08x}-{number:04x}]"
        events.append((number * 1.0, f"{name} received POST /chat"))
        events.append((number * 1.0 + 0.2, f"{name} calling the model"))
        if number != 41:
            events.append((number * 1.0 + 3.0 + number % 5, f"{name} returned 200"))
    analysis = analyse(text_log(events))
    assert analysis.requests.column == "request_id"
    lost = analysis.requests.of(int(analysis.requests.lost_at[0]))
    assert analysis.requests.is_lost(lost)
    assert analysis.evidence.read(int(analysis.requests.rows(lost)[0]))[0].startswith(f"[{41 * 7919:08x}-0029]")


def test_an_error_ends_a_request(analyse: Analyse) -> None:
    events = pairs(60, gap=5, work=0.4, lost={7, 30})
    lines = text_log(events).splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("text 7"))
    lines.insert(at + 1, lines[at].replace("INFO", "ERROR").replace("Received input: text 7", "scoring failed"))
    assert lost_texts(analyse("\n".join(lines) + "\n")) == {30}


def test_the_last_requests_may_still_be_at_work(analyse: Analyse) -> None:
    assert lost_texts(analyse(text_log(pairs(60, gap=5, work=0.4, lost={59})))) == set()


def test_records_without_requests(analyse: Analyse) -> None:
    analysis = analyse(text_log([(float(number), "tick") for number in range(50)]))
    assert analysis.requests.count == 0


def test_requests_of_two_kinds_end_in_two_ways(analyse: Analyse) -> None:
    lines = []
    for number in range(200):
        kind = "chat" if number % 8 else "upload"
        lines += [f"{kind} begins request_id=r{number:04d}x"]
        if number != 33:
            lines += [f"{kind} is over request_id=r{number:04d}x"]
    analysis = analyse(text_log([(float(position), line) for position, line in enumerate(lines)]))
    found = [finding for finding in analysis.findings() if finding.kind == "lost_request"]
    assert [finding.count for finding in found] == [1]
