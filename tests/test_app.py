"""Start of the program: sizes, refused versions, a picture of the window, errors that nobody caught."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aidebug_gui.app import read_size, refusal

ROOT = Path(__file__).parent.parent
HEAVY = ("pandas", "pyarrow", "duckdb", "pyqtgraph", "qtawesome")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env=dict(os.environ),
    )


def test_sizes():
    assert read_size(None) == (1280, 800)
    assert read_size("2560x1440") == (2560, 1440)
    with pytest.raises(ValueError, match="Example: 1280x800"):
        read_size("large")


def test_refuses_the_broken_pyside():
    assert "3.12" in refusal((6, 12, 0), (3, 11))
    assert refusal((6, 12, 0), (3, 12)) == ""
    assert refusal((6, 11, 3), (3, 11)) == ""


def test_the_window_comes_before_the_heavy_packages():
    done = run_python(f"import sys, aidebug_gui.app; print([name for name in {HEAVY!r} if name in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


def test_picture_of_the_window(tmp_path):
    picture = tmp_path / "window.png"
    done = run_python(
        "import sys; from pathlib import Path; from aidebug_gui.app import run;"
        f"sys.exit(run([Path('resources/examples/incident.jsonl')], screenshot=Path({str(picture)!r}), theme='dark'))"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "Traceback" not in done.stderr


def test_a_picture_that_cannot_be_written(tmp_path):
    done = run_python(
        "import sys; from pathlib import Path; from aidebug_gui.app import run;"
        f"sys.exit(run([], screenshot=Path({str(tmp_path / 'no' / 'x.png')!r})))"
    )
    assert done.returncode == 2
    assert "could not write" in done.stderr


def test_an_error_is_shown_and_the_window_stays():
    done = run_python(
        "import sys; from aidebug_gui import app\n"
        "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication, QMessageBox\n"
        "def fail(): raise RuntimeError('broken on purpose')\n"
        "def look():\n"
        "    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]\n"
        "    print(len(boxes), boxes[0].informativeText()); [box.close() for box in boxes]; QApplication.exit(7)\n"
        "application = app.make_application()\n"
        "timers = [QTimer.singleShot(300, fail), QTimer.singleShot(400, fail), QTimer.singleShot(900, look)]\n"
        "sys.exit(app.run([]))"
    )
    assert done.returncode == 7, done.stderr
    assert done.stdout.strip() == "1 RuntimeError: broken on purpose"
