"""``make bench-live``: a log that a real process writes, followed by the real window.

``python -m tests.bench.bench_live [--quick] [--only latency rate socket directory hour faults idle]``

Prints one line a figure with its target. Latency is measured from the writing of a line (its ``sent_ns``) to the moment
at which the table's model has its row and the table was painted. ``--quick`` takes a fraction of the time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from aidebug_gui.app import make_application
from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.process.garbage import GuiGarbageCollector
from aidebug_gui.ui.theme import ThemeManager
from tests.bench.common import Figure, HostTime
from tests.bench.live_writer import Journal
from tests.bench.run import as_text

ROOT = Path(__file__).resolve().parent.parent.parent
LATENCY_P50_MS, LATENCY_P95_MS = 100.0, 250.0
RATE_LINES_S = 50_000
_OVER = 1.01  # the writer begins later than the clock
FRAME_P99_MS = 40.0
BYTES_A_ROW = 150.0
LATER_FACTOR = 1.5
IDLE_PERCENT = 1.0
_WAIT_S = 180.0
_SAMPLES_A_LOOK = 20
_TICK_MS = 5
_START_S = 4.0
_BEFORE = 200  # lines


@dataclass(slots=True)
class Followed:
    """The real window with one followed log."""

    application: QApplication
    window: MainWindow
    path: Path

    @property
    def view(self) -> LogView:
        view = self.window.view
        assert view is not None
        return view

    @property
    def log(self) -> FileLog:
        store = self.view.session.store
        assert isinstance(store, FileLog)
        return store

    def spin(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.001)

    def until(self, condition: Callable[[], bool], seconds: float = _WAIT_S) -> None:
        end = time.monotonic() + seconds
        while not condition():
            self.application.processEvents()
            time.sleep(0.001)
            if time.monotonic() > end:
                raise TimeoutError(str(self.log.state()))


class Watch(QObject):
    """Notes how late rows become visible, and how late the event loop comes to its timer (a frame that is not drawn)."""

    def __init__(self, followed: Followed) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self.frames_ms: list[float] = []
        self._followed = followed
        self._viewport = followed.view.table.viewport()
        self._seen = followed.view.table.log_model.rowCount()
        self._tick = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._viewport.installEventFilter(self)

    def stop(self) -> None:
        self._timer.stop()
        self._viewport.removeEventFilter(self)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.frames_ms.append(max(0.0, (now - self._tick) * 1000 - _TICK_MS))
        self._tick = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._on_painted()
        return False

    def _on_painted(self) -> None:
        """Some of the new rows are read back: when were they sent, and when are they drawn?"""
        model = self._followed.view.table.log_model
        count, now_ns = model.rowCount(), time.time_ns()
        if count <= self._seen:
            return
        chosen = np.unique(np.linspace(self._seen, count - 1, _SAMPLES_A_LOOK).astype(np.int64))
        self._seen = count
        records = chosen if model.order is None else model.order[chosen]
        for text in self._followed.log.raws(records):
            sent = text.partition(b'"sent_ns":')[2].partition(b",")[0]
            if sent:
                self.late_ms.append((now_ns - int(sent)) / 1e6)


def open_window(application: QApplication, path: Path) -> Followed:
    window = MainWindow(ThemeManager(application))
    window.resize(1280, 800)
    window.open_paths([path])
    window.show()
    followed = Followed(application, window, path)
    followed.until(lambda: window.view is not None and window.is_idle())
    followed.view.following.go_to_end()
    followed.spin(_START_S)  # parts of the window are made when there is time for them
    followed.until(window.is_idle)
    return followed


def writer(path: Path, *options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.bench.live_writer", str(path), *map(str, options)]
    return subprocess.Popen(command, cwd=ROOT)


def percentile(values: list[float], percent: float) -> float:
    return float(np.percentile(values, percent)) if values else float("nan")


def at_most(name: str, value: float, unit: str, limit: float, note: str = "") -> Figure:
    return Figure(name, value, unit, f"<= {limit:g} {unit}", value <= limit, note)


def seqs_of(log: FileLog) -> list[int]:
    """Return the line numbers that were shown, in their order; what is no line of the writer counts as -1."""
    found = []
    for raw in log.raws(None):
        try:
            found.append(int(json.loads(raw)["seq"]))
        except (ValueError, KeyError):
            found.append(-1)
    return found


# --- the figures


def latency(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield how late rows are seen at 1,000 lines a second."""
    path = folder / "latency.jsonl"
    lines = int(30_000 * share)
    with writer(path, "--lines", 200, "--rate", 1000):
        pass
    followed = open_window(application, path)
    watch = Watch(followed)
    with writer(path, "--lines", lines, "--rate", 1000) as process:
        followed.until(lambda: process.poll() is not None)
    followed.until(lambda: followed.log.state().records == 200 + lines)
    watch.stop()
    note = f"{len(watch.late_ms)} rows looked at"
    yield at_most("written to visible, 1,000 lines/s, p50", percentile(watch.late_ms, 50), "ms", LATENCY_P50_MS, note)
    yield at_most("written to visible, 1,000 lines/s, p95", percentile(watch.late_ms, 95), "ms", LATENCY_P95_MS)
    yield at_most("frames meanwhile, p99", percentile(watch.frames_ms, 99), "ms", FRAME_P99_MS)
    followed.window.close()


def rate(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield whether 50,000 lines a second for two minutes are all there, once each, and the window stays alive."""
    path = folder / "rate.jsonl"
    with writer(path, "--lines", _BEFORE, "--rate", 1e9):  # so that the window is made before its frames count
        pass
    yield from _sustained(open_window(application, path), "file", share)


def sockets(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield the same for lines that come over TCP."""
    window = MainWindow(ThemeManager(application))
    window.resize(1280, 800)
    window.show()
    window.receiving.listen_lines(Address("127.0.0.1", 0))
    followed = Followed(application, window, folder / "no file")
    followed.until(lambda: window.view is not None)
    found = re.search(r"port (\d+)", followed.log.events()[0].text)
    assert found is not None
    with writer(followed.path, "--lines", _BEFORE, "--rate", 1e9, "--port", found[1]):
        pass
    followed.until(lambda: followed.log.state().records == _BEFORE)
    followed.spin(_START_S)
    followed.until(window.is_idle)
    yield from _sustained(followed, "socket", share, "--port", found[1])


def _sustained(followed: Followed, way: str, share: float, *options: object) -> Iterator[Figure]:
    lines = int(120 * RATE_LINES_S * share)
    watch = Watch(followed)
    begun = time.monotonic()
    with writer(followed.path, "--lines", lines, "--rate", int(RATE_LINES_S * _OVER), *options) as process:
        followed.until(lambda: process.poll() is not None, 3 * 120 * share + _WAIT_S)
    written = time.monotonic()
    total = lines + _BEFORE
    followed.until(lambda: min(followed.log.state().records, followed.view.session.state.records) >= total)
    behind = time.monotonic() - written
    watch.stop()
    shown = len(followed.log.frame(None, ["time"]))
    found = followed.log.select("seq>0")
    seqs = followed.log.frame(None, ["seq"])["seq"]
    assert found is not None
    is_whole = shown == total == len(found) and int((seqs.diff() == 1).sum()) == total - 2
    rate = lines / (written - begun)
    yield Figure(f"{way}: lines/s written", rate, "1/s", f">= {RATE_LINES_S:,}", rate >= RATE_LINES_S)
    yield Figure(f"{way}: lines lost or doubled", abs(total - shown), "", "0", is_whole)
    yield Figure(f"{way}: seconds until the last one was shown", behind, "s")
    yield at_most(f"{way}: written to visible, p95", percentile(watch.late_ms, 95), "ms", LATENCY_P95_MS)
    yield at_most(f"{way}: frames meanwhile, p99", percentile(watch.frames_ms, 99), "ms", FRAME_P99_MS)
    followed.window.close()


def directory(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield how late rows of a directory with three logs are seen, and whether rotation loses or doubles one."""
    place = folder / "logs"
    place.mkdir()
    paths = [place / f"{name}.jsonl" for name in ("api", "worker", "trainer")]
    for path in paths:
        with writer(path, "--lines", 100, "--rate", 1e9):
            pass
    followed = open_window(application, place)
    watch = Watch(followed)
    lines, faults = int(10_000 * share), int(20 * share)
    more = ("--lines", lines, "--rate", 300, "--faults", faults, "--kinds", "rename")
    processes = [writer(path, *more, "--journal", folder / path.name) for path in paths]
    followed.until(lambda: all(process.poll() is not None for process in processes), 600)
    total = sum(100 + len(Journal.load(folder / path.name).written) for path in paths)
    followed.until(lambda: followed.view.session.state.records >= total)
    watch.stop()
    files = followed.log.files_between(0, followed.log.state().records)
    shown = Counter(zip(files.tolist(), followed.log.lines(np.arange(len(files))).tolist(), strict=True))
    is_whole = len(shown) == len(files) == total
    yield Figure("directory: written to visible, p50", percentile(watch.late_ms, 50), "ms")
    yield at_most("directory: written to visible, p95", percentile(watch.late_ms, 95), "ms", LATENCY_P95_MS)
    yield Figure("directory: lines lost or doubled", abs(total - len(files)), "", "0", is_whole, f"of {total:,}")
    yield at_most("directory: frames meanwhile, p99", percentile(watch.frames_ms, 99), "ms", FRAME_P99_MS)
    followed.window.close()


def hour(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield what ten million lines cost, with a filter, and whether it is as quick at the end as at the start."""
    path = folder / "hour.jsonl"
    lines = int(10_000_000 * share)
    with writer(path, "--lines", 200, "--rate", 1000):
        pass
    followed = open_window(application, path)
    before = memory_bytes()
    first = _slow_part(followed, 200)
    count = followed.log.state().records
    with writer(path, "--lines", lines, "--rate", 1e9, "--extra", 20) as process:
        followed.until(lambda: process.poll() is not None, 3600)
    followed.until(lambda: followed.view.session.state.records >= count + lines, 3600)
    followed.until(followed.view.is_idle, 600)
    grown = memory_bytes() - before
    last = _slow_part(followed, count + lines)
    yield at_most(f"memory a row after {lines:,} lines", grown / lines, "bytes", BYTES_A_ROW)
    yield Figure("written to visible at the start, p50", first, "ms")
    yield at_most("written to visible at the end, p50", last, "ms", LATER_FACTOR * first)
    followed.window.close()


def _slow_part(followed: Followed, count: int) -> float:
    """Return the median lateness of some seconds at 1,000 lines a second, with ``count`` records before."""
    watch = Watch(followed)
    with writer(followed.path, "--lines", 8000, "--rate", 1000) as process:
        followed.until(lambda: process.poll() is not None)
    followed.until(lambda: followed.view.session.state.records >= count + 8000)
    watch.stop()
    return statistics.median(watch.late_ms)


def faults(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield what 200 random rotations, truncations and re-creations do to the lines and the events."""
    path, journal_path = folder / "faults.jsonl", folder / "journal.json"
    path.touch()
    count = int(200 * share)
    followed = open_window(application, path)
    with writer(path, "--lines", 0, "--rate", 1000, "--faults", count, "--journal", journal_path) as process:
        followed.until(lambda: process.poll() is not None, 3600)
    journal = Journal.load(journal_path)
    last = len(journal.written)
    followed.until(lambda: followed.log.state().records > 0)
    followed.spin(3.0)
    seqs = seqs_of(followed.log)
    required = journal.required(1.0)
    doubled = sum(times - 1 for times in Counter(seqs).values())
    told = Counter(event.kind for event in followed.log.events())
    expected = journal.expected_events()
    note = f"{last:,} lines written, {len(seqs):,} shown"
    yield Figure(f"lines missing after {count} faults", len(required - set(seqs)), "", "0", required <= set(seqs), note)
    yield Figure("lines doubled or broken", doubled + seqs.count(-1), "", "0", not doubled and -1 not in seqs)
    yield Figure("lines out of order", sum(np.diff(seqs) < 0), "", "0", seqs == sorted(seqs))
    untold = sum(max(0, times - told[kind]) for kind, times in expected.items())
    yield Figure("events untold", untold, "", "0", untold == 0, f"of {sum(expected.values())}: {dict(told)}")
    state = followed.log.state()
    is_balanced = state.records + state.continuation + state.blank == state.lines
    yield Figure("accounts hold", float(is_balanced), "", "1", is_balanced)
    followed.window.close()


def idle(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    """Yield the processor time of a window whose log rests."""
    path = folder / "idle.jsonl"
    with writer(path, "--lines", 1000, "--rate", 10_000):
        pass
    followed = open_window(application, path)
    followed.spin(5.0)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(application.quit)
    seconds = 60 * share
    before = time.process_time()
    timer.start(int(seconds * 1000))
    application.exec()  # spinning would cost what is to be measured
    used = time.process_time() - before
    yield at_most(f"processor while nothing comes, {seconds:.0f} s", 100 * used / seconds, "%", IDLE_PERCENT)
    followed.window.close()


FIGURES = {
    "latency": latency,
    "rate": rate,
    "socket": sockets,
    "directory": directory,
    "hour": hour,
    "faults": faults,
    "idle": idle,
}


def memory_bytes() -> int:
    """Return the resident memory of this process; where the system does not tell, its peak."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the time")
    parser.add_argument("--share", type=float, help="this share of the time: 0.05")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=list(FIGURES))
    options = parser.parse_args()
    share = options.share or (0.1 if options.quick else 1.0)
    application = make_application()
    GuiGarbageCollector(application)
    with tempfile.TemporaryDirectory(prefix="aidebug-live-") as folder:
        for name in options.only:
            host = HostTime()
            for figure in FIGURES[name](application, Path(folder), share):
                print(as_text(figure), flush=True)
            for figure in host.figures():
                print(as_text(replace(figure, name=f"{name}: {figure.name}")), flush=True)


if __name__ == "__main__":
    main()
