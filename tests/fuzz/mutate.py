"""Opens damaged copies of real logs: no crash, no hang, every line accounted for, one answer from engine and parser.

Run as ``python -m tests.fuzz.mutate [CASES] [SEED] [FIRST]`` (``make fuzz``); needs the corpus of logs beside the
project, or uses the shipped examples. Cases are numbered: ``1 SEED NUMBER`` repeats one.
"""

from __future__ import annotations

import faulthandler
import math
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
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.reading.ingest import TABLE

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LONGEST = 40_000
"""Bytes of a file that are used: many small cases find more than a few large ones."""
HANG_S = 2.0
"""Processor time for opening and looking at a case: the clock on the wall would count what else the machine does."""
STUCK_S = 600.0
"""Time on the wall after which a case that does nothing is given up; a busy machine may not let it run for a minute."""
LOOKED_AT = 20
TOLD_EVERY = 1000

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
    compare(log, numbers)
    for name in names[-2:]:
        log.values(name)


def compare(log: FileLog, numbers: Rows) -> None:
    """Tell records apart that the engine and the parser of single records read differently. Raises AssertionError."""
    cursor = log.analytics.execute(f"SELECT * FROM {TABLE}")
    columns = [column[0] for column in cursor.description]
    stored = cursor.fetchall()
    for number in numbers.tolist():
        record = log.record(number)
        if "\ufffd" in record.raw or "\0" in record.raw:
            continue  # the engine is stricter than the record parser with what is inside damaged JSON
        for column, value in zip(columns, stored[number], strict=True):
            shown = record.values.get(column) if column not in ("format", "flags") else value
            assert is_same(shown, value), f"record {number}: {column} {value!r} is stored, {shown!r} is shown"


def is_same(shown: object, stored: object) -> bool:
    if isinstance(shown, float) and isinstance(stored, float):
        return math.isclose(shown, stored, rel_tol=1e-9) or (math.isnan(shown) and math.isnan(stored))
    return shown == stored


def is_read(log: FileLog, begun: float) -> bool:
    """Wait until a log is read; False if that takes far too long. ``begun``: processor time of the beginning."""
    last = time.monotonic() + STUCK_S
    while not log.wait(1):
        if time.process_time() - begun > 10 * HANG_S or time.monotonic() > last:
            return False
    return True


def run_case(data: bytes, path: Path) -> str:
    """Open one damaged log and return what is wrong with it, empty if nothing is."""
    path.write_bytes(data)
    begun = time.process_time()
    try:
        log = open_log(path)
    except SourceError:
        return ""  # said in words
    try:
        if not is_read(log, begun):
            faulthandler.dump_traceback()
            return "hangs"
        check(log)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        log.close()
    took = time.process_time() - begun
    return f"took {took:.1f} s of processor time" if took > HANG_S else ""


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    known = samples()
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    begun = time.process_time()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in range(first, first + cases):
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
            if (case + 1) % TOLD_EVERY == 0:
                print(f"{case + 1:,} cases, {bad} bad", flush=True)
    print(f"{cases} cases, {bad} bad, {time.process_time() - begun:.0f} s of processor time")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
