"""One sentence with numbers for each reason, from the points around an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.formatting import quote
from aidebug_gui.analysis.series.model import ERRORS, Reason
from aidebug_gui.analysis.series.numbers import duration, number, once_per, percent
from aidebug_gui.analysis.series.past import NOTHING_BEFORE, History, Past
from aidebug_gui.analysis.series.rates import LEAST_BEFORE, LONGEST, divergence
from aidebug_gui.analysis.series.residuals import BEFORE, RECENT
from aidebug_gui.analysis.series.season import DAY, DAYS
from aidebug_gui.translatable import Numeral, Text, translatable

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

_BEFORE = 120  # points that say what was usual just before
_AFTER = 30  # points that say whether a new level stays
_LOCAL = 9
_LEAST_MOVE = 0.15  # of the range of nine of ten values before: two levels that are nearer are one
_RATIO = 1.5  # from here on "times" says more than a difference
_RARE = 2.5  # -log10 of a probability that is worth a word
_SHARES = (1e-6, 1 - 1e-6)  # a share of nothing or all says nothing of the next
_CERTAIN = 6.0  # -log10 of the smallest probability that is told apart


@dataclass(frozen=True)
class Around:
    """An event and the points around it. ``start``, ``end`` (inclusive) and ``peak`` are positions among them.

    ``past``, ``between``, ``history``, ``group``: see ``Points``.
    """

    times: Times
    values: Floats
    start: int
    end: int
    peak: int
    name: str
    unit: str
    past: Past = NOTHING_BEFORE
    between: Callable[[int, int], Floats] | None = None
    history: History | None = None
    group: str = ""

    def past_of(self, position: int) -> Past:
        """What is known of the points before a position."""
        return (self.history or History(self.values, self.past)).at(position)

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
            moved = abs(self.level_after - self.usual)
            return moved > 0.4 * abs(self.value - self.usual)

    @property
    def level_after(self) -> float:
        """The median some points later."""
        return float(np.median(self.after[-_AFTER:]))

    @cached_property
    def recent(self) -> tuple[Floats, Floats]:
        """The finite values up to the peak, and those before them, whose averages tell a level that moves slowly."""
        first = max(0, self.peak - RECENT + 1)
        parts = self.values[first : self.peak + 1], self.values[max(0, first - BEFORE) : first]
        recent, earlier = (np.clip(part[~np.isnan(part)], -1e300, 1e300) for part in parts)
        return recent, earlier

    def moved(self) -> bool:
        """Whether the level afterwards, or where it does not stay the average, is clearly on the peak's side."""
        if self.level_stays():
            return self._differ(self.level_after, self.usual)
        recent, earlier = self.recent
        if not len(recent) or not len(earlier):
            return False
        now, before = float(recent.mean()), float(earlier.mean())
        return self._differ(now, before) and (now > before) == (self.value > before)

    def is_usual(self) -> bool:
        """Whether the value is one of nine of ten just before."""
        low, high = self.expected
        return low <= self.value <= high

    def _differ(self, now: float, before: float) -> bool:
        low, high = self.expected
        return not abs(now - before) < _LEAST_MOVE * (high - low)

    @property
    def what(self) -> str:
        """The field's name, or the word for errors, and of which group."""
        return title_of(self.name, self.group)

    def text(self, value: float) -> str:
        return number(value, self.unit)


def title_of(name: str, group: str = "") -> str:
    """Return the name of a field, which stays as it is, or the word for errors, and of which group."""
    what = translatable("errors") if name == ERRORS else name
    return translatable("{name} of {group}", name=what, group=quote(group, 60)) if group else what


def sentence(reason: Reason, around: Around, surprise: float = 0.0) -> Text:
    """Say why an event is odd. ``surprise``: -log10 of how likely the reason's value was, 0 where not known."""
    return _SENTENCES[reason](around, surprise)


def _how_rare(surprise: float) -> Text:
    if surprise < _RARE:
        return translatable("")
    if surprise >= _CERTAIN:
        return translatable("; such a jump was expected less than {often}", often=once_per(_CERTAIN))
    return translatable("; such a jump was expected {often}", often=once_per(surprise))


def _compared(around: Around, usual: float) -> Text:
    """Return "11 x the local median", or the difference where a ratio says little."""
    value = around.value
    if usual > 0 and value > 0 and not 1 / _RATIO < value / usual < _RATIO:
        return translatable("{ratio} × the local median", ratio=number(value / usual))
    return translatable("the local median is {usual}", usual=around.text(usual))


def _spike(around: Around, surprise: float) -> Text:
    return translatable(
        "{field} {value}, {compared}{rare}",
        field=around.what,
        value=around.text(around.value),
        compared=_compared(around, around.local),
        rare=_how_rare(surprise),
    )


def _shift(around: Around, _: float) -> Text:
    if not around.moved():
        return _record(around, 0.0)
    if around.level_stays():
        return translatable(
            "the level of {field} moved from {before} to {now} and stayed",
            field=around.what,
            before=around.text(around.usual),
            now=around.text(around.level_after),
        )
    recent, earlier = around.recent
    return translatable(
        "{field} is {mean} on average over {n} records; in the {m} before {before}",
        field=around.what,
        mean=around.text(float(recent.mean())),
        n=len(recent),
        m=len(earlier),
        before=around.text(float(earlier.mean())),
    )


def _spread(values: Floats) -> float:
    return float(np.std(np.clip(values, -1e150, 1e150))) if len(values) > 1 else 0.0


def _volatility(around: Around, _: float) -> Text:
    part = around.values[max(0, around.start - 20) : around.end + 1]
    now, usual = _spread(part[np.isfinite(part)]), _spread(around.before[:-20])
    if usual > 0:
        return translatable("{field} is {ratio} times as noisy as before", field=around.what, ratio=number(now / usual))
    return translatable("{field} is noisy, where it was steady before", field=around.what)


def _quiet(around: Around, _: float) -> Text:
    part = around.values[max(0, around.peak - 60) : around.peak + 1]
    part = part[np.isfinite(part)]
    if not len(part):
        return _missing(around, 0.0)
    return translatable(
        "{field} hardly varies: between {low} and {high}",
        field=around.what,
        low=around.text(part.min()),
        high=around.text(part.max()),
    )


def _record(around: Around, surprise: float) -> Text:
    earlier = around.past_of(around.peak)
    field, value, n = around.what, around.text(around.value), earlier.count
    if n and around.value > earlier.high:
        return translatable(
            "{field} {value}, the highest since the log began ({n} records)", field=field, value=value, n=n
        )
    if n and around.value < earlier.low:
        return translatable(
            "{field} {value}, the lowest since the log began ({n} records)", field=field, value=value, n=n
        )
    low, high = around.expected
    usual = _range(around, low, high)
    if around.value < low:
        return translatable(
            "{field} {value} is unusually low: just before {usual}", field=field, value=value, usual=usual
        )
    if around.value > high:
        return translatable(
            "{field} {value} is unusually high: just before {usual}", field=field, value=value, usual=usual
        )
    return translatable("{field} {value} is unusually odd: just before {usual}", field=field, value=value, usual=usual)


def _range(around: Around, low: float, high: float) -> Text:
    return translatable("{low} to {high}", low=around.text(low), high=around.text(high))


def _novel(around: Around, _: float) -> Text:
    return translatable(
        "{field} near {value} was never seen before", field=around.what, value=around.text(around.value)
    )


def _season(around: Around, surprise: float) -> Text:
    now = int(around.times[around.peak])
    parts = []
    for day in range(1, DAYS + 1):
        begin, end = now - day * DAY - DAY // 48, now - day * DAY + DAY // 48
        if around.past.points and around.between is not None:
            parts.append(around.between(begin, end))
        else:
            first, last = np.searchsorted(around.times, [begin, end])
            parts.append(around.values[first:last])
    same = np.concatenate(parts)
    same = same[np.isfinite(same)]
    if not len(same):
        return _spike(around, surprise)
    usual = _range(around, float(same.min()), float(same.max()))
    return translatable(
        "{field} {value}; usual at this time of day is {usual}",
        field=around.what,
        value=around.text(around.value),
        usual=usual,
    )


def _slow(around: Around, _: float) -> Text:
    return translatable(
        "{field} is for hours away from what is usual at this time of day, now {value}",
        field=around.what,
        value=around.text(around.value),
    )


def _extreme(around: Around, _: float) -> Text:
    finite = around.values[np.isfinite(around.values)]
    if not len(finite):
        return _missing(around, 0.0)
    low, high = np.quantile(np.clip(finite, -1e300, 1e300), [0.01, 0.99])
    return translatable(
        "{field} {value}; {share} of all values lie in {usual}",
        field=around.what,
        value=around.text(around.value),
        share=Numeral("98 %"),
        usual=_range(around, low, high),
    )


def _shape(around: Around, _: float) -> Text:
    return translatable("this stretch of {field} looks like no other in the log", field=around.what)


def _missing(around: Around, _: float) -> Text:
    count = int(np.count_nonzero(~np.isfinite(around.values[around.start : around.end + 1])))
    return translatable("{field} is not a number in {n} {n:record|records}", field=around.what, n=count)


def _flat(around: Around, _: float) -> Text:
    begins = around.past.run_begins(around.values)
    following = int(np.searchsorted(begins, around.peak, side="right"))
    first = int(begins[following - 1])
    last = int(begins[following]) if following < len(begins) else len(around.values)
    longest = int(np.diff(begins[:following]).max(initial=around.past.longest))
    value = around.text(around.value)
    return translatable(
        "{field} stuck at {value} for {n} {n:record|records}; longest earlier run {longest}",
        field=around.what,
        value=value,
        n=last - first,
        longest=longest,
    )


def _gap(around: Around, _: float) -> Text:
    what = translatable("record") if around.name == ERRORS and not around.group else around.what
    gaps = np.diff(around.times[max(0, around.start - _BEFORE) : around.end + 1])
    if not len(gaps):
        return translatable("no {what} for long", what=what)
    return translatable(
        "no {what} for {length}; usual is one every {usual}",
        what=what,
        length=duration(float(gaps.max())),
        usual=duration(float(np.median(gaps))),
    )


def _rate(around: Around, _: float) -> Text:
    first = max(0, around.start - min(LONGEST, (around.past.count + around.start) // (1 + LEAST_BEFORE)))
    earlier = around.past_of(first)
    usual = earlier.positive / earlier.count if earlier.count else 0.0
    before, within = (
        part[np.isfinite(part)] > 0
        for part in (around.values[first : around.start], around.values[around.start : around.end + 1])
    )
    flags = np.append(before[_most_unusual(before, within, usual) :], within)
    return translatable(
        "{field} in {n} of {m} records; before in {usual}",
        field=around.what,
        n=int(np.count_nonzero(flags)),
        m=len(flags),
        usual=percent(usual),
    )


def _most_unusual(before: NDArray[np.bool_], within: NDArray[np.bool_], usual: float) -> int:
    """Return from which flag before others on the share of those that are set says the most against the usual one."""
    lengths = np.arange(len(before), -1, -1) + len(within)
    counts = np.append(np.cumsum(before[::-1])[::-1], 0) + np.count_nonzero(within)
    return int(np.argmax(lengths * divergence(counts / np.maximum(lengths, 1), np.clip(usual, *_SHARES))))


_SENTENCES: dict[Reason, Callable[[Around, float], Text]] = {
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
