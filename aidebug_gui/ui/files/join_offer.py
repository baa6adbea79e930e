"""Offers to show logs that were opened together, each as a tab, as one log in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.sources.addresses import LogAddress, Merged, as_path

if TYPE_CHECKING:
    from aidebug_gui.ui.files.opener import Opener
    from aidebug_gui.ui.main_window import MainWindow


class JoinOffer(QObject):
    """Tells it in the window's banner, and does it: the first tab becomes all of them; the others go once it is open."""

    def __init__(self, window: MainWindow, opener: Opener) -> None:
        super().__init__(opener)
        self._window = window
        self._opener = opener
        self._logs: tuple[LogAddress, ...] = ()
        window.banner.action_requested.connect(self._join)

    def make(self, logs: Sequence[LogAddress], *, wanted: bool) -> None:
        """Offer it for logs that were asked for together, where that is wanted; others end the offer before."""
        if not logs:  # the system asks for none right after the start: the offer for the command line stays
            return
        self._window.banner.hide_if_action()
        self._logs = tuple(logs) if wanted and len(logs) > 1 else ()
        if self._logs:
            self._window.banner.show_message(
                self.tr("{0} logs were opened, each as a tab of its own.").format(len(logs)),
                self.tr("Show them as one, by time"),
            )

    def _join(self) -> None:
        self._window.banner.hide()
        paths = tuple(path for log in self._logs for path in (log.paths if isinstance(log, Merged) else (log,)))
        own = {as_path(log) for log in self._logs}
        views = [view for view in self._window.views() if view.path in own]
        if views:
            self._opener.open_instead(views, Merged(paths))
        else:  # closed meanwhile
            self._window.open_paths([Merged(paths)])
