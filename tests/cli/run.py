"""Runs a command in this process, as the installed program would: starting one takes longer than what it does."""

from __future__ import annotations

import io
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from aidebug_gui.cli import main

ROOT = Path(__file__).parents[2]


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Return how a command ended and what it wrote."""
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with chdir(cwd), redirect_stdout(out), redirect_stderr(errors):
        try:
            code = main(arguments)
        except SystemExit as exit_:
            code = exit_.code
    written, complaints = (stream.buffer.getvalue().decode().replace("\r\n", "\n") for stream in (out, errors))
    return subprocess.CompletedProcess(arguments, code, written, complaints)
