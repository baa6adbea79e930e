"""JSON as it stands in logs: also with NaN, several objects on one line, lone surrogates, and nested without end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

from aidebug_gui.formats.model import JsonPath

DEEPEST = 100
"""Objects nested deeper are not parsed: the record is shown as text."""

_TEXT_OR_LAST_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+\\?(?:"|\Z))|(?<=[\w"}\]]),(?=\s*[}\]])', re.ASCII | re.DOTALL)
_BIG_INTEGER = re.compile(r"[:\[,]\s*-?\d{20}")

JsonObject = dict[str, Any]


def parse_objects(text: str) -> list[JsonObject]:
    """Return the objects that a line consists of: usually one, two for ``{"a":1}{"b":2}``, none if it is no JSON object."""
    try:
        value = orjson.loads(text)
    except (orjson.JSONDecodeError, UnicodeEncodeError):
        return _parse_leniently(text)
    if not isinstance(value, dict) or _too_deep(value, text):
        return []
    # orjson rounds integers beyond 64 bits, and of equal keys it takes the last one, the engine the first.
    needs_care = _BIG_INTEGER.search(text) is not None or _may_repeat_keys(value, text)
    exact = _parse_leniently(text) if needs_care else []
    return exact or [value]


def _may_repeat_keys(value: JsonObject, text: str) -> bool:
    """Return whether there are more keys in the text than in the object."""
    written = text.count('":') - text.count('\\":')
    return written > _count_keys(value)


def _count_keys(value: object) -> int:
    if isinstance(value, dict):
        return len(value) + sum(_count_keys(item) for item in value.values() if isinstance(item, dict | list))
    if isinstance(value, list):
        return sum(_count_keys(item) for item in value if isinstance(item, dict | list))
    return 0


def _first_of_equal(pairs: list[tuple[str, Any]]) -> JsonObject:
    return dict(reversed(pairs)) if len({key for key, _ in pairs}) < len(pairs) else dict(pairs)


def embedded_object(message: str) -> JsonObject:
    """Return the JSON object that a message is or ends with (``saved {"id": 7}``), empty if there is none."""
    start = message.find("{")
    if start < 0 or not message.rstrip().endswith("}"):
        return {}
    objects = parse_objects(message[start:])
    return objects[0] if objects else {}


def _parse_leniently(text: str) -> list[JsonObject]:
    """Read what orjson refuses: NaN, Infinity, lone surrogates, several objects, a comma before a closing bracket.

    Of equal keys the first one counts.

    Control characters within texts make a line damaged, as they do for the engine.
    """
    decoder = json.JSONDecoder(parse_int=_integer, object_pairs_hook=_first_of_equal)
    objects: list[JsonObject] = []
    text = _TEXT_OR_LAST_COMMA.sub(r"\1", text)
    position, end = 0, len(text)
    try:
        while position < end:
            value, position = decoder.raw_decode(text, position)
            if not isinstance(value, dict) or _too_deep(value, text):
                return []
            objects.append({_sound(key): _without_surrogates(item) for key, item in value.items()})
            while position < end and text[position] in " \t\r\n":
                position += 1
    except (ValueError, RecursionError):
        return []
    return objects


def _integer(digits: str) -> int | float:
    """Read an integer; Python refuses to convert those of more than 4,300 digits."""
    return int(digits) if len(digits) < 4_000 else float(digits)


def _too_deep(value: object, text: str) -> bool:
    if text.count("{") + text.count("[") <= DEEPEST:
        return False
    level: list[object] = [value]
    for _ in range(DEEPEST):
        level = [child for node in level for child in _children(node) if isinstance(child, (dict, list))]
        if not level:
            return False
    return True


def _children(node: object) -> Iterator[object]:
    if isinstance(node, dict):
        yield from node.values()
    elif isinstance(node, list):
        yield from node


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return _sound(value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_sound(key): _without_surrogates(item) for key, item in value.items()}
    return value


def _sound(text: str) -> str:
    """Return text that can be encoded: lone surrogates replaced."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def dig(value: object, path: JsonPath) -> object:
    """Return what lies at a path, None if nothing does."""
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def walk(value: object, *, deepest: int, path: JsonPath = ()) -> Iterator[tuple[JsonPath, object]]:
    """Yield (path, value) of everything below the root, objects and lists too; of lists only the first element."""
    if len(path) >= deepest:
        return
    children: Iterator[tuple[str | int, object]]
    if isinstance(value, dict):
        children = iter(value.items())
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        children = iter(((0, value[0]),))
    else:
        return
    for key, child in children:
        below = (*path, key)
        yield below, child
        if isinstance(child, (dict, list)):  # asked here, because a generator for each value is what a walk costs
            yield from walk(child, deepest=deepest, path=below)
