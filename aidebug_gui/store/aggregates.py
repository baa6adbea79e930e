"""Counts and orders over all records or a selection of them."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.database import Database, numbers_table
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.growing_counts import Counts, GrowingCounts
from aidebug_gui.store.growing_series import AllSeries
from aidebug_gui.store.not_finite import NotFinite, stretches
from aidebug_gui.store.numbers import Numbers
from aidebug_gui.store.protocol import CancelToken, Histogram, Rows
from aidebug_gui.store.reading.ingest import TABLE
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
        self._counts = GrowingCounts(database, lambda: fields.generation)
        self._series = AllSeries()
        self._not_finite = NotFinite(database)

    def level_counts(self, selection: Rows | None) -> dict[int, int]:
        found: Counts = self._counts.counts(TABLE, "level", selection) or Counter()
        return {level: count for (level,), count in sorted(found.items()) if isinstance(level, int)}

    def values(self, field: str, selection: Rows | None, limit: int) -> list[tuple[str, int]]:
        table, column = self._fields.source(field)
        has_few = self._fields.kind(field) not in (Kind.ID, Kind.TEXT)
        counts = self._counts.counts(table, f"{column}::VARCHAR AS v", selection) if has_few else None
        if counts is not None:
            found = ((str(value), count) for (value,), count in counts.items() if value is not None)
            return heapq.nsmallest(limit, found, key=_most_frequent)
        cursor, where = self._chosen(selection)
        sql = (
            f"SELECT {column}::VARCHAR AS v, count(*) AS n FROM {table} {where} GROUP BY v HAVING v IS NOT NULL "
            "ORDER BY n DESC, v LIMIT ?"
        )
        return cursor.execute(sql, [limit]).fetchall()

    def histogram(
        self, bins: int, selection: Rows | None, span: tuple[int, int], whole: tuple[int, int] | None
    ) -> Histogram:
        """Count records by time and level in ``bins`` equal parts of ``span`` (ns, both ends included).

        ``whole``: the first and last time of the log. Where all of it is counted, only what came since is looked at.
        """
        first, last = span
        width = max(1, -(-(last - first + 1) // bins))
        edges = first + np.arange(bins + 1, dtype=np.int64) * width
        is_all = whole is not None and first <= whole[0] and whole[1] <= last
        by_bin = self._all_by_time(first, width, selection) if is_all else None
        if by_bin is None:
            by_bin = self._by_time(first, last, width, selection)
        found = {(part, level): count for (part, level), count in by_bin.items() if part < bins}
        untimed = (self._counts.counts(TABLE, "time IS NULL", selection) or Counter())[(True,)]
        levels = tuple(sorted({level for _, level in found}))
        counts = np.zeros((bins, len(levels)), dtype=np.int64)
        for (part, level), count in found.items():
            counts[part, levels.index(level)] = count
        return Histogram(edges, levels, counts, untimed)

    def _by_time(self, first: int, last: int, width: int, selection: Rows | None) -> dict[tuple[int, int], int]:
        """Count the records of a span by (bin, level)."""
        cursor, where = self._chosen(selection)
        found = cursor.execute(
            f"SELECT (time - ?) // ? AS bin, level, count(*) FROM {TABLE} {where} {'AND' if where else 'WHERE'} "
            "time BETWEEN ? AND ? GROUP BY ALL",
            [first, width, first, last],
        ).fetchall()
        return {(part, level): count for part, level, count in found}

    def _all_by_time(self, first: int, width: int, selection: Rows | None) -> dict[tuple[int, int], int] | None:
        """Count all records by (bin, level), None if the bins are too many.

        Bins that begin at multiples of round steps stay what they are while the log grows.
        """
        begins = first % width
        counts = self._counts.counts(TABLE, f"(time - {begins}) // {width} AS bin, level", selection)
        if counts is None:
            return None
        skipped = (first - begins) // width
        return {
            (bin_ - skipped, level): count
            for (bin_, level), count in counts.items()
            if isinstance(bin_, int) and isinstance(level, int) and bin_ >= skipped
        }

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
        generation = self._fields.generation
        table, column = self._fields.source(field, cancel)
        number = f"try_cast({column} AS DOUBLE)"
        x, y = None, self._numbers.read(table, number, generation)
        if by_time:
            times = self._numbers.read(TABLE, "time::DOUBLE", generation, exact=True)  # ns; shared by all lanes
            common = min(len(times), len(y))
            x, y = np.asarray(times, dtype=np.float64)[:common], y[:common]
        pyramid = self._series.pyramid(field, generation, x, y, selection)
        if pyramid.size < (len(y) if selection is None else len(selection)):
            rows, infinite = self._not_finite.read(table, number, generation, len(y))
            if selection is not None:
                chosen = np.searchsorted(selection, rows, side="right") > np.searchsorted(selection, rows)
                rows, infinite = rows[chosen], infinite[chosen]
            places = rows.astype(np.float64) if x is None else x[rows]
            pyramid.not_finite = stretches(pyramid.x, places, rows, infinite)
        return pyramid

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


def _most_frequent(value_and_count: tuple[str, int]) -> tuple[int, str]:
    return -value_and_count[1], value_and_count[0]
