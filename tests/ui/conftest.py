"""A real log, opened by the real engine, in real widgets."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.process.garbage import GuiGarbageCollector
from aidebug_gui.ui.session import LogSession
from aidebug_gui.ui.state import memory
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import default_columns
from aidebug_gui.ui.theme import ThemeManager

LEVELS = ("INFO", "DEBUG", "INFO", "WARNING", "INFO", "ERROR")
MODELS = ("gpt-4o", "fraud-v3")
TIMEOUT_MS = 60_000


@pytest.fixture(scope="session")
def qapp_cls():
    QApplication.setApplicationName("AiDebugTests")
    QApplication.setOrganizationName("AiDebugTests")
    return QApplication


class PatientBot(QtBot):
    """Waits longer before it gives up, and holds each widget until the test is over.

    Five seconds are little for a window on a busy machine. As in the program, a widget ends by Qt and not by Python's
    collector: the collector empties the Python half first, and the C++ half still calls slots while it is destroyed.
    """

    def __init__(self, request):
        super().__init__(request)
        self._held: list[QWidget] = []

    def addWidget(self, widget, **more):
        self._held.append(widget)
        super().addWidget(widget, **more)

    def let_go(self):
        """Have Qt destroy what is closed, then forget it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._held.clear()

    def waitSignal(self, signal, *, timeout=TIMEOUT_MS, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitUntil(self, callback, *, timeout=TIMEOUT_MS):
        super().waitUntil(callback, timeout=timeout)


def wait_until(is_true):
    """Wait as :meth:`PatientBot.waitUntil` does, where there is no qtbot; other threads go on, unlike in QTest.qWait."""
    end = time.monotonic() + 3 * TIMEOUT_MS / 1000
    while not is_true():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


@pytest.fixture
def qtbot(qapp, request):
    bot = PatientBot(request)
    yield bot
    bot.let_go()


@pytest.fixture(autouse=True, scope="module")
def _garbage_on_the_gui_thread(qapp):
    """As in the program: Qt objects must not be collected on a pool thread."""
    collector = GuiGarbageCollector()
    yield
    collector.stop()


@pytest.fixture(autouse=True)
def _collected(_garbage_on_the_gui_thread):
    """Let nothing that a test leaves behind live on into the next one."""
    yield
    gc.collect()


def record(number: int) -> dict[str, object]:
    """Record ``number`` of the log that the tests open."""
    return {
        "timestamp": f"2026-01-01T10:{number // 60 % 60:02d}:{number % 60:02d}.{number % 1000:03d}Z",
        "level": LEVELS[number % len(LEVELS)],
        "logger": "app.model" if number % 3 else "app.api",
        "message": f"request {number} served" if number % 50 else f"NEEDLE {number}",
        "model": MODELS[number % 2],
        "score": round(number % 100 / 100, 2),
        "latency_ms": float(number % 700),
        "extra": {"tokens": number, "tags": ["a", "b"]},
    }


@pytest.fixture(scope="session")
def log_path(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("logs") / "service.jsonl"
    path.write_bytes(b"".join(orjson.dumps(record(number)) + b"\n" for number in range(1200)))
    return path


@pytest.fixture
def store(log_path):
    store = open_log(log_path)
    assert store.wait(TIMEOUT_MS / 1000)
    yield store
    store.close()


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def table(qtbot, store, jobs):
    table = LogTable(jobs)
    qtbot.addWidget(table)
    table.log_model.set_store(store)
    table.log_model.set_columns(default_columns(store.fields()))
    table.log_model.set_order(None, store.state().records)
    table.resize(1000, 500)
    table.show()
    yield table
    table.log_model.set_store(None)


@pytest.fixture
def session(qtbot, store, jobs) -> LogSession:
    session = LogSession(store, jobs)
    qtbot.waitUntil(session.is_idle, timeout=TIMEOUT_MS)
    return session


@pytest.fixture
def actions(qapp):
    return Actions(qapp)


@pytest.fixture
def view(qtbot, qapp, log_path):
    with tab_of(log_path, qapp) as view:
        qtbot.waitUntil(view.is_idle)
        yield view


@contextmanager
def tab_of(path, qapp, width=1200, height=700, *, follow=False):
    """Open a tab that the tests of a module use one after the other: it takes a second to make one."""
    view = LogView(open_log(path, follow=follow), path, Actions(qapp))
    view.resize(width, height)
    view.show()
    try:
        yield view
    finally:  # of a failed test, too: threads that go on would keep the process from its end
        view.close_log()
        view.close()
        view.deleteLater()


def make_as_new(qtbot, view):
    """Let a tab look as it did when it was opened."""
    qtbot.waitUntil(view.is_idle)
    view.resize(1200, 700)
    view.navigation.close_find()
    view.navigation.close_go_to()
    view.session.set_context(False)
    view.use_log_order()
    view.clear_filter()
    view.record_pane.hide()
    view.banner.hide()
    qtbot.waitUntil(view.is_idle)
    columns = default_columns(view.session.store.fields())
    if view.table.log_model.columns != columns:
        view.table.log_model.set_columns(columns)
    view.table.clearSelection()
    view.table.show_record(0)
    view.focus_table()
    qtbot.waitUntil(view.is_idle)


@pytest.fixture(scope="module")
def _module_view(qapp, log_path):
    with tab_of(log_path, qapp) as view:
        yield view


@pytest.fixture
def used_view(qtbot, _module_view):
    """The tab of the module, as new."""
    make_as_new(qtbot, _module_view)
    return _module_view


@pytest.fixture(scope="module")
def _module_window(qapp, log_path):
    with new_window() as window:
        window.open_paths([log_path])
        yield window


@pytest.fixture
def used_window(qtbot, _module_window):
    """The window of the module with the log in its only tab, as new."""
    window = _module_window
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    window.palette_.hide()
    window.themes.choose("light")
    make_as_new(qtbot, window.view)
    return window


@contextmanager
def new_window():
    """Open a window as at the first start."""
    memory().forget()
    themes = ThemeManager()
    themes.choose("light")
    window = MainWindow(themes)
    window.resize(1200, 700)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def window(qtbot, qapp):
    with new_window() as window:
        yield window
