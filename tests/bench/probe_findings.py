"""The real window on one log, all of which is looked through: prints one JSON object when the last finding is there.

Started by ``bench_findings`` as a process of its own, so that what it takes at the most is of this log alone.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from aidebug_gui.__main__ import leave_out_pandas
from aidebug_gui.allocation import use_one_arena
from aidebug_gui.app import make_application
from aidebug_gui.ui.findings.search_result import Rates
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.theme import ThemeManager
from tests.bench.probe_window import peak_memory_mb

_TURN_ROWS = 3
_PATIENCE_S = 600.0


def main() -> int:
    application = make_application()
    themes = ThemeManager(application)
    themes.choose("light")
    use_one_arena()
    leave_out_pandas()
    print(json.dumps(look_through(application, MainWindow(themes), Path(sys.argv[1]))))
    return 0


def look_through(application: QApplication, window: MainWindow, path: Path) -> dict[str, object]:
    """Return seconds until the first and the last finding, processor seconds, memory in MB and frame times in ms."""
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
    window.close()
    return {
        "first_s": told[0] - began if told else float("nan"),
        "all_s": ended[0][0] - began,
        "processor_s": ended[0][1] - processor_began,
        "before_mb": before_mb,
        "peak_mb": peak_memory_mb(),
        "frames_ms": frames_ms,
    }


if __name__ == "__main__":
    sys.exit(main())
