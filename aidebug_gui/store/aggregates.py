"""Counts and orders over all records or a selection of them."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.database import Database, numbers_table
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.ingest import TABLE
from aidebug_gui.store.numbers import Numbers
from aidebug_gui.store.protocol import CancelToken, Histogram, Rows
from aidebug_gui.store.series import SeriesPyramid

if TYPE_CHECKING:
    import pandas as pd

_NO_TIME = np.iinfo(np.int64).min  # what numpy calls NaT


class Aggregates:
    """Answers about many records at once. ``selection`` None means all."""

    def __init__(self, database: Database, fields: Fields) -> None:
        self._database = database
        self._fields = fields
        self._numbers = Numbers(database)
        self._lock = threading.Lock()
        self._levels: Counter[int] = Counter()  # of the first records: of ``_counted`` many in ``_generation``
        self._counted = 0
        self._generation = -1

    def level_counts(self, selection: Rows | None) -> dict[int, int]:
        if selection is None:
            return self._all_levels()
        cursor, where = self._chosen(selection)
        return dict(
            cursor.execute(f"SELECT level, count(*) FROM {TABLE} {where} GROUP BY level ORDER BY level").fetchall()
        )

    def _all_levels(self) -> dict[int, int]:
        """Count the levels of all records; of those that were counted before only the last one may have changed."""
        with self._lock:
            if self._generation != self._fields.generation:
                self._levels, self._counted, self._generation = Counter(), 0, self._fields.generation
            count = int(self._database.execute(f"SELECT count(*) FROM {TABLE}").fetchall()[0][0])
            settled = max(self._counted, count - 1)
            self._levels += self._levels_between(self._counted, settled)
            self._counted = settled
            return dict(sorted((self._levels + self._levels_between(settled, count)).items()))

    def _levels_between(self, first: int, stop: int) -> Counter[int]:
        sql = f"SELECT level, count(*) FROM {TABLE} WHERE rowid >= ? AND rowid < ? GROUP BY level"
        return Counter(dict(self._database.execute(sql, [first, stop]).fetchall()))

    def values(self, field: str, selection: Rows | None, limit: int) -> list[tuple[str, int]]:
        table, column = self._fields.source(field)
        cursor, where = self._chosen(selection)
        sql = (
            f"SELECT {column}::VARCHAR AS v, count(*) AS n FROM {table} {where} GROUP BY v HAVING v IS NOT NULL "
            "ORDER BY n DESC, v LIMIT ?"
        )
        return cursor.execute(sql, [limit]).fetchall()

    def histogram(self, bins: int, selection: Rows | None, span: tuple[int, int]) -> Histogram:
        """Count records by time and level in ``bins`` equal parts of ``span`` (ns, both ends included)."""
        first, last = span
        width = max(1, -(-(last - first + 1) // bins))
        edges = first + np.arange(bins + 1, dtype=np.int64) * width
        cursor, where = self._chosen(selection)
        condition = f"{where} {'AND' if where else 'WHERE'}"
        found = cursor.execute(
            f"SELECT (time - ?) // ? AS bin, level, count(*) FROM {TABLE} {condition} time BETWEEN ? AND ? "
            "GROUP BY ALL",
            [first, width, first, last],
        ).fetchall()
        untimed = cursor.execute(f"SELECT count(*) FROM {TABLE} {condition} time IS NULL").fetchall()[0][0]
        levels = tuple(sorted({level for _, level, _ in found}))
        counts = np.zeros((bins, len(levels)), dtype=np.int64)
        for part, level, count in found:
            counts[part, levels.index(level)] = count
        return Histogram(edges, levels, counts, untimed)

    def sort(self, selection: Rows | None, field: str, *, descending: bool, cancel: CancelToken | None) -> Rows:
        """Return the selection ordered by a field, ties in log order, records without a value last."""
        cursor, where = self._chosen(selection)
        if field in ("line", "record"):
            sql = f"SELECT rowid AS row FROM {TABLE} {where} ORDER BY rowid {'DESC' if descending else 'ASC'}"
        else:
            table, column = self._fields.source(field, cancel)
            order = "DESC" if descending else "ASC"
            sql = f"SELECT rowid AS row FROM {table} {where} ORDER BY {column} {order} NULLS LAST, rowid"
        return np.asarray(cursor.execute(sql).fetchnumpy()["row"], dtype=np.int64)

    def series(self, field: str, *, by_time: bool, selection: Rows | None, cancel: CancelToken | None) -> SeriesPyramid:
        """Return the points of a numeric field over time, or over the record number."""
        table, column = self._fields.source(field, cancel)
        y = self._numbers.read(table, f"try_cast({column} AS DOUBLE)", self._fields.generation)
        if not by_time:
            if selection is None:
                return SeriesPyramid(np.arange(len(y), dtype=np.float64), y)
            rows = selection[selection < len(y)]
            return SeriesPyramid(rows.astype(np.float64), y[rows], rows)
        x = self._numbers.read(TABLE, "time::DOUBLE", self._fields.generation)  # ns; shared by all lanes
        common = min(len(x), len(y))
        chosen = None if selection is None else selection[selection < common]
        x, y = (x[:common], y[:common]) if chosen is None else (x[chosen], y[chosen])
        untimed = np.isnan(x)
        return SeriesPyramid(x, np.where(untimed, np.nan, y) if untimed.any() else y, chosen)

    def _chosen(self, selection: Rows | None) -> tuple[duckdb.DuckDBPyConnection, str]:
        """Return a cursor that knows the selection, and the WHERE clause for it."""
        cursor = self._database.cursor()
        if selection is None:
            return cursor, ""
        cursor.register("chosen", numbers_table("row", selection))
        return cursor, "WHERE rowid IN (SELECT row FROM chosen)"

    def arrays(self, selection: Rows | None, columns: Sequence[str]) -> dict[str, NDArray[Any]]:
        """Return columns as arrays with one element a record.

        ``time`` is datetime64[ns] (UTC), NaT where there is none; numbers are float64, NaN where there is none; all else
        is text, None where there is none.
        """
        found = {}
        for column in columns:
            table, name = self._fields.source(column)
            cursor, where = self._chosen(selection)
            values = np.ma.asarray(cursor.execute(f"SELECT {name} AS v FROM {table} {where}").fetchnumpy()["v"])
            if column == "time":
                found[column] = np.ma.filled(values.astype(np.int64), _NO_TIME).view("datetime64[ns]")
            elif values.dtype.kind in "biuf":
                found[column] = np.ma.filled(values.astype(np.float64), np.nan)
            else:
                found[column] = np.ma.filled(values.astype(object), None)
        return found

    def frame(self, selection: Rows | None, columns: Sequence[str]) -> pd.DataFrame:
        """Return columns as a pandas frame indexed by record number; times as UTC, empty where there is none."""
        import pandas as pd

        data = {}
        for column in columns:
            table, name = self._fields.source(column)
            cursor, where = self._chosen(selection)
            data[column] = cursor.execute(f"SELECT {name} AS v FROM {table} {where}").df()["v"]
        frame = pd.DataFrame(data)
        if selection is not None:
            frame.index = pd.Index(selection)
        if "time" in frame:
            frame["time"] = pd.to_datetime(frame["time"], unit="ns", utc=True)
        frame.index.name = "record"
        return frame
