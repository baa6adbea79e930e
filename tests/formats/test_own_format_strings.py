"""Headers that people write with a format string of their own: whatever its order and marks, the level and the message are read."""

from __future__ import annotations

from itertools import product

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()
STEPS = (
    ("INFO", "request 12 received", Level.INFO),
    ("WARNING", "cache of 40 entries is cold", Level.WARNING),
    ("ERROR", "the model did not answer", Level.ERROR),
)
TIMES = (
    "2026-05-04T08:00:0{n}Z",
    "2026-05-04 08:00:0{n},123",
    "[2026-05-04 08:00:0{n},123]",
    "[2026-05-04T08:00:0{n}+00:00]",
)
MARKED = (  # the level may be in any case: marks tell that it is one
    "{t} [{level}] {m}",
    "{t} ({level}) {m}",
    "{t} <{level}> {m}",
    "{t} [app.chat] [{level}] {m}",
    "{t} [4711] [{level}] {m}",
    "{t} - {level} - {m}",
    "{t} - [{level}] - {m}",
    "{t} [   {level}] - {m}",
    "{t} - [ {level} ] - {m}",
    "{t} - 140483732952832 - chat.py-chat:12 - {level}: {m}",
    "{t} | 4711 | {level} | {m}",
    "{t} - 4711 - main - [{level}] {m}",
    "{t} {level}: {m}",
    "{t} app.chat {level}: {m}",
    "{t} [app.chat] {level}: {m}",
    "{t} {level} [app.chat] {m}",
    "{t} {level}/app.chat: {m}",
    "{t} {{chat.py:12}} {level} - {m}",
    "{t}\t{level}\t{m}",
    "[{level}] {t} {m}",
)
BARE = (  # a word in capitals is a level without marks, too
    "{t} {level} {m}",
    "{t} app.chat {level} {m}",
    "{t} app.chat: {level}: {m}",
    "{t} [app.chat] {level} {m}",
    "{t} [4711] {level} {m}",
    "{t} {level} app.chat: {m}",
)
TIMELESS = ("{level} (app.chat): {m}", "{level} [app.chat] {m}", "{level} app.chat: {m}", "[app.chat] {level}: {m}")


def _read(shape: str, time: str, case: str) -> list[tuple[object, bool]]:
    """Return the level of each line, and whether the whole message and nothing of the header stands in it."""
    lines = [
        shape.format(t=time.format(n=n), level=getattr(level, case)(), m=message).encode()
        for n, (level, message, _) in enumerate(STEPS)
    ]
    parser = RecordParser(detect(lines, CATALOG), CATALOG)
    records = [parser.parse(line) for line in lines]
    return [
        (record.values.get("level", Level.UNKNOWN), record.message.removeprefix("app.chat: ") == message)
        for record, (_, message, _) in zip(records, STEPS, strict=True)
    ]


EXPECTED = [(level, True) for _, _, level in STEPS]


@pytest.mark.parametrize("case", ["upper", "lower", "title"])
@pytest.mark.parametrize(("shape", "time"), [*product(MARKED, TIMES)])
def test_a_level_in_marks_is_read_in_any_case(shape: str, time: str, case: str) -> None:
    assert _read(shape, time, case) == EXPECTED


@pytest.mark.parametrize(("shape", "time"), [*product(BARE, TIMES), *((shape, "") for shape in TIMELESS)])
def test_a_level_in_capitals_is_read_anywhere_in_the_header(shape: str, time: str) -> None:
    assert _read(shape, time, "upper") == EXPECTED


@pytest.mark.parametrize(
    "message", ["error while reading 3 rows", "Warning signs were shown", "info page opened", "log opened"]
)
def test_a_message_that_begins_with_such_a_word_stays_whole(message: str) -> None:
    line = f"2026-05-04 08:00:00 {message}".encode()
    record = RecordParser(detect([line], CATALOG), CATALOG).parse(line)
    assert (record.message, record.values.get("level")) == (message, Level.UNKNOWN)


def test_a_table_below_a_record_belongs_to_it() -> None:
    table = [
        "+-------+--------+",
        "| Model | Status |",
        "+-------+--------+",
        *(f"| m{n} | READY |" for n in range(20)),
    ]
    lines = [line.encode() for line in ("I0504 08:00:00.123456 1 server.cc:674] ", *table)]
    assert not detect(lines, CATALOG).loose
