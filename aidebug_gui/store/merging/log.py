"""The store of several files that are one log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.several import Addresses, short_names
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.store.database import Database
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.merging.fields import MergedFields
from aidebug_gui.store.merging.index import MergedIndex
from aidebug_gui.store.merging.merger import Merger
from aidebug_gui.store.merging.pages import MergedPages
from aidebug_gui.store.merging.parts import Part
from aidebug_gui.store.merging.text import MergedSpool
from aidebug_gui.store.protocol import MergedFile
from aidebug_gui.store.scan import Scanner

_NAMED = 5


class MergedLog(FileLog):
    """Several files as one log: all that can be asked of one file can be asked of it."""

    def __init__(self, addresses: Addresses, catalog: Catalog, shifts_ns: Mapping[str, int] | None = None) -> None:
        """Open the files and begin to read.

        ``shifts_ns``: what to add to the times of a file, by its name. Raises SourceError if one of the files that
        were named cannot be opened, or none of those that were found, and for a shift of a file that is not there.
        """
        spools, names, left_out = _opened(addresses)
        database, index = Database(), MergedIndex()
        parts = [
            Part(name, spool, database, f"part_{number}", catalog, self._tell_news)
            for number, (name, spool) in enumerate(zip(names, spools, strict=True))
        ]
        for part in parts:
            part.shift_ns = (shifts_ns or {}).get(part.name, 0)
        spool = MergedSpool(addresses.place, spools)
        self._merger = Merger(parts, spool, database, index, catalog, self._changed, left_out)
        scanner = Scanner(spool, database, index)
        fields = MergedFields(database, self._merger, scanner)
        pages = MergedPages(spool, index, self._merger)
        self._assemble(addresses.place, (spool, database, index), (self._merger, scanner, fields, pages))
        self.name = addresses.title
        self.files = tuple(spool.path for spool in spools)
        self.problems = catalog.problems
        unknown = set(shifts_ns or {}) - set(names)
        if unknown:
            self.close()
            raise SourceError(f"There is no file {', '.join(sorted(unknown))} to shift. There are: {', '.join(names)}.")
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

    def _tell_news(self) -> None:
        self._merger.tell_news()


def _opened(addresses: Addresses) -> tuple[list[Spool], list[str], str]:
    """Return the opened files, what they are called, and in words which of those that were found are left out."""
    spools: list[Spool] = []
    paths: list[Path] = []
    problems: list[str] = []
    try:
        for path in addresses.paths:
            try:
                spools.append(open_spool(path))
                paths.append(path)
            except SourceError as problem:
                if not addresses.found:
                    raise
                problems.append(str(problem))
        if not spools:
            raise SourceError(" ".join(problems[:_NAMED]) or f"There is no log in {addresses.place}.")
    except SourceError:
        for spool in spools:
            spool.close()
        raise
    left_out = f"{len(problems)} left out: {' '.join(problems[:_NAMED])}" if problems else ""
    return spools, short_names(paths), left_out
