"""Symptoms of scores: not a number, on two scales, saturated, stuck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from aidebug_gui.analysis.columns import Codes, Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.runs import Runs
from aidebug_gui.analysis.findings.thresholds import unused_threshold
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

LEAST_RUN = 20
"""So many equal scores in a row may be a stuck model."""
_LONGER = 3  # times the next longest run
_LEAST_INPUTS = 5  # a model that gets the same few inputs rightly gives the same scores
_LEAST_SCORES = 50


def prediction_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what needs only the columns."""
    if evidence.has("score"):
        yield from not_a_number(evidence)
        yield from mixed_scale(evidence)
        yield from saturation(evidence)
        yield from stuck_score(evidence)
        yield from unused_threshold(evidence)


def not_a_number(evidence: Evidence) -> Iterator[Finding]:
    """Scores that are NaN or infinite."""
    rows = evidence.not_finite("score")
    if len(rows):
        yield evidence.finding(
            "nan_score",
            translatable(
                "The score is NaN or infinite in {n} {n:record|records}{when}.",
                n=len(rows),
                when=evidence.between(rows),
            ),
            rows=rows,
        )


@dataclass(frozen=True, slots=True)
class _Range:
    """Scores: how many there are, how many of them are between 0 and 1, and the smallest and largest of the others."""

    count: int = 0
    inside: int = 0
    low: float = np.inf
    high: float = -np.inf


def mixed_scale(evidence: Evidence) -> Iterator[Finding]:
    """Scores between 0 and 1, and a few on a scale to 100."""
    score = evidence.numbers("score")

    def step(known: _Range, at: slice) -> _Range:
        own = finite_ones(score[at])
        outside = own[(own < 0) | (own > 1)]
        low, high = float(outside.min(initial=known.low)), float(outside.max(initial=known.high))
        return _Range(known.count + len(own), known.inside + len(own) - len(outside), low, high)

    found = evidence.fold("range of scores", _Range(), step)
    if found.count < _LEAST_SCORES or found.inside == found.count or found.inside < 0.9 * found.count:
        return
    outside = evidence.selected(
        "scores out of range", lambda at: np.isfinite(score[at]) & ((score[at] < 0) | (score[at] > 1))
    )
    yield evidence.finding(
        "score_out_of_range",
        translatable(
            "{n} {n:score|scores} of {all} {n:is|are} outside 0 to 1, from {low} to {high}{when}.",
            n=len(outside),
            all=found.count,
            low=number(found.low),
            high=number(found.high),
            when=evidence.between(outside),
        ),
        rows=outside,
    )


def saturation(evidence: Evidence) -> Iterator[Finding]:
    """Many scores at exactly 0, 1 or 0.5 among others that vary."""
    score, count = evidence.numbers("score"), count_of_scores(evidence)
    if count < _LEAST_SCORES or len(np.unique(first_finite(score, 10 * _LEAST_SCORES))) < 10:
        return
    for value in (0.0, 0.5, 1.0):
        hit = _scores_at(evidence, value)
        share = len(hit) / count
        if len(hit) < LEAST_RUN or not 0.02 <= share <= 0.8:
            continue
        yield evidence.finding(
            "saturated_score",
            translatable(
                "{n} {n:score|scores} ({share}) {n:is|are} exactly {value}{when}; the others vary.",
                n=len(hit),
                share=percent(share),
                value=number(value),
                when=evidence.between(hit),
            ),
            rows=hit,
            subject=number(value),
        )


def _scores_at(evidence: Evidence, value: float) -> Selected:
    score = evidence.numbers("score")
    return evidence.selected(f"scores at {value}", lambda at: score[at] == value)


def count_of_scores(evidence: Evidence) -> int:
    score = evidence.numbers("score")
    return evidence.fold("scores", 0, lambda count, at: count + int(np.count_nonzero(np.isfinite(score[at]))))


def finite_ones(values: Floats) -> Floats:
    return values[np.isfinite(values)]


def first_finite(values: Floats, most: int) -> Floats:
    """Return the first finite values, so many at most."""
    found = np.empty(0)
    for first in range(0, len(values), CHUNK):
        found = np.append(found, finite_ones(values[first : first + CHUNK]))
        if len(found) >= most:
            break
    return found[:most]


def stuck_score(evidence: Evidence) -> Iterator[Finding]:
    """A run of equal scores, much longer than any other, while inputs differ; per model version, else per model."""
    score = evidence.numbers("score")
    column = next((name for name in ("model_version", "model") if _tells_apart(evidence, name)), "")
    codes = evidence.codes(column) if column else Codes(np.zeros(evidence.records, np.int32), pa.array([""]))
    nothing: tuple[Runs, ...] = ()

    def step(known: tuple[Runs, ...], at: slice) -> tuple[Runs, ...]:
        own, code = score[at], codes.code[at]
        finite = np.isfinite(own)
        before = (*known, *(Runs() for _ in range(len(codes) - len(known))))
        return tuple(runs.more(own, np.flatnonzero(finite & (code == n)), at.start) for n, runs in enumerate(before))

    found = evidence.fold("runs of scores", nothing, step, (column, codes.numbering))
    for number_of, runs in enumerate(found):
        yield from _longest_run(evidence, codes, number_of, runs)


def _tells_apart(evidence: Evidence, column: str) -> bool:
    return evidence.has(column) and 1 < len(evidence.codes(column)) <= 20


def _longest_run(evidence: Evidence, models: Codes, model: int, runs: Runs) -> Iterator[Finding]:
    longest, next_longest = runs.longest_two
    length = longest.length
    if (
        runs.count < 2 * LEAST_RUN
        or length < LEAST_RUN
        or length <= _LONGER * next_longest.length
        or length == runs.count
    ):
        return
    score = evidence.numbers("score")
    run = np.arange(longest.first, longest.last + 1)
    run = run[np.isfinite(score[run]) & (models.code[run] == model)]
    if not _inputs_differ(evidence, run):
        return
    value, name = number(longest.value), models.value(model)
    of_model = translatable(" of {model}", model=quote(name, 30)) if name else ""
    yield evidence.finding(
        "stuck_score",
        translatable(
            "The score{of_model} is {value} in {n} records in a row{when}; the next longest run is {next}.",
            of_model=of_model,
            value=value,
            n=length,
            when=evidence.between(run),
            next=next_longest.length,
        ),
        rows=run,
        subject=name,
    )


def _inputs_differ(evidence: Evidence, rows: Rows) -> bool:
    """Return whether records have different inputs; True where the log does not say."""
    layout = evidence.analytics.layout
    known = "input" in layout.json_paths or any(pattern.column == "input" for pattern in layout.message_patterns)
    if not known:
        return True
    hashes = evidence.texts.input_hash[rows]
    hashes = hashes[hashes != 0]
    return not len(hashes) or len(np.unique(hashes)) >= min(_LEAST_INPUTS, len(rows) // 4)
