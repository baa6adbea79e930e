"""Read the values that are typed in a filter: numbers, durations, times, levels. All return None for anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from aidebug_gui.formats.amounts import GROUPED, Amount, in_unit, measure_of, read_amount
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.names import level_names
from aidebug_gui.store.zone import UTC as UTC_ZONE
from aidebug_gui.store.zone import Zone

SECOND_NS = 1_000_000_000
DAY_NS = 86_400 * SECOND_NS
FIRST_NS, LAST_NS = -(1 << 63), (1 << 63) - 1  # the times that a BIGINT column holds
_UNITS_NS = {"ns": 1, "us": 10**3, "µs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "min": 60 * 10**9}
_UNITS_NS |= {"h": 3600 * 10**9, "d": DAY_NS, "w": 7 * DAY_NS}

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?|nan|[+-]?inf", re.IGNORECASE)
_GROUPED = re.compile(GROUPED, re.ASCII)
_DURATION_PART = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})(ns|us|µs|ms|s|min|m|h|d|w)", re.IGNORECASE)
_TIME = re.compile(
    r"(?:([0-9]{4})-([0-9]{1,2})-([0-9]{1,2}))?"
    r"(?:(?:(?<=[0-9])[T ]|(?<![0-9]))([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"([-+]?\.?[0-9][^*]*?)?\.\.([-+]?\.?[0-9][^*]*)?", re.DOTALL)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse_range(text: str) -> tuple[str | None, str | None] | None:
    """Split ``0.5..0.8``, ``10:02..10:05``, ``..5`` or ``5..``; both sides begin like a number."""
    match = _RANGE.fullmatch(text)
    if match is None or (match.group(1) is None and match.group(2) is None):
        return None
    return match.group(1), match.group(2)


def parse_number(text: str) -> float | None:
    """Read a decimal number, ``1,024``, ``nan`` or ``inf``."""
    text = text.replace(",", "") if _GROUPED.fullmatch(text) else text
    return float(text) if _NUMBER.fullmatch(text) else None


def parse_duration(text: str) -> int | None:
    """Read ``15m``, ``1h30m`` or ``500ms`` as nanoseconds."""
    total = position = 0
    while match := _DURATION_PART.match(text, position):
        whole, _, fraction = match.group(1).partition(".")
        unit = _UNITS_NS[match.group(2).lower()]
        total += int(whole or "0") * unit + int(fraction or "0") * unit // 10 ** len(fraction)
        position = match.end()
    return total if text and position == len(text) else None


def parse_quantity(text: str, unit: str) -> float | None:
    """Read a number in a column's unit, or an amount that can be told in it: a column in ``ms`` also takes ``2s``."""
    number = parse_number(text)
    if number is not None or not unit:
        return number
    amount = parse_amount(text)
    return None if amount is None else in_unit(amount, unit)


def parse_amount(text: str) -> Amount | None:
    """Read a number with a unit: ``16GB``, ``$0.01``, ``1h30m``. None for plain numbers, too."""
    duration, time = parse_duration(text), measure_of("ms")
    return read_amount(text) if duration is None or time is None else Amount(time, duration / 1e6)


@dataclass(frozen=True, slots=True)
class Moments:
    """The first and last time of a log in ns, and the zone in which times are typed."""

    first_ns: int
    last_ns: int
    zone: Zone = UTC_ZONE


@dataclass(frozen=True, slots=True)
class TimeLiteral:
    """A time as typed: ``10:02`` names a minute of some day, ``2026-01-01`` a day.

    ``offset_ns``: from midnight UTC of ``day``, may be negative or beyond a day where a zone was given.
    ``precision_ns``: how long the named period is.
    """

    day: date | None
    offset_ns: int
    precision_ns: int
    zoned: bool = False

    def start_ns(self, log: Moments) -> int:
        """Return where the period begins, in ns since the epoch; without a zone of its own it is in that of ``log``.

        A time of day belongs to the first day of the log, or to the day after where a log of less than a day runs
        over midnight and has that time only there.
        """
        zone = UTC_ZONE if self.zoned else log.zone
        if self.day is not None:
            midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
            return zone.time_ns((midnight - _EPOCH) // timedelta(seconds=1) * SECOND_NS + self.offset_ns)
        first_ns, last_ns = zone.clock_ns(log.first_ns), zone.clock_ns(log.last_ns)
        start = first_ns - first_ns % DAY_NS + self.offset_ns
        overnight = last_ns - first_ns < DAY_NS and start + self.precision_ns <= first_ns
        return zone.time_ns(start + DAY_NS if overnight and start + DAY_NS <= last_ns else start)


def parse_time_literal(text: str) -> TimeLiteral | None:
    """Read a date, a time of day or both, with ``T`` or a space between and an optional zone."""
    match = _TIME.fullmatch(text)
    if match is None or (match.group(1) is None and match.group(4) is None):
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        parsed_day = date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None
    if hour and (int(hour) > 24 or int(minute) > 59 or int(second or 0) > 60):
        return None
    offset = (int(hour or 0) * 3600 + int(minute or 0) * 60 + int(second or 0)) * SECOND_NS
    offset += int((fraction or "").ljust(9, "0") or "0")
    if hour is None:
        precision = DAY_NS
    elif second is None:
        precision = 60 * SECOND_NS
    else:
        precision = 10 ** (9 - len(fraction or ""))
    return TimeLiteral(parsed_day, offset - _zone_ns(zone), precision, zone is not None)


def named_period(text: str, log: Moments) -> tuple[int, int]:
    """Return where the period that a time names begins and ends (exclusive), for a text that is such a literal."""
    literal = parse_time_literal(text)
    assert literal is not None, text  # the parser refuses others
    start = literal.start_ns(log)
    return _within_bigint(start), _within_bigint(start + literal.precision_ns)


def named_range(low: str | None, high: str | None, log: Moments) -> tuple[int, int]:
    """Return where a range of times begins and ends (exclusive), both named periods included whole.

    A side that is None is open: ``FIRST_NS`` or ``LAST_NS``. ``23:50..00:10`` runs over midnight.
    """
    start = FIRST_NS if low is None else named_period(low, log)[0]
    if high is None:
        return start, LAST_NS
    end = named_period(high, log)[1]
    literal = parse_time_literal(high)
    if low is not None and end <= start and literal is not None and literal.day is None:
        end = _within_bigint(end + DAY_NS)
    return start, end


def _within_bigint(time_ns: int) -> int:
    """Keep a time within BIGINT: years before 1677 and after 2262 are beyond any log."""
    return max(FIRST_NS, min(time_ns, LAST_NS))


def _zone_ns(zone: str | None) -> int:
    if zone is None or zone.upper() == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return (-seconds if zone[0] == "-" else seconds) * SECOND_NS


def parse_levels(text: str, *, wildcard: bool = False) -> frozenset[int] | None:
    """Return the level numbers that a name (or a pattern with ``*``, or a number) means."""
    if wildcard:
        pattern = re.compile(".*".join(re.escape(part) for part in re.split(r"\*+", text.lower())))
        matching = frozenset(int(level) for level in Level if level and pattern.fullmatch(level.name.lower()))
        return matching or None
    level = level_names().get(text.lower())
    if level is not None:
        return frozenset((level,))
    if re.fullmatch(r"[0-9]{1,2}", text):
        return frozenset((int(text),))
    return None
