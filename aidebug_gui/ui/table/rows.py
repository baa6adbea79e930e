"""Rows of the table, read when they come into view and kept while they are near."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Row, Rows
from aidebug_gui.ui.table.columns import ABOVE, LINE, TableColumn
from aidebug_gui.ui.table.gaps import gap_between, gap_text
from aidebug_gui.ui.values import cell_text, count_text, time_parts

KEPT_ROWS = 4000
TIME = "time"
Fetch = Callable[[Rows, Sequence[str]], list[Row]]


@dataclass(slots=True)
class PaintRow:
    """A row with its texts written out once. ``date`` and ``clock``: the parts of the time column.

    ``gap_ns``: since the row above, None unless the column of gaps is shown.
    """

    record: int
    line: int
    level: int
    flags: Flag
    values: tuple[object, ...]
    texts: tuple[str, ...]
    date: str
    clock: str
    line_count: int
    time_ns: int | None = None
    gap_ns: int | None = None


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
        """Return the first and last position that must be read for [first, last] to be here, None if all are."""
        absent = [position for position in range(first, last + 1) if position not in self._rows]
        if not absent:
            return None
        takes_above = self._shows_gaps and absent[0] > 0 and absent[0] - 1 not in self._rows
        return absent[0] - takes_above, absent[-1]

    def read(self, first: int, records: Rows, fetch: Fetch) -> None:
        """Read records and keep them as the rows from position ``first`` on."""
        started = time.perf_counter()
        rows = fetch(records, self.asked())
        self.keep(first, rows)
        self.seconds = time.perf_counter() - started

    def asked(self) -> list[str]:
        """Return the names of the columns to ask the store for."""
        names = [column.name for column in self.columns if column.name not in (LINE, ABOVE)]
        return [*names, TIME] if self._shows_gaps and TIME not in names else names

    @property
    def _shows_gaps(self) -> bool:
        return any(column.name == ABOVE for column in self.columns)

    def keep(self, first: int, rows: Sequence[Row]) -> None:
        """Keep rows as those from position ``first`` on; one of which the row above is not known only tells its time."""
        names, shows_gaps = self.asked(), self._shows_gaps
        above = self._rows.get(first - 1)
        if len(self._rows) + len(rows) > KEPT_ROWS:
            self._rows.clear()
        for position, row in enumerate(rows, first):
            cells = dict(zip(names, row.cells, strict=True))
            is_whole = above is not None or position == 0 or not shows_gaps
            above = self._paint_row(row, cells, above if shows_gaps else None)
            if is_whole:
                self._rows[position] = above

    def _paint_row(self, row: Row, cells: Mapping[str, object], above: PaintRow | None) -> PaintRow:
        values: list[object] = []
        texts: list[str] = []
        date = clock = ""
        time_ns = cells.get(TIME)
        time_ns = time_ns if isinstance(time_ns, int) else None
        gap_ns = gap_between(above.time_ns, time_ns) if above is not None else None
        for column in self.columns:
            if column.name == LINE:
                values.append(row.line)
                texts.append(count_text(row.line))
                continue
            if column.name == ABOVE:
                values.append(gap_ns)
                texts.append(gap_text(gap_ns))
                continue
            value = cells[column.name]
            values.append(value)
            if column.kind is Kind.TIME and isinstance(value, int):
                date, clock = time_parts(value)
                texts.append(f"{date} {clock}")
            else:
                texts.append(cell_text(value, column.kind))
        return PaintRow(
            row.record,
            row.line,
            row.level,
            row.flags,
            tuple(values),
            tuple(texts),
            date,
            clock,
            row.line_count,
            time_ns,
            gap_ns,
        )
