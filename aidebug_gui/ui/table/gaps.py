"""The time between a row and the one above it in the table as it is shown. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from aidebug_gui.ui.values import local_number

LONG = 10.0
"""A gap is long from so many times the usual one on, and tiny up to the same part of it."""
LEAST_LONG_NS = 10_000_000  # nobody waits for less, however fast the rows come
_MICROSECOND, _MILLISECOND, _SECOND, _MINUTE = 1_000, 1_000_000, 1_000_000_000, 60_000_000_000
_MINUTES_A_DAY = 24 * 60


def gap_between(above: int | None, time_ns: int | None) -> int | None:
    """Return the time (ns) from one row to the next, None where one of them has no time."""
    return None if above is None or time_ns is None else time_ns - above


def gap_text(gap_ns: int | None) -> str:
    """Return a gap in the units that a reader thinks in: ``+0.4 ms``, ``+1.2 s``, ``+3 min 05 s``; empty for None."""
    if gap_ns is None:
        return ""
    if not gap_ns:
        return "0"
    return f"{'+' if gap_ns > 0 else '−'}{_length_text(abs(gap_ns))}"


def _length_text(length_ns: int) -> str:
    if length_ns < _MICROSECOND:
        return f"{length_ns} ns"
    if length_ns < 999_500:
        return _in_unit(length_ns, _MICROSECOND, "µs") if length_ns < _MILLISECOND // 10 else _tenths(length_ns)
    if length_ns < 999_500_000:
        return _in_unit(length_ns, _MILLISECOND, "ms")
    if length_ns < 59_950_000_000:
        return local_number(f"{length_ns / _SECOND:.1f}") + " s"
    seconds = round(length_ns / _SECOND)
    if seconds < 60 * 60:
        return f"{seconds // 60} min {seconds % 60:02d} s"
    minutes = round(length_ns / _MINUTE)
    if minutes < _MINUTES_A_DAY:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{minutes // _MINUTES_A_DAY} d {minutes % _MINUTES_A_DAY // 60:02d} h"


def _tenths(length_ns: int) -> str:
    return local_number(f"{length_ns / _MILLISECOND:.1f}") + " ms"


def _in_unit(length_ns: int, unit_ns: int, unit: str) -> str:
    """Return a length with one decimal below ten of its unit, else as a whole number."""
    count = length_ns / unit_ns
    return f"{local_number(f'{count:.1f}') if count < 9.95 else f'{count:.0f}'} {unit}"


class UsualGap:
    """What is usual among the rows in view, to tell which of them stand out."""

    def __init__(self, gaps_ns: Iterable[int | None]) -> None:
        lengths = [abs(gap) for gap in gaps_ns if gap]
        self._usual_ns = median(lengths) if lengths else 0.0

    def is_long(self, gap_ns: int) -> bool:
        return abs(gap_ns) >= max(LEAST_LONG_NS, LONG * self._usual_ns) and self._usual_ns > 0

    def is_tiny(self, gap_ns: int) -> bool:
        return abs(gap_ns) * LONG <= self._usual_ns
