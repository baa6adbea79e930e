"""Numbers, times and log texts as people read them."""

from __future__ import annotations

import re

from aidebug_gui.formats.ansi import strip_ansi
from aidebug_gui.formats.times import utc_moment
from aidebug_gui.translatable import Moment, Numeral, Text, translatable

SECOND = 1_000_000_000
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")


def duration(nanoseconds: float) -> str:
    """Return "35 ms", "4.2 s", "12 min", "3.5 h" or "2 days"."""
    seconds = abs(nanoseconds) / SECOND
    if seconds < 1:
        return Numeral(f"{seconds * 1000:.3g} ms")
    if seconds < 120:
        return Numeral(f"{seconds:.3g} s")
    if seconds < 7200:
        return Numeral(f"{seconds / 60:.0f} min")
    if seconds < 172_800:
        return Numeral(f"{seconds / 3600:.3g} h")
    return translatable("{n} days", n=round(seconds / 86_400))


def milliseconds(value: float) -> str:
    return duration(value * 1e6)


def number(value: float) -> str:
    """Return a number with thousands separators and at most three significant decimals."""
    if float(value).is_integer() and abs(value) < 1e15:
        return Numeral(f"{int(value):,}")
    return Numeral(f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}")


def percent(share: float) -> str:
    """Return a share in per cent; never 0 or 100 where that would hide something."""
    if 0 < share < 0.001:
        return translatable("less than {share}", share=Numeral("0.1 %"))
    if 0.999 < share < 1:
        return translatable("more than {share}", share=Numeral("99.9 %"))
    return Numeral(f"{share * 100:.0f} %" if share >= 0.1 or share == 0 else f"{share * 100:.1f} %")


def times(count: int) -> Text:
    """Return "once", "twice" or "3 times"."""
    return {1: translatable("once"), 2: translatable("twice")}.get(count) or translatable("{n} times", n=count)


def clock(time_ns: int, *, date: bool = False) -> str:
    """Return a time (UTC) of day to the second, with its date if the log spans days."""
    moment = utc_moment(time_ns)
    return Moment(moment.strftime("%Y-%m-%d %H:%M:%S" if date else "%H:%M:%S"), time_ns, with_date=date)


QUOTED = 160
"""Characters of what a failure says that are quoted."""


def quote(text: str, most: int = 80) -> Text:
    """Return text of the log in quotes: one line, nothing that a terminal or widget would obey, cut if long."""
    plain = " ".join(_UNPRINTABLE.sub(" ", strip_ansi(text)).split())
    return translatable("“{text}”", text=plain[: most - 1] + "…" if len(plain) > most else plain)
