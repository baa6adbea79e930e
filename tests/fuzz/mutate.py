"""Opens damaged copies of real logs: no crash, no hang, every line accounted for.

Run as ``python -m tests.fuzz.mutate [CASES] [SEED]`` (``make fuzz``); needs the corpus of logs beside the project, or
uses the shipped examples.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from aidebug_gui.sources import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LONGEST = 40_000
"""Bytes of a file that are used: many small cases find more than a few large ones."""
HANG_S = 2.0
LOOKED_AT = 20

Mutation = Callable[[random.Random, bytes, bytes], bytes]


def truncate(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def duplicate(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, last = sorted(chance.choices(range(len(data) + 1), k=2))
    return data[:last] + data[first:last] + data[last:]


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    cut = chance.randrange(len(data) + 1)
    return data[:cut] + other[chance.randrange(len(other) + 1) :] + data[cut:]


def flip(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    result = bytearray(data)
    for _ in range(chance.randrange(1, 50) if result else 0):
        result[chance.randrange(len(result))] ^= 1 << chance.randrange(8)
    return bytes(result)


def mix_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n") + other.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines[: chance.randrange(1, len(lines) + 1)])


def change_ends(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b"\0\n", b" \n", b"\x1b[0m\n"]))


MUTATIONS: tuple[Mutation, ...] = (truncate, duplicate, splice, flip, mix_lines, change_ends)


def samples() -> list[bytes]:
    """Return the beginnings of the logs to damage."""
    root = CORPUS if CORPUS.is_dir() else ROOT / "resources" / "examples"
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and "nab" not in path.parts)
    found = []
    for path in paths:
        with path.open("rb") as log:
            found.append(log.read(LONGEST))
    return [data for data in found if data]


def check(log: FileLog) -> None:
    """Look at a log as the window does. Raises AssertionError."""
    state = log.state()
    assert state.complete, "not read to the end"
    assert not state.error.startswith("Reading stopped"), state.error  # other errors are said in words
    assert state.records + state.continuation + state.blank == state.lines, "lines are lost"
    assert sum(log.level_counts().values()) == state.records, "levels are lost"
    step = max(1, state.records // LOOKED_AT)
    names = [field.name for field in log.fields()]
    numbers = np.arange(0, state.records, step)
    assert len(log.rows(numbers, names[:40])) == len(numbers), "rows are lost"
    for number in numbers.tolist():
        record = log.record(number)
        if "\ufffd" in record.raw or "\0" in record.raw:
            continue  # the engine is stricter than the record parser with what is inside damaged JSON
        stored = log.frame(np.array([number]), ["level"])["level"].tolist()
        assert stored == [record.level], f"record {number}: level {stored} is stored, {record.level} is shown"
    for name in names[-2:]:
        log.values(name)


def run_case(data: bytes, path: Path) -> str:
    """Open one damaged log and return what is wrong with it, empty if nothing is."""
    path.write_bytes(data)
    begun = time.monotonic()
    try:
        log = open_log(path)
    except SourceError:
        return ""  # said in words
    try:
        if not log.wait(30):
            return "hangs"
        waited = time.monotonic() - begun
        check(log)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        log.close()
    return f"took {waited:.1f} s to read" if waited > HANG_S else ""


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    known = samples()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in range(cases):
            chance = random.Random(f"{seed}/{case}")
            data, other = chance.choices(known, k=2)
            for mutation in chance.choices(MUTATIONS, k=chance.randrange(1, 4)):
                data = mutation(chance, data, other)[: 2 * LONGEST]
            wrong = run_case(data, Path(folder) / "case.log")
            if wrong:
                bad += 1
                kept = Path(tempfile.gettempdir()) / f"fuzz-{seed}-{case}.log"
                kept.write_bytes(data)
                print(f"case {case} of seed {seed}: {wrong} (kept as {kept})", flush=True)
    print(f"{cases} cases, {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
