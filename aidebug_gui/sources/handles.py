"""Files opened for reading so that whoever writes, renames or deletes them is never held up."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

SHARE_READ, SHARE_WRITE, SHARE_DELETE = 1, 2, 4
_GENERIC_READ, _OPEN_EXISTING, _ATTRIBUTE_NORMAL = 0x80000000, 3, 0x80


def open_shared(path: Path, platform: str = sys.platform) -> FileIO:
    """Open a file for reading. Others may write, rename and delete it meanwhile, on Windows too. Raises OSError."""
    return FileIO(path, "rb", opener=_shared_on_windows if platform == "win32" else None)


def _shared_on_windows(path: str | os.PathLike[str], _flags: int) -> int:
    """Open with all share modes: Python's own ``open`` keeps others from renaming and deleting the file."""
    import ctypes
    import msvcrt

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # only there on Windows
    kernel.CreateFileW.restype = ctypes.c_void_p
    share = SHARE_READ | SHARE_WRITE | SHARE_DELETE
    found = kernel.CreateFileW(
        ctypes.c_wchar_p(os.fspath(path)), _GENERIC_READ, share, None, _OPEN_EXISTING, _ATTRIBUTE_NORMAL, None
    )
    if found in (None, ctypes.c_void_p(-1).value):
        code: int = ctypes.get_last_error()  # type: ignore[attr-defined]  # only there on Windows
        raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(path), code)
    descriptor: int = msvcrt.open_osfhandle(found, os.O_RDONLY)  # type: ignore[attr-defined]  # only there on Windows
    return descriptor


class Handle:
    """An open file that several threads read by offset, none waiting for another where the system can do that."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self._lock = threading.Condition(threading.Lock())
        self._users = 0
        self._is_closing = False

    @classmethod
    def open(cls, path: Path) -> Handle:
        """Open ``path``, see :func:`open_shared`. Raises OSError."""
        return cls(open_shared(path))

    def status(self) -> os.stat_result:
        """Return what the system knows of the file. Raises OSError."""
        return os.fstat(self._file.fileno())

    def read_into(self, buffer: memoryview, offset: int) -> int:
        """Fill ``buffer`` from ``offset`` and return the bytes read: fewer only at the end. Raises OSError."""
        done = 0
        with self._in_use() as file:
            while done < len(buffer):
                count = self._read_some(file, buffer[done:], offset + done)
                if not count:
                    break
                done += count
        return done

    def _read_some(self, file: FileIO, buffer: memoryview, offset: int) -> int:
        if sys.platform == "win32":
            with self._lock:
                file.seek(offset)
                return file.readinto(buffer) or 0
        else:
            return os.preadv(file.fileno(), [buffer], offset)

    @contextmanager
    def _in_use(self) -> Iterator[FileIO]:
        """Keep the file open meanwhile. Raises ValueError if it is closed."""
        with self._lock:
            if self._is_closing:
                raise ValueError("I/O operation on closed file")
            self._users += 1
        try:
            yield self._file
        finally:
            with self._lock:
                self._users -= 1
                self._lock.notify_all()

    def read(self, offset: int, length: int) -> bytes:
        """Return up to ``length`` bytes from ``offset``. Raises OSError."""
        buffer = bytearray(length)
        count = self.read_into(memoryview(buffer), offset)
        return bytes(buffer[:count]) if count < length else bytes(buffer)

    def write(self, data: bytes, offset: int) -> None:
        """Write ``data`` at ``offset`` of a file of our own. Raises OSError."""
        rest = memoryview(data)
        with self._in_use() as file:
            while rest:
                count = self._write_some(file, rest, offset)
                rest, offset = rest[count:], offset + count

    def _write_some(self, file: FileIO, data: memoryview, offset: int) -> int:
        if sys.platform == "win32":
            with self._lock:
                file.seek(offset)
                return file.write(data) or 0
        else:
            return os.pwrite(file.fileno(), data, offset)

    def data_start(self, offset: int) -> int:
        """Return where written data begins at or behind ``offset``: a hole in a file was never written."""
        try:
            with self._lock:
                return os.lseek(self._file.fileno(), offset, os.SEEK_DATA)
        except (OSError, AttributeError):  # nothing but a hole, or a system that cannot tell
            return offset

    def close(self) -> None:
        """Wait for the reading that goes on just now, and close the file.

        No reader closes it: closing the last trace of a deleted file waits for the disk, and a reader may be a window.
        """
        with self._lock:
            self._is_closing = True
            self._lock.wait_for(lambda: not self._users)
        self._file.close()


def identity(status: os.stat_result) -> tuple[int, int]:
    """Return what tells a file from any other, whatever it is called."""
    return status.st_dev, status.st_ino
