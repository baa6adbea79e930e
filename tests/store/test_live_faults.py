"""A real process writes while its file is rotated, emptied and made again: no line is lost, doubled or out of order."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from aidebug_gui.store import open_log
from tests.bench.live_writer import Journal

ROOT = Path(__file__).resolve().parent.parent.parent
FAULTS = 25
WAIT_S = 60.0
ON_DISK_S = 1.0


def test_lines_and_events_survive_random_faults(tmp_path: Path) -> None:
    path, journal_path = tmp_path / "app.log", tmp_path / "journal.json"
    path.touch()
    log = open_log(path, follow=True)
    try:
        command = [sys.executable, "-m", "tests.bench.live_writer", str(path), "--lines", "0", "--rate", "500"]
        command += ["--faults", str(FAULTS), "--pause", "0.1", "0.3", "--seed", "4", "--journal", str(journal_path)]
        subprocess.run(command, check=True, cwd=ROOT, timeout=120)
        journal = Journal.load(journal_path)
        required = journal.required(ON_DISK_S)
        deadline = time.monotonic() + WAIT_S
        seqs: list[int] = []
        while not required <= set(seqs):
            assert time.monotonic() < deadline, sorted(required - set(seqs))[:20]
            time.sleep(0.2)
            seqs = [int(json.loads(raw)["seq"]) for raw in log.raws(None)]
        assert seqs == sorted(set(seqs))
        state = log.state()
        assert state.records + state.continuation + state.blank == state.lines
        assert state.records == len(seqs)
        frame = log.frame(None, ["time"])
        assert frame["time"].is_monotonic_increasing
        # A file that is emptied or replaced before a slow machine looks at it is one event less.
        told = Counter(event.kind for event in log.events())
        expected = journal.expected_events()
        assert sum(told[kind] for kind in expected) >= 0.6 * sum(expected.values())
        assert all(0 <= event.record <= state.records for event in log.events())
    finally:
        log.close()
