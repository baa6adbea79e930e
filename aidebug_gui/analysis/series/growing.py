"""Scores of series that grow: each new point is scored once, by the scorer that knows no future."""

from __future__ import annotations

from dataclasses import dataclass, field

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.log_series import LogSeries
from aidebug_gui.analysis.series.model import Scored


@dataclass(slots=True)
class _Grown:
    scorer: CausalScorer
    scored: Scored
    last: tuple[int, int, float] = (-1, 0, 0.0)  # record, time and value of the last point that is scored


@dataclass(slots=True)
class GrowingScores:
    """The scores so far, by field. Not thread-safe: one search at a time uses it."""

    _fields: dict[str, _Grown] = field(default_factory=dict)

    def scored(self, series: LogSeries) -> Scored:
        """Return the scores of a series, of which only what came since the last call is looked at.

        A series that does not go on where the last one ended (the log was replaced) is scored anew.
        """
        points = series.points
        known = self._fields.get(points.name)
        count = len(known.scored.scores) if known is not None else 0
        if known is None or (count and (count > len(points.values) or _point(series, count - 1) != known.last)):
            known = self._fields[points.name] = _Grown(CausalScorer(series.scale), Scored.nothing(0))
            count = 0
        if count < len(points.values):
            more = known.scorer.push(points.times[count:], points.values[count:])
            known.scored = Scored.joined([known.scored, more])
            known.last = _point(series, len(points.values) - 1)
        return known.scored


def _point(series: LogSeries, at: int) -> tuple[int, int, float]:
    value = float(series.points.values[at])
    return int(series.records[at]), int(series.points.times[at]), value if value == value else 0.0
