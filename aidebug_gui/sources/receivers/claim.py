"""A lock that ends with the process, however it ends: how a log in use is told from one that a crash left behind."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Claim:
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
        """Let others have it."""
        self._file.close()


def is_claimed(path: Path) -> bool:
    """Tell whether a living process holds the lock file."""
    try:
        Claim(path).release()
    except OSError:
        return path.exists()
    return False
