"""A tab with a real log: what a user does in it."""

from __future__ import annotations

import threading

import orjson
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.record.fields import FieldValue
from aidebug_gui.ui.value_menu import MenuValue
from tests.ui.conftest import record


@pytest.fixture
def view(used_view):
    return used_view


def settle(qtbot, view):
    qtbot.waitUntil(view.is_idle)


def filter_by(qtbot, view, query):
    view.filter_bar.set_filter(query)
    settle(qtbot, view)


def choose(menu, text):
    action = next(action for action in menu.actions() if action.text().startswith(text))
    action.trigger()
    menu.close()


def test_opens_with_rows_plots_and_fields(view):
    assert view.table.log_model.rowCount() == 1200
    assert view.panels.plots.isVisible()
    assert view.panels.fields.isVisible()
    assert view.filter_bar.levels.levels() == [10, 20, 30, 40]


def test_filter_and_back(qtbot, view):
    filter_by(qtbot, view, "level:error")
    assert view.table.log_model.rowCount() == 200
    assert not view.filter_bar.levels.button(20).isChecked()
    view.clear_filter()
    settle(qtbot, view)
    assert view.table.log_model.rowCount() == 1200


def test_the_current_record_stays_when_the_filter_changes(qtbot, view):
    view.table.show_record(605)
    filter_by(qtbot, view, "level:error")
    assert view.table.current_record() == 605
    view.clear_filter()
    settle(qtbot, view)
    assert view.table.current_record() == 605


def test_back_to_context(qtbot, view):
    filter_by(qtbot, view, "level:error")
    view.table.show_record(605)
    view.context.toggle()
    assert view.table.log_model.rowCount() == 1200
    assert view.table.current_record() == 605
    assert view.banner.isVisible()
    first, last = view.table.visible_positions()
    assert first + 2 < 605 < last - 2  # among its neighbours, not at the edge
    view.context.toggle()
    assert view.table.log_model.rowCount() == 200
    assert view.table.current_record() == 605
    assert view.banner.isHidden()


def test_escape_goes_one_step_back(qtbot, view):
    filter_by(qtbot, view, "level:error")
    filter_by(qtbot, view, "level:error score<0.5")
    view.navigation.show_find()
    view.way_back.step()
    assert view.find_bar.isHidden()
    view.way_back.step()
    settle(qtbot, view)
    assert view.session.query == "level:error"
    view.way_back.step()
    settle(qtbot, view)
    assert view.session.query == ""


def test_copy(qtbot, view):
    view.table.show_record(7)
    for style, copy in (("raw", view.output.copy_raw), ("json", view.output.copy_json), ("csv", view.output.copy_csv)):
        QGuiApplication.clipboard().clear()
        with qtbot.waitSignal(view.message):
            copy()
        text = QGuiApplication.clipboard().text()
        if style == "csv":
            assert text.splitlines()[0] == "line,time,level,logger,message,score,latency_ms"
        elif style == "raw":
            assert orjson.loads(text) == record(7)
        else:
            assert orjson.loads(text)["line"] == 8


def test_copies_selected_rows_in_order_of_the_table(qtbot, view):
    view.session.sort_by("score", True)
    settle(qtbot, view)
    view.table.selectAll()
    with qtbot.waitSignal(view.message) as said:
        view.output.copy_raw()
    assert said.args == ["Copied 1,200 records"]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert orjson.loads(lines[0])["score"] == 0.99


def test_export(qtbot, view, tmp_path):
    filter_by(qtbot, view, "level:error")
    with qtbot.waitSignal(view.message):
        view.output.export_to(tmp_path / "out.log", "raw")
    assert len((tmp_path / "out.log").read_text().splitlines()) == 200


def test_export_refuses_the_log_itself(qtbot, view):
    before = view.path.read_bytes()
    view.output.export_to(view.path, "raw")
    qtbot.waitUntil(view.banner.isVisible)
    assert "never written" in view.banner.label.text()
    assert view.path.read_bytes() == before


def test_find(qtbot, view):
    view.navigation.show_find()
    view.find_bar.edit.setText("needle")
    seen = []
    for _ in range(3):
        with qtbot.waitSignal(view.navigation.arrived):
            view.navigation.find_next()
        seen.append(view.table.current_record())
    assert seen == [50, 100, 150]
    with qtbot.waitSignal(view.navigation.arrived):
        view.navigation.find_previous()
    assert view.table.current_record() == 100


def test_find_wraps_and_tells(qtbot, view):
    view.navigation.show_find()
    view.find_bar.edit.setText("NEEDLE 0")
    view.table.show_record(9)
    with qtbot.waitSignal(view.navigation.arrived):
        view.navigation.find_next()
    assert view.table.current_record() == 0
    assert view.find_bar.message.text()
    view.find_bar.edit.setText("not there at all")
    with qtbot.waitSignal(view.navigation.arrived) as arrived:
        view.navigation.find_next()
    assert arrived.args == [-1]


def test_find_regex_within_the_filter(qtbot, view):
    filter_by(qtbot, view, "level:error")
    view.navigation.show_find()
    view.find_bar.regex.setChecked(True)
    view.find_bar.edit.setText(r"request 11\d\d ")
    with qtbot.waitSignal(view.navigation.arrived):
        view.navigation.find_next()
    assert view.table.current_record() == 1103
    view.find_bar.edit.setText("(")
    view.navigation.find_next()
    qtbot.waitUntil(lambda: view.find_bar.message.text() not in ("", "searching…"))


def test_find_counts_the_matches_that_are_shown(qtbot, view):
    filter_by(qtbot, view, "-line:51")
    view.navigation.show_find()
    view.find_bar.edit.setText("needle")
    shown = [record for record in view.session.store.select("needle") if record != 50]
    for number in (2, 3):
        view.navigation.find_next()
        qtbot.waitUntil(lambda number=number: view.find_bar.message.text() == f"{number} of {len(shown)}")
        assert view.table.current_record() == shown[number - 1]
    view.find_bar.edit.setText("needle 1")
    assert view.find_bar.message.text() == ""


@pytest.mark.parametrize(
    ("text", "is_regex", "match_case", "query"),
    [
        ("needle", False, False, "level:info needle"),
        ("Needle", False, True, 'level:info "Needle"'),
        ("edle 1", False, False, 'level:info "edle 1"i'),
        (r"needle \d", True, False, r"level:info /needle \d/i"),
    ],
)
def test_what_is_found_can_be_filtered_by(qtbot, view, text, is_regex, match_case, query):
    filter_by(qtbot, view, "level:info")
    view.navigation.show_find()
    view.find_bar.edit.setText(text)
    view.find_bar.regex.setChecked(is_regex)
    view.find_bar.match_case.setChecked(match_case)
    if is_regex:
        view.find_bar.filter.click()
    else:
        qtbot.keyClick(view.find_bar.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.is_idle() and view.session.query == query)
    assert view.session.shown == len(view.session.store.select(query))
    assert not view.find_bar.isVisible()


def test_a_regular_expression_that_cannot_be_read_is_no_filter(qtbot, view):
    view.navigation.show_find()
    view.find_bar.regex.setChecked(True)
    view.find_bar.edit.setText("(")
    view.find_bar.filter.click()
    qtbot.waitUntil(view.is_idle)
    assert view.session.query == ""


def test_next_and_previous_error(qtbot, view):
    seen = []
    for move in (
        view.navigation.next_error,
        view.navigation.next_error,
        view.navigation.previous_error,
        view.navigation.previous_error,
    ):
        with qtbot.waitSignal(view.navigation.arrived):
            move()
        seen.append(view.table.current_record())
    assert seen == [5, 11, 5, 1199]  # from the first one back to the last


def test_next_error_where_there_is_none(qtbot, view):
    filter_by(qtbot, view, "level:debug")
    with qtbot.waitSignal(view.message):
        view.navigation.next_error()


@pytest.mark.parametrize(("text", "row"), [("700", 699), ("10:05", 300), ("2026-01-01 10:05:01", 301)])
def test_go_to(qtbot, view, text, row):
    view.go_to_bar.open()
    view.go_to_bar.edit.setText(text)
    with qtbot.waitSignal(view.navigation.arrived):
        qtbot.keyClick(view.go_to_bar.edit, Qt.Key.Key_Return)
    assert view.table.current_record() == row
    assert view.go_to_bar.isHidden()


def test_go_to_says_what_it_understands(qtbot, view):
    view.go_to_bar.open()
    view.navigation.go_to("somewhere")
    assert "1200" in view.go_to_bar.message.text()


def test_cell_menu_filters(qtbot, view):
    menu = view.value_menu.menu(MenuValue("model", Kind.CATEGORY, "gpt-4o"))
    choose(menu, "Only these")
    settle(qtbot, view)
    assert view.session.query == "model:gpt-4o"
    assert view.table.log_model.rowCount() == 600
    choose(view.value_menu.menu(MenuValue("level", Kind.LEVEL, 20)), "Not these")
    settle(qtbot, view)
    assert view.session.query == "model:gpt-4o -level:info"


def test_cell_menu_on_numbers_and_times(qtbot, view):
    choose(view.value_menu.menu(MenuValue("score", Kind.NUMBER, 0.5)), "This and above")
    settle(qtbot, view)
    assert view.session.query == "score>=0.5"
    time_ns = 1_767_261_600_000_000_000 + 600_000_000_000
    choose(view.value_menu.menu(MenuValue("time", Kind.TIME, time_ns)), "Up to here")
    settle(qtbot, view)
    assert view.session.query == "score>=0.5 time<=2026-01-01T10:10:00.000"


def test_a_field_becomes_a_column_and_a_plot(qtbot, view):
    view.value_menu.column_requested.emit("extra.tokens")
    model = view.table.log_model
    assert model.columns[-1].name == "extra.tokens"
    assert model.data(model.index(4, len(model.columns) - 1)) == "4"
    view.value_menu.plot_requested.emit("extra.tokens")
    settle(qtbot, view)
    assert "extra.tokens" in view.panels.plots.lanes()


def test_column_menu(view):
    def texts():
        return [column.name for column in view.table.log_model.columns]

    choose(view.column_menu.menu(3), "Hide")
    assert "logger" not in texts()
    choose(view.column_menu.menu(-1), "Model")
    assert texts()[-1] == "model"
    choose(view.column_menu.menu(-1), "Usual columns")
    assert texts() == ["line", "time", "level", "logger", "message", "score", "latency_ms"]


def test_record_pane_follows(qtbot, view):
    view.record_room.toggle()
    view.table.show_record(42)
    qtbot.waitUntil(lambda: view.record_pane.record is not None and view.record_pane.record.record == 42)
    assert orjson.loads(view.record_pane.raw.toPlainText()) == record(42)
    names = [view.record_pane.fields.topLevelItem(at).text(0) for at in range(9)]
    assert names == [*record(42), "recognised as"]
    view.record_room.toggle()
    assert view.record_pane.isHidden()


def test_record_menu_names_the_canonical_column(qtbot, view):
    view.record_room.toggle()
    qtbot.waitUntil(lambda: view.record_pane.record is not None)
    value = view.record_pane.fields.topLevelItem(5).data(0, Qt.ItemDataRole.UserRole)
    assert isinstance(value, FieldValue)
    assert (value.name, value.path_text) == ("score", ".score")
    nested = view.record_pane.fields.topLevelItem(7).child(1)
    assert nested.data(0, Qt.ItemDataRole.UserRole).path_text == ".extra.tags"


def test_right_click_in_the_table(qtbot, view):
    view.table.value_menu_requested.emit(3, "level", QPoint(0, 0))
    menus = []

    def is_open():
        menus[:] = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
        return bool(menus)

    qtbot.waitUntil(is_open)
    menu = menus[0]
    assert menu.actions()[0].text() == "Only these (WARNING)"
    assert {"copy_raw", "copy_json", "bookmark"} <= {action.objectName() for action in menu.actions()}
    menu.close()


def test_a_click_in_the_plot_goes_to_the_row(view):
    view.panels.plots.record_clicked.emit(901)
    assert view.table.current_record() == 901


def test_brushing_writes_the_time_into_the_filter(qtbot, view):
    start = 1_767_261_600_000_000_000
    view.panels.plots.time_brushed.emit(start + 60_000_000_000, start + 120_000_000_000)
    settle(qtbot, view)
    assert view.session.query.startswith("time>=2026-01-01T10:01")
    assert 55 < view.session.shown < 65
    view.panels.plots.time_cleared.emit()
    settle(qtbot, view)
    assert view.session.query == ""


def test_the_plots_show_the_time_that_the_filter_leaves(qtbot, view):
    window = view.panels.plots.window_x
    whole = window.visible
    filter_by(qtbot, view, "last:2m level>=info")
    first, last = window.visible
    assert 120 <= last - first < 125
    assert (window.to_ns(last) - view.session.store.time_range()[1]) / 1e9 == pytest.approx(1.2, abs=0.1)
    window.zoom(last - 30, 0.5)
    by_hand = window.visible
    filter_by(qtbot, view, "last:2m")
    assert window.visible == by_hand
    window.reset()
    view.clear_filter()
    settle(qtbot, view)
    assert window.visible == whole


def test_facets_write_into_the_filter(qtbot, view):
    view.panels.fields.include_requested.emit("model", "fraud-v3")
    view.panels.fields.exclude_requested.emit("logger", "app.api")
    settle(qtbot, view)
    assert view.session.query == "model:fraud-v3 -logger:app.api"


def test_hide_and_show_panels(view):
    for toggle, panel in (
        (view.panels.toggle_plots, view.panels.plots),
        (view.panels.toggle_fields, view.panels.fields),
    ):
        toggle()
        assert panel.isHidden()
        toggle()
        assert panel.isVisible()


def test_escape_cancels_a_filter_that_runs(qtbot, view):
    filter_by(qtbot, view, "level:error")
    release = threading.Event()
    said = []
    view.message.connect(said.append)
    view.filter_bar.edit.setText("score>0.5")
    view.jobs.run("filter", lambda cancel: release.wait(10), lambda _: said.append("not this"))
    assert view.awaited.word() == "filtering"
    view.way_back.step()
    release.set()
    assert view.awaited.word() == ""
    assert view.filter_bar.text() == view.session.query == "level:error"
    settle(qtbot, view)
    assert said == ["Filtering was cancelled."]
