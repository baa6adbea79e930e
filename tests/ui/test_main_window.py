"""The window: ways in, tabs, what cannot be opened, palette, themes, nothing kept after closing."""

from __future__ import annotations

import gc
import weakref
import zipfile
from operator import attrgetter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from aidebug_gui.sources.addresses import Merged
from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import ACTIONS
from aidebug_gui.ui.command_palette import fuzzy_score
from aidebug_gui.ui.state.recent import recent_files


@pytest.fixture
def opened(qtbot, window, log_path):
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    return window


def test_the_empty_window_invites(qtbot, window):
    assert window.stack.currentWidget() is window.empty
    assert not window.actions_["find"].isEnabled()
    assert window.actions_["open"].isEnabled()
    qtbot.mouseClick(window.empty.example_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    assert window.view.path.name == "incident.jsonl"
    assert window.view.session.state.records > 1000


def test_open_shows_a_tab_and_the_accounts(opened, log_path):
    assert opened.windowTitle() == "service.jsonl – AiDebug"
    assert opened.status.accounts.text().startswith("1,200 lines · 1,200 records")
    assert recent_files() == [log_path]


def test_drop_of_several_files(qtbot, window, log_path, tmp_path):
    other = tmp_path / "other.log"
    other.write_text("INFO:root:Prediction: 0.8347\nWARNING:root:Anomaly detected at index 17\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(log_path)), QUrl.fromLocalFile(str(other))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    assert {view.path for view in window.views()} == {log_path, other}


@pytest.mark.parametrize("kind", ["missing", "directory"])
def test_what_cannot_be_opened_is_told(qtbot, window, tmp_path, kind):
    path = tmp_path if kind == "directory" else tmp_path / "gone.log"
    window.open_paths([path])
    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.label.text()
    assert window.tabs.count() == 0
    assert window.is_idle()


def test_every_log_of_an_archive_is_a_tab(qtbot, window, tmp_path):
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("api.log", "INFO:root:Prediction: 0.8347\n")
        archive.writestr("old/worker.jsonl", '{"message": "done"}\n')
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    assert {view.path.name for view in window.views()} == {"api.log", "worker.jsonl"}
    assert not window.banner.isVisible()


def test_an_empty_file_opens(qtbot, window, tmp_path):
    (tmp_path / "empty.log").touch()
    window.open_paths([tmp_path / "empty.log"])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    assert window.status.accounts.text().startswith("0 lines")
    window.view.navigation.next_error()
    window.view.output.copy_raw()
    window.view.record_room.toggle()


def test_a_closed_tab_is_freed(qtbot, opened):
    view = opened.view
    view.record_room.toggle()
    qtbot.waitUntil(opened.is_idle)
    kept = [weakref.ref(part) for part in (view, view.session, view.session.store, view.table, view.panels.plots)]
    del view
    opened.close_current_tab()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def all_are_freed():
        gc.collect()
        assert [part() for part in kept] == [None] * len(kept)

    qtbot.waitUntil(all_are_freed)  # the jobs that still hold the log end first
    assert opened.stack.currentWidget() is opened.empty


def test_a_tab_that_is_closed_while_its_log_is_opened_anew(qtbot, opened):
    view = opened.view
    opened.opener.open_instead([view], view.path)
    opened.close_current_tab()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: opened.tabs.count() == 1 and opened.is_idle())
    assert opened.view is not view


def test_a_window_that_closes_says_so_before_its_logs_are_closed(window):
    kept = []
    window.keeper.close = lambda: kept.append("kept")
    window.ending.connect(lambda: kept.append("ending"))
    window.close()
    assert kept == ["ending", "kept"]


def test_a_file_that_a_tab_follows_is_shown_there(qtbot, opened, log_path, tmp_path):
    first = opened.view
    qtbot.waitUntil(lambda: first.session.state.live)
    other, link = tmp_path / "other.log", tmp_path / "link.jsonl"
    other.write_text("2026-01-01 10:00:00,000 - app - INFO - started\n")
    link.symlink_to(log_path)
    opened.open_paths([other])
    qtbot.waitUntil(lambda: opened.tabs.count() == 2 and opened.is_idle())
    assert opened.view is not first
    opened.open_paths([link])
    assert opened.view is first
    qtbot.waitUntil(opened.is_idle)
    assert opened.tabs.count() == 2
    opened.open_paths([Merged((log_path, other))])
    qtbot.waitUntil(lambda: opened.tabs.count() == 3)


def test_a_file_that_is_not_followed_is_read_again(qtbot, window, log_path, monkeypatch):
    monkeypatch.setattr("aidebug_gui.store.open_log", lambda address, *, follow: open_log(address, follow=False))
    for count in (1, 2):
        window.open_paths([log_path])
        qtbot.waitUntil(lambda count=count: window.tabs.count() == count and window.is_idle())


def test_closing_while_reading(qtbot, window, tmp_path):
    path = tmp_path / "large.log"
    path.write_text("2026-01-01 10:00:00,000 - app - INFO - a message of some length\n" * 400_000)
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.view is not None)
    window.close_current_tab()
    assert window.tabs.count() == 0


def test_command_palette(qtbot, used_window):
    used_window.show_command_palette()
    qtbot.keyClicks(used_window.palette_.edit, "go line")
    assert used_window.palette_.list.topLevelItem(0).text(0) == "Go: Line or time"
    qtbot.keyClick(used_window.palette_.edit, Qt.Key.Key_Return)
    assert used_window.palette_.isHidden()
    assert used_window.view.go_to_bar.isVisible()


def test_palette_closes_with_escape(qtbot, used_window):
    used_window.show_command_palette()
    qtbot.keyClick(used_window.palette_.edit, Qt.Key.Key_Escape)
    assert used_window.palette_.isHidden()


def test_fuzzy_score():
    assert fuzzy_score("", "anything") == 0
    assert fuzzy_score("find", "Find next") == 0
    assert fuzzy_score("fnx", "Find next") is not None
    assert fuzzy_score("xyz", "Find next") is None
    assert fuzzy_score("find", "Find next") < fuzzy_score("fnx", "Find next")


def test_every_action_has_its_method_and_its_own_key(used_window):
    keys = [QKeySequence(spec.shortcut).toString() for spec in ACTIONS if spec.shortcut]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    for spec in ACTIONS:
        receiver = used_window.view if spec.needs_view else used_window
        assert callable(attrgetter(spec.slot.removeprefix("view."))(receiver)), spec.name


@pytest.mark.parametrize(
    ("key", "modifier", "check"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, lambda view: view.find_bar.isVisible()),
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier, lambda view: view.go_to_bar.isVisible()),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, lambda view: view.filter_bar.edit.hasFocus()),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, lambda view: view.record_pane.isVisible()),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, lambda view: view.table.current_record() == 5),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, lambda view: view.table.selected_count() == 1200),
    ],
)
def test_shortcuts(qtbot, used_window, key, modifier, check):
    used_window.activateWindow()
    used_window.view.focus_table()
    qtbot.waitUntil(used_window.view.table.hasFocus)
    qtbot.keyClick(used_window.view.table, key, modifier)
    qtbot.waitUntil(lambda: check(used_window.view))


def test_letters_stay_letters_in_the_filter(qtbot, used_window):
    used_window.activateWindow()
    used_window.view.focus_filter()
    qtbot.waitUntil(used_window.view.filter_bar.edit.hasFocus)
    qtbot.keyClicks(used_window.view.filter_bar.edit, "e c?")
    assert used_window.view.filter_bar.text() == "e c?"
    assert used_window.view.table.current_record() == 0


def test_escape_in_the_filter_leaves_it_as_it_is(qtbot, used_window):
    used_window.activateWindow()
    used_window.view.filter_bar.set_filter("level:error")
    qtbot.waitUntil(used_window.is_idle)
    used_window.view.focus_filter()
    qtbot.waitUntil(used_window.view.filter_bar.edit.hasFocus)
    qtbot.keyClick(used_window.view.filter_bar.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(used_window.view.table.hasFocus)
    assert used_window.view.session.query == "level:error"
    qtbot.keyClick(used_window.view.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: used_window.view.session.query == "")


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast", "system"])
def test_themes(qtbot, used_window, name):
    used_window.actions_[f"theme_{name}"].trigger()
    assert used_window.themes.choice == name
    assert used_window.actions_[f"theme_{name}"].isChecked()
    assert not used_window.view.grab().isNull()


def test_help_windows(qtbot, used_window):
    for show in (used_window.show_shortcuts, used_window.show_filter_help, used_window.show_about):
        show()
    windows = [box for box in used_window.findChildren(QDialog) if box.isVisible()]
    assert len(windows) == 3
    assert any(isinstance(box, QMessageBox) for box in windows)
    for box in windows:
        box.close()


def test_recent_menu(qtbot, opened, log_path, tmp_path):
    opened.close_current_tab()
    opened._recent_menu.aboutToShow.emit()
    opened._recent_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: opened.tabs.count() == 1 and opened.is_idle())
    assert opened.view.path == log_path
    (tmp_path / "empty.log").touch()
    opened.open_paths([tmp_path / "empty.log"])
    qtbot.waitUntil(lambda: opened.tabs.count() == 2 and opened.is_idle())
    opened.next_tab()
    assert opened.tabs.currentIndex() == 0
    opened._recent_menu.actions()[-1].trigger()
    assert recent_files() == []


def test_drag_of_text_is_not_taken(window):
    data = QMimeData()
    data.setText("some text")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


def test_own_definitions_that_cannot_be_used_are_told(qtbot, window, log_path, tmp_path, monkeypatch):
    (tmp_path / "levels.toml").write_text("this is no TOML")
    monkeypatch.setattr("aidebug_gui.store.user_directory", lambda: tmp_path)
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    assert window.view.banner.isVisible()
    assert "levels.toml" in window.view.banner.label.text()


def test_what_cannot_be_opened_leaves_the_start_page(qtbot, window, log_path, monkeypatch):
    def fail(*given, follow):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("aidebug_gui.store.open_log", fail)
    invitation = window.empty.heading.text()
    window.open_paths([log_path])
    assert window.empty.heading.text() == "Opening …"
    qtbot.waitUntil(window.banner.isVisible)
    assert window.empty.heading.text() == invitation
    assert "broken on purpose" in window.banner.label.text()
    assert window.stack.currentWidget() is window.empty
    assert window.is_idle()


def test_lines_have_a_border_in_high_contrast(qtbot, used_window):
    used_window.use_high_contrast_theme()
    edit = used_window.view.filter_bar.edit
    picture = edit.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 0).lightness() > 200
    used_window.use_light_theme()
    assert QApplication.instance().styleSheet() == ""
