"""Shapes: texts whose numbers and hexadecimal ids are replaced by ``0``, so that equal statements become equal texts.

Works on whole buffers of text at once. Every text must end with a line break: runs then cannot cross from one text into
the next.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

LEAST_HEX = 8
"""Runs of at least so many hexadecimal digits and dashes that hold a digit are ids."""
LARGEST_TABLE = 100_000
"""Further shapes are not distinguished: the log's messages are then free text."""

_SLICE = 1 << 20
"""Bytes. Slices that stay in a core's cache are not faster, and each of their many short steps waits for a window that draws."""
_ZERO, _LINE_BREAK = ord("0"), ord("\n")
_LEFT_OUT = b"\xff"


def collapse(data: Bytes, starts: NDArray[np.int32]) -> tuple[Bytes, NDArray[np.int32]]:
    """Return texts ``data[starts[i]:starts[i + 1]]`` with each number and each long hexadecimal run as one ``0``.

    The texts must be UTF-8. Works slice by slice: what is made of a whole block would take ten times its memory.
    """
    bounds = np.unique(np.searchsorted(starts, np.arange(0, len(data) + _SLICE, _SLICE)).clip(0, len(starts) - 1))
    pieces: list[bytes] = []
    new_starts = np.zeros(len(starts), dtype=np.int32)
    done = 0
    for first, last in pairwise(bounds.tolist()):
        begins = starts[first:last] - starts[first]
        piece, ends = _collapse_slice(data[int(starts[first]) : int(starts[last])], begins)
        pieces.append(piece)
        new_starts[first + 1 : last + 1] = ends + done
        done += len(piece)
    return np.frombuffer(b"".join(pieces), dtype=np.uint8), new_starts


def _collapse_slice(data: Bytes, begins: NDArray[np.int32]) -> tuple[bytes, NDArray[np.int64]]:
    """Return the collapsed bytes, and where in them each text ends.

    Arithmetic on bytes runs at many GB/s; what is left out becomes a byte that UTF-8 never has, since ``translate``
    deletes faster than a selection by mask. Line breaks are found faster than what each text lost is counted.
    """
    number = _numbers(data)
    collapsed = data - (data - np.uint8(_ZERO)) * number.view(np.uint8)
    leave = np.zeros(len(data), dtype=np.uint8)
    np.logical_and(number[1:], number[:-1], out=leave[1:].view(np.bool_))
    collapsed |= np.negative(leave)
    short = collapsed.tobytes().translate(None, _LEFT_OUT)
    ends = np.flatnonzero(np.frombuffer(short, dtype=np.uint8) == _LINE_BREAK) + 1
    if len(ends) != len(begins):  # some text is of several lines
        removed = np.add.reduceat(leave, begins, dtype=np.int64)
        ends = np.cumsum(np.diff(begins, append=len(data)) - removed)
    return short, ends


def _numbers(data: Bytes) -> NDArray[np.bool_]:
    """Tell which bytes belong to numbers or to long hexadecimal runs that hold a digit."""
    digit = (data - np.uint8(_ZERO)) < 10  # comparisons are many times quicker than a table
    run = ((data | np.uint8(32)) - np.uint8(ord("a"))) < 6
    run |= digit
    run |= data == ord("-")
    for step in (1, 2, 4):  # afterwards run[i] says that i .. i + 7 are all hexadecimal
        run = run[:-step] & run[step:] if len(run) > step else run[:0]
    inside = np.flatnonzero(run)
    if not len(inside):
        return digit
    gap = np.flatnonzero(np.diff(inside) > 1)
    first, last = inside[np.append(0, gap + 1)], inside[np.append(gap, len(inside) - 1)]
    edges = np.column_stack((first, last + LEAST_HEX)).reshape(-1)
    has_digit = np.logical_or.reduceat(digit, edges[:-1] if edges[-1] == len(data) else edges)[::2]
    for word in np.flatnonzero(~has_digit).tolist():  # "----------", "defaced-facade": seldom
        run[first[word] : last[word] + 1] = False
    whole = np.zeros(len(data), dtype=np.bool_)
    whole[: len(run)] = run
    for step in (1, 2, 4):
        whole[step:] |= whole[:-step]
    whole |= digit
    return whole


_FEW = 0.5  # share of texts that are not empty, below which only they are looked at


@dataclass(slots=True)
class ShapeTable:
    """The distinct shapes of a stream of texts. ``shapes[i]`` has the number i; 0 is the empty text. Thread-safe."""

    shapes: list[str] = field(default_factory=lambda: [""])
    _numbers: dict[str, int] = field(default_factory=lambda: {"": 0})
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, texts: pa.ChunkedArray | pa.Array) -> NDArray[np.int32]:
        """Return each text's shape number. Texts must not be NULL and end with a line break; -1 if the table is full."""
        array = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
        if not len(array):
            return np.empty(0, dtype=np.int32)
        data, starts = _buffers(array)
        long = np.flatnonzero(np.diff(starts) > 1)
        if len(long) < len(array) * _FEW:  # nearly all are empty, as failures are
            chosen = np.zeros(len(array), dtype=np.int32)
            chosen[long] = self.add(array.take(pa.array(long))) if len(long) else 0
            return chosen
        encoded = _encoded(data, starts)
        with self._lock:
            numbers = np.fromiter(map(self._number, encoded.dictionary.to_pylist()), np.int32, len(encoded.dictionary))
        return np.asarray(numbers[encoded.indices.to_numpy()], dtype=np.int32)

    def _number(self, shape: str) -> int:
        shape = shape.rstrip()
        found = self._numbers.get(shape)
        if found is None:
            if len(self.shapes) >= LARGEST_TABLE:
                return -1
            found = self._numbers[shape] = len(self.shapes)
            self.shapes.append(shape)
        return found


def encoded_shapes(texts: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return the shapes of texts, each distinct one once. Texts must not be NULL and end with a line break."""
    return _encoded(*_buffers(texts.combine_chunks()))


def _encoded(data: Bytes, starts: NDArray[np.int32]) -> pa.DictionaryArray:
    data, starts = collapse(data, starts)
    buffers = [None, pa.py_buffer(np.ascontiguousarray(starts)), pa.py_buffer(data)]
    return pa.Array.from_buffers(pa.string(), len(starts) - 1, buffers).dictionary_encode()


def _buffers(array: pa.Array) -> tuple[Bytes, NDArray[np.int32]]:
    """Return (bytes, starts) of an Arrow string array without NULLs, which may be a slice of a larger one."""
    if array.type != pa.string():
        array = array.cast(pa.string())
    _, offsets, data = array.buffers()
    starts = np.frombuffer(offsets, dtype=np.int32)[array.offset : array.offset + len(array) + 1]
    content = np.frombuffer(data, dtype=np.uint8) if data is not None else np.empty(0, dtype=np.uint8)
    return content[starts[0] : starts[-1]], starts - starts[0]
