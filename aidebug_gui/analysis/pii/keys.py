"""Where in a buffer names stand that may say what their value is: ``"user_email":``, ``token=``, ``password: ``.

All ends of names are looked at, with numpy: the last four characters of a name are looked up in a table. Every name that a
rule knows is found, in any spelling (``apiKey``, ``api_key``, ``API-KEY``), and some more, which the caller tells apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.rules import FieldClass, Rulebook
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens, folded, slots_of, table_of

_COLON, _EQUALS, _CLOSES, _SPACE, _BACKSLASH, _CLOSING = 0x3A, 0x3D, 0x3E, 0x20, 0x5C, 0x5D
_QUESTION, _DOT = 0x3F, 0x2E
_QUOTES = (0x22, 0x27)
_SEPARATORS = "_-."
_BEFORE_SHORT = "\"' _-.?&,;{([|\n\t/"
_BITS = 16
_LONGEST_ESCAPE, _MOST_SPACES = 3, 8
_MOST_SILENT = 10_000


class KeyFinder:
    """Finds the ends of names that a rulebook knows."""

    def __init__(self, book: Rulebook) -> None:
        self._table, self._endings = _endings_of(book.fields)
        self._silent = np.empty(0, dtype=np.uint64)  # last eight characters of names that proved to say nothing

    def ends(self, tokens: Tokens) -> list[int]:
        """Return the positions in the text of the last characters of such names, ascending."""
        text = tokens.data
        equals = tokens.marks_of(_EQUALS)
        before = text[equals - 1]
        equals = equals - ((before == _QUESTION) | (before == _DOT))  # make and PHP: TOKEN ?= "...", $token .= "..."
        last = np.concatenate([tokens.marks_of(_COLON), equals, tokens.marks_of(_CLOSES)]) - 1
        last = _before(text, last, _SPACE, _MOST_SPACES)
        last = last - (text[last] == _CLOSING)
        behind = text[last]
        last = last - ((behind == _QUOTES[0]) | (behind == _QUOTES[1]))
        last = _before(text, last, _BACKSLASH, _LONGEST_ESCAPE)
        low = tokens.fours(last - 3)
        chosen = self._table.take(slots_of(low, _BITS))
        last, low = last[chosen], low[chosen]
        exact = self._endings.take(np.searchsorted(self._endings, low), mode="clip") == low
        last, low = last[exact], low[exact]
        if len(self._silent):
            eight = _eight(tokens, last, low)
            slots = np.minimum(np.searchsorted(self._silent, eight), len(self._silent) - 1)
            last = last[self._silent[slots] != eight]
        found: list[int] = np.sort(last[last >= PADDING] - PADDING).tolist()
        return found

    def forget(self, endings: set[bytes]) -> None:
        """Leave out names with these last eight characters from now on."""
        if endings and len(self._silent) < _MOST_SILENT:
            new = np.array([_folded_eight(ending) for ending in endings], dtype=np.uint64)
            self._silent = np.sort(np.concatenate([self._silent, new]))


@lru_cache(maxsize=2)
def _endings_of(fields: tuple[FieldClass, ...]) -> tuple[NDArray[np.bool_], NDArray[np.uint32]]:
    """Return the last four characters that a name may have, as a table and in order; made once for all detectors."""
    names = {name for field in fields for name in field.names | field.ends}
    endings = sorted({folded(ending.encode()[-4:]) for name in names for ending in _endings(name)})
    return table_of(endings, _BITS), np.array(endings, dtype=np.uint32)


def _before(text: NDArray[np.uint8], places: NDArray[np.int64], character: int, most: int) -> NDArray[np.int64]:
    """Return the places before the runs of a character that end at some places, ``most`` characters before at most."""
    for _ in range(most):
        is_there = text[places] == character
        if not np.any(is_there):
            break
        places = places - is_there
    return places


def _eight(tokens: Tokens, last: NDArray[np.int64], low: NDArray[np.uint32]) -> NDArray[np.uint64]:
    return tokens.fours(last - 7).astype(np.uint64) << np.uint64(32) | low


def _folded_eight(ending: bytes) -> int:
    return folded(ending[-8:-4]) << 32 | folded(ending[-4:])


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
