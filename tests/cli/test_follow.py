"""Matching records are printed as they are written, by the real program in a process of its own."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WAIT_S = 60.0


class Running:
    """A process that follows, and its lines as they come."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "aidebug_gui", "query", *arguments, "--follow"]
        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it, and so
        try:  # would what they start
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        finally:
            signal.signal(signal.SIGINT, before)
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._told: list[str] = []
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read, self._read_told)]
        for reader in self._readers:
            reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.decode().rstrip("\r\n"))

    def _read_told(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._told.append(line.decode())

    def until_told(self, text: str) -> None:
        """Wait until the standard error says this."""
        deadline = time.monotonic() + WAIT_S
        while not any(text in line for line in self._told):
            assert time.monotonic() < deadline, self._told
            time.sleep(0.01)

    def line(self) -> str:
        return self._lines.get(timeout=WAIT_S)

    def seq(self) -> int:
        return int(json.loads(self.line())["message"].removeprefix("seq="))

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(number)
        code = self.process.wait(WAIT_S)
        for reader in self._readers:
            reader.join(WAIT_S)
        return code, "".join(self._told)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def run() -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def start(*arguments: str) -> Running:
        running.append(Running(*arguments))
        return running[-1]

    yield start
    for process in running:
        process.close()


def write(path: Path, *numbers: int) -> None:
    with path.open("a") as file:
        for number in numbers:
            level = "ERROR" if number % 2 else "INFO"
            file.write(json.dumps({"time": 1_800_000_000 + number, "level": level, "seq": number}) + "\n")


def test_matches_are_printed_through_rotation_and_truncation_until_ctrl_c(
    tmp_path: Path, run: Callable[..., Running]
) -> None:
    path = tmp_path / "app.log"
    write(path, 1, 2, 3)
    running = run(str(path), "level:error")
    assert [running.seq(), running.seq()] == [1, 3]
    write(path, 4, 5)
    assert running.seq() == 5
    path.rename(tmp_path / "app.log.1")
    write(path, 6, 7)
    assert running.seq() == 7
    path.write_text("")
    running.until_told("app.log was emptied")
    write(path, 9, 10)
    assert running.seq() == 9
    code, told = running.end()
    assert code == 130
    assert "Traceback" not in told
    assert "app.log was renamed" in told


def test_a_record_is_printed_whole(tmp_path: Path, run: Callable[..., Running]) -> None:
    path = tmp_path / "app.log"
    path.write_text("INFO:root:one\n")
    running = run(str(path), "", "--format", "raw")
    assert running.line() == "INFO:root:one"
    with path.open("a") as file:
        for piece in ("ERROR:root:bro", "ken\n", "Traceback (most recent call last):\n", "ValueError: no\n"):
            file.write(piece)
            file.flush()
            time.sleep(0.05)
    assert [running.line() for _ in range(3)] == [
        "ERROR:root:broken",
        "Traceback (most recent call last):",
        "ValueError: no",
    ]


def test_it_ends_after_the_limit_and_when_nobody_reads(tmp_path: Path, run: Callable[..., Running]) -> None:
    path = tmp_path / "app.log"
    write(path, 1)
    limited = run(str(path), "", "--limit", "2")
    command = f"{sys.executable} -m aidebug_gui query {path} '' --follow | head -n 1"
    piped = subprocess.Popen(["/bin/sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert limited.seq() == 1
    out, told = piped.communicate(timeout=WAIT_S)  # though nothing more is written
    assert json.loads(out)["message"] == "seq=1"
    assert told == b""
    write(path, 2)
    assert limited.seq() == 2
    assert limited.process.wait(WAIT_S) == 0


def test_several_files_are_followed_at_once_and_what_cannot_be_is_told(
    tmp_path: Path, run: Callable[..., Running]
) -> None:
    one, two = tmp_path / "one.log", tmp_path / "two.log"
    write(one, 1)
    write(two, 2)
    running = run(str(one), str(two), "", "--format", "csv", "--columns", "level")
    assert running.line() == "file,line,level"
    assert {running.line(), running.line()} == {f"{one},1,ERROR", f"{two},1,INFO"}
    write(two, 3)
    assert running.line() == f"{two},2,ERROR"
    write(one, 4)
    assert running.line() == f"{one},2,INFO"
    document = tmp_path / "all.json"
    document.write_text('[{"level": "INFO", "seq": 5}]')
    other = run(str(document), "")
    assert other.seq() == 5
    assert other.process.wait(WAIT_S) == 0


def test_a_directory_is_followed_and_nothing_is_printed_twice(tmp_path: Path, run: Callable[..., Running]) -> None:
    first, second = tmp_path / "a.log", tmp_path / "b.log"
    write(first, 1, 9)
    running = run(str(tmp_path), "level:error")
    assert [running.seq(), running.seq()] == [1, 9]
    write(second, 5)  # belongs between them: all is put in order again
    assert running.seq() == 5
    first.rename(tmp_path / "a.log.1")
    write(first, 11)
    assert running.seq() == 11
    write(second, 7, 13)
    assert [running.seq(), running.seq()] == [7, 13]
    code, told = running.end()
    assert (code, "renamed" in told, "is new here" in told) == (130, True, True)
