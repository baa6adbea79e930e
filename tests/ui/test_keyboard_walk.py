"""A walk through the whole program by keys alone: each action is found, started and left again, and what opens can be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from aidebug_gui.ui.actions import ACTIONS, menu_title, plain_text
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.shown_zone import show_zone, shown_zone
from aidebug_gui.ui.state import memory
from aidebug_gui.ui.theme import ThemeManager
from tests.ui.conftest import wait_until
from tests.ui.test_accessibility import nameless_in, not_stopped_at

ENDS_THE_WALK = {"quit", "close_tab", "command_palette"}
OPENS_PAGES = {"View", "Filter", "Analyze"}
MOST_STOPS = 12


class Leaver(QObject):
    """Presses Escape in what opened and waits for an answer: menus, and dialogs that block."""

    def __init__(self):
        super().__init__()
        self.left = set()
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._leave)
        self._timer.start()

    def _leave(self):
        for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if widget is not None and widget.isVisible():
                self.left.add(type(widget).__name__)
                QTest.keyClick(widget, Qt.Key.Key_Escape)
                return

    def stop(self):
        self._timer.stop()


@pytest.fixture
def window(qtbot, log_path, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))  # settings of its own: the walk changes them
    zone = shown_zone()
    memory().forget()
    themes = ThemeManager()
    themes.choose("light")
    window = MainWindow(themes)
    window.resize(1500, 950)
    window.show()
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle() and window.view.panels.findings is not None)
    window.receiving.asks = False
    yield window
    themes.choose("light")
    window.close()
    window.deleteLater()
    memory().forget()
    show_zone(zone)


def dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def start_by_keys(window, spec):
    """Find an action in the palette by its words and start it."""
    QTest.keyClick(
        window.view.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    palette = window.palette_
    assert palette.isVisible(), spec.name
    text = plain_text(window.actions_[spec.name].text())
    palette.edit.setText(text)
    wanted = f"{menu_title(spec.menu)}: {text}"
    shown = [palette.list.topLevelItem(at).text(0) for at in range(palette.list.topLevelItemCount())]
    assert wanted in shown, spec.name
    for _ in range(shown.index(wanted)):
        QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert not palette.isVisible(), spec.name


def activate(window):
    """Do what a window manager does when a dialog comes or goes."""
    window.activateWindow()
    wait_until(window.isActiveWindow)


def back_to_the_table(window):
    """Escape and F6 lead back from everywhere."""
    activate(window)
    for _ in range(MOST_STOPS):
        if window.view.table.hasFocus():
            return
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        QApplication.processEvents()
    raise AssertionError(f"the focus stays in {QApplication.focusWidget()}")


def leave(dialog):
    activate(dialog)
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    wait_until(dialog.isHidden)


def test_every_action_is_started_and_left_by_keys(qtbot, window):
    leaver = Leaver()
    window.activateWindow()
    window.view.focus_table()
    first, opened, unusable = window.view, set(), set()
    for spec in ACTIONS:
        if spec.name in ENDS_THE_WALK or not window.actions_[spec.name].isEnabled():
            continue
        start_by_keys(window, spec)
        wait_until(lambda: QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None)
        for dialog in dialogs():
            opened.add(type(dialog).__name__)
            unusable |= set(nameless_in(dialog) + not_stopped_at(dialog))
            leave(dialog)
        wait_until(window.is_idle)
        if window.view is not first:
            QTest.keyClick(window.view.table, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
            wait_until(lambda: window.view is first)
        if spec.menu in OPENS_PAGES:
            unusable |= set(nameless_in(window) + not_stopped_at(window))
        back_to_the_table(window)
    leaver.stop()
    assert unusable == set()
    assert "QFileDialog" in leaver.left
    assert "Menu" in leaver.left
    assert {"SettingsDialog", "ShortcutsDialog", "FilterHelp"} <= opened
