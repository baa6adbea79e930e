"""The records at rest: line index, typed columns, filters, pages, aggregates, export. Imports ``formats`` and below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.store.log import FileLog


def open_log(path: Path, catalog: Catalog | None = None) -> FileLog:
    """Open a log and begin to read it in the background.

    Raises SourceError, with the reason in words, if the file cannot be opened.
    """
    # Imported here: DuckDB and Arrow take 0.3 s, and the window, which needs only the protocol, is shown first.
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.store.log import FileLog

    return FileLog(path, catalog or Catalog.load())
