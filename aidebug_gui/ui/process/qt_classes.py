"""Has PySide make all its classes on the GUI thread, before a library looks at them on another one.

PySide makes a class when it is first looked at, and that is not thread-safe. QtAwesome and pyqtgraph look at every class
of Qt while they are imported, which is too slow for the GUI thread. Both at once, or one of them while the GUI thread
opens its first menu, end in a segmentation fault (seen in one of five starts; PySide 6.10 and 6.11).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

from aidebug_gui.store.protocol import CancelToken

SLICE_S = 0.006
WAIT_S = 0.05


class QtClasses(QObject):
    """Makes the classes in slices between two events, once somebody waits for them.

    Signals:
        asked(): somebody waits.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._made = threading.Event()
        self._left: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_some)
        self.asked.connect(self._start, Qt.ConnectionType.QueuedConnection)

    def wait(self, cancel: CancelToken) -> None:
        """Return when all classes are made. Any thread; raises Cancelled."""
        if QThread.currentThread() is self.thread():
            self._left = self._left or _make_each()
            for _ in self._left:
                pass
            self._made.set()
            return
        if not self._made.is_set():
            self.asked.emit()
        while not self._made.wait(WAIT_S):
            cancel.check()

    def _start(self) -> None:
        if self._left is None:
            self._left = _make_each()
            self._timer.start(0)

    def _make_some(self) -> None:
        assert self._left is not None
        end = time.perf_counter() + SLICE_S
        while time.perf_counter() < end:
            if next(self._left, self) is self:
                self._timer.stop()
                self._made.set()
                return


def _make_each() -> Iterator[None]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


qt_classes = QtClasses()
