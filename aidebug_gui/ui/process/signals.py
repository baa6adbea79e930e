"""Ends the program as if the window were closed when the system asks for it: end of the session, kill, Ctrl+C."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ENDING = ("SIGTERM", "SIGHUP", "SIGINT")


class EndingSignals(QObject):
    """Calls a function on the GUI thread when one of the signals comes that ask a program to end.

    Python runs a signal's handler only between two of its instructions, and Qt's event loop has none: the number of the
    signal goes into a socket that the loop watches. A signal that is ignored (nohup) stays ignored.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        if sys.platform == "win32":
            return
        self._reading, self._writing = socket.socketpair()
        for end_of_pair in (self._reading, self._writing):
            end_of_pair.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in ENDING:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _nothing)

    def close(self) -> None:
        """Stop listening: the event loop has ended."""
        if sys.platform != "win32":
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            self._reading.close()
            self._writing.close()

    def _on_signal(self) -> None:
        self._reading.recv(64)
        self._end()


def _nothing(number: int, frame: object) -> None:
    """A handler of Python's own, so that the wake-up socket is written to."""
