"""Symptoms of inputs and outputs: what a model was asked and what it answered, not what the log says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.predictions import LEAST_RUN, count_of_scores, finite_ones
from aidebug_gui.analysis.formatting import number, percent
from aidebug_gui.analysis.own_fields import own_numbers
from aidebug_gui.analysis.texts import EMPTY, FILLED
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

BAD_STATUS = re.compile(r"[45]\d\d|.*(?:err|fail|timeout|cancel)", re.IGNORECASE)
"""What a status of something that failed matches: an HTTP status, or a word."""

_TRAINING = re.compile(r"(?:^|[._])(?:loss|grad_norm|perplexity|reward)$", re.IGNORECASE)

_LEAST_ODD = 5
"""So many values that are no numbers, most of them next to each other, are no chance."""
_NUMBERS_FOR_ONE = 4  # where fewer numbers than that come for each NaN, NaN is nothing odd in this field


def content_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what needs the pass over inputs and outputs."""
    yield from training_not_a_number(evidence)
    yield from empty_outputs(evidence)
    yield from empty_inputs(evidence)
    yield from constant_prediction(evidence)


def training_not_a_number(evidence: Evidence) -> Iterator[Finding]:
    """Losses and gradients that are NaN or infinite, and the log's own numbers that became so for a while."""
    fields = evidence.analytics.layout.fields
    own = set(own_numbers(evidence.fields(), evidence.records))
    for field in fields:
        training = field.numeric and _TRAINING.search(field.name) is not None
        if not training and field.name not in own:
            continue
        rows = evidence.not_finite_field(field.name)
        if len(rows) and (training or _became_odd(evidence.numbers(field.name), rows)):
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


def _became_odd(values: Floats, rows: Rows) -> bool:
    """Return whether the values in these rows, NaN or infinite, are a stretch between numbers.

    Scattered ones may be how a program writes that it has no value.
    """
    if len(rows) < _LEAST_ODD:
        return False
    finite = np.isfinite(values)
    among = int(np.count_nonzero(finite[rows[0] : rows[-1] + 1]))
    return among <= len(rows) and int(np.count_nonzero(finite)) >= _NUMBERS_FOR_ONE * len(rows)


def constant_prediction(evidence: Evidence) -> Iterator[Finding]:
    """One and the same score or label for many different inputs, in all of the log."""
    if not evidence.has("score"):
        return
    score, count = evidence.numbers("score"), count_of_scores(evidence)
    if count < LEAST_RUN:
        return
    top, hits = evidence.ranks("scores", lambda at: finite_ones(score[at])).middle()  # what most have is in the middle
    if hits < 0.95 * count:
        return
    inputs = _distinct_inputs(evidence)
    if (inputs and inputs < LEAST_RUN) or (not inputs and _are_flags(evidence)):
        return
    hit = evidence.selected("most frequent score", lambda at: score[at] == top, top)
    different = translatable(" for {n} different inputs", n=inputs) if inputs else ""
    yield evidence.finding(
        "constant_prediction",
        translatable(
            "{share} of {all} scores are {value}{different}.",
            share=percent(hits / count),
            all=count,
            value=number(top),
            different=different,
        ),
        rows=hit,
    )


def _distinct_inputs(evidence: Evidence) -> int:
    """Return how many different inputs the records with a score have."""
    score, hashes = evidence.numbers("score"), evidence.texts.input_hash

    def step(known: NDArray[np.uint64], at: slice) -> NDArray[np.uint64]:
        new = np.unique(hashes[at][np.isfinite(score[at]) & (hashes[at] != 0)])
        place = np.searchsorted(known, new)
        is_new = np.append(known, np.uint64(0))[place] != new
        return np.insert(known, place[is_new], new[is_new])

    nothing = np.empty(0, dtype=np.uint64)
    return len(evidence.fold("distinct inputs", nothing, step, evidence.texts.reading))


def _are_flags(evidence: Evidence) -> bool:
    """Return whether all scores are 0 or 1."""
    score = evidence.numbers("score")
    return all(evidence.each("flags", lambda at: bool(np.isin(finite_ones(score[at]), (0.0, 1.0)).all())))


def empty_outputs(evidence: Evidence) -> Iterator[Finding]:
    """Answers that are empty although the record does not say that something failed."""
    texts, level = evidence.texts, evidence.level
    if "output_state" not in texts.asked:
        return
    status = evidence.codes("status") if evidence.has("status") else None
    names = status.values() if status is not None else []
    good = np.array([not BAD_STATUS.match(value) for value in names] + [True])

    def mask(at: slice) -> Bools:
        is_fine = good[status.code[at]] if status is not None else True
        chosen: Bools = (texts.output_state[at] == EMPTY) & (level[at] < Level.ERROR) & is_fine
        return chosen

    rows = evidence.selected("empty outputs", mask, (texts.reading, status.numbering if status is not None else ""))
    if not len(rows):
        return
    filled = evidence.fold(
        "outputs", 0, lambda count, at: count + int(np.count_nonzero(texts.output_state[at] == FILLED)), texts.reading
    )
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
    texts, score = evidence.texts, evidence.numbers("score")
    if "input_state" not in texts.asked:
        return
    rows = evidence.selected("empty inputs", lambda at: texts.input_state[at] == EMPTY, texts.reading)
    if not len(rows):
        return
    confident = evidence.selected(
        "confident on empty inputs", lambda at: (texts.input_state[at] == EMPTY) & (score[at] >= 0.5), texts.reading
    )
    answered = len(confident) > 0
    tail = translatable("")
    if answered:
        best = number(float(score[confident.rows].max()))
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
