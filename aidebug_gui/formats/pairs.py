"""Values with a key in messages: finding ``key=value``, and the patterns by which both Python and RE2 read one value."""

from __future__ import annotations

import re

NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
"""A plain number (``re`` and RE2)."""

UNITS_MS: dict[str, float] = {"ms": 1.0, "s": 1_000.0, "us": 0.001, "µs": 0.001, "μs": 0.001, "ns": 0.000_001}
"""Units glued to a duration -> factor to milliseconds. Both letters for micro (U+00B5, U+03BC) occur."""

_BEFORE = r"(?:^|[^\w.?&])"  # not within a word, a dotted name or the query of a URL
_VALUE = r"""("[^"]*"|'[^']*'|[^\s,|;)\]}"']+)"""
_PAIR = re.compile(rf"{_BEFORE}([A-Za-z_][\w.\-]{{0,60}}+(?:/s(?:ec)?)?)={_VALUE}", re.ASCII)  # and ``samples/s=44``
DURATION = rf"^(?:(\d+)h)?(?:(\d+)m)?({NUMBER})(ms|us|µs|μs|ns|s)$"
"""A duration as programs print it (``re`` and RE2): ``735.2ms``, Go's ``1m12.5s`` and ``2h0m3s``."""
_DURATION = re.compile(DURATION, re.ASCII)
_NUMBER_UNIT = re.compile(rf"({NUMBER})(ms|us|µs|μs|ns|s)", re.ASCII)


_UNIT = r"(?: ?(tokens?/s|it/s|reqs?|tokens?|[KMGT]i?B|ms|[µμu]s|ns|s|%))?"
_GAUGE_KEY = r"[#A-Za-z][\w#()/%. \-']{0,47}"  # LightGBM: valid_0's l2
_GAUGE = re.compile(rf"(?:^|[,;|:({{\[\t]\s*|\s-\s)({_GAUGE_KEY}):\s({NUMBER}){_UNIT}(?=[\s,;|)\]}}]|\.?$)", re.ASCII)
_METRIC_UNIT = (
    r"(?:\.(?:Milliseconds|Microseconds|Seconds|Percent|Count|Bytes|Megabytes|Gigabytes|Unit|ms))?"  # TorchServe
)
_COLON_PAIR = re.compile(
    rf"(?:^|[\s,;|(\[])([A-Za-z_]\w{{1,47}}{_METRIC_UNIT}):({NUMBER}){_UNIT}(?=[\s,;|)\]]|$)", re.ASCII
)
_TABBED = re.compile(r"(?:^|\t)([A-Za-z_][\w@]*(?:-[\w@]+){1,4}):([0-9]+\.[0-9]+)()(?=\t|$)", re.ASCII)
"""XGBoost's ``train-rmse:0.5``: between tabs and with decimals, or it could be a host and its port."""
_ADDRESSES = frozenset({"localhost", "http", "https", "port", "line"})


_SAID = re.compile(r"""(?:^|\s)(?:msg|message|event)=("(?:[^"\\]|\\.)*"|[^\s"]+)""", re.ASCII)


def message_first(text: str) -> str:
    """Return the pairs of a logfmt line with what it says in front: ``source=a.go msg="b c"`` -> ``b c source=a.go``."""
    message = _SAID.search(text)
    if message is None:
        return text
    value = message[1][1:-1].replace('\\"', '"') if message[1].startswith('"') else message[1]
    rest = f"{text[: message.start()].strip()} {text[message.end() :].strip()}".strip()
    return f"{value} {rest}".strip()


def find_gauges(text: str) -> dict[str, tuple[str, str]]:
    """Return the numbers of a message that stand behind a name and a colon: name -> (number, unit or "").

    ``Running: 1 reqs, GPU KV cache usage: 0.8%``, ``#queue-req: 0``, ``loss:1.2 lr:2e-05``.
    """
    gauges: dict[str, tuple[str, str]] = {}
    if ":" in text:
        for pattern in (_GAUGE, _COLON_PAIR, _TABBED):
            for key, number, unit in pattern.findall(text):
                if key.lower() not in _ADDRESSES:
                    gauges.setdefault(key.strip(), (number, unit))
    return gauges


_NOT_FINITE = r"[+-]?(?i:nan|inf|infinity)\b"


def gauge_pattern(name: str) -> str:
    """Return the pattern (RE2) whose group 1 is the number behind a name, written ``name: 1``, ``name:1`` or ``name=1``."""
    value = f"{NUMBER}|{_NOT_FINITE}"
    return rf"""(?:^|[,;|:({{\[\s])\s*{re.escape(name)}(?::\s?|=["']?)({value})(?:[^\w.]|[a-zA-Zµμ%]|\.?$|\.\s)"""


def find_pairs(text: str) -> dict[str, str]:
    """Return the pairs of a message in order, values without their quotes; the first of equal keys counts."""
    pairs: dict[str, str] = {}
    if "=" in text:
        for key, value in _PAIR.findall(text):
            pairs.setdefault(key, unquoted(value))
    return pairs


AROUND_VALUES = "\"' \r\n"
"""What stands around a value that a pattern found in a message, and is no part of it."""


def unquoted(value: str) -> str:
    """Return a value without the quotes around it."""
    return value.strip("\"'")


def number_with_unit(value: str) -> tuple[float, str] | None:
    """Split ``0.177s`` into (0.177, "s"), None if the value is not written like that."""
    match = _NUMBER_UNIT.fullmatch(value)
    return (float(match[1]), match[2]) if match else None


def milliseconds(value: str) -> float | None:
    """Return a duration with its unit (``0.177s``, ``1m12s``) in ms, None if the text is none."""
    match = _DURATION.match(value.strip(" "))
    if match is None:
        return None
    hours, minutes, number, unit = match.groups()
    return int(hours or 0) * 3_600_000 + int(minutes or 0) * 60_000 + float(number) * UNITS_MS[unit]


def value_pattern(key: str) -> str:
    """Return the pattern whose group 1 is the value of ``key`` (quotes included: trim them)."""
    return rf"{_BEFORE}{re.escape(key)}={_VALUE}"


def number_pattern(key: str, unit: str = "") -> str:
    """Return the pattern whose group 1 is the number after ``key``, which must be followed by ``unit``."""
    return rf"""{_BEFORE}{re.escape(key)}=["']?({NUMBER}){unit}(?:[^\w.%]|$)"""


def json_value_pattern(key: str, *, number: bool) -> str:
    """Return the pattern whose group 1 is the value of a key of JSON text within a message (quotes: trim them)."""
    value = rf'"?({NUMBER})(?:[\s,"\]}}]|$)' if number else r'("(?:[^"\\]|\\.)+"|true|false|-?[0-9][^\s,\]}]*)'
    return rf'"{re.escape(key)}"\s*:\s*{value}'
