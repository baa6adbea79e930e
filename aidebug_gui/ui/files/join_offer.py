"""Offers to show logs that were opened together, each as a tab, as one log in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.sources.addresses import LogAddress, Merged, as_path

if TYPE_CHECKING:
    from aidebug_gui.ui.files.opener import Opener
    from aidebug_gui.ui.main_window import MainWindow

_MOST_PROBLEMS = 4  # lines of the message


class JoinOffer(QObject):
    """Tells it in the window's banner, with what could not be opened, and does it.

    The first tab becomes all of them; the others go once it is open.
    """

    def __init__(self, window: MainWindow, opener: Opener) -> None:
        super().__init__(opener)
        self._window = window
        self._opener = opener
        self._is_wanted = False
        self._asked: list[LogAddress] = []
        self._awaited: list[LogAddress] = []
        self._opened: list[LogAddress] = []
        self._problems: list[str] = []
        window.banner.action_requested.connect(self._join)

    def expect(self, logs: Sequence[LogAddress], *, wanted: bool) -> None:
        """Wait for logs that were asked for together, and offer it where that is ``wanted``; the offer before ends."""
        if not logs:  # the system asks for none right after the start: the offer for the command line stays
            return
        self._window.banner.hide_if_action()
        self._is_wanted = wanted
        self._asked, self._awaited = list(logs), list(logs)
        self._opened, self._problems = [], []

    def on_opened(self, log: LogAddress) -> None:
        """Take note that a log is open."""
        if self._forget(log):
            self._opened.append(log)
            self._offer()

    def on_not_opened(self, log: LogAddress | None, problem: str = "") -> None:
        """Take note that a log is not, and why; without a ``problem`` others were opened in its place."""
        is_one_of_them = log is not None and self._forget(log)
        if problem and is_one_of_them:
            self._problems.append(problem)
            problem = self._problem_lines()
        if problem:
            self._window.show_not_opened(problem)
        if is_one_of_them:
            self._offer()

    def _forget(self, log: LogAddress) -> bool:
        """Wait for a log no longer; return whether it was one of those asked for together."""
        if log not in self._awaited:
            return False
        self._awaited.remove(log)
        return True

    def _problem_lines(self) -> str:
        more = len(self._problems) - _MOST_PROBLEMS
        lines = self._problems[:_MOST_PROBLEMS]
        return "\n".join([*lines, self.tr("… and {0} more").format(more)] if more > 0 else lines)

    def _offer(self) -> None:
        if not self._is_wanted or self._awaited or len(self._opened) < 2:
            return
        self._opened.sort(key=self._asked.index)
        words = self.tr("{0} logs were opened, each as a tab of its own.").format(len(self._opened))
        text = "\n".join(part for part in (self._problem_lines(), words) if part)
        self._window.banner.show_message(text, self.tr("Show them as one, by time"))

    def _join(self) -> None:
        self._window.banner.hide()
        paths = tuple(path for log in self._opened for path in (log.paths if isinstance(log, Merged) else (log,)))
        own = {as_path(log) for log in self._opened}
        views = [view for view in self._window.views() if view.path in own]
        if views:
            self._opener.open_instead(views, Merged(paths))
        else:  # closed meanwhile
            self._window.open_paths([Merged(paths)])
