"""Reading a log: blocks of lines become the record index and the typed columns, in a thread of its own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb
import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.boundaries import Carry, LineShape, json_codes, record_heads, shape_of
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.model import JSON, RAW, Flag, Layout, TextFormat
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.repeats import RepeatState, continuing
from aidebug_gui.sources.blocks import Block, BlockReader
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.projection import CONTINUATION, ERROR_LINE, OTHER, Projection
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.sql import identifier
from aidebug_gui.store.text import ValidText, valid_text
from aidebug_gui.store.unwrapping import Lines, unwrap_block

TABLE = "records"
FIRST_BLOCK_BYTES = 1 << 20
SAMPLE_PLACES = 40
SAMPLE_LINES = 50
HEAD_LINES = 2000
ROUND_BYTES = 8 << 20  # what a spool that is being filled should have more before it is read further
WAIT_S = 0.1
WAITS_PER_ROUND = 3
_TRACEBACK = b"Traceback (most recent call last)"
_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class _Accounts:
    lines: int = 0
    continuation: int = 0
    blank: int = 0


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
        self.generation = 0  # counts how often the records were read anew
        self._formats: Counter[int] = Counter()
        self.titles = {JSON: "JSON"} | {known.code: known.title for known in catalog.text_formats}
        self.titles |= {known.code: known.title for known in catalog.wrappers}
        self._begin(Layout())
        self._sampled = False  # whether lines from all over the file were looked at
        self.state = StoreState(bytes_total=spool.progress()[1])
        self._thread = threading.Thread(target=self._run, name="ingest", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until the reading is over; False if it is not within ``timeout`` seconds."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def cancel(self) -> None:
        """End the reading soon. What was read stays."""
        self._cancelled.set()
        self._spool.stop()

    def _begin(self, layout: Layout) -> None:
        """Take ``layout`` and forget what was read."""
        self.generation += 1
        self._carry = Carry()
        self._repeats = RepeatState()
        self._goes_on = False  # the last line was only a part of one
        self._accounts = _Accounts()
        self._formats.clear()
        self._several = False
        self.time_range: tuple[int, int] | None = None
        self._index.clear()
        self._use(layout)
        self._database.execute(self.projection.create_table(TABLE))

    def _use(self, layout: Layout) -> None:
        self.layout = layout
        self.projection = Projection(layout, self._catalog.level_numbers)
        self.parser = RecordParser(layout, self._catalog)

    def _run(self) -> None:
        try:
            self._read_all()
        except SourceError as error:
            self._publish(complete=True, error=str(error))
        except Exception as error:
            if not self._cancelled.is_set():  # a closed database is how a cancelled reading may end
                self._publish(complete=True, error=f"Reading stopped at byte {self._index.end:,}: {error}")
                raise

    def _read_all(self) -> None:
        self._await(0, FIRST_BLOCK_BYTES)
        head = self._spool.read(0, FIRST_BLOCK_BYTES)
        start = len(_BOM) if head.startswith(_BOM) else 0
        with self.swap:
            self._begin(self._detect(head[start:].split(b"\n")[:HEAD_LINES]))
        sampled_early = self._spool.filling
        self._read_from(start)
        if sampled_early and self._spool.size() > FIRST_BLOCK_BYTES and not self._cancelled.is_set():
            self._read_again(start)
        self._publish(complete=not self._cancelled.is_set(), error=self._spool.error, notice=self._notice())

    def _read_from(self, start: int) -> None:
        """Read on until the end; of a spool that is still filled, until that is over."""
        position = start
        while not self._cancelled.is_set():
            filling = self._spool.filling  # asked first: what arrives after the answer is read in the next round
            for block in BlockReader(self._spool, position, first_bytes=FIRST_BLOCK_BYTES):
                self._take(block)
                self._publish()
                if position == start and not self._sampled and self._spool.size() > FIRST_BLOCK_BYTES:
                    self._look_further(block)
                position = block.offset + block.length
                if self._cancelled.is_set():
                    return
            if not filling:
                return
            self._await(position, ROUND_BYTES)

    def _await(self, position: int, wanted: int) -> None:
        """Let a spool that is being filled grow by ``wanted`` bytes beyond ``position``; after a while less will do."""
        patience = WAITS_PER_ROUND
        while self._spool.filling and not self._cancelled.is_set():
            self._spool.wait_for(position + wanted, WAIT_S)
            size = self._spool.size()
            patience -= 1
            if size >= position + wanted or (patience <= 0 and size > position):
                return
            if patience <= 0:
                self._publish()  # how far the source is read is news too

    def _read_again(self, start: int) -> None:
        """Detect on all of a spool that was sampled while it was filled, and read it anew if that shows more columns."""
        layout = self._detect(list(self._spool.sample_lines(SAMPLE_PLACES, SAMPLE_LINES)))
        known = set(self.projection.columns)
        if set(Projection(layout, self._catalog.level_numbers).columns) - known:
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

    def _look_further(self, first: Block) -> None:
        """Detect again on lines from all over the file; if that shows more, read the first block anew."""
        self._sampled = True
        sample = list(self._spool.sample_lines(SAMPLE_PLACES, SAMPLE_LINES))
        if not sample:
            return
        self._index.reserve(int(self._spool.size() / (sum(map(len, sample)) / len(sample)) * 1.05) + 1000)
        layout = self._detect(sample)
        if layout != self.layout:
            with self.swap:
                self._begin(layout)
                self._take(first)
            self._publish()

    def _notice(self) -> str:
        if self._cancelled.is_set():
            done, total = self._bytes()
            return f"Reading was cancelled after {done:,} of {total:,} bytes."
        if self._spool.size() < self._index.end:
            return "The file became shorter while it was read. Rows whose text is gone from the disk stay, marked."
        if self._spool.gone():
            return "The file was deleted or replaced while it was read. Its rows stay."
        return self._spool.notice

    def _bytes(self) -> tuple[int, int]:
        """Return (bytes read, bytes in all) of the source file: those of a spool stand for a part of them."""
        done, total = self._spool.progress()
        size, end = self._spool.size(), self._index.end
        if size < end:  # a file that shrank
            return end, end
        return (end if done == size else int(done * end / size) if size else 0), total

    def _publish(self, *, complete: bool = False, error: str = "", notice: str = "") -> None:
        accounts, formats = self._accounts, dict(self._formats)
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

    def _take(self, block: Block) -> None:
        """Add the block's lines: classify them, fold them into records, project the records."""
        text = valid_text(block.data, block.starts, plain=block.plain)
        lines = self._lines(text)
        shape = shape_of(lines.data, lines.starts)
        codes, error_like, traced = self._classify(lines.data, lines.starts, shape)
        heads = record_heads(shape, codes, error_like, self._carry)
        if lines.wrapped is not None:
            alone = heads & (codes == RAW)
            codes[alone] = lines.wrapped[alone]
        head_lines = np.flatnonzero(heads)
        first_record = self._index.count
        owners = np.cumsum(heads) - 1 + first_record
        flags = self._line_flags(lines, shape, heads, owners, (text.damaged, traced), first_record)
        codes[~heads] = CONTINUATION
        if len(head_lines):
            self._insert(lines, codes, first_record)
        with self.swap:
            self._index.append(
                block.starts[head_lines].astype(np.int64) + block.offset,
                head_lines + self._accounts.lines,
                flags,
                block.offset + block.length,
            )
        blank = int(np.count_nonzero(shape.blank))
        self._accounts.lines += len(heads)
        self._accounts.blank += blank
        self._accounts.continuation += len(heads) - blank - len(head_lines)

    def _lines(self, text: ValidText) -> Lines:
        """Return the lines without what other programs put around them."""
        if not self.layout.rewritten:
            return Lines(text.data, text.starts)
        lines, self._goes_on = unwrap_block(self._database, text.data, text.starts, self.layout, goes_on=self._goes_on)
        return lines

    def _classify(
        self, data: NDArray[np.uint8], starts: NDArray[np.int32], shape: LineShape
    ) -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.int64]]:
        """Return each line's format code, which look like the end of a traceback, and which repeat its beginning."""
        codes = json_codes(shape)
        nothing = np.empty(0, dtype=np.int64)
        if np.all(shape.json | shape.blank):
            return codes, np.zeros(len(codes), dtype=np.bool_), nothing
        known = {known.code for known in self.layout.text_formats}
        others = [known_format for known_format in self._catalog.text_formats if known_format.code not in known]
        cursor = self._database.cursor()
        cursor.register("block", lines_table(data, starts, codes))
        found = cursor.execute(self.projection.classify("block", others)).fetchnumpy()
        codes = np.array(np.ma.getdata(np.ma.asarray(found["code"])), dtype=np.uint8)
        self._adopt(data, starts, codes)
        traced = nothing
        if "repeated" in found:
            candidates = np.flatnonzero(np.ma.getdata(np.ma.asarray(found["repeated"])))
            traced = self._fold_repeats(data, starts, codes, shape, candidates)
        error_like = codes == ERROR_LINE
        codes[error_like] = RAW
        return codes, error_like, traced

    def _fold_repeats(
        self,
        data: NDArray[np.uint8],
        starts: NDArray[np.int32],
        codes: NDArray[np.uint8],
        shape: LineShape,
        candidates: NDArray[np.int64],
    ) -> NDArray[np.int64]:
        """Let lines that repeat the header of a traceback continue it; return which lines begin a traceback."""
        state = self._repeats

        def line_at(number: int) -> bytes:
            return data[starts[number] : starts[number + 1]].tobytes() if number >= 0 else state.last_line

        continues, traced = continuing(candidates.tolist(), line_at, self.layout.text_formats, state)
        codes[continues] = RAW
        shape.indented[continues] = True
        state.number -= len(codes)
        state.last_line = line_at(len(codes) - 1)
        return np.array(traced, dtype=np.int64)

    def _adopt(self, data: NDArray[np.uint8], starts: NDArray[np.int32], codes: NDArray[np.uint8]) -> None:
        """Name the formats of lines that the sample did not show, and let the projection know them from here on."""
        lines = np.flatnonzero(codes == OTHER)
        if not len(lines):
            return
        for line in lines.tolist():
            codes[line] = self.parser.header_code(data[starts[line] : starts[line + 1]].tobytes())
        new = set(codes[lines].tolist()) - {RAW, JSON} - {known.code for known in self.layout.text_formats}
        formats: tuple[TextFormat, ...] = tuple(known for known in self._catalog.text_formats if known.code in new)
        before = self.projection.columns
        self._use(replace(self.layout, text_formats=self.layout.text_formats + formats))
        for name, kind in self.projection.columns.items():
            if name not in before:
                self._database.execute(f"ALTER TABLE {TABLE} ADD COLUMN {identifier(name)} {kind}")

    def _insert(
        self,
        lines: Lines,
        codes: NDArray[np.uint8],
        first_record: int,
    ) -> None:
        present = set(np.unique(codes).tolist()) - {CONTINUATION}
        cursor = self._database.cursor()
        cursor.register("block", lines.table(codes))
        cursor.begin()
        cursor.execute(self.projection.insert(TABLE, "block", present, several=self._several))
        counts = self._counts(cursor, first_record)
        if counts.get(RAW, 0) > np.count_nonzero(codes == RAW) and not self._several:
            self._several = True  # lines that are no JSON object: perhaps several objects on one line
            cursor.rollback()
            cursor.begin()
            cursor.execute(self.projection.insert(TABLE, "block", present, several=True))
            counts = self._counts(cursor, first_record)
        cursor.commit()
        self._formats.update(counts)
        self._see_times(cursor, first_record)

    def _see_times(self, cursor: duckdb.DuckDBPyConnection, first_record: int) -> None:
        sql = f"SELECT min(time), max(time) FROM {TABLE} WHERE rowid >= ?"
        ((first, last),) = cursor.execute(sql, [first_record]).fetchall()
        if first is not None:
            known = self.time_range or (first, last)
            self.time_range = (min(first, known[0]), max(last, known[1]))

    @staticmethod
    def _counts(cursor: duckdb.DuckDBPyConnection, first_record: int) -> dict[int, int]:
        sql = f"SELECT format, count(*) FROM {TABLE} WHERE rowid >= ? GROUP BY format"
        return dict(cursor.execute(sql, [first_record]).fetchall())

    def _line_flags(
        self,
        lines: Lines,
        shape: LineShape,
        heads: NDArray[np.bool_],
        owners: NDArray[np.int64],
        marked_lines: tuple[NDArray[np.int64], NDArray[np.int64]],
        first_record: int,
    ) -> NDArray[np.uint8]:
        """Return the flags that lines give to the block's new records; older records are marked in the index.

        ``marked_lines``: numbers of damaged lines, and of those that repeat a header before "Traceback".
        """
        damaged, repeated = marked_lines
        flags = np.zeros(int(np.count_nonzero(heads)), dtype=np.uint8)
        continuation = np.flatnonzero(~heads & ~shape.blank)
        starts_with_t = continuation[lines.data[lines.starts[continuation]] == _TRACEBACK[0]]
        traced = [
            line
            for line in starts_with_t.tolist()
            if lines.data[lines.starts[line] : lines.starts[line] + len(_TRACEBACK)].tobytes() == _TRACEBACK
        ]
        for marked, flag in (
            (continuation, Flag.MULTILINE),
            (np.concatenate((np.array(traced, dtype=np.int64), repeated)), Flag.TRACEBACK),
            (damaged, Flag.DAMAGED),
        ):
            records = owners[marked]
            new = records >= first_record
            flags[records[new] - first_record] |= np.uint8(flag)
            older = records[~new]
            if len(older) and first_record:
                self._index.add_flags(older[older >= 0], int(flag))
        return flags
