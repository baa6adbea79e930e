"""Opens logs as tabs of the window, in the background, and says what could not be opened."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.protocol import LogStore
from aidebug_gui.ui.files.join_offer import JoinOffer
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.opening import OpenLog, as_logs, tab_of
from aidebug_gui.ui.state.recent import remember_file

if TYPE_CHECKING:
    from aidebug_gui.ui.main_window import MainWindow

log = logging.getLogger(__name__)

MOST_OF_AN_ARCHIVE = 20  # logs of one archive that are opened at once; the rest is named in the message


class Opener(QObject):
    """Runs the jobs that open logs. The tabs stand in the order in which they were asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opening = self._asked = 0  # being opened, and asked for so far
        self._join_offer = JoinOffer(window, self)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being opened."""
        return self._opening == 0

    def open_paths(self, paths: Iterable[LogAddress], *, offers_joined: bool) -> None:
        """Open logs, each as a tab, the parts of a rotated one together. A file that a tab follows is shown there."""
        logs = list(as_logs(paths))
        self._join_offer.expect(logs, wanted=offers_joined)
        self._open(logs)

    def _open(self, logs: Iterable[LogAddress]) -> None:
        first = self._asked
        for address in logs:
            view = tab_of(address, self._window.views())
            if view is not None:
                self._window.tabs.setCurrentWidget(view)
                self._join_offer.on_opened(address)
                continue
            self._run(OpenLog(address, self._next(), first), partial(self._on_not_opened, address))
            self._window.empty.show_opening(True)

    def open_with(self, make: Callable[[int], OpenLog]) -> None:
        """Open a log, as a tab, by a job that ``make`` returns for its number."""
        self._run(make(self._next()), partial(self._on_not_opened, None))

    def open_instead(self, views: Sequence[LogView], address: LogAddress) -> None:
        """Open a log in the place of the first of these tabs. All of them stay until it is open, and then go."""
        if any(self._window.receiving.owns(view) for view in views):  # their files go with the tabs
            self._window.banner.show_message(
                self.tr("Save the received log and open the saved file: that one can be read again.")
            )
            return
        tabs = self._window.tabs
        number = tabs.tabBar().tabData(tabs.indexOf(views[0]))
        job = OpenLog(address, number, self._next(), instead_of=tuple(views))
        self._run(job, partial(self._on_not_opened, None) if len(views) == 1 else self._on_not_joined)

    def _next(self) -> int:
        self._asked += 1
        return self._asked

    def _run(self, job: OpenLog, on_error: Callable[[Exception], None]) -> None:
        self._opening += 1
        self._window.jobs.run(f"open {self._asked}", job, self._on_opened, on_error)

    def _on_opened(self, opened: tuple[OpenLog, LogStore]) -> None:
        self._opening -= 1
        window, (job, store) = self._window, opened
        view = window.add_tab(job, store)
        replaced = [old for old in job.instead_of if old in window.views()]  # unless it was closed meanwhile
        if replaced:
            window.keeper.hand_over(replaced[0], view)
        for old in replaced:
            window.close_tab(window.tabs.indexOf(old))
        if window.receiving.on_opened(job, view):
            return
        window.keeper.on_opened(view)
        remember_file(job.path)
        self._join_offer.on_opened(job.address)

    def _on_not_opened(self, address: LogAddress | None, error: Exception) -> None:
        self._forget(error)
        inside: tuple[Path, ...] = getattr(error, "paths", ())  # an archive of several logs: each is a tab
        self._open(as_logs(inside[:MOST_OF_AN_ARCHIVE]))
        is_all_opened = 0 < len(inside) <= MOST_OF_AN_ARCHIVE
        self._join_offer.on_not_opened(address, "" if is_all_opened else localized_error(error))

    def _on_not_joined(self, error: Exception) -> None:
        self._forget(error)
        reason = localized_error(error)
        self._window.show_not_opened(self.tr("Not shown as one, the tabs stay as they are. {0}").format(reason))

    def _forget(self, error: Exception) -> None:
        self._opening -= 1
        self._window.empty.show_opening(self._opening > 0)
        log.info("not opened: %s", error)
