"""A stretch in which the level of a number is further off than in any other stretch as long, and then as before.

A score that slowly sinks and comes back at once with a restart, a confidence that is lower for ten minutes: too short for
windows of a distribution (``drifts``), too little for the share of a level that else counts (``moved_numbers``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.field_series import is_watched
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.levels import level_bounds, sharpness, windows_of_number
from aidebug_gui.analysis.findings.neighbours import hang_together
from aidebug_gui.analysis.formatting import number
from aidebug_gui.analysis.own_fields import own_numbers
from aidebug_gui.translatable import translatable

_LEAST_SPREADS = 0.6  # standard deviations of the values that a level is off
_LEAST_TIMES = 2.0  # as far as any other stretch as long
_LEAST_SHARPNESS = 4.0  # of where it begins or ends: what wanders is as sharp at many places
_LEAST_OTHERS = 3  # stretches as long beside it
_LEAST_OFF = 0.1  # standard deviations that others may always be off
_SIGMA = 1.349  # of a normal distribution lie between its quartiles


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Windows from ``first`` to before ``stop``; how far their level is off, and at most that of others as long.

    The level is off by what both the mean and the median of the windows are off: a few windows make no level.
    """

    first: int
    stop: int
    off: float
    others: float

    @property
    def times(self) -> float:
        return self.off / max(self.others, _LEAST_OFF)


def levels_for_a_while(evidence: Evidence) -> Iterator[Finding]:
    """Yield the stretch that is most unlike the others, of the score and of each number of the log's own."""
    own = own_numbers(evidence.fields(), evidence.records)
    for field in (["score"] if evidence.has("score") else []) + own:
        evidence.check()
        if is_watched(evidence, field):
            yield from _of_field(evidence, field)


def _of_field(evidence: Evidence, field: str) -> Iterator[Finding]:
    windows = windows_of_number(evidence, field)
    if windows is None:
        return
    low, high = (evidence.value_ranks(field).below(share) for share in (0.25, 0.75))
    if high <= low or hang_together(evidence, field):
        return
    spread = (high - low) / _SIGMA
    stretch = _most_unlike(windows.medians / spread)
    if stretch is None:
        return
    begin, end = windows.extent(stretch.first, stretch.stop, evidence.records)
    values = evidence.numbers(field)
    rows = evidence.within(evidence.selected(f"values of {field}", lambda at: np.isfinite(values[at])), begin, end)
    inside = float(np.median(windows.medians[stretch.first : stretch.stop]))
    others = np.delete(windows.medians, slice(stretch.first, stretch.stop))
    yield evidence.finding(
        "level_for_a_while",
        translatable(
            "The median of {field} was {now} in {n} records{when}, and {usual} otherwise. No other stretch as long was off by "
            "more than {most}.",
            field=field,
            now=number(inside),
            n=len(rows),
            when=evidence.between(rows),
            usual=number(float(np.median(others))),
            most=number(stretch.others * spread),
        ),
        rows=rows,
        subject=field,
    )


def _most_unlike(medians: Floats) -> _Stretch | None:
    """Return the stretch that is furthest off in comparison with others as long; ``medians``: in units of the spread.

    One that begins with the log is a start, one without enough others beside it may be what is usual.
    """
    bounds = [*level_bounds(medians), len(medians)]
    found = [_stretch(medians, first, stop) for first, stop in combinations(bounds, 2)]
    told = [one for one in found if one is not None and one.times >= _LEAST_TIMES and one.off >= _LEAST_SPREADS]
    return max(told, key=lambda one: one.times, default=None)


def _stretch(medians: Floats, first: int, stop: int) -> _Stretch | None:
    length = stop - first
    before, behind = medians[:first], medians[stop:]
    if len(before) // length + len(behind) // length < _LEAST_OTHERS:
        return None
    if max(abs(sharpness(medians, place, length)) for place in (first, stop)) < _LEAST_SHARPNESS:
        return None
    usual = float(np.median(np.concatenate((before, behind))))
    others = np.concatenate([_means(part - usual, length) for part in (before, behind)])
    inside = medians[first:stop] - usual
    off = min(abs(float(inside.mean())), abs(float(np.median(inside))))
    return _Stretch(first, stop, off, float(np.abs(others).max()))


def _means(values: Floats, length: int) -> Floats:
    """Return the means of all stretches of a length."""
    sums = np.append(0.0, np.cumsum(values))
    return (sums[length:] - sums[:-length]) / length if len(values) >= length else np.empty(0)
