"""A log that came in and lies in the program's own directory until it is saved somewhere, or not wanted any more."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.receivers.recovery import RecoverableLog

COPY_BYTES = 4 << 20


class ReceivedLog(Protocol):
    """What the window needs of it, whether it is received now or was recovered."""

    path: Path
    title: str

    @property
    def is_receiving(self) -> bool: ...
    def stop(self) -> None: ...
    def discard(self) -> None:
        """Delete it, or have it deleted when it is closed."""
        ...


class LiveLog:
    """A log that is received in this window."""

    def __init__(self, spool: ReceivedSpool) -> None:
        self.spool = spool
        self.path = spool.path
        self.title = spool.source

    @property
    def is_receiving(self) -> bool:
        """Whether more may come."""
        return self.spool.filling

    def stop(self) -> None:
        """Receive no more; what came stays."""
        self.spool.stop()

    def discard(self) -> None:
        self.spool.is_wanted = False


class RecoveredLog:
    """A log that a crash left behind."""

    is_receiving = False

    def __init__(self, left: RecoverableLog) -> None:
        self._left = left
        self.path = left.path
        self.title = left.about.source

    def stop(self) -> None:
        """Nothing comes any more."""

    def discard(self) -> None:
        self._left.discard()


def copy_lines(source: Path, target: Path, size: int, check: Callable[[], None]) -> None:
    """Copy the first ``size`` bytes of a log into a file, which is complete or not there. Raises OSError."""
    whole = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as lines, whole.open("wb") as out:
            left = size
            while left > 0 and (data := lines.read(min(COPY_BYTES, left))):
                check()
                out.write(data)
                left -= len(data)
        shutil.move(whole, target)
    finally:
        whole.unlink(missing_ok=True)
