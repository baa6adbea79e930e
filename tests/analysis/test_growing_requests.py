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
