"""Has the rows of the table at hand: those in view at once, the next page when there is nothing else to do."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from aidebug_gui.store.protocol import Row, Rows
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.table.model import LogModel

SLOW_READ_S = 0.025
SLOW_READS = 3
"""So many readings of rows in a row that take longer than that move the next ones to the background."""
FAST_READ_S = 0.008


class RowReader(QObject):
    """Reads rows into the cache of a model: here where that is quick, in the background where it was not.

    Signals:
        rows_read(): rows that were read in the background are here, or must be asked for again.
    """

    rows_read = Signal()

    def __init__(self, model: LogModel, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self._slow_reads = 0
        self._shown = (0, -1)
        self._going_up = False
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._read_next_page)

    def have(self, first: int, last: int) -> None:
        """Have the rows first..last at hand: read them here if that is quick, in the background if it was not."""
        missing = self._model.cache.missing(first, last)
        if missing is None or self._model.store is None:
            return
        records = self._model.records(*missing)
        if self._slow_reads < SLOW_READS:
            self._model.cache.read(missing[0], records, self._model.store.rows)
            self._slow_reads = self._slow_reads + 1 if self._model.cache.seconds > SLOW_READ_S else 0
            return
        if "table rows" not in self._jobs.kinds():  # what comes into view meanwhile is asked for after that
            page = _Page(self, self._model, missing[0], records)
            self._jobs.run("table rows", page.read, page.on_read)

    def go_on(self, first: int, last: int) -> None:
        """Read the page that comes next in the direction of scrolling soon; ``first`` to ``last`` are shown now."""
        self._going_up = first < self._shown[0]
        self._shown = (first, last)
        self._ahead.start()

    def _read_next_page(self) -> None:
        model = self._model
        first, last = self._shown
        if model.store is None or last < first or self._slow_reads or model.cache.seconds > FAST_READ_S:
            return
        page = last - first + 1
        span = (max(0, first - page), first - 1) if self._going_up else (last + 1, last + page)
        missing = model.cache.missing(span[0], min(span[1], model.rowCount() - 1))
        if missing is not None:
            model.cache.read(missing[0], model.records(*missing), model.store.rows)

    def take(self, first: int, records: Rows, rows: list[Row], seconds: float) -> None:
        """Keep rows that were read in the background, if the table still shows these records there."""
        if seconds < FAST_READ_S:
            self._slow_reads = 0
        last = first + len(records) - 1
        if last < self._model.total and np.array_equal(self._model.records(first, last), records):
            self._model.cache.keep(first, rows)
        self.rows_read.emit()


class _Page:
    """Reads rows in the background for a table that found reading too slow to wait for."""

    def __init__(self, reader: RowReader, model: LogModel, first: int, records: Rows) -> None:
        self._reader = reader
        self._model = model
        self._store = model.store
        self._columns = model.cache.asked()
        self._first = first
        self._records = records
        self._seconds = 0.0

    def read(self, cancel: object) -> list[Row]:
        """Read the rows (pool thread)."""
        started = time.perf_counter()
        assert self._store is not None
        rows = self._store.rows(self._records, self._columns)
        self._seconds = time.perf_counter() - started
        return rows

    def on_read(self, rows: list[Row]) -> None:
        """Hand them to the reader (GUI thread)."""
        if self._columns != self._model.cache.asked():
            self._reader.rows_read.emit()  # asked for again
        else:
            self._reader.take(self._first, self._records, rows, self._seconds)
