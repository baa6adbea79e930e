"""Keeps which logs are open and how they look, so that they come back: after a start, after a crash, after a mistake."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.state import Session, TabState, memory, remembered

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.main_window import MainWindow

log = logging.getLogger(__name__)

KEEP_MS = 5000
MOST_CLOSED = 20


class SessionKeeper(QObject):
    """Writes the open tabs down every few seconds while something changes, and opens them again.

    What was open the last time is kept until a log is open in this window: looking at the start page forgets nothing.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_on = False
        self._before = Session()
        self._wanted: dict[str, TabState] = {}
        self._current = ""
        self._closed: list[TabState] = []
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def start(self) -> None:
        """Remember from now on."""
        self._is_on = True
        self._before = remembered.session()
        self._timer.start()
        if memory().problem:
            self._window.banner.show_message(localized(memory().problem))

    @property
    def crashed_before(self) -> bool:
        """Whether the last session did not end by closing the window."""
        return not self._before.clean and bool(self._before.tabs)

    @property
    def kept_logs(self) -> int:
        """How many logs were open at the end of the last session."""
        return sum(bool(tab.path) for tab in self._before.tabs)

    def reopen(self) -> None:
        """Open the logs of the last session as they were; a log that is open already is left as it is."""
        self._open(self._before.tabs, self._before.current)

    def reopen_closed(self) -> None:
        """Open the tab again that was closed last."""
        if self._closed:
            self._open((self._closed.pop(),), 0)
        else:
            self._window.status.showMessage(self.tr("No tab was closed."), KEEP_MS)

    def _open(self, tabs: Sequence[TabState], current: int) -> None:
        open_now = {str(view.path.absolute()) for view in self._window.views()}
        tabs = [tab for tab in tabs if tab.path]
        wanted = [tab for tab in tabs if tab.path not in open_now]
        if not wanted:
            text = self.tr("These logs are open.") if tabs else self.tr("There is no session to open again.")
            self._window.status.showMessage(text, KEEP_MS)
            return
        self._wanted.update({tab.path: tab for tab in wanted})
        self._current = tabs[current].path if 0 <= current < len(tabs) else ""
        self._window.open_paths((Path(tab.path) for tab in wanted), offers_joined=False)

    def on_opened(self, view: LogView) -> None:
        """A tab was opened: if it is one of an earlier session, it is shown as it was."""
        view.memory.look_up()
        path = str(view.path.absolute())
        tab = self._wanted.pop(path, None)
        if tab is not None:
            view.memory.reopen(tab)
            if path == self._current:
                self._window.tabs.setCurrentWidget(view)

    def hand_over(self, old: LogView, new: LogView) -> None:
        """A log was opened again in the place of a tab: it is shown as that was."""
        path = str(new.path.absolute())
        self._wanted[path] = replace(old.memory.tab(), path=path)

    def on_closing(self, view: LogView) -> None:
        """A tab is about to be closed by the user."""
        self._closed = [*self._closed[-MOST_CLOSED + 1 :], view.memory.tab()]

    def keep(self) -> None:
        """Write down what is open now."""
        self._keep(clean=False)

    def close(self) -> None:
        """The window is being closed: write everything down a last time."""
        self._timer.stop()
        self._keep(clean=True)

    def _keep(self, *, clean: bool) -> None:
        views = [view for view in self._window.views() if not self._window.receiving.owns(view)]
        if not self._is_on or not views:  # an empty window has nothing to tell; the tabs before it stay known
            if self._is_on and clean:
                before = remembered.session()
                remembered.remember_session(before.tabs, before.current, clean=True)
                remembered.save()
            return
        for view in views:
            view.memory.keep()
        remembered.remember_session(
            [view.memory.tab() for view in views], self._window.tabs.currentIndex(), clean=clean
        )
        if clean:
            remembered.save()
        elif memory().has_changes:  # a thousand bookmarks take their time: not while somebody scrolls
            self._window.jobs.run("remember", memory().writer(), memory().on_written, self._on_not_written)

    def _on_not_written(self, error: Exception) -> None:
        log.warning("not remembered: %s", error)
