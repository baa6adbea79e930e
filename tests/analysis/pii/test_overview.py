from __future__ import annotations

import orjson
import pytest

from aidebug_gui.analysis.findings.finding import MOST_ROWS, Severity
from aidebug_gui.analysis.pii import marks, overview
from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.overview import personal_findings
from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import Cancelled, CancelToken


@pytest.fixture
def scan(tmp_path):
    logs = []

    def run(records, cancel=None):
        path = tmp_path / "log.jsonl"
        path.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
        logs.append(open_log(path))
        assert logs[-1].wait(60)
        known = PersonalMarks(logs[-1])
        assert list(known.scan(len(records), cancel))[-1] == len(records)
        return {(found.finding.kind, found.finding.subject): found for found in personal_findings(known)}

    yield run
    for log in logs:
        log.close()


def test_one_finding_for_each_kind_and_field(scan):
    found = scan(
        [
            {"message": "login", "email": "anna.meier@web.de"},
            {"message": "write to bob@web.de and anna@web.de", "email": "anna.meier@web.de"},
        ]
    )
    field, text = found["personal_email", "email"], found["personal_email", "message"]
    assert (field.values, field.finding.count, field.finding.rows.tolist()) == (2, 2, [0, 1])
    assert (text.values, text.finding.count, text.finding.rows.tolist()) == (2, 1, [1])
    assert "1 different" in field.finding.sentence
    assert not field.is_secret
    assert field.finding.severity is Severity.INFO


def test_secrets_are_told_apart_and_never_repeated(scan):
    secret = "AKIA" + "QWERTYUIOPASDFG2"
    found = scan([{"message": f"using {secret} now", "level": "INFO"}])
    (one,) = [entry for entry in found.values() if entry.is_secret]
    assert one.finding.severity is Severity.ERROR
    assert "revoke" in one.finding.fix
    assert secret not in repr(one)


def test_records_are_counted_beyond_those_that_are_named(scan):
    found = scan([{"email": f"anna{number}@web.de"} for number in range(MOST_ROWS + 200)])
    finding = found["personal_email", "email"].finding
    assert len(finding.rows) == MOST_ROWS
    assert finding.count == MOST_ROWS + 200


def test_different_values_that_are_not_counted_any_more_are_at_least(scan, monkeypatch):
    monkeypatch.setattr(marks, "MOST_VALUES", 3)
    monkeypatch.setattr(overview, "MOST_VALUES", 3)
    found = scan([{"email": f"anna{number}@web.de"} for number in range(5)])
    assert "at least 3 different ones" in found["personal_email", "email"].finding.sentence


def test_cancelled(scan):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        scan([{"email": "anna@web.de"}], token)
