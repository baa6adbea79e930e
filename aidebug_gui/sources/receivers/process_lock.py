"""A lock that ends with the process, however it ends: how a log in use is told from one that a crash left behind."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class ProcessLock:
    """Holds a lock file until released. Raises OSError where another process holds it, or it cannot be made."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise

    def release(self) -> None:
        """Release the lock."""
        self._file.close()


def is_locked(path: Path) -> bool:
    """Return whether a living process holds the lock file."""
    try:
        ProcessLock(path).release()
    except OSError:
        return path.exists()
    return False
