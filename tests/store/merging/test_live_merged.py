"""Directories and rotated sets are followed: real processes write, rotate and add files meanwhile."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.sources.addresses import Merged
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

PATIENCE_S = 30.0
WRITER = Path(__file__).with_name("set_writer.py")
SECONDS = 3.0
START_S = 1_700_000_000


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.02)


@pytest.fixture
def follow() -> Iterator[Callable[..., FileLog]]:
    logs: list[FileLog] = []

    def opened(address: Path | Merged) -> FileLog:
        logs.append(open_log(address, follow=True))
        assert logs[-1].wait(PATIENCE_S)
        return logs[-1]

    yield opened
    for log in logs:
        log.close()


def write(path: Path, *records: tuple[float, str], end: str = "\n") -> None:
    """Append lines; the times are seconds after a fixed one."""
    with path.open("a") as file:
        for seconds, message in records:
            file.write(json.dumps({"time": START_S + seconds, "level": "INFO", "message": message}) + end)


def messages(log: FileLog) -> list[object]:
    return [row.cells[0] for row in log.rows(np.arange(log.state().records), ["message"])]


def test_files_are_followed_and_merged_by_time(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    a, b = tmp_path / "a.log", tmp_path / "b.log"
    write(a, (0, "a0"), (2, "a2"))
    write(b, (1, "b1"))
    log = follow(tmp_path)
    state = log.state()
    assert (state.records, state.live, state.complete, state.provisional) == (3, True, True, False)
    generation = state.generation
    write(b, (3, "b3"))
    until(lambda: messages(log) == ["a0", "b1", "a2", "b3"])
    write(a, (4, "a4"), (5, "a5"))
    until(lambda: log.state().records == 6)
    assert log.state().generation == generation  # nothing got another number
    assert log.select("message:a4").tolist() == [4]  # type: ignore[union-attr]
    assert log.values("source") == [("a.log", 4), ("b.log", 2)]
    assert sum(log.level_counts().values()) == 6
    assert log.histogram(5).counts.sum() == 6
    assert log.text(np.arange(6), "raw").count("\n") == 6
    state = log.state()
    assert state.records + state.continuation + state.blank == state.lines == 6
    assert log.time_range() == (START_S * 10**9, (START_S + 5) * 10**9)


def test_what_comes_late_is_shown_at_once_and_put_in_order(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    a, b = tmp_path / "a.log", tmp_path / "b.log"
    write(a, (0, "a0"), (9, "a9"))
    write(b, (1, "b1"))
    log = follow(tmp_path)
    before = log.state().generation
    write(b, (5, "b5"))
    until(lambda: log.state().records == 4)
    until(lambda: messages(log) == ["a0", "b1", "b5", "a9"])
    assert log.state().generation == before + 1
    assert log.numbers_now(np.array([0, 1, 2, 3]), before).tolist() == [0, 1, 3, 2]  # type: ignore[union-attr]
    assert log.numbers_now(np.array([0]), before - 1) is None
    log.hold_numbers(is_held=True)
    write(b, (6, "b6"))
    until(lambda: messages(log) == ["a0", "b1", "b5", "a9", "b6"])
    time.sleep(0.3)
    assert log.state().generation == before + 1
    log.hold_numbers(is_held=False)
    until(lambda: messages(log) == ["a0", "b1", "b5", "b6", "a9"])


def test_a_record_that_gets_more_lines_is_read_again(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    a, b = tmp_path / "a.log", tmp_path / "b.log"
    a.write_text("2026-01-01 10:00:00,000 INFO app: one\n")
    b.write_text("2026-01-01 10:00:01,000 INFO app: two\n")
    log = follow(tmp_path)
    with b.open("a") as file:
        file.write("  more of two\n")
    until(lambda: log.record(1).raw.endswith("more of two"))
    with a.open("a") as file:
        file.write("  more of one\n")  # not the last record of all
    until(lambda: log.record(0).raw.endswith("more of one"))
    with b.open("a") as file:
        file.write("2026-01-01 10:00:02,000 ERROR app: half a li")
    until(lambda: log.state().records == 3)
    with b.open("a") as file:
        file.write("ne\n")
    until(lambda: log.record(2).raw.endswith("half a line"))
    state = log.state()
    assert state.records + state.continuation + state.blank == state.lines == 5
    assert log.select("level:error").tolist() == [2]  # type: ignore[union-attr]


def test_a_new_file_joins_with_its_columns_and_fields(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    write(tmp_path / "a.log", (0, "a0"))
    (tmp_path / ".hidden.log").write_text("no\n")
    log = follow(tmp_path / "*.log")
    assert log.name == "*.log (1 file)"
    (tmp_path / "other.txt").write_text("does not match\n")
    inner = {"time": START_S + 1, "level": "ERROR", "message": "new", "duration_ms": 12.5, "extra": {"batch": 7}}
    (tmp_path / "new.log").write_text(json.dumps(inner) + "\n")
    until(lambda: log.state().records == 2)
    assert log.select("latency_ms>12 or duration_ms>12").tolist() == [1]  # type: ignore[union-attr]
    assert log.values("extra.batch") == [("7.0", 1)]
    assert [file.name for file in log.merged_files()] == ["a.log", "new.log"]
    assert log.files_of([0, 1]) == [0, 1]
    event = next(event for event in log.events() if event.kind == "joined")
    assert event.record == 1
    assert log.name == "*.log (2 files)"
    write(tmp_path / "new.log", (2, "more"))
    until(lambda: messages(log)[2:] == ["more"])
    log.cancel_reading()
    until(lambda: not log.state().live)
    assert not log.state().cancelled
    assert log.state().complete


def test_what_was_packed_before_it_was_seen_is_read_once(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    def pack(path: Path, text: bytes) -> None:
        with gzip.open(path, "wb") as packed:
            packed.write(text)

    write(tmp_path / "a.log", (0, "a0"))
    log = follow(tmp_path)
    write(tmp_path / "b.log", (1, "b1"), (2, "b2"))
    pack(tmp_path / "b.log.1.gz", (tmp_path / "b.log").read_bytes())  # rotated and packed at once
    (tmp_path / "b.log").write_text("")
    write(tmp_path / "b.log", (3, "b3"))
    (tmp_path / "old").mkdir()
    pack(tmp_path / "old" / "a.log.1.gz", (tmp_path / "a.log").read_bytes())  # was read under its first name
    write(tmp_path / "c.log", (4, "c4"))
    pack(tmp_path / "c.log.gz", (tmp_path / "c.log").read_bytes())
    (tmp_path / "c.log").unlink()
    until(lambda: messages(log) == ["a0", "b1", "b2", "b3", "c4"])
    os.rename(tmp_path / "b.log", tmp_path / "b.log.1")
    write(tmp_path / "b.log", (5, "b5"))
    until(lambda: messages(log)[5:] == ["b5"])
    pack(tmp_path / "b.log.2.gz", (tmp_path / "b.log.1").read_bytes())
    (tmp_path / "b.log.1").unlink()
    write(tmp_path / "d.log", (6, "d6"))
    until(lambda: messages(log)[6:] == ["d6"])


def test_what_was_rotated_away_is_not_read_twice(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    log_path, parts = tmp_path / "app.log", [tmp_path / f"app.log.{number}" for number in (1, 2)]
    write(parts[0], (0, "old"))
    write(log_path, (1, "a"))
    log = follow(Merged((log_path, parts[0])))
    parts[0].rename(parts[1])
    log_path.rename(parts[0])
    write(log_path, (2, "b"))
    until(lambda: log.state().records == 3)
    (tmp_path / "backup").write_bytes(log_path.read_bytes())  # another name is no part of what was named
    write(log_path, (3, "c"))
    until(lambda: messages(log) == ["old", "a", "b", "c"])
    assert [event.kind for event in log.events()] == ["renamed"]


def test_links_and_copies_are_one_file(tmp_path: Path, follow: Callable[..., FileLog]) -> None:
    day = tmp_path / "app-2026-01-01.log"
    write(day, (0, "a"))
    (tmp_path / "current.log").symlink_to(day)
    log = follow(tmp_path)
    assert log.state().records == 1
    (tmp_path / "copy.log").write_bytes(day.read_bytes())
    next_day = tmp_path / "app-2026-01-02.log"
    write(next_day, (1, "b"))
    until(lambda: messages(log) == ["a", "b"])
    write(day, (2, "c"))
    until(lambda: messages(log) == ["a", "b", "c"])


@pytest.mark.parametrize("seed", [4])
def test_nothing_is_lost_or_doubled_while_files_come_and_are_rotated(
    tmp_path: Path, follow: Callable[..., FileLog], seed: int
) -> None:
    command = [sys.executable, str(WRITER), str(tmp_path), str(SECONDS), str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdin is not None
        assert writer.stdout.readline() == "ready\n"
        log = follow(tmp_path)
        writer.stdin.write("go\n")
        writer.stdin.flush()
        written = {(name, seq) for name, count in json.loads(writer.stdout.readline()).items() for seq in range(count)}

    def shown() -> list[tuple[object, int, int]]:
        rows = log.rows(np.arange(log.state().records), ["log", "seq", "time"])
        return [(row.cells[0], int(str(row.cells[1])), int(str(row.cells[2]))) for row in rows]

    until(lambda: log.state().records >= len(written))
    until(lambda: [time_ns for *_, time_ns in shown()] == sorted(time_ns for *_, time_ns in shown()))
    found = [(name, seq) for name, seq, _ in shown()]
    assert set(found) == written
    assert len(found) == len(written)
    state = log.state()
    assert state.records + state.continuation + state.blank == state.lines
    assert len(log.text(np.arange(state.records), "raw").splitlines()) == state.records


def test_files_without_times_are_last_also_when_they_were_read_first(
    tmp_path: Path, follow: Callable[..., FileLog]
) -> None:
    for name in ("a.txt", "b.txt"):  # two are read at once: they are put in order before the next file is begun
        (tmp_path / name).write_text("step one\nstep two\n")
    timed = tmp_path / "c.log"
    write(timed, (0, "c0"), (1, "c1"))
    log = follow(tmp_path)
    files = log.files_between(0, log.state().records)
    names = [log.merged_files()[file].name for file in files.tolist()]
    assert names == ["c.log"] * 2 + ["a.txt"] * 2 + ["b.txt"] * 2
    write(timed, (3, "c3"))
    until(lambda: messages(log)[-1] == "c3")
    write(tmp_path / "d.log", (2, "d2"))  # comes too late, so that all is put in order again
    until(lambda: messages(log)[-2:] == ["d2", "c3"])
    assert messages(log)[:2] == ["c0", "c1"]
