"""The table of a merged log: the rows of the files' tables, copied in the order of the merged records.

A sort in the database took 5.9 s for 3.2 million records of eleven columns; copying stretch by stretch takes half.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.store.database import Database, numbers_table
from aidebug_gui.store.merging.order import Integers, Order
from aidebug_gui.store.merging.parts import ORIGIN, SOURCE, Part
from aidebug_gui.store.reading.few_lines import array_of
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.store.sql.quoting import identifier, quoted

MERGED = "merged"
STRETCH = 1 << 18  # records
Newest: TypeAlias = Callable[[int, int, int], pa.Table | None]
"""Returns the rows [first, stop) of a file if they are still in memory: file, first, stop."""
_SCATTERED = 4  # rows of a file are read as one range if it is at most so many times larger than what is needed


def _none_kept(file: int, first: int, stop: int) -> pa.Table | None:
    return None


def fill_table(database: Database, projection: Projection, parts: Sequence[Part], order: Order) -> None:
    """Make the table ``merged`` with the columns of ``projection``, one row a record, in order."""
    database.execute(projection.create_table(MERGED))
    add_rows(database, MERGED, projection, parts, order.part, order.row)


def add_rows(
    database: Database,
    target: str,
    projection: Projection,
    parts: Sequence[Part],
    part: NDArray[np.uint16],
    row: Integers,
) -> None:
    """Append the records ``row[i]`` of files ``part[i]`` to a table that has the columns of ``projection``."""
    selects = {file: select_rows(parts[file], projection) for file in np.unique(part).tolist()}
    columns = ", ".join(map(identifier, projection.columns))
    insert = f"INSERT INTO {target} ({columns}) SELECT {columns}"
    copy_rows(database, insert, selects, part, row, partial(_newest, parts, projection))


def _newest(parts: Sequence[Part], projection: Projection, file: int, low: int, high: int) -> pa.Table | None:
    """Return the rows [low, high) of a file as ``select_rows`` does, without reading them back; None if that cannot be."""
    part = parts[file]
    rows = part.newest_rows(low, high)
    if rows is None or part.shift_ns:
        return None
    columns = []
    for name, kind in projection.columns.items():
        own = SOURCE if name == ORIGIN else name
        if name == SOURCE:
            columns.append(array_of([part.name] * (high - low), kind))
        elif own in rows.column_names:
            columns.append(rows.column(own))
        else:
            columns.append(array_of([None] * (high - low), kind))
    return pa.Table.from_arrays(columns, names=list(projection.columns))


def copy_rows(
    database: Database,
    insert: str,
    selects: Mapping[int, str],
    part: NDArray[np.uint16],
    row: Integers,
    newest: Newest = _none_kept,
) -> None:
    """Append rows of some tables to one, in the order that is asked for.

    ``insert``: SQL up to its FROM. ``selects``: SQL for the rows of each file, without its end (WHERE). ``newest``: what
    need not be read.
    """
    cursor = database.cursor()
    for first in range(0, len(row), STRETCH):
        _copy(cursor, insert, selects, part[first : first + STRETCH], row[first : first + STRETCH], newest)


def _copy(
    cursor: duckdb.DuckDBPyConnection,
    insert: str,
    selects: Mapping[int, str],
    part: NDArray[np.uint16],
    row: Integers,
    newest: Newest,
) -> None:
    files = np.unique(part).tolist()
    if len(files) == 1 and bool(np.all(np.diff(row) == 1)):  # a log that was rotated: one file after the other
        low, high = int(row[0]), int(row[-1]) + 1
        cursor.execute(f"{insert} FROM ({selects[files[0]]} WHERE rowid >= {low} AND rowid < {high})")
        return
    tables, position, count = [], np.empty(len(row), dtype=np.int64), 0
    for file in files:
        mine = np.flatnonzero(part == file)
        rows = row[mine]
        low, high = int(rows.min()), int(rows.max()) + 1
        if high - low <= _SCATTERED * len(rows):
            table = newest(file, low, high)
            if table is None:
                sql = f"{selects[file]} WHERE rowid >= {low} AND rowid < {high} ORDER BY rowid"
                table = cursor.sql(sql).to_arrow_table()
            position[mine] = count + rows - low
        else:
            cursor.register("wanted", numbers_table("row", rows))
            sql = f"{selects[file]} WHERE rowid IN (SELECT row FROM wanted) ORDER BY rowid"
            table = cursor.sql(sql).to_arrow_table()
            position[mine] = count + np.argsort(np.argsort(rows))
        tables.append(table)
        count += tables[-1].num_rows
    places = pa.Array.from_buffers(pa.int64(), len(position), [None, pa.py_buffer(position)])
    cursor.register("stretch", pa.concat_tables(tables).take(places))
    cursor.execute(f"{insert} FROM stretch")
    cursor.unregister("stretch")


def select_rows(part: Part, projection: Projection) -> str:
    """Return SQL for a file's rows with the columns of the merged table, without its end (WHERE)."""
    own = part.ingest.projection.columns
    columns = []
    for name, kind in projection.columns.items():
        if name == SOURCE:
            columns.append(f"{quoted(part.name)} AS {SOURCE}")
        elif name == ORIGIN:
            columns.append(f"{SOURCE if SOURCE in own else 'CAST(NULL AS VARCHAR)'} AS {ORIGIN}")
        elif name == "time":
            columns.append(f"time + {part.shift_ns} AS time")
        else:
            columns.append(f"{identifier(name) if name in own else f'CAST(NULL AS {kind})'} AS {identifier(name)}")
    return f"SELECT {', '.join(columns)} FROM {part.schema}.{TABLE}"
