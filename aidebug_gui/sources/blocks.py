"""Blocks of whole lines, read into buffers that are used again, one block ahead of the reader's work.

Fresh buffers cost more in page faults than the reading itself, so two buffers alternate: while one is worked on, a
thread fills and cuts the other.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.sources.spool import SourceError, Spool

Bytes = NDArray[np.uint8]

BLOCK_BYTES = 32 << 20
CHUNK_BYTES = 2 << 20
GIANT_LINE_BYTES = 64 << 20
"""A longer line is indexed whole, but only its beginning is looked at."""
GIANT_LINE_HEAD_BYTES = 1 << 20
_READ_BYTES = 1 << 20
_SLICE = 1 << 18  # bytes; small enough that a slice and what is made of it stay in the cache
_NEWLINE = 10


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines. Line i is ``data[starts[i]:starts[i + 1]]``, with its newline; ``starts`` is int32.

    ``offset``: where the block begins in the file. ``length``: bytes of the file that it stands for, more than
    ``len(data)`` only if its one line is a giant, cut here. ``last_open``: the last line has no newline (yet).
    ``plain``: nothing but ASCII without NUL bytes.
    """

    data: Bytes
    starts: NDArray[np.int32]
    offset: int
    length: int
    last_open: bool = False
    plain: bool = False

    @property
    def giant(self) -> bool:
        return self.length > len(self.data)


def line_starts(data: Bytes) -> tuple[NDArray[np.int32], bool]:
    """Return line starts (int32; the last element: where the last complete line ends) and whether all is plain ASCII.

    Plain means that no byte is NUL either.
    Newlines are rare: the comparison's result is first searched eight bytes at a time, which halves the cost.
    """
    pieces = [np.zeros(1, dtype=np.int32)]
    is_newline = np.empty(_SLICE, dtype=np.bool_)
    plain = True
    for first in range(0, len(data), _SLICE):
        part = data[first : first + _SLICE]
        np.equal(part, _NEWLINE, out=is_newline[: len(part)])
        is_newline[len(part) :] = False
        words = np.flatnonzero(is_newline.view(np.uint64))
        inside = np.flatnonzero(is_newline.reshape(-1, 8)[words])
        pieces.append(((words[inside >> 3] << 3) + (inside & 7) + (first + 1)).astype(np.int32))
        plain = plain and bool(part.max() < 0x80) and bool(part.min() > 0)
    return np.concatenate(pieces), plain


class BlockReader:
    """Reads a spool from ``offset`` to the size that it has when asked, as :class:`Block` after block.

    The first block is small so that the first records are known at once.
    """

    def __init__(self, spool: Spool, offset: int = 0, *, first_bytes: int = BLOCK_BYTES) -> None:
        self._spool = spool
        self._offset = offset
        self._first_bytes = first_bytes
        self._stop = threading.Event()

    def stop(self) -> None:
        """End the iteration soon."""
        self._stop.set()

    def __iter__(self) -> Iterator[Block]:
        free: queue.SimpleQueue[Bytes] = queue.SimpleQueue()
        full: queue.SimpleQueue[Block | SourceError | None] = queue.SimpleQueue()
        size = min(BLOCK_BYTES, max(1 << 16, self._spool.size() - self._offset))
        for _ in range(2):
            free.put(np.empty(size, dtype=np.uint8))
        thread = threading.Thread(target=self._fill, args=(free, full), name="block-reader", daemon=True)
        thread.start()
        try:
            while (item := full.get()) is not None:
                if isinstance(item, SourceError):
                    raise item
                yield item
                free.put(np.empty(size, dtype=np.uint8) if item.giant else _owner(item.data))
        finally:
            self._stop.set()
            free.put(np.empty(0, dtype=np.uint8))
            thread.join()

    def _fill(self, free: queue.SimpleQueue[Bytes], full: queue.SimpleQueue[Block | SourceError | None]) -> None:
        try:
            end = self._spool.size()
            want = self._first_bytes
            while self._offset < end and not self._stop.is_set():
                buffer = free.get()
                if self._stop.is_set():
                    break
                block = self._next_block(buffer, min(want, len(buffer)), end)
                if block is None:
                    break
                self._offset += block.length
                want = BLOCK_BYTES
                full.put(block)
            full.put(None)
        except SourceError as error:
            full.put(error)

    def _next_block(self, buffer: Bytes, want: int, end: int) -> Block | None:
        """Return the next block, None when the file ends (it may have shrunk)."""
        while True:
            want = min(want, end - self._offset)  # what a growing file gets later is left to a later reader
            count, starts, plain = self._fill_and_cut(buffer, want)
            if not count:
                return None
            at_end = self._offset + count >= end or count < want
            complete = int(starts[-1])
            if at_end and complete < count:
                starts = np.append(starts, np.int32(count))
                return Block(buffer[:count], starts, self._offset, count, last_open=True, plain=plain)
            if complete:
                return Block(buffer[:complete], starts, self._offset, complete, plain=plain)
            if want < len(buffer):
                want = len(buffer)  # only the first block is smaller than its buffer
            elif want < GIANT_LINE_BYTES:
                want *= 2
                buffer = np.empty(want, dtype=np.uint8)
            else:
                return self._giant(buffer, end)

    def _fill_and_cut(self, buffer: Bytes, want: int) -> tuple[int, NDArray[np.int32], bool]:
        """Read ``want`` bytes and find the line starts, slice by slice while each is in the cache.

        Returns (bytes read, line starts as :func:`line_starts` gives them, whether all is ASCII without NUL).
        """
        pieces = [np.zeros(1, dtype=np.int32)]
        count, plain = 0, True
        while count < want:
            part = buffer[count : min(count + _READ_BYTES, want)]
            got = self._spool.read_into(part.data, self._offset + count)
            found, is_plain = line_starts(part[:got])
            pieces.append(found[1:] + np.int32(count))
            plain = plain and is_plain
            count += got
            if got < len(part):
                break
        return count, np.concatenate(pieces), plain

    def _giant(self, buffer: Bytes, end: int) -> Block:
        """Skip to the end of a line that is too long to hold, and return its beginning."""
        head = buffer[:GIANT_LINE_HEAD_BYTES].copy()
        position = self._offset + len(buffer)
        last_open = True
        while position < end and not self._stop.is_set():
            count = self._spool.read_into(buffer.data, position)
            if not count:
                break
            newlines = np.flatnonzero(buffer[:count] == _NEWLINE)
            if len(newlines):
                position += int(newlines[0]) + 1
                last_open = False
                break
            position += count
        starts = np.array([0, len(head)], dtype=np.int32)
        return Block(head, starts, self._offset, position - self._offset, last_open)


def read_records(
    spool: Spool, bounds: NDArray[np.int64], stop: threading.Event | None = None
) -> Iterator[tuple[int, Bytes, NDArray[np.int32]]]:
    """Yield (first record, data, starts) for consecutive records, about a block at a time, read one block ahead.

    ``bounds``: file offsets, one more than there are records. Record ``first + i`` is ``data[starts[i]:starts[i+1]]``.
    A record longer than a block is given by its beginning; bytes that the file no longer has are left out.
    """
    free: queue.SimpleQueue[Bytes] = queue.SimpleQueue()
    full: queue.SimpleQueue[tuple[int, Bytes, NDArray[np.int32]] | SourceError | None] = queue.SimpleQueue()
    stop = stop or threading.Event()
    ended = threading.Event()
    for _ in range(2):
        free.put(np.empty(int(min(BLOCK_BYTES, max(1, bounds[-1] - bounds[0]))), dtype=np.uint8))

    def fill() -> None:
        first, total = 0, len(bounds) - 1
        try:
            while first < total and not ended.is_set() and not stop.is_set():
                buffer = free.get()
                if ended.is_set():
                    return
                base = int(bounds[first])
                last = int(np.searchsorted(bounds, base + len(buffer), side="right")) - 1
                last = min(max(last, first + 1), total)
                length = min(int(bounds[last]) - base, len(buffer))
                count = spool.read_into(buffer[:length].data, base)
                starts = np.minimum(bounds[first : last + 1] - base, count).astype(np.int32)
                full.put((first, buffer[:count], starts))
                first = last
            full.put(None)
        except SourceError as error:
            full.put(error)

    thread = threading.Thread(target=fill, name="record-reader", daemon=True)
    thread.start()
    try:
        while (item := full.get()) is not None:
            if isinstance(item, SourceError):
                raise item
            yield item
            free.put(_owner(item[1]))
    finally:
        ended.set()
        free.put(np.empty(0, dtype=np.uint8))
        thread.join()


def record_chunks(spool: Spool, bounds: NDArray[np.int64]) -> Iterator[tuple[Bytes, NDArray[np.int32]]]:
    """Yield (data, starts) for consecutive records in chunks that fit the processor's cache, each in memory of its own.

    ``bounds``: file offsets, one more than there are records. A giant record is given by its beginning; bytes that the
    file no longer has are left out.
    """
    first, total = 0, len(bounds) - 1
    while first < total:
        base = int(bounds[first])
        last = int(np.searchsorted(bounds, base + CHUNK_BYTES, side="right")) - 1
        last = min(max(last, first + 1), total)
        data = np.empty(min(int(bounds[last]) - base, GIANT_LINE_BYTES), dtype=np.uint8)
        count = spool.read_into(data.data, base)
        yield data[:count], np.minimum(bounds[first : last + 1] - base, count).astype(np.int32)
        first = last


def _owner(view: Bytes) -> Bytes:
    return view.base if isinstance(view.base, np.ndarray) else view


def join_lines(lines: Sequence[bytes]) -> tuple[Bytes, NDArray[np.int32]]:
    """Return lines as (data, starts), the form in which the engine takes them."""
    starts = np.zeros(len(lines) + 1, dtype=np.int32)
    np.cumsum([len(line) for line in lines], out=starts[1:])
    return np.frombuffer(b"".join(lines), dtype=np.uint8), starts
