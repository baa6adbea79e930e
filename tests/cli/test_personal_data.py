"""``scan``, ``export`` and ``bundle``, as CI calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run


@pytest.fixture(autouse=True)
def _no_rules_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_scan_tells_and_fails_and_export_makes_it_pass(tmp_path: Path) -> None:
    log = tmp_path / "a.jsonl"
    log.write_text('{"level":"info","message":"call +44 20 7946 0123"}\n{"level":"error","password":"tr0ub4dor&3"}\n')
    done = run("scan", str(log), "--json", "--fail-on", "certain")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert [found["entity"] for found in told["findings"]] == ["password", "phone"]
    assert told["findings"][0]["first_line"] == 2
    assert "tr0ub4dor" not in done.stdout
    out = tmp_path / "b.jsonl"
    exported = run("export", str(log), "--filter", "level:error", "--mask", "pseudonym", "--out", str(out))
    assert exported.returncode == 0, exported.stderr
    assert "0 certain" in exported.stdout
    assert len(out.read_text().splitlines()) == 1
    assert run("scan", str(out), "--fail-on", "certain").returncode == 0
    assert run("scan", str(tmp_path / "none"), "--fail-on", "certain").returncode == 2


def test_a_log_that_cannot_be_read_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_text("ERROR: db_password=tr0ub4dor&3 refused\n")
    missing = str(tmp_path / "none")
    assert run("scan", missing, str(log)).stdout == run("scan", str(log)).stdout
    assert run("scan", missing, str(log), "--fail-on", "certain").returncode == 2
    assert run("scan", str(log), str(log), "--fail-on", "certain").returncode == 1


def test_a_filter_finds_personal_data_and_secrets(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_text("INFO: all is fine\nINFO: mail anna.kern@posteo.de sent\nERROR: db_password=tr0ub4dor&3 refused\n")
    assert run("query", str(log), "is:pii", "--count").stdout == "2\n"
    assert "posteo" in run("query", str(log), "pii:email", "--format", "raw").stdout
    assert "tr0ub4dor" in run("query", str(log), "is:secret level:error", "--format", "raw").stdout
    wrong = run("query", str(log), "pii:emial")
    assert wrong.returncode == 2
    assert "^^^^^" in wrong.stderr


def test_a_bundle_opens_as_one_log(tmp_path: Path) -> None:
    log, out = tmp_path / "a.log", tmp_path / "b.zip"
    log.write_text("INFO: all is fine\nINFO: mail anna.kern@posteo.de sent\nERROR: it failed\n")
    done = run("bundle", str(log), "--filter", "level:info", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert "2 records" in done.stdout
    assert "E-mail address (1)" in done.stdout
    shown = run("query", str(out), "")
    assert len(shown.stdout.splitlines()) == 2
    assert "anna" not in shown.stdout
    assert run("bundle", str(log), "--out", str(log)).returncode == 2


def test_several_files_are_scanned_and_copied_as_one(tmp_path: Path) -> None:
    first, second, out = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "out.jsonl"
    first.write_text(
        '{"ts":"2026-03-01T10:00:00Z","message":"the desk of Tjorvil Quast"}\n{"ts":"2026-03-01T10:00:02Z","n":3}\n'
    )
    second.write_text('{"ts":"2026-03-01T10:00:01Z","full_name":"Tjorvil Quast","n":2}\n')
    logs = (str(first), str(second))
    told = json.loads(run("scan", *logs, "--merge", "--json").stdout)
    assert told["records"] == 3
    assert [(found["entity"], found["count"]) for found in told["findings"]] == [("person", 1), ("person", 1)]
    assert run("export", *logs, "--out", str(out)).returncode == 2
    done = run("export", *logs, "--merge", "--mask", "numbered", "--out", str(out))
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row.get("n") for row in rows] == [None, 2, 3]
    assert rows[0]["message"] == "the desk of [PERSON_1]"


@pytest.mark.parametrize("command", ["export", "bundle"])
def test_a_filter_without_its_name_is_told(tmp_path: Path, command: str) -> None:
    """``query`` takes it so, and a message about several files helps nobody."""
    log = tmp_path / "a.log"
    log.write_text("INFO: fine\n")
    done = run(command, str(log), "label!=target score>0.6", "--out", str(tmp_path / "b"))
    assert done.returncode == 2
    assert "--filter 'label!=target score>0.6'" in done.stderr
    assert "or add --merge" in run(command, str(log), str(log), "--out", str(tmp_path / "b")).stderr
