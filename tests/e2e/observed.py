"""Runs the program as ``python -m aidebug_gui`` does and answers questions about its window, a line each.

What a user does comes from outside, as key presses and mouse movements of the X server. Only looking happens here: a
question is a Python expression on standard input, its answer is JSON on standard output. Questions are answered
between two events of the window, as everything else there.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabWidget, QWidget

Place = tuple[int, int]


def window() -> Any:
    """Return the main window."""
    return next(widget for widget in QApplication.topLevelWidgets() if type(widget).__name__ == "MainWindow")


def view() -> Any:
    return window().view


def table() -> Any:
    return view().table


def plots() -> Any:
    return view().panels.plots


def ready() -> bool:
    """Whether all that was asked for is on screen."""
    return window().isVisible() and window().is_idle() and (view() is None or view().filter_bar.is_idle())


def place(widget: QWidget, x: float | None = None, y: float | None = None) -> Place:
    """Return a point of a widget (its middle) on the screen."""
    at = QPoint(widget.width() // 2 if x is None else int(x), widget.height() // 2 if y is None else int(y))
    found = widget.mapToGlobal(at)
    return found.x(), found.y()


def column(name: str) -> int:
    return [entry.name for entry in table().log_model.columns].index(name)


def cell(row: int, name: str) -> Place:
    """Return the middle of a cell, counted from the first row in view."""
    model = table().log_model
    index = model.index(table().visible_positions()[0] + row, column(name))
    middle = table().visualRect(index).center()
    return place(table().viewport(), middle.x(), middle.y())


def cell_text(row: int, name: str) -> str:
    """Return what a cell says, counted from the top of the table."""
    found = table().log_model.row(row)
    return found.texts[column(name)] if found is not None else ""


def current_line() -> int:
    return int(table().log_model.row(table().currentIndex().row()).line)


def header(name: str, across: float = 0.3) -> Place:
    section = column(name)
    bar = table().header
    left, width = bar.sectionPosition(section), bar.sectionSize(section)
    scroll = table().horizontalScrollBar()
    if not 0 <= left - bar.offset() <= bar.viewport().width() - width:  # as somebody would who wants to click there
        scroll.setValue(left + width - bar.viewport().width())
    return place(bar.viewport(), bar.sectionViewportPosition(section) + across * bar.sectionSize(section))


def tab_of(tabs: QTabWidget, at: int) -> Place:
    middle = tabs.tabBar().tabRect(at).center()
    return place(tabs.tabBar(), middle.x(), middle.y())


def in_plot(canvas: Any, across: float, down: float) -> Place:
    """Return a point of a plot area, given as shares of its width and height."""
    area = canvas.plot_rect
    return place(canvas.viewport(), area.left() + across * area.width(), area.top() + down * area.height())


def threshold_line(lane: str) -> Place:
    canvas = plots().lane(lane).canvas
    area, y = canvas.plot_rect, canvas.to_pixels(0.0, canvas.threshold).y()
    return place(canvas.viewport(), area.left() + 0.2 * area.width(), y)


def point(lane: str, record: int) -> Place:
    canvas = plots().lane(lane).canvas
    where = canvas.place_of(record)
    pixels = canvas.to_pixels(where.x(), where.y())
    return place(canvas.viewport(), pixels.x(), pixels.y())


def menu_entry(text: str) -> Place | None:
    """Return where an entry of an open menu is."""
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu) and menu.isVisible():
            for action in menu.actions():
                if text.lower() in action.text().replace("&", "").lower():
                    middle = menu.actionGeometry(action).center()
                    return place(menu, middle.x(), middle.y())
    return None


def menu_texts() -> list[str]:
    menus = [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible()]
    return [action.text() for menu in menus for action in menu.actions()]


def dialog() -> QWidget | None:
    """Return the dialog that is open."""
    found = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isWindow()]
    return next((widget for widget in found if widget.inherits("QDialog")), None)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def labels(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible() and label.text()]


def shot(path: str) -> bool:
    """Save the window as the X server shows it, with the menus and dialogs that lie over it."""
    frame = window().frameGeometry()
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height()).save(path)


class Frames(QObject):
    """Measures how long the window does not answer: turns of the event loop, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.longest = 0.0
        timer = QTimer(self)
        timer.timeout.connect(self._turn)
        timer.start(0)

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        time.sleep(0.001)


_frames: list[Frames] = []


def watch_frames() -> None:
    _frames[:] = [Frames()]


def longest_frame() -> float:
    return _frames[0].longest


def answer(question: str) -> object:
    try:
        return {"answer": eval(question, globals())}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


class Listener(QObject):
    """Takes the questions from a thread of its own to the GUI thread."""

    asked = Signal(str)

    def __init__(self, write: Callable[[object], None]) -> None:
        super().__init__()
        self._write = write
        self.asked.connect(self._on_requested, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))

    @Slot(str)
    def _on_requested(self, question: str) -> None:
        self._write(answer(question))


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what the program itself prints goes to standard error
    listener = Listener(lambda given: print(json.dumps(given), file=answers))  # lives in this thread, the window's
    threading.Thread(target=listener.listen, daemon=True).start()
    sys.argv[0] = "aidebug-gui"
    runpy.run_module("aidebug_gui", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
