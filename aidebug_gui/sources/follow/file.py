"""One file of a followed log, from the moment it was first seen: how far it is taken, and whether that still holds.

A file may be emptied, cut or rewritten between two looks. Its size alone does not tell: so the first bytes and the
last ones that were taken are compared with what stands there now, each time the file changed.
"""

from __future__ import annotations

import re
import time
from typing import Protocol

from aidebug_gui.sources.follow.text import Text
from aidebug_gui.sources.handles import Handle, identity

MARK_BYTES = 256
PIECE_BYTES = 4 << 20
NUL_PATIENCE_S = 2.0
GAP_BYTES = 4096
"""So many NUL bytes in a row were never written by a logger: a gap that a writer or a crashed machine left."""
_ZEROS = re.compile(rb"\0{64}|\0+\Z")
"""NUL bytes that may be the place of text to come; a few within a line are what somebody logged."""


class Readable(Protocol):
    """What is read by offset: a file, or the text of one that was unpacked."""

    def read(self, offset: int, length: int) -> bytes: ...


class Rewritten(Exception):
    """What was taken of a file stands there no longer."""


class Generation:
    """One file behind the path of a followed log.

    ``text``: where its text is read from. ``position``: how far it is taken. ``changed``: when it last had something
    new (monotonic seconds). ``emptied``: it is the same file as one before it, begun again. ``ended``: what was taken of
    it stands there no longer, so that nothing more can be taken.
    """

    def __init__(self, handle: Handle, position: int = 0, *, emptied: bool = False) -> None:
        """Begin to take the file at ``position``; what is before it counts as taken. Raises OSError."""
        self.handle = handle
        self.text = Text(handle)
        self.identity = identity(handle.status())
        self.position = position
        self.changed = time.monotonic()
        self.emptied = emptied
        self.ended = False
        self.reported_late = False
        self.half_line_since: float | None = None  # of a file that is no longer the current one
        self._head_at = 0
        self.head = handle.read(0, min(MARK_BYTES, position))
        self.tail_mark = handle.read(max(0, position - MARK_BYTES), min(MARK_BYTES, position))
        self._signature: tuple[int, int] | None = None
        self._zeros: tuple[int, int, float] = (-1, 0, 0.0)  # where NUL bytes block the way, the size then, since when

    def is_deleted(self) -> bool:
        """Return whether no name leads to the file any more."""
        return self.handle.status().st_nlink == 0

    def new_bytes(self) -> bytes:
        """Return what comes next, empty if there is nothing: a piece of what was written since.

        Raises Rewritten, and OSError. ``take`` it to go on.
        """
        if self.ended:
            return b""
        status = self.handle.status()
        signature = (status.st_size, status.st_mtime_ns)
        if signature == self._signature:
            return b""
        if status.st_size < self.position:
            raise Rewritten
        data = self.handle.read(self.position, min(PIECE_BYTES, status.st_size - self.position))
        if not self.holds():  # asked after the reading: then it held while the piece was read, too
            raise Rewritten
        settled = self._without_young_zeros(data, status.st_size)
        if len(settled) == len(data) and self.position + len(data) >= status.st_size:
            self._signature = signature
        return settled

    def take(self, data: bytes) -> None:
        """Go on behind ``data``, which is what comes next."""
        self.changed = time.monotonic()
        if self.position - self._head_at == len(self.head) < MARK_BYTES:
            self.head += data[: MARK_BYTES - len(self.head)]
        self.tail_mark = (self.tail_mark + data[-MARK_BYTES:])[-MARK_BYTES:]
        self.position += len(data)

    def end(self, copy: Handle | None) -> None:
        """Take no more of the file itself, only of its copy. Text that is nowhere else is gone."""
        self.ended = copy is None
        self.text.handle = copy
        if copy is not None:
            self.handle = copy
            self.identity = identity(copy.status())
            self.look_again()

    def look_again(self) -> None:
        """Return what was not taken with the next look, though the file may not change."""
        self._signature = None

    def skip_gap(self) -> int:
        """Leave out a run of NUL bytes that begins here and is long enough to be a gap; return its length."""
        start = self.handle.data_start(self.position) if self.emptied and not self.position else self.position
        is_gap = start > self.position
        end = start
        while chunk := self.handle.read(end, PIECE_BYTES):
            visible = chunk.lstrip(b"\0")
            end += len(chunk) - len(visible)
            if visible:
                break
        length = end - self.position
        if length < GAP_BYTES and not is_gap:
            return 0
        if not self.head:
            self._head_at = end
        self.tail_mark = b""
        self.position = end
        self.look_again()
        return length

    def matches(self, other: Readable) -> bool:
        """Return whether another file begins with all that was taken of this one, as far as the marks tell."""
        return other.read(self._head_at, len(self.head)) == self.head and self.tail_mark == other.read(
            self.position - len(self.tail_mark), len(self.tail_mark)
        )

    def holds(self) -> bool:
        """Return whether what was taken of the file still stands there."""
        return self.matches(self.handle)

    def _without_young_zeros(self, data: bytes, size: int) -> bytes:
        """Cut ``data`` before NUL bytes that may still become text: some file systems show the size before the bytes."""
        zero = data.find(0)  # a pattern would look at each byte
        found = _ZEROS.search(data, zero) if zero >= 0 else None
        if found is None or (self.emptied and not self.position):
            return data
        if found.start():
            return data[: found.start()]
        where, known_size, since = self._zeros
        now = time.monotonic()
        if where != self.position:
            self._zeros = (self.position, size, now)
            return b""
        if now - since < NUL_PATIENCE_S:
            return b""
        following = _ZEROS.search(data, found.end() + len(data[found.end() :]) - len(data[found.end() :].lstrip(b"\0")))
        end = min(len(data) if following is None else following.start(), max(0, known_size - self.position))
        self._zeros = (self.position + end, known_size, since)  # these rested as long
        return data[:end]
