"""A log whose end only says that something is waited for: a start that hangs, a service that does not come."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.rule_table import without_content
from aidebug_gui.analysis.formatting import QUOTED, duration, quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_WAITS = re.compile(
    r"\b(?:(?:a?waiting|wait) (?:for|on|until|to)|still (?:waiting|starting|loading|initiali[sz]ing|compiling|pending)"
    r"|not (?:yet )?(?:ready|available|up)(?: yet)?|(?:is|are) pending)\b",
    re.IGNORECASE,
)
_LEAST = 5  # records
_LEAST_NS = 60_000_000_000
_LONGER = 2  # times the longest wait before that came to an end


def ends_waiting(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield the records at the end of the log that all wait, if it never waited nearly so long before."""
    layout = evidence.analytics.layout
    waiting = [one for one in patterns.patterns if _WAITS.search(without_content(one.text, layout))]
    if not any(one.last == evidence.records - 1 for one in waiting):
        return
    runs = _runs(np.sort(np.concatenate([patterns.rows(one.number) for one in waiting])))
    last = runs[-1]
    longest_before = max((len(run) for run in runs[:-1]), default=0)
    if len(last) < max(_LEAST, _LONGER * longest_before):
        return
    if not (evidence.has_times and bool(evidence.timed[last].all())):
        return
    took = int(evidence.time[last[-1]] - evidence.time[last[0]])
    if took < _LEAST_NS:
        return
    yield evidence.finding(
        "ends_waiting",
        translatable(
            "The last {n} records{when} only say that something is waited for, for {took}. The last one says: {line}.",
            n=len(last),
            when=evidence.between(last),
            took=duration(took),
            line=quote(evidence.headline(int(last[-1])), QUOTED),
        ),
        rows=last,
    )


def _runs(rows: Rows) -> list[Rows]:
    """Return ascending records as runs of neighbours."""
    return np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
