"""While a log grows only what came is read, and what is found is what would be found in all of it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.anomalies import GrownEvents
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store import open_log
from aidebug_gui.store.analytics import Analytics
from aidebug_gui.store.log import FileLog
from tests.analysis.labelled import as_text, log_with

WAIT_S = 30.0
FAULTS = ("retry_storm", "cuda_oom", "lost_request", "error_burst", "bad_gateway", "nan_score")


def until_read(log: FileLog, size: int) -> None:
    deadline = time.monotonic() + WAIT_S
    while not (log.state().complete and log.state().bytes_read >= size):
        assert time.monotonic() < deadline, log.state()
        time.sleep(0.005)


def told(analysis: Analysis) -> list[tuple[object, ...]]:
    return [
        (finding.kind, finding.subject, finding.sentence, finding.count, finding.rows.tolist(), finding.severity)
        for finding in settled(analysis.findings())
    ]


def set_chunk(monkeypatch: pytest.MonkeyPatch, records: int) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("aidebug_gui.analysis") and hasattr(module, "CHUNK"):
            monkeypatch.setattr(module, "CHUNK", records)


@pytest.mark.parametrize("written_as", ["json", "text"])
def test_findings_of_a_growing_log_are_those_of_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written_as: str
) -> None:
    set_chunk(monkeypatch, 300)
    read: list[tuple[int, int]] = []
    for name in ("texts", "lines"):
        ask = getattr(Analytics, name)

        def spied(self: Analytics, *given: object, ask: Callable[..., object] = ask, name: str = name) -> object:
            first, stop = given[1:3] if name == "texts" else given[:2]
            read.append((int(str(first)), int(str(stop))))
            return ask(self, *given)

        monkeypatch.setattr(Analytics, name, spied)
    parts = [log_with(fault, seed=5) for fault in FAULTS]
    text = "".join(parts if written_as == "json" else [as_text(part) for part in parts]).encode()
    path = tmp_path / "growing.log"
    ends = [int(len(text) * share) for share in (0.5, 0.501, 0.7, 0.94, 1)]
    path.write_bytes(text[: ends[0]])
    log = open_log(path, follow=True)
    try:
        shared = SharedAnalysis(log)
        seen = 0
        for begin, end in zip([0, *ends], ends, strict=False):
            if begin:
                with path.open("ab") as file:
                    file.write(text[begin:end])
            until_read(log, end)
            read.clear()
            found = told(shared.analysis())
            shared.forget()
            assert read
            assert min(first for first, _ in read) >= seen, "what was read is read again"
            seen = log.state().settled
            assert found == told(Analysis(log))
        assert found
        assert np.array_equal(shared.analysis().patterns.of, Analysis(log).patterns.of)
        assert [p.text for p in shared.analysis().patterns.patterns] == [
            p.text for p in Analysis(log).patterns.patterns
        ]
    finally:
        log.close()


def test_what_is_found_does_not_depend_on_the_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "all.log"
    path.write_text("".join(log_with(fault, seed=8) for fault in FAULTS))
    log = open_log(path)
    try:
        assert log.wait(WAIT_S)
        found = told(Analysis(log))
        assert found
        for size in (97, 1000):
            set_chunk(monkeypatch, size)
            assert told(Analysis(log)) == found
    finally:
        log.close()


def test_what_is_told_of_numbers_does_not_depend_on_when_one_looks(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    values = np.round(rng.lognormal(3, 0.4, 9000), 2)
    values[3000:3400] = 20.0
    values[5000:5200] *= 30
    values[7000] = 9999.0
    lines = []
    for number, value in enumerate(values.tolist()):
        record = {"ts": 1_767_225_600 + number, "message": "m", "latency_ms": value}
        lines.append(json.dumps(record | ({"tokens_in": number * 7919 % 997} if number % 3 else {})) + "\n")
    found = [_looked_at(tmp_path / f"{number}.log", lines, cuts) for number, cuts in enumerate(CUTS)]
    assert found[0]
    assert {field for field, *_ in found[0]} >= {"latency_ms"}
    assert all(other == found[0] for other in found[1:])


CUTS = (
    [1000, 9000],
    [1000, 1001, 3100, 3399, 3450, 5010, 6999, 7001, 8000, 9000],
    [1000, *range(1037, 9000, 401), 9000],
)


def _looked_at(path: Path, lines: list[str], cuts: list[int]) -> list[tuple[object, ...]]:
    """Return what was told of a log in which somebody looked after so many lines."""
    path.write_text("".join(lines[: cuts[0]]))
    log = open_log(path, follow=True)
    try:
        until_read(log, path.stat().st_size)
        shared = SharedAnalysis(log)
        grown = GrownEvents({}, log.state().records)
        for begin, end in pairwise(cuts):
            with path.open("a") as file:
                file.writelines(lines[begin:end])
            until_read(log, path.stat().st_size)
            events = dict(grown.field_events(log, shared.analysis().evidence))
            shared.forget()
        return [
            (field, rate, event.reason, event.first, event.last, event.finding.sentence, event.finding.rows.tolist())
            for field, by_rate in events.items()
            for rate, told_events in by_rate.items()
            for event in told_events
        ]
    finally:
        log.close()
