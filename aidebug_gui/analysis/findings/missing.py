"""Numbers that nearly all records of a message have, and a few have not: null, None, or left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.formats.levels import Level
from aidebug_gui.translatable import translatable

_FIELDS = ("score", "latency_ms")
_LEAST_RECORDS = 100  # of a message
_MOST_MISSING = 0.05  # of them
_MOST_TOLD = 3  # messages
_NO_MESSAGE = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Counts:
    """Records of each shape of messages (the last: of none), all and those that miss the number."""

    every: Ints
    missing: Ints

    def room_for(self, shapes: int) -> _Counts:
        """Return a copy with room for so many shapes."""
        return _Counts(
            *(np.insert(of, -1, np.zeros(shapes + 1 - len(of), of.dtype)) for of in (self.every, self.missing))
        )


def missing_numbers(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield for each field the messages that nearly always have it, with the records that have not."""
    for field in _FIELDS:
        if evidence.has(field):
            yield from _missing(evidence, patterns, field)


def _missing(evidence: Evidence, patterns: Patterns, field: str) -> Iterator[Finding]:
    known, absent = len(patterns.number) - 1, _Absent(evidence, field)

    def step(before: _Counts, at: slice) -> _Counts:
        counts, chunk, without = before.room_for(known), patterns.chunks[at.start // CHUNK], absent.within(at)
        if len(chunk.shapes):
            counts.every[chunk.shapes] += np.diff(chunk.begins)
            counts.missing[chunk.shapes] += np.add.reduceat(without[chunk.order], chunk.begins[:-1], dtype=np.int64)
        counts.every[_NO_MESSAGE] += len(without) - len(chunk.order)
        counts.missing[_NO_MESSAGE] += without.sum() - without[chunk.order].sum()
        return counts

    nothing = np.zeros(1, dtype=np.int64)
    counts = evidence.fold(f"missing {field}", _Counts(nothing, nothing), step, evidence.texts.reading)
    size = len(patterns.patterns) + 1
    number = patterns.number % size  # what has no pattern is the last
    every, missing = (np.bincount(number, of, minlength=size) for of in (counts.every, counts.missing))
    odd = (missing > 0) & (missing <= _MOST_MISSING * every) & (every >= _LEAST_RECORDS)
    for kind in np.flatnonzero(odd)[np.argsort(-missing[odd], kind="stable")][:_MOST_TOLD].tolist():
        yield _finding(evidence, patterns, absent, kind if kind < size - 1 else _NO_MESSAGE, int(every[kind]))


class _Absent:
    """Which records have no number in a field: neither a value, nor NaN or infinity, nor a failure that explains it."""

    def __init__(self, evidence: Evidence, field: str) -> None:
        self.field = field
        self._evidence = evidence
        self._values = evidence.numbers(field)
        self._odd = evidence.not_finite(field)  # told as such

    def within(self, at: slice) -> Bools:
        evidence = self._evidence
        absent: Bools = (
            np.isnan(self._values[at]) & (evidence.level[at] < Level.ERROR) & (evidence.texts.failure[at] == 0)
        )
        first, stop = np.searchsorted(self._odd, (at.start, at.stop))
        absent[self._odd[first:stop] - at.start] = False
        return absent


def _finding(evidence: Evidence, patterns: Patterns, absent: _Absent, kind: int, count: int) -> Finding:
    rows = evidence.selected(
        f"without {absent.field} {kind}", lambda at: absent.within(at) & (patterns.within(at) == kind), patterns.basis
    )
    text = patterns.patterns[kind].text if kind >= 0 else ""
    of_message = translatable(" of {message}", message=quote(text)) if text else ""
    return evidence.finding(
        "missing_value",
        translatable(
            "{missing} of {n} records{of_message} have no {field}{when}; all others have one.",
            missing=len(rows),
            n=count,
            of_message=of_message,
            field=absent.field,
            when=evidence.between(rows),
        ),
        rows=rows,
        subject=f"{absent.field} {text}".rstrip(),
    )
