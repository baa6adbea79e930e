"""A spool being filled shows whole lines only, ends with its source, and leaves nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidebug_gui.sources.filled_spool import SpoolFile, Stopped, Tally
from aidebug_gui.sources.spool import SourceError

WAIT_S = 60.0


def test_only_whole_lines_are_seen_until_it_is_full() -> None:
    go = threading.Event()

    def fill(tally: Tally) -> Iterator[bytes]:
        yield b"one\ntw"
        tally.done = 5
        go.wait(WAIT_S)
        yield b"o\nthr"
        yield b"ee"

    with SpoolFile(Path("source"), 10, fill) as spool:
        spool.wait_for(4, WAIT_S)
        assert spool.filling
        assert spool.read(0, 100) == b"one\n"
        go.set()
        spool.wait_for(1 << 62, WAIT_S)
        assert not spool.filling
        assert spool.read(0, 100) == b"one\ntwo\nthree"
        assert spool.progress() == (10, 10)


@pytest.mark.parametrize(
    ("problem", "error", "notice"),
    [
        (Stopped("Enough."), "", "Enough."),
        (SourceError("It is broken."), "It is broken.", ""),
        (ValueError("surprise"), "source could not be read further: ValueError: surprise", ""),
    ],
)
def test_what_was_read_stays_when_the_source_fails(problem: Exception, error: str, notice: str) -> None:
    def fill(_tally: Tally) -> Iterator[bytes]:
        yield b"one\n"
        raise problem

    with SpoolFile(Path("source"), 10, fill) as spool:
        spool.wait_for(1 << 62, WAIT_S)
        assert (spool.read(0, 100), spool.error, spool.notice) == (b"one\n", error, notice)


def test_closing_ends_an_endless_source() -> None:
    def fill(_tally: Tally) -> Iterator[bytes]:
        while True:
            yield b"again\n"

    spool = SpoolFile(Path("source"), 0, fill)
    spool.wait_for(1000, WAIT_S)
    spool.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "spool"]
