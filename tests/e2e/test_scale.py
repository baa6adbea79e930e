"""The window on displays with large pixels: everything grows with the scale, and nothing is told to be wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parent.parent.parent
WIDTH, HEIGHT = 800, 500


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1.25", "3"])
def test_the_window_at_other_scales(tmp_path, scale):
    picture = tmp_path / "window.png"
    log = ROOT / "resources" / "examples" / "server.log"
    done = subprocess.run(
        [sys.executable, "-m", "aidebug_gui", str(log), "--screenshot", str(picture), "--size", f"{WIDTH}x{HEIGHT}"],
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (round(WIDTH * float(scale)), round(HEIGHT * float(scale)))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20
