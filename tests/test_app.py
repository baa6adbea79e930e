"""Start of the program: sizes, refused versions, a picture of the window, errors that nobody caught."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from aidebug_gui.app import refusal

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


def test_refuses_the_broken_pyside():
    assert "3.12" in refusal((6, 12, 0), (3, 11))
    assert refusal((6, 12, 0), (3, 12)) == ""
    assert refusal((6, 11, 3), (3, 11)) == ""


def test_the_window_comes_before_the_heavy_packages():
    done = run_python(f"import sys, aidebug_gui.app; print([name for name in {HEAVY!r} if name in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


def test_a_picture_that_cannot_be_written(tmp_path):
    done = run_python(
        "import sys; from pathlib import Path; from aidebug_gui.app import run;"
        f"sys.exit(run([], screenshot=Path({str(tmp_path / 'no' / 'x.png')!r})))"
    )
    assert done.returncode == 2
    assert "could not write" in done.stderr


def test_an_error_is_shown_and_the_window_stays(tmp_path, monkeypatch):
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path))
    done = run_python(
        "import sys, threading; from aidebug_gui import app\n"
        "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication, QLabel\n"
        "failed = []\n"
        "def fail(): failed.append(1); raise RuntimeError('broken on purpose')\n"
        "def fail_elsewhere(): threading.Thread(target=fail).start()\n"
        "def look():\n"
        "    boxes = [box for box in QApplication.topLevelWidgets() if box.inherits('ReportDialog')]\n"
        "    if len(failed) < 2 or not boxes: return\n"
        "    timer.stop(); print(len(boxes), boxes[0].findChild(QLabel).text().splitlines()[1])\n"
        "    [box.close() for box in boxes]; QApplication.exit(7)\n"
        "application = app.make_application()\n"
        "timers = [QTimer.singleShot(300, fail_elsewhere), QTimer.singleShot(400, fail)]\n"
        "timer = QTimer(); timer.timeout.connect(look); timer.start(100)\n"
        "sys.exit(app.run([]))"
    )
    assert done.returncode == 7, done.stderr
    assert done.stdout.strip() == "1 RuntimeError: broken on purpose"
    assert done.stderr.count("RuntimeError: broken on purpose") >= 2


def test_files_that_macos_gives_in_an_event_are_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path))
    done = run_python(
        "import sys; from aidebug_gui import app\n"
        "from PySide6.QtCore import QCoreApplication, QTimer, QUrl; from PySide6.QtGui import QFileOpenEvent\n"
        "from PySide6.QtWidgets import QApplication\n"
        "application = app.make_application()\n"
        "def give(name): QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(name)))\n"
        "def later(): give(sys.path[0] + '/resources/examples/server.log')\n"
        "def look():\n"
        "    window = next(w for w in QApplication.topLevelWidgets() if w.inherits('MainWindow'))\n"
        "    if window.tabs.count() < 2: return\n"
        "    timer.stop(); print([window.tabs.tabText(at) for at in (0, 1)]); window.close()\n"
        "sys.path.insert(0, '.'); sys.path[0] = __import__('os').getcwd()\n"
        "give(sys.path[0] + '/resources/examples/incident.jsonl')\n"
        "QTimer.singleShot(300, later)\n"
        "timer = QTimer(); timer.timeout.connect(look); timer.start(50)\n"
        "sys.exit(app.run([]))"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['incident.jsonl', 'server.log']"


def test_a_file_of_what_the_program_does(tmp_path):
    log_file = tmp_path / "program.log"
    command = [sys.executable, "-m", "aidebug_gui", "--temp-basedir", "--debug"]
    command += ["--log-file", str(log_file), "--screenshot", str(tmp_path / "x.png")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "DEBUG" in log_file.read_text()
    assert "DEBUG" in done.stderr


def test_a_log_file_that_cannot_be_written(tmp_path):
    command = [sys.executable, "-m", "aidebug_gui", "--log-file", str(tmp_path / "no" / "x.log")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, cwd=ROOT, env=environment)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
