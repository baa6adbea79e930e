"""The records at rest: line index, typed columns, filters, pages, aggregates, export. Imports ``formats`` and below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aidebug_gui.resources import user_directory

if TYPE_CHECKING:
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.store.log import FileLog


def open_log(path: Path, catalog: Catalog | None = None) -> FileLog:
    """Open a log and begin to read it in the background, by default with the user's own definitions too.

    Raises SourceError, with the reason in words, if the file cannot be opened.
    """
    from aidebug_gui.formats.catalog import Catalog as Definitions
    from aidebug_gui.store.log import FileLog as Log  # DuckDB and Arrow cost 0.2 s: not before a log is opened

    return Log(path, catalog or Definitions.load(user_directory()))


__all__ = ["open_log"]
