"""Logs made from text, read to their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

OpenText = Callable[[str | bytes], FileLog]


@pytest.fixture
def open_text(tmp_path: Path) -> Iterator[OpenText]:
    """Return a function that writes text to a file and opens it; every log is closed after the test."""
    opened: list[FileLog] = []

    def make(text: str | bytes) -> FileLog:
        path = tmp_path / f"log{len(opened)}.log"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        log = open_log(path)
        opened.append(log)
        assert log.wait(60)
        return log

    yield make
    for log in opened:
        log.close()
