"""Requests of a log that grows: what came is joined to what is known, and nothing is found that all of it would not say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store import open_log
from tests.analysis.test_growing_analysis import set_chunk, told, until_read

_STEPS = ("request received", "model call finished", "prediction served")
_OTHERS = ("upload received", "file stored", "upload answered")


def request_log(requests: int) -> Iterator[str]:
    """Yield records of overlapping requests of two kinds: two never return, and two steps of one come the wrong way round."""
    rng = np.random.default_rng(6)
    events = []
    for request in range(requests):
        steps = list(_OTHERS if request % 3 == 0 else _STEPS)
        if request in (90, 200):
            steps.pop()
        if request == 310:
            steps = [steps[0], steps[2], steps[1], steps[2]]
        moments = request + np.cumsum(rng.uniform(0.1, 1.5, len(steps)))
        events += [(float(moment), step, request) for moment, step in zip(moments, steps, strict=True)]
    for moment, step, request in sorted(events):
        record = {
            "ts": 1_767_225_600 + moment,
            "message": step,
            "request_id": f"q-{request:x}",
            "user_id": f"u{request}",
        }
        yield json.dumps(record | {"model": f"m{request % 70}"}) + "\n"


def untimed_log(requests: int) -> Iterator[str]:
    """Yield requests that become slower, some of which are turned round, one of which comes again later, in its order."""
    rng = np.random.default_rng(8)
    events = []
    for request in range(requests):
        steps = _STEPS[::-1] if request % 150 == 7 else _STEPS
        moments = request + np.cumsum(rng.uniform(0.1, 0.2, 3)) * (4 if request >= requests // 2 else 1)
        events += [(float(moment), step, request) for moment, step in zip(moments, steps, strict=True)]
    events += [(requests - 50 + at, step, 7) for at, step in enumerate(_STEPS)]
    for moment, step, request in sorted(events):
        yield json.dumps({"ts": 1_767_225_600 + moment, "message": step, "request_id": f"q-{request:x}"}) + "\n"


@pytest.mark.parametrize("chunk", [100, 437, 1 << 16])
def test_what_requests_took_and_how_they_stand_is_told_as_of_all_of_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    set_chunk(monkeypatch, chunk)
    lines = list(untimed_log(900))
    path = tmp_path / "untimed.jsonl"
    path.write_text("".join(lines[:50]))
    log = open_log(path, follow=True)
    found = []
    try:
        shared = SharedAnalysis(log)
        for first, stop in pairwise((0, 50, 120, 1500, 1503, 2300, 2620, len(lines))):
            if first:
                with path.open("a") as file:
                    file.write("".join(lines[first:stop]))
            until_read(log, path.stat().st_size)
            found = told(shared.analysis())
            shared.forget()
            assert found == told(Analysis(log))
    finally:
        log.close()
    rows = {kind: rows for kind, _, _, _, rows, _ in found}
    turned = {json.loads(lines[row])["request_id"] for row in rows["reversed_order"]}
    assert turned == {f"q-{request:x}" for request in range(157, 900, 150)}, "that which came again ends as others do"
    begin = json.loads(lines[rows["latency_step"][0]])["ts"] - 1_767_225_600
    assert 430 < begin < 470


def test_requests_of_a_growing_log_are_those_of_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_chunk(monkeypatch, 100)
    lines = list(request_log(500))
    path = tmp_path / "requests.jsonl"
    path.write_text("".join(lines[:61]))
    log = open_log(path, follow=True)
    try:
        shared = SharedAnalysis(log)
        for first, stop in pairwise((0, 61, 700, 701, len(lines))):
            if first:
                with path.open("a") as file:
                    file.write("".join(lines[first:stop]))
            until_read(log, path.stat().st_size)
            analysis = shared.analysis()
            found = told(analysis)
            shared.forget()
            whole = Analysis(log)
            assert found == told(whole)
            assert analysis.requests.count == whole.requests.count
            durations = (np.sort(of.requests.durations()) for of in (analysis, whole))
            assert np.array_equal(*durations, equal_nan=True)
            models, others = (Evidence.codes(of.evidence, "model") for of in (analysis, whole))
            assert [models.value(code) for code in models.code[-40:]] == [others.value(c) for c in others.code[-40:]]
        kinds = {kind: rows for kind, _, _, _, rows, _ in found}
        assert len(kinds["lost_request"]) == 2
        assert {json.loads(lines[row])["request_id"] for row in kinds["odd_order"]} == {f"q-{310:x}"}
    finally:
        log.close()
