"""Hiding personal data in the whole window: all tabs, their names, and the tabs that are opened meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

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

    def on_opened(self, view: LogView) -> None:
        """Bring a new tab into this mode, before it shows anything."""
        view.privacy.show_requested.connect(self.toggle)
        view.privacy.set_hidden(self.is_on)
