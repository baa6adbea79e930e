"""Passes over the text of the records, which stays in the file: search, and the text of single fields."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.sources.blocks import join_lines, read_records
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.ingest import TABLE
from aidebug_gui.store.projection import quoted
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.store.text import valid_text

Bools = NDArray[np.bool_]

_GROUP = 16  # records that are searched as one text
_OFTEN = 0.1  # share of records in hit groups beyond which records are looked at one by one
_ANCHOR = re.compile(r"[\^$]|\\[AzZ]")


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
        for begin, cursor, count in self._blocks(first, stop, cancel, with_codes=True):
            result[begin : begin + count] = cursor.execute(sql, list(parameters)).fetchnumpy()["hit"]
        return result

    def search(self, search: TextSearch, first: int, stop: int, cancel: CancelToken | None = None) -> Bools:
        """Return for records [first, stop) whether their raw text matches. Raises Cancelled and SourceError.

        Where the search allows it, some records at a time are looked at as one text, and only those of a hit one by
        one: that saves a third of the work while hits are rare.
        """
        stop = min(stop, self._index.count)
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        if not len(result):
            return result
        finder = _Finder(self._database.cursor(), search)
        for begin, data, starts in self._read(first, stop, cancel):
            result[begin : begin + len(starts) - 1] = finder.hits(data, starts)
        return result

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
        for begin, data, starts in self._read(first, stop, cancel):
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


class _Finder:
    """Applies one search to block after block."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, search: TextSearch) -> None:
        self._cursor = cursor
        self._sql = f"SELECT coalesce(({search.condition}), false) AS hit FROM block"
        self._parameters = list(search.parameters)
        self._group = 1 if search.anchored else _GROUP

    def hits(self, data: NDArray[np.uint8], starts: NDArray[np.int32]) -> Bools:
        """Return which of the records ``data[starts[i]:starts[i + 1]]`` match."""
        if self._group == 1:
            return self._ask(data, starts)
        groups = np.flatnonzero(self._ask(data, np.append(starts[:-1:_GROUP], starts[-1]).astype(np.int32)))
        if len(groups) * _GROUP > _OFTEN * len(starts):
            self._group = 1  # hits are everywhere: groups only cost
            return self._ask(data, starts)
        result = np.zeros(len(starts) - 1, dtype=np.bool_)
        numbers = (groups[:, None] * _GROUP + np.arange(_GROUP)).ravel()
        numbers = numbers[numbers < len(result)]
        if len(numbers):
            pieces = [data[starts[number] : starts[number + 1]].tobytes() for number in numbers.tolist()]
            result[numbers] = self._ask(*join_lines(pieces))
        return result

    def _ask(self, data: NDArray[np.uint8], starts: NDArray[np.int32]) -> Bools:
        self._cursor.register("block", lines_table(data, starts))
        hits: Bools = np.asarray(self._cursor.execute(self._sql, self._parameters).fetchnumpy()["hit"], dtype=np.bool_)
        return hits


def _spellings(text: str) -> list[str]:
    """Return the text as it may stand in a log: as it is, and as JSON escapes it."""
    return list(dict.fromkeys((text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])))


def _literal(text: str) -> str:
    """Return a regular expression (RE2) for the text itself."""
    return re.sub(r"[^\w\s]", lambda found: f"\\x{{{ord(found[0]):x}}}", text)
