"""Measure one frame of a plot of ten million points while panning and zooming. Prints a table; see docs in bench/.

Run: ``python tests/bench/bench_plots.py [POINTS]``. Offscreen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import Field
from aidebug_gui.store.series import SeriesPyramid
from aidebug_gui.ui.plots.lane_canvas import LaneCanvas
from aidebug_gui.ui.plots.x_window import XWindow

SPAN_NS = 86_400 * 1_000_000_000
ORIGIN_NS = 1_767_348_000 * 1_000_000_000
FRAMES = 40


def measure(frame: Callable[[int], None]) -> str:
    """Return median and worst of ``FRAMES`` frames, in ms."""
    times = []
    for number in range(FRAMES):
        start = time.perf_counter()
        frame(number)
        times.append((time.perf_counter() - start) * 1000)
    return f"median {statistics.median(times):6.1f} ms   p95 {sorted(times)[int(FRAMES * 0.95)]:6.1f} ms"


def main(points: int) -> None:
    app = QApplication.instance() or QApplication([])
    generator = np.random.default_rng(7)
    x = ORIGIN_NS + np.sort(generator.random(points)) * SPAN_NS
    series = SeriesPyramid(x, generator.random(points))
    window = XWindow()
    window.set_time_bounds(ORIGIN_NS, ORIGIN_NS + SPAN_NS)
    canvas = LaneCanvas(window, Field("score", CANONICAL["score"].title, Kind.NUMBER))
    canvas.resize(1400, 160)
    canvas.show()
    canvas.set_series(series)
    canvas.set_threshold(0.8)
    app.processEvents()

    def paint() -> None:
        canvas.draw()
        canvas.viewport().repaint()

    def pan_wide(number: int) -> None:
        window.show_range(100 + number * 10, 86_000 + number * 10)
        paint()

    def zoom(number: int) -> None:
        window.zoom(40_000, 0.85 if number < FRAMES // 2 else 1 / 0.85)
        paint()

    def pan_close(number: int) -> None:
        window.show_range(40_000 + number, 40_010 + number)
        paint()

    def drag_threshold(number: int) -> None:
        canvas.set_threshold(0.5 + number / 100)
        canvas.viewport().repaint()

    print(f"{points:,} points, {canvas.pixels} px wide")
    for title, frame in (
        ("pan, everything in view", pan_wide),
        ("zoom", zoom),
        ("pan, 10 s in view", pan_close),
        ("drag the threshold", drag_threshold),
    ):
        window.reset()
        print(f"{title:32} {measure(frame)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
