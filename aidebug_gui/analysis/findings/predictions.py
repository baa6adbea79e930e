"""Symptoms of scores, labels, inputs and outputs: what a model answers, not what the log says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.evidence import Bools, Evidence, Floats
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.analysis.texts import EMPTY, FILLED
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_BAD_STATUS = re.compile(r"[45]\d\d|.*(?:err|fail|timeout|cancel)", re.IGNORECASE)
_TRAINING = re.compile(r"(?:^|[._])(?:loss|grad_norm|perplexity|reward)$", re.IGNORECASE)
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


def content_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what needs the pass over inputs and outputs."""
    yield from training_not_a_number(evidence)
    yield from empty_outputs(evidence)
    yield from empty_inputs(evidence)
    yield from constant_prediction(evidence)


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


def training_not_a_number(evidence: Evidence) -> Iterator[Finding]:
    """Losses and gradients that are NaN or infinite."""
    for field in evidence.analytics.layout.fields:
        if not field.numeric or not _TRAINING.search(field.name):
            continue
        rows = evidence.not_finite_field(field.name)
        if len(rows):
            yield evidence.finding(
                "nan_value",
                translatable(
                    "{field} is NaN or infinite in {n} {n:record|records}{when}, first in record {first}.",
                    field=field.name,
                    n=len(rows),
                    when=evidence.between(rows),
                    first=int(rows[0]) + 1,
                ),
                rows=rows,
                subject=field.name,
            )


def mixed_scale(evidence: Evidence) -> Iterator[Finding]:
    """Scores between 0 and 1, and a few on a scale to 100."""
    rows, score = evidence.scored
    inside = (score >= 0) & (score <= 1)
    outside = rows[~inside]
    if len(rows) < _LEAST_SCORES or not len(outside) or float(inside.mean()) < 0.9:
        return
    values = score[~inside]
    yield evidence.finding(
        "score_out_of_range",
        translatable(
            "{n} {n:score|scores} of {all} {n:is|are} outside 0 to 1, from {low} to {high}{when}.",
            n=len(outside),
            all=len(rows),
            low=number(values.min()),
            high=number(values.max()),
            when=evidence.between(outside),
        ),
        rows=outside,
    )


def saturation(evidence: Evidence) -> Iterator[Finding]:
    """Many scores at exactly 0, 1 or 0.5 among others that vary."""
    rows, score = evidence.scored
    if len(rows) < _LEAST_SCORES or len(np.unique(score[: 10 * _LEAST_SCORES])) < 10:
        return
    for value in (0.0, 0.5, 1.0):
        hit = rows[score == value]
        share = len(hit) / len(rows)
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


def stuck_score(evidence: Evidence) -> Iterator[Finding]:
    """A run of equal scores, much longer than any other, while inputs differ; per model version, else per model."""
    rows, score = evidence.scored
    if len(rows) < 2 * LEAST_RUN:
        return
    for name, chosen in _by_model(evidence, rows):
        yield from _longest_run(evidence, name, rows[chosen], score[chosen])


def _by_model(evidence: Evidence, rows: Rows) -> Iterator[tuple[str, Bools]]:
    for column in ("model_version", "model"):
        if evidence.has(column):
            codes = evidence.codes(column)
            if 1 < len(codes) <= 20:
                for code in range(len(codes)):
                    yield codes.value(code), codes.code[rows] == code
                return
    yield "", np.ones(len(rows), dtype=np.bool_)


def _longest_run(evidence: Evidence, name: str, rows: Rows, score: Floats) -> Iterator[Finding]:
    if len(rows) < 2 * LEAST_RUN:
        return
    starts = np.flatnonzero(np.append(True, score[1:] != score[:-1]))
    lengths = np.diff(np.append(starts, len(score)))
    longest = int(np.argmax(lengths))
    length = int(lengths[longest])
    others = np.delete(lengths, longest)
    next_longest = int(others.max()) if len(others) else 0
    if length < LEAST_RUN or length <= _LONGER * next_longest or length == len(score):
        return
    run = rows[starts[longest] : starts[longest] + length]
    if not _inputs_differ(evidence, run):
        return
    value = number(score[starts[longest]])
    of_model = translatable(" of {model}", model=quote(name, 30)) if name else ""
    yield evidence.finding(
        "stuck_score",
        translatable(
            "The score{of_model} is {value} in {n} records in a row{when}; the next longest run is {next}.",
            of_model=of_model,
            value=value,
            n=length,
            when=evidence.between(run),
            next=next_longest,
        ),
        rows=run,
        subject=name,
    )


def _inputs_differ(evidence: Evidence, rows: Rows) -> bool:
    """Tell whether records have different inputs; True where the log does not say."""
    layout = evidence.analytics.layout
    known = "input" in layout.json_paths or any(pattern.column == "input" for pattern in layout.message_patterns)
    if not known:
        return True
    hashes = evidence.texts.input_hash[rows]
    hashes = hashes[hashes != 0]
    return not len(hashes) or len(np.unique(hashes)) >= min(_LEAST_INPUTS, len(rows) // 4)


def constant_prediction(evidence: Evidence) -> Iterator[Finding]:
    """One and the same score or label for many different inputs, in all of the log."""
    if not evidence.has("score"):
        return
    rows, score = evidence.scored
    hashes = evidence.texts.input_hash[rows]
    inputs = len(np.unique(hashes[hashes != 0]))
    if len(rows) < LEAST_RUN or (inputs and inputs < LEAST_RUN):
        return
    middle = len(score) // 2
    top = float(np.partition(score, middle)[middle])  # what most have is the median too
    hit = rows[score == top]
    if len(hit) < 0.95 * len(rows) or (not inputs and set(np.unique(score).tolist()) <= {0.0, 1.0}):
        return
    different = translatable(" for {n} different inputs", n=inputs) if inputs else ""
    yield evidence.finding(
        "constant_prediction",
        translatable(
            "{share} of {all} scores are {value}{different}.",
            share=percent(len(hit) / len(rows)),
            all=len(rows),
            value=number(top),
            different=different,
        ),
        rows=hit,
    )


def unused_threshold(evidence: Evidence) -> Iterator[Finding]:
    """Labels that contradict score and threshold, or a threshold that no score can reach."""
    if not evidence.has("threshold"):
        return
    threshold = evidence.numbers("threshold")
    rows, score = evidence.scored
    limit = threshold[rows]
    known = np.isfinite(limit)
    rows, score, limit = rows[known], score[known], limit[known]
    if len(rows) < LEAST_RUN:
        return
    if float(score.max()) < float(limit.min()):
        yield evidence.finding(
            "threshold_out_of_reach",
            translatable(
                "The threshold is at least {limit}; the highest of {n} scores is {highest}.",
                limit=number(limit.min()),
                n=len(rows),
                highest=number(score.max()),
            ),
            rows=rows[np.argsort(-score, kind="stable")[:LEAST_RUN]],
            count=len(rows),
        )
    elif evidence.has("label"):
        yield from _contradictions(evidence, rows, score >= limit)


def _contradictions(evidence: Evidence, rows: Rows, above: Bools) -> Iterator[Finding]:
    labels = evidence.codes("label")
    code = labels.code[rows]
    present = np.unique(code[code >= 0])
    if len(present) != 2:
        return
    agrees = (code == present[0]) == above
    share = float(agrees.mean())
    odd = rows[~agrees] if share >= 0.5 else rows[agrees]
    if not len(odd) or len(odd) > 0.2 * len(rows):
        return
    yield evidence.finding(
        "threshold_contradiction",
        translatable(
            "In {n} {n:record|records} of {all} the label is not what score and threshold say{when}.",
            n=len(odd),
            all=len(rows),
            when=evidence.between(odd),
        ),
        rows=odd,
    )


def empty_outputs(evidence: Evidence) -> Iterator[Finding]:
    """Answers that are empty although the record does not say that something failed."""
    state = evidence.texts.output_state
    empty = (state == EMPTY) & ~evidence.failed
    filled = int(np.count_nonzero(state == FILLED))
    if evidence.has("status"):
        status = evidence.codes("status")
        good = np.array([not _BAD_STATUS.match(value) for value in status.values()] + [True])
        empty &= good[status.code]
    rows = np.flatnonzero(empty).astype(np.int64)
    if not len(rows):
        return
    yield evidence.finding(
        "empty_output",
        translatable(
            "{n} {n:record|records} of {all} with an output {n:has|have} an empty one{when}, and no error is logged with it.",
            n=len(rows),
            all=len(rows) + filled,
            when=evidence.between(rows),
        ),
        rows=rows,
    )


def empty_inputs(evidence: Evidence) -> Iterator[Finding]:
    """Inputs that are empty; worse if the model gave a confident answer all the same."""
    rows = np.flatnonzero(evidence.texts.input_state == EMPTY).astype(np.int64)
    if not len(rows):
        return
    score = evidence.numbers("score")[rows]
    confident = rows[score >= 0.5]
    answered = len(confident) > 0
    tail = translatable("")
    if answered:
        best = number(float(np.nanmax(score)))
        tail = translatable(
            " {n} {n:answer|answers} to them {n:has|have} a score of 0.5 or more, up to {best}.",
            n=len(confident),
            best=best,
        )
    yield evidence.finding(
        "confident_on_empty_input" if answered else "empty_input",
        translatable(
            "{n} {n:record has|records have} an empty input{when}.{tail}",
            n=len(rows),
            when=evidence.between(rows),
            tail=tail,
        ),
        rows=confident if answered else rows,
        count=len(rows),
    )
