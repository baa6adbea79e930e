"""The records at rest: line index, typed columns, filters, pages, aggregates, export. Imports ``formats`` and below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidebug_gui.resources import user_directory

if TYPE_CHECKING:
    from aidebug_gui.sources.addresses import LogAddress
    from aidebug_gui.sources.receivers.received import ReceivedSpool
    from aidebug_gui.store.log import FileLog


def open_log(address: LogAddress, *, follow: bool = False) -> FileLog:
    """Open a log and begin to read it in the background, with the user's own definitions too.

    ``follow``: go on with what is written later, through rotation and truncation, until ``cancel_reading``; files of
    plain lines are followed. Of a directory, a pattern or a rotated log new files belong to it, too.
    Several files are merged by time: a :class:`Merged`, a directory, or a pattern such as ``logs/*.jsonl``.
    Raises SourceError, with the reason in words, if a file cannot be opened.
    """
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.sources.addresses import Merged, find_addresses, is_several, read_address
    from aidebug_gui.store.log import FileLog as Log  # DuckDB and Arrow cost 0.2 s: not before a log is opened

    catalog = Catalog.load(user_directory())
    address = read_address(address)
    if not isinstance(address, Merged):
        if not is_several(address):
            return Log(address, catalog, follow=follow)
        address = Merged((address,))
    from aidebug_gui.store.merging.log import MergedLog

    return MergedLog(find_addresses(address.paths), catalog, dict(address.shifts_ns), follow=follow)


def open_received(spool: ReceivedSpool) -> FileLog:
    """Open a log that is being received. It owns the spool from here on."""
    from aidebug_gui.formats.catalog import Catalog
    from aidebug_gui.store.log import FileLog as Log

    return Log(spool.path, Catalog.load(user_directory()), spool)


__all__ = ["open_log", "open_received"]
