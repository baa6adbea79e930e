"""Reading a log: blocks of lines become the record index and the typed columns, in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace

import duckdb
import numpy as np
from numpy.typing import NDArray

from aidebug_gui.allocation import give_free_memory_back
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect, in_known_order
from aidebug_gui.formats.model import JSON, RAW, Layout
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.sources.blocks import blocks
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.store.database import Database
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.planned import PlannedStatements
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.reading.preparing import COLOURED, OVERWRITTEN, LineState, Preparer
from aidebug_gui.store.reading.rounds import ROW_GROUP, Round
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.store.sql.quoting import identifier
from aidebug_gui.translatable import translatable

TABLE = "records"
FIRST_BLOCK_BYTES = 1 << 20
SAMPLE_PLACES = 40
SAMPLE_LINES = 50
HEAD_LINES = 2000
ALL_LINES = 4000  # of a log of up to so many, each is looked at: what only one of them has is a field, too
FEW_HEAD_LINES = 500
"""Of a log from all over which lines will be looked at: its first rows wait for them."""
ROUND_BYTES = 8 << 20  # what a spool that is being filled should have more before it is read further
WAIT_S = 0.1
WAITS_PER_ROUND = 3
FIRST_ROUND_S, LONGEST_ROUND_S, ROUND_GROWTH = 0.2, 2.0, 3
"""What a round has read is seen when it ends, and for a tenth of a second around that only one processor has work."""
LARGEST_BLOCK_BYTES = 31 << 20  # the memory of larger ones would be asked from the system each time
BLOCKS_BYTES = 128 << 20  # of the blocks that the engine's threads have in work
_BOM = b"\xef\xbb\xbf"


class Ingest:
    """Reads ``spool`` into ``database`` and ``index``. ``changed`` is called from the thread when there is more.

    ``swap`` is held for the short moment in which a better layout replaces the first one: who reads records by
    number holds it too.
    """

    def __init__(
        self, spool: Spool, database: Database, index: RecordIndex, catalog: Catalog, changed: Callable[[], None]
    ) -> None:
        self.swap = threading.RLock()
        self._spool = spool
        self._database = database
        self._index = index
        self._catalog = catalog
        self._changed = changed
        self._cancelled = threading.Event()
        self._statements = PlannedStatements(database)
        self._threads = database.threads()
        self.generation = 0  # counts how often the records were read again
        self._formats: Counter[int] = Counter()
        self.titles = {JSON: "JSON"} | {known.code: known.title for known in catalog.text_formats}
        self.titles |= {known.code: known.title for known in catalog.wrappers}
        self._start = 0  # where the text begins: behind a byte order mark
        self._begin(Layout())
        self._sampled = False  # whether lines from all over the file were looked at
        self.state = StoreState(bytes_total=spool.progress()[1])
        self._is_read = threading.Event()
        self._numberings = 0  # counts how often records that were published got other numbers
        self._thread = threading.Thread(target=self._run, name="ingest", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until what there was is read; False if it is not within ``timeout`` seconds."""
        return self._is_read.wait(timeout)

    def cancel(self) -> None:
        """End the reading soon. What was read stays."""
        self._cancelled.set()
        self._spool.stop()

    def close(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        if self._thread.ident is not None:
            self._thread.join()

    def _begin(self, layout: Layout) -> None:
        """Take ``layout`` and forget what was read."""
        self.generation += 1
        self._lines = LineState()
        self._formats.clear()
        self._careful = False  # whether some JSON was found broken
        self.time_range: tuple[int, int] | None = None
        self._index.clear()
        self._use(layout)
        self._database.execute(self.projection.create_table(TABLE))

    def _use(self, layout: Layout) -> None:
        self.layout = layout
        self.projection = Projection(layout, self._catalog.levels)
        self.parser = RecordParser(layout, self._catalog)
        self._preparer = Preparer(self._database, self._statements, self._catalog, self.projection, self.parser)

    def _run(self) -> None:
        try:
            self._read_all()
        except SourceError as error:
            self._publish(complete=True, error=str(error))
        except Exception as error:
            if not self._cancelled.is_set():  # a closed database is how a cancelled reading may end
                self._publish(
                    complete=True,
                    error=translatable(
                        "Reading stopped at byte {end}: {reason}", end=self._index.end, reason=str(error)
                    ),
                )
                raise
        finally:
            self._statements.close()
            self._is_read.set()

    def _read_all(self) -> None:
        self._await(0, FIRST_BLOCK_BYTES)
        head = self._spool.read(0, FIRST_BLOCK_BYTES)
        self.titles[JSON] = self._spool.converted_from or self.titles[JSON]
        self._start = start = len(_BOM) if head.startswith(_BOM) else 0
        with self.swap:
            self._begin(self._detect(self._first_sample(head[start:].split(b"\n"))))
        sampled_early = self._is_filling()
        self._read_from(start)
        if sampled_early and self._spool.size() > FIRST_BLOCK_BYTES and not self._cancelled.is_set():
            self._read_again(start)
        self._publish(complete=not self._cancelled.is_set(), error=self._spool.error, notice=self._notice())

    def _first_sample(self, lines: list[bytes]) -> list[bytes]:
        """Return the lines to look at before the first rows; ``lines``: those of the first block."""
        if self._spool.size() > FIRST_BLOCK_BYTES and not self._spool.filling:
            return lines[:FEW_HEAD_LINES]
        if len(lines) <= ALL_LINES:
            return lines
        starts = (place * (len(lines) - SAMPLE_LINES) // (SAMPLE_PLACES - 1) for place in range(SAMPLE_PLACES))
        return [line for start in starts for line in lines[start : start + SAMPLE_LINES]]

    def _is_filling(self) -> bool:
        """Return whether a source still writes what there is to read."""
        return self._spool.filling and not self._spool.live

    def _readable(self) -> int:
        """Return up to where the spool can be read now."""
        return self._spool.size()

    def _read_from(self, start: int) -> None:
        """Read on until the end; of a spool that is still filled, until that is over."""
        position = start
        seconds = 0.0  # the first block alone
        while not self._cancelled.is_set():
            filling = self._is_filling()  # asked first: what arrives after the answer is read in the next round
            while position < self._readable() and not self._cancelled.is_set():
                first = position == start
                end = self._read_round(position, seconds)
                if end == position:
                    break
                self._publish()
                if first and not self._sampled and self._spool.size() > FIRST_BLOCK_BYTES and self._sample_whole_file():
                    continue
                position = end
                seconds = min(max(FIRST_ROUND_S, ROUND_GROWTH * seconds), LONGEST_ROUND_S)
                if not first:
                    give_free_memory_back()
            if not filling:
                return
            self._await(position, ROUND_BYTES)

    def _await(self, position: int, wanted: int) -> None:
        """Let a spool that is being filled grow by ``wanted`` bytes beyond ``position``; after a while less will do."""
        patience = WAITS_PER_ROUND
        while self._is_filling() and not self._cancelled.is_set():
            self._spool.wait_for(position + wanted, WAIT_S)
            size = self._spool.size()
            patience -= 1
            if size >= position + wanted or (patience <= 0 and size > position):
                return
            if patience <= 0:
                self._publish()  # how far the source is read is news too

    def _read_again(self, start: int) -> None:
        """Detect on all of a spool that was sampled while it was filled, and read it again if that shows more columns."""
        layout = self._detect(list(self._spool.sample_lines(SAMPLE_PLACES, SAMPLE_LINES)))
        known = set(self.projection.columns)
        if set(Projection(layout, self._catalog.levels).columns) - known:
            with self.swap:
                self._begin(layout)
            self._sampled = True
            self._read_from(start)

    def _detect(self, lines: Sequence[bytes]) -> Layout:
        try:
            written_ns = self._spool.path.stat().st_mtime_ns
        except OSError:
            written_ns = 0
        return detect(lines, self._catalog, written_ns)

    def _sample_whole_file(self) -> bool:
        """Detect again on lines from all over the file; if that shows more, forget what was read and return True."""
        self._sampled = True
        sample = list(self._spool.sample_lines(SAMPLE_PLACES, SAMPLE_LINES))
        if not sample:
            return False
        line_bytes = sum(map(len, sample)) / len(sample) + 1  # with the line's end
        self._index.reserve(int(self._spool.size() / line_bytes * 1.05) + 1000)
        layout = in_known_order(self._detect(sample), self.layout, sample)
        with self.swap:
            if layout.reads_like(self.layout):
                self._use(layout)
                return False
            self._begin(layout)
        return True

    def _notice(self) -> str:
        if self._cancelled.is_set():
            done, total = self._bytes()
            return translatable("Reading was cancelled after {done} of {total} bytes.", done=done, total=total)
        if self._spool.size() < self._index.end:
            return translatable(
                "The file became shorter while it was read. Rows whose text is gone from the disk stay, marked."
            )
        if self._spool.gone():
            return translatable("The file was deleted or replaced while it was read. Its rows stay.")
        return self._spool.notice

    def _bytes(self) -> tuple[int, int]:
        """Return (bytes read, bytes in all) of the source file: those of a spool stand for a part of them."""
        done, total = self._spool.progress()
        size, end = self._spool.size(), self._index.end
        if size < end:  # a file that shrank
            return end, end
        return (end if done == size else int(done * end / size) if size else 0), total

    def _publish(self, *, complete: bool = False, error: str = "", notice: str = "") -> None:
        accounts, formats = self._lines, dict(self._formats)
        bytes_read, bytes_total = self._bytes()
        self.state = StoreState(
            bytes_total=bytes_total,
            bytes_read=bytes_read,
            lines=accounts.lines,
            records=self._index.count,
            continuation=accounts.continuation,
            blank=accounts.blank,
            not_understood=formats.pop(RAW, 0),
            formats=self._by_title(formats),
            complete=complete,
            generation=self._numberings,
            live=self._spool.live and not self._cancelled.is_set() and not error,
            cancelled=self._cancelled.is_set(),
            error=error,
            notice=notice,
        )
        self._changed()

    def _by_title(self, formats: Mapping[int, int]) -> dict[str, int]:
        """Return title -> records, most frequent first; several formats may share a title."""
        counts: Counter[str] = Counter()
        for code, count in formats.items():
            counts[self.titles[code]] += count
        return dict(counts.most_common())

    def _read_round(self, position: int, seconds: float, *, supposing: bool = True) -> int:
        """Read on from ``position`` for about so long, in one statement, and return the offset behind what was read.

        ``supposing``: formats of lines may be guessed, which the statement will tell if it was wrong.
        """
        supposing = supposing and self._preparer.can_suppose
        source = blocks(
            self._spool,
            position,
            end=self._readable(),
            size=self._block_bytes(position) if seconds else FIRST_BLOCK_BYTES,
        )
        first = next(source, None)
        if first is None:
            return position
        lines = self._lines.copy()
        prepared = self._preparer.prepare(first, lines, supposing=supposing)
        if self._adopt(prepared.present):
            return self._read_round(position, seconds, supposing=supposing)
        codes = self._statement_codes(prepared.present)
        taken = Round(self._preparer, self._index, source, codes, self._lines.records, supposing=supposing)
        stream = taken.stream(prepared, lines, time.monotonic() + seconds, self._cancelled)
        del prepared
        insert = self.projection.insert(TABLE, "block", codes, careful=self._careful, supposed=supposing)
        try:
            cursor = self._statements.run(insert, stream)
        except (duckdb.Error, UnicodeDecodeError):  # the engine's words may end within a character of the log
            if supposing:
                self._preparer.doubt()
                return self._read_round(position, seconds, supposing=False)
            if self._careful:
                raise
            self._careful = True  # lines that are no JSON object: broken, or several objects on one line
            return self._read_round(position, seconds)
        self._count(cursor, self._lines.records)
        self._show(taken.lines.records, taken.end, taken.older)
        self._lines = taken.lines
        if taken.error is not None:
            raise taken.error
        return taken.end

    def _block_bytes(self, position: int) -> int:
        """Return how much a block should have: a row group, as records were until now, or a thread's share of the rest."""
        most = min(LARGEST_BLOCK_BYTES, BLOCKS_BYTES // self._threads)
        records = self._index.count
        if self.layout.rewritten or not records:
            return most  # a block's end may be within the parts of a line, which are not joined there
        rest = (self._readable() - position) // self._threads + 1
        return min(most, rest, int(ROW_GROUP * 1.05 * self._index.end / records))

    def _statement_codes(self, present: Set[int]) -> Set[int]:
        """Return the codes that a round's statement is made for: the one that its first block has, or all there may be."""
        return present if len(present) == 1 else self._known_codes() | {JSON, RAW}

    def _known_codes(self) -> set[int]:
        return {known.code for known in self.layout.text_formats} | {known.code for known in self.layout.wrappers}

    def _adopt(self, present: Set[int]) -> bool:
        """Let the layout know formats and terminal codes that the sample did not show; tell whether there were any."""
        if present & {COLOURED, OVERWRITTEN}:
            ansi = self.layout.ansi or COLOURED in present
            self._use(replace(self.layout, ansi=ansi, overwritten=self.layout.overwritten or OVERWRITTEN in present))
            return True
        new = present - {JSON, RAW} - self._known_codes()
        if not new:
            return False
        formats = tuple(known for known in self._catalog.text_formats if known.code in new)
        before = self.projection.columns
        self._use(replace(self.layout, text_formats=self.layout.text_formats + formats))
        add_columns(self._database, before, self.projection.columns)
        return True

    def _show(self, records: int, end: int, older: Iterable[tuple[NDArray[np.int64], int]]) -> None:
        """Let the records that were noted in the index be there: so many in all, up to ``end``, and flags of older ones."""
        with self.swap:
            self._index.show(records, end)
            for numbers, flag in older:
                self._index.add_flags(numbers, flag)

    def _count(self, cursor: duckdb.DuckDBPyConnection, first_record: int) -> None:
        """Add the records from ``first_record`` on to the counts of formats and to the range of times."""
        sql = f"SELECT format, count(*), min(time), max(time) FROM {TABLE} WHERE rowid >= ? GROUP BY format"
        for code, count, first, last in cursor.execute(sql, [first_record]).fetchall():
            self._formats[code] += count
            if first is not None:
                known = self.time_range or (first, last)
                self.time_range = (min(first, known[0]), max(last, known[1]))


def add_columns(database: Database, before: Collection[str], columns: Mapping[str, str]) -> None:
    """Let the table have more columns than ``before``; ``columns``: name -> SQL type of all. Records have no value yet."""
    for name, kind in columns.items():
        if name not in before:
            database.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {identifier(name)} {kind}")
