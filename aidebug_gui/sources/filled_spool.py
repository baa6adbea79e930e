"""A spool that a thread fills: whatever is no plain file of UTF-8 lines is written as one into a temporary file."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from aidebug_gui.sources.handles import Handle
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.translatable import joined, translatable

_DISK_CHECK_BYTES = 64 << 20
_WRITE_BYTES = 1 << 18  # small pieces are gathered to this, but not for longer than:
_WRITE_INTERVAL_S = 0.05


class Tally:
    """How far the source is read, and what there is to tell about it. Shared by the thread that fills and its readers."""

    def __init__(self, total: int) -> None:
        """``total``: bytes of the source file."""
        self.total = total
        self.done = 0
        self.converted_from = ""  # see ``Spool``; told before the first piece is given
        self.stopped = threading.Event()
        self._notices: list[str] = []

    def note(self, text: str) -> None:
        """Add a sentence to the notice, once."""
        if text not in self._notices:
            self._notices.append(text)

    @property
    def notice(self) -> str:
        return joined(*self._notices)


class Stopped(Exception):
    """The reading of a source ends early, for a reason in words; what it gave before stays."""


Fill = Callable[[Tally], Iterator[bytes]]
"""Gives the text of a log as UTF-8 in pieces of any size; raises SourceError if there is none, Stopped to end early."""


class SpoolFile(Spool):
    """A spool in a nameless temporary file, filled in the background. Only whole lines can be seen until it is full."""

    def __init__(self, path: Path, total: int, fill: Fill, limits: Limits = LIMITS) -> None:
        """Begin to fill. ``path`` is the source file and ``total`` its size. Raises SourceError without disk space."""
        self.path = path
        self.filling = True
        self._limits = limits
        self._grown = threading.Condition()
        self._tally = Tally(total)
        self._visible = self._written = 0
        try:
            self._handle = Handle(tempfile.TemporaryFile(prefix="aidebug-", buffering=0))  # noqa: SIM115  # closed by close()
        except OSError as error:
            raise SourceError(
                translatable(
                    "No temporary file can be made for {path}: {reason}.",
                    path=str(path),
                    reason=str(error.strerror or error),
                )
            ) from error
        self._thread = threading.Thread(target=self._run, args=(fill,), name="spool", daemon=True)
        self._thread.start()

    def size(self) -> int:
        return self._visible

    def progress(self) -> tuple[int, int]:
        total = self._tally.total
        return (min(self._tally.done, total) if self.filling else total), total

    def wait_for(self, size: int, timeout: float) -> None:
        with self._grown:
            self._grown.wait_for(lambda: self._visible >= size or not self.filling, timeout)

    def stop(self) -> None:
        self._tally.stopped.set()

    @property
    def converted_from(self) -> str:
        return self._tally.converted_from

    def gone(self) -> bool:
        return False  # the text is here, whatever becomes of the file that it came from

    def read_into(self, buffer: memoryview, offset: int) -> int:
        return super().read_into(buffer[: max(0, self._visible - offset)], offset)

    def close(self) -> None:
        """Stop filling and delete the file."""
        self.stop()
        self._thread.join()
        super().close()

    def _run(self, fill: Fill) -> None:
        pending: list[bytes] = []
        length = 0
        written = -_WRITE_INTERVAL_S
        try:
            for piece in fill(self._tally):
                if self._tally.stopped.is_set():
                    break
                pending.append(piece)
                length += len(piece)
                now = time.monotonic()
                if length >= _WRITE_BYTES or now - written >= _WRITE_INTERVAL_S:
                    self._write(b"".join(pending))
                    pending, length, written = [], 0, now
        except Stopped as reason:
            self._tally.note(str(reason))
        except SourceError as error:
            self.error = str(error)
        except Exception as error:
            # hostile input meets a dozen libraries here: whatever they raise must reach the user and not vanish
            self.error = translatable(
                "{path} could not be read further: {kind}: {reason}",
                path=str(self.path),
                kind=type(error).__name__,
                reason=str(error),
            )
        finally:
            self._finish(b"".join(pending))

    def _finish(self, rest: bytes) -> None:
        try:
            self._write(rest)
        except Stopped as reason:
            self._tally.note(str(reason))
        finally:
            with self._grown:
                self._visible = self._written
                self.notice = self._tally.notice
                self.filling = False
                self._grown.notify_all()

    def _write(self, piece: bytes) -> None:
        """Append; raises Stopped where the spool or the disk is full."""
        check_room(self._written, len(piece), self._limits)
        newline = piece.rfind(b"\n")
        try:
            self._handle.write(piece, self._written)
        except OSError as error:
            raise Stopped(
                translatable(
                    "Reading stopped: the temporary file cannot grow ({reason}).",
                    reason=str(error.strerror or error),
                )
            ) from error
        with self._grown:
            if newline >= 0:
                self._visible = self._written + newline + 1
            self._written += len(piece)
            self._grown.notify_all()


def check_room(written: int, more: int, limits: Limits) -> None:
    """Raise Stopped where a temporary file of ``written`` bytes may not get ``more``; looks at the disk now and then."""
    if written + more > limits.spool_bytes:
        raise Stopped(translatable("Reading stopped: the text is longer than {size}.", size=_size(limits.spool_bytes)))
    is_time = written // _DISK_CHECK_BYTES != (written + more) // _DISK_CHECK_BYTES
    if is_time and shutil.disk_usage(tempfile.gettempdir()).free < limits.free_disk_bytes:
        raise Stopped(translatable("Reading stopped: the disk of {place} is nearly full.", place=tempfile.gettempdir()))


def _size(count: int) -> str:
    """Return a size as people say it: ``512 MB``."""
    for unit, step in (("GB", 30), ("MB", 20), ("KB", 10)):
        if count >= 1 << step:
            return f"{count / (1 << step):,.0f} {unit}"
    return f"{count:,} bytes"
