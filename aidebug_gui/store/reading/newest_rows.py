"""The rows that were inserted last, as they were: who wants them at once need not read them back from the database."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

MOST_ROWS = 1024


class NewestRows:
    """Kept by the thread that reads a log, asked for by any other."""

    def __init__(self) -> None:
        self._pieces: tuple[tuple[int, pa.Table], ...] = ()  # number of the first row, rows; exchanged as a whole

    def add(self, first: int, rows: pa.Table) -> None:
        """Keep the rows from number ``first`` on, which were inserted."""
        before = self._pieces
        if before:
            last, known = before[-1]
            if last + known.num_rows != first or known.schema != rows.schema:
                before = ()
        while before and first + rows.num_rows - before[0][0] > MOST_ROWS:
            before = before[1:]
        self._pieces = (*before, (first, rows))

    def forget(self) -> None:
        """Keep nothing: rows became others."""
        self._pieces = ()

    def between(self, first: int, stop: int) -> pa.Table | None:
        """Return the rows [first, stop), None if some of them are not kept."""
        pieces = self._pieces
        if first >= stop or not pieces or first < pieces[0][0] or stop > pieces[-1][0] + pieces[-1][1].num_rows:
            return None
        begins = [begin for begin, _ in pieces]
        low = int(np.searchsorted(begins, first, side="right")) - 1
        high = int(np.searchsorted(begins, stop, side="left"))
        return pa.concat_tables([rows for _, rows in pieces[low:high]]).slice(first - begins[low], stop - first)
