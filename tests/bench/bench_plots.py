"""Plots: one frame of a lane of ten million points while panning, zooming and dragging the threshold."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.growing_series import GrowingSeries
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.plots.lane_canvas import LaneCanvas
from aidebug_gui.ui.plots.x_window import XWindow
from tests.bench.common import Data, Figure, main, percentile

SPAN_NS = 86_400 * 1_000_000_000
ORIGIN_NS = 1_767_348_000 * 1_000_000_000
FRAMES = 40


def measure(data: Data) -> Iterator[Figure]:
    """Yield the median time of a frame for each way of moving."""
    points = data.table_records
    for title, frame in frames(points):
        times = frame_times_ms(frame)
        middle = percentile(times, 0.5)
        note = f"p95 {percentile(times, 0.95):.1f} ms"
        yield Figure(f"{points:,} points, {title}", middle, "ms", "<= 33 ms", middle <= 33, note)


def frame_times_ms(frame: Callable[[int], None]) -> list[float]:
    times = []
    for number in range(FRAMES):
        start = time.perf_counter()
        frame(number)
        times.append((time.perf_counter() - start) * 1000)
    return times


def frames(points: int) -> Iterator[tuple[str, Callable[[int], None]]]:
    """Yield (title, function that shows frame number n) on a canvas of 1400 px with one lane."""
    app = QApplication.instance() or QApplication([])
    generator = np.random.default_rng(7)
    x = ORIGIN_NS + np.sort(generator.random(points)) * SPAN_NS
    series = GrowingSeries().pyramid(x, generator.random(points))
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

    for title, frame in (
        ("pan, all in view", pan_wide),
        ("zoom", zoom),
        ("pan, 10 s in view", pan_close),
        ("drag the threshold", drag_threshold),
    ):
        window.reset()
        yield title, frame


if __name__ == "__main__":
    main(measure, __doc__)
