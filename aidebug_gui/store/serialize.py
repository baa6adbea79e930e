"""Records as JSONL or CSV text for people and other programs. Every value that leaves the program goes through here."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import orjson

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Record

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def iso_time(time_ns: int, *, naive: bool = False) -> str:
    """Return nanoseconds since the epoch as ISO 8601 in UTC, without the zone if the log gave none.

    The fraction has 3, 6 or 9 digits, as many as are needed. Times outside the years 1 to 9999 come as the number.
    """
    seconds, nanoseconds = divmod(time_ns, 1_000_000_000)
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return str(time_ns)
    fraction = f"{nanoseconds:09d}"
    while len(fraction) > 3 and fraction.endswith("000"):
        fraction = fraction[:-3]
    return f"{moment:%Y-%m-%dT%H:%M:%S}".rjust(19, "0") + f".{fraction}{'' if naive else 'Z'}"


def level_name(level: int) -> str:
    """Return the name of a level number, the number itself where it has none, empty where the log says nothing."""
    if level == Level.UNKNOWN:
        return ""
    try:
        return Level(level).name
    except ValueError:
        return str(level)


def plain_values(record: Record, columns: Sequence[str] = ()) -> dict[str, object]:
    """Return a record's columns as plain values; without ``columns`` all canonical ones that it has.

    Times become ISO 8601, levels their names. A column that is not canonical is looked up among the record's fields,
    with dots for nesting.
    """
    names = columns or [name for name in CANONICAL if _value(record, name) is not None]
    return {name: _value(record, name) for name in names}


def _value(record: Record, name: str) -> object:
    if name == "time":
        return None if record.time_ns is None else iso_time(record.time_ns, naive=Flag.NAIVE_TIME in record.flags)
    if name == "level":
        return level_name(record.level) or None
    if name == "message":
        return record.message or None
    if name == "traceback":
        return record.traceback or None
    if name == "line":
        return record.line
    if name in record.values:
        value = record.values[name]
        is_time = name in CANONICAL and CANONICAL[name].kind is Kind.TIME
        return iso_time(value) if is_time and isinstance(value, int) else value
    return field_value(record.fields, name)


def field_value(fields: Mapping[str, object], name: str) -> object:
    """Return the field called ``name``: a key, or keys joined by dots; None where there is no such field."""
    if name in fields:
        return fields[name]
    value: object = fields
    for key in name.split("."):
        if isinstance(value, Mapping) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def jsonl_line(values: Mapping[str, object]) -> bytes:
    """Return one JSON object and its line end. NaN and infinity, which JSON does not have, become null."""
    try:
        return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # integers beyond 64 bits, half surrogate pairs
        return json.dumps(values, ensure_ascii=True, default=str).encode() + b"\n"


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV. A cell that a spreadsheet would run as a formula gets a leading apostrophe."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([csv_cell(value) for value in row] for row in rows)
    return text.getvalue()


def csv_cell(value: object) -> str:
    """Return one value as the text of a CSV cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = value if isinstance(value, str) else jsonl_line({"": value})[4:-2].decode()
    if text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
