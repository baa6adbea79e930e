"""Some of the largest or smallest values of a number in a row: a stretch of records that is unlike all others.

Each of them occurs now and then, so that none is odd by itself, and they are too few to move a level or a share. How
likely one of them follows another is taken from all other such values: where they hang together (sessions, a queue, a
training) runs say nothing. Of 17 kinds of noise (1,000 to 15,000 values, autocorrelation up to .99, sessions, walks,
trends, trainings) none tells one, but for 3 of 100 series whose volatility changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import log

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.field_series import is_watched
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.neighbours import hang_together, rounded
from aidebug_gui.analysis.findings.score_runs import LongRuns
from aidebug_gui.analysis.formatting import number, percent
from aidebug_gui.analysis.own_fields import own_numbers
from aidebug_gui.translatable import translatable

_SHARES = (0.05, 0.01)  # of all values: the largest, and the smallest
_LEAST_RUN = 6
_LONGER = 2  # times the next longest
_MOST_OF_ALL = 0.1  # what lasts longer is a level of its own
_LEAST_VALUES = 500
_SURPRISING = 20.0
"""Nats by which so many in a row surprise if values do not hang together."""
_BY_CHANCE = 0.00001  # of such runs expected, as other runs go on


def extremes_in_a_row(evidence: Evidence) -> Iterator[Finding]:
    """Yield the most surprising run of extreme values of the score, and of each number of the log's own."""
    if evidence.has("score"):
        yield from _of_values(evidence, "score", evidence.numbers("score"))
    for field in own_numbers(evidence.fields(), evidence.records):
        evidence.check()
        if is_watched(evidence, field):
            yield from _of_values(evidence, field, evidence.numbers(field))


def _of_values(evidence: Evidence, field: str, values: Floats) -> Iterator[Finding]:
    ranks = evidence.value_ranks(field)
    if len(ranks) < _LEAST_VALUES or hang_together(evidence, field):
        return
    limits = tuple(
        (rounded(ranks.below(1 - share if above else share)), above) for share in _SHARES for above in (True, False)
    )

    def step(known: tuple[LongRuns, ...], at: slice) -> tuple[LongRuns, ...]:
        rows = np.flatnonzero(np.isfinite(values[at]))
        own = values[at][rows]
        return tuple(
            runs.more(rows + at.start, own > limit if above else own < limit)
            for runs, (limit, above) in zip(known, limits, strict=True)
        )

    found = evidence.fold(f"extremes of {field} in a row", (LongRuns(),) * len(limits), step, limits)
    findings = (
        _longest(evidence, field, values, runs, limit, above=above)
        for runs, (limit, above) in zip(found, limits, strict=True)
    )
    yield from islice((finding for finding in findings if finding is not None), 1)


def _longest(
    evidence: Evidence, field: str, values: Floats, runs: LongRuns, limit: float, *, above: bool
) -> Finding | None:
    """Return the finding for the longest run beyond a limit, None where chance or the others explain it."""
    run, following = runs.longest_two
    others, beyond = runs.count - run.length, runs.above - run.length
    if run.length < max(_LEAST_RUN, _LONGER * following.length + 1) or run.length > _MOST_OF_ALL * runs.count:
        return None
    share = (beyond + 0.5) / (others + 1)
    goes_on = (beyond - (runs.runs - 1) + 0.5) / (beyond + 1)
    if run.length * -log(share) - log(runs.count) < _SURPRISING:
        return None
    if log(runs.runs) + (run.length - 1) * log(goes_on) > log(_BY_CHANCE):
        return None
    rows = np.arange(run.first, run.last + 1)
    rows = rows[np.isfinite(values[rows])]
    return evidence.finding(
        "extremes_in_a_row",
        translatable(
            "{field} is {side} {limit} in {n} records in a row{when}, {median} in the middle; of the {all} others {share} are, "
            "and at most {most} in a row.",
            field=field,
            side=translatable("above") if above else translatable("below"),
            limit=number(limit),
            n=len(rows),
            when=evidence.between(rows),
            median=number(float(np.median(values[rows]))),
            all=others,
            share=percent(beyond / others),
            most=following.length,
        ),
        rows=rows,
        subject=field,
    )
