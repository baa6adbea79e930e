"""A log that somebody watches: how late its rows are painted, and whether a quarter of an hour leaves traces.

``xvfb-run -s "-screen 0 1280x1024x24" env QT_QPA_PLATFORM=xcb python -m tests.bench.bench_soak``
``[--share 0.1] [--only rates gigabyte soak] [--record]``

``rates``: 10, 100 and 2,000 lines a second. ``gigabyte``: the same with 1 GB before them. ``soak``: 2,000 lines a second
for 15 minutes with a filter, plots, findings and personal data in view, while the file is rotated as loggers do.
``--record`` writes the figures into bench/results.md. A row counts as seen when the table is painted with it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from aidebug_gui.app import make_application
from aidebug_gui.ui.process.garbage import GuiGarbageCollector
from tests.bench.bench_live import Followed, Watch, at_most, memory_bytes, open_window, percentile, seqs_of, writer
from tests.bench.common import Data, Figure, HostTime, default_directory
from tests.bench.live_writer import Journal
from tests.bench.run import as_text, record_section

_RATES = {10: 20.0, 100: 15.0, 2000: 15.0}  # lines a second: seconds
_RATE = 2000  # lines a second
_SOAK_S = 900.0
_FAULTS = ("rename", "rename_create", "rename_twice", "rename_gzip", "copytruncate", "half_line")  # that lose nothing
_FAULT_PAUSE_S = (8.0, 16.0)
_PAGES_S = 20.0
_LOOK_MS = 100
_P50_MS, _P99_MS, _FRAME_P99_MS, _BYTES_A_ROW = 100.0, 300.0, 40.0, 150.0


def wait(condition: Callable[[], bool], seconds: float) -> None:
    """Run the event loop as the program does until ``condition`` holds: spinning would cost processor time."""
    loop, timer = QEventLoop(), QTimer()
    end = time.monotonic() + seconds
    timer.timeout.connect(lambda: (condition() or time.monotonic() > end) and loop.quit())
    timer.start(_LOOK_MS)
    loop.exec()
    timer.stop()
    if not condition():
        raise TimeoutError


def at_rate(followed: Followed, rate: int, seconds: float, where: str) -> Iterator[Figure]:
    """Yield how late the rows of ``seconds`` are painted that come at a rate, and how busy the program is with them."""
    lines, before = max(1, int(rate * seconds)), followed.log.state().records
    watch, used, begun = Watch(followed), time.process_time(), time.monotonic()
    with writer(followed.path, "--lines", lines, "--rate", rate) as process:
        wait(lambda: process.poll() is not None, 2 * seconds + 60)
    share = 100 * (time.process_time() - used) / (time.monotonic() - begun)
    wait(lambda: followed.view.session.state.records >= before + lines, 60)
    watch.stop()
    name = f"{rate:,} lines/s{where}"
    yield at_most(f"{name}: written to painted, p50", percentile(watch.late_ms, 50), "ms", _P50_MS)
    yield at_most(f"{name}: written to painted, p99", percentile(watch.late_ms, 99), "ms", _P99_MS)
    yield at_most(f"{name}: frames, p99", percentile(watch.frames_ms, 99), "ms", _FRAME_P99_MS)
    yield Figure(f"{name}: of one processor", share, "%")


def rates(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    path = folder / "rates.jsonl"
    with writer(path, "--lines", 200, "--rate", 1000):
        pass
    followed = open_window(application, path)
    for rate, seconds in _RATES.items():
        yield from at_rate(followed, rate, seconds * share, "")
    followed.window.close()


def gigabyte(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    path = folder / "gigabyte.jsonl"
    shutil.copyfile(Data(default_directory()).jsonl(), path)
    followed = open_window(application, path)
    for rate, seconds in _RATES.items():
        yield from at_rate(followed, rate, seconds * share, " after 1 GB")
    followed.window.close()
    path.unlink()


class Pages:
    """Turns between the findings and the page of personal data: only the one that is seen asks."""

    def __init__(self, followed: Followed) -> None:
        self._view = followed.view
        self._view.panels.toggle_findings()
        self._is_private = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(int(_PAGES_S * 1000))

    def stop(self) -> None:
        self._timer.stop()

    def _turn(self) -> None:
        self._is_private = not self._is_private
        if self._is_private:
            self._view.privacy.show_panel()
        else:
            self._view.panels.step_finding(1)


def soak(application: QApplication, folder: Path, share: float) -> Iterator[Figure]:
    path, journal_path = folder / "soak.jsonl", folder / "journal.json"
    seconds = _SOAK_S * share
    path.touch()
    with writer(path, "--lines", 0):
        pass
    followed = open_window(application, path)
    faults = int(seconds / (sum(_FAULT_PAUSE_S) / 2))
    fault_options = ("--faults", faults, "--pause", *_FAULT_PAUSE_S, "--journal", journal_path, "--kinds", *_FAULTS)
    lines = int(_RATE * seconds)
    with writer(path, "--lines", lines, "--rate", _RATE, "--service", *fault_options) as process:
        wait(lambda: followed.log.state().records > 10 * _RATE, 120)
        followed.view.filter_bar.set_filter("level>=info latency_ms>5")
        pages, watch = Pages(followed), Watch(followed)
        used, begun, memory = time.process_time(), time.monotonic(), [(followed.log.state().records, memory_bytes())]
        while process.poll() is None:
            part_end = time.monotonic() + seconds / 10
            wait(lambda: process.poll() is not None or time.monotonic() > part_end, 2 * seconds)  # noqa: B023
            memory.append((followed.log.state().records, memory_bytes()))
    busy = 100 * (time.process_time() - used) / (time.monotonic() - begun)
    watch.stop()
    pages.stop()
    journal = Journal.load(journal_path)
    written = len(journal.written)
    with contextlib.suppress(TimeoutError):  # what is missing is told below
        wait(lambda: followed.log.state().records >= written, 60)
    yield at_most("soak: written to painted, p50", percentile(watch.late_ms, 50), "ms", _P50_MS)
    yield at_most("soak: written to painted, p99", percentile(watch.late_ms, 99), "ms", _P99_MS)
    yield at_most("soak: frames, p99", percentile(watch.frames_ms, 99), "ms", _FRAME_P99_MS)
    yield Figure("soak: longest frame", max(watch.frames_ms), "ms")
    yield Figure("soak: of one processor", busy, "%", note=f"{seconds:.0f} s, {faults} rotations and half lines")
    yield from _memory_figures(memory)
    seqs = seqs_of(followed.log)
    shown = len(seqs)
    is_whole = seqs == list(range(1, written + 1))
    yield Figure(
        "soak: lines lost, doubled or out of order", abs(written - shown), "", "0", is_whole, f"of {written:,}"
    )
    told, expected = Counter(event.kind for event in followed.log.events()), journal.expected_events()
    untold = sum(max(0, times - told[kind]) for kind, times in expected.items())
    yield Figure("soak: events untold", untold, "", "0", untold == 0, f"of {sum(expected.values())}")
    followed.window.close()


def _memory_figures(samples: list[tuple[int, int]]) -> Iterator[Figure]:
    """Yield the memory in its course, and how much of it each row of the second half took."""
    course = " ".join(f"{used / 1e6:.0f}" for _, used in samples)
    yield Figure("soak: memory at the end", samples[-1][1] / 1e6, "MB", note=course)
    (records, used), (last_records, last_used) = samples[len(samples) // 2], samples[-1]
    a_row = (last_used - used) / max(1, last_records - records)
    yield at_most("soak: memory a row, second half", a_row, "bytes", _BYTES_A_ROW)


FIGURES = {"rates": rates, "gigabyte": gigabyte, "soak": soak}
TITLES = {"rates": "Live", "gigabyte": "Live behind 1 GB", "soak": "Live, watched for minutes"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="this share of the time: 0.1")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=list(FIGURES))
    parser.add_argument("--record", action="store_true", help="write the figures into bench/results.md")
    options = parser.parse_args()
    application = make_application()
    GuiGarbageCollector(application)
    with tempfile.TemporaryDirectory(prefix="aidebug-soak-") as folder:
        for name in options.only:
            host, figures = HostTime(), []
            for figure in FIGURES[name](application, Path(folder), options.share):
                print(as_text(figure), flush=True)
                figures.append(figure)
            if options.record:
                record_section(TITLES[name], [*figures, *host.figures()])


if __name__ == "__main__":
    main()
