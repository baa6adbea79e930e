"""Nothing that is to be hidden stands anywhere in the window while it is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from aidebug_gui.store.protocol import LogEvent
from aidebug_gui.ui.bookmarks.page import NOTE
from aidebug_gui.ui.state.recent import remember_file
from tests.ui.privacy.conftest import EMAIL, SECRET, write_log
from tests.ui.privacy.said import everything

NAME = "Anna Kern"


def leaks(window) -> list[tuple[str, str]]:
    table = window.view.table
    first, last = table.visible_positions()
    rows = [table.log_model.cache.get(position) for position in range(first, last + 1)]
    said = [*everything(), *(("row", text) for row in rows if row is not None for text in row.texts)]
    return [(where, text) for where, text in said if any(word in text for word in (EMAIL, SECRET, NAME))]


@pytest.fixture
def hidden_window(qtbot, window, tmp_path):
    """A window in which about everything was opened before it is to hide."""
    window.resize(1400, 1000)
    window.show()
    window.open_paths([write_log(tmp_path / f"{EMAIL}.jsonl")])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    view = window.view
    qtbot.waitUntil(lambda: view.session.state.complete and view.is_idle())
    view.panels.toggle_fields()
    view.panels.toggle_findings()
    view.panels.toggle_plots()
    view.table.show_record(7)
    view.record_room.toggle()
    view.bookmarks.toggle()
    view.bookmarks.toggle_list()
    view.following.strip.show_events([LogEvent("connected", f"{EMAIL} connected.", 0, 0)])
    view.navigation.show_find()
    view.find_bar.edit.setText(EMAIL)
    for name in ("patterns", "threshold", "drift"):
        getattr(view.panels.insights, name)()
        qtbot.waitUntil(view.is_idle)
    view.filter_bar.set_filter(f'"{EMAIL}"')
    qtbot.waitUntil(view.is_idle)
    view.panels.insights.differences()
    view.panels.insights.request()
    qtbot.waitUntil(view.is_idle)
    assert leaks(window)
    window.hide_mode.toggle()
    qtbot.waitUntil(view.is_idle)
    yield window
    window.hide_mode.toggle()


def test_no_corner_of_the_window_tells_what_is_hidden(hidden_window, qtbot):
    view = hidden_window.view
    assert leaks(hidden_window) == []
    body = view.panels.findings.panel.body
    for at in range(body.count()):
        body.setCurrentIndex(at)
        qtbot.waitUntil(view.is_idle)
        assert leaks(hidden_window) == []
    view.privacy.toggle_column()
    view.filter_bar.set_filter("user_email:")
    view.filter_bar.edit.setFocus()
    qtbot.waitUntil(view.is_idle)
    assert leaks(hidden_window) == []


def test_nor_does_a_dialog(hidden_window, qtbot):
    view = hidden_window.view
    for action in ("format", "columns", "go_to", "notify", "export_masked", "command_palette", "clocks"):
        hidden_window.actions_[action].trigger()
        qtbot.waitUntil(view.is_idle)
        assert leaks(hidden_window) == [], action
        for dialog in QApplication.topLevelWidgets():
            if dialog is not hidden_window and dialog.isVisible():
                dialog.close()


def test_bookmarks_stay_with_their_notes_hidden(hidden_window, qtbot):
    view = hidden_window.view
    told = []
    view.message.connect(told.append)
    view.bookmarks.note()
    qtbot.waitUntil(lambda: view.bookmarks.page.list.findChild(QLineEdit) is not None)
    editor = view.bookmarks.page.list.findChild(QLineEdit)
    assert editor.isVisible()
    qtbot.keyClicks(editor, f"ask {EMAIL}")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    record = view.table.current_record()
    page = view.bookmarks.page
    qtbot.waitUntil(lambda: page.entry_item(record).text(NOTE).startswith("ask ["))
    assert page.isVisible()
    assert leaks(hidden_window) == []
    view.bookmarks.note()
    qtbot.waitUntil(lambda: any("this note is hidden" in words for words in told))
    assert view.bookmarks.marked.mark(record).note == f"ask {EMAIL}"
    view.panels.insights.usage()
    assert "not shown while personal data is hidden" in told[-1]


def test_nor_do_the_logs_opened_last(hidden_window, qtbot):
    remember_file(hidden_window.view.path)
    hidden_window._fill_recent_menu()
    assert not [action.text() for action in hidden_window._recent_menu.actions() if EMAIL in action.text()]
    assert any("[EMAIL_" in action.text() for action in hidden_window._recent_menu.actions())
    hidden_window.close_current_tab()
    assert leaks_of_start_page(hidden_window) == []
    hidden_window.hide_mode.toggle()
    qtbot.waitUntil(lambda: leaks_of_start_page(hidden_window) != [])
    hidden_window.hide_mode.toggle()
    assert leaks_of_start_page(hidden_window) == []


def leaks_of_start_page(window):
    assert window.empty.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [(where, text) for where, text in everything() if EMAIL in text]
