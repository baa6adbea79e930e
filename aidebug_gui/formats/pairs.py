"""Values with a key in messages: finding ``key=value``, and the patterns by which both Python and RE2 read one value."""

from __future__ import annotations

import re

NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
"""A plain number (``re`` and RE2)."""

UNITS_MS: dict[str, float] = {"ms": 1.0, "s": 1_000.0, "us": 0.001, "µs": 0.001, "μs": 0.001, "ns": 0.000_001}
"""Units glued to a duration -> factor to milliseconds. Both letters for micro (U+00B5, U+03BC) occur."""

_BEFORE = r"(?:^|[^\w.?&])"  # not within a word, a dotted name or the query of a URL
_VALUE = r"""("[^"]*"|'[^']*'|[^\s,|;)\]}"']+)"""
_PAIR = re.compile(rf"{_BEFORE}([A-Za-z_][\w.\-]{{0,60}})={_VALUE}", re.ASCII)
_NUMBER_UNIT = re.compile(rf"({NUMBER})(ms|us|µs|μs|ns|s)", re.ASCII)


def find_pairs(text: str) -> dict[str, str]:
    """Return the pairs of a message in order, values without their quotes; the first of equal keys counts."""
    pairs: dict[str, str] = {}
    if "=" in text:
        for key, value in _PAIR.findall(text):
            pairs.setdefault(key, unquoted(value))
    return pairs


def unquoted(value: str) -> str:
    """Return a value without the quotes around it."""
    return value.strip("\"'")


def number_with_unit(value: str) -> tuple[float, str] | None:
    """Split ``0.177s`` into (0.177, "s"), None if the value is not written like that."""
    match = _NUMBER_UNIT.fullmatch(value)
    return (float(match[1]), match[2]) if match else None


def value_pattern(key: str) -> str:
    """Return the pattern whose group 1 is the value of ``key`` (quotes included: trim them)."""
    return rf"{_BEFORE}{re.escape(key)}={_VALUE}"


def number_pattern(key: str, unit: str = "") -> str:
    """Return the pattern whose group 1 is the number after ``key``, which must be followed by ``unit``."""
    return rf"""{_BEFORE}{re.escape(key)}=["']?({NUMBER}){unit}(?:[^\w.%]|$)"""


def json_value_pattern(key: str, *, number: bool) -> str:
    """Return the pattern whose group 1 is the value of a key of JSON text within a message (quotes: trim them)."""
    value = rf'"?({NUMBER})[\s,"\]}}]' if number else r'("(?:[^"\\]|\\.)+"|true|false|-?[0-9][^\s,\]}]*)'
    return rf'"{re.escape(key)}"\s*:\s*{value}'
