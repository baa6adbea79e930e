"""What a model called where it said nothing: ``get_weather(city="Paris")``. The keys are data (``conversations.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import orjson

from aidebug_gui.formats.values import as_text
from aidebug_gui.resources import resource_path

_DEEPEST = 8
_MOST_CALLS = 10
_MOST_ITEMS = 20  # of a list
_LONGEST_TEXT = 20_000  # characters of JSON in a text


@dataclass(frozen=True, slots=True)
class _Keys:
    """Keys and types as ``_plain`` writes them."""

    calls: frozenset[str]
    ways: frozenset[str]
    types: frozenset[str]
    name: frozenset[str]
    arguments: frozenset[str]


@cache
def _keys() -> _Keys:
    table = tomllib.loads(resource_path("conversations.toml").read_text(encoding="utf-8"))
    keys, parts = table["keys"], table["parts"]
    return _Keys(
        frozenset(keys["calls"]),
        frozenset((*keys["output"], *keys["content"])),
        frozenset(table["blocks"]["call"]),
        frozenset(parts["name"]),
        frozenset(parts["arguments"]),
    )


def tool_calls(record: Mapping[str, object]) -> list[str]:
    """Return the calls in what a record says came back, as code; those of earlier turns, in its input, are left out."""
    calls: list[str] = []
    for call in _found(record, 0):
        calls.append(_written(call))
        if len(calls) == _MOST_CALLS:
            break
    return calls


def _found(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    value = _parsed(value)
    if depth >= _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:_MOST_ITEMS]:
            yield from _found(item, depth + 1)
    elif isinstance(value, Mapping):
        if _plain(str(value.get("type", ""))) in _keys().types and _first(value, _keys().name):
            yield value
            return
        for key, inner in value.items():
            if _plain(key) in _keys().calls:
                yield from (call for call in _listed(inner) if isinstance(call, Mapping))
            elif _plain(key) in _keys().ways:
                yield from _found(inner, depth + 1)


def _written(call: Mapping[str, object]) -> str:
    inner = call.get("function")
    call = inner if isinstance(inner, Mapping) else call
    arguments = _parsed(_first(call, _keys().arguments))
    if isinstance(arguments, Mapping):
        given = ", ".join(f"{name}={_value(value)}" for name, value in arguments.items())
    else:
        given = "" if arguments is None else as_text(arguments)
    return f"{as_text(_first(call, _keys().name) or '?')}({given})"


def _value(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else as_text(value)


def _listed(value: object) -> list[object]:
    value = _parsed(value)
    return value[:_MOST_ITEMS] if isinstance(value, list) else [value]


def _parsed(value: object) -> object:
    """Return the object or list that a text is, anything else as it is."""
    if not isinstance(value, str) or value[:1] not in ("{", "[") or len(value) > _LONGEST_TEXT:
        return value
    try:
        return orjson.loads(value)
    except ValueError:
        return value


def _first(values: Mapping[str, object], keys: frozenset[str]) -> object:
    return next((value for key, value in values.items() if _plain(key) in keys and value is not None), None)


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "").replace(".", "")
