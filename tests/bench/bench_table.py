"""The table: frames while scrolling ten million rows, against ten thousand, and with highlights."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from operator import truediv
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from aidebug_gui.store import open_log
from aidebug_gui.ui.highlights.found import Highlighted
from aidebug_gui.ui.highlights.rules import COLOURS
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import LINE_COLUMN, column_of
from tests.bench.common import Data, Figure, frame_figures, main

ROWS, FRAMES = 44, 300
COLUMNS = ("time", "level", "logger", "message", "score", "latency_ms", "status")
FEW = 10_000
RULE_SHARE = 0.25  # of the records that one highlight finds


def measure(data: Data) -> Iterator[Figure]:
    """Yield frame times in ms for 44 x 8 cells, reading the rows included; frames of both logs are painted in turn.

    Every third frame jumps far away. In the short log most of these rows have been parsed before.
    """
    application = QApplication.instance() or QApplication([])
    few, many = _Table(data.records(FEW)), _Table(data.records(data.table_records))
    of_few, of_many, of_highlighted = [], [], []
    for number in range(FRAMES):
        of_few.append(few.frame_ms(number))
        of_many.append(many.frame_ms(number))
        with many.highlighted():
            of_highlighted.append(many.frame_ms(number + 3 * FRAMES))  # other far places
    for table in (few, many):
        table.close()
    del application
    name = f"frame while scrolling {data.table_records:,} rows"
    yield from frame_figures(name, of_many, 8, 20)
    yield Figure(f"  the same, {FEW:,} rows", statistics.median(of_few), "ms")
    ratio = statistics.median(map(truediv, of_many, of_few))
    yield Figure("  ratio, median of pairs", ratio, "x", "<= 1.1 x (no slower)", ratio <= 1.1)
    yield Figure(f"  with {len(COLOURS)} highlights", statistics.median(of_highlighted), "ms")


class _Table:
    """The table on a log."""

    def __init__(self, path: Path) -> None:
        self._store = store = open_log(path)
        store.wait()
        self._jobs = Jobs()
        self._table = table = LogTable(self._jobs)
        table.log_model.set_store(store)
        fields = {field.name: field for field in store.fields()}
        table.log_model.set_columns([LINE_COLUMN, *(column_of(fields[name]) for name in COLUMNS)])
        table.log_model.set_order(None, store.state().records)
        random = np.random.default_rng(1)
        rules = ((colour, np.flatnonzero(random.random(store.state().records) < RULE_SHARE)) for colour in COLOURS)
        self._highlights = Highlighted(list(rules))
        table.resize(1400, ROWS * table.style_of_rows.row_height + table.horizontalHeader().height() + 20)
        table.show()
        QApplication.processEvents()

    def frame_ms(self, number: int) -> float:
        """Scroll by a wheel step, a page, or to a far place in turn, and return how long painting took."""
        bar = self._table.verticalScrollBar()
        far = (number * 7_919_993) % max(1, bar.maximum())
        value = {0: bar.value() + 3, 1: bar.value() + ROWS, 2: far}[number % 3]
        begin = time.perf_counter()
        bar.setValue(min(bar.maximum(), value))
        self._table.viewport().repaint()
        elapsed = 1000 * (time.perf_counter() - begin)
        QApplication.processEvents()
        return elapsed

    @contextmanager
    def highlighted(self) -> Iterator[None]:
        """Let eight rules give nine of ten rows a colour."""
        self._table.set_highlights(self._highlights)
        yield
        self._table.set_highlights(None)

    def close(self) -> None:
        self._table.close()
        self._jobs.close()
        self._store.close()


if __name__ == "__main__":
    main(measure, __doc__)
