"""What happened where something became otherwise: a change of the model, or a message that hardly ever comes.

A score that drifts has its reason in no score: an index was loaded, a configuration changed, a worker started again. Said
is what came next to the begin of a finding, if so close to it nothing of the kind was to be expected by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.levels import window_size
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

_WITH_BEGIN = frozenset(
    (
        "error_burst",
        "extremes_in_a_row",
        "keeps_growing",
        "label_drift",
        "label_share",
        "latency_step",
        "level_for_a_while",
        "moved_number",
        "new_pattern",
        "score_drift",
        "score_share",
        "stuck_score",
        "value_share",
    )
)
"""Findings that say since when something is otherwise, and not why."""
_MODEL = "model_change"
_RARE = 2  # times that a message comes in the whole log
_WINDOWS = 2  # by which a begin may be taken for earlier or later than it is
_LEAST_CLOSE = 60  # records
_BY_CHANCE = 0.1  # rare messages expected within the distance of the one that is told


def led_by(evidence: Evidence, patterns: Patterns, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield again, with what came next to their begin, those of some findings for which that is known."""
    changed = [finding for finding in findings if finding.kind in _WITH_BEGIN and len(finding.rows)]
    if not changed:
        return
    close = max(_LEAST_CLOSE, _WINDOWS * window_size(evidence.records))
    rare = _rare(patterns, close)
    models = [finding for finding in findings if finding.kind == _MODEL]
    for finding in changed:
        begin = int(finding.rows[0])
        model = next((one for one in models if abs(int(one.rows[0]) - begin) <= close), None)
        words = model.sentence if model is not None else _next_to(evidence, patterns, rare, begin, close)
        if words:
            yield replace(finding, detail=joined(finding.detail, words))


def _rare(patterns: Patterns, close: int) -> Rows:
    """Return the records of messages that hardly ever come, but for those of the start of the log."""
    records = {row for one in patterns.patterns if one.count <= _RARE for row in (one.first, one.last) if row > close}
    return np.array(sorted(records), dtype=np.int64)


def _next_to(evidence: Evidence, patterns: Patterns, rare: Rows, begin: int, close: int) -> Text | None:
    """Say which rare message came next to a begin; None if none did, or one was to be expected."""
    by_chance = len(rare) / evidence.records  # messages a record
    near = rare[np.abs(rare - begin) <= min(close, _BY_CHANCE / (2 * by_chance) if len(rare) else close)]
    if not len(near):
        return None
    before = near[near <= begin]
    record = int(before[-1] if len(before) else near[0])
    message = quote(evidence.headline(record), 120)
    time = evidence.clock(int(evidence.time[record])) if evidence.has_times else ""
    when = translatable(" ({time})", time=time) if time else ""
    if len(before):
        return translatable("Just before{when}: {message}.", when=when, message=message)
    return translatable("Soon after it began{when}: {message}.", when=when, message=message)
