"""Masked copies made by several processes: the same as one process makes, ended when nobody waits, told when one dies."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.pii import workers
from aidebug_gui.analysis.pii.allow import Allowed, AllowList
from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskOptions
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.scan import BlockScanner, ScanRecipe, scan_log
from aidebug_gui.analysis.pii.workers import Workers
from aidebug_gui.sources import SourceError
from aidebug_gui.store import log as log_module
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import Cancelled, CancelToken

BLOCKS = 8


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileLog]:
    """A log of some blocks; who the people are is said in the last one."""
    monkeypatch.setattr(workers, "_FEW_BLOCKS", 2)
    monkeypatch.setattr(log_module, "_TEXT_BYTES", 4000)
    lines = [
        {
            "message": f"asked Borvald Quintessen about card 4539578763621486, mail u{number}@posteo.de",
            "pan": 4539578763621486,
        }
        for number in range(BLOCKS * 30)
    ]
    lines += [{"full_name": "Borvald Quintessen", "message": "hello"}]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    store = open_log(path)
    store.wait()
    yield store
    store.close()


def test_the_copy_is_the_same_however_many_processes_make_it(log: FileLog, tmp_path: Path) -> None:
    options = MaskOptions(mask=Mask.FORMAT, key=b"k" * 32)
    copies = []
    for processes in (1, 2):
        out = tmp_path / f"{processes}.jsonl"
        done = MaskedCopy(log, Detector(), options, processes=processes).write(out, "jsonl")
        copies.append((out.read_bytes(), done))
    assert copies[0] == copies[1]
    assert b"Borvald" not in copies[0][0]
    assert copies[0][1].certain_left == 0


def test_several_processes_find_what_one_finds(log: FileLog) -> None:
    allow = AllowList([Allowed("a test", value=b"u7@posteo.de")])
    one, two = (scan_log(log, BlockScanner(Detector(), allow), processes=processes) for processes in (1, 2))
    assert one == two
    assert (len(one.records["person"]), one.allowed) == (BLOCKS * 30 + 1, 1)


def test_a_cancelled_copy_ends_its_processes(log: FileLog, tmp_path: Path) -> None:
    token, before = CancelToken(), set(multiprocessing.active_children())
    copy = MaskedCopy(log, Detector(), MaskOptions(key=b"k" * 32), processes=2)
    copy.progress = lambda records, again: token.cancel()
    with pytest.raises(Cancelled):
        copy.write(tmp_path / "out.jsonl", "jsonl", cancel=token)
    assert not (tmp_path / "out.jsonl").exists()
    assert set(multiprocessing.active_children()) <= before


def test_a_process_that_dies_is_an_error() -> None:
    recipe = ScanRecipe(Detector().book, AllowList(), Tier.LIKELY)
    text = b'{"message": "x"}\n'
    block = np.arange(1), text, np.array([0, len(text)])
    with Workers(recipe, 1) as pool:
        pool._pool.submit(os._exit, 3)
        with pytest.raises(SourceError, match="ended unexpectedly"):
            list(pool.results([block] * 50, BlockScanner(Detector())))


def test_evidence_is_added_and_taken_off() -> None:
    first, second = ColumnEvidence(), ColumnEvidence()
    for evidence, times in ((first, 4), (second, 9)):
        for _ in range(times):
            evidence.add("card", "pan", passed=True)
    both = first.plus(second)
    assert not first.weight("card", "pan")
    assert both.weight("card", "pan") > 0
    assert not both.minus(second).weight("card", "pan")


def test_there_is_at_least_one_process() -> None:
    assert 1 <= workers.usable_processes() <= workers.MOST_PROCESSES
