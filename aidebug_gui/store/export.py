"""Records as text for the clipboard, a file or a pipe: raw, JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

import orjson

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Flag, ParsedRecord
from aidebug_gui.formats.times import SECOND_NS, utc_moment
from aidebug_gui.formats.values import as_text
from aidebug_gui.store.pages import field_value

Style: TypeAlias = Literal["jsonl", "csv", "raw"]

_IN_ORDER = ("line", *CANONICAL)
FORMULA = r"^[=+\-@\t\r]"
NUMBER = r"[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"
"""What a spreadsheet would run, and what it may (``re`` and RE2)."""

_FORMULA = re.compile(FORMULA)
_NUMBER = re.compile(NUMBER, re.ASCII)


def iso_time(time_ns: int, *, naive: bool) -> str:
    """Return a time as ISO text with as many fraction digits as it needs; UTC times end in Z."""
    seconds, fraction = divmod(time_ns, SECOND_NS)
    digits = f"{fraction:09d}".rstrip("0")
    digits = digits.ljust(3, "0") if digits else ""
    return f"{_moment(seconds)}{'.' + digits if digits else ''}{'' if naive else 'Z'}"


@lru_cache(1024)
def _moment(seconds: int) -> str:
    """Return a second as ISO text. Kept: records that follow each other have the same one, and making it takes longest."""
    return utc_moment(seconds * SECOND_NS).strftime("%Y-%m-%dT%H:%M:%S")


def plain_value(column: str, value: object, flags: Flag) -> object:
    """Return a column's value as it is written out: times as ISO text, levels by name, whole floats as integers."""
    if isinstance(value, str):
        return value
    if column == "time" and isinstance(value, int):
        return iso_time(value, naive=Flag.NAIVE_TIME in flags)
    if column == "level" and isinstance(value, int):
        return Level(value).name if value in Level._value2member_map_ else value
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value


def as_mapping(parsed: ParsedRecord, line: int, columns: Sequence[str]) -> dict[str, object]:
    """Return a record under canonical column names; all that it has, or exactly ``columns``."""
    if columns:
        return {column: line if column == "line" else _column(parsed, column) for column in columns}
    record: dict[str, object] = {"line": line}
    record |= {column: plain_value(column, value, parsed.flags) for column, value in parsed.values.items()}
    record.setdefault("message", parsed.message)
    record = {column: record[column] for column in _IN_ORDER if column in record}
    if parsed.extra and "traceback" not in record:
        record["traceback"] = parsed.extra
    return record


def _column(parsed: ParsedRecord, column: str) -> object:
    value = field_value(parsed, column)
    if value is None and column == "traceback":
        value = parsed.extra or None
    return plain_value(column, value, parsed.flags)


def json_line(record: Mapping[str, object]) -> str:
    """Return one JSON object as text without a line break."""
    try:
        return orjson.dumps(record, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
    except TypeError:  # integers beyond 64 bits, half surrogate pairs
        return json.dumps(record, default=str)


def csv_lines(records: Iterator[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """Yield CSV lines with a header, each with its line break. Cells that a spreadsheet would run are quoted by '."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in _rows(records, columns):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _rows(records: Iterator[Mapping[str, object]], columns: Sequence[str]) -> Iterator[list[str]]:
    yield [safe_cell(column) for column in columns]
    for record in records:
        yield ["" if record.get(column) is None else safe_cell(as_text(record[column])) for column in columns]


def safe_cell(text: str) -> str:
    """Return a CSV cell that no spreadsheet takes for a formula.

    After OWASP, CSV Injection: cells that begin with = + - @ tab or carriage return get a leading apostrophe; numbers
    stay as they are.
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
