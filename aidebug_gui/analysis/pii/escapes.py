"""A copy of JSON text for searching, of the same length: escapes that look like letters become what they stand for."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

_UNICODE = re.compile(rb"\\u([0-9a-fA-F]{4})")
_LETTERS = np.frombuffer(b"nrtbf", dtype=np.uint8)
_SLICE = 1 << 18
_BACKSLASH, _U, _SPACE = 0x5C, 0x75, 0x20


def positions_of(text: NDArray[np.uint8], *values: int) -> NDArray[np.int64]:
    """Return where a text has one of some bytes. Works in slices that stay in the cache."""
    pieces = [np.empty(0, dtype=np.int64)]
    for first in range(0, len(text), _SLICE):
        part = text[first : first + _SLICE]
        hits = part == values[0]
        for value in values[1:]:
            hits |= part == value
        pieces.append(np.flatnonzero(hits) + first)
    return np.concatenate(pieces)


def plain_copy(data: bytes) -> bytes:
    r"""Return the text with ``\n`` as spaces, ``\u003c`` as ``     <`` and other ``\uXXXX`` as six non-ASCII bytes.

    Otherwise the ``n`` of ``\nsk-...`` would look like a letter before the key. The byte 1 becomes a space.
    """
    if b"\x01" in data:
        data = data.replace(b"\x01", b" ")
    if b"\\" not in data:
        return data
    text = np.frombuffer(data, dtype=np.uint8)
    places = positions_of(text, _BACKSLASH)
    places = places[places + 1 < len(text)]
    following = text[places + 1]
    letters = places[np.isin(following, _LETTERS)]
    has_unicode = bool(np.any(following == _U))
    if len(letters):
        copy = text.copy()
        copy[letters + 1] = _SPACE
        data = copy.tobytes()
    return _UNICODE.sub(_character, data) if has_unicode else data


def _character(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16)
    return b"     %c" % code if 0x20 <= code < 0x7F else b"\xc3\x80\xc3\x80\xc3\x80" if code >= 0x80 else b"      "
