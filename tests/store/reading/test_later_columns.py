"""What a followed log begins to say behind its first 2,000 lines becomes columns, as if it was opened at its end."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.reading import filling, live, news
from tests.store.reading.test_live import WAIT_S, Live, begin  # noqa: F401  # a fixture

Begin = Callable[..., Live]
COUNT = 2100
RARE = (3_560, 7_400, 11_300)  # between those places of a long log that are looked at
STARTED = "".join(
    f"2026-11-22 10:{number // 60:02d}:{number % 60:02d},000 INFO [svc.start] loading shard {number}\n"
    for number in range(COUNT)
)
JSON_STARTED = "".join(
    json.dumps({"ts": 1_800_000_000 + number, "level": "info", "msg": f"loading shard {number}"}) + "\n"
    for number in range(COUNT)
)


@pytest.fixture(autouse=True)
def quick_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "FIELDS_S", 0.05)
    monkeypatch.setattr(news, "ENOUGH_S", 0.2)
    monkeypatch.setattr(news, "LONGEST_PAUSE_S", 0.1)
    monkeypatch.setattr(live, "FILL_SHARE", 0)


def prediction(number: int, **more: object) -> str:
    record = {"ts": 1_800_003_000 + number, "level": "info", "msg": "predicted", "confidence": number / 1000, **more}
    return json.dumps(record) + "\n"


LATER = {
    "json": [prediction(number, latency_ms=3.5 + number, model="m1") for number in range(60)],
    "nested": [prediction(number, output={"score": number / 100, "label": "cat"}) for number in range(60)],
    "numeric levels": [prediction(number, level=30) for number in range(60)],
    "pairs": [
        f"2026-11-22 11:00:{number:02d},000 INFO [svc.predict] done score={number / 100} latency_ms={number}\n"
        for number in range(60)
    ],
    "words": [
        f"2026-11-22 11:00:{number:02d},000 INFO [svc.predict] Prediction: spam ({number / 100})\n"
        for number in range(60)
    ],
    "access lines": [
        *(f"INFO:     Started server process [{number}]\n" for number in range(30)),
        *(f'INFO:     127.0.0.1:5278{number % 10} - "GET /health HTTP/1.1" 200 OK\n' for number in range(30)),
    ],
    "printed dicts": [f"{{'loss': {number / 10}, 'epoch': {number}.5}}\n" for number in range(300)],
    "colours": [
        f"2026-11-22 11:00:{number:02d} [\x1b[32minfo\x1b[0m] done \x1b[36mscore\x1b[0m=\x1b[35m{number / 100}\x1b[0m\n"
        for number in range(60)
    ],
    "tracebacks": [
        prediction(number) + "Traceback (most recent call last):\n  File 'a.py', line 1\nValueError: score=1\n"
        for number in range(30)
    ],
}


def has_looked(log: FileLog, lines: int) -> bool:
    """Tell whether so many lines were looked at, and what is new is filled in."""
    reader = log._ingest
    assert isinstance(reader, live.LiveIngest)
    is_idle = reader._filling is None and not reader._news.is_waiting
    return is_idle and reader._news._looked[1] == log.state().lines == lines


@pytest.mark.parametrize(
    ("started", "kind"),
    [(JSON_STARTED if at % 2 else STARTED, kind) for at, kind in enumerate(LATER)],
    ids=list(LATER),
)
def test_what_comes_later_is_read_as_if_the_log_was_opened_at_its_end(
    begin: Begin,  # noqa: F811
    started: str,
    kind: str,
) -> None:
    log = begin(started)
    _write_in_pieces(log, LATER[kind])
    lines = log.path.read_bytes().count(b"\n")
    log.until(lambda one: has_looked(one, lines))
    whole = open_log(log.path)
    try:
        assert whole.wait(WAIT_S)
        names, expected = ([(one.name, one.canonical) for one in known.fields()] for known in (log.log, whole))
        assert names == expected
        columns = sorted(whole.frame().columns)
        assert sorted(log.log.frame().columns) == columns
        assert log.log.frame()[columns].equals(whole.frame()[columns])
        assert log.log.state().formats == whole.state().formats
        rows = np.arange(COUNT - 3, log.log.state().records)
        shown = [field.name for field in whole.fields()]
        assert [row.cells for row in log.log.rows(rows, shown)] == [row.cells for row in whole.rows(rows, shown)]
    finally:
        whole.close()


def _write_in_pieces(log: Live, lines: Sequence[str]) -> None:
    for first in range(0, len(lines), 20):
        log.write("".join(lines[first : first + 20]))
        log.until_lines(log.path.read_bytes().count(b"\n"))


def test_a_column_is_there_with_all_its_values_at_once(begin: Begin) -> None:  # noqa: F811
    log = begin(STARTED)
    generation = log.log._ingest.generation
    for number in range(40):
        log.write(prediction(number))
        log.until_lines(COUNT + number + 1)
        known = [field.name for field in log.log.fields()]
        if "score" in known:  # whoever sees the column may ask for its values
            assert log.log.select("score>=0").tolist() == list(range(COUNT, COUNT + number + 1))
    log.until(lambda one: "score" in [field.name for field in one.fields()])
    assert log.log.series("score", x_axis="record").size == 40
    assert log.log._ingest.generation > generation
    assert log.log.state().generation == 0  # rows keep their numbers


def test_rare_values_that_the_sample_of_a_long_log_missed_are_found_when_they_come_again(
    begin: Begin,  # noqa: F811
) -> None:
    lines = STARTED.splitlines(keepends=True) * 9  # 1.1 MB: some places are looked at
    for place in RARE:
        lines[place] = prediction(place)
    log = begin("".join(lines))
    assert "score" not in [field.name for field in log.log.fields()]
    log.write("".join(prediction(number) for number in range(30)))
    log.until(lambda one: "score" in [field.name for field in one.fields()])
    scored = np.flatnonzero(np.isfinite(log.log.frame()["score"].to_numpy()))
    assert scored.tolist() == [*RARE, *range(len(lines), len(lines) + 30)]


def test_of_very_many_older_records_the_newest_are_filled_in(
    begin: Begin,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filling, "MOST_RECORDS", 5)
    log = begin(STARTED)
    log.write("".join(prediction(number) for number in range(40)))
    log.until(lambda one: "score" in [field.name for field in one.fields()])
    scored = np.flatnonzero(np.isfinite(log.log.frame()["score"].to_numpy()))
    assert scored.tolist() == list(range(COUNT + 35, COUNT + 40))


def test_a_log_that_ends_at_once_has_what_it_said_last(begin: Begin) -> None:  # noqa: F811
    log = begin(STARTED)
    log.write(prediction(0))
    log.until_lines(COUNT + 1)
    log.log.cancel_reading()
    log.until(lambda one: not one.state().live)
    assert log.log.select("score:0").tolist() == [COUNT]


def test_a_short_file_of_many_lines_is_looked_at_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    path.write_text(STARTED + "".join(prediction(number) for number in range(60)))
    log = open_log(path)
    try:
        assert log.wait(WAIT_S)
        assert "score" in [field.name for field in log.fields()]
    finally:
        log.close()
