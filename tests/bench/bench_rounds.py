"""What one more look at the findings costs when 1,000 lines came, with one and with five million records before them.

``python -m tests.bench.bench_rounds`` prints the processor time of a round for JSON, for text, and for logs whose
findings compare each record with many others (``round_logs.py``); ``--profile`` also where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from aidebug_gui.analysis.findings.analysis import settled
from aidebug_gui.analysis.findings.anomalies import GrownEvents, field_events
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from tests.bench.generate import jsonl_lines, text_lines
from tests.bench.round_logs import LOGS

NEW = 1000
_ROUNDS = 11  # one of them has news
_SIZES = (1_000_000, 5_000_000)
_PATIENCE_S = 600.0


KINDS: dict[str, Callable[[int, int, int], Iterator[str]]] = {
    "JSON": jsonl_lines,
    "text": text_lines,
    **LOGS,
}


class Tail:
    """A log that is followed, and what the window knows of it."""

    def __init__(self, log: FileLog) -> None:
        self._log = log
        self._shared = SharedAnalysis(log)
        self._grown: GrownEvents | None = None

    def look(self) -> float:
        """Look for all findings as the window does, and return the processor time in seconds."""
        begin = time.process_time()
        analysis = self._shared.analysis()
        settled(analysis.findings())
        analysis.forget_texts()
        events_of = field_events if self._grown is None else self._grown.field_events
        events = dict(events_of(self._log, analysis.evidence))
        self._grown = self._grown or GrownEvents(events, analysis.evidence.records)
        self._shared.forget()
        return time.process_time() - begin


def rounds(kind: str, size: int, directory: Path, profile: cProfile.Profile | None = None) -> tuple[float, list[float]]:
    """Return processor seconds of the first look at ``size`` records, and of those after 1,000 new ones each."""
    path = directory / f"rounds-{kind}-{size}.log"
    lines = KINDS[kind]
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for first in range(0, size, 100_000):
            out.writelines(lines(7, first, min(100_000, size - first)))
    log = open_log(path, follow=True)
    try:
        _until_read(log, path)
        tail = Tail(log)
        whole, later = tail.look(), []
        for number in range(_ROUNDS):
            with path.open("a", encoding="utf-8", newline="\n") as out:
                out.writelines(islice(lines(7, size + number * NEW, NEW), NEW))
            _until_read(log, path)
            if profile is not None and number:
                profile.enable()
            later.append(tail.look())
            if profile is not None:
                profile.disable()
        return whole, later
    finally:
        log.close()
        path.unlink()


def _until_read(log: FileLog, path: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    size = path.stat().st_size
    while not (log.state().complete and log.state().bytes_read >= size):
        assert time.monotonic() < deadline, log.state()
        time.sleep(0.01)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="*", default=_SIZES)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aidebug-rounds-") as directory:
        for kind in options.kinds:
            for size in options.records:
                profile = cProfile.Profile() if options.profile else None
                whole, later = rounds(kind, size, Path(directory), profile)
                print(
                    f"{kind:10} {size:>10,} records: all of it {whole:6.2f} s, a round {statistics.median(later):6.3f} s"
                    f" (the first {later[0]:.3f}, the others at most {max(later[1:]):.3f})",
                    flush=True,
                )
                if profile is not None:
                    pstats.Stats(profile).sort_stats("cumulative").print_stats(70)


if __name__ == "__main__":
    main()
