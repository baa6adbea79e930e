"""Logs that come in: listening, reading a pipe, saving what came, and offering what a crash left behind."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout

from aidebug_gui.sources.receivers.address import Address, exposure_warning
from aidebug_gui.sources.receivers.options import ReceiveOptions
from aidebug_gui.sources.receivers.received import received_directory
from aidebug_gui.sources.receivers.recovery import RecoverableLog, recoverable_logs
from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.live.choice_box import ChoiceBox
from aidebug_gui.ui.live.listen_dialog import ListenDialog
from aidebug_gui.ui.live.open_received import (
    Begin,
    OpenPasted,
    OpenReceived,
    OpenRecovered,
    lines_on,
    otlp_on,
    pasted,
    standard_input,
)
from aidebug_gui.ui.live.received_log import ReceivedLog, copy_lines
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.opening import OpenLog
from aidebug_gui.ui.values import count_text, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.main_window import MainWindow

MOST_RECOVERED = 10
_JSON_TITLE = "JSON"


class Receiving(QObject):
    """What the window knows of received logs: which tabs show one, and whether they are saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._logs: dict[LogView, ReceivedLog] = {}
        self._saved: dict[LogView, int] = {}  # how many records were there when it was saved
        self._recoverable: list[RecoverableLog] = []
        self._banner: Banner | None = None
        self._dialog: ListenDialog | None = None
        self._may_quit = False
        self.asks = False  # whether somebody is there to be asked before something is thrown away

    # beginning

    def listen(self) -> None:
        """Ask where to listen."""
        if self._dialog is None:
            self._dialog = ListenDialog(self._window)
            self._dialog.listen_requested.connect(self._on_listen_requested)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_listen_requested(self, address: Address, is_otlp: bool) -> None:
        if is_otlp:
            self.listen_otlp(address)
        else:
            self.listen_lines(address)

    def listen_lines(self, address: Address) -> None:
        """Open a tab for what comes to a port as lines or as Python's log records."""
        self._begin(lines_on(address), exposure_warning(address))

    def listen_otlp(self, address: Address) -> None:
        """Open a tab for what comes to a port as OTLP/HTTP."""
        self._begin(otlp_on(address), exposure_warning(address))

    def read_standard_input(self) -> None:
        """Open a tab for what comes by standard input."""
        self._begin(standard_input, "")

    def paste(self) -> None:
        """Open a tab for the text in the clipboard: what somebody copied from a terminal, a chat, a CI job."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._window.opener.open_with(partial(OpenPasted, pasted(text), ""))
        else:
            self._window.status.showMessage(self.tr("There is no text in the clipboard."), 6000)

    def begin(self, wanted: ReceiveOptions) -> None:
        """Open a tab for each that the command line asks for."""
        for address in wanted.lines:
            self.listen_lines(address)
        for address in wanted.otlp:
            self.listen_otlp(address)
        if wanted.standard_input:
            self.read_standard_input()

    def _begin(self, begin: Begin, warning: str) -> None:
        self._window.opener.open_with(partial(OpenReceived, begin, warning))

    def on_opened(self, job: OpenLog, view: LogView) -> bool:
        """Take a tab whose log came in; False for one that is a file of the user's."""
        if not isinstance(job, OpenReceived | OpenRecovered) or job.received is None:
            return False
        self._logs[view] = job.received
        if isinstance(job, OpenPasted):
            self._saved[view] = sys.maxsize
        if job.received.is_receiving:
            view.following.follow()
        view.destroyed.connect(self._forget_closed)
        if job.warning:
            view.banner.show_message(localized(job.warning))
        return True

    def owns(self, view: LogView) -> bool:
        """Whether a tab shows a received log, which is no file to open again; also while it is being closed."""
        return received_directory() in view.path.parents

    def stop(self) -> None:
        """Receive no more in the open tab."""
        log = self._logs.get(self._window.view) if self._window.view is not None else None
        if log is None or not log.is_receiving:
            self._window.status.showMessage(self.tr("Nothing is received in this tab."), 6000)
        else:
            log.stop()

    # saving

    def save(self) -> None:
        """Ask where to save the received log of the open tab."""
        view = self._window.view
        if view is None or view not in self._logs:
            self._window.status.showMessage(self.tr("The log of this tab is a file already."), 6000)
            return
        self._save(view, close_after=False)

    def _save(self, view: LogView, *, close_after: bool) -> None:
        log = self._logs[view]
        stem = re.sub(r"[^\w.-]+", "-", log.title).strip("-") or "received"
        jsonl, raw = self.tr("JSON lines (*.jsonl)"), self.tr("As received (*.log)")
        name, chosen = QFileDialog.getSaveFileName(
            self._window, self.tr("Save received log"), f"{stem}.jsonl", f"{jsonl};;{raw}"
        )
        if not name:
            return
        job = _Save(view.session.store, log.path, Path(name), as_json=chosen != raw)
        self._window.jobs.run(
            f"save {name}", job, partial(self._on_saved, view, Path(name), close_after), self._on_failed
        )

    def _on_saved(self, view: LogView, path: Path, close_after: bool, records: int) -> None:
        if view not in self._logs:
            return
        self._saved[view] = records
        self._window.status.showMessage(self.tr("Saved {0} records as {1}.").format(count_text(records), path), 6000)
        if close_after:
            self._logs[view].discard()
            self._close(view)

    def _on_failed(self, error: Exception) -> None:
        self._window.banner.show_message(localized_error(error))

    # ending

    def may_close(self, view: LogView) -> bool:
        """Return whether a tab may be closed now. If its records are not saved, ask; the tab is closed after that."""
        log = self._logs.get(view)
        if log is None:
            return True
        unsaved = self._unsaved(view)
        if not unsaved or not self.asks:
            log.discard()
            self._let_go(view)
            return True
        text = self.tr("{0} received records are not saved.").format(count_text(unsaved))
        box = ChoiceBox(text, visible(localized(log.title)), self._window)
        role = QMessageBox.ButtonRole
        box.add(self.tr("Save as…"), role.AcceptRole, partial(self._save, view, close_after=True))
        box.add(self.tr("Discard"), role.DestructiveRole, partial(self._discard, view))
        box.open()
        return False

    def _discard(self, view: LogView) -> None:
        self._logs[view].discard()
        self._close(view)

    def _close(self, view: LogView) -> None:
        self._let_go(view)
        self._window.close_tab(self._window.tabs.indexOf(view))

    def may_quit(self) -> bool:
        """Return whether the window may be closed now; if records are not saved, ask, and close it after that."""
        unsaved = [view for view in self._logs if self._unsaved(view)]
        if not unsaved or self._may_quit or not self.asks:
            kept = unsaved if self._may_quit else []
            self._discard_all([view for view in self._logs if view not in kept])
            return True
        total = sum(self._unsaved(view) for view in unsaved)
        names = ", ".join(visible(localized(self._logs[view].title)) for view in unsaved)
        text = self.tr("{0} received records are not saved.").format(count_text(total))
        box = ChoiceBox(text, names, self._window)
        role = QMessageBox.ButtonRole
        box.add(self.tr("Keep for the next start"), role.AcceptRole, self._quit)
        box.add(self.tr("Discard"), role.DestructiveRole, partial(self._quit, unsaved))
        box.open()
        return False

    def quit(self) -> None:
        """Close the window without a question; what is not saved is offered at the next start."""
        self._quit()

    def _quit(self, unwanted: list[LogView] | None = None) -> None:
        self._discard_all(unwanted or [])
        self._may_quit = True
        self._window.close()

    def _discard_all(self, views: list[LogView]) -> None:
        for view in views:
            self._logs[view].discard()

    def _unsaved(self, view: LogView) -> int:
        """Return how many records are there if not all of them are saved, else 0."""
        records = view.session.store.state().records
        return records if records > self._saved.get(view, 0) else 0

    def _let_go(self, view: LogView) -> None:
        self._logs.pop(view, None)
        self._saved.pop(view, None)

    def _forget_closed(self) -> None:
        known = set(self._window.views())
        for view in [view for view in self._logs if view not in known]:
            self._let_go(view)

    # what a crash left behind

    def offer_recoverable(self) -> None:
        """Look for received logs of an earlier start, and offer them."""
        self.asks = True
        self._window.jobs.run("left logs", _find_recoverable, self._on_recoverable, self._on_failed)

    def _on_recoverable(self, found: list[RecoverableLog]) -> None:
        self._recoverable = found
        if not found:
            return
        last = found[-1]
        text = self.tr("Recovered: {0} records received by {1} ({2} UTC).").format(
            count_text(last.lines), visible(last.about.source), visible(last.about.started[:16].replace("T", " "))
        )
        if len(found) > 1:
            text += " " + self.tr("And {0} more logs.").format(count_text(len(found) - 1))
        if self._banner is None:
            self._banner = Banner(self._window)
            self._banner.action_requested.connect(self._open_recoverable)
            centre = self._window.centralWidget()
            layout = centre.layout() if centre is not None else None
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self._banner)
        self._banner.show_message(text, self.tr("Open"))

    def _open_recoverable(self) -> None:
        if self._banner is not None:
            self._banner.hide()
        for left in self._recoverable[-MOST_RECOVERED:]:
            self._window.opener.open_with(partial(OpenRecovered, left))
        self._recoverable = self._recoverable[:-MOST_RECOVERED]

    def delete_recoverable(self) -> None:
        """Ask, and delete the recovered logs that are not open."""
        if not self._recoverable:
            self._window.status.showMessage(self.tr("There are no recovered logs to delete."), 6000)
            return
        text = self.tr("Delete {0} recovered logs?").format(count_text(len(self._recoverable)))
        box = ChoiceBox(text, self.tr("They were received, and not saved."), self._window)
        box.add(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole, self._delete_recoverable)
        box.open()

    def _delete_recoverable(self) -> None:
        for left in self._recoverable:
            left.discard()
        self._recoverable = []
        if self._banner is not None:
            self._banner.hide()


def _find_recoverable(cancel: CancelToken) -> list[RecoverableLog]:
    return recoverable_logs()


class _Save:
    """Writes a received log into a file of the user's (pool thread) and returns how many records it has."""

    def __init__(self, store: LogStore, source: Path, target: Path, *, as_json: bool) -> None:
        self._store, self._source, self._target, self._as_json = store, source, target, as_json

    def __call__(self, cancel: CancelToken) -> int:
        state = self._store.state()
        is_json = set(state.formats) <= {_JSON_TITLE} and not state.not_understood
        if self._as_json and not is_json:
            return self._store.export(None, self._target, style="jsonl", cancel=cancel)
        copy_lines(self._source, self._target, state.bytes_read, cancel.check)
        return state.records
