from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.sources.addresses import Merged
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

SECOND = 1_000_000_000
Opener = Callable[..., FileLog]


@pytest.fixture
def merged() -> Iterator[Opener]:
    logs: list[FileLog] = []

    def opened(*paths: Path, **shifts_s: float) -> FileLog:
        shifts = tuple((name.replace("_", "."), int(shift * SECOND)) for name, shift in shifts_s.items())
        log = open_log(Merged(paths, shifts))
        logs.append(log)
        assert log.wait(30)
        return log

    yield opened
    for log in logs:
        log.close()


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_file_whose_name_is_no_utf8_is_merged(merged: Opener, api: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.log")
    odd.write_bytes(api.read_bytes())
    log = merged(api, odd)
    assert log.values("source") == [("\\xff.log", 3), ("api.log", 3)]


@pytest.fixture
def api(tmp_path: Path) -> Path:
    path = tmp_path / "api.log"
    path.write_text(
        "2026-01-01 10:00:00,000 INFO app.api: request 1 latency=120ms\n"
        "2026-01-01 10:00:02,000 ERROR app.api: request 2 failed\n"
        'Traceback (most recent call last):\n  File "a.py", line 1, in f\nTimeoutError: slow\n'
        "2026-01-01 10:00:04,000 INFO app.api: request 3 latency=80ms"  # without an end of line
    )
    return path


@pytest.fixture
def worker(tmp_path: Path) -> Path:
    path = tmp_path / "worker.jsonl"
    lines = [
        {"timestamp": f"2026-01-01T10:00:0{second}Z", "level": "info", "confidence": second / 10, "source": "w.py:1",
         "extra": {"batch": second}, "message": f"prediction {second}"}
        for second in (1, 3, 5)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def messages(log: FileLog) -> list[str]:
    rows = log.rows(np.arange(log.state().records), ["message"])
    return [str(row.cells[0]).split(" latency")[0] for row in rows]


def test_records_are_in_the_order_of_time(merged: Opener, api: Path, worker: Path) -> None:
    log = merged(api, worker)
    state = log.state()
    assert state.complete
    assert not state.error
    assert (state.records, state.lines, state.continuation) == (6, 9, 3)
    assert messages(log) == [
        "request 1", "prediction 1", "request 2 failed", "prediction 3", "request 3", "prediction 5"
    ]  # fmt: skip
    assert [(row.line, *row.cells) for row in log.rows(np.arange(3), ["source", "score", "latency_ms"])] == [
        (1, "api.log", None, 120.0), (1, "worker.jsonl", 0.1, None), (2, "api.log", None, None)
    ]  # fmt: skip


def test_all_questions_are_answered(merged: Opener, api: Path, worker: Path) -> None:
    log = merged(api, worker)
    select = lambda query: (log.select(query) if log.select(query) is not None else np.empty(0)).tolist()  # noqa: E731
    assert log.values("source") == [("api.log", 3), ("worker.jsonl", 3)]
    assert log.values("origin") == [("w.py:1", 3)]
    assert select("source:worker.jsonl") == [1, 3, 5]
    assert select('"prediction"') == [1, 3, 5]
    assert select("has:traceback") == [2]
    assert select("score>=0.3 source:worker.jsonl") == [3, 5]
    assert select("extra.batch>=3") == [3, 5]
    assert select("message:request") == [0, 2, 4]
    assert select("time>=10:00:03") == [3, 4, 5]
    assert select("line:3") == [2, 5]
    assert log.sort(None, "score", descending=True).tolist()[:3] == [5, 3, 1]
    assert log.values("extra.batch") == [("1.0", 1), ("3.0", 1), ("5.0", 1)]
    assert log.find("request 3") == 4
    assert log.record_at_line(4) == 2
    assert log.series("score").size == 3
    assert log.histogram(5).counts.sum() == 6
    assert log.record(2).traceback.endswith("TimeoutError: slow")
    assert log.record(2).values["source"] == "api.log"
    fields = {field.name: field for field in log.fields()}
    assert fields["source"].leading
    assert fields["score"].fill == pytest.approx(0.5)
    texts = [text for _, block in log.analytics.texts({"m": "message"}) for text in block["m"].to_pylist()]
    assert texts[1] == "prediction 1"
    assert len(texts) == 6


def test_the_text_is_that_of_the_files(merged: Opener, api: Path, worker: Path, tmp_path: Path) -> None:
    log = merged(api, worker)
    lines = log.text(np.arange(6), "raw").splitlines()
    assert sorted(lines) == sorted((api.read_text() + "\n" + worker.read_text()).splitlines())
    blocks = [(numbers.tolist(), text) for numbers, text, _ in log.blocks()]
    assert [number for numbers, _ in blocks for number in numbers] == list(range(6))
    assert b"".join(text for _, text in blocks).decode().splitlines() == lines
    first = json.loads(log.text(np.array([1]), "jsonl"))
    assert (first["source"], first["origin"], first["score"]) == ("worker.jsonl", "w.py:1", 0.1)
    with pytest.raises(ValueError, match="never written"):
        log.export(None, worker, style="raw")


def test_a_clock_is_put_right(merged: Opener, api: Path, worker: Path) -> None:
    log = merged(api, worker, worker_jsonl=-1.5)
    assert messages(log)[:3] == ["prediction 1", "request 1", "prediction 3"]
    first = log.rows(np.array([0]), ["time"])[0].cells[0]
    assert log.record(0).time_ns == first == log.time_range()[0]  # type: ignore[index]
    assert log.select("time<10:00:00") is not None
    assert len(log.select("time<10:00:00")) == 1  # type: ignore[arg-type]
    assert [file.shift_ns for file in log.merged_files()] == [0, -1_500_000_000]


def test_a_shift_of_a_file_that_is_not_there_is_told(api: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no file x\.log"):
        open_log(Merged((api,), (("x.log", 1),)))


def test_a_rotated_log_is_one(merged: Opener, tmp_path: Path) -> None:
    for number, name in enumerate(("app.log.2.gz", "app.log.1", "app.log")):
        text = "".join(f"2026-01-01 1{number}:00:{second:02} INFO {number}-{second}\n" for second in range(50))
        data = gzip.compress(text.encode()) if name.endswith("gz") else text.encode()
        (tmp_path / name).write_bytes(data)
    log = merged(*(tmp_path / name for name in ("app.log", "app.log.1", "app.log.2.gz")))
    assert messages(log) == [f"{number}-{second}" for number in range(3) for second in range(50)]


def test_a_log_without_times_stands_at_the_end_and_is_told(merged: Opener, api: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("hello\nworld\n")
    log = merged(plain, api)
    assert messages(log)[-2:] == ["hello", "world"]
    assert "plain.txt: no times" in log.state().notice


def test_a_directory_opens_as_one_log(api: Path, worker: Path) -> None:
    log = open_log(api.parent)
    assert log.wait(30)
    assert log.state().records == 6
    assert log.name.endswith("(2 files)")
    log.close()


def test_merging_while_it_is_read_numbers_anew(merged: Opener, tmp_path: Path) -> None:
    """Records that come late may be the first: the numbers of all others change, and the state says so."""
    paths = []
    for name, hour in (("late.log", 12), ("early.log", 10)):
        path = tmp_path / name
        path.write_text(
            "".join(
                f"2026-01-01 {hour}:{n // 3600 % 60:02}:{n // 60 % 60:02} INFO a: {name} {n}\n" for n in range(50_000)
            )
        )
        paths.append(path)
    log = merged(*paths)
    state = log.state()
    assert state.records == 100_000
    assert state.generation >= 1
    assert not state.provisional
    assert state.settled == 100_000
    assert log.select("source:early.log").tolist() == list(range(50_000))  # type: ignore[union-attr]
    rows = log.rows(np.array([0, 49_999, 50_000, 99_999]), ["source"])
    assert [row.cells[0] for row in rows] == ["early.log", "early.log", "late.log", "late.log"]
    assert len(log.select('"early.log 49999"')) == 1  # type: ignore[arg-type]


def test_records_are_called_what_their_own_file_was(merged: Opener, worker: Path, tmp_path: Path) -> None:
    table = tmp_path / "metrics.csv"
    table.write_text("timestamp,step,loss\n2026-01-01T10:00:02Z,1,0.5\n2026-01-01T10:00:04Z,2,0.25\n")
    log = merged(table, worker)
    assert log.state().formats == {"JSON": 3, "CSV": 2}
    assert [log.record(number).format for number in range(5)] == ["JSON", "CSV", "JSON", "CSV", "JSON"]
    assert [row.cells for row in log.rows(np.arange(2), ["format"])] == [("JSON",), ("CSV",)]
