"""Takes the pictures of the user guide from the real window, light and dark: ``make screenshots``. Needs no display."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from aidebug_gui.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "guide" / "images"
SIZE = (1200, 760)
PATIENCE_S = 90

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
_home = tempfile.mkdtemp(prefix="aidebug-screenshots-")
for _kind in ("CONFIG", "STATE", "CACHE", "DATA"):
    os.environ[f"XDG_{_kind}_HOME"] = _home  # nothing of the person who takes them
sys.path.insert(0, str(ROOT))


def window_scene(window: MainWindow) -> QWidget:
    return window


def filter_scene(window: MainWindow) -> QWidget:
    window.view.filter_bar.set_filter("level>=warning logger:app.model")
    return window


def findings_scene(window: MainWindow) -> QWidget:
    window.view.filter_bar.set_filter("")
    window.view.panels.toggle_findings()
    window.view.panels.next_finding()
    return window


def highlights_scene(window: MainWindow) -> QWidget:
    highlights = window.view.highlights
    for query in ("level>=error", "score>0.8", "cache"):
        highlights.add(query)
    highlights.show_list()
    window.view.navigation.next_error()
    return window


def settings_scene(window: MainWindow) -> QWidget:
    from aidebug_gui.ui.settings.dialog import SettingsDialog

    window.preferences.show()
    return next(dialog for dialog in window.findChildren(SettingsDialog) if dialog.isVisible())


SCENES: dict[str, Callable[[MainWindow], QWidget]] = {
    "window": window_scene,
    "filter": filter_scene,
    "findings": findings_scene,
    "highlights": highlights_scene,
    "settings": settings_scene,
}


def main() -> int:
    """Take all pictures and return the exit code."""
    from aidebug_gui.app import make_application
    from aidebug_gui.resources import resource_path
    from aidebug_gui.ui.main_window import MainWindow
    from aidebug_gui.ui.process.garbage import GuiGarbageCollector
    from aidebug_gui.ui.theme import ThemeManager

    application = make_application()
    GuiGarbageCollector(application)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        themes = ThemeManager(application)
        themes.choose(theme)
        window = MainWindow(themes)
        window.resize(*SIZE)
        window.show()
        window.open_paths([resource_path("examples", "incident.jsonl")])
        settle(application, window)
        for name, scene in SCENES.items():
            target = scene(window)
            settle(application, window)
            path = IMAGES / f"{name}-{theme}.png"
            target.grab().save(str(path), "PNG", 0)  # 0: as small as it gets
            print(path.relative_to(ROOT))
        window.close()
    os._exit(0)  # nothing is left to do, and destructors of Qt and pyqtgraph need an order of their own


def settle(application: QApplication, window: MainWindow) -> None:
    """Wait until everything asked for is on screen for half a second."""
    end, quiet = time.monotonic() + PATIENCE_S, 0.0
    while time.monotonic() < end and quiet < 0.5:
        began = time.monotonic()
        application.processEvents()
        time.sleep(0.02)
        quiet = quiet + time.monotonic() - began if window.is_idle() else 0.0


if __name__ == "__main__":
    sys.exit(main())
