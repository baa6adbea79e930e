"""Columns that a log shows while it is followed: added to its table, and filled in for records that were read before.

Nothing is read twice but the records that hold what is new: their text is searched for it (1 GB: 3 s), and only those with
a hit are parsed again. Until that is done nobody knows of the columns.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.grown_layout import Traces, traces
from aidebug_gui.formats.model import Layout
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.reading.few_lines import array_of, stored_value
from aidebug_gui.store.reading.ingest import TABLE, add_columns
from aidebug_gui.store.scan import Scanner, TextSearch, text_search
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.store.sql.quoting import identifier
from aidebug_gui.store.sql.unwrapping import records_source

MOST_RECORDS = 200_000
"""So many are filled in, the newest: the parser takes 6 s for them. Older ones have the values when the log is opened again."""
_AT_ONCE = 1000
_SEARCHED_AT_ONCE = 1 << 15  # what comes meanwhile waits
_INT64 = np.iinfo(np.int64)


class Filling:
    """Brings the table of a log from its layout to one that has grown out of it, some records at a time."""

    def __init__(
        self,
        layouts: tuple[Layout, Layout],
        ground: tuple[Spool, Database, RecordIndex],
        catalog: Catalog,
    ) -> None:
        """``layouts``: the one that the table is of, and the one that grew out of it."""
        self.before, self.layout = layouts
        self._spool, self._database, self._index = ground
        self._parser = RecordParser(self.layout, catalog)
        self._projection = Projection(self.layout, catalog.levels)
        self._search = search_for(traces(self.before, self.layout))
        self._begin = self._stop = self._index.count  # the records that were searched; all before and behind are to be
        self._room = MOST_RECORDS
        self._waiting = np.empty(0, dtype=np.int64)
        self.took_s = 0.0
        self.formats: Counter[int] = Counter()  # how many records more, or less, each format has
        self.span: tuple[int, int] | None = None  # first and last time of the records that were filled in
        add_columns(self._database, Projection(self.before, catalog.levels).columns, self._projection.columns)

    def go_on(self, seconds: float) -> bool:
        """Fill in for about so long; return whether all records have their values."""
        begun = time.monotonic()
        self._stop = max(0, self._stop - 1)  # the last one may have got more text
        while time.monotonic() - begun < seconds:
            if len(self._waiting):
                self._fill_in(self._waiting[-_AT_ONCE:])
                self._waiting = self._waiting[:-_AT_ONCE]
            elif not self._find():
                break
        self.took_s += time.monotonic() - begun
        return not len(self._waiting) and self._begin == 0 and self._stop == self._index.count

    def _find(self) -> bool:
        """Look for records to be filled in, among new ones, then from the newest to the oldest; False if there are none."""
        first, stop = self._stop, min(self._index.count, self._stop + _SEARCHED_AT_ONCE)
        if first < stop:  # they came meanwhile
            self._stop = stop
            self._waiting = first + np.flatnonzero(self._hits(first, stop))
            return True
        first, stop = max(0, self._begin - _SEARCHED_AT_ONCE), self._begin
        hits = np.flatnonzero(self._hits(first, stop))[-self._room :]
        self._waiting = first + hits
        self._room -= len(hits)
        self._begin = first if self._room > 0 and self._search is not None else 0
        return first < stop

    def _hits(self, first: int, stop: int) -> NDArray[np.bool_]:
        """Return which of the records [first, stop) are read otherwise."""
        if self._search is None or first >= stop:
            return np.zeros(0, dtype=np.bool_)
        scanner = Scanner(self._spool, self._database, self._index)
        if not self.layout.rewritten:
            return scanner.search(self._search, first, stop)
        source = records_source(self.layout)  # what is looked for stands in the lines without wrappers and colours
        return scanner.matches(self._search.condition, self._search.parameters, source, first, stop)

    def _fill_in(self, numbers: Rows) -> None:
        """Read these records again and put their values in place."""
        begins, ends = (offsets.tolist() for offsets in self._index.spans(numbers))
        records = [self._parser.parse(self._read(begin, end)) for begin, end in zip(begins, ends, strict=True)]
        columns = self._projection.columns
        rows = [
            array_of(_fitting([stored_value(record, name) for record in records]), kind)
            for name, kind in columns.items()
        ]
        row = pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(np.ascontiguousarray(numbers))])
        changes = ", ".join(f"{identifier(name)} = found.{identifier(name)}" for name in columns)
        with closing(self._database.cursor()) as cursor:
            cursor.register("found", pa.Table.from_arrays([row, *rows], names=["record", *columns]))
            sql = (
                f"SELECT format, count(*) FROM {TABLE} SEMI JOIN found ON {TABLE}.rowid = found.record GROUP BY format"
            )
            self.formats.subtract(dict(cursor.execute(sql).fetchall()))
            cursor.execute(f"UPDATE {TABLE} SET {changes} FROM found WHERE {TABLE}.rowid = found.record")
        self.formats.update(record.format for record in records)
        times = [when for record in records if isinstance(when := record.values.get("time"), int)]
        if times:
            self.span = (min(*times, *(self.span or times)), max(*times, *(self.span or times)))

    def _read(self, begin: int, end: int) -> bytes:
        """Return of a record what its columns are made of: its first line, where others are not parts of it."""
        text = self._spool.read(begin, end - begin)
        return text if self.layout.rewritten else text.split(b"\n", 1)[0] + b"\n"


def search_for(traces: Traces) -> TextSearch | None:
    """Return the search for records that have one of the traces, None where there are none."""
    conditions = ["contains(line, ?)"] * len(traces.texts)
    parameters = list(traces.texts)
    if traces.patterns:
        pattern = text_search("|".join(f"(?:{one})" for one in traces.patterns), regex=True, match_case=True)
        conditions.append(pattern.condition)
        parameters += map(str, pattern.parameters)
    anchored = bool(traces.patterns) and pattern.anchored
    return TextSearch(" OR ".join(conditions), tuple(parameters), anchored) if conditions else None


def _fitting(values: Sequence[object]) -> list[object]:
    """Leave out integers that no column can hold, as the engine does."""
    return [None if isinstance(value, int) and not _INT64.min <= value <= _INT64.max else value for value in values]
