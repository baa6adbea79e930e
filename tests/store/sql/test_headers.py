"""Loosened patterns cut the same values out of headers as the exact ones."""

from __future__ import annotations

from collections.abc import Set

import duckdb
import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.definitions import read_text_format
from aidebug_gui.formats.headers import regex
from aidebug_gui.formats.model import FIRST_TEXT, TextFormat
from aidebug_gui.store.sql.headers import (
    MOST_GROUPS,
    has_header,
    header_groups,
    header_parts,
    header_source,
    header_value,
)
from aidebug_gui.store.sql.quoting import quoted

EVERYTHING = frozenset(CANONICAL)
STORED = EVERYTHING - {"message", "input"}


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def layers(known: TextFormat, wanted: Set[str], *, telling: bool = False) -> str:
    """Return SQL for the parts of one line, a parameter."""
    first, *behind = (f"{part.sql} AS {part.column}" for part in header_parts(known, wanted, telling=telling))
    return f"(SELECT {', '.join(['*', *behind])} FROM (SELECT line, {first} FROM (SELECT ? AS line)))"


def cut(
    connection: duckdb.DuckDBPyConnection, known: TextFormat, line: str, wanted: Set[str] = EVERYTHING
) -> dict[str, str]:
    names = [name for name in header_groups(known) if name in wanted]
    if not names:
        return {}
    values = ", ".join(header_value(known, name, wanted) for name in names)
    found = connection.execute(f"SELECT {values} FROM {layers(known, wanted)}", [line]).fetchone()
    assert found is not None
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize("known", Catalog.load().text_formats, ids=lambda known: known.name)
def test_values_of_shipped_formats(connection: duckdb.DuckDBPyConnection, known: TextFormat) -> None:
    for line in known.samples:
        for more in ("", " ERROR: another (pid=1) word - INFO - app: ]"):
            match = regex(known.pattern).match(line + more)
            assert match is not None
            for wanted in (EVERYTHING, STORED):
                expected = {name: match[name] or "" for name in header_groups(known) if name in wanted}
                assert cut(connection, known, f"{line}{more}\n", wanted) == expected


@pytest.mark.parametrize(
    ("pattern", "line", "logger", "level"),
    [
        ("^(?P<logger>[A-Za-z ]+) {LEVEL}: ", "my own app ERROR: failed: it", "my own app", "ERROR"),
        ("^(?P<logger>.*) {LEVEL}: ", "my app INFO: it failed: so", "my app", "INFO"),
        (r"^(?:(?P<logger>\w+) )?{LEVEL}(?: |$)", "WARNING low score", "", "WARNING"),
        (r"^{TIME} (?:\((?P<logger>\w+)\) )?{LEVEL} ", "2026-01-01 10:00:00 INFO no score", "", "INFO"),
        (r"^(?P<logger>\w+): (?:{LEVEL}\s+)?", "app: error while loading", "app", ""),
    ],
)
def test_no_other_word_is_taken_for_the_level(
    connection: duckdb.DuckDBPyConnection, pattern: str, line: str, logger: str, level: str
) -> None:
    known = read_text_format({"name": "mine", "pattern": pattern}, FIRST_TEXT)
    found = cut(connection, known, f"{line}\n")
    assert (found["logger"], found["level"]) == (logger, level)


@pytest.mark.parametrize(
    "pattern", ["^{TIME} (?P<label>.*)", r"^(?P<label>\w+(?: .*)?)", "^(?P<message>(?P<label>.*))$"]
)
def test_a_value_may_be_the_rest_of_the_line(connection: duckdb.DuckDBPyConnection, pattern: str) -> None:
    known = read_text_format({"name": "mine", "pattern": pattern}, FIRST_TEXT)
    line = "2026-01-01 10:00:00 spam or not"
    match = regex(known.pattern).match(line)
    assert match is not None
    assert cut(connection, known, line)["label"] == match["label"]


def test_few_groups_at_a_time_and_only_those_that_are_wanted() -> None:
    known = next(known for known in Catalog.load().text_formats if known.name == "access_combined")
    assert [part.sql.count("(?:") < header_source(known).count("(") for part in header_parts(known, EVERYTHING)]
    sizes = [len(part.sql.rpartition("[")[2].split(",")) for part in header_parts(known, EVERYTHING)]
    assert max(sizes) <= MOST_GROUPS
    assert sum(sizes) == len(header_groups(known))
    assert [part.sql.rpartition("[")[2] for part in header_parts(known, {"status"})] == ["'status'])"]


def claimed(connection: duckdb.DuckDBPyConnection, known: TextFormat, line: str) -> tuple[bool, bool]:
    """Return whether the exact pattern matches, and what is told by the values that were cut out."""
    exact = f"regexp_matches(line, {quoted(header_source(known))})"
    rows = layers(known, STORED, telling=True) if set(header_groups(known)) & STORED else "(SELECT ? AS line)"
    found = connection.execute(f"SELECT {exact}, {has_header(known, STORED)} FROM {rows}", [line]).fetchone()
    assert found is not None
    return found


@pytest.mark.parametrize("known", Catalog.load().text_formats, ids=lambda known: known.name)
def test_values_tell_whether_a_line_has_the_header(connection: duckdb.DuckDBPyConnection, known: TextFormat) -> None:
    for line in known.samples:
        assert claimed(connection, known, f"{line}\n") == (True, True)
        words = (line.replace("INFO", other).replace("WARNING", other) for other in ("INFOS", "Info", "HELLO"))
        halves = (line[:length] for length in range(0, min(len(line), 80), 3))
        for other in (*words, *halves, f"(ray) {line}", f"({line}", line.upper(), "Traceback"):
            exact, told = claimed(connection, known, f"{other}\n")
            assert exact == told, other


@pytest.mark.parametrize(
    ("pattern", "line", "last", "sources"),
    [
        (
            r"(?:(?P<client>\w+) (?P<method>\w+) (?P<logger>\w+) (?P<endpoint>\S+) (?P<status>\d+))",
            "a b c /d 5 x",
            "5",
            1,
        ),
        (
            r"(?:(?P<client>\w+) (?P<method>\w+) (?P<logger>\w+) (?P<endpoint>\S+) (?P<status>\d+))?",
            "a b c /d 5 x",
            "5",
            2,
        ),
        (
            r"(?:(?P<client>\w+) (?P<method>\w+) (?P<logger>\w+) (?P<endpoint>\S+) (?P<status>\d+)|x)",
            "a b c /d 5 x",
            "5",
            2,
        ),
        (
            r"(?P<client>\w+) (?P<method>\w+) (?P<logger>\w+) (?P<endpoint>\S+) (?P<status>\d+\b)",
            "a b c /d 5 x",
            "5",
            2,
        ),
        (
            r"(?P<client>\w+) (?P<method>\w+) (?P<logger>\w+) (?P<endpoint>\S+) (?P<status>\d+|x) ",
            "a b c /d x x",
            "x",
            1,
        ),
    ],
)
def test_more_groups_are_found_behind_the_first_ones(
    connection: duckdb.DuckDBPyConnection, pattern: str, line: str, last: str, sources: int
) -> None:
    """Where what is behind can be read by itself; else the line is read twice."""
    known = read_text_format({"name": "mine", "pattern": f"^{pattern}"}, FIRST_TEXT)
    assert cut(connection, known, f"{line}\n") == {
        "client": "a",
        "method": "b",
        "logger": "c",
        "endpoint": "/d",
        "status": last,
    }
    assert sum(part.sql.startswith("regexp_extract(line,") for part in header_parts(known, EVERYTHING)) == sources
