"""Every real log of the corpus: the times and levels that its lines show are the ones that are stored.

What a line shows is read here by other means than in the program: the first ISO time and the first level name near the
beginning of a text record, and the usual keys of a JSON record.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.sources import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

LEFT_OUT = {"nab", "mlruns"}  # tables of numbers, and single files of a run
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = (
    sorted(path for path in CORPUS.rglob("*") if path.is_file() and not LEFT_OUT & set(path.parts))
    if CORPUS.is_dir()
    else []
)
LEAST = 0.99
HEAD = 100  # characters of a text record
TIME_WITHIN = 40
MOST = 1000  # records of a file

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?")
_LEVEL = re.compile(r"(?<![\w/\-.])(DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)(?![\w/\-.])")
_ANSI = re.compile(r"\x1b\[[\d;]*m")
_LEVELS = {"DEBUG": 10, "INFO": 20, "WARNING": 30, "WARN": 30, "ERROR": 40, "CRITICAL": 50, "FATAL": 50}
_TIME_KEYS = ("timestamp", "time", "asctime", "@timestamp", "datetime")
_LEVEL_KEYS = ("level", "levelname", "severity", "log_level")


def nanoseconds(text: str) -> int | None:
    """Read an ISO time by the standard library."""
    match = _TIME.match(text)
    if match is None:
        return None
    day, clock, fraction, zone = match.groups()
    moment = datetime.fromisoformat(f"{day}T{clock}{(zone or 'Z').replace('Z', '+00:00')}")
    seconds = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    return seconds * 10**9 + int((fraction or "0").ljust(9, "0"))


def shown(raw: str) -> tuple[int | None, int | None]:
    """Return the time (ns) and the level that a record shows, None for what it does not."""
    if raw.startswith("{"):
        try:
            record = json.loads(raw)
        except ValueError:
            return None, None
        times = (record.get(key) for key in _TIME_KEYS)
        time = next((nanoseconds(value) for value in times if isinstance(value, str) and nanoseconds(value)), None)
        levels = (record.get(key) for key in _LEVEL_KEYS)
        return time, next((_LEVELS.get(value.upper()) for value in levels if isinstance(value, str)), None)
    if raw.startswith(('"', "'")):
        return None, None  # quoted, so it is somebody else's line
    head = _ANSI.sub("", raw.partition("\n")[0])[:HEAD]
    found = _TIME.search(head)
    found = found if found and found.start() < TIME_WITHIN else None
    named = _LEVEL.search(head)
    return nanoseconds(found[0]) if found else None, _LEVELS[named[1]] if named else None


def shares(log: FileLog) -> tuple[int, int, int, int]:
    """Return (right times, shown times, right levels, shown levels) of a log's first records."""
    numbers = np.arange(min(log.state().records, MOST))
    stored = log.frame(numbers, ["level"])["level"].tolist()
    times = log.analytics.execute(f"SELECT time FROM records WHERE rowid < {len(numbers)}").fetchall()
    right_times = shown_times = right_levels = shown_levels = 0
    for raw, level, (time,) in zip(log.raws(numbers), stored, times, strict=True):
        expected_time, expected_level = shown(raw.decode(errors="replace"))
        shown_times += expected_time is not None
        right_times += expected_time is not None and expected_time == time
        shown_levels += expected_level is not None
        right_levels += expected_level is not None and expected_level == level
    return right_times, shown_times, right_levels, shown_levels


@pytest.mark.skipif(not FILES, reason="no corpus of real logs beside the project")
@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(CORPUS)) for path in FILES])
def test_times_and_levels_are_those_of_the_lines(path: Path) -> None:
    try:
        log = open_log(path)
    except SourceError:
        pytest.skip("no log by itself")
    try:
        assert log.wait(60)
        right_times, shown_times, right_levels, shown_levels = shares(log)
    finally:
        log.close()
    assert right_times >= LEAST * shown_times, f"{right_times} of {shown_times} times"
    assert right_levels >= LEAST * shown_levels, f"{right_levels} of {shown_levels} levels"
