"""Oddities that need no statistics: not a number, stuck at one value, nothing for long."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Mask = NDArray[np.bool_]

_USUAL_NAN = 0.05  # where so many values are missing, one more is no news
_SHORTEST_RUN = 20
_RUN_FACTOR = 3  # times the longest run before
_FORGIVEN_RUNS, _FORGIVEN = 2, 4  # so many reported runs count as a fourth of their length
_GAPS_KEPT = 4096
_GAP_MEDIANS, _GAP_TAILS, _GAP_RECORD = 10, 3, 1.5


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules must know of the past. A step gives the next state and leaves this one alone."""

    points: int = 0
    missing: int = 0
    last: float = np.nan
    run: int = 0  # length of the run of equal values that the past ends with
    usual: int = 0  # longest run that has ended; the first ones that were reported count only in part
    reported: int = 0  # of those that count only in part
    time: int | None = None
    gaps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    widest: int = 0

    def step(self, times: Times, values: Floats) -> tuple[Mask, Mask, Mask, Rules]:
        """Return where values are (unusually) not finite, stuck, or late, and the next state."""
        missing = ~np.isfinite(values)
        count = self.missing + np.cumsum(missing)
        total = self.points + np.arange(1, len(values) + 1)
        odd = missing & (count - missing <= _USUAL_NAN * total)
        stuck, runs = self._stuck(values)
        late, gaps, widest = self._late(times)
        state = replace(
            self,
            points=int(total[-1]),
            missing=int(count[-1]),
            last=float(values[-1]),
            **runs,
            time=int(times[-1]),
            gaps=gaps,
            widest=widest,
        )
        return odd, stuck, late, state

    def _stuck(self, values: Floats) -> tuple[Mask, dict[str, int]]:
        """Return where a run is too long, and what is to be remembered of the runs."""
        changed = values != np.append(self.last, values[:-1])  # NaN differs from all
        position = np.arange(len(values))
        begun = np.maximum.accumulate(np.where(changed, position, -1))
        runs = np.where(begun >= 0, position - begun + 1, self.run + position + 1)
        ended = np.where(changed, np.append(self.run, runs[:-1]), 0)
        usual, reported = self._usual_runs(ended)
        stuck = (runs >= _SHORTEST_RUN) & (runs > _RUN_FACTOR * usual) & (usual > 0) & np.isfinite(values)
        return stuck, {"run": int(runs[-1]), "usual": int(usual[-1]), "reported": reported}

    def _usual_runs(self, ended: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
        """Return the longest usual run known at each point, and how many were reported. ``ended``: lengths, 0 if none.

        What was reported once or twice does not become usual at once: another run like it is reported, too.
        """
        counted, usual, reported, first = ended.copy(), self.usual, self.reported, 0
        for at in np.flatnonzero(ended >= _SHORTEST_RUN).tolist():
            usual = int(counted[first:at].max(initial=usual))
            if 0 < usual < ended[at] / _RUN_FACTOR and reported < _FORGIVEN_RUNS:
                counted[at] //= _FORGIVEN
                reported += 1
            first = at
        return np.maximum.accumulate(np.append(self.usual, counted))[1:], reported

    def _late(self, times: Times) -> tuple[Mask, NDArray[np.int64], int]:
        gaps = np.diff(times, prepend=times[0] if self.time is None else self.time)
        widest = np.maximum.accumulate(np.append(self.widest, gaps))
        late = np.zeros(len(times), dtype=np.bool_)
        if len(self.gaps):
            position = int(0.999 * (len(self.gaps) - 1))
            ordered = np.partition(self.gaps, (len(self.gaps) // 2, position))
            limit = max(_GAP_MEDIANS * ordered[len(self.gaps) // 2], _GAP_TAILS * ordered[position])
            late = (gaps > limit) & (gaps > _GAP_RECORD * widest[:-1])
        return late, np.append(self.gaps, gaps)[-_GAPS_KEPT:], int(widest[-1])
