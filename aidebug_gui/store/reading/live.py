"""Reading a log that grows: what there is, like any log, and then what comes, some lines at a time.

A last line without its end is taken as a record of its own or as a continuation, whatever it looks like by then. When it
grows, it is taken back and read again: a record that was shown stays one and its row is changed in place, for row ids of
the table must stay dense. So the accounts hold at every moment.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.grown_layout import grown, with_fields
from aidebug_gui.formats.model import Layout, ParsedRecord
from aidebug_gui.sources.blocks import Block, blocks
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database, SchemaDatabase
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.reading.few_lines import FEW_BYTES, FEW_LINES, FewPreparer, few_records
from aidebug_gui.store.reading.filling import Filling
from aidebug_gui.store.reading.ingest import (
    FIRST_BLOCK_BYTES,
    HEAD_LINES,
    SAMPLE_LINES,
    SAMPLE_PLACES,
    TABLE,
    Ingest,
)
from aidebug_gui.store.reading.newest_rows import NewestRows
from aidebug_gui.store.reading.news import LOOKED_AT_LINES, SHORT_FIELDS_S, News, names_in
from aidebug_gui.store.reading.preparing import LineState, Prepared
from aidebug_gui.store.sql.quoting import identifier

WAIT_S = 0.5
PACE_S = 0.02
"""What comes faster is read together: a round costs some milliseconds whatever it holds."""
LIVE_ROUND_S = 0.2
BACKLOG_BYTES = 4 << 20
"""A log that is so far behind is not called complete."""
GROWTH = 4
"""A short log is looked at again when it is so many times as long: its first lines may be of another kind."""
FRESH_RECORDS = 100
SAMPLE_BYTES = 256 << 10
FILL_S = 0.05
FILL_SHARE = 20
"""Columns are added at the earliest after 20 times as long as it took the last time."""
MOST_AGAIN_BYTES = 64 << 20
"""Of a longer log nothing is read again but the records that hold what is new."""
_SCHEMAS = count()  # several files of one log share a database
_CLOCK_NS = 6 * 3600 * 10**9


@dataclass(frozen=True, slots=True)
class _OpenLine:
    """The last line, which has no end yet. ``lines``: the state before it. ``record``: its own, -1 if it continues one.

    ``flags``: of the record before it, which it may have changed.
    """

    start: int
    stop: int
    lines: LineState
    record: int
    flags: int


class LiveIngest(Ingest):
    """Reads ``spool`` for as long as it is live."""

    def __init__(
        self, spool: Spool, database: Database, index: RecordIndex, catalog: Catalog, changed: Callable[[], None]
    ) -> None:
        self.newest = NewestRows()
        super().__init__(spool, database, index, catalog, changed)
        self.wait_s = WAIT_S  # how long at most nothing is looked at while nothing is told
        self._position = 0  # behind the last whole line that was read
        self._open: _OpenLine | None = None
        self._news = News()
        self._filling: Filling | None = None
        self._filled_until = 0.0
        self._looked_s = 0.0
        self._detected_at = 0
        self._published: tuple[int, int, bool, Layout] | None = None

    def cancel(self) -> None:
        """Let nothing more come. What is there is read to its end, if it was read to its end before."""
        if not self._is_read.is_set():
            self._cancelled.set()
        self._spool.stop()

    def close(self) -> None:
        self._cancelled.set()
        super().close()

    def _begin(self, layout: Layout) -> None:
        self.newest.forget()
        super()._begin(layout)

    def _use(self, layout: Layout) -> None:
        super()._use(layout)
        self._few_preparer = FewPreparer(self._database, self._statements, self._catalog, self.projection, self.parser)
        known = {*layout.message_patterns, *layout.json_patterns}
        self._unknown_patterns = [pattern for pattern in self._catalog.message_patterns if pattern not in known]

    def _readable(self) -> int:
        return self._spool.ends()[0]

    def _read_all(self) -> None:
        self._detected_at = self._spool.size()  # how long the log was when its layout was found
        super()._read_all()
        self._position = max(self._start, self._index.end)
        while not self._cancelled.is_set():
            is_live = self._spool.live  # asked first: what arrives after the answer is read in the next round
            begun = time.monotonic()
            has_news = self._step()
            self._look_for_more()
            is_filling = self._go_on_filling()
            self._publish_if_changed()
            if has_news or is_filling:
                self._cancelled.wait(max(0.0, PACE_S - (time.monotonic() - begun)))
            elif not is_live:
                break
            else:
                wait_s = min(self.wait_s, SHORT_FIELDS_S) if self._news.is_waiting else self.wait_s
                self._spool.wait_for(self._spool.size() + 1 if self._is_level() else 0, wait_s)
        self._look_for_more(is_over=True)
        while self._go_on_filling():
            pass
        complete = not self._cancelled.is_set()
        self._publish(complete=complete, error=self._spool.error, notice=self._notice())

    def _is_level(self) -> bool:
        """Return whether all that can be seen is read."""
        lines_end, size = self._spool.ends()
        return lines_end <= self._position and size <= (self._open.stop if self._open else self._position)

    def _publish_if_changed(self) -> None:
        """Publish what was read, and that all is read; once."""
        size = self._spool.size()
        is_complete = size - self._position < BACKLOG_BYTES
        news = (self._index.end, self._lines.lines, is_complete, self.layout)
        if self._published is None or news[:3] != self._published[:3] or news[3] is not self._published[3]:
            self._published = news
            self._publish(complete=is_complete, notice=self._spool.notice)
        if is_complete:
            self._is_read.set()

    # --- what comes

    def _step(self) -> bool:
        """Take some of what came; False if there is nothing."""
        lines_end, size = self._spool.ends()
        if self._open is not None:
            return size > self._open.stop and self._take_open_line_again(self._open, size)
        if lines_end > self._position:
            if self._is_another(lines_end):
                return True
            self._take_lines(lines_end)
            return True
        if size > self._position:
            self._take_open_line(size)
            return True
        return False

    def _take_lines(self, end: int) -> None:
        """Take whole lines."""
        if end - self._position <= FEW_BYTES and not self.layout.rewritten:
            block = next(blocks(self._spool, self._position, end=end))
            if len(block.starts) <= FEW_LINES + 1 and self._take_few(block):
                self._position = block.offset + block.length
                return
        begun, self._position = self._position, self._read_round(self._position, LIVE_ROUND_S)
        some = self._spool.read(begun, min(self._position - begun, FEW_BYTES)).split(b"\n")[:LOOKED_AT_LINES]
        self._note_news([self.parser.parse(line) for line in some])

    def _take_few(self, block: Block) -> bool:
        """Take the few lines of a block; False if the engine must do it."""
        prepared, lines = self._prepared(block, self._lines)
        try:
            records = few_records(prepared, self.parser, self.projection.columns)
        except OverflowError:
            return False
        if records.table.num_rows:
            with closing(self._database.cursor()) as cursor:
                cursor.register("few", records.table)
                cursor.execute(f"INSERT INTO {TABLE} BY NAME SELECT * FROM few")
            self.newest.add(self._lines.records, records.table)
        self._formats.update(records.formats)
        self._extend_time_range(records.span)
        self._add(prepared, lines)
        self._note_news(records.parsed)
        return True

    def _add(self, prepared: Prepared, lines: LineState) -> None:
        """Let the records of a block be there. ``lines``: the state behind it."""
        self._index.note(self._index.count, prepared.offsets, prepared.numbers, prepared.flags)
        self._show(self._index.count + len(prepared.offsets), prepared.end, prepared.older)
        self._lines = lines

    def _prepared(self, block: Block, before: LineState) -> tuple[Prepared, LineState]:
        """Prepare a block, without a statement where that can be; return the state behind it, too.

        Formats that the block brings are known afterwards.
        """
        lines = before.copy()
        preparer = self._preparer if self.layout.rewritten else self._few_preparer
        prepared = preparer.prepare(block, lines)
        return self._prepared(block, before) if self._adopt(prepared.present) else (prepared, lines)

    # --- the last line, while it has no end

    def _take_open_line(self, size: int) -> None:
        start = self._position
        before = self._lines.copy()
        flags = self._flags_of_last()
        block = next(blocks(self._spool, start, end=size))
        if self.layout.rewritten or not self._take_few(block):
            self._insert_by_engine(block)
        record = self._lines.records - 1 if self._lines.records > before.records else -1
        self._open = _OpenLine(start, size, before, record, flags)
        self._position = start

    def _insert_by_engine(self, block: Block) -> None:
        """Take one line with the engine's statement."""
        prepared, lines = self._prepared(block, self._lines)
        if prepared.present:
            with closing(self._database.cursor()) as cursor:
                cursor.register("block", prepared.table)
                cursor.execute(self.projection.insert(TABLE, "block", prepared.present, careful=True))
                self._count(cursor, self._lines.records)
        self._add(prepared, lines)

    def _take_open_line_again(self, line: _OpenLine, size: int) -> bool:
        """Read the last line again, which is longer now and may have its end."""
        block = next(blocks(self._spool, line.start, end=self._end_of_line(line.start, size)))
        self._lines = line.lines.copy()
        self._open = None
        if line.record < 0:
            self._index.change_last(line.flags, line.start)
            if block.last_open:
                self._take_open_line(size)
            elif self.layout.rewritten or not self._take_few(block):
                self._insert_by_engine(block)
        else:
            self._change_record(line.record, block)
            if block.last_open:
                self._open = replace(line, stop=block.offset + block.length)
        self._position = line.start if block.last_open else block.offset + block.length
        return True

    def _end_of_line(self, start: int, size: int) -> int:
        """Return where the line that begins at ``start`` ends by now."""
        position = start
        while position < size:
            data = self._spool.read(position, min(size - position, FIRST_BLOCK_BYTES))
            newline = data.find(b"\n")
            if newline >= 0 or not data:
                return position + newline + 1 if data else size
            position += len(data)
        return size

    def _change_record(self, record: int, block: Block) -> None:
        """Let ``block``, one line, be the text of the last record, which is there already."""
        self._lines.carry.any_record = False  # so that the line begins a record, as it did when it was shorter
        prepared, self._lines = self._prepared(block, self._lines)
        row = self._projected(prepared)
        self.newest.forget()
        old = self._database.execute(f"SELECT format FROM {TABLE} WHERE rowid = ?", [record]).fetchall()
        changes = ", ".join(f"{identifier(name)} = ?" for name in row)
        self._database.execute(f"UPDATE {TABLE} SET {changes} WHERE rowid = ?", [*row.values(), record])
        code, when = row["format"], row["time"]
        assert isinstance(code, int)
        self._formats[code] += 1
        self._formats = +(self._formats - Counter({old[0][0]: 1}))
        self._extend_time_range((when, when) if isinstance(when, int) else None)
        self._index.change_last(int(prepared.flags[0]), prepared.end)

    def _projected(self, prepared: Prepared) -> Mapping[str, object]:
        """Return the row of the one record that begins in a block."""
        try:
            if not self.layout.rewritten:
                records = few_records(prepared, self.parser, self.projection.columns)
                self._note_news(records.parsed)
                row: Mapping[str, object] = records.table.to_pylist()[0]
                return row
        except OverflowError:
            pass
        with closing(self._database.cursor()) as cursor:
            cursor.register("block", prepared.table)
            found = cursor.execute(self.projection.select("block", prepared.present, careful=True)).fetchall()
        return dict(zip(self.projection.columns, found[0], strict=True))

    def _flags_of_last(self) -> int:
        count = self._index.count
        return int(self._index.flags(count - 1, count)[0]) if count else 0

    def _extend_time_range(self, span: tuple[int, int] | None) -> None:
        if span is not None:
            known = self.time_range or span
            self.time_range = (min(span[0], known[0]), max(span[1], known[1]))

    # --- what the log holds

    def _is_another(self, lines_end: int) -> bool:
        """Detect again while the log is short; if that shows another layout, read all again and return True."""
        is_old = self.layout.written_ns and time.time_ns() - self.layout.written_ns > _CLOCK_NS
        if is_old:  # the year of times without one depends on it
            self._use(replace(self.layout, written_ns=time.time_ns()))
        return self._has_grown(lines_end) and self._is_short(lines_end) and self._detect_again(lines_end)

    def _has_grown(self, lines_end: int) -> bool:
        return lines_end >= GROWTH * self._detected_at

    def _is_short(self, lines_end: int) -> bool:
        """Return whether it costs little to read all again, and whether that can be done."""
        is_short = self._lines.lines < HEAD_LINES and lines_end <= FIRST_BLOCK_BYTES
        return is_short and self._open is None and not self._spool.lost

    def _detect_again(self, lines_end: int) -> bool:
        self._detected_at = lines_end
        layout = self._detect(self._spool.read(self._start, lines_end - self._start).split(b"\n")[:HEAD_LINES])
        if layout.reads_like(self.layout):
            self._use(replace(self.layout, fields=layout.fields, further_fields=layout.further_fields))
            return False
        self._read_again_by(layout, lines_end)
        return True

    def _read_again_by(self, layout: Layout, lines_end: int) -> None:
        """Read by another layout what is read up to here, and let it take the place of that."""
        schema = f"anew_{next(_SCHEMAS)}"
        other = LiveIngest(
            self._spool, SchemaDatabase(self._database, schema), RecordIndex(), self._catalog, lambda: None
        )
        other.read_as(layout, self._start, lines_end)
        self._become(other, f"{schema}.{TABLE}")
        self._database.execute(f"DROP SCHEMA {schema} CASCADE")

    def read_as(self, layout: Layout, start: int, end: int) -> None:
        """Read from ``start`` up to ``end`` by a layout, here and now."""
        self._begin(layout)
        while self._index.end < end:
            self._read_round(max(start, self._index.end), LIVE_ROUND_S)
        self._statements.close()

    def _become(self, other: LiveIngest, table: str) -> None:
        """Let what another one read of the same spool take the place of what was read here, at once."""
        before = self._index.bounds(0, self._index.count)
        known = len(before) - 1
        with self.swap:
            self.newest.forget()
            self._database.execute(f"CREATE OR REPLACE TABLE {TABLE} AS SELECT * FROM {table}")
            self._lines, self._formats = other._lines, other._formats
            self._careful, self.time_range = other._careful, other.time_range
            self._index.become(other._index)
            self._use(other.layout)
            self.generation += 1
            self._filling = None
        self._position = self._index.end
        if known <= FRESH_RECORDS or not np.array_equal(before[:known], self._index.bounds(0, known)[:known]):
            self._numberings += 1  # for few records it only makes the window show them as they are read now

    def _note_news(self, records: Sequence[ParsedRecord]) -> None:
        self._news.note(names_in(records, self._unknown_patterns), time.monotonic(), self._lines.lines)

    def _look_for_more(self, *, is_over: bool = False) -> None:
        """Let what came later be fields and columns, too: a short log is read again for it, the table of others grows.

        ``is_over``: no more will come to tell what it is.
        """
        news, now, line = self._news, time.monotonic(), self._lines.lines
        if self._filling is not None or self._cancelled.is_set():
            return
        if self._is_short(self._position):
            if news.is_waiting and (is_over or now - self._looked_s >= SHORT_FIELDS_S):
                self._looked_s = now
                self._detect_again(self._position)
                news.looked(now, line, is_over=True)
            return
        is_enough = is_over or (news.is_enough(now, line) and now >= self._filled_until)
        if not (news.is_due(now, line, may_grow=is_enough) or (is_over and news.is_waiting)):
            return
        newest = self._newest_lines(news.lines_to_look_at(line))
        seen = self._detect(newest)
        if is_enough and set(seen.wrappers) - set(self.layout.wrappers):
            self._unwrap(newest)
        layout = grown(self.layout, seen) if is_enough else with_fields(self.layout, seen)
        if not layout.reads_like(self.layout):
            self._fill(layout)
        elif layout != self.layout:
            self._use(layout)
        news.looked(now, line, is_over=is_enough)

    def _unwrap(self, newest: Sequence[bytes]) -> None:
        """Read all again, where that costs little, if lines turn out to be wrapped: other lines may be records then."""
        if self._position > MOST_AGAIN_BYTES or self._open is not None or self._spool.lost:
            return
        begun = time.monotonic()
        layout = self._detect([*self._spool.sample_lines(SAMPLE_PLACES, SAMPLE_LINES), *newest])
        if set(layout.wrappers) - set(self.layout.wrappers):
            self._read_again_by(layout, self._position)
            self._filled_until = time.monotonic() + FILL_SHARE * (time.monotonic() - begun)

    def _newest_lines(self, count: int) -> list[bytes]:
        start = max(self._start, self._position - SAMPLE_BYTES)
        lines = self._spool.read(start, self._position - start).split(b"\n")
        return lines[1 if start > self._start else 0 :][-count - 1 :]

    def _fill(self, layout: Layout) -> None:
        """Begin to bring the table to a layout that has grown out of the one that it is of."""
        ground = self._spool, self._database, self._index
        self._filling = Filling((self.layout, layout), ground, self._catalog)

    def _account_for(self, filling: Filling) -> None:
        """Count the records that were filled in as what they are now."""
        self._extend_time_range(filling.span)
        self._formats.update(filling.formats)

    def _go_on_filling(self) -> bool:
        """Fill in some of what records hold by a grown layout; False if there is nothing to fill in."""
        filling = self._filling
        if filling is None:
            return False
        if filling.before is not self.layout:  # it has learned of other formats meanwhile
            self._account_for(filling)
            self._fill(grown(self.layout, filling.layout))
        elif filling.go_on(FILL_S):
            self._filling = None
            self._filled_until = time.monotonic() + FILL_SHARE * filling.took_s
            self._account_for(filling)
            self._formats = +self._formats
            with self.swap:
                self.newest.forget()
                self._use(filling.layout)
                self.generation += 1
        return True
