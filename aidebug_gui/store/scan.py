"""Passes over the text of the records, which stays in the file: search, and the text of single fields."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.sources.blocks import GIANT_LINE_BYTES, join_lines, read_records, record_chunks
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.store.database import LINES, Database, lines_batch, lines_table
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.protocol import Cancelled, CancelToken, Rows
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.sql.quoting import quoted
from aidebug_gui.store.text import valid_text

Bools = NDArray[np.bool_]

_GROUP = 16  # records that are searched as one text
_OFTEN = 0.1  # share of groups with a hit beyond which records are looked at one by one
_PROBED_GROUPS = 2000  # looked at first, to see whether hits are rare
_ANCHOR = re.compile(r"[\^$]|\\[AzZ]")


class Scanner:
    """Runs SQL over the raw text of records, block by block, on all cores."""

    def __init__(self, spool: Spool, database: Database, index: RecordIndex) -> None:
        self._spool = spool
        self._database = database
        self._index = index

    def end_of(self, record: int) -> int:
        """Return where the text of a record ends; it goes on when lines are added to it."""
        return int(self._index.spans(np.array([record]))[1][0]) if record >= 0 else 0

    def matches(
        self,
        condition: str,
        parameters: Sequence[object],
        source: str,
        first: int,
        stop: int,
        cancel: CancelToken | None = None,
    ) -> Bools:
        """Return for records [first, stop) whether an SQL condition over ``source`` holds, see ``extract``.

        Raises Cancelled, and SourceError if the file cannot be read.
        """
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        sql = f"SELECT coalesce(({condition}), false) AS hit FROM {source}"
        for begin, cursor, count in self._blocks(first, stop, cancel, with_codes=True):
            result[begin : begin + count] = cursor.execute(sql, list(parameters)).fetchnumpy()["hit"]
        return result

    def search(self, search: TextSearch, first: int, stop: int, cancel: CancelToken | None = None) -> Bools:
        """Return for records [first, stop) whether their raw text matches. Raises Cancelled and SourceError.

        Where the search allows it, some records at a time are looked at as one text, and only those of a hit one by
        one: that saves a third of the work while hits are rare.
        """
        stop = min(stop, self._index.count)
        if stop <= first:
            return np.zeros(0, dtype=np.bool_)
        bounds = self._index.bounds(first, stop)
        group_bounds = np.append(bounds[:-1:_GROUP], bounds[-1])
        if search.anchored or np.diff(group_bounds).max() > GIANT_LINE_BYTES:
            return self._stream(search, bounds, cancel)
        probe = self._stream(search, group_bounds[: _PROBED_GROUPS + 1], cancel)
        if np.count_nonzero(probe) > _OFTEN * len(probe):
            return self._stream(search, bounds, cancel)
        rest = self._stream(search, group_bounds[_PROBED_GROUPS:], cancel)
        return self._within(search, np.flatnonzero(np.concatenate((probe, rest))), bounds, cancel)

    def _within(self, search: TextSearch, groups: Rows, bounds: Rows, cancel: CancelToken | None) -> Bools:
        """Return the hits among all records, knowing the groups that hold them."""
        result = np.zeros(len(bounds) - 1, dtype=np.bool_)
        if len(groups) > _OFTEN * len(bounds) / _GROUP:
            first, stop = int(groups[0]) * _GROUP, min(len(result), (int(groups[-1]) + 1) * _GROUP)
            result[first:stop] = self._stream(search, bounds[first : stop + 1], cancel)
            return result
        numbers: list[int] = []
        texts: list[bytes] = []
        for group in groups.tolist():
            edges = bounds[group * _GROUP : (group + 1) * _GROUP + 1]
            data = self._spool.read(int(edges[0]), int(edges[-1] - edges[0]))
            offsets = (edges - edges[0]).tolist()
            texts += [data[begin:end] for begin, end in pairwise(offsets)]
            numbers += range(group * _GROUP, group * _GROUP + len(offsets) - 1)
        if numbers:
            result[numbers] = self._ask(search, lines_table(*join_lines(texts)))
        return result

    def _stream(self, search: TextSearch, bounds: Rows, cancel: CancelToken | None) -> Bools:
        """Return whether each text between two neighbouring bounds matches, in one query over chunks read on demand.

        A chunk is searched while it is still in the cache: a third faster than large blocks.
        """
        if len(bounds) < 2:
            return np.zeros(0, dtype=np.bool_)
        failed: list[Exception] = []

        def batches() -> Iterator[pa.RecordBatch]:
            try:
                for data, starts in record_chunks(self._spool, bounds):
                    if cancel is not None:
                        cancel.check()
                    yield lines_batch(data, starts)
            except (Cancelled, SourceError) as error:  # an exception must not cross the engine: it loses its type
                failed.append(error)

        hits = self._ask(search, pa.RecordBatchReader.from_batches(LINES, batches()))
        if failed:
            raise failed[0]
        return hits

    def _ask(self, search: TextSearch, block: pa.Table | pa.RecordBatchReader) -> Bools:
        cursor = self._database.cursor()
        cursor.register("block", block)
        sql = f"SELECT coalesce(({search.condition}), false) AS hit FROM block"
        hits: Bools = np.asarray(cursor.execute(sql, list(search.parameters)).fetchnumpy()["hit"], dtype=np.bool_)
        return hits

    def _read(
        self, first: int, stop: int, cancel: CancelToken | None
    ) -> Iterator[tuple[int, NDArray[np.uint8], NDArray[np.int32]]]:
        """Yield (position from ``first``, data, starts) of consecutive blocks of records."""
        ended = threading.Event()
        for begin, data, starts in read_records(self._spool, self._index.bounds(first, stop), ended):
            if cancel is not None and cancel.cancelled:
                ended.set()
                cancel.check()
            yield begin, data, starts

    def _blocks(
        self,
        first: int,
        stop: int,
        cancel: CancelToken | None,
        *,
        with_codes: bool,
        with_positions: bool = False,
    ) -> Iterator[tuple[int, duckdb.DuckDBPyConnection, int]]:
        """Yield (position from ``first``, cursor with a table ``block``, records) for consecutive blocks."""
        stop = min(stop, self._index.count)
        if stop <= first:
            return
        cursor = self._database.cursor()
        for begin, table in self._tables(first, stop, cancel, with_codes=with_codes):
            cursor.register("block", _numbered(table) if with_positions else table)
            yield begin, cursor, table.num_rows

    def _tables(
        self, first: int, stop: int, cancel: CancelToken | None, *, with_codes: bool
    ) -> Iterator[tuple[int, pa.Table]]:
        for begin, data, starts in self._read(first, stop, cancel):
            text = valid_text(data, starts)
            codes = self._codes(first + begin, len(starts) - 1) if with_codes else None
            yield begin, lines_table(text.data, text.starts, codes)

    def _codes(self, first: int, count: int) -> NDArray[np.uint8]:
        sql = f"SELECT format FROM {TABLE} WHERE rowid >= ? AND rowid < ?"
        return np.ascontiguousarray(self._database.column(sql, [first, first + count]), dtype=np.uint8)

    def blocks(
        self, first: int, stop: int, cancel: CancelToken | None = None
    ) -> Iterator[tuple[int, duckdb.DuckDBPyConnection]]:
        """Yield (position from ``first``, cursor with a table ``block`` of ``line``, ``code``, ``position``) by block.

        ``position`` counts the block's records. The table is only good until the next block is asked for.
        """
        for begin, cursor, _ in self._blocks(first, stop, cancel, with_codes=True, with_positions=True):
            yield begin, cursor

    def tables(self, first: int, stop: int, cancel: CancelToken | None = None) -> Iterator[tuple[int, pa.Table]]:
        """Yield (position from ``first``, table of ``line``, ``code``, ``position``) for consecutive blocks.

        A table is only good until the next one is asked for. Raises Cancelled, and SourceError.
        """
        stop = min(stop, self._index.count)
        if stop > first:
            for begin, table in self._tables(first, stop, cancel, with_codes=True):
                yield begin, _numbered(table)

    def extract(
        self, table: str, expression: str, source: str, first: int, stop: int, cancel: CancelToken | None = None
    ) -> None:
        """Append an SQL expression over ``source`` of records [first, stop) to a one-column table.

        ``source``: the table ``block`` (columns line and code) or a query on it.
        """
        for _, cursor, _ in self._blocks(first, stop, cancel, with_codes=True):
            cursor.execute(f"INSERT INTO {table} SELECT {expression} FROM {source}")


def _numbered(table: pa.Table) -> pa.Table:
    """Add a column ``position`` that counts the rows."""
    numbers = pa.py_buffer(np.arange(table.num_rows, dtype=np.int64))
    return table.append_column("position", pa.Array.from_buffers(pa.int64(), table.num_rows, [None, numbers]))


@dataclass(frozen=True, slots=True)
class TextSearch:
    """An SQL condition over ``line``, the raw text of a record.

    ``anchored``: it may ask for the beginning or end of the record, so that records must be looked at one by one.
    """

    condition: str
    parameters: tuple[object, ...]
    anchored: bool = False


def text_search(pattern: str, *, regex: bool, match_case: bool) -> TextSearch:
    r"""Return the search for a text or a regular expression (RE2).

    Text is also found where JSON writes it with escapes, as ``\"`` or ``\u00e9``.
    """
    if regex:
        condition = f"regexp_matches(line, ?, {quoted('c' if match_case else 'i')})"
        return TextSearch(condition, (pattern,), anchored=_ANCHOR.search(pattern) is not None)
    if match_case:
        spellings = _spellings(pattern)
        return TextSearch(" OR ".join(["contains(line, ?)"] * len(spellings)), tuple(spellings))
    # An escape holds the code of one case only, so both are looked for.
    folded = dict.fromkeys(_spellings(pattern) + _spellings(pattern.lower()) + _spellings(pattern.upper()))
    distinct = {spelling.lower(): spelling for spelling in folded}.values()
    return TextSearch("regexp_matches(line, ?, 'i')", ("|".join(map(_literal, distinct)),))


def _spellings(text: str) -> list[str]:
    """Return the text as it may stand in a log: as it is, and as JSON escapes it."""
    return list(dict.fromkeys((text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])))


def _literal(text: str) -> str:
    """Return a regular expression (RE2) for the text itself."""
    return re.sub(r"[^\w\s]", lambda found: f"\\x{{{ord(found[0]):x}}}", text)
