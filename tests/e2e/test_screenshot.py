"""The program as people start it, in a process of its own, as far as a picture of its window."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from aidebug_gui.resources import resource_path

ROOT = Path(__file__).parent.parent.parent
JSONL = resource_path("examples", "incident.jsonl")
TEXT = resource_path("examples", "server.log")


def screenshot(out: Path, *arguments: str | Path, scale: float = 1) -> subprocess.CompletedProcess[str]:
    # Neither a display nor a platform is given: the program has to see for itself.
    settings = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    settings.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", "aidebug_gui", *map(str, arguments), "--screenshot", str(out)]
    environment = {**settings, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": str(scale)}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=80)


def png_size(path: Path) -> tuple[int, int]:
    header = path.read_bytes()[:24]
    assert header.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", header[16:])
    return width, height


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(("theme", "scale"), [("light", 1), ("dark", 1.25), ("high_contrast", 3)])
def test_a_picture_without_a_display(theme: str, scale: float, tmp_path: Path) -> None:
    """Everything grows with the pixels of the display, and nothing is told to be wrong."""
    out = tmp_path / "window.png"
    done = screenshot(out, JSONL, TEXT, "--size", "800x500", "--theme", theme, scale=scale)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out)
    assert "Traceback" not in done.stderr
    assert "Warning" not in done.stderr
    assert png_size(out) == (800 * scale, 500 * scale)
    image = QImage(str(out))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20  # a table and plots, not an empty window


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_file_that_is_not_there_is_told_in_the_window(tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    done = screenshot(out, tmp_path / "missing.log")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert png_size(out)[0] >= 800
