"""Where in a record a finding stands: the path of the field, and the position inside the field's decoded value."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.escapes import positions_of

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+')
_LOOK_BACK = 1 << 16
_MOST_PATHS = 20_000
_MOST_READ = 4_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """``path`` such as ``messages[1].content``, empty for text that is no JSON; the value is bytes [start, end)."""

    path: str
    start: int
    end: int
    quoted: bool


def locate(line: bytes, position: int) -> Place | None:  # noqa: C901 - one state machine reads better in one piece
    """Return the value of a JSON line in which a position lies; None if the line is no JSON that far, or it is a key."""
    parts: list[str | int] = []
    key = ""
    expects_key = False
    for token in _TOKEN.finditer(line):
        text = token[0]
        if text in b"{[":
            parts.append(key if text == b"{" else 0)
            parts.append("{" if text == b"{" else "[")
            expects_key = text == b"{"
        elif text in b"}]":
            if len(parts) < 2:
                return None
            del parts[-2:]
        elif text == b",":
            expects_key = bool(parts) and parts[-1] == "{"
            if parts and parts[-1] == "[" and isinstance(parts[-2], int):
                parts[-2] += 1
        elif text == b":":
            expects_key = False
        elif expects_key and text[:1] == b'"':
            key = _text(text)
            _set_key(parts, key)
        if token.end() > position:
            if token.start() > position or expects_key or text in b"{}[],:":
                return None
            quoted = text[:1] == b'"'
            return Place(_path(parts), token.start() + quoted, token.end() - quoted, quoted)
    return None


def _set_key(parts: list[str | int], key: str) -> None:
    if parts:
        parts[-2] = key


def _path(parts: list[str | int]) -> str:
    path = ""
    for name in parts[::2]:
        path += f"[{name}]" if isinstance(name, int) else f".{name}" if path else str(name)
    return path


def _text(quoted: bytes) -> str:
    if b"\\" not in quoted:
        return quoted[1:-1].decode("utf-8", "replace")
    try:
        return str(json.loads(quoted.decode("utf-8", "replace"), strict=False))
    except ValueError:
        return quoted[1:-1].decode("utf-8", "replace")


class FieldPaths:
    """Paths without list positions (``messages[].content``) for many findings, looked up by what is cheap to see."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, bytes, int, int], str] = {}
        self._long: tuple[bytes, int, NDArray[np.int64], NDArray[np.int64]] | None = None
        self._last: tuple[int, int, int, int, int, bytes] = (-1, -1, 0, 0, -1, b"")
        self._text: bytes | None = None  # of ``_last``: (record, position, objects, lists, last object, its key)
        self._at = -1  # where the current record begins
        self._read = 0  # bytes of it that were read to find paths

    def path(self, text: bytes, line_start: int, line_end: int, position: int) -> str:
        """Return the path of the field at a position of a record, empty where the record is no JSON object.

        Empty, too, in long records with very many different paths: each takes a look at all that stands before it.
        """
        if text[line_start : line_start + 1] != b"{":
            return ""
        objects, lists, parent = self._around(text, line_start, line_end, position)
        shape = _key_before(text, line_start, position), parent, objects, lists
        found = self._known.get(shape)
        if found is None:
            if self._at != line_start:
                self._at, self._read = line_start, 0
            self._read += position - line_start
            if self._read > _MOST_READ:
                return ""
            place = locate(text[line_start : min(line_end, position + _LOOK_BACK)], position - line_start)
            found = re.sub(r"\[\d+\]", "[]", place.path) if place else ""
            if len(self._known) < _MOST_PATHS:
                self._known[shape] = found
        return found

    def _around(self, text: bytes, line_start: int, line_end: int, position: int) -> tuple[int, int, bytes]:
        """Return how many objects and lists begin before a place of a record, and the key of the last object."""
        if position - line_start > _LOOK_BACK:
            objects, lists, brace = self._before(text, line_start, line_end, position)
            return objects, lists, _key_before(text, line_start, brace) if brace > line_start else b""
        line, low, objects, lists, brace, parent = self._last
        if line != line_start or low > position or self._text is not text:
            low, objects, lists, brace, parent = line_start, 0, 0, line_start, b""
            self._text = text
        more = text.count(b"{", low, position)
        if more:
            objects += more
            brace = text.rfind(b"{", low, position)
            parent = _key_before(text, line_start, brace) if brace > line_start else b""
        lists += text.count(b"[", low, position)
        self._last = line_start, position, objects, lists, brace, parent
        return objects, lists, parent

    def _before(self, text: bytes, line_start: int, line_end: int, position: int) -> tuple[int, int, int]:
        """Return how many objects and lists begin before a place of a long record, and where the last object does."""
        if self._long is None or self._long[0] is not text or self._long[1] != line_start:
            record = np.frombuffer(text, dtype=np.uint8)[line_start:line_end]
            self._long = text, line_start, positions_of(record, 0x7B), positions_of(record, 0x5B)
        _, _, braces, brackets = self._long
        objects = int(np.searchsorted(braces, position - line_start))
        lists = int(np.searchsorted(brackets, position - line_start))
        return objects, lists, line_start + int(braces[objects - 1]) if objects else -1


def _key_before(text: bytes, line_start: int, position: int) -> bytes:
    """Return the key of the value at a position, read backwards; empty for items of lists and long texts."""
    low = max(line_start, position - _LOOK_BACK)
    if text[position - 4 : position] == b'": "':  # the value begins here
        return text[text.rfind(b'"', low, position - 4) + 1 : position - 4]
    if text[position - 1 : position] == b":" or text[position - 2 : position] == b": ":
        key = _key_at(text, low, position)
        if key:
            return key
    quote = text.rfind(b'"', low, position)  # the value is a text, and this is inside
    while quote > low and text[quote - 1] == 0x5C:
        quote = text.rfind(b'"', low, quote)
    return _key_at(text, low, quote) if quote > low else b""


def _key_at(text: bytes, low: int, colon: int) -> bytes:
    """Return the key whose colon, and nothing else, stands before a place; empty if none does."""
    end = text.rfind(b'"', low, colon)
    begin = text.rfind(b'"', low, end)
    if begin < 0 or end < 0 or text[end + 1 : colon].strip() != b":":
        return b""
    return text[begin + 1 : end]
