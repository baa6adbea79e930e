"""What leaves the program as text: exact, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from aidebug_gui.formats.model import Flag, ParsedRecord
from aidebug_gui.store.export import as_mapping, iso_time, plain_value, safe_cell
from aidebug_gui.store.writing import RecordWriter, Texts
from tests.conftest import OpenText


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["-1.5", "+3", "1e-5", "-2E+10", "a=b", ""])
def test_numbers_and_plain_text_stay(text: str) -> None:
    assert safe_cell(text) == text


def test_times_are_written_with_the_digits_they_have() -> None:
    assert iso_time(1_767_225_600_000_000_000, naive=False) == "2026-01-01T00:00:00Z"
    assert iso_time(1_767_225_600_500_000_000, naive=True) == "2026-01-01T00:00:00.500"
    assert iso_time(1_767_225_600_123_456_789, naive=True) == "2026-01-01T00:00:00.123456789"
    assert iso_time(-1, naive=True) == "1969-12-31T23:59:59.999999999"


def test_values_are_written_plainly() -> None:
    assert plain_value("level", 30, Flag.NONE) == "WARNING"
    assert plain_value("tokens_in", 5.0, Flag.NONE) == 5
    assert plain_value("score", float("nan"), Flag.NONE) == "nan"


def test_the_lines_behind_a_head_are_a_traceback_where_the_record_names_none() -> None:
    parsed = ParsedRecord(1, {"level": 40}, {}, "failed", "Traceback: x", Flag.NONE)
    assert as_mapping(parsed, 3, []) == {"line": 3, "level": "ERROR", "message": "failed", "traceback": "Traceback: x"}
    assert as_mapping(parsed, 3, ["traceback", "line", "score"]) == {
        "traceback": "Traceback: x",
        "line": 3,
        "score": None,
    }
    own = ParsedRecord(1, {"traceback": "its own"}, {}, "failed", "more lines", Flag.NONE)
    assert as_mapping(own, 3, [])["traceback"] == "its own"
    assert as_mapping(own, 3, ["traceback"]) == {"traceback": "its own"}


def test_raw_jsonl_and_csv_of_records(open_text: OpenText) -> None:
    log = open_text(
        '{"timestamp": "2026-01-01T00:00:00Z", "level": "error", "message": "=HYPERLINK(1)", "score": 0.5}\r\n'
        'INFO:root:plain, with "quotes"\n  and more\n'
    )
    everything = np.arange(2)
    assert log.text(everything, "raw") == (
        '{"timestamp": "2026-01-01T00:00:00Z", "level": "error", "message": "=HYPERLINK(1)", "score": 0.5}\n'
        'INFO:root:plain, with "quotes"\n  and more\n'
    )
    first, second = map(json.loads, log.text(everything, "jsonl").splitlines())
    assert first == {
        "line": 1,
        "time": "2026-01-01T00:00:00Z",
        "level": "ERROR",
        "message": "=HYPERLINK(1)",
        "score": 0.5,
    }
    assert second["logger"] == "root"
    rows = list(csv.reader(io.StringIO(log.text(everything, "csv", ["line", "message", "score"]))))
    assert rows == [["line", "message", "score"], ["1", "'=HYPERLINK(1)", "0.5"], ["2", 'plain, with "quotes"', ""]]


TEXT = """\
2026-05-19 14:02:11,482 - app.api - INFO - served "a, b" model=gpt-4o score=0.5 latency_ms=12 status=200
2026-05-19 14:02:12,000 - app.api - ERROR - =cmd|' /C calc' score=nan tokens_in=7
no header at all
2026-05-19 14:02:13,100 - app.model - WARNING - caf\u00e9 \\ "quoted" endpoint=/predict input="two words" answer=yes
2026-05-19 14:02:14,000 - app.api - ERROR - failed
Traceback (most recent call last):
ValueError: bad
"""


JSON_LINES = r"""
{"ts": "2026-05-19T14:02:11.482+02:00", "level": "info", "message": "served", "model": "gpt-4o", "score": 0.5, "status": 200}
{"ts": "2026-05-19T14:02:12", "level": "error", "message": "=cmd|' /C calc'", "score": NaN, "error": "bad, \"worse\"\n"}
{"ts": 1779199333.25, "message": "caf\u00e9", "score": true, "status": null, "input": {"text": [1, 2.50]}}
{"ts": "2026-05-19T14:02:14Z", "message": "  two words \t", "model": "", "input": "", "output": "é \\ 'q' / \"x\""}
{"ts": "never", "level": 40, "message": {"an": "object"}, "model": {"name": "gpt"}, "score": "0.25"}
{"ts": "2026-05-19T14:02:15Z", "score": 1e-7, "output": "positive"}
{"message": "twice", "message": "two times"}{"message": "another object"}
{"message": "broken
{"ts": "2026-05-19T14:02:16Z", "message": "failed", "traceback": "Traceback (most recent call last):\nValueError: bad"}
2026-05-19 14:02:11,482 - app.api - INFO - served as text, status=200 score=0.5
"""


@pytest.mark.parametrize("content", [TEXT * 80, JSON_LINES.lstrip() * 60])
@pytest.mark.parametrize("columns", [[], ["line", "time", "message", "score", "traceback"], ["line", "no.such.field"]])
def test_the_engine_writes_records_as_the_record_parser_does(
    open_text: OpenText, content: str, columns: list[str]
) -> None:
    log = open_text(content)
    parsed = RecordWriter(log.parse)
    numbers, text, edges = next(log.blocks())
    block = Texts(numbers, log.lines(numbers), text, edges)
    lines = log.writer.json_lines(block, columns).splitlines()
    assert [*map(json.loads, lines)] == [*map(json.loads, parsed.json_lines(block, columns).splitlines())]
    table = columns or ["line", *(field.name for field in log.fields() if field.canonical)]
    assert log.writer.csv_lines(block, table) == parsed.csv_lines(block, table)
    assert [*map(list, log.writer.rows(block, table))] == [*map(list, parsed.rows(block, table))]


def test_the_engine_writes_plain_records_of_json(open_text: OpenText) -> None:
    line = '{"time": "2026-05-19T14:02:11Z", "message": "served", "score": 0.5}\n'
    log = open_text(line * 300)
    numbers, text, edges = next(log.blocks())

    def never(_raw: bytes, _number: int) -> ParsedRecord:
        raise AssertionError("The record parser was asked.")

    writer = RecordWriter(never, (log._database, log._ingest))
    written = writer.json_lines(Texts(numbers, log.lines(numbers), text, edges)).splitlines()
    assert json.loads(written[299]) == {
        "line": 300,
        "time": "2026-05-19T14:02:11Z",
        "level": "INFO",
        "message": "served",
        "score": 0.5,
    }


def test_a_changed_record_without_its_header_is_parsed_anew(open_text: OpenText) -> None:
    log = open_text(TEXT.splitlines(keepends=True)[0] * 300)
    numbers, text, edges = next(log.blocks())
    changed = text.replace(b"2026-05-19", b"[REMOVED] ", 1)
    first, second = map(
        json.loads, log.writer.json_lines(Texts(numbers, log.lines(numbers), changed, edges)).splitlines()[:2]
    )
    assert first["message"].startswith("[REMOVED]")
    assert second["logger"] == "app.api"
