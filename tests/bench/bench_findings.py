"""All findings of 1 GB in the real window: when the first and the last is there, what it costs, and frames meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from aidebug_gui.allocation import use_one_arena
from aidebug_gui.app import make_application
from aidebug_gui.ui.findings.found import Rates
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.theme import ThemeManager
from tests.bench.common import Data, Figure, frame_figures, main
from tests.bench.probe_window import peak_memory_mb

_TURN_ROWS = 3
_PATIENCE_S = 600.0


def measure(data: Data) -> Iterator[Figure]:
    """Yield seconds, processor seconds, memory and frame times of JSON and of text."""
    application = make_application()
    themes = ThemeManager(application)
    themes.choose("light")
    use_one_arena()
    for name, path in (("JSON", data.jsonl()), ("text", data.text())):
        yield from _of_log(application, MainWindow(themes), name, path)


def _of_log(application: QApplication, window: MainWindow, name: str, path: Path) -> Iterator[Figure]:
    window.resize(1280, 800)
    window.open_paths([path])
    window.show()
    while window.view is None:
        application.processEvents()
    view = window.view
    while view.panels.findings is None:
        application.processEvents()
    findings = view.panels.findings
    told: list[float] = []
    ended: list[tuple[float, float]] = []
    findings.search.found.connect(lambda found: told.append(time.monotonic()) if found.entries(Rates()) else None)
    findings.search.finished.connect(lambda _: ended.append((time.monotonic(), time.process_time())))
    deadline = time.monotonic() + _PATIENCE_S
    while not view.session.state.complete:
        application.processEvents()
        time.sleep(0.001)
        assert time.monotonic() < deadline
    before_mb = peak_memory_mb()
    if not findings.search.is_running:
        findings.panel.summary.search.click()
    began, processor_began = time.monotonic(), time.process_time()
    bar = view.table.verticalScrollBar()
    frames_ms = []
    while not ended:
        start = time.perf_counter()
        bar.setValue(bar.value() + _TURN_ROWS)
        view.table.viewport().repaint()
        application.processEvents()
        frames_ms.append(1000 * (time.perf_counter() - start))
        time.sleep(0.012)
        assert time.monotonic() < deadline
    seconds, processor_s = ended[0][0] - began, ended[0][1] - processor_began
    first = told[0] - began if told else float("nan")
    yield Figure(f"first finding of a log of {name}", first, "s", "<= 2 s", first <= 2)
    yield Figure(f"all findings of a log of {name}", seconds, "s", "<= 20 s", seconds <= 20)
    yield Figure("  processor time, with the frames", processor_s, "s")
    yield Figure("  peak memory, with the log", peak_memory_mb(), "MB", note=f"{before_mb:.0f} before")
    yield from frame_figures(f"frame meanwhile ({name})", frames_ms, 8, 40)
    window.close()


if __name__ == "__main__":
    main(measure, __doc__)
