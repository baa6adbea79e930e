"""Look at a growing log again and again without slowing its reading: the dearer a look, the rarer.

Counting and plotting read the same columns that are being written, so a fixed interval that is right for a small log
makes a large one take several times as long to open.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QTimer

from aidebug_gui.store.protocol import Rows
from aidebug_gui.ui.jobs import Jobs

SHORTEST_S = 0.7
REST = 4  # a look that took 1 s is followed by a rest of 4 s
LONGEST_S = 15.0


class Pace(QObject):
    """Calls ``look``, which starts jobs, at most as often as their duration allows. The last call is never lost."""

    def __init__(self, jobs: Jobs, look: Callable[[], None]) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._look = look
        self._started = 0.0
        self._looking = False
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_rested)
        jobs.changed.connect(self._on_jobs)

    @property
    def is_pending(self) -> bool:
        """Whether a look is still to come."""
        return self._wanted

    def __call__(self) -> None:
        """Look now, or once the rest is over."""
        if self._looking or self._timer.isActive():
            self._wanted = True
        else:
            self.now()

    def now(self) -> None:
        """Look at once: there is another log, or it is complete."""
        self._timer.stop()
        self._wanted = False
        self._looking = True
        self._started = time.monotonic()
        try:
            self._look()
        finally:  # a look that failed must not be the last one
            self._on_jobs()

    def cancel(self) -> None:
        """Forget the look that is still to come."""
        self._timer.stop()
        self._wanted = self._looking = False

    def _on_jobs(self) -> None:
        if self._looking and self._jobs.is_idle():
            self._looking = False
            duration = time.monotonic() - self._started
            self._timer.start(round(1000 * min(LONGEST_S, max(SHORTEST_S, REST * duration))))

    def _on_rested(self) -> None:
        if self._wanted:
            self.now()


def extends(old: Rows | None, new: Rows | None) -> bool:
    """Return whether a selection is the same filter's over a log that grew: all of the old one, then more."""
    if old is None or new is None or not 0 < len(old) <= len(new):
        return False
    return bool(np.array_equal(new[: len(old)], old))
