from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.findings.anomalies import FieldEvent
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.repeated import told_once
from aidebug_gui.analysis.series.model import Reason

SECOND = 10**9


def event(
    first: int, *, count: int = 1, reason: Reason = Reason.SPIKE, field: str = "latency_ms", beyond: float = 1.0
) -> FieldEvent:
    rows = np.arange(first, first + count, dtype=np.int64)
    begin = first * SECOND
    finding = Finding(
        f"anomaly_{reason.value}",
        Severity.WARNING,
        f"A spike in {field}",
        f"It was {beyond}.",
        "c",
        "f",
        rows,
        count,
        begin,
        begin + count * SECOND,
        f"{field} {first}",
    )
    return FieldEvent(field, reason, first, first + count - 1, finding, beyond)


def test_spikes_that_come_again_and_again_are_one_note_that_names_the_strongest():
    (found,) = told_once([event(10), event(3700, beyond=9.0), event(7300)])
    assert found.kind == "anomaly_spike"
    assert found.severity is Severity.INFO
    assert found.title == "A spike in latency_ms (3 ×)"
    assert found.sentence == "3 times between 00:00:10 and 02:01:41. The strongest at 01:01:40: It was 9.0."
    assert found.rows.tolist() == [10, 3700, 7300]
    assert found.count == 3
    assert found.subject == "latency_ms"


def test_a_single_odd_record_is_a_note_a_disturbance_of_many_a_warning():
    assert told_once([event(10)])[0].severity is Severity.INFO
    assert told_once([event(10, count=20)])[0].severity is Severity.WARNING
    assert told_once([event(10, count=20), event(500)])[0].severity is Severity.WARNING


def test_other_numbers_and_lasting_changes_are_told_by_themselves():
    events = [event(10), event(20, field="ms"), event(30, reason=Reason.SHIFT), event(400, reason=Reason.SHIFT)]
    found = told_once(events)
    assert [one.subject for one in found] == ["latency_ms 10", "ms 20", "latency_ms 30", "latency_ms 400"]
    assert found[2].severity is Severity.WARNING
