"""The spool: a growing file of lines that is read by offset, never written, never locked, never mapped.

Mapping is left out on purpose: a mapped file that somebody truncates kills the process with SIGBUS.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from aidebug_gui.sources.events import SourceEvent
from aidebug_gui.sources.handles import Handle
from aidebug_gui.translatable import translatable

_SAMPLE_BYTES = 64 * 1024


class SourceError(Exception):
    """A log that cannot be opened or read, said in words with its path."""


class MultipleLogs(SourceError):
    """A container of several logs, of which one must be chosen: ``paths`` are their addresses."""

    def __init__(self, message: str, paths: Sequence[Path]) -> None:
        super().__init__(message)
        self.paths = tuple(paths)


class Spool:
    """A plain UTF-8 log file, which is its own spool. All reads are thread-safe, and none waits for another one.

    ``path`` is the file on the disk that the log comes from.
    """

    filling = False  # whether a source still writes to it
    live = False  # whether it may grow at any time, for as long as it is open
    lost = False  # whether some of its text is gone from the disk
    notice = ""  # what there is to tell of how it was made, in words
    error = ""  # why it could not be made

    def __init__(self, path: Path) -> None:
        """Open ``path`` for reading. Raises SourceError with the reason in words."""
        self.path = path
        try:
            if stat.S_ISDIR(os.stat(path).st_mode):
                raise SourceError(translatable("{path} is a directory. Open the log files in it.", path=str(path)))
            if not stat.S_ISREG(os.stat(path).st_mode):
                raise SourceError(translatable("{path} is not a regular file (a pipe or device).", path=str(path)))
            self._handle = Handle.open(path)
        except OSError as error:
            raise SourceError(
                translatable("{path} cannot be opened: {reason}.", path=str(path), reason=str(error.strerror or error))
            ) from error

    def size(self) -> int:
        """Return the size in bytes now."""
        return self._handle.status().st_size

    def ends(self) -> tuple[int, int]:
        """Return where the last whole line ends, and the size: of a live log the rest may become a longer line."""
        size = self.size()
        return size, size

    def progress(self) -> tuple[int, int]:
        """Return (bytes read, bytes in all) of the file that the spool is made from."""
        return self.size(), self.size()

    @property
    def converted_from(self) -> str:
        """What the file was whose records are JSON lines here ("CSV"), known when there is text; empty: no such file."""
        return ""

    def wait_for(self, size: int, timeout: float) -> None:
        """Return when the spool has ``size`` bytes, is complete, or ``timeout`` seconds are over."""

    def stop(self) -> None:
        """Let the source write no more. What is there stays."""

    def status(self) -> os.stat_result:
        """Return what the system knows of the file that is held open."""
        return self._handle.status()

    def events(self) -> Sequence[SourceEvent]:
        """Return what happened to the source while it was followed, oldest first."""
        return ()

    def gone(self) -> bool:
        """Return whether the path no longer leads to the opened file (deleted or replaced)."""
        try:
            return not os.path.samestat(os.stat(self.path), self._handle.status())
        except OSError:
            return True

    def read_into(self, buffer: memoryview, offset: int) -> int:
        """Fill ``buffer`` from ``offset`` and return the bytes read: fewer only at the end of the file.

        Raises SourceError if the disk fails.
        """
        try:
            return self._handle.read_into(buffer, offset)
        except OSError as error:
            reason = str(error.strerror or error)
            raise SourceError(
                translatable(
                    "{path} cannot be read at byte {offset}: {reason}.",
                    path=str(self.path),
                    offset=offset,
                    reason=reason,
                )
            ) from error

    def read(self, offset: int, length: int) -> bytes:
        """Return up to ``length`` bytes from ``offset``."""
        buffer = bytearray(length)
        count = self.read_into(memoryview(buffer), offset)
        return bytes(buffer[:count])

    def sample_lines(self, places: int, per_place: int) -> Iterator[bytes]:
        """Yield whole lines from evenly spread places of the file, the beginning first."""
        size = self.size()
        seen_until = 0
        for place in range(places):
            offset = max(seen_until, size * place // places)
            chunk = self.read(offset, _SAMPLE_BYTES)
            if not chunk:
                return
            seen_until = offset + len(chunk)
            lines = chunk.split(b"\n")
            if offset:
                lines = lines[1:]  # begins in the middle of a line
            if len(lines) > 1 and seen_until < size:
                lines = lines[:-1]
            yield from lines[:per_place]

    def close(self) -> None:
        self._handle.close()

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
