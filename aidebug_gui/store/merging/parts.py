"""One file of a merged log: read by itself, into tables of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.model import ParsedRecord
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.database import Database, SchemaDatabase
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.ingest import TABLE, Ingest
from aidebug_gui.store.merging.order import Integers, Times
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.scan import Scanner

SOURCE = "source"
"""The column of a merged log that names the file."""
ORIGIN = "origin"
"""Where a file's own ``source`` (a line of code, a stream) goes in a merged log."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a file there is at one moment. ``generation``: it is void when the file was read anew since."""

    state: StoreState
    records: int
    generation: int


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
        self.database = SchemaDatabase(database, schema)
        self.index = RecordIndex()
        self.ingest = Ingest(spool, self.database, self.index, catalog, changed)
        self.scanner = Scanner(spool, self.database, self.index)
        self.fields = Fields(self.database, self.ingest, self.scanner)

    @property
    def is_over(self) -> bool:
        """Whether all that is in the file now is read, or reading it came to an end."""
        state = self.ingest.state
        return state.complete or state.cancelled or bool(state.error)

    def extent(self) -> Extent:
        """Return how much is read now."""
        with self.ingest.swap:
            state = self.ingest.state
            return Extent(state, min(state.records, self.index.count), self.ingest.generation)

    def times(self, records: int) -> Times:
        """Return the times of the first records, in ns, as the file has them."""
        if not records:
            return np.ma.masked_array(np.empty(0, dtype=np.int64))
        sql = f"SELECT time FROM {TABLE} WHERE rowid < ?"
        times: Times = np.ma.asarray(self.database.execute(sql, [records]).fetchnumpy()["time"])
        return times + self.shift_ns

    def places(self, records: int) -> tuple[Integers, Integers]:
        """Return (offset, length) of the first records; the last one counts a newline that the file may lack."""
        bounds = self.index.bounds(0, records)
        lengths = np.diff(bounds)
        if records and bounds[-1] > 0 and self.spool.read(int(bounds[-1]) - 1, 1) != b"\n":
            lengths[-1] += 1
        return bounds[:-1], lengths

    def lines(self, records: int, total: int) -> tuple[Integers, Integers]:
        """Return the first and the last line (0-based) of the first records of a file of ``total`` lines."""
        first = self.index.lines(np.arange(records)) - 1
        return first, np.append(first[1:] - 1, max(total - 1, 0)) if records else first

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
