from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.report import findings_csv, findings_json, findings_text
from aidebug_gui.cli import main
from tests.analysis.labelled import log_with
from tests.conftest import OpenText


def test_text_has_what_why_and_where(open_text: OpenText) -> None:
    log = open_text(log_with("cuda_oom", seed=1))
    text = findings_text(log, "some.log", find(log))
    assert text.startswith("some.log\n\n  ERROR  The GPU ran out of memory\n    1 record at ")
    assert "Likely cause: " in text
    assert "What helps: " in text
    line = next(number for number, line in enumerate(log.path.read_text().splitlines(), 1) if "CUDA" in line)
    assert f"    Lines: {line:,}\n" in text
    assert max(map(len, text.splitlines())) <= 110


def test_text_says_that_nothing_was_found(open_text: OpenText) -> None:
    assert "Nothing odd was found in 2 records." in findings_text(open_text("{}\n{}\n"), "x", [])


def test_characters_that_a_terminal_would_obey_are_not_printed(open_text: OpenText) -> None:
    log = open_text('{"level": "ERROR", "message": "Request timed out \\u001b[2J\\u202e evil"}\n' * 3)
    for text in (findings_text(log, "x\x1b", find(log)), findings_json(log, "x", find(log))):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_json_counts_records_from_0_and_lines_from_1(open_text: OpenText) -> None:
    log = open_text('{"message": "ok"}\n\n{"message": "Request timed out."}\n')
    (entry,) = json.loads(findings_json(log, "x", find(log)))["findings"]
    assert (entry["records"], entry["lines"], entry["count"]) == ([1], [3], 1)


def test_csv_says_what_the_findings_were_found_with(open_text: OpenText) -> None:
    log = open_text('{"message": "ok"}\n\n{"message": "Request timed out."}\n')
    (row,) = csv.DictReader(findings_csv(log, "x", find(log), {"false_alarms_per_10000": 2.0}))
    assert (row["file"], row["lines"], row["count"]) == ("x", "3", "1")
    assert json.loads(row["parameters"]) == {"false_alarms_per_10000": 2.0}


@pytest.mark.parametrize(("fault", "code"), [("bad_gateway", 0), ("", 1)])
def test_the_command(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], fault: str, code: int) -> None:
    path = tmp_path / "service.jsonl"
    path.write_text(log_with(fault, seed=3))
    assert main(["findings", str(path), "--json"]) == code
    found = json.loads(capfdbinary.readouterr().out)
    assert found["file"] == str(path)
    assert found["records"] > 1000
    assert [entry["kind"] for entry in found["findings"]] == ([fault] if fault else [])
    assert main(["findings", str(path), "--least", "critical"]) == 1
    assert b"Nothing odd" in capfdbinary.readouterr().out


def test_the_command_says_what_it_cannot_open(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["findings", str(tmp_path / "none.log")]) == 2
    assert b"none.log" in capfdbinary.readouterr().err
