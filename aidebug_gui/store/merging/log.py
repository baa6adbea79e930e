"""The store of several files that are one log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path

import numpy as np

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.sources.addresses import Addresses, name_as_text
from aidebug_gui.sources.follow.file_set import FileSet, FileWatch
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.store.database import Database
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.merging.fields import MergedFields
from aidebug_gui.store.merging.index import MergedIndex
from aidebug_gui.store.merging.live import LiveMerger
from aidebug_gui.store.merging.merger import Merger, MergeTarget
from aidebug_gui.store.merging.opening import limits_of_each, opened
from aidebug_gui.store.merging.pages import MergedPages
from aidebug_gui.store.merging.parts import Part
from aidebug_gui.store.merging.tails import joined
from aidebug_gui.store.merging.text import MergedSpool
from aidebug_gui.store.protocol import LogEvent, MergedFile, Rows
from aidebug_gui.store.scan import Scanner
from aidebug_gui.translatable import translatable


class MergedLog(FileLog):
    """Several files as one log: all that can be asked of one file can be asked of it."""

    is_one_file = False

    def __init__(
        self,
        addresses: Addresses,
        catalog: Catalog,
        shifts_ns: Mapping[str, int] | None = None,
        *,
        follow: bool = False,
    ) -> None:
        """Open the files and begin to read.

        ``shifts_ns``: what to add to the times of a file, by its name. ``follow``: go on with what plain files get, and
        with files that come later. Raises SourceError if one of the files that were named cannot be opened, or none of
        those that were found, and for a shift of a file that is not there.
        """
        addresses, spools, names, left_out = opened(addresses, follow=follow)
        database, index = Database(), MergedIndex()
        self._catalog = catalog
        self._names = list(names)
        parts = [
            Part(name, spool, database, f"part_{number}", catalog, self._on_part_read)
            for number, (name, spool) in enumerate(zip(names, spools, strict=True))
        ]
        for part in parts:
            part.shift_ns = (shifts_ns or {}).get(part.name, 0)
        spool = MergedSpool(addresses.place, spools)
        target = MergeTarget(spool, database, index, catalog)
        reader = LiveMerger if follow else Merger
        self._merger: Merger = reader(parts, target, self._changed, left_out)
        if isinstance(self._merger, LiveMerger):
            files = FileSet(addresses.places, addresses.paths, spools, limits_of_each(len(spools)))
            self._merger.watch = FileWatch(files, self._on_joined)
        scanner = Scanner(spool, database, index)
        fields = MergedFields(database, self._merger, scanner)
        pages = MergedPages(spool, index, self._merger)
        self._assemble(addresses.place, (spool, database, index), (self._merger, scanner, fields, pages))
        self._addresses, self._joined = addresses, 0
        self.name = addresses.title()
        self.files = tuple(spool.path for spool in spools)
        self.problems = catalog.problems
        unknown = set(shifts_ns or {}) - set(names)
        if unknown:
            self.close()
            raise SourceError(
                translatable(
                    "There is no file {unknown} to shift. There are: {names}.",
                    unknown=", ".join(sorted(unknown)),
                    names=", ".join(names),
                )
            )
        self._merger.start()

    def merged_files(self) -> list[MergedFile]:
        return [
            MergedFile(part.name, part.spool.path, part.shift_ns, part.ingest.state.records)
            for part in self._merger.parts
        ]

    def files_of(self, records: Sequence[int]) -> list[int]:
        parts = self._merger.order.part
        return [int(parts[record]) if 0 <= record < len(parts) else 0 for record in records]

    def close(self) -> None:
        self._listeners.clear()
        self._merger.close()
        self._database.close()
        self._spool.close()

    def _on_part_read(self) -> None:
        self._merger.on_part_read()

    # --- following

    def events(self) -> list[LogEvent]:
        """Return what happened to the files, by time."""
        merger = self._merger
        return sorted(
            (
                LogEvent(event.kind, event.text, merger.record_of(at, event), event.time_ns)
                for at, part in enumerate(merger.parts)
                for event in part.events()
            ),
            key=attrgetter("time_ns"),
        )

    def hold_numbers(self, *, is_held: bool) -> None:
        if isinstance(self._merger, LiveMerger):
            self._merger.is_held = is_held

    def numbers_now(self, numbers: Rows, generation: int) -> Rows | None:
        return self._merger.numbers_now(numbers, generation)

    def files_between(self, first: int, stop: int) -> Rows:
        return self._merger.order.part[first:stop].astype(np.int64)

    def _on_joined(self, path: Path, spool: Spool) -> None:
        """Take in a new file (the thread that looks for them)."""
        name = name_as_text(path.name)
        folders = list(path.parent.parts)
        while name in self._names and folders:
            name = f"{name_as_text(folders.pop())}/{name}"
        part = Part(name, spool, self._database, f"part_{len(self._names)}", self._catalog, self._on_part_read)
        self._names.append(name)
        part.joined = joined(path)
        self.files = (*self.files, spool.path)
        self._joined += 1
        self.name = self._addresses.title(self._joined)
        assert isinstance(self._merger, LiveMerger)
        self._merger.join(part)
