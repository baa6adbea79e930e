"""The table: frames while scrolling ten million rows, against ten thousand, and select all."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from aidebug_gui.store import open_log
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import LINE_COLUMN, column_of
from tests.bench.common import Data, Figure, frame_figures, main

ROWS, FRAMES = 44, 300
COLUMNS = ("time", "level", "logger", "message", "score", "latency_ms", "status")
FEW = 10_000


def measure(data: Data) -> Iterator[Figure]:
    """Yield frame times in ms for 44 x 8 cells, reading the rows included."""
    application = QApplication.instance() or QApplication([])
    of_few = scroll_times_ms(data.records(FEW), application)
    of_many = scroll_times_ms(data.records(data.table_records), application)
    name = f"frame while scrolling {data.table_records:,} rows"
    yield from frame_figures(name, of_many, 8, 20)
    few, many = statistics.median(of_few), statistics.median(of_many)
    yield Figure(f"  the same, {FEW:,} rows", few, "ms")
    yield Figure("  ratio", many / few, "x", "<= 1.1 x (no slower)", many <= 1.1 * few)


def scroll_times_ms(path: Path, application: object) -> list[float]:
    """Scroll by a wheel step, a page, and to far places in turn; return the time of each painted frame."""
    store = open_log(path)
    store.wait()
    jobs = Jobs()
    table = LogTable(jobs)
    table.log_model.set_store(store)
    fields = {field.name: field for field in store.fields()}
    table.log_model.set_columns([LINE_COLUMN, *(column_of(fields[name]) for name in COLUMNS)])
    table.log_model.set_order(None, store.state().records)
    table.resize(1400, ROWS * table.style_of_rows.row_height + table.horizontalHeader().height() + 20)
    table.show()
    QApplication.processEvents()
    bar = table.verticalScrollBar()
    times = []
    for number in range(FRAMES):
        far = (number * 7_919_993) % max(1, bar.maximum())
        value = {0: bar.value() + 3, 1: bar.value() + ROWS, 2: far}[number % 3]
        begin = time.perf_counter()
        bar.setValue(min(bar.maximum(), value))
        table.viewport().repaint()
        times.append(1000 * (time.perf_counter() - begin))
        QApplication.processEvents()
    table.close()
    jobs.close()
    store.close()
    return times


if __name__ == "__main__":
    main(measure, __doc__)
