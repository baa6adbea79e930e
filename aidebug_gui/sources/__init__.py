"""Bytes in: files (later streams, sockets, archives) become a growing UTF-8 file of lines, the spool."""

from aidebug_gui.sources.spool import SourceError, Spool

__all__ = ["SourceError", "Spool"]
