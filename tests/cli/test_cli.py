"""The command line: what it accepts, what it imports, what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aidebug_gui import __version__
from aidebug_gui.cli.commands import COMMANDS, parse_query

HEAVY = ("PySide6", "pandas", "duckdb", "pyarrow", "numpy", "pyqtgraph", "lark")


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "aidebug_gui", *arguments]
    root = str(Path(__file__).parents[2])
    settings = {"PATH": "/usr/bin:/bin", "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=settings, encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["inspect", "--help"], ["query", "--help"]])
def test_quick_answers_import_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
from aidebug_gui.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    assert end.code == 0
print("LOADED", sorted(set(sys.modules) & set({HEAVY!r})))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.endswith("LOADED []\n")


def test_version() -> None:
    assert run("--version").stdout == f"aidebug-gui {__version__}\n"


def test_help_names_every_command() -> None:
    told = run("--help").stdout
    assert [name for name in COMMANDS if f"  aidebug-gui {name} FILE" not in told] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("finding", "findings"), ("anomaly", "anomalies"), ("Query", "query"), ("bundel", "bundle"), ("exprot", "export")],
)
def test_a_mistyped_command_is_no_file(typed: str, meant: str) -> None:
    done = run(typed, "my log.txt", "--json")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"aidebug-gui: there is no file '{typed}'. Did you mean the command {meant}?",
        f"  aidebug-gui {meant} 'my log.txt' --json",
    ]


def test_what_is_a_file_or_like_no_command_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "finding").write_text("INFO:root:served\n")
    for name in ("finding", "training", "findings.log", "app", "server"):
        assert "no display" in run(name, cwd=tmp_path).stderr


def test_without_a_display_it_says_so() -> None:
    done = run("some.log")
    assert done.returncode == 2
    assert "there is no display" in done.stderr
    assert "--screenshot" in done.stderr


@pytest.mark.parametrize("size", ["1280", "axb", "0x100", "100x-5"])
def test_bad_sizes_are_refused(size: str) -> None:
    done = run("--size", size)
    assert done.returncode == 2
    assert "is not a size such as 1280x800" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "files", "text"),
    [
        (["a.log", "level>=error"], ["a.log"], "level>=error"),
        (["a.log", "b.log", "x", "--count"], ["a.log", "b.log"], "x"),
        (["a.log", "-logger:uvicorn", "--limit", "3"], ["a.log"], "-logger:uvicorn"),
        (["--limit", "3", "a.log", "-(a or b)"], ["a.log"], "-(a or b)"),
        (["a.log", ""], ["a.log"], ""),
        (["a.log", "--", "--x"], ["a.log"], "--x"),
    ],
)
def test_the_last_argument_is_the_filter(arguments: list[str], files: list[str], text: str) -> None:
    options = parse_query(arguments)
    assert options.given == [*files, text]


@pytest.mark.parametrize("arguments", [["a.log"], [], ["a.log", "x", "--cuont"], ["a.log", "x", "--limit", "0"]])
def test_wrong_query_arguments(arguments: list[str]) -> None:
    done = run("query", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("aidebug-gui query: ")
