"""Shapes: texts whose numbers and hexadecimal ids are replaced by ``0``, so that equal statements become equal texts.

Works on whole buffers of text at once. Every text must end with a line break: runs then cannot cross from one text into
the next.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns import flags

Bytes = NDArray[np.uint8]

LEAST_HEX = 8
"""Runs of at least so many hexadecimal digits and dashes that hold a digit are ids."""
LARGEST_TABLE = 100_000
"""Further shapes are not distinguished: the log's messages are then free text."""

_SLICE = 1 << 20
"""Bytes. Slices that stay in a core's cache are not faster, and each of their many short steps waits for a window that draws."""
_STEPS = (1, 2, 4)  # together those from the first to the last of LEAST_HEX
_WORD = re.compile(rb"[A-Fa-f-]++(?![0-9])")  # a run without a digit
_ZERO, _LOWER_CASE = np.uint8(ord("0")), np.uint8(32)


def with_single_zeros(data: Bytes, starts: NDArray[np.int32]) -> tuple[Bytes, NDArray[np.int32]]:
    """Return texts with each run of ``0`` as one ``0``, and where they begin then."""
    is_zero = data == _ZERO
    follows = np.zeros(len(data), dtype=np.bool_)
    np.logical_and(is_zero[1:], is_zero[:-1], out=follows[1:])
    gone = flags.counted(flags.packed(follows), starts.astype(np.int64))
    return data[~follows], (starts - gone).astype(np.int32)


class Zeroing:
    """Writes zeros for numbers, in memory that is taken once: fresh memory costs more than what is done with it."""

    def __init__(self) -> None:
        self._made = np.empty(0, dtype=np.uint8)
        self._letters = np.empty(0, dtype=np.uint8)
        self._flags = np.empty((3, 0), dtype=np.bool_)

    def zeroed(self, data: Bytes, starts: NDArray[np.int32]) -> Bytes:
        """Return texts ``data[starts[i]:starts[i + 1]]`` with each byte of a number or of a long hexadecimal run as ``0``.

        The texts must be UTF-8. What is returned is good until the next call. Works slice by slice: what is made of a
        whole block would take ten times its memory.
        """
        bounds = np.unique(np.searchsorted(starts, np.arange(0, len(data) + _SLICE, _SLICE)).clip(0, len(starts) - 1))
        edges = starts[bounds]
        self._have(len(data), int(np.diff(edges).max(initial=0)))
        for first, last in pairwise(edges.tolist()):
            self._zero(data[first:last], self._made[first:last])
        return self._made[: len(data)]

    def _have(self, size: int, largest: int) -> None:
        if len(self._made) < size:
            self._made = np.empty(size, dtype=np.uint8)
        if len(self._letters) < largest:
            self._letters = np.empty(largest, dtype=np.uint8)
            self._flags = np.empty((3, largest), dtype=np.bool_)

    def _zero(self, data: Bytes, made: Bytes) -> None:
        """Write ``data`` with its numbers as ``0`` to ``made``. Arithmetic on bytes runs at many GB/s."""
        value = np.subtract(data, _ZERO, out=made)
        value *= flags.unpacked(self._numbers(data, value), len(data))
        np.subtract(data, value, out=made)

    def _numbers(self, data: Bytes, value: Bytes) -> flags.Words:
        """Tell which bytes belong to numbers or to long hexadecimal runs that hold a digit. ``value``: data less "0"."""
        digit, hexadecimal, other = self._flags[:, : len(data)]
        np.less(value, 10, out=digit)
        letter = np.bitwise_or(data, _LOWER_CASE, out=self._letters[: len(data)])
        letter -= np.uint8(ord("a"))
        np.less(letter, 6, out=hexadecimal)
        hexadecimal |= digit
        hexadecimal |= np.equal(data, ord("-"), out=other)
        digits, run = flags.packed(digit), flags.packed(hexadecimal)
        near = digits.copy()
        for step in _STEPS:  # afterwards flag i says that i .. i + 7 are all hexadecimal, or that one is a digit
            run &= flags.earlier(run, step)
            near |= flags.earlier(near, step)
        for at in flags.places(run & ~flags.later(run, 1) & ~near):
            word = _WORD.match(data.data, at)  # "----------", "defaced-facade": seldom
            if word is not None:
                flags.clear(run, at, word.end() - LEAST_HEX + 1)
        for step in _STEPS:
            run |= flags.later(run, step)
        return digits | run


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
        encoded = _encoded(data, starts, Zeroing())
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


def encoded_shapes(texts: pa.ChunkedArray, zeroing: Zeroing) -> pa.DictionaryArray:
    """Return the shapes of texts, each distinct one once. Texts must not be NULL and end with a line break."""
    return _encoded(*_buffers(texts.combine_chunks()), zeroing)


def _encoded(data: Bytes, starts: NDArray[np.int32], zeroing: Zeroing) -> pa.DictionaryArray:
    """Return the shapes of texts, each distinct one once.

    To take bytes out costs more than all else. So numbers keep their lengths until equal texts are put together.
    """
    zeroes = _distinct(zeroing.zeroed(data, starts), starts)
    shapes = _distinct(*with_single_zeros(*_buffers(zeroes.dictionary)))
    return pa.DictionaryArray.from_arrays(shapes.indices.take(zeroes.indices), shapes.dictionary)


def _distinct(data: Bytes, starts: NDArray[np.int32]) -> pa.DictionaryArray:
    """Return texts with each distinct one once, in the order of their first appearance."""
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
