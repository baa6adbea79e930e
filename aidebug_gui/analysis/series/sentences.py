"""One sentence with numbers for each reason, from the points around an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.model import ERRORS, Reason
from aidebug_gui.analysis.series.numbers import duration, number, once_per, percent
from aidebug_gui.analysis.series.residuals import BEFORE, RECENT
from aidebug_gui.analysis.series.season import DAY, DAYS

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

_BEFORE = 120  # points that say what was usual just before
_AFTER = 30  # points that say whether a new level stays
_LOCAL = 9
_RATIO = 1.5  # from here on "times" says more than a difference
_RARE = 2.5  # -log10 of a probability that is worth a word
_CERTAIN = 6.0  # -log10 of the smallest probability that is told apart


@dataclass(frozen=True)
class Around:
    """An event and the points around it. ``start``, ``end`` (inclusive) and ``peak`` are positions in the series."""

    times: Times
    values: Floats
    start: int
    end: int
    peak: int
    name: str
    unit: str

    @cached_property
    def value(self) -> float:
        return float(self.values[self.peak])

    @cached_property
    def before(self) -> Floats:
        """The finite values just before the event (at its begin: those behind it)."""
        part = self.values[max(0, self.start - _BEFORE) : self.start]
        part = part[np.isfinite(part)]
        if len(part) < _LOCAL:
            part = self.values[self.end + 1 : self.end + 1 + _BEFORE]
            part = part[np.isfinite(part)]
        return part

    @cached_property
    def after(self) -> Floats:
        part = self.values[self.start + 1 : self.start + 1 + 2 * _AFTER]
        return part[np.isfinite(part)]

    @cached_property
    def expected(self) -> tuple[float, float]:
        """Where nine of ten values lay just before."""
        if not len(self.before):
            return (np.nan, np.nan)
        low, high = np.quantile(np.clip(self.before, -1e300, 1e300), [0.05, 0.95])
        return float(low), float(high)

    @property
    def usual(self) -> float:
        """The median just before."""
        return float(np.median(self.before)) if len(self.before) else np.nan

    @property
    def local(self) -> float:
        """The median of the nine points before the peak."""
        part = self.values[max(0, self.peak - _LOCAL) : self.peak]
        part = part[np.isfinite(part)]
        return float(np.median(part)) if len(part) else self.usual

    def level_stays(self) -> bool:
        """Whether most of the way from the level before to the peak is still there some points later."""
        if len(self.after) < _AFTER or not len(self.before):
            return False
        with np.errstate(over="ignore"):
            moved = abs(float(np.median(self.after[-_AFTER:])) - self.usual)
            return moved > 0.4 * abs(self.value - self.usual)

    def text(self, value: float) -> str:
        return number(value, self.unit)


def sentence(reason: Reason, around: Around, surprise: float = 0.0) -> str:
    """Say why an event is odd. ``surprise``: -log10 of how likely the reason's value was, 0 where not known."""
    return _SENTENCES[reason](around, surprise)


def _how_rare(surprise: float) -> str:
    if surprise < _RARE:
        return ""
    if surprise >= _CERTAIN:
        return f"; such a jump was expected less than {once_per(_CERTAIN)}"
    return f"; such a jump was expected {once_per(surprise)}"


def _compared(around: Around, usual: float) -> str:
    """Return "11 x the local median", or the difference where a ratio says little."""
    value = around.value
    if usual > 0 and value > 0 and not 1 / _RATIO < value / usual < _RATIO:
        return f"{number(value / usual)} × the local median"
    return f"the local median is {around.text(usual)}"


def _spike(around: Around, surprise: float) -> str:
    return f"{around.name} {around.text(around.value)}, {_compared(around, around.local)}{_how_rare(surprise)}"


def _shift(around: Around, _: float) -> str:
    if around.level_stays():
        now = float(np.median(around.after[-_AFTER:]))
        return f"the level of {around.name} moved from {around.text(around.usual)} to {around.text(now)} and stayed"
    first = max(0, around.peak - RECENT + 1)
    recent = np.clip(around.values[first : around.peak + 1], -1e300, 1e300)
    earlier = np.clip(around.values[max(0, first - BEFORE) : first], -1e300, 1e300)
    if not np.isfinite(earlier).any() or not np.isfinite(recent).any():
        return _record(around, 0.0)
    mean, before = around.text(float(np.nanmean(recent))), around.text(float(np.nanmean(earlier)))
    return f"{around.name} is {mean} on average over {len(recent)} records; in the {len(earlier)} before {before}"


def _spread(values: Floats) -> float:
    return float(np.std(np.clip(values, -1e150, 1e150))) if len(values) > 1 else 0.0


def _volatility(around: Around, _: float) -> str:
    part = around.values[max(0, around.start - 20) : around.end + 1]
    now, usual = _spread(part[np.isfinite(part)]), _spread(around.before[:-20])
    times = f"{number(now / usual)} times as noisy as before" if usual > 0 else "noisy, where it was steady before"
    return f"{around.name} is {times}"


def _quiet(around: Around, _: float) -> str:
    part = around.values[max(0, around.peak - 60) : around.peak + 1]
    part = part[np.isfinite(part)]
    if not len(part):
        return _missing(around, 0.0)
    return f"{around.name} hardly varies: between {around.text(part.min())} and {around.text(part.max())}"


def _record(around: Around, surprise: float) -> str:
    earlier = around.values[: around.peak]
    earlier = earlier[np.isfinite(earlier)]
    count = f"({len(earlier):,} records)"
    if len(earlier) and around.value > earlier.max():
        return f"{around.name} {around.text(around.value)}, the highest since the log began {count}"
    if len(earlier) and around.value < earlier.min():
        return f"{around.name} {around.text(around.value)}, the lowest since the log began {count}"
    low, high = around.expected
    side = "low" if around.value < low else "high" if around.value > high else "odd"
    return f"{around.name} {around.text(around.value)} is unusually {side}: just before {_range(around, low, high)}"


def _range(around: Around, low: float, high: float) -> str:
    return f"{around.text(low)} to {around.text(high)}"


def _novel(around: Around, _: float) -> str:
    return f"{around.name} near {around.text(around.value)} was never seen before"


def _season(around: Around, surprise: float) -> str:
    now = int(around.times[around.peak])
    parts = []
    for day in range(1, DAYS + 1):
        first, last = np.searchsorted(around.times, [now - day * DAY - DAY // 48, now - day * DAY + DAY // 48])
        parts.append(around.values[first:last])
    same = np.concatenate(parts)
    same = same[np.isfinite(same)]
    if not len(same):
        return _spike(around, surprise)
    usual = _range(around, float(same.min()), float(same.max()))
    return f"{around.name} {around.text(around.value)}; usual at this time of day is {usual}"


def _slow(around: Around, _: float) -> str:
    return f"{around.name} is for hours away from what is usual at this time of day, now {around.text(around.value)}"


def _extreme(around: Around, _: float) -> str:
    finite = around.values[np.isfinite(around.values)]
    if not len(finite):
        return _missing(around, 0.0)
    low, high = np.quantile(np.clip(finite, -1e300, 1e300), [0.01, 0.99])
    return f"{around.name} {around.text(around.value)}; 98 % of all values lie in {_range(around, low, high)}"


def _shape(around: Around, _: float) -> str:
    return f"this stretch of {around.name} looks like no other in the log"


def _missing(around: Around, _: float) -> str:
    count = int(np.count_nonzero(~np.isfinite(around.values[around.start : around.end + 1])))
    return f"{around.name} is not a number in {count:,} record{'s' if count > 1 else ''}"


def _flat(around: Around, _: float) -> str:
    changes = np.flatnonzero(around.values[1:] != around.values[:-1]) + 1
    next_change = int(np.searchsorted(changes, around.peak, side="right"))
    first = int(changes[next_change - 1]) if next_change else 0
    last = int(changes[next_change]) if next_change < len(changes) else len(around.values)
    longest = int(np.diff(changes[:next_change], prepend=0).max(initial=0))
    value = around.text(float(around.values[first]))
    return f"{around.name} stuck at {value} for {last - first:,} records; longest earlier run {longest:,}"


def _gap(around: Around, _: float) -> str:
    what = "record" if around.name == ERRORS else around.name
    gaps = np.diff(around.times[max(0, around.start - _BEFORE) : around.end + 1])
    if not len(gaps):
        return f"no {what} for long"
    return f"no {what} for {duration(float(gaps.max()))}; usual is one every {duration(float(np.median(gaps)))}"


def _rate(around: Around, _: float) -> str:
    part = around.values[max(0, around.start - 5) : around.end + 1]
    part = part[np.isfinite(part)]
    earlier = around.values[: max(0, around.start - 5)]
    earlier = earlier[np.isfinite(earlier)]
    usual = float(np.mean(earlier > 0)) if len(earlier) else 0.0
    return f"{around.name} in {np.count_nonzero(part > 0):,} of {len(part):,} records; before in {percent(usual)}"


_SENTENCES: dict[Reason, Callable[[Around, float], str]] = {
    Reason.THRESHOLD: _record,
    Reason.NAN: _missing,
    Reason.FLAT: _flat,
    Reason.GAP: _gap,
    Reason.BURST: _rate,
    Reason.LULL: _rate,
    Reason.SPIKE: _spike,
    Reason.SHIFT: _shift,
    Reason.JUMP: _spike,
    Reason.VOLATILITY: _volatility,
    Reason.QUIET: _quiet,
    Reason.LOW: _record,
    Reason.RECORD: _record,
    Reason.NOVEL: _novel,
    Reason.SEASON: _season,
    Reason.SLOW: _slow,
    Reason.EXTREME: _extreme,
    Reason.SHAPE: _shape,
}
