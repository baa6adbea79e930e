"""A log that is followed: what comes is there soon, the accounts hold at every moment, and the last line may still grow."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.sources.follow import followed_file as follow
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.reading.live import LiveIngest
from tests.store.test_log import SEED, stored_and_shown_agree

WAIT_S = 30.0


class Live:
    """A followed log, and the hand that writes it."""

    def __init__(self, path: Path, text: str | bytes = b"") -> None:
        self.path = path
        self.path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.log = open_log(path, follow=True)
        assert self.log.wait(WAIT_S)

    def write(self, text: str | bytes) -> None:
        with self.path.open("ab") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def until(self, condition: Callable[[FileLog], bool]) -> None:
        deadline = time.monotonic() + WAIT_S
        while not condition(self.log):
            state = self.log.state()
            assert not state.error, state.error
            assert state.records + state.continuation + state.blank == state.lines
            assert time.monotonic() < deadline, state
            time.sleep(0.005)

    def until_lines(self, count: int) -> None:
        self.until(lambda log: log.state().lines == count and log.state().complete)

    def messages(self) -> list[object]:
        rows = self.log.rows(np.arange(self.log.state().records), ["message"])
        return [row.cells[0] for row in rows]

    def stored(self, sql: str) -> list[tuple[object, ...]]:
        return self.log._database.execute(sql).fetchall()

    def is_sound(self) -> bool:
        """Tell whether table, index, accounts and shown rows agree."""
        state = self.log.state()
        ((rows, last),) = self.stored("SELECT count(*), max(rowid) FROM records")
        counted = self.stored("SELECT format, count(*) FROM records GROUP BY format")
        titles = self.log._ingest.titles
        by_title: dict[str, int] = {}
        for code, count in counted:
            if code:
                by_title[titles[code]] = by_title.get(titles[code], 0) + count
        return (
            rows == state.records == self.log._index.count
            and (not rows or last == rows - 1)
            and state.records + state.continuation + state.blank == state.lines
            and dict(state.formats) == by_title
            and state.not_understood == sum(count for code, count in counted if not code)
            and stored_and_shown_agree(self.log)
        )


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Live]]:
    opened: list[Live] = []

    def make(text: str | bytes = b"") -> Live:
        opened.append(Live(tmp_path / f"log{len(opened)}.log", text))
        return opened[-1]

    yield make
    for live in opened:
        live.log.close()


@pytest.fixture
def quick_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "REST_S", 0.05)


def json_line(number: int, **more: object) -> str:
    return json.dumps({"time": 1_800_000_000 + number, "level": "INFO", "seq": number, **more}) + "\n"


def test_what_is_appended_becomes_records(begin: Callable[..., Live]) -> None:
    live = begin(json_line(0))
    state = live.log.state()
    assert (state.live, state.complete, state.records, state.settled) == (True, True, 1, 0)
    told: list[int] = []
    live.log.on_change(lambda: told.append(live.log.state().records))
    for number in range(1, 40):
        live.write(json_line(number, message=f"step {number}"))
        if number % 5 == 0:
            live.until_lines(number + 1)
    live.until_lines(40)
    assert told[-1] == 40
    assert live.messages()[39] == "step 39"
    assert live.log.select("seq>37", first=30).tolist() == [38, 39]
    assert live.log.level_counts() == {20: 40}
    assert live.log.time_range() == (1_800_000_000 * 10**9, 1_800_000_039 * 10**9)
    assert live.is_sound()


def test_a_log_that_is_empty_at_first_is_understood_when_lines_come(begin: Callable[..., Live]) -> None:
    live = begin()
    live.write("2026-01-01 10:00:00,123 INFO api: started in 12ms\n")
    live.until_lines(1)
    live.write("".join(f"2026-01-01 10:00:{at:02},123 WARNING api: score=0.{at} latency=5ms\n" for at in range(1, 30)))
    live.until_lines(30)
    assert live.log.level_counts() == {20: 1, 30: 29}
    assert live.log.select("score>0.28").tolist() == [3, 4, 5, 6, 7, 8, 9, 29]
    assert live.is_sound()


def test_text_of_all_kinds_line_by_line_is_read_as_in_one_go(begin: Callable[..., Live], tmp_path: Path) -> None:
    trace = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    boom()\nValueError: no\n'
    lines = (SEED + trace + "\n  \nINFO:root:after\n" + trace + '{"a": 1}\n{"a": broken}\nloose end\n').splitlines(True)
    live = begin(lines[0])
    for number, line in enumerate(lines[1:], 2):
        live.write(line)
        live.until_lines(number)
    (tmp_path / "whole.log").write_text("".join(lines))
    whole = open_log(tmp_path / "whole.log")
    try:
        assert whole.wait(WAIT_S)
        count = whole.state().records
        assert live.log.state().records == count
        assert live.log.level_counts() == whole.level_counts()
        for number in range(count):
            mine, other = live.log.record(number), whole.record(number)
            assert (mine.line, mine.raw, mine.level, mine.flags) == (other.line, other.raw, other.level, other.flags)
        everything = np.arange(count)
        assert live.log._index.flags(0, count).tolist() == whole._index.flags(0, count).tolist()
        assert live.log.select("is:multiline").tolist() == whole.select("is:multiline").tolist()
        assert [row.line for row in live.log.rows(everything, [])] == [row.line for row in whole.rows(everything, [])]
    finally:
        whole.close()
    assert live.is_sound()


@pytest.mark.usefixtures("quick_rest")
def test_a_half_line_is_shown_and_changes_in_place(begin: Callable[..., Live]) -> None:
    live = begin(json_line(0) + json_line(1))
    whole = json_line(2, message="all of it", score=0.5)
    live.write(whole[:30])
    live.until_lines(3)
    assert live.log.state().not_understood == 1
    assert live.messages()[2] == whole[:30].rstrip()
    live.write(whole[30:50])
    live.until(lambda log: live.messages()[2] == whole[:50].rstrip())
    live.write(whole[50:])
    live.until(lambda log: log.state().not_understood == 0)
    assert (live.log.state().records, live.log.state().lines) == (3, 3)
    live.until(lambda _: live.messages()[2] == "all of it")
    assert live.log.level_counts() == {20: 3}
    live.write(json_line(3))
    live.until_lines(4)
    assert live.is_sound()


@pytest.mark.usefixtures("quick_rest")
def test_a_half_line_that_continues_a_record_may_begin_one(begin: Callable[..., Live]) -> None:
    live = begin("INFO:root:one\nINFO:root:two\n")
    live.write("WARN")
    live.until_lines(3)
    assert (live.log.state().records, live.log.state().continuation) == (2, 1)
    assert live.log.record(1).line_count == 2
    live.write("ING:root:three\n")
    live.until(lambda log: log.state().records == 3)
    assert live.log.state().continuation == 0
    assert live.log._index.flags(0, 3).tolist() == [0, 0, 0]
    assert live.messages() == ["one", "two", "three"]
    live.write("  more")
    live.until_lines(4)
    live.write(" of it\n")
    live.until(lambda log: "more of it" in log.record(2).raw)
    assert live.log._index.flags(2, 3).tolist() == [8]
    assert live.is_sound()


@pytest.mark.usefixtures("quick_rest")
def test_a_half_line_that_was_a_record_stays_one(begin: Callable[..., Live]) -> None:
    """The last line of a traceback after JSON: its beginning says nothing of that."""
    live = begin('{"a": 1}\n  File "x.py"\n')
    live.write("ValueErr")
    live.until_lines(3)
    assert live.log.state().records == 2
    live.write("or: no\n")
    live.until(lambda log: log.record(1).raw == "ValueError: no")
    assert live.log.state().records == 2
    assert live.is_sound()


@pytest.mark.usefixtures("quick_rest")
def test_random_pieces_in_random_order_of_sizes_are_read_soundly(begin: Callable[..., Live]) -> None:
    source = random.Random(7)
    pool = [*SEED.splitlines(True), *(json_line(n, message=f"m{n}") for n in range(10)), "\n", "   \n", "  indented\n"]
    pool += ["\x1b[31mERROR\x1b[0m: red\n", "2026-01-01 10:00:00 ERROR svc: new format\n", '{"half": \n', "\x00\xff\n"]
    live = begin(pool[0])
    text = pool[0]
    for _ in range(60):
        piece = "".join(source.choice(pool) for _ in range(source.randint(1, 4)))
        text += piece
        cut = source.randint(0, len(piece))
        live.write(piece[:cut])
        if source.random() < 0.4:
            time.sleep(source.choice([0.01, 0.08, 0.12]))
        live.write(piece[cut:])
    live.until_lines(text.count("\n"))
    live.until(lambda log: log.state().bytes_read == len(text.encode()))
    assert live.is_sound()


def test_keys_that_come_later_become_fields(begin: Callable[..., Live]) -> None:
    live = begin("".join(json_line(number) for number in range(3000)))
    assert "gpu.memory" not in [field.name for field in live.log.fields()]
    live.write(json_line(3000, gpu={"memory": 17}))
    live.until(lambda log: "gpu.memory" in [field.name for field in log.fields()])
    assert live.log.select("gpu.memory>16").tolist() == [3000]
    live.write(json_line(3001, gpu={"memory": 18}))
    live.until_lines(3002)
    assert live.log.select("gpu.memory>16").tolist() == [3000, 3001]


@pytest.mark.usefixtures("quick_rest")
def test_what_was_computed_of_the_last_record_follows_its_change(begin: Callable[..., Live]) -> None:
    live = begin("".join(json_line(number, loss=number / 10, extra=f"e{number}") for number in range(50)))
    assert live.log.series("loss", x_axis="record").size == 50
    assert live.log.select("extra:e49").tolist() == [49]
    line = json_line(50, extra="late", loss=7.5)
    live.write(line[:40])
    live.until_lines(51)
    assert live.log.select("extra:late").tolist() == []
    assert live.log.series("loss", x_axis="record").size == 50
    live.write(line[40:])
    live.until(lambda log: log.state().not_understood == 0)
    assert live.log.select("extra:late").tolist() == [50]
    assert live.log.series("loss", x_axis="record").point(50) == (50.0, 7.5)
    assert live.log.select("loss>7").tolist() == [50]


def test_many_lines_at_once_go_through_the_engine(begin: Callable[..., Live]) -> None:
    live = begin(json_line(0))
    live.write("".join(json_line(number, message="x" * 50) for number in range(1, 20_001)))
    live.until_lines(20_001)
    live.write(json_line(20_001))
    live.until_lines(20_002)
    assert live.log.select("seq>=19999").tolist() == [19_999, 20_000, 20_001]


def test_rotation_and_truncation_are_told_with_the_record_that_came_after(begin: Callable[..., Live]) -> None:
    live = begin(json_line(0) + json_line(1))
    live.path.rename(live.path.with_name("old.1"))
    live.path.write_text(json_line(2))
    live.until_lines(3)
    live.path.write_text("")
    live.until(lambda log: len(log.events()) == 2)
    live.write(json_line(3))
    live.until_lines(4)
    events = live.log.events()
    assert [(event.kind, event.record) for event in events] == [("renamed", 2), ("truncated", 3)]
    assert live.log.record(0).fields["seq"] == 0
    assert live.log.record(2).fields["seq"] == 2
    assert live.is_sound()


def test_the_columns_of_a_row_stay_when_its_text_is_gone(begin: Callable[..., Live], tmp_path: Path) -> None:
    live = begin(json_line(0, score=0.5, message="old"))
    spool = live.log._spool
    assert isinstance(spool, follow.FollowedFile)
    spool._text.kept.close()  # as for a log that was larger than what is kept
    live.path.write_text(json_line(1, message="new"))
    live.until_lines(2)
    row = live.log.rows(np.array([0, 1]), ["time", "level", "score", "message"])
    assert row[0].cells[:3] == (1_800_000_000 * 10**9, 20, 0.5)
    assert "gone from the disk" in str(row[0].cells[3])
    assert row[1].cells[3] == "new"
    record = live.log.record(0)
    assert record.values["score"] == 0.5
    assert record.level == 20
    assert "gone from the disk" in record.raw


def test_following_ends_when_asked_and_what_is_there_stays(begin: Callable[..., Live]) -> None:
    live = begin(json_line(0))
    live.log.cancel_reading()
    live.until(lambda log: not log.state().live)
    state = live.log.state()
    assert (state.complete, state.cancelled, state.settled) == (True, False, 1)
    live.log._ingest._thread.join(WAIT_S)
    assert not live.log._ingest._thread.is_alive()
    live.write(json_line(1))
    assert live.log.state().records == 1


def test_without_follow_a_log_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text(json_line(0))
    log = open_log(path)
    try:
        assert log.wait(WAIT_S)
        assert not log.state().live
        assert not isinstance(log._ingest, LiveIngest)
        assert list(log.events()) == []
    finally:
        log.close()


def test_a_byte_order_mark_is_left_out_when_the_log_is_read_anew(begin: Callable[..., Live]) -> None:
    live = begin(b"\xef\xbb\xbf" + json_line(0, message="first").encode())
    before = live.log._ingest.generation
    live.write("".join(json_line(number, message="later", latency_ms=5) for number in range(1, 10)))
    live.until_lines(10)
    live.until(lambda log: log._ingest.generation > before)
    assert live.log.state().not_understood == 0
    assert live.messages()[0] == "first"
    assert live.is_sound()
