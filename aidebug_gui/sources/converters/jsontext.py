"""JSON read value by value from a stream, without holding the whole of it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.streams import CHUNK_BYTES, Chunks
from aidebug_gui.translatable import translatable

_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_LIST_OF_OBJECTS = re.compile(r"\[\s*\{")
_NEAR_THE_END = 16  # characters of an escape, a number or a word that a cut may have halved


class BrokenJson(ValueError):
    """The text is no JSON from here on; the message says why."""


class JsonText:
    """A position in a stream of JSON text. What cannot be read stays: ``rest`` gives it as it is."""

    def __init__(self, chunks: Chunks, limits: Limits = LIMITS) -> None:
        self._chunks = chunks
        self._limit = limits.value_characters
        self._bytes = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._decoder = json.JSONDecoder(strict=False, parse_constant=self._constant)
        self._special = False  # the value holds NaN or Infinity, which only Python writes
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """Return the next character that is no white space without taking it; "" at the end."""
        character = self._text[self._at : self._at + 1]
        if character > " " and character != "\ufeff":
            return character
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow(CHUNK_BYTES):
                return ""

    def begins_list_of_objects(self) -> bool:
        self.peek()
        if len(self._text) - self._at < CHUNK_BYTES:
            self._grow(CHUNK_BYTES)
        return _LIST_OF_OBJECTS.match(self._text, self._at) is not None

    def value(self) -> tuple[Any, str]:
        """Take one value and return it with its text. Raises BrokenJson and takes nothing if there is none."""
        self.peek()
        while True:
            self._special = False
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise BrokenJson(translatable("it is nested too deeply")) from error
            except json.JSONDecodeError as error:
                if self._ended or not self._may_be_cut(error):
                    raise BrokenJson("it ends too early" if self._ended else str(error.msg)) from error
            except ValueError as error:  # an integer of thousands of digits
                raise BrokenJson(str(error)) from error
            else:
                if end < len(self._text) or self._ended or isinstance(value, (dict, list, str)):
                    text = self._text[self._at : end]
                    self._at = end
                    return value, text
            if len(self._text) - self._at > self._limit:
                raise BrokenJson(translatable("a value is longer than {limit} characters", limit=self._limit))
            self._grow(max(CHUNK_BYTES, len(self._text) - self._at))

    def each_element(self) -> Iterator[None]:
        """Stand before each element of a list in turn; the caller takes it. Raises BrokenJson."""
        for _ in self._items("[", "]"):
            yield

    def each_key(self) -> Iterator[str]:
        """Give each key of an object and stand before its value; the caller takes it. Raises BrokenJson."""
        for _ in self._items("{", "}"):
            yield self._key()

    def line(self) -> Iterator[str]:
        """Take the text up to the next line break, and that with it, in pieces: a line may be longer than the memory."""
        while (end := self._text.find("\n", self._at)) < 0:
            yield self._text[self._at :]
            self._at = len(self._text)
            if not self._grow(CHUNK_BYTES):
                return
        text, self._at = self._text[self._at : end + 1], end + 1
        yield text

    def rest(self) -> Iterator[str]:
        """Take everything that is left, in pieces."""
        yield self._text[self._at :]
        self._at = len(self._text)
        while self._grow(CHUNK_BYTES):
            yield self._text
            self._at = len(self._text)

    def compact(self, value: object, text: str) -> str:
        """Return the value on one line: its own text where that is one."""
        return text if "\n" not in text and "\r" not in text else dumped(value, exact=self._special)

    def _items(self, opening: str, closing: str) -> Iterator[None]:
        self._take(opening)
        while self.peek() != closing:
            yield
            if self.peek() != closing:
                self._take(",")
        self._take(closing)

    def _key(self) -> str:
        key, _ = self.value()
        if not isinstance(key, str):
            raise BrokenJson(translatable("a key is not a string"))
        self._take(":")
        return key

    def _take(self, character: str) -> None:
        found = self.peek()
        if found != character:
            raise BrokenJson("it ends too early" if not found else f"{character!r} is missing")
        self._at += 1

    def _constant(self, name: str) -> float:
        self._special = True
        return float(name.replace("Infinity", "inf"))

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _NEAR_THE_END

    def _grow(self, count: int) -> bool:
        """Read ``count`` more characters; False if there are none."""
        pieces = [self._text[self._at :]]
        got = 0
        while got < count and not self._ended:
            chunk = next(self._chunks, None)
            self._ended = chunk is None
            pieces.append(self._bytes.decode(chunk or b"", final=self._ended))
            got += len(pieces[-1])
        self._text, self._at = "".join(pieces), 0
        return got > 0


def dumped(value: object, *, exact: bool = False) -> str:
    """Return a value as JSON on one line. ``exact``: it holds NaN or Infinity, which must not become null."""
    if not exact:
        try:
            return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
        except TypeError:
            pass  # integers beyond 64 bits, half surrogates
    return json.dumps(value, separators=(",", ":"), default=str)
