"""Rows of the table, read when they come into view and kept while they are near."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Row, Rows
from aidebug_gui.ui.table.columns import LINE, TableColumn
from aidebug_gui.ui.values import cell_text, count_text, time_parts

KEPT_ROWS = 4000
Fetch = Callable[[Rows, Sequence[str]], list[Row]]


@dataclass(slots=True)
class PaintRow:
    """A row with its texts written out once. ``date`` and ``clock``: the parts of the time column."""

    record: int
    line: int
    level: int
    flags: Flag
    values: tuple[object, ...]
    texts: tuple[str, ...]
    date: str
    clock: str
    line_count: int


class RowCache:
    """Keeps the rows around the visible ones, by position in the table.

    ``seconds`` is how long the last reading took: the view reads in the background where that is too long.
    """

    def __init__(self) -> None:
        self.columns: list[TableColumn] = []
        self.seconds = 0.0
        self._rows: dict[int, PaintRow] = {}

    def clear(self) -> None:
        """Forget all rows: order, columns or content changed."""
        self._rows.clear()

    def forget(self, position: int) -> None:
        """Forget one row: its record changed."""
        self._rows.pop(position, None)

    def get(self, position: int) -> PaintRow | None:
        """Return the row at a position if it is here."""
        return self._rows.get(position)

    def missing(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the first and last position in [first, last] that are not here, None if all are."""
        absent = [position for position in range(first, last + 1) if position not in self._rows]
        return (absent[0], absent[-1]) if absent else None

    def read(self, first: int, records: Rows, fetch: Fetch) -> None:
        """Read records and keep them as the rows from position ``first`` on."""
        started = time.perf_counter()
        rows = fetch(records, self.asked())
        self.keep(first, rows)
        self.seconds = time.perf_counter() - started

    def asked(self) -> list[str]:
        """Return the names of the columns to ask the store for."""
        return [column.name for column in self.columns if column.name != LINE]

    def keep(self, first: int, rows: Sequence[Row]) -> None:
        """Keep rows as those from position ``first`` on."""
        if len(self._rows) + len(rows) > KEPT_ROWS:
            self._rows.clear()
        for position, row in enumerate(rows, first):
            self._rows[position] = self._paint_row(row)

    def _paint_row(self, row: Row) -> PaintRow:
        values: list[object] = []
        texts: list[str] = []
        date = clock = ""
        cells = iter(row.cells)
        for column in self.columns:
            if column.name == LINE:
                values.append(row.line)
                texts.append(count_text(row.line))
                continue
            value = next(cells)
            values.append(value)
            if column.kind is Kind.TIME and isinstance(value, int):
                date, clock = time_parts(value)
                texts.append(f"{date} {clock}")
            else:
                texts.append(cell_text(value, column.kind))
        return PaintRow(
            row.record, row.line, row.level, row.flags, tuple(values), tuple(texts), date, clock, row.line_count
        )
