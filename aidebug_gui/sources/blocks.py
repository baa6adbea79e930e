"""Blocks of whole lines, and the text of records, read in pieces."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.sources.spool import Spool

Bytes = NDArray[np.uint8]

BLOCK_BYTES = 2 << 20
RECORDS_BYTES = 32 << 20
CHUNK_BYTES = 2 << 20
GIANT_LINE_BYTES = 64 << 20
"""A longer line is indexed whole, but only its beginning is looked at."""
GIANT_LINE_HEAD_BYTES = 1 << 20
_SLICE = 1 << 18  # bytes; small enough that a slice and what is made of it stay in the cache
_NEWLINE, _SPACE = 10, 32


class Content(Enum):
    """What is known of the bytes of a text."""

    PLAIN = "printable ASCII and newlines"
    CLEAN = "no control characters but newlines"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines. Line i is ``data[starts[i]:starts[i + 1]]``, with its newline; ``starts`` is int32.

    ``offset``: where the block begins in the file. ``length``: bytes of the file that it stands for, more than
    ``len(data)`` only if its one line is a giant, cut here. ``last_open``: the last line has no newline (yet).
    """

    data: Bytes
    starts: NDArray[np.int32]
    offset: int
    length: int
    last_open: bool = False
    content: Content = Content.ANY


def line_starts(pieces: Iterable[Bytes]) -> tuple[NDArray[np.int32], int, Content]:
    """Return line starts in bytes that come in pieces, how many bytes there are, and what they are.

    The starts are int32; the last element is where the last complete line ends. One search finds newlines and what is not
    expected. As long as that is nothing, nobody needs to look for it again.
    """
    starts = [np.zeros(1, dtype=np.int32)]
    length = 0
    content = Content.PLAIN
    for piece in pieces:
        for first in range(0, len(piece), _SLICE):
            part = piece[first : first + _SLICE]
            found = np.flatnonzero(_SEARCHES[content](part))
            if content is not Content.ANY:
                is_newline = part[found] == _NEWLINE
                if not is_newline.all():
                    has_controls = (part[found[~is_newline]] < _SPACE).any()
                    content = Content.ANY if has_controls else Content.CLEAN
                    found = found[is_newline]
            starts.append((found + (length + first + 1)).astype(np.int32))
        length += len(piece)
    return np.concatenate(starts), length, content


_SEARCHES: dict[Content, Callable[[Bytes], NDArray[np.bool_]]] = {
    Content.PLAIN: lambda part: part.view(np.int8) < _SPACE,
    Content.CLEAN: lambda part: part < _SPACE,
    Content.ANY: lambda part: part == _NEWLINE,
}
"""Where a newline stands, or what such a text does not have."""


def blocks(spool: Spool, offset: int = 0, *, end: int | None = None, size: int = BLOCK_BYTES) -> Iterator[Block]:
    """Yield what a spool holds from ``offset`` on as it is now, in blocks of about ``size``, each in memory of its own.

    ``end``: up to where, if not to its end. Raises SourceError.
    """
    end = spool.size() if end is None else end
    while offset < end:
        block = _next_block(spool, offset, size, end)
        if block is None:
            return  # the file has shrunk
        yield block
        offset += block.length


def _next_block(spool: Spool, offset: int, want: int, end: int) -> Block | None:
    """Return whole lines from ``offset`` on, about ``want`` bytes of them; None where nothing is left."""
    while True:
        data = np.empty(min(want, end - offset), dtype=np.uint8)
        starts, count, content = line_starts(_filled(spool, data, offset))
        if not count:
            return None
        complete = int(starts[-1])
        if complete < count and (count < len(data) or offset + count >= end):
            starts = np.append(starts, np.int32(count))
            return Block(data[:count], starts, offset, count, last_open=True, content=content)
        if complete:
            return Block(data[:complete], starts, offset, complete, content=content)
        if len(data) >= GIANT_LINE_BYTES:
            return _giant(spool, data, offset, end)
        want = min(len(data) * 4, GIANT_LINE_BYTES)


def _filled(spool: Spool, data: Bytes, offset: int) -> Iterator[Bytes]:
    """Fill ``data`` from ``offset`` of the spool, and yield each piece while it is in the processor's cache."""
    for first in range(0, len(data), CHUNK_BYTES):
        piece = data[first : first + CHUNK_BYTES]
        count = spool.read_into(piece.data, offset + first)
        yield piece[:count]
        if count < len(piece):
            return


def _giant(spool: Spool, data: Bytes, offset: int, end: int) -> Block:
    """Skip to the end of a line that is too long to hold, and return its beginning."""
    head = data[:GIANT_LINE_HEAD_BYTES].copy()
    position = offset + len(data)
    last_open = True
    while position < end:
        count = spool.read_into(data.data, position)
        if not count:
            break
        newlines = np.flatnonzero(data[:count] == _NEWLINE)
        if len(newlines):
            position += int(newlines[0]) + 1
            last_open = False
            break
        position += count
    starts = np.array([0, len(head)], dtype=np.int32)
    return Block(head, starts, offset, position - offset, last_open)


def read_records(
    spool: Spool, bounds: NDArray[np.int64], stop: threading.Event | None = None, size: int = RECORDS_BYTES
) -> Iterator[tuple[int, Bytes, NDArray[np.int32]]]:
    """Yield (first record, data, starts) for consecutive records, ``size`` bytes at a time, read one piece ahead.

    ``bounds``: file offsets, one more than there are records. Record ``first + i`` is ``data[starts[i]:starts[i+1]]``.
    A record longer than a block is given by its beginning; bytes that the file no longer has are left out.
    Raises SourceError, and ValueError where the spool was closed.
    """
    free: queue.SimpleQueue[Bytes] = queue.SimpleQueue()
    full: queue.SimpleQueue[tuple[int, Bytes, NDArray[np.int32]] | Exception | None] = queue.SimpleQueue()
    stop = stop or threading.Event()
    ended = threading.Event()
    for _ in range(2):
        free.put(np.empty(int(min(size, max(1, bounds[-1] - bounds[0]))), dtype=np.uint8))

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
        except Exception as error:  # whatever it is must reach who waits for records: a closed spool raises ValueError
            full.put(error)

    thread = threading.Thread(target=fill, name="record-reader", daemon=True)
    thread.start()
    try:
        while (item := full.get()) is not None:
            if isinstance(item, Exception):
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
