"""Time stamps to nanoseconds since the epoch, in exact integer arithmetic. Never invents a time: None where unsure."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import UTC, date, datetime, timedelta

from aidebug_gui.formats.model import TimeStyle

ParsedTime = tuple[int, bool]
"""Nanoseconds since the epoch (UTC) and whether the text had no zone (then it is taken as UTC)."""

SECOND_NS = 1_000_000_000
NS_PER_MS = 1_000_000
LEAST_EPOCH = 100_000_000
"""Smaller numbers are not taken for times (seconds since 1970: March 1973); 0.177 is a duration, 42 a count."""

_LARGEST_NS = 2**63 - 1
_UNIX_DAY = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}

_CLOCK = r"(\d\d?):(\d\d?)(?::(\d\d?)(?:[.,](\d{1,9})\d*)?)?"
_ZONE = r" ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?"
_ISO = re.compile(rf"(\d{{4}})([-/])(\d\d?)\2(\d\d?)(?:(?:[T ] *|, | - ){_CLOCK}{_ZONE})?", re.ASCII)
_CLF = re.compile(rf"(\d\d)[/ ]([A-Z][a-z][a-z])[/ ](\d{{4}})[: ]{_CLOCK}{_ZONE}", re.ASCII)
_SHORT_YEAR = re.compile(rf"(\d\d)/(\d\d)/(\d\d) {_CLOCK}", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d\d)[-/.](\d\d)[-/.](\d{{4}})[: T]{_CLOCK}{_ZONE}", re.ASCII)
_MONTH_DAY = re.compile(rf"(\d\d)[-/](\d\d) {_CLOCK}", re.ASCII)
_GLOG = re.compile(rf"(\d\d?)(\d\d) {_CLOCK}", re.ASCII)
_CTIME = re.compile(rf"[A-Z][a-z][a-z] ([A-Z][a-z][a-z]) ([ \d]\d) {_CLOCK} (\d{{4}})", re.ASCII)
_MONTH_NAME = re.compile(rf"([A-Z][a-z][a-z]) ([ \d]?\d) {_CLOCK}(?: ([AP])M)?", re.ASCII)
_NUMBERS = re.compile(
    r"(\d\d?)([/\-.])(\d\d?)\2(\d{4})[,T \-]{1,2}(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AaPp])[Mm])?",
    re.ASCII,
)
MONTH_NUMBERS_FIRST = True
"""How 03/04/2026 is read where nothing tells: as Python's examples and most American programs write it."""
_NUMBER = re.compile(r"(\d{1,19})(?:\.(\d+))?", re.ASCII)

_RELATIVE = re.compile(r"(\d{1,7})\.(\d\d)\.(\d{3})\.(\d{3})", re.ASCII)

DAY_NS = 86_400 * SECOND_NS
YEARLESS = frozenset({TimeStyle.MONTH_DAY, TimeStyle.GLOG, TimeStyle.MONTH_NAME})
"""Styles without a year; it follows from the time at which the log was last written."""


def parse_time(
    value: object,
    style: TimeStyle | None = None,
    written_ns: int = 0,
    *,
    month_first: bool = MONTH_NUMBERS_FIRST,
) -> ParsedTime | None:
    """Read a time stamp.

    Args:
        value: A number, or text; anything else is no time.
        style: How text is written; None tries ISO, then epoch. Numbers are always epochs.
        written_ns: When the log was last written; without it a time without a year is no time.
        month_first: Whether 03/04/2026 is in March.

    Returns:
        (nanoseconds UTC, naive?), or None if the value is no time.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return _epoch(str(value), "") if value > 0 else None
    if isinstance(value, float):
        return _from_float(value)
    if not isinstance(value, str) or len(value) > 64:
        return None
    text = value.strip()
    if style in YEARLESS:
        return _read_yearless(text, style, written_ns) if written_ns else None
    if style is TimeStyle.NUMBERS:
        return _read_numbers(text, month_first)
    if style is not None:
        return _READERS[style](text)
    return _read_iso(text) or _read_epoch(text) or _read_numbers(text, month_first)


def seconds_since_start(text: str) -> float | None:
    """Read seconds, or the minutes, seconds, milli- and microseconds of llama.cpp (``0.00.035.060``)."""
    match = _RELATIVE.fullmatch(text)
    if match is None:
        return float(text) if _NUMBER.fullmatch(text) else None
    minutes, seconds, millis, micros = map(int, match.groups())
    return (minutes * 60_000_000 + seconds * 1_000_000 + millis * 1_000 + micros) / 1_000_000


def _from_float(value: float) -> ParsedTime | None:
    if not LEAST_EPOCH <= value < 1e19:  # also turns NaN away
        return None
    # The shortest text that means this float: 1795289701.7822878 is read as written, without binary noise.
    text = repr(value)
    return _read_epoch(text if "e" not in text else str(int(value)))


def _read_epoch(text: str) -> ParsedTime | None:
    match = _NUMBER.fullmatch(text)
    return _epoch(match[1], match[2] or "") if match else None


def _epoch(whole: str, fraction: str) -> ParsedTime | None:
    """Read seconds, milli-, micro- or nanoseconds by magnitude."""
    number = int(whole)
    if number < LEAST_EPOCH:
        return None
    digits = 9 if number < 10**11 else 6 if number < 10**14 else 3 if number < 10**17 else 0
    nanoseconds = number * 10**digits + int((fraction + "0" * digits)[:digits] or "0")
    return (nanoseconds, False) if nanoseconds <= _LARGEST_NS else None


def _read_iso(text: str) -> ParsedTime | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, _, month, day, *clock = match.groups()
    return _assemble(int(year), int(month), int(day), clock)


def _read_clf(text: str) -> ParsedTime | None:
    match = _CLF.fullmatch(text)
    if not match or match[2] not in MONTHS:
        return None
    day, month, year, *clock = match.groups()
    return _assemble(int(year), MONTHS.index(month) + 1, int(day), clock)


def _read_ctime(text: str) -> ParsedTime | None:
    match = _CTIME.fullmatch(text)
    if not match or match[1] not in MONTHS:
        return None
    month, day, *clock, year = match.groups()
    return _assemble(int(year), MONTHS.index(month) + 1, int(day), [*clock, None])


def _read_short_year(text: str) -> ParsedTime | None:
    match = _SHORT_YEAR.fullmatch(text)
    if not match:
        return None
    month, day, year, *clock = match.groups()
    return _assemble(2000 + int(year), int(month), int(day), [*clock, None])


def _read_day_first(text: str) -> ParsedTime | None:
    match = _DAY_FIRST.fullmatch(text)
    if not match:
        return None
    day, month, year, *clock = match.groups()
    return _assemble(int(year), int(month), int(day), clock)


def _read_numbers(text: str, month_first: bool) -> ParsedTime | None:
    """Read ``03/04/2026 10:02:03``, also with AM or PM; with points (03.04.2026) the day is always first."""
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, point, second, year, hour, minute, seconds, fraction, half = match.groups()
    month, day = (int(first), int(second)) if month_first and point != "." else (int(second), int(first))
    hour = _of_whole_day(hour, half)
    return _assemble(int(year), month, day, [hour, minute, seconds, fraction, None]) if hour else None


def _of_whole_day(hour: str, half: str | None) -> str | None:
    """Return an hour as one of 24; ``half``: A before noon, P from noon on. None for hours that no half day has."""
    if not half:
        return hour
    return str(int(hour) % 12 + (12 if half in "Pp" else 0)) if 1 <= int(hour) <= 12 else None


def utc_moment(time_ns: int) -> datetime:
    """Return a time (ns since the epoch) in UTC, to the second. Windows has no ``fromtimestamp`` for times before 1970."""
    return _EPOCH + timedelta(seconds=time_ns // SECOND_NS)


def candidate_years(written_ns: int) -> tuple[int, int, int]:
    """Return (year of the last writing, the one before, the last leap year) for times without a year.

    A time may lie up to a day after the last writing: clocks and zones differ.
    """
    latest = utc_moment(written_ns + DAY_NS)
    leap = latest.year if (latest.month, latest.day) >= (2, 29) else latest.year - 1
    while not isleap(leap):
        leap -= 1
    return latest.year, latest.year - 1, leap


def _read_yearless(text: str, style: TimeStyle, written_ns: int) -> ParsedTime | None:
    """Read a time without a year: the latest year in which it is not after the log's last writing."""
    match = _YEARLESS_PATTERNS[style].fullmatch(text)
    if not match:
        return None
    month_text, day_text, hour, *clock = match.groups()
    month = int(month_text) if style is not TimeStyle.MONTH_NAME else _MONTH_NUMBERS.get(month_text, 0)
    if style is TimeStyle.MONTH_NAME:
        hour = _of_whole_day(hour, clock.pop())
    if not hour:
        return None
    this_year, last_year, leap = candidate_years(written_ns)
    if (month, int(day_text)) == (2, 29):
        this_year = last_year = leap
    found = _assemble(this_year, month, int(day_text), [hour, *clock, None])
    if found is not None and found[0] > written_ns + DAY_NS:
        found = _assemble(last_year, month, int(day_text), [hour, *clock, None])
    return found


def _assemble(year: int, month: int, day: int, clock: list[str | None]) -> ParsedTime | None:
    """Put a time together. ``clock``: hour, minute, second, fraction, zone, each may be None."""
    hour, minute, second = (int(part or 0) for part in clock[:3])
    if minute > 59 or second > 59 or hour * 3_600 + minute * 60 + second > 86_400:  # 24:00:00 is the day's end
        return None
    try:
        days = date(year, month, day).toordinal() - _UNIX_DAY
    except ValueError:
        return None
    offset = zone_seconds(clock[4])
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - (offset or 0)
    nanoseconds = seconds * SECOND_NS + int((clock[3] or "").ljust(9, "0"))
    if abs(nanoseconds) > _LARGEST_NS:
        return None
    return nanoseconds, offset is None


def zone_seconds(zone: str | None) -> int | None:
    """Return the offset from UTC in seconds, None without a zone."""
    if zone is None:
        return None
    if zone[0] not in "+-":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    seconds = int(digits[:2]) * 3_600 + int(digits[2:]) * 60
    return -seconds if zone[0] == "-" else seconds


_YEARLESS_PATTERNS = {
    TimeStyle.MONTH_DAY: _MONTH_DAY,
    TimeStyle.GLOG: _GLOG,
    TimeStyle.MONTH_NAME: _MONTH_NAME,
}

_READERS = {
    TimeStyle.ISO: _read_iso,
    TimeStyle.EPOCH: _read_epoch,
    TimeStyle.CLF: _read_clf,
    TimeStyle.CTIME: _read_ctime,
    TimeStyle.SHORT_YEAR: _read_short_year,
    TimeStyle.DAY_FIRST: _read_day_first,
}
