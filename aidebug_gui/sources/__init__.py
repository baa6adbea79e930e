"""Bytes in: files (later streams, sockets, archives) become a growing UTF-8 file of lines, the spool."""

from __future__ import annotations

from aidebug_gui.sources.open import logs_in, open_spool
from aidebug_gui.sources.spool import MultipleLogs, SourceError, Spool

__all__ = ["MultipleLogs", "SourceError", "Spool", "logs_in", "open_spool"]
