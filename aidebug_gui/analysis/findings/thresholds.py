"""Thresholds in the log: labels that contradict them, and those that no score can reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import number
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_LEAST = 20  # scores with a threshold


@dataclass(frozen=True, slots=True)
class _Limits:
    """Scores with a threshold: how many, the smallest threshold, the highest score, the records with the highest ones.

    ``above[1 + label]``: how many scores with this label are below their threshold, and how many are not; [0]: without one.
    """

    count: int
    lowest: float
    highest: Floats
    rows: Rows
    above: NDArray[np.int64]


def unused_threshold(evidence: Evidence) -> Iterator[Finding]:
    """Labels that contradict score and threshold, or a threshold that no score can reach."""
    if not evidence.has("threshold"):
        return
    found = _limits(evidence)
    if found.count < _LEAST:
        return
    if float(found.highest[0]) < found.lowest:
        yield evidence.finding(
            "threshold_out_of_reach",
            translatable(
                "The threshold is at least {limit}; the highest of {n} scores is {highest}.",
                limit=number(found.lowest),
                n=found.count,
                highest=number(found.highest[0]),
            ),
            rows=found.rows,
            count=found.count,
        )
    elif evidence.has("label"):
        yield from _contradictions(evidence, found)


def _limits(evidence: Evidence) -> _Limits:
    score, threshold = evidence.numbers("score"), evidence.numbers("threshold")
    labels = evidence.codes("label") if evidence.has("label") else None
    nothing = _Limits(0, np.inf, np.empty(0), np.empty(0, dtype=np.int64), np.zeros((1, 2), dtype=np.int64))

    def step(known: _Limits, at: slice) -> _Limits:
        rows = np.flatnonzero(np.isfinite(score[at]) & np.isfinite(threshold[at])) + at.start
        if not len(rows):
            return known
        both = np.concatenate((known.rows, rows[np.argsort(-score[rows], kind="stable")[:_LEAST]]))
        best = both[np.argsort(-score[both], kind="stable")[:_LEAST]]
        label = labels.code[rows] + 1 if labels is not None else np.zeros(len(rows), dtype=np.int32)
        flat = np.bincount(2 * label + (score[rows] >= threshold[rows]), minlength=known.above.size)
        above = np.append(flat, np.zeros(len(flat) % 2, dtype=np.int64)).reshape(-1, 2)
        above[: len(known.above)] += known.above
        lowest = min(known.lowest, float(threshold[rows].min()))
        return _Limits(known.count + len(rows), lowest, score[best], best, above)

    return evidence.fold("limits", nothing, step, labels.numbering if labels is not None else "")


def _contradictions(evidence: Evidence, found: _Limits) -> Iterator[Finding]:
    present = np.flatnonzero(found.above[1:].sum(axis=1))
    if len(present) != 2:
        return
    score, threshold, code = evidence.numbers("score"), evidence.numbers("threshold"), evidence.codes("label").code
    first = int(present[0])
    agree = int(found.above[first + 1, 1] + found.above[:, 0].sum() - found.above[first + 1, 0])
    usual = agree >= 0.5 * found.count
    odd_count = found.count - agree if usual else agree
    if not odd_count or odd_count > 0.2 * found.count:
        return

    def mask(at: slice) -> Bools:
        known = np.isfinite(score[at]) & np.isfinite(threshold[at])
        agrees: Bools = (code[at] == first) == (score[at] >= threshold[at])
        return known & (~agrees if usual else agrees)

    odd = evidence.selected("contradictions", mask, (first, usual))
    yield evidence.finding(
        "threshold_contradiction",
        translatable(
            "In {n} {n:record|records} of {all} the label is not what score and threshold say{when}.",
            n=len(odd),
            all=found.count,
            when=evidence.between(odd),
        ),
        rows=odd,
    )
