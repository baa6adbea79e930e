"""``inspect`` and ``query`` on real files, as a script would call them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aidebug_gui.cli.opening import filter_message
from aidebug_gui.resources import resource_path
from aidebug_gui.store.protocol import FilterError
from tests.cli.run import ROOT, run

JSONL = str(resource_path("examples", "incident.jsonl"))
TEXT = str(resource_path("examples", "server.log"))


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_no_command_imports_qt_or_pandas(tmp_path: Path) -> None:
    for arguments in (
        ["inspect", JSONL],
        ["query", TEXT, "level>=error", "--limit", "1"],
        ["findings", JSONL],  # Arrow would load pandas for what these make of Python values
        ["export", JSONL, "--out", str(tmp_path / "masked.parquet")],
    ):
        code = (
            "import sys; from aidebug_gui.__main__ import run; code = run();"
            "print([name for name in ('PySide6', 'pyqtgraph', 'pandas') if name in sys.modules], code)"
        )
        settings = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=settings)
        assert done.stdout.endswith("[] 0\n")


def test_inspect_accounts_add_up() -> None:
    for path in (JSONL, TEXT):
        done = run("inspect", path, "--json")
        assert done.returncode == 0
        found = json.loads(done.stdout)
        lines = Path(path).read_bytes().count(b"\n")
        assert found["lines"] == lines == found["records"] + found["continuation"] + found["blank"]
        assert found["not_understood"] == 0
        assert sum(entry["records"] for entry in found["formats"].values()) == found["records"]
        assert sum(found["levels"].values()) == found["records"]
        assert found["levels"]["CRITICAL"] == 1
        assert found["time"]["first"].startswith("2026-03-14T01:30:0")
        fields = {field["name"]: field for field in found["fields"]}
        assert fields["score"]["type"] == "number"
        assert 0.7 < fields["score"]["fill"] < 0.8


def test_headers_count_where_a_few_lines_are_json() -> None:
    fields = {field["name"]: field for field in json.loads(run("inspect", TEXT, "--json").stdout)["fields"]}
    assert fields["message"]["fill"] > 0.99
    assert 0.9 < fields["time"]["fill"] < 1


def test_a_users_own_format_is_used_and_a_bad_one_is_told(tmp_path: Path) -> None:
    formats = tmp_path / "aidebug" / "formats"
    formats.mkdir(parents=True)
    (formats / "ours.toml").write_text(
        '[[format]]\nname = "ours"\ntitle = "Our own"\npattern = \'^<(?P<level>[A-Z]+)> (?P<logger>\\w+): \'\n'
    )
    (formats / "bad.toml").write_text('[[format]]\nname = "bad"\ntitle = "Bad"\npattern = "("\n')
    log = tmp_path / "own.log"
    log.write_text("<ERROR> billing: card refused\n<INFO> billing: fine\n")
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "aidebug_gui", "query", str(log), "level:error", "--columns", "logger,message"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=settings)
    assert rows(done.stdout) == [{"line": 1, "logger": "billing", "message": "card refused"}]
    assert "bad.toml" in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    "command", [["inspect"], ["findings"], ["findings", "--csv"], ["usage"], ["usage", "--csv"], ["anomalies"]]
)
def test_a_log_that_cannot_be_read_costs_only_itself(command: list[str], tmp_path: Path) -> None:
    missing, alone = str(tmp_path / "missing.jsonl"), run(*command, JSONL)
    for files in ([missing, JSONL], [JSONL, missing]):
        both = run(*command, *files)
        assert both.returncode == 2
        assert f"{missing} cannot be opened" in both.stderr
        assert both.stdout.count("\n") == alone.stdout.count("\n"), "as with one log, the head of a table above all"


def test_findings_by_group(tmp_path: Path) -> None:
    log = tmp_path / "models.jsonl"
    calls = [(n, "fast" if n % 2 else "slow", 90 if n % 2 and n != 1101 else 800) for n in range(1500)]
    log.write_text(
        "".join(
            json.dumps({"message": "served", "model": model, "latency_ms": ms + n * 37 % 11}) + "\n"
            for n, model, ms in calls
        )
    )
    alone = json.loads(run("findings", str(log), "--group", "model", "--json").stdout)
    assert alone["parameters"]["grouped_by"] == "model"
    assert any("of “fast”" in found["title"] for found in alone["findings"])
    assert "of “fast”" not in run("findings", str(log)).stdout
    wrong = run("findings", str(log), "--group", "modell")
    assert wrong.returncode == 2
    assert "'modell'" in wrong.stderr
    assert "Choose one of: model." in wrong.stderr


def test_inspect_for_people() -> None:
    done = run("inspect", JSONL, TEXT)
    assert done.returncode == 0
    assert "3,176 records" in done.stdout
    assert "traceback" in done.stdout
    assert done.stdout.count("  levels ") == 2


def test_query_finds_what_a_plain_program_finds() -> None:
    records = [json.loads(line) for line in Path(JSONL).read_text().splitlines()]
    expected = [n for n, record in enumerate(records, 1) if record.get("score", 0) > 0.9 and record["level"] == "INFO"]
    done = run("query", JSONL, "score>0.9 level:info")
    assert done.returncode == 0
    assert [row["line"] for row in rows(done.stdout)] == expected
    assert all(row["score"] > 0.9 for row in rows(done.stdout))
    assert run("query", JSONL, "score>0.9 level:info", "--count").stdout == f"{len(expected)}\n"


def test_query_columns_limit_and_raw() -> None:
    done = run("query", JSONL, "level>=critical", "--columns", "time,worker,message", "--raw", "--limit", "5")
    (row,) = rows(done.stdout)
    assert list(row) == ["line", "time", "worker", "message", "raw"]
    assert row["worker"] == 2
    assert json.loads(str(row["raw"]))["message"] == row["message"]
    assert len(rows(run("query", JSONL, "", "--limit", "7").stdout)) == 7


def test_query_raw_gives_whole_records_as_they_are() -> None:
    done = run("query", TEXT, "logger:app.model has:traceback", "--format", "raw")
    assert done.stdout in Path(TEXT).read_text()
    assert done.stdout.splitlines()[1] == "Traceback (most recent call last):"


def test_query_of_several_files_names_them() -> None:
    found = rows(run("query", JSONL, TEXT, "level>=critical").stdout)
    assert [row["file"] for row in found] == [JSONL, TEXT]
    assert run("query", JSONL, TEXT, "level>=critical", "--count").stdout == f"{JSONL}:1\n{TEXT}:1\n"
    assert run("query", JSONL, TEXT, "level>=critical", "--format", "raw").stdout.startswith(f"{JSONL}:{{")


def test_query_csv_is_one_table_that_no_spreadsheet_runs(tmp_path: Path) -> None:
    evil = tmp_path / "evil.jsonl"
    evil.write_text('{"level":"error","message":"=cmd|\' /C calc\'!A0","score":-0.5}\n')
    done = run("query", str(evil), JSONL, "level>=error", "--format", "csv", "--limit", "2")
    table = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert [row["file"] for row in table] == [str(evil), JSONL]
    assert table[0]["message"] == "'=cmd|' /C calc'!A0"
    assert table[0]["score"] == "-0.5"
    assert table[0]["time"] == ""
    assert table[1]["time"].startswith("2026-")


def test_exit_codes(tmp_path: Path) -> None:
    assert run("query", JSONL, "no such text anywhere").returncode == 1
    assert run("query", JSONL, "--", "-level:info").returncode == 0
    missing = run("query", str(tmp_path / "missing.log"), JSONL, "level>=critical")
    assert missing.returncode == 2
    assert len(rows(missing.stdout)) == 1
    assert "missing.log" in missing.stderr
    assert run("inspect", str(tmp_path)).returncode == 2


def test_a_wrong_filter_is_shown_with_its_place() -> None:
    done = run("query", JSONL, "score<0.3 level>=wran")
    assert done.returncode == 2
    message, shown, carets = done.stderr.splitlines()
    assert "wran" in message
    assert shown == "  score<0.3 level>=wran"
    assert carets == "                   ^^^^"
    assert filter_message("a\tb", FilterError("No.", 3)) == "No.\n  a b\n     ^"


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"'{sys.executable}' -m aidebug_gui query '{JSONL}' '' --raw | head -n 1"
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], check=False, capture_output=True, env=settings)
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.parametrize("name", ["inspect", "query"])
def test_a_log_that_is_called_like_a_command(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('{"level":"info","message":"hello"}\n')
    assert run("query", name, "hello", "--count", cwd=tmp_path).stdout == "1\n"


def test_what_a_terminal_obeys_does_not_reach_it(tmp_path: Path) -> None:
    log = tmp_path / "a.jsonl"
    log.write_text('{"message":"hi","evil\\u001b[31m":1}\n')
    assert "\x1b" not in run("inspect", str(log)).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="terminals")
def test_a_name_of_a_file_does_not_command_the_terminal_either(tmp_path: Path) -> None:
    terminal, side = os.openpty()
    command = [sys.executable, "-m", "aidebug_gui", "inspect", str(tmp_path / "a\x1b]0;evil\x07.log")]
    done = subprocess.run(command, stderr=side, stdout=subprocess.DEVNULL, timeout=60, check=False)
    os.close(side)
    told = os.read(terminal, 10_000)
    os.close(terminal)
    assert done.returncode == 2
    assert b"a?]0;evil?.log" in told
    assert b"\x1b" not in told


def test_values_that_json_tools_stumble_over(tmp_path: Path) -> None:
    log = tmp_path / "odd.jsonl"
    log.write_bytes(b'{"message":"big","n":99999999999999999999999}\n{"message":"half \\ud800"}\n\x00binary\n')
    done = run("query", str(log), "", "--columns", "n,message", "--raw")
    assert done.returncode == 0
    assert rows(done.stdout)[0]["n"] == 99999999999999999999999
    assert run("query", str(log), "", "--format", "raw").stdout == log.read_text()
    found = json.loads(run("inspect", str(log), "--json").stdout)
    counted = sum(entry["records"] for entry in found["formats"].values())
    assert counted + found["not_understood"] == found["records"] == 3


def test_an_empty_log(tmp_path: Path) -> None:
    log = tmp_path / "empty.log"
    log.touch()
    assert json.loads(run("inspect", str(log), "--json").stdout)["fields"] == []
    assert run("query", str(log), "").returncode == 1


def test_query_tells_of_names_that_no_field_has(tmp_path: Path) -> None:
    log = tmp_path / "a.jsonl"
    log.write_text('{"score": 0.5, "message": "x"}\n')
    done = run("query", str(log), "scor>0.1")
    assert done.returncode == 1
    assert "no field 'scor'. Did you mean score?" in done.stderr
