"""The columns of a log as arrays, each fetched once, and the findings that rules make of them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.explanations import Explanation, explanations
from aidebug_gui.analysis.findings.finding import Finding, Severity, capped
from aidebug_gui.analysis.formatting import clock
from aidebug_gui.analysis.texts import SeenTexts, TextPass, read_texts
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Field, Rows
from aidebug_gui.store.sql.quoting import quoted
from aidebug_gui.translatable import Text, translatable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_LEAST_TIMED = 0.05  # share of records with a time; lines between them get the time of the one before
_NO_TIME = np.iinfo(np.int64).min
_FETCHED = 1 << 19  # records
_FEW_VALUES = 50
_LARGE = 200_000  # records
_REPEATED = 1.08  # records an id; the estimate is some per cent off
DAY_NS = 86_400 * 1_000_000_000


@dataclass(frozen=True, slots=True)
class Codes:
    """A text column as numbers: record i has ``values[code[i]]``; -1 where it has none.

    Of ids, which may be millions, only the numbers are kept.
    """

    code: NDArray[np.int32]
    dictionary: Any  # an Arrow array: ids may be millions, so only those that are shown become Python texts

    def __len__(self) -> int:
        return len(self.dictionary)

    def value(self, code: int) -> str:
        return str(self.dictionary[code].as_py())

    def values(self) -> list[str]:
        found: list[str] = self.dictionary.to_pylist()
        return found


class Evidence:
    """Columns of the records that a log has when this is made; what is read later is left out."""

    def __init__(self, log: FileLog, cancel: CancelToken | None = None, earlier: Evidence | None = None) -> None:
        """Take the records that the log has now; of those that ``earlier`` has seen settled nothing is read again."""
        state = log.state()
        self._log = log
        self.analytics = log.analytics
        self.records = state.records
        self._settled = state.settled
        self._grows = state.live
        self._seen: dict[str, tuple[NDArray[Any], int]] = dict(earlier._seen) if earlier is not None else {}  # noqa: SLF001 - its own
        self._few: dict[str, list[str]] = dict(earlier._few) if earlier is not None else {}  # noqa: SLF001
        self._repeating: dict[str, tuple[bool, int]] = dict(earlier._repeating) if earlier is not None else {}  # noqa: SLF001
        self._seen_texts: list[SeenTexts] = list(earlier._seen_texts) if earlier is not None else []  # noqa: SLF001
        self._cancel = cancel
        self._numbers: dict[str, Floats] = {}
        self._codes: dict[str, Codes] = {}

    def under(self, cancel: CancelToken | None) -> Evidence:
        """Return the same evidence, with what is computed by now, for a job that is cancelled by another token."""
        other = copy(self)
        other._cancel = cancel  # noqa: SLF001 - its own
        return other

    def forget(self) -> None:
        """Let go of what takes much memory and can be had again: texts, numbers and codes; times and levels stay.

        Of a log that grows numbers and texts (of each record the number of its shape) are kept: they would be read
        again and again.
        """
        self._numbers, self._codes = {}, {}
        self.__dict__.pop("scored", None)
        self.forget_texts()

    def forget_texts(self) -> None:
        """Let go of the texts alone."""
        self.__dict__.pop("texts", None)

    def check(self) -> None:
        """Raise Cancelled if that is asked for."""
        if self._cancel is not None:
            self._cancel.check()

    def has(self, *columns: str) -> bool:
        return all(column in self.analytics.columns for column in columns)

    @cached_property
    def texts(self) -> TextPass:
        """The one pass over the text of all records."""
        earlier = self._seen_texts[-1] if self._seen_texts else None
        found = read_texts(self.analytics, self.records, self._cancel, earlier)
        if self._grows:
            self._seen_texts[:] = [SeenTexts(found, min(self._settled, self.records))]
        return found

    @cached_property
    def time(self) -> Ints:
        """Times in ns; the time of a record without one is that of the record before it."""
        return _filled_forward(self._time, self.timed)

    @cached_property
    def timed(self) -> Bools:
        """Which records have a time of their own."""
        timed: Bools = self._time != _NO_TIME
        return timed

    @cached_property
    def holds_samples(self) -> bool:
        """Tell whether records are samples of metrics (as of Prometheus): their status is a label, nothing failed."""
        names = {field.name for field in self.analytics.layout.fields}
        return {"metric", "value"} <= names or "__name__" in names

    @cached_property
    def has_times(self) -> bool:
        return bool(len(self.timed)) and float(self.timed.mean()) > _LEAST_TIMED

    @cached_property
    def _time(self) -> Ints:
        return self._column(f"coalesce(time, {_NO_TIME})", np.int64)

    @cached_property
    def level(self) -> NDArray[np.uint8]:
        return self._column("coalesce(level, 0)", np.uint8)

    @cached_property
    def failed(self) -> Bools:
        """Records at ERROR or above."""
        failed: Bools = self.level >= Level.ERROR
        return failed

    def read(self, record: int) -> tuple[str, str]:
        """Return (message, error text and traceback) of one record, as they stand in the log."""
        found = self._log.record(int(record), max_bytes=20_000)
        error = str(found.values.get("error") or "")
        return found.message, "\n".join(text for text in (error, found.traceback) if text)

    def _column(self, expression: str, dtype: Any, name: str = "", table: str = "records") -> NDArray[Any]:  # noqa: ANN401
        """Return a column without NULLs, fetched some records at a time: at once it takes three times the memory.

        While the log is read anew there may be fewer than there were. ``name``: under which it is kept while the log
        grows, where the expression changes and what was read stays right.
        """
        name = name or expression
        values = np.empty(self.records, dtype=dtype)
        seen, settled = self._seen.get(name, (values, 0))
        begin = min(settled, self.records)
        values[:begin] = seen[:begin]
        sql = f"SELECT {expression} AS v FROM {table} WHERE rowid >= ? AND rowid < ?"
        for first in range(begin, self.records, _FETCHED):
            self.check()
            stop = min(self.records, first + _FETCHED)
            found = self.analytics.execute(sql, (first, stop)).fetchnumpy()["v"]
            if len(found) < stop - first:
                return values[:first]
            values[first:stop] = found
        if self._grows:
            self._seen[name] = values, min(self._settled, self.records)
        return values

    def numbers(self, column: str) -> Floats:
        """Return the numbers of any field, NaN where a record has none. See ``not_finite`` for real NaNs."""
        if column not in self._numbers:
            if self.has(column):
                self._numbers[column] = self._column(f"coalesce(\"{column}\", 'nan'::DOUBLE)", np.float64)
            elif column in CANONICAL:
                self._numbers[column] = np.full(self.records, np.nan)
            else:
                table, value = self.source(column)
                expression = f"coalesce(try_cast({value} AS DOUBLE), 'nan'::DOUBLE)"
                self._numbers[column] = self._column(expression, np.float64, f"numbers of {column}", table)
        return self._numbers[column]

    def not_finite(self, column: str) -> Rows:
        """Return the records whose value is NaN or infinite."""
        if not self.has(column):
            return np.empty(0, dtype=np.int64)
        name = f"not finite {column}"
        seen, settled = self._seen.get(name, (np.empty(0, dtype=np.int64), 0))
        seen = seen[: int(np.searchsorted(seen, min(settled, self.records)))]
        rows = np.append(seen, self.where(f'NOT isfinite("{column}") AND rowid >= ?', (settled,)))
        if self._grows:
            self._seen[name] = rows, min(self._settled, self.records)
        return rows

    @cached_property
    def scored(self) -> tuple[Rows, Floats]:
        """The records with a finite score, and their scores."""
        score = self.numbers("score")
        rows = np.flatnonzero(np.isfinite(score)).astype(np.int64)
        return rows, score if len(rows) == len(score) else score[rows]  # without a copy where all have one

    def not_finite_field(self, name: str) -> Rows:
        """Return the records in which any numeric field is NaN or infinite; it is extracted first if need be."""
        table, column = self.source(name)
        sql = f"SELECT rowid AS v FROM {table} WHERE NOT isfinite({column}::DOUBLE)"
        found = np.sort(np.asarray(self.analytics.execute(sql).fetchnumpy()["v"], dtype=np.int64))
        return found[: int(np.searchsorted(found, self.records))]

    def where(self, condition: str, parameters: tuple[object, ...] = ()) -> Rows:
        """Return the records for which an SQL condition holds, ascending."""
        self.check()
        sql = f"SELECT rowid AS v FROM records WHERE {condition}"
        found = self.analytics.execute(sql, parameters).fetchnumpy()["v"]
        rows = np.sort(np.ma.getdata(found).astype(np.int64, copy=False))
        return rows[: int(np.searchsorted(rows, self.records))]

    def codes(self, column: str) -> Codes:
        """Return a category or id column as numbers."""
        if column not in self._codes:
            self.check()
            if CANONICAL[column].kind is Kind.ID:
                self._codes[column] = self._id_codes(column)
            else:
                few = self._few_codes(column)
                self._codes[column] = few if few is not None else self._many_codes(column)
        return self._codes[column]

    def _few_codes(self, column: str) -> Codes | None:
        """Return a column of few values as numbers, None if it has many: asked by value, its texts need no memory."""
        known, name = self._few.get(column, []), f"codes of {column}"
        _, settled = self._seen.get(name, (None, 0))
        sql = f'SELECT DISTINCT "{column}" FROM records WHERE "{column}" IS NOT NULL AND rowid >= ?'
        found = self.analytics.execute(f"{sql} ORDER BY 1 LIMIT {_FEW_VALUES + 1}", (settled,)).fetchall()
        values = list(dict.fromkeys((*known, *(str(value) for (value,) in found))))
        if len(values) > _FEW_VALUES:
            return None
        if self._grows:
            self._few[column] = values
        listed = f"[{', '.join(map(quoted, values))}]::VARCHAR[]"
        expression = f'coalesce(list_position({listed}, "{column}"), 0) - 1'
        return Codes(self._column(expression, np.int32, name), pa.array(values, pa.string()))

    def _many_codes(self, column: str) -> Codes:
        encoded = self.analytics.column(column)[: self.records].dictionary_encode()
        return Codes(np.asarray(encoded.indices.fill_null(-1).to_numpy(), dtype=np.int32), encoded.dictionary)

    def _id_codes(self, column: str) -> Codes:
        """Return ids as numbers by their hashes, which take a quarter of the memory of the texts; 0 is no id's."""
        hashes = self._column(f'CASE WHEN "{column}" IS NULL THEN 0 ELSE hash("{column}") END', np.uint64)
        known, code = np.unique(hashes, return_inverse=True)
        has_none = int(len(known) > 0 and known[0] == 0)
        return Codes((code.reshape(-1) - has_none).astype(np.int32), range(len(known) - has_none))

    def repeats(self, column: str) -> bool:
        """Tell whether several records share an id; in a large log by an estimate, as telling them apart takes long.

        Of a log that grows the estimate is made again when it is a tenth longer.
        """
        if not self.has(column) or self.records < _LARGE:
            return self.has(column)
        answer, counted = self._repeating.get(column, (False, 0))
        if not counted or self.records > 1.1 * counted:
            sql = f'SELECT count("{column}"), approx_count_distinct("{column}") FROM records'
            count, distinct = self.analytics.execute(sql).fetchall()[0]
            answer = bool(count > _REPEATED * distinct)
            self._repeating[column] = answer, self.records
        return answer

    def fields(self) -> list[Field]:
        """Return the fields of the log, see ``LogStore.fields``."""
        return self._log.fields()

    def source(self, field: str) -> tuple[str, str]:
        """Return (table, quoted column) of any field; one that is not stored is extracted first."""
        return self.analytics.source(field, self._cancel)

    def field_codes(self, name: str) -> NDArray[np.int32]:
        """Return any field as numbers that tell its values apart; it is extracted first if need be."""
        table, column = self.source(name)
        sql = f"SELECT dense_rank() OVER (ORDER BY {column}) AS v, rowid FROM {table} ORDER BY rowid"
        return np.asarray(self.analytics.execute(sql).fetchnumpy()["v"], dtype=np.int32)[: self.records]

    @cached_property
    def spans_days(self) -> bool:
        own = self.time[self.timed]
        return bool(len(own)) and int(own.max() - own.min()) > DAY_NS

    def clock(self, time_ns: int) -> str:
        return clock(int(time_ns), date=self.spans_days)

    def at(self, record: int) -> Text:
        """Return " at 12:03:11" for a record, nothing where the log has no times."""
        return self._at(int(self.time[record])) if self.has_times else Text("")

    def _at(self, time_ns: int) -> Text:
        return translatable(" at {time}", time=self.clock(time_ns))

    def between(self, rows: Rows) -> Text:
        """Return " between 12:03:11 and 12:09:40" for records, " at ..." for one moment."""
        if not self.has_times or not len(rows):
            return Text("")
        begin, end = int(self.time[rows].min()), int(self.time[rows].max())
        first, last = self.clock(begin), self.clock(end)
        return self._at(begin) if first == last else translatable(" between {first} and {last}", first=first, last=last)

    def union(self, parts: Sequence[Rows]) -> Rows:
        """Return the records of all parts, ascending, each once."""
        filled = [rows for rows in parts if len(rows)]
        if len(filled) == 1 and bool((filled[0][1:] > filled[0][:-1]).all()):
            return filled[0]
        inside = np.zeros(self.records, dtype=np.bool_)  # sorting takes several times as long
        for rows in filled:
            inside[rows] = True
        return np.flatnonzero(inside).astype(np.int64)

    def finding(
        self,
        kind: str,
        sentence: Text,
        *,
        rows: Rows,
        count: int | None = None,
        subject: str = "",
        severity: Severity | None = None,
        explanation: Explanation | None = None,
    ) -> Finding:
        """Make a finding; its times are those of its records.

        ``explanation``: what it means, by default that of its kind; ``severity``: if other than it is there.
        """
        meaning = explanation or explanations()[kind]
        title = Text(meaning.title, sentence.values)
        rows = self.union([np.asarray(rows, dtype=np.int64)])
        own = self.time[rows[self.timed[rows]]] if len(rows) and self.has_times else np.empty(0, dtype=np.int64)
        first, last = (int(own.min()), int(own.max())) if len(own) else (None, None)
        total = len(rows) if count is None else count
        return Finding(
            kind,
            meaning.severity if severity is None else severity,
            title,
            sentence,
            meaning.cause,
            meaning.fix,
            capped(rows),
            total,
            first,
            last,
            subject,
        )


def _filled_forward(values: Ints, is_known: Bools) -> Ints:
    known = np.flatnonzero(is_known)
    if not len(known):
        return np.zeros(len(values), dtype=np.int64)
    if len(known) == len(values):
        return values
    position = np.clip(np.searchsorted(known, np.arange(len(values)), side="right") - 1, 0, None)
    return values[known[position]]
