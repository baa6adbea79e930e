"""The DuckDB behind one log: in memory up to a limit, beyond it in a temporary folder that goes with it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

MEMORY_LIMIT = "272MB"
_BATCH_LINES = 8192  # one Arrow batch is scanned by one thread: several keep all cores busy


class Database:
    """A connection for one log. ``cursor()`` gives each thread its own; all see the same tables."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="aidebug-"))
        self._open: duckdb.DuckDBPyConnection | None = duckdb.connect(
            config={
                "memory_limit": MEMORY_LIMIT,
                "temp_directory": str(self._folder),
                "autoinstall_known_extensions": False,  # nothing is ever fetched
                "autoload_known_extensions": False,
            }
        )
        self._connection.execute("SET enable_external_access = false")
        # An IN list of more than five values becomes a hash join, which loses the order of rows on which all is built.
        self._connection.execute("SET disabled_optimizers = 'in_clause'")

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            raise duckdb.ConnectionException("The log is closed.")
        return self._open

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self._connection.cursor()

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> duckdb.DuckDBPyConnection:
        """Run one statement on a cursor of its own."""
        return self.cursor().execute(sql, list(parameters))

    def column(self, sql: str, parameters: Sequence[object] = ()) -> NDArray[Any]:
        """Return the first column of a query, NULLs masked away to the type's default."""
        values = next(iter(self.execute(sql, parameters).fetchnumpy().values()))
        return np.ma.getdata(np.ma.asarray(values))

    def threads(self) -> int:
        """Return how many threads work on a statement."""
        return int(self.execute("SELECT current_setting('threads')").fetchall()[0][0])

    def interrupt(self) -> None:
        self._connection.interrupt()

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = None  # the binding complains at the end of the program of connections that somebody still holds
        shutil.rmtree(self._folder, ignore_errors=True)


class SchemaDatabase(Database):
    """A room of its own in another database: its tables may be called like those of others there."""

    def __init__(self, whole: Database, schema: str) -> None:
        self._whole = whole
        self._schema = schema
        whole.execute(f"CREATE SCHEMA {schema}")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        cursor = self._whole.cursor()
        cursor.execute(f"USE {self._schema}")
        return cursor

    def interrupt(self) -> None:
        self._whole.interrupt()

    def close(self) -> None:
        """Leave the tables: they go with the whole."""


def lines_table(
    data: NDArray[np.uint8],
    starts: NDArray[np.int32],
    codes: NDArray[np.uint8] | None = None,
    batch_lines: int = _BATCH_LINES,
) -> pa.Table:
    """Hand lines to DuckDB without a copy: column ``line`` and, if given, ``code``, in batches of so many lines."""
    count = len(starts) - 1
    text = pa.py_buffer(np.ascontiguousarray(data))
    names = ["line"] if codes is None else ["line", "code"]
    made = []
    for first in range(0, count, batch_lines):
        stop = min(count, first + batch_lines)
        offsets = pa.py_buffer(np.ascontiguousarray(starts[first : stop + 1]))
        columns = [pa.Array.from_buffers(pa.string(), stop - first, [None, offsets, text])]
        if codes is not None:
            values = pa.py_buffer(np.ascontiguousarray(codes[first:stop]))
            columns.append(pa.Array.from_buffers(pa.uint8(), stop - first, [None, values]))
        made.append(pa.RecordBatch.from_arrays(columns, names=names))
    types = [pa.field("line", pa.string()), pa.field("code", pa.uint8())][: len(names)]
    return pa.Table.from_batches(made, schema=pa.schema(types))


LINES = pa.schema([("line", pa.string())])


def lines_batch(data: NDArray[np.uint8], starts: NDArray[np.int32]) -> pa.RecordBatch:
    """Return lines as one Arrow batch of schema ``LINES``, without a copy."""
    buffers = [None, pa.py_buffer(starts), pa.py_buffer(data)]
    return pa.RecordBatch.from_arrays([pa.Array.from_buffers(pa.string(), len(starts) - 1, buffers)], schema=LINES)


def numbers_table(name: str, numbers: NDArray[np.int64]) -> pa.Table:
    """Hand record numbers to DuckDB as a table of one column (made from the buffer: ``pa.table`` imports pandas)."""
    values = pa.py_buffer(np.ascontiguousarray(numbers, dtype=np.int64))
    return pa.Table.from_arrays([pa.Array.from_buffers(pa.int64(), len(numbers), [None, values])], names=[name])
