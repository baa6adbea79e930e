"""Loosened patterns cut the same values out of headers as the exact ones."""

from __future__ import annotations

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


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def cut(connection: duckdb.DuckDBPyConnection, known: TextFormat, line: str) -> dict[str, str]:
    names = header_groups(known)
    if not names:
        return {}
    parts = ", ".join(f"{part.sql} AS {part.column}" for part in header_parts(known, EVERYTHING))
    values = ", ".join(header_value(known, name, EVERYTHING) for name in names)
    found = connection.execute(f"SELECT {values} FROM (SELECT {parts} FROM (SELECT ? AS line))", [line]).fetchone()
    assert found is not None
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize("known", Catalog.load().text_formats, ids=lambda known: known.name)
def test_values_of_shipped_formats(connection: duckdb.DuckDBPyConnection, known: TextFormat) -> None:
    for line in known.samples:
        for more in ("", " ERROR: another (pid=1) word - INFO - app: ]"):
            match = regex(known.pattern).match(line + more)
            assert match is not None
            expected = {name: match[name] or "" for name in header_groups(known)}
            assert cut(connection, known, f"{line}{more}\n") == expected


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
    parts = header_parts(known, EVERYTHING, telling=True)
    columns = ", ".join(["line", *(f"{part.sql} AS {part.column}" for part in parts)])
    exact = f"regexp_matches(line, {quoted(header_source(known))})"
    sql = f"SELECT {exact}, {has_header(known, EVERYTHING)} FROM (SELECT {columns} FROM (SELECT ? AS line))"
    found = connection.execute(sql, [line]).fetchone()
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
