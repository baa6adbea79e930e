"""What a run that ended badly leaves behind, and what the next one makes of it. The runs are real processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aidebug_gui.startup import crash
from aidebug_gui.startup.crash import KEPT, CrashWatch, crashed_runs, discard

BEGIN = "import sys, pathlib; from aidebug_gui.startup.crash import CrashWatch; w = CrashWatch(pathlib.Path(sys.argv[1])); w.start()\n"


def run(directory: Path, code: str) -> int:
    command = [sys.executable, "-c", BEGIN + code, str(directory)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode


def test_a_run_that_ends_well_leaves_nothing(tmp_path):
    assert run(tmp_path, "w.end()") == 0
    assert list(tmp_path.iterdir()) == []


def test_where_an_open_file_cannot_be_deleted_a_run_that_ends_well_leaves_nothing_either(tmp_path, monkeypatch):
    """On Windows each start would have told of a crash of the one before."""
    watch = CrashWatch(tmp_path)
    watch.start()
    file = watch._file
    unlink = Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if not file.closed:
            raise PermissionError(13, "the file is in use")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    monkeypatch.setattr(crash.sys, "platform", "win32")
    watch.end()
    assert list(tmp_path.iterdir()) == []


def test_a_segfault_tells_where(tmp_path):
    assert run(tmp_path, "import faulthandler\ndef broken(): faulthandler._sigsegv()\nbroken()") != 0
    (report,) = crashed_runs(tmp_path)
    assert report.reason == "Segmentation fault"
    assert "in broken" in report.text
    assert '"version"' in report.text.splitlines()[0]
    discard(report)
    assert crashed_runs(tmp_path) == []


def test_an_uncaught_error_tells_what(tmp_path):
    code = "try: 1 / 0\nexcept Exception: w.note(*sys.exc_info())\nw.note_log('12:00 ERROR last lines')\nw.end()"
    assert run(tmp_path, code) == 0
    (report,) = crashed_runs(tmp_path)
    assert report.reason == "ZeroDivisionError: division by zero"
    assert "12:00 ERROR last lines" in report.text
    assert "uncaught in MainThread" in report.text


def test_an_error_that_was_read_is_not_told_again(tmp_path):
    code = "try: 1 / 0\nexcept Exception: w.note(*sys.exc_info())\nw.mark_read(); w.end()"
    assert run(tmp_path, code) == 0
    assert crashed_runs(tmp_path) == []


def test_ended_from_outside_has_no_reason(tmp_path):
    assert run(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)") == -9
    (report,) = crashed_runs(tmp_path)
    assert report.reason == ""


@pytest.mark.skipif(sys.platform == "win32", reason="locks of files")
def test_a_run_that_lives_is_left_alone(tmp_path):
    watch = CrashWatch(tmp_path)
    watch.start()
    assert crashed_runs(tmp_path) == []
    assert len(list(tmp_path.iterdir())) == 1
    watch.end()


def test_a_flood_of_errors_is_cut(tmp_path):
    code = "e = ValueError('x' * 100)\nfor _ in range(5000): w.note(ValueError, e, None)"
    run(tmp_path, code)
    (report,) = crashed_runs(tmp_path)
    assert report.text.count("uncaught in") == 20


def test_only_the_newest_are_kept(tmp_path):
    for number in range(KEPT + 3):
        (tmp_path / f"{number}.run").write_text("{}\nTraceback\nValueError: x\n")
    assert len(crashed_runs(tmp_path)) == KEPT
    assert len(list(tmp_path.iterdir())) == KEPT


def test_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    assert run(tmp_path / "file", "w.note(ValueError, ValueError('x'), None); w.end()") == 0
    assert crashed_runs(tmp_path / "file") == []


def test_damaged_files_are_no_problem(tmp_path):
    (tmp_path / "1.run").write_bytes(b"\xff\x00\xfe" * 1000)
    (tmp_path / "2.run").mkdir()
    assert len(crashed_runs(tmp_path)) == 1
