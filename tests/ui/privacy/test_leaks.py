"""Nothing that is to be hidden stands anywhere in the window while it is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from aidebug_gui.store.protocol import LogEvent
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
