"""Errors that no rule explains: what the log itself calls an error must not be missing among the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from aidebug_gui.analysis.evidence import Bools, Evidence
from aidebug_gui.analysis.findings.finding import OTHER_ERROR, Finding
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.translatable import Text, joined, translatable

_MOST_QUOTED = 3


def other_errors(evidence: Evidence, unexplained: Bools, patterns: Patterns) -> Iterator[Finding]:
    """Yield one finding for the records ``unexplained``, with the most frequent things that they say."""
    rows = np.flatnonzero(unexplained).astype(np.int64)
    if not len(rows) or evidence.holds_samples:
        return
    kinds, first, counts = np.unique(patterns.of[rows], return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    records = [int(rows[first[at]]) for at in order[:_MOST_QUOTED].tolist()]
    more = len(kinds) - len(records)
    yield evidence.finding(
        OTHER_ERROR,
        joined(
            translatable(
                "{n} {n:record is an error|records are errors}{when}.", n=len(rows), when=evidence.between(rows)
            ),
            *_said_by(evidence, records, counts[order].tolist()),
            translatable("{n} other {n:message|messages} {n:is|are} rarer.", n=more) if more else "",
        ),
        rows=rows,
    )


def _said_by(evidence: Evidence, records: Sequence[int], counts: Sequence[int]) -> Iterator[Text]:
    """Yield what the records say, each of which stands for as many as ``counts`` has at its place."""
    for record, count in zip(records, counts, strict=False):
        message, failure = evidence.read(record)
        text = quote(message.strip() or failure)
        if len(records) == 1:
            yield translatable("The first says: {line}.", line=text)
        else:
            yield translatable("{n} {n:says|say} {message}.", n=count, message=text)
