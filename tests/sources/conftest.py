"""Logs opened whole: from bytes, or from the real files beside the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.sources import Spool, open_spool
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

OpenFile = Callable[[Path], FileLog]


@pytest.fixture
def open_file() -> Iterator[OpenFile]:
    """Return a function that opens a log and reads it to the end; every log is closed after the test."""
    opened: list[FileLog] = []

    def make(path: Path) -> FileLog:
        log = open_log(path)
        opened.append(log)
        assert log.wait(60)
        state = log.state()
        assert state.records + state.continuation + state.blank == state.lines
        return log

    yield make
    for log in opened:
        log.close()


@pytest.fixture
def open_corpus(open_file: OpenFile) -> Callable[[str], FileLog]:
    """Return a function that opens a real log by its name; the test is skipped where it is absent."""

    def make(name: str) -> FileLog:
        path = CORPUS / name
        if not path.exists():
            pytest.skip(f"{name} is not here")
        return open_file(path)

    return make


def text_of(path: Path) -> tuple[bytes, Spool]:
    """Return all text of a log, and its closed spool for what it has to tell."""
    with open_spool(path) as spool:
        while spool.filling:
            spool.wait_for(1 << 62, 10)
        return spool.read(0, spool.size()), spool
