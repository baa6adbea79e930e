"""A log that is still being unpacked is read as it grows: whole lines only, all of it in the end, progress of its source."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.sources.filled_spool import SpoolFile, Stopped, Tally
from aidebug_gui.store import open_log
from aidebug_gui.store.database import Database
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.reading.ingest import Ingest

WAIT_S = 60.0
Read = Callable[[Callable[[Tally], Iterator[bytes]]], Ingest]


@pytest.fixture
def read() -> Iterator[Read]:
    """Return a function that begins to read what a source gives."""
    ends: list[Callable[[], None]] = []

    def begin(fill: Callable[[Tally], Iterator[bytes]]) -> Ingest:
        spool, database = SpoolFile(Path("source"), 1000, fill), Database()
        ingest = Ingest(spool, database, RecordIndex(), Catalog.load(), lambda: None)
        ends.extend((ingest.cancel, ingest.wait, database.close, spool.close))
        ingest.start()
        return ingest

    yield begin
    for end in ends:
        end()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_rows_are_there_before_the_source_ends_and_no_line_is_halved(read: Read) -> None:
    go = threading.Event()

    def fill(tally: Tally) -> Iterator[bytes]:
        yield b"INFO:root:one\nINFO:root:two\nINFO:ro"
        tally.done = 500
        go.wait(WAIT_S)
        yield b"ot:three\n  more of it\nERROR:root:four"

    ingest = read(fill)
    wait_until(lambda: ingest.state.records > 0)
    assert (ingest.state.records, ingest.state.lines, ingest.state.complete) == (2, 2, False)
    wait_until(lambda: ingest.state.bytes_read == 500)
    assert ingest.state.bytes_total == 1000
    go.set()
    assert ingest.wait(WAIT_S)
    state = ingest.state
    assert (state.records, state.lines, state.continuation) == (4, 5, 1)
    assert state.complete
    assert state.bytes_read == state.bytes_total == 1000


def test_a_log_of_many_rounds_is_read_whole(read: Read) -> None:
    lines = [b"INFO:root:Prediction: 0.%06d %s\n" % (number, b"x" * 150) for number in range(100_000)]

    def fill(_tally: Tally) -> Iterator[bytes]:
        for first in range(0, len(lines), 5000):
            yield b"".join(lines[first : first + 5000])
            time.sleep(0.02)

    ingest = read(fill)
    assert ingest.wait(60)
    assert (ingest.state.records, ingest.state.lines) == (100_000, 100_000)


def test_columns_that_show_up_late_are_found(read: Read) -> None:
    early = b"".join(b'{"time": %d, "text": "%s"}\n' % (1_700_000_000 + number, b"x" * 200) for number in range(10_000))
    late = b"".join(
        b'{"time": %d, "score": 0.5, "latency_ms": 7}\n' % number for number in range(1_800_000_000, 1_800_009_000)
    )
    go = threading.Event()

    def fill(_tally: Tally) -> Iterator[bytes]:
        yield early
        go.wait(WAIT_S)
        yield late

    ingest = read(fill)
    wait_until(lambda: ingest.state.records == 10_000)
    assert "score" not in ingest.projection.columns
    go.set()
    assert ingest.wait(60)
    assert {"score", "latency_ms"} <= set(ingest.projection.columns)
    assert (ingest.state.records, ingest.state.lines) == (19_000, 19_000)


def test_the_source_s_problems_are_told(read: Read) -> None:
    def stopped(_tally: Tally) -> Iterator[bytes]:
        yield b"INFO:root:one\n"
        raise Stopped("That is enough.")

    def broken(_tally: Tally) -> Iterator[bytes]:
        yield b"INFO:root:one\n"
        raise ValueError("surprise")

    first, second = read(stopped), read(broken)
    assert first.wait(WAIT_S)
    assert second.wait(WAIT_S)
    assert (first.state.records, first.state.notice, first.state.error) == (1, "That is enough.", "")
    assert second.state.records == 1
    assert "surprise" in second.state.error


def test_reading_an_endless_source_can_be_cancelled(read: Read) -> None:
    def fill(_tally: Tally) -> Iterator[bytes]:
        while True:
            yield b"INFO:root:again\n" * 1000

    ingest = read(fill)
    wait_until(lambda: ingest.state.records > 0)
    ingest.cancel()
    assert ingest.wait(WAIT_S)
    assert ingest.state.cancelled
    assert not ingest.state.complete


def test_closing_at_once_leaves_no_thread_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b'{"a": 1}\n' * 500_000))
    open_log(path).close()
    assert not [thread.name for thread in threading.enumerate() if thread.name in ("spool", "ingest")]


def test_the_export_never_writes_to_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"score": 0.5}]))
    log = open_log(path)
    try:
        log.wait(WAIT_S)
        with pytest.raises(ValueError, match="never written"):
            log.export(None, path, style="jsonl")
    finally:
        log.close()
