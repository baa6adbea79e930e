"""The real program on a real accessibility bus (at-spi2), read by another process as a screen reader reads it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
BUS = Path("/usr/libexec/at-spi-bus-launcher")


def _can_run() -> bool:
    if not all(shutil.which(tool) for tool in ("dbus-run-session", "Xvfb", "xvfb-run")) or not BUS.exists():
        return False
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_a_screen_reader_finds_the_table_and_reads_its_cells(tmp_path):
    if not _can_run():
        pytest.skip("needs dbus-run-session, xvfb-run, at-spi2-core and the system's Python with Atspi")
    script = tmp_path / "session.sh"
    log = ROOT / "resources" / "examples" / "incident.jsonl"
    script.write_text(
        f"{BUS} --launch-immediately & bus=$!\n"
        f"{sys.executable} -m aidebug_gui {log} --size 1200x800 & program=$!\n"
        f"{SYSTEM_PYTHON} {HERE / 'read_screen.py'} incident.jsonl\n"
        "kill $program $bus\n"
    )
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    clean = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    environment = {**clean, **homes, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", "bash", str(script)],
        env={**environment, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr
    found = json.loads(lines[-1])
    assert found.get("rows") == 3176, found
    assert found["columns"][0] == "Line"
    assert "Message" in found["columns"]
    assert found["cells"][0].startswith("line 6, ")
    assert found["cells"][found["columns"].index("Message")].startswith("Message: ")
    assert {"menu bar", "page tab list", "table", "text", "tree"} <= set(found["roles"]), found["roles"]
    assert {"Filter", "Log records", "Fields"} <= set(found["names"]), found["names"]
