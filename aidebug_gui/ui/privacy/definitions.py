"""Notices that the user's own rules, or what is allowed, were changed outside of the window, when somebody comes back to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from aidebug_gui.analysis.pii.marks import definitions_stamp
from aidebug_gui.analysis.pii.rules import Stamp
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs


class Definitions(QObject):
    """Looks at the files whenever the program gets the keyboard.

    Signals:
        changed(): they are others than before.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._stamp: Stamp | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)
        self.check()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.check()

    def note(self) -> None:
        """Take the files as they are: the window itself changed them."""
        self._stamp = None
        self.check()

    def check(self) -> None:
        """Compare the files with what they were."""
        self._jobs.run("privacy definitions", _stamp, self._on_stamp)

    def _on_stamp(self, stamp: Stamp) -> None:
        before, self._stamp = self._stamp, stamp
        if before is not None and before != stamp:
            self.changed.emit()


def _stamp(cancel: CancelToken) -> Stamp:
    return definitions_stamp()
