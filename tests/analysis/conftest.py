"""Logs made from text, read to their end and ready to be analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

Analyse = Callable[[str], Analysis]


@pytest.fixture
def open_text(tmp_path: Path) -> Iterator[Callable[[str], FileLog]]:
    """Return a function that writes text to a file and opens it; every log is closed after the test."""
    opened: list[FileLog] = []

    def make(text: str) -> FileLog:
        path = tmp_path / f"log{len(opened)}.log"
        path.write_text(text, encoding="utf-8", newline="")
        log = open_log(path)
        opened.append(log)
        assert log.wait(60)
        return log

    yield make
    for log in opened:
        log.close()


@pytest.fixture
def analyse(open_text: Callable[[str], FileLog]) -> Analyse:
    """Return a function that makes the analysis of a text."""
    return lambda text: Analysis(open_text(text))
