"""What analysis asks of a log beyond the window's protocol: SQL over the typed columns, and one pass over the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from aidebug_gui.formats.model import JSON, JsonPath, Layout
from aidebug_gui.store.database import numbers_table
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.store.reading.reader import Reading
from aidebug_gui.store.scan import Scanner
from aidebug_gui.store.sql.headers import message_text
from aidebug_gui.store.sql.projection import message_value
from aidebug_gui.store.sql.quoting import json_path, plain_line
from aidebug_gui.store.sql.unwrapping import records_source

if TYPE_CHECKING:
    import pyarrow as pa

    from aidebug_gui.store.database import Database

TEXTS = ("message", "input", "output", "error", "error_type", "traceback")
"""The columns that ``texts`` makes available beside ``line`` and ``code``."""


class Analytics:
    """Read-only questions about all records of a log that is read. The records table is called ``records``."""

    def __init__(self, database: Database, ingest: Reading, fields: Fields, scanner: Scanner) -> None:
        self._database = database
        self._ingest = ingest
        self._fields = fields
        self._scanner = scanner

    @property
    def layout(self) -> Layout:
        return self._ingest.layout

    @property
    def columns(self) -> frozenset[str]:
        """Return the columns of the table ``records``: time, level, format, flags and those that the log fills."""
        return frozenset(self._ingest.projection.columns)

    @property
    def records(self) -> int:
        return self._ingest.state.records

    def execute(
        self, sql: str, parameters: Sequence[object] = (), selection: Rows | None = None
    ) -> duckdb.DuckDBPyConnection:
        """Run one SELECT over ``records``, whose ``rowid`` is the record number.

        ``selection``: records that the table ``chosen`` names, in its column ``row``.
        """
        if selection is None:
            return self._database.execute(sql, parameters)
        cursor = self._database.cursor()
        cursor.register("chosen", numbers_table("row", selection))
        return cursor.execute(sql, list(parameters))

    def field_texts(self, field: str, first: int, stop: int, cancel: CancelToken | None = None) -> pa.Array:
        """Return the values of any field as texts, an Arrow array of the records [first, stop)."""
        table, column = self.source(field, cancel)
        sql = f"SELECT rowid AS position, {column}::VARCHAR AS value FROM {table} "
        sql += f"WHERE rowid >= {first:d} AND rowid < {stop:d}"
        return _in_order(self._database.cursor().sql(sql).to_arrow_table())["value"].combine_chunks()

    def source(self, field: str, cancel: CancelToken | None = None) -> tuple[str, str]:
        """Return (table, quoted column) of any field; one that is not stored is extracted first."""
        return self._fields.source(field, cancel)

    def texts(
        self,
        expressions: Mapping[str, str],
        first: int = 0,
        stop: int | None = None,
        cancel: CancelToken | None = None,
    ) -> Iterator[tuple[int, pa.Table]]:
        """Yield (number of the first record, Arrow table) for consecutive blocks of [first, stop), one row a record.

        ``expressions``: column name -> SQL over ``line`` (the whole record), ``code`` and the columns of ``TEXTS``, which
        are NULL where a record has none. The text of a record without JSON is its head line without the header.
        """
        sql = self._texts_query(expressions)
        for begin, cursor in self._scanner.blocks(first, self.records if stop is None else stop, cancel):
            yield first + begin, _in_order(cursor.sql(sql).to_arrow_table())

    @property
    def has_plain_lines(self) -> bool:
        """Return whether all records are lines of text as they are: no JSON, no wrappers, no colours."""
        layout = self.layout
        return not (layout.json_paths or layout.wrappers) and plain_line(layout) == "line"

    def lines(self, first: int, stop: int, cancel: CancelToken | None = None) -> Iterator[tuple[int, pa.Table]]:
        """Yield (number of the first record, table of ``line``, ``code``, ``position``) for blocks of [first, stop).

        A table is only good until the next one is asked for.
        """
        for begin, table in self._scanner.tables(first, stop, cancel):
            yield first + begin, table

    def texts_of(self, lines: pa.Table, expressions: Mapping[str, str]) -> pa.Table:
        """Return what ``texts`` yields for rows of a table that ``lines`` yielded."""
        cursor = self._database.cursor()
        cursor.register("block", lines)
        return _in_order(cursor.sql(self._texts_query(expressions)).to_arrow_table())

    def texts_basis(self, expressions: Mapping[str, str]) -> tuple[str, frozenset[tuple[int, str]]]:
        """Return what the texts of records depend on: a query without headers, and (code, header) of each format.

        A format that is found later changes nothing for records of other formats.
        """
        headers = frozenset((known.code, known.pattern) for known in self.layout.text_formats)
        return self._texts_query(expressions, replace(self.layout, text_formats=())), headers

    def _texts_query(self, expressions: Mapping[str, str], layout: Layout | None = None) -> str:
        chosen = ", ".join(f"{sql} AS {name}" for name, sql in expressions.items())
        return f"SELECT position, {chosen} FROM ({texts_sql(layout or self.layout, ' '.join(expressions.values()))})"


def _in_order(table: pa.Table) -> pa.Table:
    """Return the rows by their ``position``: the engine's Arrow output may come in the order of its threads."""
    position = table["position"].to_numpy()
    if len(position) < 2 or bool(np.all(position[1:] > position[:-1])):
        return table
    return table.take(np.argsort(position))


def texts_sql(layout: Layout, wanted: str) -> str:
    """Return SQL that adds to a table ``block`` those columns of ``TEXTS`` that are named in ``wanted``.

    JSON is parsed once for all of them.
    """
    names = [name for name in TEXTS if name in wanted]
    paths: list[JsonPath] = [path for name in names for path in layout.json_paths.get(name, ())]
    block = records_source(layout, kept="code, position")
    if paths:
        parsed = f"try(json_extract_string(line, [{', '.join(map(json_path, paths))}]))"
        block = f"(SELECT line, code, position, CASE WHEN code = {JSON} THEN {parsed} END AS j FROM {block})"
    columns = ["line", "code", "position", *(f"{_text(name, layout, paths)} AS {name}" for name in names)]
    return f"SELECT {', '.join(columns)} FROM {block}"


def _text(name: str, layout: Layout, paths: Sequence[JsonPath]) -> str:
    slots = [f"j[{paths.index(path) + 1}]" for path in layout.json_paths.get(name, ())]
    in_json = f"coalesce({', '.join(slots)}, NULL)" if slots else "CAST(NULL AS VARCHAR)"
    return f"CASE WHEN code = {JSON} THEN {in_json} ELSE {_plain_text(name, layout)} END"


def _plain_text(name: str, layout: Layout) -> str:
    """Return SQL for a text of a record that is no JSON."""
    text = message_text(layout)
    head = f"CASE WHEN contains(line, chr(10)) THEN split_part({text}, chr(10), 1) ELSE {text} END"
    if name == "message":
        return head
    if name == "traceback":
        return "CASE WHEN contains(line, chr(10)) THEN nullif(trim(line[instr(line, chr(10)) + 1:], chr(10)), '') END"
    patterns = [pattern for pattern in layout.message_patterns if pattern.column == name]
    values = [message_value(pattern, head) for pattern in patterns]
    return f"coalesce({', '.join([*values, 'NULL'])})" if values else "CAST(NULL AS VARCHAR)"
