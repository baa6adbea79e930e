"""The status bar: the accounts of the open log, what runs, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.accounts import accounts_line, accounts_tooltip, progress_text
from aidebug_gui.ui.theme import em

BUSY_AFTER_MS = 300
STEPS = 1000


class StatusBar(QStatusBar):
    """Accounts left, work in progress right.

    Signals:
        cancel_requested(): stop reading, or the job that runs.
        others_requested(): show what is not understood.
    """

    cancel_requested = Signal()
    others_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.accounts = QLabel(self)
        self.accounts.setTextFormat(Qt.TextFormat.PlainText)
        self.accounts.setContentsMargins(em(0.4), 0, 0, 0)
        self.others = QToolButton(self)
        self.others.setText(self.tr("Show them"))
        self.others.setToolTip(self.tr("Show only the records that no format recognises: filter is:raw"))
        self.others.setAutoRaise(True)
        self.others.clicked.connect(self.others_requested)
        self.others.hide()
        self.work = QLabel(self)
        self.work.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(em(9))
        self.progress.setMaximumHeight(em(0.8))
        self.cancel = QToolButton(self)
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self.cancel_requested)
        self.live = QLabel(self)
        self.live.setContentsMargins(em(0.4), 0, em(0.4), 0)
        self.live.hide()
        left = QWidget(self)  # one for both: the bar hides what it holds behind a message, and shows it again
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.accounts, self.others):
            row.addWidget(part)
        self.addWidget(left)
        for widget in (self.work, self.progress, self.cancel, self.live):
            self.addPermanentWidget(widget)
        self._job = ""
        self._state: StoreState | None = None
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(BUSY_AFTER_MS)
        self._busy.timeout.connect(self._show_work)
        self.show_state(None, 0)

    def show_state(self, state: StoreState | None, shown: int) -> None:
        """Show the accounts of a log, None: no log is open."""
        self._state = state
        if state is None:
            self.accounts.setText("")
            self.accounts.setToolTip("")
        else:
            self.accounts.setText(accounts_line(state, shown))
            self.accounts.setToolTip(accounts_tooltip(state))
        self.others.setVisible(state is not None and state.not_understood > 0)
        self._show_work()

    def show_job(self, text: str) -> None:
        """Show what runs, if it takes longer than a moment; empty: nothing runs."""
        if text == self._job:
            return
        self._job = text
        self._busy.stop()
        if text:
            self._busy.start()
        self._show_work()

    def show_live(self, text: str, tip: str) -> None:
        """Show that the log may grow at any time; empty: it does not."""
        self.live.setText(text)
        self.live.setToolTip(tip)
        self.live.setVisible(bool(text))

    def _show_work(self) -> None:
        state = self._state
        is_reading = state is not None and not (state.complete or state.cancelled or state.error)
        is_busy = bool(self._job) and not self._busy.isActive()
        if is_reading and state is not None:
            self.progress.setRange(0, STEPS)
            self.progress.setUpdatesEnabled(False)  # else a new value paints the whole window at once
            self.progress.setValue(int(STEPS * state.bytes_read / max(1, state.bytes_total)))
            self.progress.setUpdatesEnabled(True)
        elif is_busy:
            self.progress.setRange(0, 0)
        texts = [progress_text(state) if state is not None else "", f"{self._job} …" if is_busy else ""]
        self.work.setText(" · ".join(text for text in texts if text))
        self.progress.setVisible(is_reading or is_busy)
        self.cancel.setVisible(is_reading or is_busy)
