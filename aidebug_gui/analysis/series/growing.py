"""Scores of series that grow: each new point is scored once, by the scorer that knows no future."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.log_series import LogSeries
from aidebug_gui.analysis.series.model import NO_REASON, Scored
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.analysis.series.thinning import thinned

WARM_TAIL = 50_000
"""Points before the first new one that the scorer sees all; of those before it sees some."""
_WARM_HEAD = 50_000


@dataclass(slots=True)
class _Grown:
    scorer: CausalScorer
    first: int  # position of the first point that is scored
    scored: Scored  # of the points from there on
    last: tuple[int, int, float] = (-1, 0, 0.0)  # record, time and value of the last point that is scored


@dataclass(slots=True)
class GrowingScores:
    """The scores so far, by field. Not thread-safe: one search at a time uses it."""

    _fields: dict[str, _Grown] = field(default_factory=dict)

    def scored(self, series: LogSeries, first: int = 0) -> Scored:
        """Return the scores of a series from position ``first`` on, of which only what came since the last call is scored.

        Points before have no score; the scorer is made familiar with them. A series that does not go on where the last
        one ended (the log was replaced) is scored anew.
        """
        points = series.points
        known = self._fields.get(points.name)
        if known is None or known.first != first or not _goes_on(series, known):
            known = self._fields[points.name] = _Grown(_familiar(series, first), first, Scored.nothing(0))
        count = first + len(known.scored.scores)
        if count < len(points.values):
            more = known.scorer.push(points.times[count:], points.values[count:])
            known.scored = Scored.joined([known.scored, more])
            known.last = _point(series, len(points.values) - 1)
        return _behind(known.scored, first)


def _goes_on(series: LogSeries, known: _Grown) -> bool:
    count = known.first + len(known.scored.scores)
    return count == known.first or (count <= len(series.records) and _point(series, count - 1) == known.last)


def _familiar(series: LogSeries, first: int) -> CausalScorer:
    """Return a scorer that has seen the points before ``first``: of long ones, some that stand for all, and the last.

    Of 0/1 flags only the last: those that stand for others are set far more often.
    """
    scorer, points = CausalScorer(series.scale), series.points
    if not first:
        return scorer
    head = max(0, first - WARM_TAIL)
    seen = np.arange(head, first, dtype=np.int64)
    if series.scale is not ScaleKind.FLAG:
        seen = np.concatenate((thinned(points.values[:head], _WARM_HEAD), seen))
    scorer.push(points.times[seen], points.values[seen])
    return scorer


def _behind(scored: Scored, first: int) -> Scored:
    """Return scores as those of a series in which ``first`` points lie before."""
    if not first:
        return scored
    scores: NDArray[np.float64] = np.zeros(first + len(scored.scores))
    reasons = np.full(len(scores), NO_REASON, dtype=np.uint8)
    scores[first:], reasons[first:] = scored.scores, scored.reasons
    return Scored(scores, reasons, scored.at + first, scored.parts)


def _point(series: LogSeries, at: int) -> tuple[int, int, float]:
    value = float(series.points.values[at])
    return int(series.records[at]), int(series.points.times[at]), value if value == value else 0.0
