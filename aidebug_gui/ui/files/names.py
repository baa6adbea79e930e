"""Which file of a merged log a record stands in: line numbers are those of the files."""

from __future__ import annotations

from aidebug_gui.store.protocol import LogStore


def file_name(store: LogStore, record: int) -> str:
    """Return the name of a record's file as its column has it, empty where the log is a single file."""
    files = store.merged_files()
    at = store.files_of([record])[0]
    return files[at].name if len(files) > 1 and at < len(files) else ""
