"""Numbers in sentences that no field has ("Loaded 0 rows", "Retrieved 5 nodes"): where their level changed and stayed.

Of the commonest patterns all numbers are read that stand by themselves; those behind ``=`` or ``:`` are fields already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.latency import rises
from aidebug_gui.analysis.findings.levels import LEAST_VALUES, window_size
from aidebug_gui.analysis.formatting import number, quote
from aidebug_gui.analysis.own_fields import counts_up
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_NUMBER = re.compile(r"(?<![:=])(?<![:=] )(?<![^\s($€,])(\d{1,12}(?:\.\d{1,9})?)(?=(?:[a-z]{1,3}|%)?(?:[\s,;)]|\.?$))")
_DURATION = re.compile(r"\d ?(?:ms|s|secs?|seconds)\b")
_MOST_RECORDS = 100_000  # of longer logs the texts are not read once more
_MOST_PATTERNS, _MOST_NUMBERS = 12, 6
_LEAST_ALIKE = 0.9  # of a pattern's messages have equally many numbers
_LEAST_RATIO = 3.0
_BEGIN = 0.1  # of the values: what changes so early is a start
_MOST_TOLD = 2
_KNOWN = (("score", (1.0, 0.01)), ("latency_ms", (1.0, 1000.0)), ("tokens_in", (1.0,)), ("tokens_out", (1.0,)))
"""Columns that may have been read from the same words, and by what a number is multiplied for them."""


_NUMBERS = np.dtype([("count", np.uint8), ("values", np.float64, (_MOST_NUMBERS,))])


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """A number that is about ``after`` in some records and was about ``before`` in those before them."""

    rows: Rows
    before: float
    after: float
    ratio: float


def numbers_in_words(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield the strongest changes, one of those that begin together."""
    if LEAST_VALUES <= evidence.records <= _MOST_RECORDS:
        for change in _strongest(_changes(evidence, patterns)):
            yield _finding(evidence, change)


def _changes(evidence: Evidence, patterns: Patterns) -> Iterator[_Change]:
    chosen = [
        one
        for one in patterns.patterns
        if one.count >= LEAST_VALUES and one.level < Level.WARNING and "<*>" in one.text
    ]
    if not chosen:
        return
    has_latency = evidence.has("latency_ms")  # then its own rules tell of durations

    def numbers(message: str) -> tuple[int, list[str]]:
        found = _NUMBER.findall(_DURATION.sub("", message) if has_latency else message)
        return min(len(found), _MOST_NUMBERS + 1), (found + ["0"] * _MOST_NUMBERS)[:_MOST_NUMBERS]

    name = f"numbers in words {has_latency}"
    table = evidence.derived_of_texts(name, _NUMBERS, evidence.texts.reading, numbers)
    for pattern in sorted(chosen, key=lambda one: -one.count)[:_MOST_PATTERNS]:
        evidence.check()
        yield from _changes_of(evidence, patterns.rows(pattern.number), table)


def _changes_of(evidence: Evidence, rows: Rows, table: NDArray[Any]) -> Iterator[_Change]:
    """Yield the changes of each number in the messages of one pattern."""
    sizes = table["count"][rows]
    usual = int(np.median(sizes))
    alike = rows[sizes == usual]
    if not 0 < usual <= _MOST_NUMBERS or len(alike) < max(LEAST_VALUES, _LEAST_ALIKE * len(rows)):
        return
    for column in table["values"][alike, :usual].T:
        if not counts_up(column) and not _is_known(evidence, alike, column):
            yield from _steps(alike, column)


def _is_known(evidence: Evidence, rows: Rows, values: Floats) -> bool:
    """Return whether a column has been read from these numbers."""
    for name, scales in _KNOWN:
        if evidence.has(name):
            read = evidence.numbers(name)[rows]
            if any(float(np.isclose(read, scale * values).mean()) >= _LEAST_ALIKE for scale in scales):
                return True
    return False


def _steps(rows: Rows, values: Floats) -> Iterator[_Change]:
    positive = values[values > 0]
    if not len(positive):
        return
    whole = bool((values == np.floor(values)).all())
    least = 0.5 if whole else float(positive.min()) / 2  # in place of nothing, which has no logarithm
    size = window_size(len(values))
    full = len(values) // size * size
    medians = np.median(np.log(values[:full] + least).reshape(-1, size), axis=1)
    for sign in (1.0, -1.0):
        for rise in rises(sign * medians):
            if rise.high / rise.low >= _LEAST_RATIO:
                first, stop = rise.first * size, rise.stop * size
                after, usual = (float(np.median(values[part])) for part in (slice(first, stop), slice(0, first)))
                is_back = abs(np.log((after + least) / (usual + least))) < np.log(_LEAST_RATIO) / 2
                if first >= _BEGIN * len(values) and not is_back:
                    yield _Change(rows[first:stop], usual, after, rise.high / rise.low)


def _strongest(changes: Iterator[_Change]) -> list[_Change]:
    """Return the strongest changes, of those that share their time one."""
    kept: list[_Change] = []
    for change in sorted(changes, key=lambda one: -one.ratio):
        first, last = int(change.rows[0]), int(change.rows[-1])
        if len(kept) < _MOST_TOLD and all(last < one.rows[0] or first > one.rows[-1] for one in kept):
            kept.append(change)
    return kept


def _finding(evidence: Evidence, change: _Change) -> Finding:
    first = int(change.rows[0])
    message, _ = evidence.read(int(change.rows[len(change.rows) // 2]))
    return evidence.finding(
        "number_in_words",
        translatable(
            "It went from {before} to {after}{when} and stayed for {n} {n:record|records}. One says: {line}.",
            before=number(change.before),
            after=number(change.after),
            when=evidence.at(first),
            n=len(change.rows),
            line=quote(message),
        ),
        rows=change.rows,
        subject=str(first),
    )
