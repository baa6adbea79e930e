"""Whole JSON documents as lines: arrays, pretty-printed objects, and containers that are known by their keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from aidebug_gui.sources.converters import otlp, prometheus
from aidebug_gui.sources.converters.definitions import Document, documents
from aidebug_gui.sources.converters.jsontext import BrokenJson, JsonText, dumped
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.streams import Chunks, peek
from aidebug_gui.translatable import translatable

Json = dict[str, Any]

HEAD_BYTES = 1 << 20
_OUTLINE_DEPTH = 3
_SKELETON_CHARACTERS = 1 << 20
_ARRAY = re.compile(r"\s*\[\s*\{\s*[\"}]")
_OBJECT = re.compile(r"\s*\{\s*[\"}]")
_FLATTEN: dict[str, Callable[[Json], Iterator[Json]]] = {
    "otlp": otlp.flattened,
    "prometheus": prometheus.flattened,
}


def is_document(head: str) -> bool:
    """Return whether text that begins like this is JSON that is not one record a line."""
    if _ARRAY.match(head):
        return True
    if not _OBJECT.match(head):
        return False
    first, _, more = head.lstrip("\ufeff \t\r\n").partition("\n")
    reader = JsonText(iter([first.encode()]))
    try:
        reader.value()
        ends_in_line = True
    except BrokenJson:
        ends_in_line = False
    if ends_in_line or not more:
        found, _ = _recognised(first)
        return found is not None and (found.lines or not more.strip())
    try:
        JsonText(iter([head.encode()])).value()
    except BrokenJson as problem:
        return len(head) >= HEAD_BYTES // 8 and "too early" in str(problem)
    return True


def document_lines(chunks: Chunks, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield one compact record a line. Text between the values stays; so does what is left of broken JSON."""
    head, chunks = peek(chunks, HEAD_BYTES)
    reader = JsonText(chunks, limits)
    found, path = _recognised(head.decode(errors="replace"))
    emitter = _Emitter(reader, found, path)
    tally.converted_from = found.title if found else ""
    while character := reader.peek():
        try:
            if character == "{":
                yield from emitter.objects()
            elif character == "[" and reader.begins_list_of_objects():
                for _ in reader.each_element():
                    yield from emitter.element({})
            else:
                yield from _line(reader)
        except BrokenJson as problem:
            tally.note(
                translatable(
                    "The JSON cannot be read to its end ({reason}); what follows is shown as it is.",
                    reason=str(problem),
                )
            )
            for text in reader.rest():
                yield text.encode()
            yield b"\n"


def _line(reader: JsonText) -> Iterator[bytes]:
    """Take a line that is no JSON; the last one of a text gets a line break, too."""
    piece = ""
    for piece in reader.line():
        yield piece.encode()
    if not piece.endswith("\n"):
        yield b"\n"


class _Emitter:
    """Turns the values that a reader stands before into lines."""

    def __init__(self, reader: JsonText, document: Document | None, path: tuple[str, ...]) -> None:
        self._reader = reader
        self._document = document
        self._path = path
        self._flatten = _FLATTEN.get(document.flatten) if document else None

    def objects(self) -> Iterator[bytes]:
        """Yield the records of an object: those of the known list in it, or the object itself."""
        if self._document is None:
            yield from self.element({})
            return
        around: Json = {}
        found = False
        for line in self._walk(self._path, (), around):
            found = True
            yield line
        if not found:
            yield (dumped(around) + "\n").encode()  # the list was empty or missing: what is around it is the record

    def element(self, around: Json) -> Iterator[bytes]:
        """Take a value and yield its records."""
        value, text = self._reader.value()
        if self._document is None or not isinstance(value, dict):
            yield (self._reader.compact(value, text) + "\n").encode()
            return
        if self._flatten is not None:
            for record in self._flatten(value):
                yield dumped(record).encode() + b"\n"
            return
        record = self._document.completed(value, around)
        yield (self._reader.compact(value, text) if record is value else dumped(record)).encode() + b"\n"

    def _walk(self, path: tuple[str, ...], above: tuple[str, ...], around: Json) -> Iterator[bytes]:
        for key in self._reader.each_key():
            here = (*above, key)
            on_the_way = key == path[0]
            if on_the_way and len(path) == 1 and self._reader.peek() == "[":
                for _ in self._reader.each_element():
                    yield from self.element(around)
            elif on_the_way and len(path) > 1 and self._reader.peek() == "{":
                yield from self._walk(path[1:], here, around)
            else:
                value, text = self._reader.value()
                if len(text) < _SKELETON_CHARACTERS:
                    _remember(value, ".".join(here), around, self._document)


def _remember(value: object, path: str, around: Json, document: Document | None) -> None:
    """Keep a value from around the records, and what is to be copied from inside it."""
    around[path] = value
    for wanted in document.copy.values() if document else ():
        if wanted.startswith(path + ".") and isinstance(value, dict):
            inner: object = value
            for key in wanted[len(path) + 1 :].split("."):
                inner = inner.get(key) if isinstance(inner, dict) else None
            if inner is not None:
                around[wanted] = inner


def _recognised(head: str) -> tuple[Document | None, tuple[str, ...]]:
    """Return the definition of a document that begins like this and the path of its records."""
    keys = outline(head)
    for document in documents():
        path = document.records_path(keys)
        if path:
            return document, path
    return None, ()


def outline(text: str) -> frozenset[str]:
    """Return the paths of the keys in JSON text that may end anywhere; lists of objects also with "[]" behind."""
    found: set[str] = set()
    with suppress(BrokenJson):  # it is the beginning of a longer text
        _collect(JsonText(iter([text.encode()])), "", 1, found)
    return frozenset(found)


def _collect(reader: JsonText, prefix: str, depth: int, found: set[str]) -> None:
    if reader.peek() != "{":
        return
    for key in reader.each_key():
        path = prefix + key
        found.add(path)
        if reader.peek() == "{" and depth < _OUTLINE_DEPTH:
            _collect(reader, f"{path}.", depth + 1, found)
            continue
        if reader.peek() == "[" and reader.begins_list_of_objects():
            found.add(f"{path}[]")
        reader.value()
