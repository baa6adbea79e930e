"""Highlights in a tab: made of a filter or a value, painted, walked through, changed in the list, kept for all tabs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from shiboken6 import isValid

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.highlights.found import Found
from aidebug_gui.ui.highlights.rule_list import ROWS
from aidebug_gui.ui.highlights.rules import HighlightRule
from aidebug_gui.ui.minimap.growing import NO_ROWS
from aidebug_gui.ui.minimap.strip import Channel
from aidebug_gui.ui.state import memory, remembered
from aidebug_gui.ui.theme import current_theme
from aidebug_gui.ui.value_menu import MenuValue
from tests.ui.conftest import tab_of


@pytest.fixture(autouse=True)
def _nothing_known(qapp):
    memory().forget()
    yield
    memory().forget()


@pytest.fixture
def view(_nothing_known, used_view):
    """The tab of the module, without highlights."""
    used_view.hide()
    used_view.show()
    assert used_view.highlights.rules == []
    return used_view


def colour_at(view, position) -> QColor:
    """Return the background of a row, in the middle between two columns."""
    table = view.table
    y = table.rowViewportPosition(position) + table.style_of_rows.row_height // 2
    picture = table.viewport().grab().toImage()
    x = table.columnViewportPosition(2) - 2
    return picture.pixelColor(int(x * picture.devicePixelRatio()), int(y * picture.devicePixelRatio()))


def edge_at(view, position) -> QColor:
    table = view.table
    y = table.rowViewportPosition(position) + table.style_of_rows.row_height // 2
    picture = table.viewport().grab().toImage()
    return picture.pixelColor(
        int((table.columnWidth(0) + 1) * picture.devicePixelRatio()), int(y * picture.devicePixelRatio())
    )


def settle(qtbot, view):
    qtbot.waitUntil(view.is_idle)


def test_a_filter_becomes_a_highlight(qtbot, view):
    told = []
    view.message.connect(told.append)
    table, highlights, theme = view.table, view.highlights, current_theme()
    highlights.next()
    qtbot.waitUntil(lambda: any("There are no highlights" in text for text in told))
    view.filter_bar.set_filter("level:error")  # records 5, 11, 17 ...
    settle(qtbot, view)
    assert table.log_model.rowCount() == 200
    highlights.add_filter()
    settle(qtbot, view)
    assert view.session.query == ""
    assert table.log_model.rowCount() == 1200
    assert told[-1] == "Highlighted (Yellow): level:error"
    assert colour_at(view, 5) == theme.highlights["yellow"].tint
    assert colour_at(view, 4) != theme.highlights["yellow"].tint
    assert view.map_strip.places(Channel.HIGHLIGHTS).positions.tolist() == list(range(5, 1200, 6))

    choice = view.value_menu.menu(MenuValue("model", Kind.CATEGORY, "fraud-v3"))
    next(action for action in choice.actions() if "Highlight rows" in action.text()).trigger()
    settle(qtbot, view)
    assert [rule.query for rule in highlights.rules] == ["level:error", "model:fraud-v3"]  # these have odd numbers
    assert colour_at(view, 5) == theme.highlights["yellow"].tint  # both find it: the first one decides
    assert colour_at(view, 3) == theme.highlights["teal"].tint
    table.selectRow(3)
    assert edge_at(view, 3) == theme.highlights["teal"].mark

    table.show_record(6)
    highlights.next()
    qtbot.waitUntil(lambda: table.current_record() == 7)
    highlights.previous()
    highlights.previous()
    assert table.current_record() == 3
    view.filter_bar.set_filter("model:gpt-4o")
    settle(qtbot, view)
    highlights.next()
    qtbot.waitUntil(lambda: told[-1] == "No row shown here is highlighted.")
    assert view.map_strip.places(Channel.HIGHLIGHTS).positions.tolist() == []


def test_rules_are_written_switched_moved_and_removed_in_the_list(qtbot, view):
    settle(qtbot, view)
    highlights, table = view.highlights, view.table
    highlights.add_filter()  # there is none
    page = highlights.page
    assert page.focusWidget() is page.edit
    page.edit.setText("level>=wran")
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    assert "wran" in page.problem.text()
    assert remembered.kept("highlights") is None
    page.edit.setText("level>=error")
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    settle(qtbot, view)
    assert page.problem.isHidden()
    assert page.list.topLevelItem(0).text(ROWS) == "200"

    page.add.click()
    page.edit.setText("nosuch:1")
    page.changeEvent(QEvent(QEvent.Type.PaletteChange))  # the theme changes while it is written
    assert page.edit.text() == "nosuch:1"
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    settle(qtbot, view)
    assert page.list.topLevelItem(1).text(ROWS) == "This log has no field 'nosuch'."
    page.show_found({"nosuch:1": Found(NO_ROWS, "This log has no field '<b>x</b>'.")})
    assert "<b>" not in page.list.topLevelItem(1).toolTip(ROWS)  # else Qt takes it for rich text
    page.edit.setText("score>=0.5")
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    settle(qtbot, view)
    assert page.list.topLevelItem(1).text(ROWS) == "600"
    page.up.click()
    kept = [HighlightRule("score>=0.5", "teal"), HighlightRule("level>=error", "yellow")]
    assert highlights.rules == kept
    assert page.list.at() == 0
    page.next.click()
    qtbot.waitUntil(lambda: table.current_record() == 50)
    item, still_there = page.list.topLevelItem(0), []
    page.list.switched.connect(lambda: still_there.append(isValid(item)))  # Qt uses it until it has told of it
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [rule.is_on for rule in highlights.rules] == [False, True])
    assert still_there == [True]
    settle(qtbot, view)
    assert page.list.topLevelItem(0).text(ROWS) == "off"
    assert table.style_of_rows.extras.highlights.colours([50, 5]) == [None, "yellow"]
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    settle(qtbot, view)
    assert highlights.rules == [HighlightRule("level>=error", "yellow")]
    page.only.click()
    settle(qtbot, view)
    assert view.session.query == "level>=error"


def test_rules_count_in_every_tab_and_in_logs_that_grow(qtbot, qapp, tmp_path):
    remembered.keep("highlights", [{"query": "bad"}, {"query": "nosuch:1"}])
    path = tmp_path / "a.log"
    path.write_text("2026-01-01 10:00:00 INFO good\n2026-01-01 10:00:01 INFO bad\n" * 3)
    with tab_of(path, qapp, follow=True) as view:
        qtbot.waitUntil(lambda: view.table.style_of_rows.extras.highlights is not None)
        assert view.table.style_of_rows.extras.highlights.colours([0, 1]) == [None, "yellow"]
        with path.open("a") as file:
            file.write("2026-01-01 10:00:02 INFO bad again\n2026-01-01 10:00:03 INFO fine\n")
        qtbot.waitUntil(lambda: view.table.style_of_rows.extras.highlights.colours([6, 7]) == ["yellow", None])
        qtbot.waitUntil(lambda: view.map_strip.places(Channel.HIGHLIGHTS).positions.tolist()[:4] == [1, 3, 5, 6])
        remembered.keep("highlights", [{"query": "fine", "colour": "red"}])  # another tab did
        view.hide()
        view.show()
        qtbot.waitUntil(lambda: view.table.style_of_rows.extras.highlights is not None)
        qtbot.waitUntil(lambda: view.table.style_of_rows.extras.highlights.colours([6, 7]) == [None, "red"])
