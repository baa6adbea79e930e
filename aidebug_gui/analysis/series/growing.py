"""The end of a series that grows: each new point is scored once, by the scorer that knows no future."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.log_series import LogSeries
from aidebug_gui.analysis.series.model import Scored
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.analysis.series.thinning import thinned

WARM_TAIL = 50_000
"""Points before the first new one that the scorer sees all; of those before it sees some."""
LOOKBACK = 512
"""Points before an event that are looked at to say what it is; of those before them only the past is known."""
_WARM_HEAD = 50_000


@dataclass(slots=True)
class GrowingEnd:
    """The last points of a series with their scores. ``first``: position of the first of them in the series."""

    series: LogSeries
    scorer: CausalScorer
    scored: Scored = field(default_factory=lambda: Scored.nothing(0))
    first: int = 0

    @classmethod
    def of(cls, before: LogSeries) -> GrowingEnd:
        """Begin behind points that are no news: the scorer is made familiar with them, they have no score."""
        end = cls(before, _familiar(before))
        end._cut(max(0, len(before.records) - LOOKBACK))
        end.scored = Scored.nothing(len(end.series.records))
        return end

    @property
    def count(self) -> int:
        """How many points the series has."""
        return self.first + len(self.series.records)

    @property
    def last(self) -> tuple[int, int, float]:
        """Record, time and value of the last point; record -1 where there is none."""
        points, records = self.series.points, self.series.records
        if not len(records):
            return -1, int(np.iinfo(np.int64).min), 0.0
        return int(records[-1]), int(points.times[-1]), float(points.values[-1])

    def add(self, new: LogSeries) -> None:
        """Score the points that came."""
        known, more = self.series.points, new.points
        self.scored = Scored.joined([self.scored, self.scorer.push(more.times, more.values)])
        times, values = np.append(known.times, more.times), np.append(known.values, more.values)
        points = replace(known, times=times, values=values, between=more.between)
        self.series = LogSeries(points, np.append(self.series.records, new.records), self.series.scale)

    def forget(self, position: int) -> None:
        """Forget the points before a position (of these here), but for ``LOOKBACK`` that have no score any more."""
        gone = max(0, position - LOOKBACK)
        self.scored = self.scored.without_first(position).after(gone)
        self._cut(gone)

    def _cut(self, gone: int) -> None:
        points = self.series.points
        past = points.past.more(points.values[:gone])
        times, values = points.times[gone:].copy(), points.values[gone:].copy()
        points = replace(points, times=times, values=values, past=past, between=None)
        self.series = LogSeries(points, self.series.records[gone:].copy(), self.series.scale)
        self.first += gone


def _familiar(before: LogSeries) -> CausalScorer:
    """Return a scorer that has seen points: of many, some that stand for all, and the last.

    Of 0/1 flags only the last: those that stand for others are set far more often.
    """
    scorer, points = CausalScorer(before.scale), before.points
    count = len(points.values)
    head = max(0, count - WARM_TAIL)
    seen = np.arange(head, count, dtype=np.int64)
    if before.scale is not ScaleKind.FLAG:
        seen = np.concatenate((thinned(points.values[:head], _WARM_HEAD), seen))
    if count:
        scorer.push(points.times[seen], points.values[seen])
    return scorer
