"""Errors that no rule explains: what the log itself calls an error must not be missing among the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import OTHER_ERROR, Finding
from aidebug_gui.analysis.formatting import QUOTED, quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

_MOST_QUOTED = 3


def other_errors(evidence: Evidence, unexplained: Selected, patterns: Patterns) -> Iterator[Finding]:
    """Yield one finding for the records ``unexplained``, with the most frequent things that they say."""
    if not len(unexplained) or evidence.holds_samples:
        return
    kinds, first, counts = _kinds(evidence, unexplained, patterns)
    order = np.lexsort((first, -counts))
    records = first[order[:_MOST_QUOTED]].tolist()
    more = len(kinds) - len(records)
    yield evidence.finding(
        OTHER_ERROR,
        joined(
            translatable(
                "{n} {n:record is an error|records are errors}{when}.",
                n=len(unexplained),
                when=evidence.between(unexplained),
            ),
            *_said_by(evidence, records, counts[order].tolist()),
            translatable("{n} other {n:message|messages} {n:is|are} rarer.", n=more) if more else "",
        ),
        rows=unexplained,
    )


def _kinds(evidence: Evidence, chosen: Selected, patterns: Patterns) -> tuple[Ints, Rows, Ints]:
    """Return the patterns of some records, the first record of each, and how many records it has."""
    texts = evidence.texts
    offsets = {part.first: part.offsets for part in chosen.parts}

    def shapes(at: slice) -> tuple[Ints, Rows, Ints]:
        own = offsets.get(at.start, np.empty(0, dtype=np.uint16))
        shape, first, counts = np.unique(texts.shape[at][own], return_index=True, return_counts=True)
        return shape.astype(np.int64), at.start + own[first].astype(np.int64), counts.astype(np.int64)

    parts = evidence.each("shapes of unexplained errors", shapes, (texts.reading, chosen.basis))
    shape, first, counts = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    kinds, of = np.unique(patterns.number[shape], return_inverse=True)
    firsts = np.full(len(kinds), evidence.records, dtype=np.int64)
    np.minimum.at(firsts, of.reshape(-1), first)
    return kinds.astype(np.int64), firsts, np.bincount(of.reshape(-1), counts).astype(np.int64)


def _said_by(evidence: Evidence, records: Sequence[int], counts: Sequence[int]) -> Iterator[Text]:
    """Yield what the records say, each of which stands for as many as ``counts`` has at its place."""
    for record, count in zip(records, counts, strict=False):
        text = quote(_words(evidence, record), QUOTED)
        if len(records) == 1:
            yield translatable("The first says: {line}.", line=text)
        else:
            yield translatable("{n} {n:says|say} {message}.", n=count, message=text)


def _words(evidence: Evidence, record: int) -> str:
    """Return what an error says; of one that only announces (``panicked at ...:``) also the line without a level behind it."""
    if int(evidence.level[record]) < Level.ERROR:  # a tool's own line behind a record that went well
        return evidence.read(record)[1]
    said = evidence.headline(record)
    behind = record + 1
    if said.endswith(":") and behind < evidence.records and int(evidence.level[behind]) == Level.UNKNOWN:
        said = f"{said} {evidence.headline(behind)}"
    return said
