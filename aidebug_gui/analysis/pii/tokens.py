"""What numpy sees of a text: its words, its runs of digits and a few telling characters. All rules begin at one of them.

A regular expression engine pays for each place where a rule could begin; here all places of a text are looked at in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

MARKS = b"@%+(~:=>"
PADDING = 16
"""Bytes before and behind the text, so that the neighbours of any place may be looked at."""
_WORD, _MARK = 1, 2
_LONGEST = 255
_FOLD = np.uint32(0x20202020)


def _class_of(byte: int) -> int:
    character = bytes([byte])
    is_word = byte < 0x80 and (character.isalnum() or character == b"_")
    return is_word * _WORD | (character in MARKS) * _MARK


_CLASSES = bytes(_class_of(byte) for byte in range(256))


class Tokens:
    """Words (runs of ASCII letters, digits and underscores) and marks of a text, as arrays.

    All places count from the begin of ``data``, the padded text, so they are ``PADDING`` too large. ``starts``, ``ends``:
    of the words; ``lengths``: cut to 255; ``first``: the first character, ``behind``: the one behind the word;
    ``separators``: the same where it is all that stands between a word and the next, else 0. ``marks``: the places of the
    characters MARKS, ``signs`` which one stands there.
    """

    def __init__(self, text: bytes) -> None:
        padded = b"".join((b"\n" * PADDING, text, b"\n" * PADDING))
        self.data = np.frombuffer(padded, dtype=np.uint8)
        classes = np.frombuffer(padded.translate(_CLASSES), dtype=np.uint8)
        edges = np.flatnonzero(((classes[1:] ^ classes[:-1]) & _WORD).view(np.bool_)) + 1
        self.starts, self.ends = edges[0::2], edges[1::2]
        self.lengths = np.minimum(self.ends - self.starts, _LONGEST).astype(np.uint8)
        self.first, self.behind = self.data[self.starts], self.data[self.ends]
        self.separators = self.behind.copy()
        self.separators[:-1] *= self.starts[1:] - self.ends[:-1] == 1
        self.separators[-1:] = 0
        self.is_number = (self.first - np.uint8(0x30)) < 10  # its first character is a digit
        self.marks = np.flatnonzero((classes >> 1).view(np.bool_))
        self.signs = self.data[self.marks]
        self.is_ascii = text.isascii()
        self._marks_of: dict[int, NDArray[np.int64]] = {}
        self._fours: NDArray[np.uint32] = np.ndarray((len(padded) - 3,), np.dtype("<u4"), padded, 0, (1,))

    @cached_property
    def has_east_asian(self) -> bool:
        """Whether there may be letters of Chinese, Japanese or Korean: their first byte in UTF-8 is E3 to ED."""
        return not self.is_ascii and bool(np.any((self.data - np.uint8(0xE3)) <= 0xED - 0xE3))

    @cached_property
    def heads(self) -> NDArray[np.uint32]:
        """The first four bytes of each word, as :meth:`fours` gives them."""
        return (
            self._fours.take(self.starts) | _FOLD
        )  # of all words: copying all fours first is faster than looking up each

    def marks_of(self, sign: int) -> NDArray[np.int64]:
        """Return the places of one of MARKS."""
        found = self._marks_of.get(sign)
        if found is None:
            found = self._marks_of[sign] = self.marks[self.signs == sign]
        return found

    def fours(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        """Return the four bytes that begin at each place as one little-endian number, letters in one case."""
        return self._fours[places] | _FOLD


def folded(four: bytes) -> int:
    """Return four bytes as :meth:`Tokens.fours` does."""
    return int.from_bytes(four, "little") | int(_FOLD)


def is_word(byte: int) -> bool:
    """Return whether a byte is a letter, a digit or an underscore."""
    return bool(_CLASSES[byte] & _WORD)


def table_of(keys: list[int], bits: int) -> NDArray[np.bool_]:
    """Return a table of 2 ** bits flags for :func:`slots_of`."""
    table = np.zeros(1 << bits, dtype=np.bool_)
    table[slots_of(np.array(keys, dtype=np.uint32), bits)] = True
    return table


def slots_of(keys: NDArray[np.uint32], bits: int) -> NDArray[np.uint32]:
    """Return where keys stand in a table of flags."""
    return (keys * np.uint32(2654435761)) >> np.uint32(32 - bits)


def without_doubles(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return the numbers of some arrays in order, each once. ``numpy.unique`` loads a module at the first call: 70 ms."""
    numbers = np.sort(np.concatenate(parts))
    keep = np.ones(len(numbers), dtype=np.bool_)
    keep[1:] = numbers[1:] != numbers[:-1]
    return numbers[keep]
