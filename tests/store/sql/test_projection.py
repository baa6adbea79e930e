"""The SQL of the projection says the same as the Python that parses single records."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.model import JSON, Layout, TimeStyle
from aidebug_gui.formats.pairs import milliseconds as milliseconds_in_python
from aidebug_gui.formats.times import DAY_NS, YEARLESS, parse_time
from aidebug_gui.store.sql.headers import header_groups
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.store.sql.quoting import identifier, json_path, line_end_tolerant, quoted, unnamed_groups
from aidebug_gui.store.sql.values import (
    any_time,
    clf_time,
    ctime_time,
    day_first_time,
    iso_time,
    level_number,
    milliseconds,
    time_in_style,
)

CATALOG = Catalog.load()
LEVELS = CATALOG.levels


def test_what_serves_several_formats_stands_once_in_the_statement() -> None:
    """Planning takes as long as the statement is large, and a statement is planned in each round of reading."""
    formats = tuple(known for known in CATALOG.text_formats if "level" in header_groups(known))
    layout = Layout(text_formats=formats, json_paths={"level": (("level",),), "time": (("ts",),)})
    statement = Projection(layout, LEVELS).select("block", {JSON, *(known.code for known in formats)})
    assert len(formats) > 50
    assert statement.count("'emergency'") == len({known.level_scale for known in formats})


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def ask(connection: duckdb.DuckDBPyConnection, expression: str, text: str) -> object:
    found = connection.execute(f"SELECT {expression} FROM (SELECT ?::VARCHAR AS t)", [text]).fetchone()
    assert found is not None
    return found[0]


ISO = st.builds(
    lambda moment, separator, mark, digits, zone: (
        moment.strftime(f"%Y-%m-%d{separator}%H:%M:%S") + (mark + digits if digits else "") + zone
    ),
    st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)),
    st.sampled_from("T "),
    st.sampled_from(".,"),
    st.text("0123456789", max_size=9),
    st.sampled_from(["", "Z", "+00:00", "+09:00", "-0330", "+05", " +0000", " -0800"]),
)


@settings(max_examples=300, deadline=None)
@given(ISO)
def test_iso_times(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    expected = parse_time(text)
    assert expected is not None
    assert ask(connection, any_time("t"), text) == expected[0]


EPOCHS = st.one_of(
    st.integers(10**8, 9 * 10**9),
    st.integers(10**11, 9 * 10**12),
    st.integers(10**14, 9 * 10**15),
    st.integers(10**17, 2 * 10**18),
)


@settings(max_examples=300, deadline=None)
@given(EPOCHS, st.text("0123456789", max_size=9))
def test_epochs_of_every_magnitude(connection: duckdb.DuckDBPyConnection, whole: int, fraction: str) -> None:
    text = f"{whole}.{fraction}" if fraction and whole < 10**11 else str(whole)
    expected = parse_time(text)
    assert expected is not None
    assert ask(connection, any_time("t"), text) == expected[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "0.177",
        "soon",
        "2026-13-45",
        "2026-01-01T99:00:00",
        "2026",
        "-5",
        "nan",
        "2026-01-01T10:02:40.6 0123Z",
    ],
)
def test_what_is_no_time_is_none(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    assert parse_time(text) is None
    assert ask(connection, any_time("t"), text) is None


@pytest.mark.parametrize(
    ("sql", "style", "text"),
    [
        (clf_time, TimeStyle.CLF, "10/Oct/2026:13:55:36 +0000"),
        (clf_time, TimeStyle.CLF, "10/Oct/2026:13:55:36 -0700"),
        (clf_time, TimeStyle.CLF, "10 Oct 2026 13:55:36.123"),
        (ctime_time, TimeStyle.CTIME, "Fri Feb 28 12:12:36.633563 2025"),
        (ctime_time, TimeStyle.CTIME, "Sun Mar  2 02:12:36 2025"),
        (day_first_time, TimeStyle.DAY_FIRST, "21-11-2026:19:35:01,161"),
        (day_first_time, TimeStyle.DAY_FIRST, "21-11-2026:19:35:01"),
    ],
)
def test_other_styles(connection: duckdb.DuckDBPyConnection, sql: object, style: TimeStyle, text: str) -> None:
    expected = parse_time(text, style)
    assert expected is not None
    assert callable(sql)
    assert ask(connection, sql("t"), text) == expected[0]


@pytest.mark.parametrize(
    ("sql", "style", "text"),
    [
        (clf_time, TimeStyle.CLF, "10/Oct/7026:13:55:36 +0000"),
        (ctime_time, TimeStyle.CTIME, "Fri Feb 28 12:12:36 7025"),
        (day_first_time, TimeStyle.DAY_FIRST, "21-11-6026:19:35:01,161"),
    ],
)
def test_a_year_beyond_what_can_be_counted_is_no_time(
    connection: duckdb.DuckDBPyConnection, sql: object, style: TimeStyle, text: str
) -> None:
    """It must not be an error of the statement either, which would stop the reading."""
    assert parse_time(text, style) is None
    assert callable(sql)
    assert ask(connection, sql("t"), text) is None


@pytest.mark.parametrize("zone", ["", "Z", " Z", " UTC", "+01", " +01", "+01:00", " +01:00", "-05", " -05", " -05:00"])
@pytest.mark.parametrize("clock", ["10:00", "10:00:02", "10:00:02,5", "10:00:02.1", "10:00:02.123"])
@pytest.mark.parametrize("read", [any_time, iso_time])
def test_zones_behind_times_of_every_length(
    connection: duckdb.DuckDBPyConnection, read: Callable[[str], str], clock: str, zone: str
) -> None:
    text = f"2026-01-01 {clock}{zone}"
    expected = parse_time(text)
    assert expected is not None
    assert ask(connection, read("t"), text) == expected[0]


@pytest.mark.parametrize("zone", ["", "Z", "+01:00"])
@pytest.mark.parametrize(
    "clock",
    ["09: 3:39", "09:03: 9", "09:3 :39", "9 :03:39", "09: 3:39.5", "09:03: 9.123", "9:3:9", "09:3:39", "09:03:9.5"],
)
@pytest.mark.parametrize("read", [any_time, iso_time])
def test_clocks_with_blanks_or_single_digits(
    connection: duckdb.DuckDBPyConnection, read: Callable[[str], str], clock: str, zone: str
) -> None:
    text = f"2026-08-20T{clock}{zone}"
    expected = parse_time(text)
    assert (expected is None) == (" " in clock)
    assert ask(connection, read("t"), text) == (expected[0] if expected else None)


@pytest.mark.parametrize("month_first", [True, False])
@pytest.mark.parametrize("clock", ["10:02:03", "10:02:03,5", "10:02:03.250", "9:02 PM", "12:02:03 am", "99:02:03"])
@pytest.mark.parametrize(
    "date", ["03/04/2026 ", "13/04/2026 ", "3/4/2026, ", "03-04-2026 ", "03.04.2026 ", "03/04/9026 "]
)
def test_times_of_numbers(connection: duckdb.DuckDBPyConnection, date: str, clock: str, month_first: bool) -> None:
    text = date + clock
    expected = parse_time(text, TimeStyle.NUMBERS, month_first=month_first)
    found = ask(connection, time_in_style("t", TimeStyle.NUMBERS, 0, month_first=month_first), text)
    assert found == (expected[0] if expected else None)


@pytest.mark.parametrize("scale", LEVELS.scales)
@pytest.mark.parametrize(
    "text",
    [
        *LEVELS.names,
        "INFO",
        "Warning",
        " error ",
        "0",
        "3",
        "8",
        "10",
        "25",
        "30",
        "50",
        "17",
        "60",
        "134",
        "9999",
        "x",
        "",
    ],
)
def test_levels(connection: duckdb.DuckDBPyConnection, text: str, scale: str) -> None:
    expected = LEVELS.number(text, scale) or None
    assert ask(connection, level_number("t", LEVELS, scale), text) == expected


@pytest.mark.parametrize("key", ["a", "a b", 'a"b', "a'b", "a.b", "$", "é", "a/b"])
def test_json_paths_name_any_key(connection: duckdb.DuckDBPyConnection, key: str) -> None:
    text = json.dumps({key: {"x": [1, 2]}})
    assert ask(connection, f"json_extract_string(t, {json_path((key, 'x', 1))})", text) == "2"


def test_quoting() -> None:
    assert quoted("it's") == "'it''s'"
    assert identifier('a"b') == '"a""b"'
    assert unnamed_groups(r"^(?P<time>\d+) (?:x)(?P<level>\w+)") == (r"^(\d+) (?:x)(\w+)", ["time", "level"])
    assert line_end_tolerant("a$") == r"a\r?\n?$"
    assert line_end_tolerant(r"a\$") == r"a\$"


@pytest.mark.parametrize("style", sorted(YEARLESS, key=lambda style: style.value))
@given(st.datetimes(datetime(2019, 1, 1), datetime(2030, 1, 1)), st.integers(1_600_000_000, 1_900_000_000))
@settings(max_examples=40, deadline=None)
def test_times_without_a_year(
    connection: duckdb.DuckDBPyConnection, style: TimeStyle, moment: datetime, written_s: int
) -> None:
    day = {TimeStyle.MONTH_DAY: "%m-%d", TimeStyle.GLOG: "%m%d", TimeStyle.MONTH_NAME: "%b %d"}[style]
    text = moment.strftime(f"{day} %H:%M:%S")
    if style is TimeStyle.MONTH_NAME and text[4] == "0":
        text = f"{text[:4]} {text[5:]}"
    written = written_s * 10**9
    expected = parse_time(text, style, written)
    assert expected is not None
    assert expected[0] <= written + DAY_NS
    assert ask(connection, time_in_style("t", style, written), text) == expected[0]


@given(st.datetimes(datetime(2019, 1, 1), datetime(2030, 1, 1)), st.integers(1_600_000_000, 1_900_000_000))
@settings(max_examples=40, deadline=None)
def test_half_days_without_a_year(connection: duckdb.DuckDBPyConnection, moment: datetime, written_s: int) -> None:
    text = moment.strftime(f"%b {moment.day} %I:%M:%S %p")
    expected = parse_time(text, TimeStyle.MONTH_NAME, written_s * 10**9)
    assert expected is not None
    assert expected == parse_time(moment.strftime("%b %d %H:%M:%S"), TimeStyle.MONTH_NAME, written_s * 10**9)
    assert ask(connection, time_in_style("t", TimeStyle.MONTH_NAME, written_s * 10**9), text) == expected[0]


def test_no_half_day_has_an_hour_13(connection: duckdb.DuckDBPyConnection) -> None:
    assert ask(connection, time_in_style("t", TimeStyle.MONTH_NAME, 10**18), "Mar 3 13:15:30 PM") is None


@pytest.mark.parametrize("text", ["735.2ms", "1.4s", "955.594µs", "3ns", "12 ms", "soon", ""])
def test_durations_with_units(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    found, expected = ask(connection, milliseconds("t"), text), milliseconds_in_python(text)
    assert found == pytest.approx(expected)
