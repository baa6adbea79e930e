"""What lines that begin alike have been so far: spares the engine a second look at nearly every line of text.

A look by the engine is exact, costs a quarter of what reading the line does, and only one processor has work meanwhile. So
a line is supposed to have the format of those before it that began alike, and the statement that cuts its values out, which
must find the header anyway, tells when that was wrong.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.model import FIRST_TEXT

_LOOKED_AT = 8  # bytes
_KINDS = np.uint64(0xF0F0F0F0F0F0F0F0)
"""The upper half of a byte is the same for all digits, and for nearly all letters of one case."""
_MIXER, _BITS = np.uint64(0x9E3779B97F4A7C15), 16  # multiplicative hashing (Knuth, TAOCP 6.4)
_NEW, _SEVERAL = 0, 255


class Beginnings:
    """Beginning of a line -> the code of its format, if all lines that began so had the same one."""

    def __init__(self) -> None:
        self._codes = np.full(1 << _BITS, _NEW, dtype=np.uint8)

    def supposed(self, data: NDArray[np.uint8], starts: NDArray[np.int32]) -> NDArray[np.uint8]:
        """Return the code that each line ``data[starts[i]:]`` should have, 0 where that is not known."""
        codes = self._codes[_places(data, starts)]
        codes[codes == _SEVERAL] = _NEW
        return codes

    def learn(self, data: NDArray[np.uint8], starts: NDArray[np.int32], codes: NDArray[np.uint8]) -> None:
        """Note the exact codes of lines. Nothing is supposed of what begins like a line without a header."""
        places = _places(data, starts)
        codes = np.where(codes < FIRST_TEXT, np.uint8(_SEVERAL), codes)
        is_new = self._codes[places] == _NEW
        self._codes[places[is_new]] = codes[is_new]
        self._codes[places[self._codes[places] != codes]] = _SEVERAL


def _places(data: NDArray[np.uint8], starts: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Return where in the table the lines stand. The last bytes of a text, where no eight follow, are all the same."""
    words = np.ndarray(max(len(data) - _LOOKED_AT + 1, 0), dtype="<u8", buffer=data, strides=(1,))
    found = np.zeros(len(starts), dtype=np.uint64)
    whole = len(starts) if len(starts) and starts[-1] < len(words) else int(np.searchsorted(starts, len(words)))
    found[:whole] = words[starts[:whole]] & _KINDS
    return (found * _MIXER) >> np.uint64(64 - _BITS)
