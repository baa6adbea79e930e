"""The records at rest: line index, typed columns, filters, pages, aggregates, export. Imports ``formats`` and below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aidebug_gui.resources import user_directory

if TYPE_CHECKING:
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.store.log import FileLog


def open_log(path: Path, catalog: Catalog | None = None) -> FileLog:
    """Open a log and begin to read it in the background, by default with the user's own definitions too.

    A directory or a pattern (``logs/*.jsonl``) is opened as one log. Raises SourceError, with the reason in words, if
    the file cannot be opened.
    """
    from aidebug_gui.formats.catalog import Catalog as Definitions
    from aidebug_gui.sources.several import is_several
    from aidebug_gui.store.log import FileLog as Log  # DuckDB and Arrow cost 0.2 s: not before a log is opened

    if is_several(path):
        return open_merged([path], catalog=catalog)
    return Log(path, catalog or Definitions.load(user_directory()))


def open_merged(
    paths: Sequence[Path], shifts_ns: Mapping[str, int] | None = None, catalog: Catalog | None = None
) -> FileLog:
    """Open several files as one log, merged by time.

    ``shifts_ns``: what is added to the times of a file, by its name. Raises SourceError.
    """
    from aidebug_gui.formats.catalog import Catalog as Definitions
    from aidebug_gui.sources.several import together
    from aidebug_gui.store.merging.log import MergedLog

    return MergedLog(together(paths), catalog or Definitions.load(user_directory()), shifts_ns)


__all__ = ["open_log", "open_merged"]
