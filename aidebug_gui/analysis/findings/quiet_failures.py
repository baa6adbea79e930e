"""Failures that the log does not call errors: "Prediction failed: ..." at INFO, which no filter by level shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.failure_words import begins_with_failure, tells_of_failure
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.rule_table import without_content
from aidebug_gui.analysis.findings.spreading import densest, is_steady
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.analysis.formatting import QUOTED, percent, quote
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.formats.levels import Level
from aidebug_gui.translatable import joined, translatable

_LEAST = 5  # records of a pattern: a word in one message may mean anything
_MOST_PATTERNS = 3
_MOST_MENTIONED = 50
_MOST_PLACED = 100_000  # records of a pattern of which it is looked where they lie
_NEW = 0.05  # of the log: what comes first behind this part is new
_SHARE_OF_NOISE = 0.02


def quiet_failures(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield the most frequent messages below WARNING that say that something failed."""
    layout = evidence.analytics.layout
    told = [
        pattern
        for pattern in patterns.patterns
        if pattern.count >= _LEAST
        and Level.UNKNOWN < pattern.level < Level.WARNING
        and tells_of_failure(without_content(pattern.text, layout))
    ]
    for pattern in sorted(told, key=lambda pattern: (-pattern.count, pattern.first))[:_MOST_PATTERNS]:
        yield _finding(evidence, patterns, pattern)


def _finding(evidence: Evidence, patterns: Patterns, pattern: Pattern) -> Finding:
    rows = patterns.rows(pattern.number)
    dense = densest(rows, evidence.records) if len(rows) <= _MOST_PLACED else None
    shown = rows if dense is None else rows[dense]
    is_usual = len(rows) < _SHARE_OF_NOISE * evidence.records and is_steady(rows[:_MOST_PLACED], evidence.records)
    message, _ = evidence.read(int(shown[0]))
    return evidence.finding(
        "quiet_failure",
        joined(
            translatable(
                "{n} {n:record says|records say} so at level {level} ({share} of all){when}.",
                n=len(shown),
                level=Level(pattern.level).name,
                share=percent(len(shown) / evidence.records),
                when=evidence.between(shown),
            ),
            translatable("{n} more at other times.", n=len(rows) - len(shown)) if len(rows) > len(shown) else "",
            translatable("It was never said in the {n} records before.", n=pattern.first)
            if pattern.first >= _NEW * evidence.records
            else "",
            translatable("They come all through the log.") if is_usual else "",
            translatable("The first says: {line}.", line=quote(message, QUOTED)),
        ),
        rows=shown,
        subject=pattern.text,
        severity=Severity.INFO if is_usual else None,
    )


def mentioned_failures(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield one note of what else speaks of a failure: warnings, few messages, lines without a level."""
    layout = evidence.analytics.layout
    told = [pattern for pattern in patterns.patterns if _is_mentioned(pattern, without_content(pattern.text, layout))]
    told = sorted(told, key=lambda pattern: (-pattern.level, pattern.first))[:_MOST_MENTIONED]
    told = [pattern for pattern in told if not _is_explained(pattern.text)]
    if not told:
        return
    rows = np.sort(np.concatenate([patterns.rows(pattern.number) for pattern in told]))
    shown = told[:_MOST_PATTERNS]
    yield evidence.finding(
        "mentioned_failure",
        joined(
            translatable(
                "{n} {n:record speaks|records speak} of a failure below ERROR{when}.",
                n=len(rows),
                when=evidence.between(rows),
            ),
            *(
                translatable(
                    "{n} {n:says|say} {message}.",
                    n=pattern.count,
                    message=quote(evidence.headline(pattern.first), QUOTED),
                )
                for pattern in shown
            ),
            translatable("{n} other {n:message|messages} {n:is|are} rarer.", n=len(told) - len(shown))
            if len(told) > len(shown)
            else "",
        ),
        rows=rows,
    )


def _is_mentioned(pattern: Pattern, said: str) -> bool:
    if pattern.level == Level.UNKNOWN:
        return begins_with_failure(said)
    return (pattern.level == Level.WARNING or (pattern.level < Level.WARNING and pattern.count < _LEAST)) and (
        tells_of_failure(said)
    )


def _is_explained(said: str) -> bool:
    return any(symptom.pattern.search(said) for _, symptom in symptom_rules().hinted(said))
