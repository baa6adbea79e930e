"""Short events of a number: notes where they are single records, told as one finding where they come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from aidebug_gui.analysis.findings.anomalies import FieldEvent
from aidebug_gui.analysis.findings.finding import Finding, Severity, capped
from aidebug_gui.analysis.formatting import clock
from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.translatable import Text, translatable

_SHORT = frozenset((Reason.SPIKE, Reason.JUMP, Reason.LOW, Reason.RECORD, Reason.NOVEL, Reason.EXTREME, Reason.SEASON))
_USUAL = 3
"""What happened so often belongs to how the number behaves: worth a note, no warning."""
_MOMENTARY = 2  # records: one slow request, not a disturbance
_DAY_NS = 86_400 * 10**9


def told_once(events: Sequence[FieldEvent]) -> list[Finding]:
    """Return the findings of events, those of a short reason once a field: how often it was, and the strongest."""
    groups: dict[tuple[str, Reason], list[FieldEvent]] = {}
    for event in events:
        groups.setdefault((event.number, event.reason), []).append(event)
    found: list[Finding] = []
    for (_, reason), group in groups.items():
        if reason not in _SHORT:
            found += [event.finding for event in group]
        elif len(group) == 1:
            found.append(replace(group[0].finding, severity=_severity(group)))
        else:
            found.append(_together(group))
    return found


def _severity(events: Sequence[FieldEvent]) -> Severity:
    is_momentary = all(event.finding.count <= _MOMENTARY for event in events)
    return Severity.INFO if is_momentary or len(events) >= _USUAL else events[0].finding.severity


def _together(events: Sequence[FieldEvent]) -> Finding:
    strongest = max(events, key=lambda event: event.beyond).finding
    findings = [event.finding for event in events]
    return replace(
        strongest,
        title=Text("{title} ({n} ×)", {"title": strongest.title, "n": len(events)}),
        sentence=translatable(
            "{n} times{when}. The strongest{where}: {sentence}",
            n=len(events),
            when=_between(findings),
            where=_at(strongest, findings),
            sentence=strongest.sentence,
        ),
        severity=_severity(events),
        rows=capped(np.unique(np.concatenate([finding.rows for finding in findings]))),
        count=sum(finding.count for finding in findings),
        first_ns=findings[0].first_ns,
        last_ns=findings[-1].last_ns,
        subject=events[0].number,
    )


def _between(findings: Sequence[Finding]) -> Text:
    first, last = findings[0].first_ns, findings[-1].last_ns
    if first is None or last is None:
        return Text("")
    long = last - first > _DAY_NS
    return translatable(" between {first} and {last}", first=clock(first, date=long), last=clock(last, date=long))


def _at(finding: Finding, findings: Sequence[Finding]) -> Text:
    first, last = findings[0].first_ns, findings[-1].last_ns
    if finding.first_ns is None or first is None or last is None:
        return Text("")
    return translatable(" at {time}", time=clock(finding.first_ns, date=last - first > _DAY_NS))
