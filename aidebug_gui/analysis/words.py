"""Numbers, times and log texts as people read them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

SECOND = 1_000_000_000
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")


def duration(nanoseconds: float) -> str:
    """Return "35 ms", "4.2 s", "12 min", "3.5 h" or "2 days"."""
    seconds = abs(nanoseconds) / SECOND
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    if seconds < 120:
        return f"{seconds:.3g} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.3g} h" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"


def milliseconds(value: float) -> str:
    return duration(value * 1e6)


def number(value: float) -> str:
    """Return a number with thousands separators and at most three significant decimals."""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def percent(share: float) -> str:
    """Return a share in per cent; never 0 or 100 where that would hide something."""
    if 0 < share < 0.001:
        return "less than 0.1 %"
    if 0.999 < share < 1:
        return "more than 99.9 %"
    return f"{share * 100:.0f} %" if share >= 0.1 or share == 0 else f"{share * 100:.1f} %"


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def counted(count: int, noun: str) -> str:
    """Return "1 record" or "1,234 records"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def clock(time_ns: int, *, date: bool = False) -> str:
    """Return a time (UTC) of day to the second, with its date if the log spans days."""
    moment = datetime.fromtimestamp(time_ns // SECOND, UTC)
    return moment.strftime("%Y-%m-%d %H:%M:%S" if date else "%H:%M:%S")


def quote(text: str, most: int = 80) -> str:
    """Return text of the log in quotes: one line, nothing that a terminal or widget would obey, cut if long."""
    plain = " ".join(_UNPRINTABLE.sub(" ", text).split())
    return f"“{plain[: most - 1] + '…' if len(plain) > most else plain}”"
