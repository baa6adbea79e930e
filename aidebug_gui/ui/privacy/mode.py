"""Hiding personal data in the whole window: all tabs, their names, and the tabs that are opened meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.ui.opening import address_text
from aidebug_gui.ui.state.recent import recent_files

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.main_window import MainWindow


class HideMode(QObject):
    """On or off for the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.is_on = False

    def toggle(self) -> None:
        """Hide personal data and secrets, or show them again."""
        self.is_on = not self.is_on
        self._window.actions_["hide_personal"].setChecked(self.is_on)
        for view in self._window.views():
            view.privacy.set_hidden(self.is_on)
        self._window.show_titles()
        if not self._window.views():
            self._window.list_recent()

    def recent_files(self) -> list[Path]:
        """Return the logs opened last whose names may be shown: without a tab nothing tells what is to be hidden."""
        return [] if self.is_on and self._window.view is None else recent_files()

    def shown_address(self, path: Path) -> str:
        """Return where a log lies, or several as one, as it may be shown."""
        view = self._window.view
        return address_text(path) if view is None else view.privacy.shown_address(path)

    def on_opened(self, view: LogView) -> None:
        """Bring a new tab into this mode, before it shows anything."""
        view.privacy.show_requested.connect(self.toggle)
        view.privacy.set_hidden(self.is_on)
