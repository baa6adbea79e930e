"""The shipped examples are what their script writes, and stay small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from aidebug_gui.resources import resource_path

SCRIPT = Path(__file__).parent.parent / "packaging" / "make_example.py"


def test_examples_are_reproducible(tmp_path: Path) -> None:
    code = f"import runpy, pathlib; m = runpy.run_path({str(SCRIPT)!r}); m['main'](pathlib.Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    for name in ("incident.jsonl", "server.log"):
        shipped = resource_path("examples", name).read_bytes()
        assert (tmp_path / name).read_bytes() == shipped
        assert len(shipped) < 1_000_000
