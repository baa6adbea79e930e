"""Statements over blocks of lines that are planned once: planning costs 10 to 30 ms, running what is planned 2 ms."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from aidebug_gui.store.database import Database

_MOST_STATEMENTS = 8  # that are kept: a log has few kinds of blocks
_NAME = "planned"


class _Source:
    """What the view ``block`` of a statement stands for: a stream of Arrow batches, another one each time it is asked.

    The engine asks for the schema when it plans, and for the stream when it runs (Arrow's PyCapsule interface).
    """

    def __init__(self, schema: pa.Schema) -> None:
        self.schema = schema
        self.batches: pa.RecordBatchReader | None = None

    def __arrow_c_schema__(self) -> object:
        return self.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        batches, self.batches = self.batches, None
        assert batches is not None
        return batches.__arrow_c_stream__(requested_schema)


class PlannedStatements:
    """The statements that one thread runs over the table ``block``, each with a cursor of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._planned: dict[str, tuple[duckdb.DuckDBPyConnection, _Source]] = {}

    def run(self, sql: str, block: pa.Table | pa.RecordBatchReader) -> duckdb.DuckDBPyConnection:
        """Run a statement and return the cursor that has its result. Raises what the engine raises."""
        cursor, source = self._plan(sql, block.schema)
        source.batches = block if isinstance(block, pa.RecordBatchReader) else block.to_reader()
        return cursor.execute(f"EXECUTE {_NAME}")

    def _plan(self, sql: str, schema: pa.Schema) -> tuple[duckdb.DuckDBPyConnection, _Source]:
        cursor, source = self._planned.pop(sql, (None, None))
        if cursor is None or source is None or source.schema != schema:
            source = _Source(schema)
            cursor = self._database.cursor()
            cursor.register("block", source)
            cursor.execute(f"PREPARE {_NAME} AS {sql}")
        self._planned[sql] = cursor, source  # the last one is the one used last
        if len(self._planned) > _MOST_STATEMENTS:
            self._planned.pop(next(iter(self._planned)))
        return cursor, source

    def close(self) -> None:
        """Let the cursors go, so that the database can."""
        self._planned.clear()
