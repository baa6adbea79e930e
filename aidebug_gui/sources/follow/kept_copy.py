"""A private copy of a followed log's text, for when the writer empties the file: bounded, nameless, by offset.

The newest text is kept. The copy lies in pieces, each a temporary file without a name, so that the oldest can go.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from bisect import bisect_right
from operator import attrgetter

from aidebug_gui.sources.handles import Handle
from aidebug_gui.sources.limits import LIMITS, Limits

_PIECE_BYTES = 64 << 20
_DISK_CHECK_BYTES = 16 << 20


class _Piece:
    """The text [start, start + length) of the stream."""

    def __init__(self, start: int, age: int) -> None:
        """Raises OSError where no temporary file can be made."""
        self.start = start
        self.age = age
        self.length = 0
        self.handle = Handle(tempfile.TemporaryFile(prefix="aidebug-", buffering=0))  # noqa: SIM115  # closed by close()

    def write(self, data: bytes) -> None:
        self.handle.write(data, self.length)
        self.length += len(data)


class KeptText:
    """Pieces of a stream of text by their offset in it. One thread writes, any thread reads.

    ``full``: nothing more is kept, because the disk is nearly full or cannot be written.
    """

    def __init__(self, limits: Limits = LIMITS, piece_bytes: int = _PIECE_BYTES) -> None:
        self.full = False
        self._limits = limits
        self._piece_bytes = min(piece_bytes, max(1, limits.kept_bytes // 2))
        self._lock = threading.Lock()
        self._pieces: list[_Piece] = []  # ascending by their start, without overlap
        self._made = 0
        self._last: _Piece | None = None
        self._unchecked = _DISK_CHECK_BYTES

    def keep(self, start: int, data: bytes) -> None:
        """Keep ``data``, the text from ``start`` on, which is not kept yet. The oldest pieces go beyond the limit."""
        self._unchecked += len(data)
        if self._unchecked >= _DISK_CHECK_BYTES:
            self._unchecked = 0
            free = shutil.disk_usage(tempfile.gettempdir()).free
            self.full = self.full or free < self._limits.free_disk_bytes + self._piece_bytes
        if self.full:
            return
        try:
            self._piece_for(start).write(data)
            self._drop_oldest()
        except OSError:
            self.full = True

    # The disk is written, and files are made and deleted, without the lock: deleting 64 MB waits for the journal of
    # the file system, on a busy disk for many seconds, and a screen that is painted meanwhile would wait as well.

    def _piece_for(self, start: int) -> _Piece:
        last = self._last
        if last is None or last.start + last.length != start or last.length >= self._piece_bytes:
            last = self._last = _Piece(start, self._made)
            self._made += 1
            with self._lock:
                self._pieces.insert(bisect_right(self._pieces, start, key=attrgetter("start")), last)
        return last

    def _drop_oldest(self) -> None:
        while len(self._pieces) > 1 and sum(piece.length for piece in self._pieces) > self._limits.kept_bytes:
            oldest = min(self._pieces, key=attrgetter("age"))
            with self._lock:
                self._pieces.remove(oldest)
            oldest.handle.close()

    def read_into(self, buffer: memoryview, offset: int) -> int:
        """Fill ``buffer`` with the text from ``offset`` on as far as it is kept in one piece; return the bytes."""
        with self._lock:
            at = bisect_right(self._pieces, offset, key=attrgetter("start")) - 1
            if at < 0:
                return 0
            piece = self._pieces[at]
        length = min(len(buffer), piece.start + piece.length - offset)
        if length <= 0:
            return 0
        try:
            return piece.handle.read_into(buffer[:length], offset - piece.start)
        except ValueError:  # it went just now, as the oldest one
            return 0

    def next_start(self, offset: int) -> int | None:
        """Return where the first kept piece behind ``offset`` begins, None if there is none."""
        with self._lock:
            at = bisect_right(self._pieces, offset, key=attrgetter("start"))
            return self._pieces[at].start if at < len(self._pieces) else None

    def close(self) -> None:
        """Delete the copy."""
        with self._lock:
            for piece in self._pieces:
                piece.handle.close()
            self._pieces.clear()
            self._last = None
            self.full = True
