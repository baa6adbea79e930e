"""A log that comes in: a named file that grows, beside it a note from where and since when. It survives a crash.

Each received log has a folder of its own: ``log.jsonl`` or another name (the lines), ``about.json`` (the note) and
``lock`` (held while the program that receives lives, so that another one can tell a crash from a log in use).
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import orjson

from aidebug_gui.resources import state_directory
from aidebug_gui.sources.events import EventKind, SourceEvent
from aidebug_gui.sources.receivers.limits import LIMITS, ReceiverLimits
from aidebug_gui.sources.receivers.process_lock import ProcessLock
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.translatable import translatable

ABOUT = "about.json"
LOCK = "lock"
MOST_EVENTS = 1000  # older ones are forgotten
_DISK_CHECK_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class About:
    """The note beside a received log."""

    source: str  # in words: "port 9020", "standard input"
    started: str  # ISO 8601, UTC
    pid: int
    log: str  # name of the file of lines
    closed: bool = False  # nothing more will come, and the program ended properly


def received_directory() -> Path:
    """Return where received logs lie; it need not exist."""
    return state_directory() / "received"


class ReceivedSpool(Spool):
    """The spool of a received log. :meth:`append` takes whole lines from any thread; readers see them at once."""

    live = True

    def __init__(self, source: str, name: str, folder: Path | None = None, limits: ReceiverLimits = LIMITS) -> None:
        """Begin a log of ``source`` (in words) in a file called ``name``. Raises SourceError without a place for it."""
        self.source = source
        self.limits = limits
        self.filling = True
        self.is_wanted = True  # set to False, the log is deleted when it is closed
        self.on_stop: Callable[[], None] | None = None  # called once, when the reader wants nothing more
        self._stopping: threading.Thread | None = None
        self._events: deque[SourceEvent] = deque(maxlen=MOST_EVENTS)  # somebody may connect a million times
        self._size = 0
        self._lost_lines = 0
        started = datetime.now(UTC)
        parent = folder if folder is not None else received_directory()
        self.folder = parent / f"{started:%Y%m%d-%H%M%S-%f}-{uuid4().hex[:8]}"
        self._about = About(source, started.isoformat(timespec="seconds"), os.getpid(), name)
        try:
            self.folder.mkdir(parents=True, mode=0o700)
            self._lock_file = ProcessLock(self.folder / LOCK)
            self._write_about()
            self._out = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _O_BINARY, 0o600)
        except OSError as error:
            raise SourceError(
                translatable(
                    "Nothing can be received: {place}: {reason}.",
                    place=str(parent),
                    reason=str(error.strerror or error),
                )
            ) from error
        super().__init__(self.folder / name)
        self._writing = threading.Lock()  # held while the disk is written to, which may take seconds when it is busy
        self._telling = threading.Lock()  # the window waits for this one, so it is never held for long
        self._grown = threading.Condition()

    # --- what the receivers call

    def append(self, lines: bytes) -> bool:
        """Write whole lines; False where there is no room any more or nothing more is wanted."""
        if not lines:
            return self.filling
        with self._writing:
            if not self.filling:
                self._lost_lines += lines.count(b"\n")
                return False
            problem = self._no_room_for(len(lines))
            if not problem:
                try:
                    self._write(lines)
                except OSError as error:
                    problem = translatable("The file cannot grow ({reason}).", reason=str(error.strerror or error))
            if problem:
                self._lost_lines += lines.count(b"\n")
                self._end("full", translatable("{problem} What comes after this is not kept.", problem=problem))
        self._wake()
        return not problem

    def note(self, kind: EventKind, text: str) -> None:
        """Note something that happened to the source, at the place that the log has reached."""
        self._note(kind, text)
        self._wake()

    def finish(self, text: str) -> None:
        """Tell that nothing more comes, and why."""
        with self._writing:
            if self.filling:
                self._end("ended", text)
        self._wake()

    # --- what the readers ask

    def size(self) -> int:
        return self._size

    def progress(self) -> tuple[int, int]:
        return self._size, self._size

    def wait_for(self, size: int, timeout: float) -> None:
        with self._grown:
            self._grown.wait_for(lambda: self._size >= size or not self.filling, timeout)

    def gone(self) -> bool:
        return False

    def events(self) -> tuple[SourceEvent, ...]:
        with self._telling:
            return tuple(self._events)

    @property
    def lost_lines(self) -> int:
        """How many lines came after the log was full or stopped."""
        return self._lost_lines

    def stop(self) -> None:
        """Let the receiver end, in a thread of its own; what is there stays."""
        with self._telling:
            on_stop, self.on_stop = self.on_stop, None
            if on_stop is not None:
                self._stopping = threading.Thread(target=on_stop, name="stop receiving")
                self._stopping.start()

    def close(self) -> None:
        """Stop, and note that this was no crash. The log stays on the disk until :meth:`discard`."""
        self.stop()
        if self._stopping is not None:
            self._stopping.join()
        self.finish(translatable("Receiving was stopped."))
        super().close()
        os.close(self._out)
        if self.folder.exists():
            self._about = About(**{**asdict(self._about), "closed": True})
            self._write_about()
        self._lock_file.release()
        if not self._size or not self.is_wanted:
            self.discard()

    def discard(self) -> None:
        """Delete the log from the disk: it was saved, is empty, or nobody wants it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- within

    def _no_room_for(self, length: int) -> str:
        after = self._size + length
        if after > self.limits.log_bytes:
            return translatable(
                "The received log has reached its limit of {limit} MB.", limit=self.limits.log_bytes >> 20
            )
        is_time = self._size // _DISK_CHECK_BYTES != after // _DISK_CHECK_BYTES or not self._size
        if is_time and shutil.disk_usage(self.folder).free < self.limits.free_disk_bytes:
            return translatable("The disk of {folder} is nearly full.", folder=str(self.folder))
        return ""

    def _write(self, lines: bytes) -> None:
        rest = memoryview(lines)
        while rest:
            count = os.write(self._out, rest)
            rest = rest[count:]
        self._size += len(lines)

    def _note(self, kind: EventKind, text: str) -> None:
        with self._telling:
            self._events.append(SourceEvent(kind, text, self._size))

    def _wake(self) -> None:
        with self._grown:
            self._grown.notify_all()

    def _end(self, kind: EventKind, text: str) -> None:
        self._note(kind, text)
        if kind == "full" or self._lost_lines:
            self.notice = text  # that somebody ended is no trouble
        self.filling = self.live = False

    def _write_about(self) -> None:
        whole = self.folder / f"{ABOUT}.new"
        whole.write_bytes(orjson.dumps(asdict(self._about), option=orjson.OPT_INDENT_2))
        whole.replace(self.folder / ABOUT)


_O_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn line breaks into two characters
