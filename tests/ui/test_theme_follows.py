"""The window follows the system's colours while it runs, unless a theme was chosen; icons and plots too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from aidebug_gui.ui.theme import ThemeManager, current_theme
from aidebug_gui.ui.theme import manager as manager_module


class System:
    """What the system wishes; Qt's offscreen platform has no wishes of its own."""

    scheme = Qt.ColorScheme.Light
    wants_contrast = False

    def name(self):
        if self.wants_contrast:
            return "high_contrast"
        return "dark" if self.scheme == Qt.ColorScheme.Dark else "light"


@pytest.fixture
def system(monkeypatch):
    system = System()
    monkeypatch.setattr(manager_module, "system_theme_name", system.name)
    return system


def show_message(system, scheme=None, contrast=None):
    hints = QGuiApplication.styleHints()
    if scheme is not None:
        system.scheme = scheme
        hints.colorSchemeChanged.emit(scheme)
    if contrast is not None:
        system.wants_contrast = contrast
        wish = Qt.ContrastPreference.HighContrast if contrast else Qt.ContrastPreference.NoPreference
        hints.accessibility().contrastPreferenceChanged.emit(wish)


def test_the_window_follows_the_system(qtbot, window, log_path, system):
    window.themes.choose("system")
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    table, plots = window.view.table, window.view.panels.plots
    assert current_theme().name == "light"

    show_message(system, scheme=Qt.ColorScheme.Dark)
    assert current_theme().name == "dark"
    qtbot.waitUntil(lambda: table.style_of_rows.theme.name == "dark")
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(picture.width() - 2, picture.height() - 2).lightness() < 60
    qtbot.waitUntil(lambda: plots.strip.colours.background.lightness() < 80)

    show_message(system, contrast=True)
    assert current_theme().name == "high_contrast"
    show_message(system, contrast=False)
    assert current_theme().name == "dark"
    window.actions_["theme_light"].trigger()  # chosen: stays
    show_message(system, scheme=Qt.ColorScheme.Dark)
    assert current_theme().name == "light"
    window.actions_["theme_system"].trigger()
    assert current_theme().name == "dark"


def test_a_choice_is_told_once(qapp):
    themes, told = ThemeManager(), []
    themes.choice_changed.connect(told.append)
    themes.choose("dark")
    themes.choose("dark")
    themes.choose("light")
    assert told == ["dark", "light"]
