"""The columns of a log as arrays, each fetched once, and what is folded out of them; of a log that grows only what came."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.analysis.folds import CHUNK, Folds
from aidebug_gui.analysis.growing_columns import GrowingColumns
from aidebug_gui.analysis.numbering import IdNumbers, Numbering, TextNumbers
from aidebug_gui.analysis.ranks import Ranks
from aidebug_gui.analysis.selected import Range
from aidebug_gui.analysis.texts import TextPass
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Field, Rows
from aidebug_gui.store.sql.quoting import quoted

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_LEAST_TIMED = 0.05  # share of records with a time; lines between them get the time of the one before
_NO_TIME = np.iinfo(np.int64).min
_FETCHED = 1 << 19  # records
_FEW_VALUES = 50
_LARGE = 200_000  # records
_REPEATED = 1.08  # records an id; the estimate is some per cent off

State = TypeVar("State")
Summary = TypeVar("Summary")


@dataclass(frozen=True, slots=True)
class Codes:
    """A text column as numbers: record i has ``values[code[i]]``; -1 where it has none.

    Of ids, which may be millions, only the numbers are kept.
    """

    code: NDArray[np.int32]
    dictionary: Any  # an Arrow array: ids may be millions, so only those that are shown become Python texts
    numbering: Hashable = ""  # the same as long as further values get further numbers

    def __len__(self) -> int:
        return len(self.dictionary)

    def value(self, code: int) -> str:
        return str(self.dictionary[code].as_py())

    def values(self) -> list[str]:
        found: list[str] = self.dictionary.to_pylist()
        return found


@dataclass(frozen=True, slots=True)
class _Times:
    """How many records have a time, the first and the last of them (-1: none), the earliest and the latest time."""

    count: int = 0
    first: int = -1
    last: int = -1
    low: int = 0
    high: int = 0


class Kept:
    """What is known of a log, for those who look at it when it has grown."""

    def __init__(self) -> None:
        self.columns = GrowingColumns()
        self.folds = Folds()
        self.few: dict[str, list[str]] = {}
        self.numbered: dict[str, tuple[Numbering, int]] = {}
        self.repeating: dict[str, tuple[bool, int]] = {}
        self.texts: TextPass | None = None
        self.read: dict[int, tuple[str, str, str]] = {}
        self.memory: dict[str, Any] = {}
        self.not_finite: dict[str, tuple[Rows, int]] = {}


class Columns:
    """Columns of the records that a log has when this is made; what is read later is left out."""

    def __init__(self, log: FileLog, cancel: CancelToken | None = None, earlier: Columns | None = None) -> None:
        """Take the records that the log has now; of those that ``earlier`` has seen settled nothing is read again."""
        state = log.state()
        self._log = log
        self.analytics = log.analytics
        self.records = state.records
        self._settled = state.settled
        self._grows = state.live
        self._kept: Kept = Kept() if earlier is None else earlier._kept  # noqa: SLF001 - its own
        self._cancel = cancel
        self._numbers: dict[str, Floats] = {}
        self._codes: dict[str, Codes] = {}
        self._no_numbers: dict[str, Rows] = {}

    @property
    def memory(self) -> dict[str, Any]:
        """What rules note for the next look, by their names. It must not change what they find."""
        return self._kept.memory

    def under(self, cancel: CancelToken | None) -> Self:
        """Return the same evidence, with what is computed by now, for a job that is cancelled by another token."""
        other = copy(self)
        other._cancel = cancel  # noqa: SLF001 - its own
        return other

    def check(self) -> None:
        """Raise Cancelled if that is asked for."""
        if self._cancel is not None:
            self._cancel.check()

    def has(self, *columns: str) -> bool:
        return all(column in self.analytics.columns for column in columns)

    def fold(
        self, name: str, initial: State, step: Callable[[State, slice], State], parameter: Hashable = None
    ) -> State:
        """Take all records into a state, chunk by chunk; see ``Folds.fold``."""

        def checked(state: State, at: slice) -> State:
            self.check()
            return step(state, at)

        return self._kept.folds.fold(name, initial, checked, (self.records, self._settled), parameter)

    @property
    def in_full_chunks(self) -> int:
        """How many records are in full chunks that stay as they are."""
        return min(self._settled, self.records) // CHUNK * CHUNK

    def each(self, name: str, summary: Callable[[slice], Summary], parameter: Hashable = None) -> tuple[Summary, ...]:
        """Return what is said of each chunk."""
        nothing: tuple[Summary, ...] = ()
        return self.fold(f"each: {name}", nothing, lambda known, at: (*known, summary(at)), parameter)

    def ranks(self, name: str, values: Callable[[slice], Floats], parameter: Hashable = None) -> Ranks:
        """Return the order statistics of numbers; ``values`` returns the finite ones of a chunk."""
        return Ranks(self.fold, name, values, parameter)

    @cached_property
    def _times(self) -> _Times:
        def step(known: _Times, at: slice) -> _Times:
            own = np.flatnonzero(self.timed[at])
            if not len(own):
                return known
            times = self._time[at][own]
            low, high = int(times.min()), int(times.max())
            first, last = at.start + int(own[0]), at.start + int(own[-1])
            if not known.count:
                return _Times(len(own), first, last, low, high)
            return _Times(known.count + len(own), known.first, last, min(low, known.low), max(high, known.high))

        return self.fold("times", _Times(), step)

    @cached_property
    def time(self) -> Ints:
        """Times in ns; the time of a record without one is that of the record before it."""
        times = self._times
        if times.count == self.records:
            return self._time
        return self._derived(f"times from {times.first}", np.int64, self._filled_forward)

    def _filled_forward(self, first: int, stop: int) -> Ints:
        begin = self._times.first
        if begin < 0:
            return np.zeros(stop - first, dtype=np.int64)
        before = max(begin, self.timed_before(first))
        known = np.where(self.timed[first:stop], np.arange(first, stop), before)
        return self._time[np.maximum.accumulate(known)]

    @cached_property
    def timed(self) -> Bools:
        """Which records have a time of their own."""
        time = self._time
        timed: Bools = self._derived("timed", np.bool_, lambda first, stop: time[first:stop] != _NO_TIME)
        return timed

    @property
    def timed_records(self) -> int:
        """How many records have a time of their own."""
        return self._times.count

    @property
    def first_timed(self) -> int:
        """The first record that has a time, -1 if none has."""
        return self._times.first

    @property
    def last_timed(self) -> int:
        return self._times.last

    def timed_before(self, record: int) -> int:
        """Return the last record before another that has a time, or the first one."""
        before = max(0, record - 1)
        while before and not self.timed[before]:
            before -= 1
        return before

    @property
    def time_range(self) -> Range:
        """The earliest and the latest time of all records that have one, zeros if none has."""
        return self._times.low, self._times.high

    @cached_property
    def holds_samples(self) -> bool:
        """Return whether records are samples of metrics (as of Prometheus): their status is a label, nothing failed."""
        names = {field.name for field in self.analytics.layout.fields}
        return {"metric", "value"} <= names or "__name__" in names

    @cached_property
    def has_times(self) -> bool:
        return self._times.count > _LEAST_TIMED * self.records

    @cached_property
    def _time(self) -> Ints:
        return self._column(f"coalesce(time, {_NO_TIME})", np.int64)

    @cached_property
    def level(self) -> NDArray[np.uint8]:
        return self._column("coalesce(level, 0)", np.uint8)

    def _column(self, expression: str, dtype: Any, name: str = "", table: str = "records") -> NDArray[Any]:  # noqa: ANN401
        """Return a column without NULLs, fetched some records at a time: at once it takes three times the memory.

        While the log is read anew there may be fewer than there were. ``name``: under which it is kept while the log
        grows, where the expression changes and what was read stays right.
        """
        name = name or expression
        begin = min(self._kept.columns.settled(name), self.records)
        values = np.empty(self.records - begin, dtype=dtype)
        sql = f"SELECT {expression} AS v FROM {table} WHERE rowid >= ? AND rowid < ?"
        for first in range(begin, self.records, _FETCHED):
            self.check()
            stop = min(self.records, first + _FETCHED)
            found = self.analytics.execute(sql, (first, stop)).fetchnumpy()["v"]
            if len(found) < stop - first:
                values = values[: first - begin]
                break
            values[first - begin : stop - begin] = found
        return self._added(name, begin, values)

    def _derived(self, name: str, dtype: Any, values: Callable[[int, int], NDArray[Any]]) -> NDArray[Any]:  # noqa: ANN401
        """Return a column that is made of others; ``values`` returns it from one record up to another."""
        begin = min(self._kept.columns.settled(name), self.records)
        return self._added(name, begin, np.asarray(values(begin, self.records), dtype=dtype))

    def _added(self, name: str, first: int, values: NDArray[Any]) -> NDArray[Any]:
        if not self._grows and not first:
            return values
        return self._kept.columns.put(name, first, values, self._settled)

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
        return self._not_finite("records", f'"{column}"')

    def _not_finite(self, table: str, column: str) -> Rows:
        name = f"{table}.{column}"
        if name in self._no_numbers:  # asked for with each chunk
            return self._no_numbers[name]
        rows, settled = self._kept.not_finite.get(name, (np.empty(0, dtype=np.int64), 0))
        if settled > self.records:
            rows, settled = rows[:0], 0
        sql = f"SELECT rowid AS v FROM {table} WHERE rowid >= ? AND rowid < ? AND NOT isfinite({column}::DOUBLE)"
        found = np.ma.getdata(self.analytics.execute(sql, (settled, self.records)).fetchnumpy()["v"])
        rows = np.append(rows, np.sort(found.astype(np.int64, copy=False)))
        if self._grows:
            kept = min(self._settled, self.records)
            self._kept.not_finite[name] = rows[: int(np.searchsorted(rows, kept))], kept
        self._no_numbers[name] = rows
        return rows

    def not_finite_field(self, name: str) -> Rows:
        """Return the records in which any numeric field is NaN or infinite; it is extracted first if need be."""
        table, column = self.source(name)
        return self._not_finite(table, column)

    def codes(self, column: str) -> Codes:
        """Return a category or id column as numbers."""
        if column not in self._codes:
            self.check()
            if CANONICAL[column].kind is Kind.ID:  # hashes take a quarter of the memory of the texts
                hashes = self.hashes(column)
                self._codes[column] = self._numbered(column, IdNumbers(), lambda first, stop: hashes[first:stop])
            else:
                few = None if column in self._kept.numbered else self._few_codes(column)
                self._codes[column] = few if few is not None else self._many_codes(column)
        return self._codes[column]

    def _few_codes(self, column: str) -> Codes | None:
        """Return a column of few values as numbers, None if it has many: asked by value, its texts need no memory."""
        known, name = self._kept.few.get(column, []), f"codes of {column}"
        settled = self._kept.columns.settled(name)
        sql = f'SELECT DISTINCT "{column}" FROM records WHERE "{column}" IS NOT NULL AND rowid >= ?'
        found = self.analytics.execute(f"{sql} ORDER BY 1 LIMIT {_FEW_VALUES + 1}", (settled,)).fetchall()
        values = list(dict.fromkeys((*known, *(str(value) for (value,) in found))))
        if len(values) > _FEW_VALUES:
            return None
        if self._grows:
            self._kept.few[column] = values
        listed = f"[{', '.join(map(quoted, values))}]::VARCHAR[]"
        expression = f'coalesce(list_position({listed}, "{column}"), 0) - 1'
        return Codes(self._column(expression, np.int32, name), pa.array(values, pa.string()), "few")

    def _many_codes(self, field: str) -> Codes:
        def texts(first: int, stop: int) -> pa.Array:
            return self.analytics.field_texts(field, first, min(stop, self.records), self._cancel)

        return self._numbered(field, TextNumbers(), texts)

    def _numbered(self, column: str, nothing: Numbering, values: Callable[[int, int], Any]) -> Codes:
        """Number the values that came; ``values`` returns those from one record up to another."""
        name = f"numbers of values of {column}"
        settled = min(self._settled, self.records) if self._grows else 0
        known, begin = self._kept.numbered.get(column, (nothing, 0))
        if begin > min(settled, self._kept.columns.settled(name)):
            known, begin = nothing, 0
        parts = [np.empty(0, dtype=np.int32)]
        numbers = at_settled = known
        for first, stop in ((begin, settled), (settled, self.records)):
            if stop > first:
                numbers, code = numbers.add(values(first, stop))
                parts.append(code)
            if stop == settled:
                at_settled = numbers
        code = self._added(name, begin, np.concatenate(parts))
        if self._grows:
            self._kept.numbered[column] = at_settled, settled
        return Codes(code, numbers.dictionary, numbers.basis)

    def hashes(self, column: str) -> NDArray[np.uint64]:
        """Return a hash of each record's value, 0 for none."""
        return self._column(f'CASE WHEN "{column}" IS NULL THEN 0 ELSE hash("{column}") END', np.uint64)

    def ids_of_texts(self, name: str, expression: str) -> Codes:
        """Return ids that are read from the records' texts as numbers; ``expression``: SQL for a hash, 0 for none."""

        def hashes(first: int, stop: int) -> NDArray[np.uint64]:
            found = np.zeros(stop - first, dtype=np.uint64)
            for begin, table in self.analytics.texts({"id": expression}, first, stop, self._cancel):
                part = table["id"].to_numpy()
                found[begin - first : begin - first + len(part)] = part
            return found

        if name not in self._codes:
            self._codes[name] = self._numbered(name, IdNumbers(), hashes)
        return self._codes[name]

    def derived_of_texts(
        self, name: str, kind: np.dtype[Any], reading: object, value: Callable[[str], Any]
    ) -> NDArray[Any]:
        """Return what ``value`` makes of the first 400 characters of each message; made anew with another ``reading``."""
        if self.memory.get(name) is not reading:
            self._kept.columns.forget((name,))
        self.memory[name] = reading

        def values(first: int, stop: int) -> NDArray[Any]:
            found = np.zeros(stop - first, dtype=kind)
            for begin, table in self.analytics.texts(
                {"said": "coalesce(message[:400], '')"}, first, stop, self._cancel
            ):
                for place, text in enumerate(table["said"].to_pylist(), begin - first):
                    found[place] = value(text)
            return found

        return self._derived(name, kind, values)

    def code_counts(self, column: str) -> Ints:
        """Return how many records have each value of a category, by its number."""
        codes = self.codes(column)

        def step(known: Ints, at: slice) -> Ints:
            code = codes.code[at]
            counts = np.bincount(code[code >= 0], minlength=len(codes))
            counts[: len(known)] += known
            return counts

        counts = self.fold(f"counts of {column}", np.zeros(0, dtype=np.int64), step, codes.numbering)
        return np.append(counts, np.zeros(len(codes) - len(counts), dtype=np.int64))

    def repeats(self, column: str) -> bool:
        """Return whether several records share an id; in a large log by an estimate, as telling them apart takes long.

        Of a log that grows the estimate is made again when it is a tenth longer.
        """
        if not self.has(column) or self.records < _LARGE:
            return self.has(column)
        answer, counted = self._kept.repeating.get(column, (False, 0))
        if not counted or self.records > 1.1 * counted:
            sql = f'SELECT count("{column}"), approx_count_distinct("{column}") FROM records'
            count, distinct = self.analytics.execute(sql).fetchall()[0]
            answer = bool(count > _REPEATED * distinct)
            self._kept.repeating[column] = answer, self.records
        return answer

    def fields(self) -> list[Field]:
        """Return the fields of the log, see ``LogStore.fields``."""
        return self._log.fields()

    def source(self, field: str) -> tuple[str, str]:
        """Return (table, quoted column) of any field; one that is not stored is extracted first."""
        return self.analytics.source(field, self._cancel)

    def field_codes(self, field: str) -> Codes:
        """Return any field's texts as numbers; it is extracted first if need be."""
        if field in CANONICAL:
            return self.codes(field)
        if field not in self._codes:
            self._codes[field] = self._many_codes(field)
        return self._codes[field]
