"""While a log grows only what came is read, and what is found is what would be found in all of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, settled
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


@pytest.mark.parametrize("written_as", ["json", "text"])
def test_findings_of_a_growing_log_are_those_of_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written_as: str
) -> None:
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
