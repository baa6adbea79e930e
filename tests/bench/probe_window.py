"""The real window on one log, with a stopwatch in it: prints one JSON object when the log is read.

Started by the benchmarks as a process of its own; ``--began`` is the moment (seconds since the epoch) at which they did.
With ``--scroll`` the table is scrolled and painted all the time while the log is read.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from aidebug_gui.__main__ import leave_out_pandas
from aidebug_gui.allocation import use_one_arena
from aidebug_gui.app import make_application
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.theme import ThemeManager

TURN_ROWS = 3
QUIET_MS = 20
GIVE_UP_S = 20.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--began", type=float, default=time.time())
    parser.add_argument("--scroll", action="store_true")
    parser.add_argument("--first-rows", action="store_true", help="end when the first rows are painted")
    options = parser.parse_args()
    application = make_application()
    themes = ThemeManager(application)
    themes.choose("light")
    use_one_arena()
    leave_out_pandas()
    window = MainWindow(themes)
    window.resize(1280, 800)
    probe = Probe(window, options)
    window.open_paths([options.path] if options.path is not None else [])  # in the order of app.run
    window.show()
    application.exec()
    probe.report()
    return 0


class Probe(QObject):
    """Notes when what is on screen, and how long the frames take."""

    def __init__(self, window: MainWindow, options: argparse.Namespace) -> None:
        super().__init__(window)
        self._window = window
        self._options = options
        self._seen: dict[str, float] = {}
        self._frames_ms: list[float] = []
        self._last_turn = 0.0
        window.installEventFilter(self)
        window.tabs.currentChanged.connect(self._on_tab)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._turn)
        self._turns.start(0 if options.scroll else 20)

    def report(self) -> None:
        print(json.dumps({**self._seen, "frames_ms": self._frames_ms, "peak_mb": peak_memory_mb()}))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and "shown" not in self._seen:
            QTimer.singleShot(0, self._on_shown)
        return False

    def _mark(self, name: str) -> None:
        self._seen.setdefault(name, time.time() - self._options.began)

    def _on_shown(self) -> None:
        self._mark("shown")
        if self._options.path is None:
            QTimer.singleShot(1000, self._end)

    def _on_tab(self, at: int) -> None:
        if at >= 0 and self._window.view is not None:
            self._window.view.table.first_painted.connect(self._on_first_rows)

    def _on_first_rows(self) -> None:
        self._mark("first_rows")
        if self._options.first_rows:
            self._end()

    def _turn(self) -> None:
        view = self._window.view
        if view is None:
            return
        state = view.session.store.state()
        if state.complete or state.error:
            self._mark("complete")
            self._turns.setInterval(QUIET_MS)
            late = time.time() - self._options.began - self._seen["complete"] > GIVE_UP_S
            if self._window.is_idle() or late:
                self._end()
        elif self._options.scroll and "first_rows" in self._seen:
            self._frame()

    def _frame(self) -> None:
        """Scroll on and paint; a frame is the time from one turn of the event loop to the next."""
        now = time.perf_counter()
        if self._last_turn:
            self._frames_ms.append(1000 * (now - self._last_turn))
        self._last_turn = now
        assert self._window.view is not None
        table = self._window.view.table
        bar = table.verticalScrollBar()
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + TURN_ROWS)
        table.viewport().repaint()

    def _end(self) -> None:
        self._turns.stop()
        self._window.close()


def peak_memory_mb() -> float:
    """Return the largest resident memory of this process, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
