"""Where the ticks of an axis stand and what they say. No drawing.

Times are int64 nanoseconds since the epoch in UTC, written in the zone that the window shows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from aidebug_gui.ui.shown_zone import shown_zone
from aidebug_gui.ui.values import count_text, local_number, time_text

MICROSECOND = 1_000
MILLISECOND = 1_000_000
SECOND = 1_000_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FINE = tuple(step * 10**power for power in range(9) for step in (1, 2, 5))  # 1 ns ... 500 ms
TIME_STEPS: tuple[int, ...] = (
    *_FINE,
    *(step * SECOND for step in (1, 2, 5, 10, 15, 30)),
    *(step * MINUTE for step in (1, 2, 5, 10, 15, 30)),
    *(step * HOUR for step in (1, 2, 3, 6, 12)),
    *(step * DAY for step in (1, 2, 7, 14, 28, 91, 182, 364, 3640, 36400)),
)
"""Distances between ticks, in ns, that people read without arithmetic."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: ``value`` in the axis's own unit (ns, record number, value), ``strong`` where a day begins."""

    value: float
    label: str
    strong: bool = False


def point_time(time_ns: float) -> str:
    """Return the time of a point; its nanoseconds are a float, which is right to the microsecond."""
    return time_text(round(time_ns / MICROSECOND) * MICROSECOND)


def time_step(span_ns: float, most: int) -> int:
    """Return the smallest readable step (ns) that divides a span into at most ``most`` parts."""
    wanted = span_ns / max(most, 1)
    for step in TIME_STEPS:
        if step >= wanted:
            return step
    return TIME_STEPS[-1]


def time_ticks(first_ns: int, last_ns: int, most: int) -> list[Tick]:
    """Return at most ``most + 1`` ticks in [first_ns, last_ns]; the first tick of a day names the day instead."""
    if last_ns < first_ns:
        return []
    step = time_step(last_ns - first_ns, most)
    zone = shown_zone()
    start = -(-zone.clock_ns(first_ns) // step) * step
    values = (zone.time_ns(clock) for clock in range(start, zone.clock_ns(last_ns) + 1, step))
    return [_time_tick(value, step) for value in values if first_ns <= value <= last_ns]


def _time_tick(value: int, step: int) -> Tick:
    starts_day = shown_zone().clock_ns(value) % DAY == 0
    if starts_day and step < DAY:
        return Tick(value, day_label(value), strong=True)
    if step >= DAY:
        return Tick(value, day_label(value))
    return Tick(value, clock_label(value, step))


def _moment(value_ns: int) -> datetime | None:
    try:
        return _EPOCH + timedelta(microseconds=shown_zone().clock_ns(value_ns) // MICROSECOND)
    except OverflowError:
        return None


def day_label(value_ns: int) -> str:
    """Return "Jan 02"."""
    moment = _moment(value_ns)
    if moment is None:
        return "?"
    month = QLocale().monthName(moment.month, QLocale.FormatType.ShortFormat).removesuffix(".")
    return QCoreApplication.translate("Ticks", "{month} {day}").format(month=month, day=f"{moment.day:02d}")


def date_label(value_ns: int) -> str:
    """Return "2026-01-02"."""
    moment = _moment(value_ns)
    return moment.strftime("%Y-%m-%d") if moment else "?"


def clock_label(value_ns: int, step_ns: int) -> str:
    """Return the time of day, as fine as the step needs: "10:05", "10:05:10", "10:05:10.250"."""
    moment = _moment(value_ns)
    if moment is None:
        return "?"
    if step_ns % MINUTE == 0:
        return moment.strftime("%H:%M")
    text = moment.strftime("%H:%M:%S")
    if step_ns % SECOND == 0:
        return text
    digits = max(1, 9 - _trailing_zeros(step_ns))
    return f"{text}.{value_ns % SECOND:09d}"[: len(text) + 1 + digits]


def _trailing_zeros(number: int) -> int:
    text = str(number)
    return len(text) - len(text.rstrip("0"))


def span_label(first_ns: int, last_ns: int) -> str:
    """Return "2026-01-02 12:03:10 – 12:03:20", the second date only where it differs."""
    step = SECOND if first_ns % SECOND == 0 and last_ns % SECOND == 0 else MILLISECOND
    first_day, last_day = date_label(first_ns), date_label(last_ns)
    last = clock_label(last_ns, step)
    if last_day != first_day:
        last = f"{last_day} {last}"
    return f"{first_day} {clock_label(first_ns, step)} – {last}"


def number_step(span: float, most: int) -> float:
    """Return the smallest step of 1, 2 or 5 times a power of ten with at most ``most`` parts in the span."""
    wanted = span / max(most, 1)
    if not math.isfinite(wanted) or wanted <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(wanted))
    for factor in (1, 2, 5, 10):
        if factor * power >= wanted * (1 - 1e-9):
            return factor * power
    return 10 * power


def number_label(value: float, step: float) -> str:
    """Return a number as fine as its step: "0.80", "1,200", "150k", "3M"; zero has no thousands."""
    size = max(abs(value), abs(step)) if value else 0.0
    for limit, suffix in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e5, "k")):
        if size >= limit:
            unit = 1e3 if suffix == "k" else limit
            return local_number(f"{value / unit:,.{_decimals(step / unit)}f}{suffix}")
    if value and size < 1e-4:
        return f"{value:.1e}"
    return local_number(f"{value:,.{_decimals(step)}f}")


def _decimals(step: float) -> int:
    if step <= 0 or not math.isfinite(step):
        return 0
    return max(0, min(6, -math.floor(math.log10(step) + 1e-9)))


def number_ticks(first: float, last: float, most: int) -> list[Tick]:
    """Return ticks at round numbers in [first, last]."""
    if not (math.isfinite(first) and math.isfinite(last)) or last < first:
        return []
    step = number_step(last - first, most)
    start, stop = math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9)
    return [Tick(index * step, number_label(index * step, step)) for index in range(start, stop + 1)]


def record_ticks(first: float, last: float, most: int) -> list[Tick]:
    """Return ticks at whole record numbers."""
    step = max(1, round(number_step(last - first, most)))
    start = max(0, math.ceil(first / step))
    return [Tick(n * step, count_text(n * step)) for n in range(start, math.floor(last / step) + 1)]


def exact_number(value: float) -> str:
    """Return a value for a tool tip: up to six significant digits, thousands separators, no needless zeros."""
    if value and (abs(value) < 1e-4 or abs(value) >= 1e15):
        return f"{value:.5e}"
    if abs(value) >= 1e5:
        return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return f"{value:,.6g}" if abs(value) < 1e3 else f"{value:,.2f}".rstrip("0").rstrip(".")
