"""From scores of points to events: episodes with begin, end, peak, reasons with their shares, and one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.calibration import LARGEST
from aidebug_gui.analysis.series.jumps import jumps, surprise
from aidebug_gui.analysis.series.model import CODE, REASONS, Reason, Scored, Sensitivity
from aidebug_gui.analysis.series.past import NOTHING_BEFORE, History, Past
from aidebug_gui.analysis.series.sentences import Around, sentence

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Mode = Literal["causal", "whole"]

LIMITS: Mapping[Mode, Mapping[Sensitivity, float]] = {
    "causal": {Sensitivity.HIGH: 4.75, Sensitivity.NORMAL: 6.25, Sensitivity.LOW: 7.5},
    "whole": {Sensitivity.HIGH: 4.75, Sensitivity.NORMAL: 6.0, Sensitivity.LOW: 8.0},
}
"""Least score of an event's peak."""

EXPECTED_FALSE_ALARMS: Mapping[Sensitivity, float] = {
    Sensitivity.HIGH: 6.0,
    Sensitivity.NORMAL: 2.0,
    Sensitivity.LOW: 0.5,
}
"""False alarms per 10,000 points on the worst kind of pure noise (``make bench-anomaly`` measures them)."""

MERGED = 60  # points: what is nearer belongs to one episode; so far back a level is looked at
SETTLED = 2 * MERGED
"""Points behind an episode after which nothing that comes can change it or what is said of it."""
_NAMED = 3
_ABOUT_EQUAL = 0.6  # of the largest part: the order of the reasons decides
_POINTLIKE = {Reason.SPIKE, Reason.JUMP, Reason.LOW, Reason.RECORD, Reason.NOVEL, Reason.EXTREME, Reason.SEASON}
_SHIFT_COUNTS = 0.25  # share of the largest part


@dataclass(frozen=True)
class Points:
    """A numeric series with its name, or the end of one. ``times``: int64 ns, ascending; ``values``: float64.

    ``past``: what is known of the points before; ``between``: gives the finite values from one time up to another, also
    those before. ``group``: the model, endpoint or other part of the log that the points are of; empty for all of it.
    """

    times: Times
    values: Floats
    name: str = "value"
    unit: str = ""
    past: Past = NOTHING_BEFORE
    between: Callable[[int, int], Floats] | None = None
    group: str = ""

    @cached_property
    def jumps(self) -> Floats:
        """How far each value is from those just before it."""
        return jumps(self.values)

    @cached_property
    def history(self) -> History:
        """What is known of the points before each."""
        return History(self.values, self.past)


@dataclass(frozen=True, slots=True)
class Event:
    """One episode. ``start``, ``end``, ``peak`` are positions in the series, ``end`` is its last point.

    ``reasons``: up to three with their shares (0..1), the first names the event. ``expected``: where nine of ten values
    lay before it. ``surprise``: -log10 of how likely the first reason's value was, or in a whole series its jump; 0 where not known.
    ``way_back``: whether a level is what it was before, and the value usual: something else is over.
    """

    start: int
    end: int
    peak: int
    score: float
    value: float
    reasons: tuple[tuple[Reason, float], ...]
    expected: tuple[float, float]
    surprise: float
    text: str
    way_back: bool = False

    @property
    def reason(self) -> Reason:
        return self.reasons[0][0]


def find_events(points: Points, scored: Scored, mode: Mode, limit: float | None = None) -> list[Event]:
    """Return the events of a scored series in the order of time. ``limit``: default that of normal sensitivity."""
    least = LIMITS[mode][Sensitivity.NORMAL] if limit is None else limit
    return [event_of(points, scored, group, mode) for group in episodes(scored, least)]


def episodes(scored: Scored, limit: float) -> list[NDArray[np.int64]]:
    """Return for each episode the indexes into ``scored.at`` of its points that score at least ``limit``.

    An episode is told once, at its first point; it is over when ``MERGED`` points have scored less.
    """
    chosen = np.flatnonzero(scored.scores[scored.at] >= limit)
    if not len(chosen):
        return []
    return np.split(chosen, np.flatnonzero(np.diff(scored.at[chosen]) > MERGED) + 1)


def event_of(points: Points, scored: Scored, group: NDArray[np.int64], mode: Mode) -> Event:
    """Return the event of an episode."""
    positions = scored.at[group]
    scores, parts = scored.scores[positions], scored.parts[group]
    peak = int(positions[scores.argmax()])
    around = Around(
        points.times,
        points.values,
        int(positions[0]),
        int(positions[-1]),
        peak,
        points.name,
        points.unit,
        points.past,
        points.between,
        points.history,
        points.group,
    )
    strongest = parts.max(axis=0)
    reasons = _ordered(strongest, around)
    first = reasons[0][0]
    if first in _POINTLIKE:  # the way back may have scored higher, being a jump too
        there = parts[:, CODE[first]] >= strongest[CODE[first]]
        peak = int(positions[np.where(there, scores, -1.0).argmax()])
        around = replace(around, peak=peak)
    if mode == "causal":
        rare = min(LARGEST, float(strongest[CODE[first]]))
    else:
        rare = surprise(points.jumps, around.start, around.end, peak) if first in _POINTLIKE else 0.0
    return Event(
        around.start,
        around.end,
        peak,
        float(scores.max()),
        around.value,
        reasons,
        around.expected,
        rare,
        sentence(first, around, rare),
        first is Reason.SHIFT and not around.moved() and around.is_usual(),
    )


def _ordered(strongest: NDArray[np.float32], around: Around) -> tuple[tuple[Reason, float], ...]:
    """Return the reasons by their parts; nearly equal ones by what says most."""
    largest, total = float(strongest.max()), float(strongest.sum())
    parts = {reason: float(part) for reason, part in zip(REASONS, strongest, strict=True) if part > 0}
    order = sorted(
        parts, key=lambda reason: (parts[reason] < _ABOUT_EQUAL * largest, -_rounded(parts[reason], largest))
    )
    moved = parts.get(Reason.SHIFT, 0.0) >= _SHIFT_COUNTS * largest and order[0] in _POINTLIKE
    if moved and around.level_stays():
        order.remove(Reason.SHIFT)
        order.insert(0, Reason.SHIFT)
    return tuple((reason, parts[reason] / total) for reason in order[:_NAMED])


def _rounded(part: float, largest: float) -> float:
    """Return 1 for all parts that are about equal to the largest, so that the sort keeps their order."""
    return 1.0 if part >= _ABOUT_EQUAL * largest else part / largest
