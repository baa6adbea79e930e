"""One file of a merged log: read by itself, into tables of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.model import Layout, ParsedRecord
from aidebug_gui.sources.events import SourceEvent
from aidebug_gui.sources.follow.followed_file import FollowedFile
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database, SchemaDatabase
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.merging.order import Integers, Times
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.reading.ingest import TABLE, Ingest
from aidebug_gui.store.reading.live import LiveIngest
from aidebug_gui.store.scan import Scanner

WAIT_S = 5.0
"""Hundreds of readers that rest must not cost anything: each is woken when its file grows."""
ACTIVE_S = 0.08
"""A round of a file costs 3 ms and one of the merging 5, whatever they hold; all files are looked at together."""
SOURCE = "source"
"""The column of a merged log that names the file."""
ORIGIN = "origin"
"""Where a file's own ``source`` (a line of code, a stream) goes in a merged log."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What there is of a file at one moment. ``generation``: it is void when the file was read again since.

    Of each record (of a range of them): its time (ns, shifted), offset and length in the file (the last one counts a newline that the file
    may lack), first and last line (0-based) and flags.
    """

    state: StoreState
    generation: int
    layout: Layout
    times: Times
    offsets: Integers
    lengths: Integers
    lines: Integers
    last_lines: Integers
    flags: NDArray[np.uint8]

    @property
    def records(self) -> int:
        return len(self.offsets)


class Part:
    """A file with its reader. ``shift_ns`` is added to its times."""

    def __init__(
        self,
        name: str,
        spool: Spool,
        database: Database,
        schema: str,
        catalog: Catalog,
        changed: Callable[[], None],
    ) -> None:
        self.name = name
        self.spool = spool
        self.schema = schema
        self.shift_ns = 0
        self.joined: SourceEvent | None = None  # told of a file that came later
        self._is_started = False
        self.database = SchemaDatabase(database, schema)
        self.index = RecordIndex()
        self.ingest = (LiveIngest if spool.live else Ingest)(spool, self.database, self.index, catalog, changed)
        if isinstance(self.ingest, LiveIngest):
            self.ingest.wait_s = WAIT_S
        if isinstance(spool, FollowedFile):
            spool.active_s = ACTIVE_S
        self.scanner = Scanner(spool, self.database, self.index)
        self.fields = Fields(self.database, self.ingest, self.scanner)

    @property
    def is_started(self) -> bool:
        """Whether reading it has begun."""
        return self._is_started

    def start(self) -> None:
        """Begin to read."""
        self._is_started = True
        self.ingest.start()

    @property
    def is_over(self) -> bool:
        """Whether all that is in the file now is read, or reading it came to an end."""
        state = self.ingest.state
        return state.complete or state.cancelled or bool(state.error)

    def events(self) -> list[SourceEvent]:
        """Return what happened to the file, and that it came later."""
        return [*([self.joined] if self.joined else []), *self.spool.events()]

    def extent(self, first: int = 0, stop: int | None = None, *, is_timed: bool = True) -> Extent:
        """Return what is read now of the records [first, stop), of one reading; ``is_timed``: with their times."""
        with self.ingest.swap:
            state = self.ingest.state
            known = min(state.records, self.index.count)
            stop = known if stop is None else min(stop, known)
            times = self._times(first, stop if is_timed else first)
            count = len(times) if is_timed else max(0, stop - first)  # the table may lag behind the index
            bounds = self.index.bounds(first, first + count)
            lengths = np.diff(bounds)
            if count and self.spool.read(int(bounds[-1]) - 1, 1) != b"\n":
                lengths[-1] += 1
            lines = self.index.lines(np.arange(first, first + count)) - 1
            following = np.array([first + count])
            next_line = int(self.index.lines(following)[0]) - 1 if following[0] < self.index.count else state.lines
            return Extent(
                state=state,
                generation=self.ingest.generation,
                layout=self.ingest.layout,
                times=times,
                offsets=bounds[:-1],
                lengths=lengths,
                lines=lines,
                last_lines=np.append(lines[1:], max(next_line, 1)) - 1 if count else lines,
                flags=self.index.flags(first, first + count),
            )

    def _times(self, first: int, stop: int) -> Times:
        if stop <= first:
            return np.ma.masked_array(np.empty(0, dtype=np.int64))
        newest = self.newest_rows(first, stop)
        if newest is not None:
            return masked_integers(newest.column("time").combine_chunks()) + self.shift_ns
        sql = f"SELECT time FROM {TABLE} WHERE rowid >= ? AND rowid < ?"
        times: Times = np.ma.asarray(self.database.execute(sql, [first, stop]).fetchnumpy()["time"])
        return times + self.shift_ns

    def newest_rows(self, first: int, stop: int) -> pa.Table | None:
        """Return rows as the file's own table has them, without reading them back; None if that cannot be."""
        return self.ingest.newest.between(first, stop) if isinstance(self.ingest, LiveIngest) else None

    def placed(self, parsed: ParsedRecord) -> ParsedRecord:
        """Return a record as the merged log has it: with the file's name, and its clock put right."""
        values = dict(parsed.values)
        if SOURCE in values:
            values[ORIGIN] = values[SOURCE]
        values[SOURCE] = self.name
        time = values.get("time")
        if self.shift_ns and isinstance(time, int):
            values["time"] = time + self.shift_ns
        return replace(parsed, values=values)


def masked_integers(column: pa.Array) -> Times:
    """Return a column of integers, masked where there is none. From its buffers: Arrow's own ways import pandas."""
    validity, data = column.buffers()
    rows = slice(column.offset, column.offset + len(column))
    values = np.frombuffer(data, dtype=np.int64)[rows]
    if validity is None:
        return np.ma.masked_array(values)
    is_known = np.unpackbits(np.frombuffer(validity, dtype=np.uint8), bitorder="little")[rows]
    return np.ma.masked_array(values, is_known == 0)
