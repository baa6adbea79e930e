"""Everything that is odd in a log: the findings, and the events of its numbers that no finding tells in better words."""

from __future__ import annotations

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.anomalies import field_events, untold
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.repeated import told_once
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken


def find_all(
    log: FileLog, *, rate: float = NORMAL_RATE, grouped_by: str = "", cancel: CancelToken | None = None
) -> list[Finding]:
    """Return all findings of a log that is read, the worst first, then as the log goes. Raises Cancelled, SourceError.

    ``rate``: one of ``sensitivity.RATES``, false alarms per 10,000 points of a number. ``grouped_by``: a field; the numbers
    of the records with each of its values (of each model) are looked at by themselves.
    """
    analysis = Analysis(log, cancel)
    findings = settled(analysis.findings())
    analysis.forget_texts()
    events = [event for _, by_rate in field_events(log, analysis.evidence, grouped_by) for event in by_rate[rate]]
    every = [*findings, *told_once(untold(events, findings))]
    return sorted(every, key=lambda finding: -finding.severity)
