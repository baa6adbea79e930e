"""Where in a buffer names stand that may say what their value is: ``"user_email":``, ``token=``, ``password: ``.

All ends of names are looked at, with numpy: the last four characters of a name are looked up in a table. Every name that a
rule knows is found, in any spelling (``apiKey``, ``api_key``, ``API-KEY``), and some more, which the caller tells apart.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.escapes import positions_of
from aidebug_gui.analysis.pii.rules import Rulebook

_COLON, _EQUALS, _SPACE, _BACKSLASH = 0x3A, 0x3D, 0x20, 0x5C
_QUOTES = (0x22, 0x27)
_FOLD = 0x20202020  # lower case and upper case letters become the same
_SEPARATORS = "_-."
_BEFORE_SHORT = "\"' _-.?&,;{([|\n\t/"
_SLOTS = 16  # bits of the hash
_FACTOR = np.uint32(2654435761)
_LONGEST_ESCAPE = 3
_MOST_SILENT = 10_000


class KeyFinder:
    """Finds the ends of names that a rulebook knows."""

    def __init__(self, book: Rulebook) -> None:
        self._table = np.zeros(1 << _SLOTS, dtype=np.bool_)
        names = {name for field in book.fields for name in field.names | field.ends}
        words = np.array([_word(ending) for name in names for ending in _endings(name)], dtype=np.uint32)
        self._table[_slot(words)] = True
        self._silent = np.empty(0, dtype=np.uint64)  # last eight characters of names that proved to say nothing

    def ends(self, text: NDArray[np.uint8]) -> list[int]:
        """Return the positions of the last characters of such names, ascending. ``text``: bytes."""
        places = positions_of(text, _COLON, _EQUALS)
        last = places[places >= 4] - 1
        last = last - (text[last] == _SPACE)
        quoted = (text[last] == _QUOTES[0]) | (text[last] == _QUOTES[1])
        last = last - quoted
        for _ in range(_LONGEST_ESCAPE):
            escaped = text[last] == _BACKSLASH
            if not np.any(escaped):
                break
            last = last - escaped
        last = last[last >= 7]
        low = _four(text, last)
        chosen = self._table[_slot(low | np.uint32(_FOLD))]
        last, low = last[chosen], low[chosen]
        eight = _four(text, last - 4).astype(np.uint64) << np.uint64(32) | low
        if len(self._silent):
            slots = np.minimum(np.searchsorted(self._silent, eight), len(self._silent) - 1)
            last = last[self._silent[slots] != eight]
        found: list[int] = last.tolist()
        return found

    def forget(self, endings: set[bytes]) -> None:
        """Leave out names with these last eight characters from now on."""
        if endings and len(self._silent) < _MOST_SILENT:
            new = np.array([int.from_bytes(ending, "big") for ending in endings], dtype=np.uint64)
            self._silent = np.unique(np.concatenate([self._silent, new]))


def _four(text: NDArray[np.uint8], last: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return the four bytes that end at each place as one number."""
    word = text[last - 3].astype(np.uint32)
    for distance in (2, 1, 0):
        word = word << np.uint32(8) | text[last - distance]
    return word


def _slot(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return (words * _FACTOR) >> np.uint32(32 - _SLOTS)


def _word(ending: str) -> int:
    return int.from_bytes(ending.encode(), "big") | _FOLD


def _endings(name: str) -> Iterator[str]:
    """Yield the last four characters that the spellings of a name can have."""
    if len(name) >= 4:
        yield name[-4:]
    else:
        for first in _BEFORE_SHORT:
            if len(name) == 3:
                yield first + name
            else:
                yield from (before + first + name for before in " :,{&?\n\"'\\_abcdefghijklmnopqrstuvwxyz0123456789}")
    for kept in (1, 2, 3):
        if len(name) > 3:
            yield from (f"{name[:-kept]}{separator}{name[-kept:]}"[-4:] for separator in _SEPARATORS)
