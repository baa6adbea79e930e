"""What is kept from one start to the next, and that nonsense in the settings is ignored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from aidebug_gui.ui import remembered
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.remembered import Columns, Panes
from aidebug_gui.ui.theme import ThemeManager
from tests.ui.conftest import TIMEOUT_MS


@pytest.fixture(autouse=True)
def _no_settings(qapp):
    QSettings().clear()
    yield
    QSettings().clear()


def test_nothing_is_known_at_first():
    assert remembered.geometry() is None
    assert remembered.panes() == Panes()
    assert remembered.filters() == []
    assert remembered.columns(["a"]) is None


def test_what_is_kept_comes_back():
    remembered.remember_panes(Panes(1, 400, 200, 300))
    remembered.remember_filters(["a", 'message:"ü \U0001f600"'])
    remembered.remember_columns(["b", "a"], Columns(("line", "a"), {"a": 70}))
    assert remembered.panes() == Panes(1, 400, 200, 300)
    assert remembered.filters() == ["a", 'message:"ü \U0001f600"']
    assert remembered.columns(["a", "b"]) == Columns(("line", "a"), {"a": 70})
    assert remembered.columns(["a"]) is None


@pytest.mark.parametrize("stored", ["{", "7", '{"record": "x"}', '[["k", [1], {}]]', '[["k", [], {"a": "b"}]]', "", 5])
def test_nonsense_is_ignored(stored):
    for key in ("panes", "filters", "columns", "geometry"):
        QSettings().setValue(f"window-1/{key}", stored)
    assert remembered.geometry() is None
    assert remembered.panes() == Panes()
    assert remembered.filters() == []
    assert remembered.columns(["a"]) is None


def test_few_sets_of_columns_are_kept():
    for number in range(60):
        remembered.remember_columns([f"f{number}"], Columns((f"f{number}",), {}))
    assert remembered.columns(["f0"]) is None
    assert remembered.columns(["f59"]) == Columns(("f59",), {})


def open_window(qtbot, path, *, remembers=True, size=(1200, 700)):
    themes = ThemeManager()
    themes.choose("light")
    window = MainWindow(themes)
    qtbot.addWidget(window)
    window.resize(*size)
    if remembers:
        window.use_remembered(with_geometry=True)
    window.show()
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle(), timeout=TIMEOUT_MS)
    return window


def test_a_window_looks_as_the_last_time(qtbot, log_path):
    window = open_window(qtbot, log_path)
    view = window.view
    window.resize(790, 640)  # no larger than the screen that the tests have
    view.filter_bar.set_filter("level:error")
    view.toggle_record_pane()
    view.add_column("model")
    table = view.table
    table.log_model.remove_column([column.name for column in table.log_model.columns].index("logger"))
    table.header.resizeSection(table.header.shown_order().index("score"), 133)
    qtbot.waitUntil(window.is_idle, timeout=TIMEOUT_MS)
    names = table.header.shown_order()
    window.close()

    window = open_window(qtbot, log_path)
    assert (window.width(), window.height()) == (790, 640)
    assert window.view.record_pane.isVisible()
    assert window.view.session.query == ""  # a filter that nobody sees being set would hide records
    assert window.view.filter_bar.edit.history() == ["level:error"]
    header = window.view.table.header
    assert header.shown_order() == names
    assert header.sectionSize(names.index("score")) == 133
    window.close()


def test_a_picture_neither_uses_nor_keeps_anything(qtbot, log_path):
    remembered.remember_panes(Panes(record=1))
    window = open_window(qtbot, log_path, remembers=False)
    assert not window.view.record_pane.isVisible()
    window.view.filter_bar.set_filter("level:error")
    window.close()
    assert remembered.filters() == []
    assert remembered.geometry() is None


def test_the_record_pane_is_open_where_there_is_room(qtbot, log_path):
    window = open_window(qtbot, log_path, size=(1600, 1000))
    assert window.view.record_pane.isVisible()
    window.close()
    assert remembered.panes().record == 0  # nobody chose
    remembered.remember_panes(Panes(record=-1))
    window = open_window(qtbot, log_path, size=(1600, 1000))
    assert not window.view.record_pane.isVisible()
    window.close()
