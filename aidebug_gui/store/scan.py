"""Passes over the text of the records, which stays in the file: search, and the text of single fields."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.sources.blocks import read_records
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.ingest import TABLE
from aidebug_gui.store.projection import quoted
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.store.text import valid_text

Bools = NDArray[np.bool_]


class Scanner:
    """Runs SQL over the raw text of records, block by block, on all cores."""

    def __init__(self, spool: Spool, database: Database, index: RecordIndex) -> None:
        self._spool = spool
        self._database = database
        self._index = index

    def matches(
        self, condition: str, parameters: Sequence[object], first: int, stop: int, cancel: CancelToken | None = None
    ) -> Bools:
        """Return for records [first, stop) whether an SQL condition over ``line`` (and ``code``) holds.

        Raises Cancelled, and SourceError if the file cannot be read.
        """
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        sql = f"SELECT coalesce(({condition}), false) AS hit FROM block"
        for begin, cursor, count in self._blocks(first, stop, cancel, with_codes="code" in condition):
            hits = cursor.execute(sql, list(parameters)).fetchnumpy()["hit"]
            result[begin : begin + count] = hits
        return result

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
        bounds = self._index.bounds(first, stop)
        cursor = self._database.cursor()
        ended = threading.Event()
        for begin, data, starts in read_records(self._spool, bounds, ended):
            if cancel is not None and cancel.cancelled:
                ended.set()
                cancel.check()
            text = valid_text(data, starts)
            codes = self._codes(first + begin, len(starts) - 1) if with_codes else None
            table = lines_table(text.data, text.starts, codes)
            cursor.register("block", _numbered(table) if with_positions else table)
            yield begin, cursor, len(starts) - 1

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

    def extract(self, table: str, expression: str, first: int, stop: int, cancel: CancelToken | None = None) -> None:
        """Append an SQL expression over ``line`` and ``code`` of records [first, stop) to a one-column table."""
        for _, cursor, _ in self._blocks(first, stop, cancel, with_codes=True):
            cursor.execute(f"INSERT INTO {table} SELECT {expression} FROM block")


def _numbered(table: pa.Table) -> pa.Table:
    """Add a column ``position`` that counts the rows."""
    numbers = pa.py_buffer(np.arange(table.num_rows, dtype=np.int64))
    return table.append_column("position", pa.Array.from_buffers(pa.int64(), table.num_rows, [None, numbers]))


def text_condition(pattern: str, *, regex: bool, match_case: bool) -> tuple[str, list[object]]:
    """Return (SQL condition over ``line``, parameters) for a text search.

    Text is also found where JSON writes it with escapes, as ``\\"`` or ``\\u00e9``.
    """
    if regex:
        return f"regexp_matches(line, ?, {quoted('c' if match_case else 'i')})", [pattern]
    if match_case:
        spellings = _spellings(pattern)
        return " OR ".join(["contains(line, ?)"] * len(spellings)), list(spellings)
    # An escape holds the code of one case only, so both are looked for.
    folded = dict.fromkeys(_spellings(pattern) + _spellings(pattern.lower()) + _spellings(pattern.upper()))
    distinct = {spelling.lower(): spelling for spelling in folded}.values()
    return "regexp_matches(line, ?, 'i')", ["|".join(map(_literal, distinct))]


def _spellings(text: str) -> list[str]:
    """Return the text as it may stand in a log: as it is, and as JSON escapes it."""
    return list(dict.fromkeys((text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])))


def _literal(text: str) -> str:
    """Return a regular expression (RE2) for the text itself."""
    return re.sub(r"[^\w\s]", lambda found: f"\\x{{{ord(found[0]):x}}}", text)
