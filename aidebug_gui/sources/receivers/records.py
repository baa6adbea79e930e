"""One JSON line for one record that came in: Python's ``LogRecord`` as a dict, and what a receiver has to say itself.

What JSON has no word for is written as text: bytes, NaN, numbers beyond 64 bits, keys that are no text.
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from aidebug_gui.sources.receivers.pickle_machine import PickleRefused
from aidebug_gui.sources.receivers.pickled import load_plain

_LEFT_OUT = frozenset(
    {"name", "msg", "args", "levelname", "levelno", "created", "msecs", "relativeCreated", "exc_info"}
)
_FIRST = ("time", "level", "logger", "message")
_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")
_WIDE_NAMED = re.compile(r"\)[-#0 +]*(?:\d{0,3}\.)?(?:\d{4}|\*)")  # "%(name)9999d": a name may hold anything
_MOST_CHARACTERS = 16 << 20
_MAX_INTEGER = 1 << 63


def line_of_pickle(data: bytes) -> bytes:
    """Return the JSON line of a pickled ``LogRecord`` dict; of a refused one, what was refused and what is known."""
    try:
        found = load_plain(data)
    except PickleRefused as refusal:
        return refused_line(f"{refusal}; nothing that comes from the network is run", refusal.partial)
    if not isinstance(found, dict):
        return refused_line("it is no log record", {})
    return json_line(record_of(found))


def refused_line(reason: str, known: Mapping[str, Any]) -> bytes:
    """Return the line of a record that was not read for a reason in words; ``known``: what was read of it before."""
    note = f"A part of this record was refused: {reason}." if known.get("msg") else f"A record was refused: {reason}."
    if known.get("msg"):
        return json_line(record_of(known) | {"refused": note})
    return own_line(note)


def own_line(message: str) -> bytes:
    """Return the line of a record that the receiver itself writes: a warning."""
    return json_line({"time": _time(None), "level": "WARNING", "logger": "aidebug.receiver", "message": message})


def record_of(found: Mapping[Any, Any]) -> dict[str, object]:
    """Return a ``LogRecord``'s attributes under the names that logs usually have; what is not set is left out."""
    record: dict[str, object] = {
        "time": _time(found.get("created")),
        "level": _level(found),
        "logger": found.get("name") or "root",
        "message": _message(found.get("msg"), found.get("args")),
    }
    for key, value in found.items():
        if key in _LEFT_OUT or value is None:
            continue
        name = str(key)
        if name == "exc_text":
            record["traceback"] = value
        elif name in _FIRST:
            record[f"{name}_"] = value  # an extra that is called like one of ours
        else:
            record[name] = value
    return record


def json_line(record: Mapping[str, object]) -> bytes:
    """Return one line of JSON with its line break; never raises, and never has a line break within."""
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE) if _is_simple(record) else _dumped(record)
    except (TypeError, ValueError, RecursionError):  # lone surrogates, integers beyond 64 bits, keys of other types
        return _dumped(record)


def _dumped(record: Mapping[str, object]) -> bytes:
    return orjson.dumps(_as_json(record), option=orjson.OPT_APPEND_NEWLINE)


def _is_simple(record: Mapping[str, object]) -> bool:
    """Return whether no value needs another form: floats that are no numbers would become null, tuples pass."""
    return all(
        type(value) in (str, int, bool) or value is None or (type(value) is float and math.isfinite(value))
        for value in record.values()
    )


def _as_json(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, bool) or value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        return value if -_MAX_INTEGER <= value < _MAX_INTEGER else str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, Mapping):
        return {str(_as_json(key)): _as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    return str(value)


def _time(created: object) -> str:
    """Return seconds since the epoch as ISO 8601 in UTC; now, where the record has no time that can be one."""
    try:
        if isinstance(created, int | float):
            time = datetime.fromtimestamp(created, UTC)  # noqa: TID251  # what Windows refuses is caught
            return time.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
    except (ValueError, OverflowError, OSError):
        pass
    return datetime.now(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _level(found: Mapping[Any, Any]) -> object:
    name, number = found.get("levelname"), found.get("levelno")
    if name or not isinstance(number, int):
        return name or "NOTSET"
    return logging.getLevelName(number)


def _message(template: object, arguments: object) -> str:
    """Return ``msg % args`` as the sender's logging would; where that cannot be, both."""
    text = template if isinstance(template, str) else _text(template)
    if not arguments:
        return text
    values = arguments
    if isinstance(arguments, list | tuple):
        is_mapping = len(arguments) == 1 and isinstance(arguments[0], Mapping) and arguments[0]
        values = arguments[0] if is_mapping else tuple(arguments)
    shown = repr(values)
    # A short text may ask for gigabytes: by a width ("%999999999d"), or by naming a long argument a million times.
    is_wide = _WIDE.search(text) or (isinstance(values, Mapping) and _WIDE_NAMED.search(text))
    if not is_wide and text.count("%") * (len(shown) + 1000) <= _MOST_CHARACTERS:
        try:
            return text % values
        except (TypeError, ValueError, KeyError, OverflowError):
            pass
    return f"{text} {shown}"


def _text(value: object) -> str:
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
