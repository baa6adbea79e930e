"""All findings of 1 GB in the real window: when the first and the last is there, what it costs, and frames meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.common import Data, Figure, frame_figures, main


def measure(data: Data) -> Iterator[Figure]:
    """Yield seconds, processor seconds, memory and frame times of JSON and of text."""
    for name, path in (("JSON", data.jsonl()), ("text", data.text())):
        found = _look_through(path)
        first, every = found["first_s"], found["all_s"]
        yield Figure(f"first finding of a log of {name}", first, "s", "<= 2 s", first <= 2)
        yield Figure(f"all findings of a log of {name}", every, "s", "<= 20 s", every <= 20)
        yield Figure("  processor time, with the frames", found["processor_s"], "s")
        yield Figure("  peak memory, with the log", found["peak_mb"], "MB", note=f"{found['before_mb']:.0f} before")
        yield from frame_figures(f"frame meanwhile ({name})", found["frames_ms"], 8, 40)


def _look_through(path: Path) -> dict[str, Any]:
    """Run the window in a process of its own and return what its stopwatch saw."""
    command = [sys.executable, "-m", "tests.bench.probe_findings", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the window failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main(measure, __doc__)
