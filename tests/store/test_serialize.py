"""Values as JSONL and CSV: exact times, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import math
from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Record
from aidebug_gui.store.serialize import csv_cell, csv_lines, field_value, iso_time, jsonl_line, level_name, plain_values


@pytest.mark.parametrize(
    ("time_ns", "naive", "expected"),
    [
        (0, False, "1970-01-01T00:00:00.000Z"),
        (1_767_261_600_123_000_000, True, "2026-01-01T10:00:00.123"),
        (1_767_261_600_123_456_000, False, "2026-01-01T10:00:00.123456Z"),
        (1_767_261_600_123_456_789, False, "2026-01-01T10:00:00.123456789Z"),
        (-1, False, "1969-12-31T23:59:59.999999999Z"),
        (10**30, False, str(10**30)),
    ],
)
def test_iso_time(time_ns: int, naive: bool, expected: str) -> None:
    assert iso_time(time_ns, naive=naive) == expected


@given(st.datetimes(min_value=datetime(1678, 1, 1), max_value=datetime(2262, 1, 1)))
def test_iso_time_is_read_back(moment: datetime) -> None:
    moment = moment.replace(tzinfo=UTC)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    time_ns = (since.days * 86_400 + since.seconds) * 10**9 + since.microseconds * 1000
    assert datetime.fromisoformat(iso_time(time_ns)) == moment


def test_level_name() -> None:
    assert [level_name(level) for level in (0, 20, 35, 50)] == ["", "INFO", "35", "CRITICAL"]


@pytest.mark.parametrize("text", ["=1+2", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "-", "+1_000"])
def test_formulas_are_neutralised(text: str) -> None:
    assert csv_cell(text) == "'" + text


@pytest.mark.parametrize("value", ["-0.5", "+3", "-1e-9", "1=1", "a@b", ""])
def test_numbers_and_harmless_text_stay(value: str) -> None:
    assert csv_cell(value) == value


def test_cells_of_other_kinds() -> None:
    assert [csv_cell(value) for value in (None, True, -1.5, 3, {"a": [1]}, ["=1"])] == [
        "", "true", "-1.5", "3", '{"a":[1]}', '["=1"]',
    ]  # fmt: skip


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2)))
def test_csv_is_read_back(rows: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(csv_lines(rows), newline="")))
    assert found == [[csv_cell(value) for value in row] for row in rows]


def test_jsonl_of_values_that_json_does_not_know() -> None:
    assert jsonl_line({"a": math.nan}) == b'{"a":null}\n'
    assert jsonl_line({"a": 2**70, "b": "\ud800"}) == b'{"a": 1180591620717411303424, "b": "\\ud800"}\n'
    assert orjson.loads(jsonl_line({"text": "line\nbreak \x1b[31m"})) == {"text": "line\nbreak \x1b[31m"}


def test_field_value_follows_dots_and_keys_with_dots() -> None:
    fields = {"output": {"scores": [0.1, {"x": 2}]}, "a.b": 1}
    assert field_value(fields, "output.scores.0") == 0.1
    assert field_value(fields, "output.scores.1.x") == 2
    assert field_value(fields, "a.b") == 1
    assert field_value(fields, "output.scores.7") is None
    assert field_value(fields, "output.label") is None


def test_plain_values_of_a_record() -> None:
    record = Record(
        record=0, line=7, line_count=1, format="JSON", level=40, time_ns=0, flags=Flag.NAIVE_TIME,
        values={"score": 0.25, "model": None}, fields={"extra": {"k": "v"}}, message="m", traceback="", raw="{}", raw_bytes=2,
    )  # fmt: skip
    assert plain_values(record) == {"time": "1970-01-01T00:00:00.000", "level": "ERROR", "message": "m", "score": 0.25}
    assert plain_values(record, ["extra.k", "score", "label"]) == {"extra.k": "v", "score": 0.25, "label": None}
