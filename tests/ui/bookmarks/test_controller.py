"""Bookmarks in a tab: set, noted, walked, listed, drawn, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from aidebug_gui.store import open_log
from aidebug_gui.ui.bookmarks.page import NOTE
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.state import Mark, memory


@pytest.fixture(autouse=True)
def _nothing_known(qapp):
    memory().forget()
    yield
    memory().forget()


def open_view(qtbot, log_path, actions):
    view = LogView(open_log(log_path), log_path, actions, remembers=True)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.memory.look_up()
    qtbot.waitUntil(view.is_idle)
    qtbot.waitUntil(lambda: view.panels.findings is not None)
    return view


def colour_of_the_gutter(view, record):
    table = view.table
    position = table.log_model.position_of(record)
    y = table.rowViewportPosition(position) + table.style_of_rows.row_height // 2
    picture = table.viewport().grab().toImage()
    return picture.pixelColor(table.columnWidth(0) - 2, y)


def test_bookmarks_from_key_to_next_start(qtbot, log_path, actions):
    view = open_view(qtbot, log_path, actions)
    told = []
    view.message.connect(told.append)
    bookmarks, table = view.bookmarks, view.table
    bookmarks.next()
    assert "no bookmarks" in told[-1]

    table.show_record(100)
    bookmarks.toggle()
    table.show_record(500)
    bookmarks.toggle()
    assert colour_of_the_gutter(view, 500) == table.style_of_rows.theme.colors["current"]
    table.show_record(0)
    bookmarks.next()
    assert table.current_record() == 100
    bookmarks.previous()
    assert table.current_record() == 500
    assert told[-1] == "Continued from the other end"

    bookmarks.note()  # opens the list with the cursor in the note
    qtbot.waitUntil(view.is_idle)
    page = bookmarks.page
    qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 2)
    assert [page.list.topLevelItem(at).text(0) for at in range(2)] == ["101", "501"]
    editor = page.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "who did this?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    noted = (Mark(101), Mark(501, "who did this?"))
    qtbot.waitUntil(lambda: view.memory.marks == noted)
    assert bookmarks._ticks.places() == [pytest.approx(100.1), pytest.approx(500.5)]

    assert set(bookmarks._rows) == {100, 500}
    view.session.renumbered.emit()
    assert (bookmarks.marked.records(), bookmarks._rows) == ([100, 500], {})
    qtbot.waitUntil(lambda: set(bookmarks._rows) == {100, 500})

    page.only.click()
    qtbot.waitUntil(lambda: view.is_idle() and table.log_model.rowCount() == 2)
    view.session.unpin()
    qtbot.waitUntil(lambda: view.is_idle() and table.log_model.rowCount() == 1200)

    page.list.setCurrentItem(page.entry_item(100))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert bookmarks.marked.records() == [500]
    bookmarks.toggle_list()
    assert not page.isVisible()
    view.filter_bar.set_filter("level:debug")  # hides record 500
    qtbot.waitUntil(lambda: view.is_idle() and table.log_model.rowCount() == 200)
    bookmarks.next()
    assert "hides this record" in told[-1]
    view.close_log()

    view = open_view(qtbot, log_path, actions)
    assert view.bookmarks.marked.marks() == (Mark(501, "who did this?"),)
    view.table.show_record(500)
    assert colour_of_the_gutter(view, 500) == view.table.style_of_rows.theme.colors["current"]
    view.bookmarks.toggle_list()
    qtbot.waitUntil(view.is_idle)
    assert view.bookmarks.page.list.topLevelItem(0).text(NOTE) == "who did this?"
    view.close_log()
