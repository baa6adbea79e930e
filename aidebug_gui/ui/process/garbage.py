"""Collects cyclic garbage on the GUI thread only.

Python collects wherever an allocation crosses a threshold, that is also on pool threads. A Qt object that is destroyed
there, while its own thread delivers events to it, crashes the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 2000


class GuiGarbageCollector(QObject):
    """Turns the automatic collection off, and looks by a timer whether it is time for one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Go back to the automatic collection: no pool thread works any more."""
        self._timer.stop()
        gc.enable()
