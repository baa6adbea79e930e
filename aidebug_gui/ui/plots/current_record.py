"""Where the table's current record is on the x axis of the plots."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.plots.x_window import XWindow


class CurrentRecord(QObject):
    """Finds the x of a record: from a series that has its point, else by asking the engine for its time.

    Signals:
        placed: ``record`` or ``x`` changed.
    """

    placed = Signal()

    def __init__(self, window: XWindow, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._window = window
        self._jobs = jobs
        self.record = -1
        self.x: float | None = None

    def set(self, record: int, store: LogStore | None, known: Callable[[int], float | None]) -> None:
        """Mark a record, -1 for none. ``known`` gives its x where a series has it, else None."""
        self._jobs.cancel("cursor")
        self.record = record
        self.x = self._instant_x(known) if record >= 0 else None
        self.placed.emit()
        if self.x is None and record >= 0 and store is not None and self._window.axis == "time":
            self._jobs.run("cursor", partial(_time_of, store, record), self._on_time, self._on_error)

    def _instant_x(self, known: Callable[[int], float | None]) -> float | None:
        return float(self.record) if self._window.axis == "record" else known(self.record)

    def _on_time(self, time_ns: int | None) -> None:
        if time_ns is not None and self._window.axis == "time":
            self.x = self._window.from_ns(time_ns)
            self.placed.emit()

    def _on_error(self, _error: Exception) -> None:
        """A record that cannot be read (the file is gone) has no place; the table says why."""


def _time_of(store: LogStore, record: int, cancel: CancelToken) -> int | None:
    cancel.check()
    rows = store.rows(np.array([record], dtype=np.int64), ["time"])
    value = rows[0].cells[0] if rows else None
    return value if isinstance(value, int) else None
