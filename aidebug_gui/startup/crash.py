"""What is left of a start that ended badly, so that the next one can tell. Standard library only.

Each run has a file of its own in the state directory, locked while it lives. Its first line says what ran; behind it
come the errors that nobody caught, and what faulthandler writes when the process dies of a signal. A run that ends as
it should takes its file away. So a file without an owner tells of a bad end: with a reason behind the first line, or
without one if something killed the process from outside (no memory, the end of the session, a power cut).
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import platform
import re
import sys
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from aidebug_gui import __version__

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MOST_BYTES = 200_000  # of one report
MOST_ERRORS = 20  # that are written down in one run: an error in painting comes back with each frame
KEPT = 5
_SUFFIX = ".run"
_LOCKED_BYTE = 1 << 30  # on Windows, where nobody else can read what is locked: behind any report
_LOG_BEGINS = "\nThe last lines of the program's log:\n"
_FATAL = re.compile(r"^Fatal Python error: (.+)$|^Windows fatal exception: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run left behind. ``reason``: in a line, empty if it was ended from outside."""

    path: Path
    when: float  # of the last sign of life, seconds since 1970
    reason: str
    text: str


class CrashWatch:
    """Writes down what goes wrong in this run."""

    def __init__(self, directory: Path) -> None:
        # Not the process's number alone: in sandboxes several have the same.
        self._path = directory / f"{os.getpid()}-{time.time_ns()}{_SUFFIX}"
        self._file: IO[str] | None = None
        self._errors = 0
        self._unseen = False
        self._guard = threading.Lock()

    def start(self) -> None:
        """Begin; where nothing can be written, only the terminal will tell."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            _lock(descriptor)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")
        except OSError:
            faulthandler.enable()
            return
        header = {"version": __version__, "python": platform.python_version(), "system": platform.platform()}
        self._write(json.dumps({**header, "started": time.strftime("%Y-%m-%dT%H:%M:%S%z")}) + "\n")
        faulthandler.enable(self._file)

    def note(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write down an error that nobody caught (any thread)."""
        with self._guard:
            self._errors += 1
            self._unseen = True
            if self._errors <= MOST_ERRORS:
                lines = traceback.format_exception(kind, error, trace)
                name = threading.current_thread().name
                self._write(f"\n{time.strftime('%H:%M:%S')} uncaught in {name}\n{''.join(lines)}")

    def note_log(self, text: str) -> None:
        """Write the last lines of the program's own log behind the errors."""
        with self._guard:
            self._write(f"{_LOG_BEGINS}{text}")

    def mark_read(self) -> None:
        """The user has read of the errors: the next start need not tell of them."""
        self._unseen = False

    def end(self) -> None:
        """End as it should. What was noted and not seen stays for the next start."""
        if self._file is None:
            return
        faulthandler.disable()
        if sys.platform != "win32":
            self._take_away()  # while it is locked: nobody can take it for a crash
        self._file.close()
        self._file = None
        if sys.platform == "win32":
            self._take_away()  # an open file cannot be deleted there

    def _take_away(self) -> None:
        if not self._unseen:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _write(self, text: str) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):
                self._file.write(text)
                self._file.flush()


def crashed_runs(directory: Path) -> list[Report]:
    """Return what runs left behind that ended badly, newest first. Never raises."""
    reports = [report for path in directory.glob(f"*{_SUFFIX}") if (report := _report(path)) is not None]
    reports.sort(key=lambda report: report.when, reverse=True)
    for old in reports[KEPT:]:
        discard(old)
    return reports[:KEPT]


def discard(report: Report) -> None:
    """Forget a report."""
    with contextlib.suppress(OSError):
        report.path.unlink()


def _report(path: Path) -> Report | None:
    """Return the report in a file, None if its owner lives or it cannot be read."""
    try:
        with path.open("rb+") as file:
            if not _lock(file.fileno()):
                return None
            text = file.read(MOST_BYTES).decode("utf-8", "replace")
            when = os.fstat(file.fileno()).st_mtime
    except OSError:
        return None
    header, _, rest = text.partition("\n")
    return Report(path, when, _reason(rest.strip()), f"{header}\n{rest.strip()}\n")


def _reason(text: str) -> str:
    """Return the signal, or the last line of the last traceback."""
    text = text.partition(_LOG_BEGINS.strip())[0].strip()
    if not text:
        return ""
    if (fatal := _FATAL.search(text)) is not None:
        return fatal.group(1) or fatal.group(2)
    lines = [line for line in text.splitlines() if line.strip()]
    return next((line for line in reversed(lines) if not line.startswith((" ", "|"))), lines[-1])[:300]


def _lock(descriptor: int) -> bool:
    """Take the lock of a file for as long as it is open; return whether it was free."""
    try:
        if sys.platform == "win32":
            place = os.lseek(descriptor, 0, os.SEEK_CUR)
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(descriptor, place, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
