"""The store of one log file: the parts of the engine behind the protocol that the window talks to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.column_choices import needs_of
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.model import FieldSample, ParsedRecord
from aidebug_gui.formats.user_formats import keep_columns, keep_date_order
from aidebug_gui.resources import user_directory
from aidebug_gui.sources.blocks import read_records
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.aggregates import Aggregates
from aidebug_gui.store.analytics import Analytics
from aidebug_gui.store.database import Database
from aidebug_gui.store.export import Style, csv_lines
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.plan import plan
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.marks import MARKS_COLUMN, Marks, Veil, veiled_values
from aidebug_gui.store.masks import MaskEngine
from aidebug_gui.store.pages import Pages
from aidebug_gui.store.protocol import (
    CancelToken,
    Field,
    FilterError,
    Histogram,
    LogEvent,
    MergedFile,
    Record,
    Row,
    Rows,
    StoreState,
    XAxis,
)
from aidebug_gui.store.reading.ingest import TABLE, Ingest
from aidebug_gui.store.reading.live import LiveIngest
from aidebug_gui.store.reading.reader import Reading
from aidebug_gui.store.scan import Scanner, TextSearch, text_search
from aidebug_gui.store.series import SeriesPyramid
from aidebug_gui.store.writing import RecordWriter, Texts, texts_of
from aidebug_gui.store.zone import UTC, Clock, clock_of
from aidebug_gui.translatable import translatable

if TYPE_CHECKING:
    import pandas as pd

_CHANGE_INTERVAL_S = 0.05
_READ_AHEAD = 256
_FIND_STEP = 50_000
_CLOCK_RECORDS = 200
_TEXT_BYTES = 4 << 20  # of records that are handed out as text in one go; four times as much is in memory


class FileLog:
    """A log, read in the background. Implements :class:`aidebug_gui.store.protocol.LogStore`."""

    is_one_file = True  # so that one layout holds for all records

    def __init__(self, path: Path, catalog: Catalog, spool: Spool | None = None, *, follow: bool = False) -> None:
        """Open the file, or take the spool that is made of it, and begin to read. Raises SourceError."""
        spool, database, index = spool or open_spool(path, follow=follow), Database(), RecordIndex()
        ingest = (LiveIngest if spool.live else Ingest)(spool, database, index, catalog, self._changed)
        scanner = Scanner(spool, database, index)
        fields = Fields(database, ingest, scanner)
        self._assemble(path, (spool, database, index), (ingest, scanner, fields, Pages(spool, index, ingest)))
        self.problems = catalog.problems
        self._ingest.start()

    def _assemble(
        self,
        path: Path,
        ground: tuple[Spool, Database, RecordIndex],
        readers: tuple[Reading, Scanner, Fields, Pages],
    ) -> None:
        """Put the parts of the engine together: what holds the log, and what reads it."""
        self.name = path.name
        self.path = path
        self.files: tuple[Path, ...] = (path,)
        self.zone = UTC
        self._listeners: list[Callable[[], None]] = []
        self._changed_at = 0.0
        self._spool, self._database, self._index = ground
        self._ingest, self._scanner, self._fields, self._pages = readers
        self._pages.stored = self._stored
        self._aggregates = Aggregates(self._database, self._fields)
        self._masks = MaskEngine(self._database, self._index, self._fields, self._scanner, self.marks)
        self._make_marks: Callable[[FileLog], Marks] | None = None
        self._marks: Marks | None = None
        self.writer = RecordWriter(self.parse, (self._database, self._ingest) if self.is_one_file else None)
        self.analytics = Analytics(self._database, self._ingest, self._fields, self._scanner)

    # --- reading

    def state(self) -> StoreState:
        return self._ingest.state

    def events(self) -> list[LogEvent]:
        return [
            LogEvent(event.kind, event.text, self._index.record_at_offset(event.offset), event.time_ns)
            for event in self._spool.events()
        ]

    def merged_files(self) -> Sequence[MergedFile]:
        return ()

    def clock(self) -> Clock:
        if self._ingest.layout.naive_offset_s:
            return Clock(offset_s=self._ingest.layout.naive_offset_s)
        numbers = np.arange(min(_CLOCK_RECORDS, self._ingest.state.records))
        rows = self._pages.rows(numbers, ["time"])
        timed = [(row.record, row.flags) for row in rows if row.cells[0] is not None]
        texts = self._pages.raws(np.array([record for record, _ in timed], dtype=np.int64))
        return clock_of(zip((flags for _, flags in timed), texts, strict=True))

    def doubtful_date(self) -> str:
        return self._ingest.layout.doubtful_date

    def choose_date_order(self, *, month_first: bool) -> None:
        keep_date_order(user_directory(), self._ingest.layout.date_shape, month_first=month_first)

    def sampled_fields(self) -> Sequence[FieldSample]:
        return self._ingest.layout.fields

    def choose_columns(self, columns: Mapping[str, str]) -> None:
        keep_columns(user_directory(), needs_of(self._ingest.layout.fields), columns)

    def files_of(self, records: Sequence[int]) -> list[int]:
        return [0] * len(records)

    def numbers_now(self, numbers: Rows, generation: int) -> Rows | None:
        return numbers if generation == self._ingest.state.generation else None

    def files_between(self, first: int, stop: int) -> Rows:
        return np.zeros(max(0, stop - first), dtype=np.int64)

    def numbers_kept(self) -> AbstractContextManager[object]:
        """Return what keeps the numbers of all records as they are while it is entered; for short work."""
        return self._ingest.swap

    def hold_numbers(self, *, is_held: bool) -> None:
        """Nothing to do: a single file is renumbered only while it is short."""

    def on_change(self, callback: Callable[[], None]) -> None:
        self._listeners.append(callback)

    def _changed(self) -> None:
        state = self._ingest.state
        now = time.monotonic()
        is_over = state.complete or state.cancelled or bool(state.error)
        if not is_over and now - self._changed_at < _CHANGE_INTERVAL_S:
            return
        self._changed_at = now
        for listener in self._listeners:
            listener()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until what there is of the log is read; False if it is not within ``timeout`` seconds."""
        return self._ingest.wait(timeout)

    def cancel_reading(self) -> None:
        self._ingest.cancel()

    def close(self) -> None:
        self._listeners.clear()
        self._ingest.close()
        self._database.close()
        self._spool.close()

    # --- personal data and secrets

    def use_marks(self, make: Callable[[FileLog], Marks]) -> None:
        """Tell what finds personal data and secrets; it is made when it is first asked."""
        self._make_marks = make

    def marks(self) -> Marks:
        """Return what knows which records hold personal data or secrets. Raises FilterError where nothing does."""
        if self._marks is None:
            if self._make_marks is None:
                raise FilterError(translatable("Nothing looks for personal data here."), 0)
            self._marks = self._make_marks(self)
        return self._marks

    @property
    def veil(self) -> Veil | None:
        """What hides personal data and secrets in rows, records and copied text; None: nothing is hidden."""
        return self._pages.veil

    @veil.setter
    def veil(self, veil: Veil | None) -> None:
        self._pages.veil = veil

    # --- records

    def fields(self) -> list[Field]:
        return self._fields.known()

    def further_fields(self) -> list[Field]:
        return self._fields.further()

    def rows(self, numbers: Rows, columns: Sequence[str]) -> list[Row]:
        rows = self._pages.rows(numbers, columns)
        if MARKS_COLUMN not in columns or not rows:
            return rows
        at = list(columns).index(MARKS_COLUMN)
        words = self.marks().words(np.array([row.record for row in rows], dtype=np.int64))
        return [
            replace(row, cells=(*row.cells[:at], word, *row.cells[at + 1 :]))
            for row, word in zip(rows, words, strict=True)
        ]

    def record(self, number: int, *, max_bytes: int = 1_000_000) -> Record:
        return self._pages.record(number, max_bytes)

    def record_at_line(self, line: int) -> int:
        return self._index.record_at_line(line)

    def record_at_time(self, time_ns: int) -> int:
        sql = f"SELECT min(rowid) FROM {TABLE} WHERE time >= ?"
        found = self._database.execute(sql, [time_ns]).fetchall()[0][0]
        return self._index.count - 1 if found is None else int(found)

    def _stored(self, number: int) -> dict[str, object]:
        """Return what is stored of a record, by column."""
        cursor = self._database.execute(f"SELECT * FROM {TABLE} WHERE rowid = ?", [number])
        names = [column[0] for column in cursor.description]
        return dict(zip(names, cursor.fetchall()[0], strict=True))

    # --- selections

    def select(self, query: str, *, first: int = 0, cancel: CancelToken | None = None) -> Rows | None:
        expression = parse(query)
        if expression is None:
            return None
        state = self._ingest.state
        stop, self._index.line_count = state.records, state.lines
        return self._masks.select(plan(expression, self), first, stop, cancel)

    def kind(self, name: str) -> Kind | None:
        """Return what a field holds, None for a canonical column that the log does not fill (asked by the plan)."""
        kind = self._fields.kind(name)
        is_column = name in CANONICAL and kind is not Kind.TEXT
        return None if is_column and not self._fields.is_stored(name) else kind

    def unit(self, name: str) -> str:
        """Return what stands behind the numbers of a field in messages, empty if nothing does (asked by the plan)."""
        return self._fields.unit(name)

    def sort(self, selection: Rows | None, column: str, *, descending: bool, cancel: CancelToken | None = None) -> Rows:
        if column == MARKS_COLUMN:
            numbers = np.arange(self._ingest.state.records) if selection is None else selection
            return self.marks().order(numbers, descending=descending)
        return self._aggregates.sort(selection, column, descending=descending, cancel=cancel)

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
        """Return the position of the next match, -1 if there is none.

        In log order the text is searched block by block from ``start``; a filtered or sorted order is searched in
        growing steps of its own.
        """
        search = text_search(text, regex=regex, match_case=match_case)
        total = self._ingest.state.records if order is None else len(order)
        step = _FIND_STEP
        begin = start
        while 0 <= begin < total:
            low, high = (max(0, begin - step + 1), begin + 1) if backwards else (begin, min(total, begin + step))
            if order is None:
                hits = self._scanner.search(search, low, high, cancel)
            else:
                hits = self._matches_of(order[low:high], search, cancel)
            found = np.flatnonzero(hits)
            if len(found):
                return low + int(found[-1] if backwards else found[0])
            begin = low - 1 if backwards else high
            step *= 4
        return -1

    def _matches_of(self, numbers: Rows, search: TextSearch, cancel: CancelToken | None) -> NDArray[np.bool_]:
        low, high = int(numbers.min()), int(numbers.max()) + 1
        return self._scanner.search(search, low, high, cancel)[numbers - low]

    # --- answers about many records

    def level_counts(self, selection: Rows | None = None) -> dict[int, int]:
        return self._aggregates.level_counts(selection)

    def values(self, field: str, selection: Rows | None = None, *, limit: int = 100) -> list[tuple[str, int]]:
        return self._aggregates.values(field, selection, limit)

    def shown_values(self, field: str, values: list[str]) -> list[str]:
        veil = self._pages.veil
        return values if veil is None else veiled_values(veil, self._fields.own_names(field), values)

    def time_range(self) -> tuple[int, int] | None:
        return self._ingest.time_range

    def histogram(self, bins: int, *, selection: Rows | None = None, span: tuple[int, int] | None = None) -> Histogram:
        whole = self.time_range()
        return self._aggregates.histogram(bins, selection, span or whole or (0, 0), whole)

    def series(
        self,
        field: str,
        *,
        x_axis: XAxis = "time",
        selection: Rows | None = None,
        cancel: CancelToken | None = None,
    ) -> SeriesPyramid:
        return self._aggregates.series(field, by_time=x_axis == "time", selection=selection, cancel=cancel)

    # --- out

    def iterate(self, selection: Rows | None) -> Iterator[tuple[int, bytes, ParsedRecord]]:
        """Yield (line, exact bytes, parsed record) in the selection's order."""
        numbers = np.arange(self._ingest.state.records) if selection is None else selection
        for first in range(0, len(numbers), _READ_AHEAD):
            part = numbers[first : first + _READ_AHEAD]
            lines, raws = self._index.lines(part).tolist(), self._pages.raws(part)
            for number, line, raw in zip(part.tolist(), lines, raws, strict=True):
                yield line, raw, self._pages.parse(raw, number)

    def raws(self, selection: Rows | None) -> Iterator[bytes]:
        """Yield the records' exact bytes in the selection's order, without trailing line breaks."""
        numbers = np.arange(self._ingest.state.records) if selection is None else selection
        for first in range(0, len(numbers), _READ_AHEAD):
            yield from self._pages.raws(numbers[first : first + _READ_AHEAD])

    def blocks(
        self, selection: Rows | None = None, cancel: CancelToken | None = None
    ) -> Iterator[tuple[Rows, bytes, Rows]]:
        """Yield (record numbers, text, starts) of the records in log order, some MB at a time.

        Record ``numbers[i]`` is ``text[starts[i]:starts[i + 1]]`` with its line break(s). ``selection`` must be sorted.
        Raises Cancelled, and SourceError if the file cannot be read.
        """
        if selection is not None and not len(selection):
            return
        first, stop = (0, self._index.count) if selection is None else (int(selection[0]), int(selection[-1]) + 1)
        if stop <= first:
            return
        bounds = self._index.bounds(first, stop)
        for begin, data, starts in read_records(self._spool, bounds, size=_TEXT_BYTES):
            if cancel is not None:
                cancel.check()
            low, high = first + begin, first + begin + len(starts) - 1
            if selection is None or len(selection) == stop - first:  # all of them, or an unbroken range
                yield np.arange(low, high), data.tobytes(), starts.astype(np.int64)
                continue
            numbers = selection[np.searchsorted(selection, low) : np.searchsorted(selection, high)]
            spans = zip(starts[numbers - low].tolist(), starts[numbers - low + 1].tolist(), strict=True)
            texts = [data[begin:end].tobytes() for begin, end in spans]
            yield numbers, b"".join(texts), np.cumsum([0, *map(len, texts)])

    def lines(self, numbers: Rows) -> Rows:
        """Return the 1-based first line of records in the log."""
        return self._index.lines(numbers)

    def parse(self, raw: bytes, number: int = -1) -> ParsedRecord:
        """Parse the text of a record, for example one whose text was changed; ``number``: which one it is."""
        return self._pages.parse(raw, number)

    def pieces(self, selection: Rows | None, style: Style, columns: Sequence[str] = ()) -> Iterator[str]:
        """Yield records as text, one or many at a time, each with its line break(s); CSV with a header line first."""
        if style == "raw":
            yield from (raw.decode(errors="replace") + "\n" for raw in self.raws(selection))
            return
        if style == "csv":
            columns = columns or ["line", *(field.name for field in self.fields() if field.canonical)]
            yield next(csv_lines(iter([]), columns))
        yield from (piece.decode() for piece in self.written(selection, style, columns))

    def written(
        self, selection: Rows | None, style: Literal["jsonl", "csv"], columns: Sequence[str]
    ) -> Iterator[bytes]:
        """Yield records as lines, many at a time; of CSV without the header, which ``columns`` must be given for."""
        write = self.writer.json_lines if style == "jsonl" else self.writer.csv_lines
        yield from (write(block, columns) for block in self._texts(selection))

    def _texts(self, selection: Rows | None) -> Iterator[Texts]:
        """Yield the records as they may be shown, in the selection's order."""
        if self.veil is None and (selection is None or bool(np.all(np.diff(selection) > 0))):
            for numbers, text, edges in self.blocks(selection):
                yield Texts(numbers, self.lines(numbers), text, edges)
            return
        numbers = np.arange(self._ingest.state.records) if selection is None else selection
        for first in range(0, len(numbers), _READ_AHEAD):
            part = numbers[first : first + _READ_AHEAD]
            yield texts_of(part, self.lines(part), self._pages.raws(part))

    def text(self, numbers: Rows, style: Style, columns: Sequence[str] = ()) -> str:
        return "".join(self.pieces(numbers, style, columns))

    def export(
        self,
        selection: Rows | None,
        path: Path,
        *,
        style: Style,
        columns: Sequence[str] = (),
        cancel: CancelToken | None = None,
    ) -> int:
        """Write records to a file and return their number. Raises OSError, and ValueError for the log itself."""
        if path.exists() and any(own.exists() and path.samefile(own) for own in self.files):
            raise ValueError(
                translatable("{path} is the opened log; it is never written to. Choose another file.", path=str(path))
            )
        with path.open("w", encoding="utf-8", newline="") as out:
            for piece in self.pieces(selection, style, columns):
                if cancel is not None:
                    cancel.check()
                out.write(piece)
        return self._ingest.state.records if selection is None else len(selection)

    def arrays(self, selection: Rows | None, columns: Sequence[str]) -> dict[str, NDArray[Any]]:
        return self._aggregates.arrays(selection, columns)

    def frame(self, selection: Rows | None = None, columns: Sequence[str] = ()) -> pd.DataFrame:
        return self._aggregates.frame(selection, columns or list(self._ingest.projection.columns))
