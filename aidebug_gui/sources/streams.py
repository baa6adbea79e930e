"""Streams of bytes: a source file that counts how far it is read, unpacking with bounded memory, a look ahead."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import zstandard

from aidebug_gui.sources.filled_spool import Stopped, Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.translatable import translatable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Chunks = Iterator[bytes]

CHUNK_BYTES = 1 << 18
LONGEST_LINE_BYTES = 64 << 20
_ZSTD_STEP_BYTES = 32  # packed bytes handed over at once at least: 128 KB can come out of 4
_ZSTD_WINDOW_BYTES = 1 << 28

DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError)
"""What the unpackers raise for damaged or truncated data."""


class Readable(Protocol):
    """Whatever can be read from; raw files may give None where they have nothing at the moment."""

    def read(self, size: int = -1, /) -> bytes | None: ...


class CountedFile(io.RawIOBase):
    """A part of a file, by default all of it, that tells a tally how many bytes were read."""

    def __init__(self, path: Path, tally: Tally, start: int = 0, length: int | None = None) -> None:
        """Raises SourceError if the file cannot be opened."""
        self._file = opened(path)
        self._file.seek(start)
        self._left = os.fstat(self._file.fileno()).st_size - start if length is None else length
        self._tally = tally

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        count = self._file.readinto(target[: max(0, self._left)]) or 0
        self._left -= count
        self._tally.done += count
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def opened(path: Path) -> io.FileIO:
    """Open a file unbuffered for reading. Raises SourceError."""
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise SourceError(
            translatable("{path} cannot be opened: {reason}.", path=str(path), reason=str(error.strerror or error))
        ) from error


class ChunkFile(io.RawIOBase):
    """Chunks as a file that can be read forwards."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        while not self._rest:
            following = next(self._chunks, None)
            if following is None:
                return 0
            self._rest = memoryview(following)
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def chunks_of(file: Readable) -> Chunks:
    """Yield what a file holds."""
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def peek(chunks: Chunks, count: int) -> tuple[bytes, Chunks]:
    """Return the first ``count`` bytes (fewer if there are no more), and the chunks as they were."""
    pieces: list[bytes] = []
    length = 0
    while length < count and (chunk := next(chunks, None)) is not None:
        pieces.append(chunk)
        length += len(chunk)
    head = b"".join(pieces)
    return head[:count], chain([head] if head else [], chunks)


def lines_of(chunks: Chunks) -> Chunks:
    """Yield line after line with its line break; a line longer than LONGEST_LINE_BYTES in pieces."""
    file = io.BufferedReader(ChunkFile(chunks), CHUNK_BYTES)
    while line := file.readline(LONGEST_LINE_BYTES):
        yield line


def unpacked(packing: str, file: io.RawIOBase, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield what a gz, bz2, xz, zst or deflate stream unpacks to.

    Damage and truncation end it with a notice; a decompression bomb raises Stopped, damage from the start SourceError.
    """
    counted = _Counter(file)
    unpackers = {"gz": _gzip, "bz2": _bzip2, "xz": _xz, "zst": _zstd, "deflate": _deflate}
    given = 0
    try:
        for chunk in unpackers[packing](counted):
            given += len(chunk)
            if given > limits.ratio_free_bytes and given > limits.ratio * counted.count:
                raise Stopped(
                    translatable(
                        "Reading stopped after {n} MB: the file unpacks to more than {ratio} times its size, as decompression "
                        "bombs do.",
                        n=given >> 20,
                        ratio=limits.ratio,
                    )
                )
            yield chunk
    except DAMAGE as error:
        if not given:
            raise SourceError(
                translatable("The {packing} data cannot be unpacked: {reason}.", packing=packing, reason=str(error))
            ) from error
        tally.note(_damage_notice(packing, error))


def _damage_notice(packing: str, error: Exception) -> str:
    if isinstance(error, EOFError):
        return translatable("The {packing} data ends too early; what could be unpacked is shown.", packing=packing)
    return translatable(
        "The {packing} data is damaged; what could be unpacked is shown ({reason}).", packing=packing, reason=str(error)
    )


class _Counter(io.RawIOBase):
    """Counts the packed bytes."""

    def __init__(self, file: io.RawIOBase) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        count = self._file.readinto(buffer) or 0
        self.count += count
        return count


def _gzip(file: io.RawIOBase) -> Chunks:
    with gzip.GzipFile(fileobj=io.BufferedReader(file, CHUNK_BYTES)) as unpacker:
        while chunk := unpacker.read1(CHUNK_BYTES):
            yield chunk


def _bzip2(file: io.RawIOBase) -> Chunks:
    with bz2.BZ2File(io.BufferedReader(file, CHUNK_BYTES)) as unpacker:
        while chunk := unpacker.read1(CHUNK_BYTES):
            yield chunk


def _xz(file: io.RawIOBase) -> Chunks:
    with lzma.LZMAFile(io.BufferedReader(file, CHUNK_BYTES)) as unpacker:
        while chunk := unpacker.read1(CHUNK_BYTES):
            yield chunk


def _deflate(file: io.RawIOBase) -> Chunks:
    """Unpack what ZIP members usually are."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for packed in chunks_of(file):
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, CHUNK_BYTES)
            packed = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof:
        raise EOFError


def _zstd(file: io.RawIOBase) -> Chunks:
    """Unpack frame after frame.

    The library's file reader does not tell a truncated stream from a whole one, so packed bytes are handed over in
    steps, the smaller the more they unpack to.
    """
    reader = io.BufferedReader(file, CHUNK_BYTES)
    factory = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW_BYTES)
    unpacker = factory.decompressobj()
    unfinished = False
    step = _ZSTD_STEP_BYTES
    while packed := reader.read(step):
        given = 0
        while packed:
            piece = unpacker.decompress(packed)
            given += len(piece)
            if piece:
                yield piece
            packed, unfinished = b"", not unpacker.eof
            if unpacker.eof:
                packed = unpacker.unused_data
                unpacker = factory.decompressobj()
        step = max(_ZSTD_STEP_BYTES, step // 4) if given > CHUNK_BYTES else min(step * 2, CHUNK_BYTES // 4)
    if unfinished:
        raise EOFError
