"""A real log with known numbers, opened by the real engine, and a panel that shows it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.plots.canvas import Canvas
from aidebug_gui.ui.plots.panel import PlotPanel

START = datetime(2026, 1, 2, 10, 0, 0, tzinfo=UTC)
START_NS = 1_767_348_000 * 1_000_000_000
SECOND = 1_000_000_000


def write_log(path: Path, count: int, **more: Callable[[int], Any]) -> Path:
    """Write ``count`` records, one a second; score is 0.9 for every tenth and 0.1 for the others."""
    with path.open("w") as file:
        for n in range(count):
            record = {
                "timestamp": (START + timedelta(seconds=n)).isoformat(),
                "level": "ERROR" if n % 50 == 0 else "INFO",
                "message": f"request {n}",
                "score": 0.9 if n % 10 == 0 else 0.1,
                "latency_ms": 100 + n % 7,
            }
            file.write(json.dumps(record | {name: make(n) for name, make in more.items()}) + "\n")
    return path


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[..., FileLog]]:
    opened: list[FileLog] = []

    def opener(path: Path | None = None, **more: Any) -> FileLog:
        store = open_log(path or write_log(tmp_path / "log.jsonl", 200, **more))
        assert store.wait(30)
        opened.append(store)
        return store

    yield opener
    for store in opened:
        store.close()


@pytest.fixture
def panel(qtbot: QtBot, open_store: Callable[..., FileLog]) -> Iterator[PlotPanel]:
    """A panel over 200 records, everything drawn."""
    panel = PlotPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 320)
    panel.set_store(open_store())
    panel.show()
    qtbot.waitUntil(panel.is_idle)
    yield panel
    panel.jobs.close()


class Mouse:
    """Real mouse events on a canvas, at view coordinates."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._buttons = Qt.MouseButton.NoButton

    def at(self, x: float, y: float) -> QPointF:
        return self.canvas.to_pixels(x, y)

    def send(self, kind: QEvent.Type, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        pressed = kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if kind != QEvent.Type.MouseMove:
            self._buttons = button if pressed else Qt.MouseButton.NoButton
        viewport = self.canvas.viewport()
        everywhere = QPointF(viewport.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(kind, place, everywhere, button, self._buttons, modifiers))

    def drag(
        self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.send(QEvent.Type.MouseButtonPress, start, modifiers)
        for part in (0.3, 0.6, 1.0):
            self.send(QEvent.Type.MouseMove, start + (end - start) * part, modifiers)
        self.send(QEvent.Type.MouseButtonRelease, end, modifiers)

    def move(self, place: QPointF) -> None:
        self.send(QEvent.Type.MouseMove, place, Qt.KeyboardModifier.NoModifier)

    def click(self, place: QPointF) -> None:
        self.send(QEvent.Type.MouseButtonPress, place, Qt.KeyboardModifier.NoModifier)
        self.send(QEvent.Type.MouseButtonRelease, place, Qt.KeyboardModifier.NoModifier)

    def double_click(self, place: QPointF) -> None:
        self.click(place)
        self.send(QEvent.Type.MouseButtonDblClick, place, Qt.KeyboardModifier.NoModifier)
        self.send(QEvent.Type.MouseButtonRelease, place, Qt.KeyboardModifier.NoModifier)

    def wheel(self, place: QPointF, notches: int) -> None:
        viewport = self.canvas.viewport()
        event = QWheelEvent(
            place,
            QPointF(viewport.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)


@pytest.fixture
def mouse() -> type[Mouse]:
    return Mouse


@pytest.fixture
def log_writer() -> Callable[..., Path]:
    return write_log
