"""Reads several files and puts their records in the order of time.

Each file is read by its own reader into tables of its own; two at a time, each keeps all processors busy. What they
have so far is merged now and then, and finally when all are read. Each merge numbers all records again and counts up
``generation``: a file whose first record is older than what another already told changes every number. The work for
that doubles at most what one merge costs, because the next one waits until there are twice as many records.

To the rest of the engine this looks like the reader of one file (``store.reading.Reading``).
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.combined_layout import combined_layout
from aidebug_gui.formats.model import Layout
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.sources.events import SourceEvent
from aidebug_gui.store.database import Database
from aidebug_gui.store.merging.index import MergedIndex
from aidebug_gui.store.merging.order import NOTHING, Integers, Order, Times, merge
from aidebug_gui.store.merging.parts import ORIGIN, SOURCE, Extent, Part
from aidebug_gui.store.merging.table import MERGED, fill_table
from aidebug_gui.store.merging.text import MergedSpool, TextMap
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.translatable import joined, translatable

AT_ONCE = 2
GROWTH = 2
"""While files are read their records are merged again when there are so many times more of them."""
WAIT_S = 0.1


class MergedProjection(Projection):
    """The columns of all files, and those that name the file."""

    @property
    def columns(self) -> dict[str, str]:
        inherited = super().columns
        named = {SOURCE: "VARCHAR"} | ({ORIGIN: "VARCHAR"} if SOURCE in inherited else {})
        return {**{name: kind for name, kind in inherited.items() if name not in named}, **named}


@dataclass(frozen=True, slots=True)
class MergeTarget:
    """Where the records of several files go: text, tables and index, and the definitions that they are read with."""

    spool: MergedSpool
    database: Database
    index: MergedIndex
    catalog: Catalog


class Merger:
    """Reads ``parts`` into one table and one index. ``changed`` is called from its thread when there is more."""

    def __init__(
        self,
        parts: Sequence[Part],
        target: MergeTarget,
        changed: Callable[[], None],
        notice: str = "",
    ) -> None:
        """``notice``: what there is to tell of how the files were found."""
        self.swap = threading.RLock()
        self.parts = tuple(parts)
        self.order: Order = NOTHING
        self.generation = 0
        self.time_range: tuple[int, int] | None = None
        self.titles: dict[int, str] = parts[0].ingest.titles
        self._spool = target.spool
        self._database = target.database
        self._index = target.index
        self._catalog = target.catalog
        self._changed = changed
        self._found = notice
        self._cancelled = threading.Event()
        self._news = threading.Event()
        self._states: list[StoreState] = []
        self._use(Layout())
        self._database.execute(self.projection.create_table(TABLE))
        self.state = StoreState(bytes_total=self._spool.progress()[1])
        self._settled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="merge", daemon=True)

    def _use(self, layout: Layout) -> None:
        self.layout = layout
        self.projection: Projection = MergedProjection(layout, self._catalog.levels)
        self.parser = RecordParser(layout, self._catalog)

    # --- the reading

    def start(self) -> None:
        self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until all files are read and merged; False if they are not within ``timeout`` seconds."""
        return self._settled.wait(timeout)

    def cancel(self) -> None:
        """End the reading soon. What was read stays."""
        self._cancelled.set()
        for part in self.parts:
            part.ingest.cancel()
        self._news.set()

    def close(self) -> None:
        """Cancel, and wait for all threads."""
        self.cancel()
        if self._thread.ident is not None:
            self._thread.join()

    def record_of(self, at: int, event: SourceEvent) -> int:
        """Return the first record that came after something happened to a file, their count if there is none."""
        row, order = self.parts[at].index.record_at_offset(event.offset), self.order
        ranks = order.ranks[at] if at < len(order.ranks) else ()
        return int(ranks[row]) if row < len(ranks) else order.count

    def on_part_read(self) -> None:
        """A file was read on (called from its thread)."""
        self._news.set()

    def _run(self) -> None:
        try:
            self._read_all()
        except Exception as error:
            if not self._cancelled.is_set():  # a closed database is how a cancelled reading may end
                self._publish(complete=True, error=translatable("Merging stopped: {reason}", reason=str(error)))
                raise
        finally:
            self._settled.set()

    def _read_all(self) -> None:
        waiting = list(self.parts)
        reading: list[Part] = []
        while waiting or reading:
            while waiting and len(reading) < AT_ONCE and not self._cancelled.is_set():
                reading.append(waiting.pop(0))
                reading[-1].start()
            self._news.wait(WAIT_S)
            self._news.clear()
            reading = [part for part in reading if not part.ingest.wait(0)]
            if self._cancelled.is_set():
                waiting.clear()
            records = sum(part.ingest.state.records for part in self.parts)
            if (waiting or reading) and self._must_merge_at(records):
                self._merge()
            self._publish()
        self._merge()
        self._publish(complete=not self._cancelled.is_set())

    def _must_merge_at(self, records: int) -> bool:
        return records > 0 and records >= GROWTH * max(1, self._index.count)

    # --- the merge

    def _merge(self) -> None:
        """Put what is read so far in order, and let it take the place of the order before."""
        extents = tuple(self._extent_of(at) for at in range(len(self.parts)))
        order = merge(self._times_of(extents))
        layout = combined_layout([extent.layout for extent in extents], [extent.records for extent in extents])
        try:
            fill_table(self._database, MergedProjection(layout, self._catalog.levels), self.parts, order)
        except (duckdb.Error, pa.ArrowException):
            if self._is_current(extents):
                raise
        if not self._is_current(extents):
            return  # a file is read again just now: the next merge comes soon
        places = Places(order, extents)
        ((first, last),) = self._database.execute(f"SELECT min(time), max(time) FROM {MERGED}").fetchall()
        with self.swap:
            self.generation += 1
            self._rename_table()
            self._use(layout)
            self.order, self._states = order, [extent.state for extent in extents]
            self._spool.map = text = places.text
            self._index.clear()
            self._index.append(text.starts[:-1], places.lines, places.flags, int(text.starts[-1]))
            self._index.set_last_lines(places.last_lines)
            self.time_range = None if first is None else (first, last)
            self._on_merged(extents)

    def _rename_table(self) -> None:
        """Let the new table take the place of the old one; nobody ever sees none."""
        with closing(self._database.cursor()) as cursor:
            cursor.begin()
            cursor.execute(f"DROP TABLE {TABLE}")
            cursor.execute(f"ALTER TABLE {MERGED} RENAME TO {TABLE}")
            cursor.commit()

    def numbers_now(self, numbers: Integers, generation: int) -> Integers | None:
        """Return what records are numbered now that were numbered so in ``generation``; None if nobody knows."""
        return numbers if generation == self.generation else None

    def _extent_of(self, at: int) -> Extent:
        """Return what is to be merged of a file."""
        return self.parts[at].extent()

    def _times_of(self, extents: Sequence[Extent]) -> list[Times]:
        """Return by which times the records are ordered."""
        return [extent.times for extent in extents]

    def _on_merged(self, extents: Sequence[Extent]) -> None:
        """All records are in a new order."""

    def _is_current(self, extents: Sequence[Extent]) -> bool:
        """Return whether no file was read again since."""
        return all(
            part.ingest.generation == extent.generation or not extent.records
            for part, extent in zip(self.parts, extents, strict=True)
        )

    # --- the state

    def _is_live(self) -> bool:
        """Return whether more may come."""
        return False

    def _publish(self, *, complete: bool = False, error: str = "") -> None:
        self.state = self._state_now(complete=complete, error=error)
        self._changed()

    def _state_now(self, *, complete: bool, error: str = "") -> StoreState:
        states = self._states
        done, total = _bytes(self.parts)
        formats: Counter[str] = Counter()
        for state in states:
            formats.update(state.formats)
        return StoreState(
            bytes_total=total,
            bytes_read=done,
            lines=sum(state.lines for state in states),
            records=self._index.count,
            continuation=sum(state.continuation for state in states),
            blank=sum(state.blank for state in states),
            not_understood=sum(state.not_understood for state in states),
            formats=dict(formats.most_common()),
            complete=complete,
            cancelled=self._cancelled.is_set(),
            error=error or self._named_texts(part.ingest.state.error for part in self.parts),
            notice=joined(self._found, *self._notices()) if complete else "",
            generation=self.generation,
            live=self._is_live() and not self._cancelled.is_set() and not error,
            provisional=not complete and not self._settled.is_set(),
        )

    def _notices(self) -> Iterable[str]:
        timeless = [part.name for part in self.parts if part.ingest.state.records and part.ingest.time_range is None]
        if timeless and self.time_range is not None:
            yield translatable(
                "{names}: no times, so the place of these records among the others is unknown.",
                names=", ".join(timeless),
            )
        yield self._named_texts(part.ingest.state.notice for part in self.parts)

    def _named_texts(self, texts: Iterable[str]) -> str:
        named = zip(self.parts, texts, strict=True)
        return joined(*(translatable("{name}: {text}", name=part.name, text=text) for part, text in named if text))


def _bytes(parts: Iterable[Part]) -> tuple[int, int]:
    states = [part.ingest.state for part in parts]
    return sum(state.bytes_read for state in states), sum(state.bytes_total for state in states)


class Places:
    """Where the records' texts are, their first and last lines and their flags, in merged order."""

    def __init__(self, order: Order, extents: Sequence[Extent]) -> None:
        offsets, lengths = np.empty(order.count, dtype=np.int64), np.empty(order.count, dtype=np.int64)
        self.lines, self.last_lines = offsets.copy(), offsets.copy()
        self.flags = np.empty(order.count, dtype=np.uint8)
        for extent, ranks in zip(extents, order.ranks, strict=True):
            offsets[ranks], lengths[ranks] = extent.offsets, extent.lengths
            self.lines[ranks], self.last_lines[ranks] = extent.lines, extent.last_lines
            self.flags[ranks] = extent.flags
        starts = np.zeros(order.count + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        self.text = TextMap(starts, offsets, order.part)
