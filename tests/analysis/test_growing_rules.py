"""Rules that compare each record with many others: what came is compared with what is known, and the answer is that of all."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store import open_log
from tests.analysis.test_growing_analysis import WAIT_S, set_chunk, told, until_read

Record = dict[str, object]
BEGIN = 1_767_225_600.0


def asked_twice() -> Iterator[Record]:
    """Yield inputs of some clients: in steps of requests that all quote it, and a few that are sent again."""
    chance = random.Random(3)
    sent: list[tuple[float, str, str, str]] = []
    for number in range(500):
        moment, client = number * 0.4, f"c{number % 7}"
        sent += [(moment + late, f"q{number}", f"input {number}", client) for late in (0, 0.05, 30 * chance.random())]
        if number % 45 == 8:
            sent.append((moment + 1.5, f"again{number}", f"input {number}", client))
        if number % 45 == 20:
            sent.append((moment + 1.5, f"other{number}", f"input {number}", "somebody else"))
    for moment, request, text, client in sorted(sent):
        yield {"ts": BEGIN + moment, "message": "asked", "request_id": request, "input": text, "client": client}


def agents() -> Iterator[Record]:
    """Yield calls of five sessions at a time; one of them repeats itself 40 times, some twice or three times."""
    for number in range(1500):
        session, call = number // 300 * 5 + number % 5, number // 5
        if session == 8:
            call = min(call, 70)
        elif number % 97 < 15:
            call = number // 97
        yield {
            "ts": BEGIN + number,
            "message": "called",
            "tool": f"tool{call % 3}",
            "session_id": f"s{session}",
            "input": f"do {call}",
        }


def pairs(threads: int, burst: int = 1) -> Iterator[Record]:
    """Yield requests and answers without ids, in bursts of some that overlap; four are never answered."""
    chance = random.Random(4)
    sent: list[tuple[float, str, int]] = []
    for number in range(500):
        moment, thread = number // burst * 60 / threads + number % burst / 3 + chance.random() / 4, number % threads
        sent.append((moment, "Received input", thread))
        if number % 120 != 77:
            sent.append((moment + chance.uniform(0.9, 1.1), "Prediction: spam", thread))
    for moment, message, thread in sorted(sent):
        yield {"ts": BEGIN + moment, "message": message} | ({"thread": f"worker-{thread}"} if threads > 1 else {})


def predictions(wrong_later: float) -> Iterator[Record]:
    """Yield predictions with the truth: of those in German 15 % are wrong, of all others some, from the 700th on more."""
    chance = random.Random(5)
    for number in range(1500):
        language, truth = chance.choice(("de", "en", "fr")), chance.choice(("cat", "dog", "bird"))
        share = 0.15 if language == "de" else 0.01 if number < 700 else wrong_later
        guess = {"cat": "Dog", "dog": "Bird", "bird": "Cat"}[truth] if chance.random() < share else truth
        record = {"ts": BEGIN + number, "message": "predicted", "label": guess, "target": truth, "lang": language}
        yield record if number % 11 else {"ts": BEGIN + number, "message": "idle"}


def beats() -> Iterator[Record]:
    """Yield what a service says among three heartbeats; one is missing twice, one ends, one is told in other words."""
    chance = random.Random(6)
    said: list[tuple[float, str]] = [(number * 0.7 + chance.random() / 2, "step done") for number in range(1500)]
    for number in range(100):
        moment = 10.0 * number + chance.random() / 5
        if not (30 < number < 36 or 80 < number < 90):
            said.append((moment, "scheduler is alive"))
        if number < 60:
            said.append((moment + 3, "queue was polled"))
        said.append((moment + 5, f"worker {'abcdefgh'[number // 15]} reports"))
    for moment, message in sorted(said):
        yield {"ts": BEGIN + moment, "message": message}


LOGS: dict[str, Callable[[], Iterator[Record]]] = {
    "duplicate_request": asked_twice,
    "agent_loop": agents,
    "lost_request": lambda: pairs(1),
    "lost_request of threads": lambda: pairs(7),
    "lost_request that overlap": lambda: pairs(1, burst=10),
    "accuracy_drop": lambda: predictions(0.4),
    "accuracy_of_group": lambda: predictions(0.01),
    "heartbeat_missing": beats,
}


@pytest.mark.parametrize("kind", LOGS)
def test_findings_of_a_growing_log_are_those_of_all_of_it_however_it_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    set_chunk(monkeypatch, 150)
    lines = [f"{json.dumps(record)}\n" for record in LOGS[kind]()]
    path = tmp_path / "growing.jsonl"
    path.write_text("".join(lines[:40]))
    log = open_log(path, follow=True)
    try:
        shared = SharedAnalysis(log)
        first = 40
        for stop in (700, 701, 1100, len(lines)):
            with path.open("a") as file:
                file.write("".join(lines[first:stop]))
            first = stop
            until_read(log, path.stat().st_size)
            found = told(shared.analysis())
            shared.forget()
            assert found == told(Analysis(log))
        assert kind.partition(" ")[0] in {name for name, *_ in found}
        set_chunk(monkeypatch, 1 << 16)
        assert found == told(Analysis(log))
    finally:
        log.close()


def of_kind(path: Path, kind: str) -> Finding:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in LOGS[kind]()))
    log = open_log(path)
    try:
        assert log.wait(WAIT_S)
        return next(finding for finding in Analysis(log).findings() if finding.kind == kind)
    finally:
        log.close()


def test_steps_of_one_request_are_no_duplicates(tmp_path: Path) -> None:
    """Those that were sent again are: eleven, and nobody's of another client."""
    found = of_kind(tmp_path / "asked.jsonl", "duplicate_request")
    records = list(asked_twice())
    assert found.rows.tolist() == [row for row, record in enumerate(records) if "again" in str(record["request_id"])]
    assert found.count == 11
    assert found.sentence.startswith("11 requests of 522 ")


def test_calls_in_a_row_are_counted_by_session(tmp_path: Path) -> None:
    by_session: dict[object, list[list[int]]] = {}
    records = list(agents())
    for row, record in enumerate(records):
        series = by_session.setdefault(record["session_id"], [])
        if series and records[series[-1][-1]]["input"] == record["input"]:
            series[-1].append(row)
        else:
            series.append([row])
    loops = [one for series in by_session.values() for one in series if len(one) >= 3]
    found = of_kind(tmp_path / "agents.jsonl", "agent_loop")
    assert found.rows.tolist() == sorted(row for one in loops for row in one)
    assert f"“tool1” was called with the same input {max(map(len, loops))} times" in found.sentence
    assert f"{len(loops)} such series" in found.sentence
