"""What a single value looks like: tests by which a field is taken for a column, and its form in that column."""

from __future__ import annotations

import re
from collections.abc import Callable

import orjson

from aidebug_gui.formats.aliases import Leaf, Suits
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Levels
from aidebug_gui.formats.pairs import NUMBER, milliseconds
from aidebug_gui.formats.times import parse_time

ENOUGH = 0.5
"""Share of the sampled values that must look like the column's."""

_LONGEST_CATEGORY = 200
_LONGEST_LABEL = 80
_NUMBER = re.compile(NUMBER, re.ASCII)
_NOT_FINITE = {"nan", "inf", "+inf", "-inf", "infinity", "-infinity", "+infinity"}
_MEDIA_TYPE = re.compile(r"(?:application|text|image|audio|video|multipart)/[\w.+\-]+", re.ASCII)
_LEAST_ADDRESS_DIGITS = 12
_MODULE_PATH = re.compile(r"\w+(?:::\w+)+", re.ASCII)


def as_number(value: object) -> float | None:
    """Return a number or numeric text as float (NaN stays NaN), None for all else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        try:
            return float(value)
        except OverflowError:
            return None
    if not isinstance(value, str) or len(value) >= 64:
        return None
    text = value.strip().replace("_", "")  # 1_000, as the engine reads it too
    return float(text) if _NUMBER.fullmatch(text) or text.lower() in _NOT_FINITE else None


def as_text(value: object) -> str:
    """Return a value as it is shown: text as it is, all else as JSON (``true``, ``3.5``, ``{"a":1}``)."""
    if isinstance(value, str):
        return value
    try:
        return orjson.dumps(value).decode()
    except (TypeError, ValueError, RecursionError):  # integers beyond 64 bits
        return str(value)


def is_scalar(value: object) -> bool:
    """Return whether a JSON value is neither object nor list."""
    return not isinstance(value, (dict, list))


def value_test(levels: Levels) -> Suits:
    """Return the test for :func:`aidebug_gui.formats.aliases.resolve`: can these values be that column's?"""

    def suits(column: str, field: Leaf) -> bool:
        values = field.values
        if not values:
            return False
        kind = CANONICAL[column].kind
        if kind is Kind.LEVEL:
            good = sum(levels.number(value) != 0 for value in values)
        elif column in _TESTS:
            good = sum(map(_TESTS[column], values))
        else:
            good = sum(map(_KIND_TESTS[kind], values))
        return good >= ENOUGH * len(values)

    return suits


def _is_short(value: object) -> bool:
    return is_scalar(value) and (not isinstance(value, str) or len(value) <= _LONGEST_CATEGORY)


def _is_label(value: object) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    return is_scalar(value) and (not isinstance(value, str) or len(value) <= _LONGEST_LABEL)


def _is_target(value: object) -> bool:
    return _is_label(value) and not (isinstance(value, str) and _MODULE_PATH.fullmatch(value))


def _is_words(value: object) -> bool:
    return isinstance(value, (str, list))  # parts of a chat message are a list


def _is_event(value: object) -> bool:
    return _is_short(value) and not (isinstance(value, str) and _MEDIA_TYPE.fullmatch(value))


def _is_session(value: object) -> bool:
    """Tell sessions from threads of the operating system, whose numbers (``thread.id``) are addresses."""
    return _is_short(value) and not (as_text(value).isdecimal() and len(as_text(value)) >= _LEAST_ADDRESS_DIGITS)


def _is_informative(value: object) -> bool:
    return not isinstance(value, (bool, int, float))


def _is_duration(value: object) -> bool:
    return as_number(value) is not None or (isinstance(value, str) and milliseconds(value) is not None)


_TESTS: dict[str, Callable[[object], bool]] = {
    "label": _is_label,
    "latency_ms": _is_duration,
    "ttft_ms": _is_duration,
    "target": _is_target,
    "message": _is_words,
    "event": _is_event,
    "session_id": _is_session,
    "logger": lambda value: isinstance(value, str) and _is_short(value),
    "model": lambda value: isinstance(value, str) and _is_short(value),
    "source": lambda value: isinstance(value, str) and _is_short(value),
    "input": _is_informative,
    "output": _is_informative,
    "error": _is_informative,
    "traceback": _is_informative,
}

_KIND_TESTS: dict[Kind, Callable[[object], bool]] = {
    Kind.TIME: lambda value: parse_time(value) is not None,
    Kind.NUMBER: lambda value: as_number(value) is not None,
    Kind.CATEGORY: _is_short,
    Kind.ID: _is_short,
    Kind.TEXT: lambda value: True,
}
