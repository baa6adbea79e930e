"""Watches one number of a log that grows: how many of the points that came leave what was usual before them."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import LIMITS
from aidebug_gui.analysis.series.model import Sensitivity
from aidebug_gui.store.filter.formatting import quote
from aidebug_gui.store.protocol import CancelToken, LogStore

LEARNED = 20_000  # records before the first ones that are watched, from which is learned what is usual


class AnomalyWatch:
    """Scores each point once, by the scorer that knows no future. Not thread-safe."""

    def __init__(self, field: str) -> None:
        self.field = field
        self._scorer = CausalScorer()
        self._limit = LIMITS["causal"][Sensitivity.NORMAL]
        self._until = -1

    def count(self, store: LogStore, first: int, until: int, cancel: CancelToken | None = None) -> int:
        """Return how many odd points the records first..until-1 have; 0 while too little is known.

        Raises FilterError for a field that the log does not have.
        """
        begin = self._until if self._until >= 0 else max(0, first - LEARNED)
        rows = store.select(f"has:{quote(self.field)}", first=begin, cancel=cancel)
        rows = rows[rows < until] if rows is not None else np.zeros(0, dtype=np.int64)
        self._until = until
        if not len(rows):
            return 0
        columns = store.arrays(rows, ["time", self.field])
        stamps = columns["time"]
        times = np.where(np.isnat(stamps), 0, stamps.astype(np.int64))  # the scorer puts them behind the one before
        scored = self._scorer.push(times, columns[self.field].astype(np.float64))
        return int(((scored.scores >= self._limit) & (rows >= first)).sum())
