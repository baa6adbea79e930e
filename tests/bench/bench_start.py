"""Starting: the window, the first rows of a large and a small log, and frames while a log is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.common import Data, Figure, frame_figures, main, warm

REPEAT = 5


def measure(data: Data) -> Iterator[Figure]:
    """Yield the seconds from the start of the process, the best of some starts."""
    big, small = data.jsonl(), data.small()
    for path in (small, big):
        warm(path)
    shown = best(None, "shown")
    yield Figure("window shown after start", shown, "s", "<= 1.0 s", shown <= 1.0)
    of_small, of_big = best(small, "first_rows", "--first-rows"), best(big, "first_rows", "--first-rows")
    after = of_big - best(big, "shown", "--first-rows")
    size = f"{big.stat().st_size / 1e9:.1f} GB"
    yield Figure("first rows of a 10 MB log, from start", of_small, "s")
    yield Figure(f"first rows of a {size} log, from start", of_big, "s")
    yield Figure(f"first rows of a {size} log, after the window", after, "s", "<= 0.5 s", after <= 0.5)
    yield Figure("  ratio to 10 MB", of_big / of_small, "x", "<= 1.3 x", of_big <= 1.3 * of_small)
    frames = probe(big, "--scroll")["frames_ms"]
    if frames:
        yield frame_figures("frame while reading and scrolling", frames, 40, 40)[1]


def best(path: Path | None, name: str, *options: str) -> float:
    return min(float(probe(path, *options)[name]) for _ in range(REPEAT))


def probe(path: Path | None, *options: str) -> dict[str, Any]:
    """Run the window in a process of its own and return what its stopwatch saw."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-m", "tests.bench.probe_window", *([str(path)] if path else []), *options]
    command += ["--began", str(time.time())]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(f"the window failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main(measure, __doc__)
