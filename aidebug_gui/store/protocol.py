"""What the window may ask of a log. The engine behind it can change; nothing here knows of files, DuckDB or Qt.

All calls are thread-safe and block until answered: the window makes them from background jobs, except the few that
are marked *instant* (no I/O, bounded time). Records are numbered from 0 in the order of the log; a *selection* is a
sorted int64 array of record numbers, ``None`` meaning all records.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import FieldSample, Flag
from aidebug_gui.sources.events import EventKind
from aidebug_gui.store.zone import Clock, Zone

if TYPE_CHECKING:
    import pandas as pd

Rows: TypeAlias = NDArray[np.int64]


class Cancelled(Exception):
    """The caller set the cancel event; nothing was changed."""


class CancelToken:
    """A flag that long calls look at; ``check()`` raises :class:`Cancelled` once ``cancel()`` was called."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        if self._event.is_set():
            raise Cancelled


@dataclass(frozen=True, slots=True)
class StoreState:
    """How far the log is read, and its accounts: ``records + continuation + blank == lines``."""

    bytes_total: int = 0
    bytes_read: int = 0
    lines: int = 0
    records: int = 0
    continuation: int = 0
    blank: int = 0
    not_understood: int = 0  # records that no format claims
    formats: Mapping[str, int] = field(default_factory=dict)  # format title -> records
    complete: bool = False  # everything that is in the file now is read
    live: bool = False  # the log may still grow: ``complete`` then comes and goes
    cancelled: bool = False
    error: str = ""  # what went wrong while reading, in words, empty if nothing
    notice: str = ""  # something to tell: the file shrank, was replaced ...
    provisional: bool = False  # the records will be renumbered when more is read
    generation: int = 0  # counts up when all records were renumbered: what was known of a number is void

    @property
    def settled(self) -> int:
        """How many records stay as they are. The last one may get more lines, or be a line that is half written."""
        if self.provisional:
            return 0
        return max(0, self.records - 1) if self.live or not (self.complete or self.cancelled) else self.records


@dataclass(frozen=True, slots=True)
class LogEvent:
    """Something that happened to a log's source while it was followed, see ``SourceEvent`` for the kinds.

    ``text`` says it in words. The records from ``record`` on came after it (as many as there are, while none did).
    ``time_ns``: when it was noticed.
    """

    kind: EventKind
    text: str
    record: int
    time_ns: int


@dataclass(frozen=True, slots=True)
class MergedFile:
    """A file of a merged log. ``shift_ns`` is added to its times; ``records``: how many it has so far."""

    name: str
    path: Path
    shift_ns: int
    records: int


@dataclass(frozen=True, slots=True)
class Field:
    """A column that can be shown, filtered, counted or plotted: canonical, or any field found in the log."""

    name: str  # what the filter language calls it: "score", "output.confidence"
    title: str
    kind: Kind
    unit: str = ""
    canonical: bool = False
    fill: float = 1.0  # share of sampled records with a value
    origin: str = ""  # for a canonical column: the log's own name(s) of it, "confidence"
    leading: bool = False  # belongs to the columns that are shown first
    distinct: int = 0  # different values in the sample, 0 where that is not known
    composed: bool = False  # no key of the log holds it: each record's is made of its other fields


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, ready to paint. ``cells`` follows the asked columns; None where the record has no value.

    A cell is int (time in ns, level number), float (numbers) or str (all else, one line, elided to 500 characters).
    """

    record: int
    line: int  # 1-based number of its first line in the file
    level: int
    flags: Flag
    cells: tuple[object, ...]
    line_count: int = 1  # lines of the file that it spans, for the mark of folded records


@dataclass(frozen=True, slots=True)
class Record:
    """One whole record for the record pane and for export."""

    record: int
    line: int
    line_count: int
    format: str
    level: int
    time_ns: int | None
    flags: Flag
    values: Mapping[str, object]  # canonical columns
    fields: Mapping[str, object]  # the JSON object as parsed, or key=value pairs
    message: str
    traceback: str  # continuation lines, or the exception text of a JSON record
    raw: str  # exact text; damaged bytes as U+FFFD; long ones cut, see ``raw_bytes``
    raw_bytes: int
    is_json: bool = False  # ``raw`` is JSON, whatever ``format`` calls it


@dataclass(frozen=True, slots=True)
class Histogram:
    """Records over time by level. ``edges`` (ns) has one element more than ``counts`` has rows.

    ``counts[bin, k]`` belongs to ``levels[k]``. ``untimed``: records without a time, not in the counts.
    """

    edges: NDArray[np.int64]
    levels: tuple[int, ...]
    counts: NDArray[np.int64]
    untimed: int


class Series(Protocol):
    """The points of one numeric field, kept ready for pictures of any range. All calls are *instant*."""

    @property
    def size(self) -> int: ...

    @property
    def not_finite(self) -> Stretches:
        """Where values are NaN or infinite, so that there are no points."""
        ...

    def picture(self, first: float, last: float, pixels: int) -> Picture:
        """Reduce what lies in [first, last] to at most ``pixels`` columns, or give the points where they are few."""
        ...

    def nearest(self, x: float, y: float, x_scale: float, y_scale: float) -> int:
        """Return the record number of the point nearest to (x, y), distances measured in units of the scales; or -1."""
        ...

    def beyond(self, threshold: float, *, above: bool = True) -> int:
        """Count the points beyond a threshold."""
        ...

    def distribution(self, first: float, last: float, bins: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return (edges, counts) of the values whose x lies in [first, last]."""
        ...

    def point(self, record: int) -> tuple[float, float] | None:
        """Return (x, y) of a record, None if it has no point."""
        ...


@dataclass(frozen=True, slots=True)
class Stretches:
    """Values that are NaN or infinite, one element for all those between two points of a series; ascending."""

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    room: NDArray[np.float64]  # between the points around them, infinite where there is none on one side
    counts: NDArray[np.int64]
    infinite: NDArray[np.int64]  # how many of them are infinite
    records: NDArray[np.int64]  # number of the first of them

    @classmethod
    def none(cls) -> Stretches:
        """Return no stretch."""
        floats, counts = np.empty(0), np.empty(0, dtype=np.int64)
        return cls(floats, floats, floats, counts, counts, counts)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawable reduction of a series. ``x`` is ascending.

    If ``exact`` each x is a point and low == high == mean. Otherwise each x is the middle of a pixel column whose
    smallest, largest and mean value are given, so no spike is lost.
    """

    x: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    mean: NDArray[np.float64]
    exact: bool


XAxis: TypeAlias = Literal["time", "record"]


class FilterError(ValueError):
    """A filter that cannot be read. ``position``/``length`` mark the exact characters."""

    def __init__(self, message: str, position: int, length: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.length = length


class LogStore(Protocol):
    """One opened log."""

    name: str
    problems: tuple[str, ...]  # the user's own definitions that could not be used, in words
    zone: Zone  # in which the times of a filter are meant

    def state(self) -> StoreState:
        """*Instant.* A snapshot of the accounts."""
        ...

    def events(self) -> Sequence[LogEvent]:
        """*Instant.* What happened to the source while it was followed, oldest first."""
        ...

    def merged_files(self) -> Sequence[MergedFile]:
        """*Instant.* The files that are merged in this log; empty for a log that is one file."""
        ...

    def clock(self) -> Clock:
        """Return what the log says of its clock, from its first records."""
        ...

    def doubtful_date(self) -> str:
        """*Instant.* A date of the log of which nobody knows whether 03/04 is in March or April; empty if all do."""
        ...

    def choose_date_order(self, *, month_first: bool) -> None:
        """Remember how such dates are read, for this log and others like it. Opened again it counts. Raises OSError."""
        ...

    def sampled_fields(self) -> Sequence[FieldSample]:
        """*Instant.* The fields that were seen in the log's sample, with the columns that they became."""
        ...

    def choose_columns(self, columns: Mapping[str, str]) -> None:
        """Remember which field is which column ("": none), for logs like this. Opened again it counts. Raises OSError."""
        ...

    def files_of(self, records: Sequence[int]) -> list[int]:
        """*Instant.* Which of the merged files these records are from."""
        ...

    def numbers_now(self, numbers: Rows, generation: int) -> Rows | None:
        """Return what records are numbered now that were numbered so in ``generation``, None if nobody knows.

        *Instant* for some records, some milliseconds for 100,000.
        """
        ...

    def files_between(self, first: int, stop: int) -> Rows:
        """*Instant.* Which of the merged files the records [first, stop) are from."""
        ...

    def hold_numbers(self, *, is_held: bool) -> None:
        """*Instant.* Let no record get another number until this is called again."""
        ...

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` from a worker thread when the state changed (at most 20 times a second)."""
        ...

    def cancel_reading(self) -> None: ...
    def close(self) -> None: ...

    def fields(self) -> list[Field]:
        """*Instant.* The canonical columns that the log fills, in canonical order, then its other fields by name."""
        ...

    def further_fields(self) -> list[Field]:
        """*Instant.* Fields of a log with very many that :meth:`fields` leaves out, by name; they can be used as any."""
        ...

    def rows(self, numbers: Rows, columns: Sequence[str]) -> list[Row]:
        """Read and parse these records (any order, at most some hundred) for the table."""
        ...

    def record(self, number: int, *, max_bytes: int = 1_000_000) -> Record: ...

    def select(self, query: str, *, first: int = 0, cancel: CancelToken | None = None) -> Rows | None:
        """Return the records from ``first`` on that match, None for an empty query. Raises FilterError, Cancelled."""
        ...

    def sort(self, selection: Rows | None, column: str, *, descending: bool, cancel: CancelToken | None = None) -> Rows:
        """Return the selection's records ordered by a column, records without a value last."""
        ...

    def level_counts(self, selection: Rows | None = None) -> dict[int, int]: ...

    def values(self, field: str, selection: Rows | None = None, *, limit: int = 100) -> list[tuple[str, int]]:
        """Return the most frequent values of a field with their counts."""
        ...

    def shown_values(self, field: str, values: list[str]) -> list[str]:
        """Return how values of a field may be shown: as they are, or hidden."""
        ...

    def time_range(self) -> tuple[int, int] | None:
        """*Instant.* First and last time in ns, None if no record has one."""
        ...

    def histogram(
        self, bins: int, *, selection: Rows | None = None, span: tuple[int, int] | None = None
    ) -> Histogram: ...

    def series(
        self,
        field: str,
        *,
        x_axis: XAxis = "time",
        selection: Rows | None = None,
        cancel: CancelToken | None = None,
    ) -> Series: ...

    def find(
        self,
        text: str,
        *,
        regex: bool = False,
        match_case: bool = False,
        start: int = 0,
        backwards: bool = False,
        order: Rows | None = None,
        cancel: CancelToken | None = None,
    ) -> int:
        """Return the position (in ``order``, or the record number) of the next match from ``start`` on, or -1."""
        ...

    def record_at_line(self, line: int) -> int:
        """*Instant.* The record that the 1-based file line belongs to."""
        ...

    def record_at_time(self, time_ns: int) -> int:
        """The first record at or after a time, or the last one."""
        ...

    def export(
        self,
        selection: Rows | None,
        path: Path,
        *,
        style: Literal["jsonl", "csv", "raw"],
        columns: Sequence[str] = (),
        cancel: CancelToken | None = None,
    ) -> int:
        """Write records to a file and return their number."""
        ...

    def text(self, numbers: Rows, style: Literal["jsonl", "csv", "raw"], columns: Sequence[str] = ()) -> str:
        """Return records as text for the clipboard."""
        ...

    def arrays(self, selection: Rows | None, columns: Sequence[str]) -> dict[str, NDArray[Any]]:
        """Return columns as arrays with one element a record of the selection, None: of all.

        ``time`` is datetime64[ns] (UTC), NaT where there is none; numbers are float64, NaN where there is none; all else
        is text, None where there is none.
        """
        ...

    def frame(self, selection: Rows | None = None, columns: Sequence[str] = ()) -> pd.DataFrame:
        """Return columns as a pandas frame by record number (for notebooks; the program works on :meth:`arrays`)."""
        ...


def all_fields(store: LogStore) -> list[Field]:
    """*Instant.* Return the fields of a log, with those that :meth:`LogStore.fields` leaves out."""
    return [*store.fields(), *store.further_fields()]
