"""What is kept from one start to the next: by file, by fields, and the tabs of the last session."""

from __future__ import annotations

import shutil
import sys

import pytest

from aidebug_gui.resources import state_directory
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.state import Lane, LogState, Mark, Panes, ShapeState, TabState, memory, remembered
from aidebug_gui.ui.theme import ThemeManager


@pytest.fixture(autouse=True)
def _nothing_known(qapp):
    memory().forget()
    yield
    memory().forget()


def test_nothing_is_known_at_first():
    assert remembered.geometry() is None
    assert remembered.panes() == Panes()
    assert remembered.filters() == []
    assert remembered.shape("x") is None
    assert remembered.kept("mine") is None


def test_what_a_part_keeps_comes_back():
    remembered.keep("mine", {"a": [1]})
    key = remembered.shape_key(["b", "a"])
    remembered.remember_shape(key, ShapeState(("line",), {"line": 7}))
    remembered.remember_for_shape(key, "muted", ["x"])
    assert remembered.kept("mine") == {"a": [1]}
    assert remembered.shape(remembered.shape_key(["a", "b"])) == ShapeState(
        ("line",), {"line": 7}, extra={"muted": ["x"]}
    )
    remembered.keep("mine", None)
    assert "mine" not in memory().state.extra


def test_few_shapes_and_logs_are_kept():
    for number in range(remembered.KEPT_LOGS + 5):
        remembered.remember_shape(str(number), ShapeState(("line",)))
        remembered.remember_log(LogState(str(number)))
    assert len(memory().state.shapes) == remembered.KEPT_SHAPES
    assert len(memory().state.logs) == remembered.KEPT_LOGS
    assert remembered.shape("4") is None
    assert remembered.shape(str(remembered.KEPT_LOGS + 4)) is not None


def test_a_file_is_known_by_its_name_and_first_bytes(tmp_path):
    path = tmp_path / "a.log"
    path.write_text("first line\n" * 3)
    kept = LogState(str(path), remembered.fingerprint(path), marks=(Mark(2),))
    remembered.remember_log(kept)
    assert remembered.known_log(path) == kept
    with path.open("a") as file:
        file.write("it grew\n" * 10_000)
    assert remembered.known_log(path) == kept
    path.write_text("another log of the same name\n")
    assert remembered.known_log(path) is None
    path.unlink()
    assert remembered.known_log(path) is None
    assert remembered.fingerprint(path) == ""


def test_a_file_that_was_moved_is_known_by_its_content(tmp_path, log_path):
    remembered.remember_log(LogState(str(log_path), remembered.fingerprint(log_path), marks=(Mark(2),)))
    moved = tmp_path / "service.jsonl.1"
    shutil.copy(log_path, moved)
    assert remembered.known_log(moved).marks == (Mark(2),)
    short = tmp_path / "short.log"
    short.write_text("x\n")
    remembered.remember_log(LogState(str(short), remembered.fingerprint(short)))
    shutil.copy(short, tmp_path / "other.log")
    assert remembered.known_log(tmp_path / "other.log") is None  # two bytes tell nothing


def test_a_log_in_an_archive_is_known_by_the_archive(tmp_path):
    (tmp_path / "bundle.zip").write_bytes(b"PK" + b"x" * 1000)
    assert remembered.fingerprint(tmp_path / "bundle.zip" / "logs" / "app.log").startswith("1002:")


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
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    return window


def test_a_window_looks_as_the_last_time(qtbot, log_path):
    window = open_window(qtbot, log_path)
    view = window.view
    window.resize(790, 640)  # no larger than the screen that the tests have
    view.filter_bar.set_filter("level:error")
    view.record_room.toggle()
    view.add_column("model")
    table = view.table
    table.log_model.remove_column([column.name for column in table.log_model.columns].index("logger"))
    table.header.resizeSection(table.header.shown_order().index("score"), 133)
    qtbot.waitUntil(window.is_idle)
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


def test_plots_and_hidden_panes_come_back(qtbot, log_path):
    window = open_window(qtbot, log_path)
    panels = window.view.panels
    panels.plot("extra.tokens")
    panels.plots.remove_lane("latency_ms")
    panels.plots.lane("score").canvas.set_threshold(0.25)
    panels.plots.lane("extra.tokens").canvas.set_line(True)
    panels.toggle_fields()
    qtbot.waitUntil(window.is_idle)
    window.close()
    kept = remembered.shape(next(iter(memory().state.shapes)))
    assert kept.lanes == (Lane("score", 0.25), Lane("extra.tokens", None, line=True))

    window = open_window(qtbot, log_path)
    panels = window.view.panels
    assert panels.plots.lanes() == ["score", "extra.tokens"]
    assert panels.plots.lane("score").canvas.threshold == 0.25
    assert panels.plots.lane("extra.tokens").canvas.line
    assert panels.fields.isHidden()
    assert not panels.plots.isHidden()
    window.close()


def test_the_filter_of_the_last_time_is_offered(qtbot, log_path):
    window = open_window(qtbot, log_path)
    window.view.filter_bar.set_filter("level:error")
    qtbot.waitUntil(window.is_idle)
    window.close()

    window = open_window(qtbot, log_path)
    offer = window.view.filter_offer
    assert "level:error" in offer.banner.label.text()
    assert window.view.session.query == ""
    offer.banner.button.click()
    qtbot.waitUntil(lambda: window.view.session.query == "level:error")
    assert offer.banner.isHidden()
    window.close()


def test_the_session_comes_back_as_it_was(qtbot, log_path, tmp_path):
    other = tmp_path / "other.log"
    other.write_text("INFO:root:Prediction: 0.8347\n" * 20)
    window = open_window(qtbot, log_path)
    window.open_paths([other])
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    window.tabs.setCurrentIndex(0)
    window.view.filter_bar.set_filter("level:error")
    window.view.session.sort_by("score", True)
    window.view.table.show_record(605)
    qtbot.waitUntil(window.is_idle)
    window.keeper.keep()
    assert not remembered.session().clean
    window.close()
    assert remembered.session().clean
    assert remembered.session().tabs[0] == TabState(str(log_path), "level:error", "score", True, 606)

    themes = ThemeManager()
    window = MainWindow(themes)
    qtbot.addWidget(window)
    window.use_remembered(with_geometry=False)
    window.show()
    assert not window.keeper.crashed_before
    window.keeper.keep()
    assert len(remembered.session().tabs) == 2  # an empty window forgets nothing
    assert window.empty.session_button.isVisible()
    assert window.empty.session_button.text() == "Last session (2)"
    window.empty.session_button.click()
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    view = window.view
    assert view.path == log_path
    qtbot.waitUntil(lambda: view.session.query == "level:error")
    qtbot.waitUntil(lambda: view.is_idle() and view.table.current_record() == 605)
    assert view.session.sort == ("score", True)
    assert view.filter_offer.banner is None
    window.close_tab(1)
    window.actions_["reopen_tab"].trigger()
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    assert window.views()[1].path == other
    window.close()


def test_a_crash_is_known(qtbot, log_path):
    remembered.remember_session([TabState(str(log_path))], 0, clean=False)
    themes = ThemeManager()
    window = MainWindow(themes)
    qtbot.addWidget(window)
    window.use_remembered(with_geometry=False)
    assert window.keeper.crashed_before
    window.close()
    assert remembered.session().clean
    assert len(remembered.session().tabs) == 1


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


def test_a_broken_state_file_is_told_and_the_window_starts(qtbot, log_path):
    state_directory().mkdir(parents=True, exist_ok=True)
    (state_directory() / "state.json").write_text('{"version": 2, "filters": [')
    sys.modules[memory.__module__]._known.clear()  # as at a start of the program
    window = open_window(qtbot, log_path)
    assert window.banner.isVisible()
    assert "set aside" in window.banner.label.text()
    assert (state_directory() / "state.broken.json").exists()
    window.view.filter_bar.set_filter("level:error")
    qtbot.waitUntil(window.is_idle)
    window.close()
    assert remembered.filters() == ["level:error"]
    assert (state_directory() / "state.json").exists()
