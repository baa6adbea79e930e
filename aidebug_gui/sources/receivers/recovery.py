"""Received logs that a crash left behind: which there are, and how to take one over or delete it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, fields
from pathlib import Path

import orjson

from aidebug_gui.sources.receivers.process_lock import is_locked
from aidebug_gui.sources.receivers.received import ABOUT, LOCK, About, received_directory

_CHUNK_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class RecoverableLog:
    """A received log that no living program holds."""

    folder: Path
    about: About
    lines: int

    @property
    def path(self) -> Path:
        """The file of its lines."""
        return self.folder / self.about.log

    def discard(self) -> None:
        """Delete it from the disk."""
        shutil.rmtree(self.folder, ignore_errors=True)


def recoverable_logs(parent: Path | None = None) -> list[RecoverableLog]:
    """Return the logs that were received and neither saved nor dismissed, oldest first. Reads them to count lines.

    What is no received log is not touched; empty ones are deleted.
    """
    directory = parent if parent is not None else received_directory()
    found = []
    for folder in sorted(directory.iterdir()) if directory.is_dir() else []:
        about = _about(folder)
        if about is None or is_locked(folder / LOCK):
            continue
        log = RecoverableLog(folder, about, _lines_in(folder / about.log))
        if log.lines:
            found.append(log)
        else:
            log.discard()
    return found


def _about(folder: Path) -> About | None:
    try:
        stored = orjson.loads((folder / ABOUT).read_bytes())
        about = About(**{field.name: stored[field.name] for field in fields(About)})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_name = isinstance(about.log, str) and Path(about.log).name == about.log
    return about if is_name and all(isinstance(text, str) for text in (about.source, about.started)) else None


def _lines_in(path: Path) -> int:
    """Count the lines of a file; the last one counts without a line break too."""
    count, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                count += chunk.count(b"\n")
                last = chunk[-1:]
    except OSError:
        return 0
    return count + (last != b"\n")
