"""The settings window: what is set counts at once, can be found and taken back; keys can be bound again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from aidebug_gui.ui.settings import current_settings
from aidebug_gui.ui.settings import values as settings_values
from aidebug_gui.ui.settings.registry import SETTINGS
from aidebug_gui.ui.theme import current_theme


@pytest.fixture
def preferences(qtbot, window, log_path, tmp_path, monkeypatch):
    monkeypatch.setattr(settings_values, "user_directory", lambda: tmp_path)
    window.preferences.settings = current_settings()
    window.preferences.start()
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    font = QApplication.font()
    yield window.preferences
    window.preferences.settings.reset("density")
    QApplication.setFont(font)


def row(dialog, name):
    return next(row for row in dialog.rows if row.spec.name == name)


def shown(dialog):
    return {row.spec.name for row in dialog.rows if not row.isHidden()}


def test_settings_count_at_once_and_can_be_found(qtbot, window, preferences):
    window.actions_["settings"].trigger()
    dialog, settings = preferences._dialog, preferences.settings
    assert shown(dialog) == {spec.name for spec in SETTINGS if spec.group == "Appearance"}

    theme = row(dialog, "theme")
    theme.editor.setCurrentIndex(theme.editor.findData("dark"))
    theme.editor.activated.emit(theme.editor.currentIndex())
    assert current_theme().name == "dark"
    assert window.actions_["theme_dark"].isChecked()
    window.actions_["theme_light"].trigger()  # the menu changes the setting too
    assert settings.value("theme") == "light"
    assert theme.editor.currentData() == "light"
    theme.undo.click()
    assert settings.is_default("theme")
    assert not theme.undo.isEnabled()

    height = window.view.table.verticalHeader().defaultSectionSize()
    settings.set("density", "roomy")
    assert window.view.table.verticalHeader().defaultSectionSize() > height
    height = window.view.table.verticalHeader().defaultSectionSize()
    for lines in (2, 3, 1):
        window.actions_["row_lines"].trigger()
        assert settings.value("row_lines") == lines
        assert (window.view.table.verticalHeader().defaultSectionSize() > height) == (lines > 1)
    size = QApplication.font().pointSizeF()
    row(dialog, "font_size").editor.setValue(round(size) + 6)
    assert QApplication.font().pointSizeF() == round(size) + 6
    window.actions_["smaller_text"].trigger()
    assert settings.value("font_size") == round(size) + 5
    window.actions_["usual_text"].trigger()
    assert QApplication.font().pointSizeF() == size

    dialog.search.setText("last session filter")
    assert shown(dialog) == {"last_filter"}
    assert dialog.keyboard.isHidden()
    dialog.search.setText("qqq")
    assert not dialog.nothing.isHidden()
    dialog.activateWindow()
    dialog.search.setFocus()
    qtbot.waitUntil(dialog.search.hasFocus)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: preferences._dialog is None)


def test_keys_can_be_bound_anew(qtbot, window, preferences):
    preferences.show_shortcuts()
    page, settings = preferences._dialog.keyboard, preferences.settings
    page.choose("bookmark")
    page.edit.setKeySequence(QKeySequence("Up"))
    assert "moves the cursor" in page.message.text()
    page.edit.setKeySequence(QKeySequence("E"))
    assert "Next error" in page.message.text()
    assert settings.shortcuts() == {}  # nothing is given away unasked
    page.take.click()
    assert settings.shortcuts() == {"bookmark": "E", "next_error": ""}
    assert window.actions_["next_error"].shortcut().isEmpty()

    view = window.view
    view.table.show_record(7)
    preferences._dialog.hide()
    window.activateWindow()
    view.focus_table()
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert view.bookmarks.marked.records() == [7]

    page.choose("next_error")
    page.usual.click()
    assert settings.shortcuts() == {"bookmark": ""}
    page.choose("bookmark")
    page.edit.setKeySequence(QKeySequence("Ctrl+Alt+F9"))
    assert settings.shortcuts() == {"bookmark": "Ctrl+Alt+F9"}
    page.all.click()
    assert window.actions_["bookmark"].shortcut().toString() == "B"
    preferences._dialog.search.setText("next error")
    assert page.show_matching("next error") == 1
    preferences._dialog.close()
