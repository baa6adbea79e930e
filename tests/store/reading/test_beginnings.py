"""Lines that begin alike are supposed to have one format; where that is wrong, they are read as they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.sources.blocks import join_lines
from aidebug_gui.store import open_log
from aidebug_gui.store.reading import ingest
from aidebug_gui.store.reading.beginnings import Beginnings
from aidebug_gui.store.reading.ingest import TABLE

HEADER = "2026-01-01 10:00:{second:02},000 - app.model - INFO - served {number} score=0.5"
LIKE_A_HEADER = "2026-01-01 is the day on which number {number} was made"


def told(known: Beginnings, lines: list[bytes]) -> list[int]:
    data, starts = join_lines([line + b"\n" for line in lines])
    codes: list[int] = known.supposed(data, starts[:-1]).tolist()
    return codes


def learn(known: Beginnings, lines: dict[bytes, int]) -> None:
    data, starts = join_lines([line + b"\n" for line in lines])
    known.learn(data, starts[:-1], np.array(list(lines.values()), dtype=np.uint8))


def test_lines_that_begin_alike() -> None:
    known = Beginnings()
    learn(known, {b"2026-01-01 10:00 INFO a": 7, b"INFO:     started": 9, b"Traceback (most": 0, b"{broken json": 1})
    lines = [b"1999-12-31 23:59 WARN b", b"INFO:     b", b"Traceback (most", b"{broken json", b"2026 lines", b"-", b""]
    assert told(known, lines) == [7, 9, 0, 0, 0, 0, 0]


def test_nothing_is_supposed_where_two_formats_begin_alike() -> None:
    known = Beginnings()
    learn(known, {b"2026-01-01 10:00 INFO a": 7})
    learn(known, {b"2026-01-02 10:00 - INFO - a": 8, b"2026-01-03 10:00 INFO b": 7})
    assert told(known, [b"2026-01-01 10:00 INFO a"]) == [0]
    learn(known, {b"2026-01-01 10:00 INFO a": 7})
    assert told(known, [b"2026-01-01 10:00 INFO a"]) == [0]


def test_a_text_that_ends_within_the_beginning() -> None:
    known = Beginnings()
    for lines in ([], [b""], [b"a"], [b"abcdefg"], [b"abcdefgh", b"abc"]):
        data, starts = join_lines(lines)
        assert known.supposed(data, starts[:-1]).tolist() == [0] * len(lines)


@pytest.mark.parametrize("every", [0, 1000, 7])
def test_lines_that_only_begin_like_a_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    """They continue the record before, however many rounds it takes to see that."""
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 20_000)
    monkeypatch.setattr(ingest, "LARGEST_BLOCK_BYTES", 20_000)
    lines = []
    for number in range(5000):
        lines.append(HEADER.format(second=number % 60, number=number))
        if every and number > 2000 and not number % every:
            lines.append(LIKE_A_HEADER.format(number=number))
    path = tmp_path / "app.log"
    path.write_text("\n".join(lines) + "\n")
    log = open_log(path)
    try:
        assert log.wait(60)
        state = log.state()
        assert (state.error, state.records, state.continuation) == ("", 5000, len(lines) - 5000)
        query = f"SELECT count(*), count(time), sum(score), min(level), min(format) > 0 FROM {TABLE}"
        assert log.analytics.execute(query).fetchall() == [(5000, 5000, 2500.0, 20, True)]
        assert log.record(4999).values["message"] == "served 4999 score=0.5"
    finally:
        log.close()
