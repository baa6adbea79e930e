"""Looks through a log for personal data and secrets in the background, a piece at a time, and tells how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.store.protocol import CancelToken, StoreState
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.settings.limits import most_scanned

FIRST_PART = 64_000_000
"""Bytes of a larger log that are looked through by themselves: some seconds of one core."""
TELL_S = 0.3
QUIET_MS = 2000
"""After so long without anything new the last record of a log that grows is taken as it is."""
REST_S = 0.004
"""Pause after each piece: the window's thread must get its turn."""


class Scanning(QObject):
    """One look at a time.

    Signals:
        moved(): more of the log was looked through, or the look ended.
        failed(str): why it ended early.
        renumbered(): the records have other numbers; what is known of them is worth nothing.
    """

    moved = Signal()
    failed = Signal(str)
    renumbered = Signal()
    _progressed = Signal()

    def __init__(self, marks: PersonalMarks, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.marks = marks
        self._jobs = jobs
        self._state = StoreState()
        self.wants_all = False
        self._is_read = False
        self._is_quiet = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._problem = ""
        self._progressed.connect(self.moved)

    @property
    def state(self) -> StoreState:
        """The log as it was last seen."""
        return self._state

    @property
    def is_running(self) -> bool:
        """Whether the look goes on."""
        return "privacy scan" in self._jobs.kinds()

    @property
    def is_partial(self) -> bool:
        """Whether only the first part of the log is looked through unasked."""
        return self._state.bytes_total > most_scanned() and not self.wants_all

    @property
    def share(self) -> float:
        """How much of the log was looked through, 0 to 1."""
        return min(1.0, self.marks.scanned / self._state.records) if self._state.records else 1.0

    def is_idle(self) -> bool:
        """Return whether everything that is to be looked at was."""
        return not self.is_running and (self._target() <= self.marks.scanned or bool(self._problem))

    def follow(self, state: StoreState) -> None:
        """Look at what the log has now."""
        if state.generation != self._state.generation:  # records were put into another order: all numbers changed
            self._jobs.cancel("privacy scan")
            self.marks.start_again()
            self.renumbered.emit()
        if state.records != self._state.records or not state.complete:
            self._is_quiet = False
            self._quiet.start()
        self._state = state
        # Not beside the first reading: that would delay it. A log that grows is complete again and again.
        self._is_read = self._is_read or state.complete or state.cancelled or bool(state.error)
        if self._is_read and not self.is_running and not self._problem:
            self._start()

    def scan_all(self) -> None:
        """Look through the whole log, however large it is."""
        self.wants_all = True
        self._problem = ""
        self._start()

    def stop(self) -> None:
        """Give up; what was found stays."""
        self._jobs.cancel("privacy scan")
        self._quiet.stop()
        self.wants_all = False
        self.moved.emit()

    def start_again(self) -> None:
        """Look at everything again: the user's list was changed."""
        self._jobs.cancel("privacy scan")
        self.marks.start_again()
        self._problem = ""
        self.moved.emit()
        self._start()

    def _on_quiet(self) -> None:
        """Nothing came for a while: the last record will not get more lines."""
        self._is_quiet = self._state.complete
        if self._is_read and not self.is_running and not self._problem:
            self._start()

    def _target(self) -> int:
        state = self._state
        if not self.is_partial:
            return state.records if self._is_quiet else state.settled
        return min(state.settled, int(state.records * FIRST_PART / max(1, state.bytes_total)))

    def _start(self) -> None:
        target = self._target()
        if target > self.marks.scanned:
            self._jobs.run(
                "privacy scan", _Scan(self.marks, target, self._emit_progress), self._on_done, self._on_failed
            )
            self.moved.emit()

    def _emit_progress(self) -> None:
        self._progressed.emit()  # from the pool thread

    def _on_done(self, _: None) -> None:
        self._start()  # what came meanwhile
        if not self.is_running:
            self.moved.emit()

    def _on_failed(self, error: Exception) -> None:
        self._problem = localized_error(error)
        self.failed.emit(self._problem)


class _Scan:
    def __init__(self, marks: PersonalMarks, stop: int, tell: Callable[[], None]) -> None:
        self._marks, self._stop, self._emit_progress = marks, stop, tell

    def __call__(self, cancel: CancelToken) -> None:
        reported_at = time.monotonic()
        for _ in self._marks.scan(self._stop, cancel):
            if time.monotonic() - reported_at >= TELL_S:
                reported_at = time.monotonic()
                self._emit_progress()
            time.sleep(REST_S)
