"""Scores above the usual threshold several times in a row, where that is rare: fewer than a window of shares tells.

A run of k comes by chance in n scores about n p^k times, where p is the share of all other scores above the threshold.
Scores that belong together (of one session, of one image) come in runs anyway: it must be longer than any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from aidebug_gui.analysis.columns import Bools
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import number, percent
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

USUAL_THRESHOLD = 0.8
SURPRISING = 30.0
"""Nats: what surprises as much comes by chance less than once per 10^12."""

_LEAST_RUN = 5
_LONGER = 2  # times the next longest
_LEAST_SCORES = 200


@dataclass(frozen=True, slots=True)
class LongRun:
    """``length`` values in a row beyond a limit, from record ``first`` to record ``last``."""

    length: int = 0
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class LongRuns:
    """Values, those beyond a limit, in how many runs, the run that goes on at the end, and the longest two that are over."""

    count: int = 0
    above: int = 0
    runs: int = 0
    open: LongRun = LongRun()
    over: tuple[LongRun, ...] = ()

    def more(self, rows: Rows, above: Bools) -> LongRuns:
        """Return this with further values: their records, and whether they are beyond the limit."""
        if not len(rows):
            return self
        edges = np.diff(np.concatenate(([0], above.astype(np.int8), [0])))
        begins, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
        places = np.argsort(begins - ends, kind="stable")[:2].tolist()
        chosen = sorted({*places, *([0, len(begins) - 1] if len(begins) else [])})
        found = [LongRun(int(ends[n] - begins[n]), int(rows[begins[n]]), int(rows[ends[n] - 1])) for n in chosen]
        runs = self.runs + len(begins) - bool(self.open.length and above[0])
        if self.open.length and above[0]:
            found[0] = LongRun(self.open.length + found[0].length, self.open.first, found[0].last)
        elif self.open.length:
            found.insert(0, self.open)
        last = found.pop() if above[-1] else LongRun()
        return LongRuns(
            self.count + len(rows), self.above + int(above.sum()), runs, last, _longest((*self.over, *found))
        )

    @property
    def longest_two(self) -> tuple[LongRun, LongRun]:
        """The longest runs, of equally long ones the first; without any score in it where there is none."""
        first, second, *_ = *_longest((*self.over, self.open)), LongRun(), LongRun()
        return first, second


def _longest(runs: tuple[LongRun, ...]) -> tuple[LongRun, ...]:
    return tuple(sorted(runs, key=lambda run: (-run.length, run.first))[:2])


def scores_in_a_row(evidence: Evidence, told: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """Yield the longest run of scores above the usual threshold, if it does not come by chance.

    ``told``: first and last records of what was told of such scores; a run that lies there is left out.
    """
    score = evidence.numbers("score")

    def step(known: LongRuns, at: slice) -> LongRuns:
        rows = np.flatnonzero(np.isfinite(score[at]))
        return known.more(rows + at.start, score[at][rows] > USUAL_THRESHOLD)

    runs = evidence.fold("scores in a row", LongRuns(), step)
    run, following = runs.longest_two
    others = runs.count - run.length
    if run.length < max(_LEAST_RUN, _LONGER * following.length + 1) or others < _LEAST_SCORES:
        return
    share = (runs.above - run.length + 0.5) / (others + 1)
    if run.length * -log(share) - log(runs.count) < SURPRISING:
        return
    if any(first <= run.last and run.first <= last for first, last in told):
        return
    rows = np.arange(run.first, run.last + 1)
    rows = rows[np.isfinite(score[rows])]
    limit = number(USUAL_THRESHOLD)
    yield evidence.finding(
        "score_share",
        translatable(
            "{n} scores in a row{when} are above {limit}; of the {all} others {share} are, and at most {most} in a row.",
            n=len(rows),
            when=evidence.between(rows),
            limit=limit,
            all=others,
            share=percent((runs.above - run.length) / others),
            most=following.length,
            change=translatable("Far more often than before"),
            what=translatable("a score above {limit}", limit=limit),
        ),
        rows=rows,
        subject="score in a row",
    )
