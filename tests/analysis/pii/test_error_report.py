"""Reports that somebody may send on."""

from __future__ import annotations

import getpass
from pathlib import Path

from aidebug_gui.analysis.pii.error_report import masked_report


def test_what_is_personal_is_hidden(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/jane"))
    monkeypatch.setattr(getpass, "getuser", lambda: "jane")
    text = (
        'File "/home/jane/logs/run.log", line 3, in read\n'
        "ValueError: cannot read jane.doe@example.org with key AKIAQ3EGRTYUIOPLKJHG\n"
        "opened by jane at /srv/jane/x.log; janet stays\n"
    )
    masked = masked_report(text)
    for secret in ("jane.doe", "example.org", "AKIAQ3", "/home/jane", "by jane", "/srv/jane"):
        assert secret not in masked
    assert '"~/logs/run.log", line 3, in read' in masked
    assert "janet stays" in masked
    assert masked.count("\n") == 3


def test_a_traceback_stays_readable():
    text = 'Traceback (most recent call last):\n  File "x.py", line 12, in f\nZeroDivisionError: division by zero'
    assert masked_report(text) == text
    assert masked_report("") == ""
