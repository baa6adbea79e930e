"""Filters with a name: saved, listed, applied, renamed and deleted, by keys alone; two windows do not undo each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu

from aidebug_gui.ui.filter.saved_dialogs import NAME, SavedFiltersDialog, SaveFilterDialog
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.state import Memory, memory, remembered


@pytest.fixture(autouse=True)
def _nothing_saved():
    memory().forget()
    yield
    memory().forget()


@pytest.fixture
def filtered(qtbot, used_view):
    used_view.filter_bar.set_filter("level>=error")
    qtbot.waitUntil(lambda: used_view.session.query == "level>=error" and used_view.is_idle())
    return used_view


def opened(view, kind):
    return next(dialog for dialog in view.findChildren(kind) if dialog.isVisible())


def open_menu(qtbot, view):
    view.saved_filters.show_menu()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def test_letters_are_those_of_the_open_menu(qtbot, used_view):
    pressed = []
    menu = Menu("&Filter", used_view)
    menu.addAction("&Manage").triggered.connect(lambda: pressed.append("manage"))
    behind = Menu("&Analyze", used_view)
    conversation = next(action for action in used_view.actions() if action.objectName() == "conversation")
    behind.addAction(conversation)
    conversation.triggered.connect(lambda: pressed.append("conversation"))
    used_view.table.setFocus()
    menu.popup(used_view.mapToGlobal(used_view.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "m")
    override.ignore()
    QApplication.sendEvent(menu, override)
    assert override.isAccepted()
    qtbot.keyClick(menu, Qt.Key.Key_M)
    assert pressed == ["manage"]


def texts(menu):
    return [action.text() for action in menu.actions()]


def test_a_filter_is_saved_under_a_name_and_found_again(qtbot, filtered):
    filtered.saved_filters.save()
    dialog = opened(filtered, SaveFilterDialog)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not save.isEnabled()
    qtbot.keyClicks(dialog.edit, " Errors & co ")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert remembered.saved_filters() == {"Errors & co": "level>=error"}

    filtered.clear_filter()
    qtbot.waitUntil(lambda: filtered.session.query == "" and filtered.is_idle())
    menu = open_menu(qtbot, filtered)
    assert texts(menu)[0] == "Errors && co\tlevel>=error"
    assert menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filtered.session.query == "level>=error")


def test_a_name_that_is_taken_is_told_and_replaced(qtbot, filtered):
    remembered.save_filter("mine", "score<0.1")
    filtered.saved_filters.save()
    dialog = opened(filtered, SaveFilterDialog)
    dialog.edit.setText("mine")
    assert "replaces" in dialog.hint.text()
    dialog.accept()
    assert remembered.saved_filters() == {"mine": "level>=error"}
    filtered.saved_filters.save()
    assert opened(filtered, SaveFilterDialog).edit.text() == "mine"
    opened(filtered, SaveFilterDialog).reject()


def test_the_menu_lists_earlier_filters_too(qtbot, filtered):
    filtered.filter_bar.edit.set_history(["score<0.5", "model:gpt-4o", "level>=error"])
    menu = open_menu(qtbot, filtered)
    assert texts(menu) == [
        "No saved filters",
        "",
        "&Save this filter…",
        "&Manage saved filters…",
        "Earlier",
        "model:gpt-4o",
        "score<0.5",
    ]
    assert not menu.actions()[3].isEnabled()
    menu.close()


def test_nothing_to_save_is_told(qtbot, used_view):
    told = []
    used_view.message.connect(told.append)
    used_view.saved_filters.save()
    assert len(told) == 1
    assert "no filter" in told[0]


def test_filters_are_renamed_deleted_and_brought_back(qtbot, filtered):
    for name in ("b", "a", "c"):
        remembered.save_filter(name, f"logger:{name}")
    filtered.saved_filters.manage()
    dialog = opened(filtered, SavedFiltersDialog)
    assert [dialog.list.topLevelItem(at).text(NAME) for at in range(3)] == ["a", "b", "c"]

    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    editor = dialog.list.findChild(QLineEdit)
    editor.setText("b")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "b" in dialog.problem.text())  # the name is taken
    assert list(remembered.saved_filters()) == ["a", "b", "c"]

    dialog.list.topLevelItem(0).setText(NAME, "first")
    assert remembered.saved_filters() == {"b": "logger:b", "c": "logger:c", "first": "logger:a"}
    assert dialog.list.currentItem().text(NAME) == "first"
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "first" not in remembered.saved_filters()
    dialog.undo.click()
    assert remembered.saved_filters()["first"] == "logger:a"
    assert not dialog.undo.isEnabled()
    dialog.apply.click()
    qtbot.waitUntil(lambda: filtered.session.query == "logger:a")
    dialog.close()


def test_what_is_hidden_on_the_screen_is_hidden_in_the_lists(qtbot, filtered):
    remembered.save_filter("by mail", "user:anna@posteo.net")
    filtered.filter_bar.shown = lambda text: text.replace("anna@posteo.net", "[EMAIL_1]")
    try:
        menu = open_menu(qtbot, filtered)
        assert texts(menu)[0] == "by mail\tuser:[EMAIL_1]"
        menu.close()
        ((_, detail, _),) = filtered.saved_filters.commands()
        assert detail == "user:[EMAIL_1]"
    finally:
        filtered.filter_bar.shown = str


def test_the_palette_finds_a_saved_filter(qtbot, filtered):
    remembered.save_filter("slow calls", "latency_ms>500")
    ((text, detail, call),) = filtered.saved_filters.commands()
    assert (text, detail) == ("Filter: slow calls", "latency_ms>500")
    call()
    qtbot.waitUntil(lambda: filtered.session.query == "latency_ms>500")


def test_two_windows_keep_each_others_filters(tmp_path):
    path = tmp_path / "state.json"
    one, other = Memory(path), Memory(path)
    for memory_, name in ((one, "one"), (other, "other")):
        memory_.change(lambda state, name=name: remembered.with_filter(state, name, "level>=error"))
        memory_.save()
    assert set(Memory(path).state.saved_filters) == {"one", "other"}
