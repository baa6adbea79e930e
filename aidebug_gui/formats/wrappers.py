"""What other programs put around a line: a container's prefix, or a JSON object that holds the line as text.

The inner line is what counts; the wrapper's values stand in where the inner line has none. The engine does the same in
SQL (``store/sql/unwrapping.py``), wrapper by wrapper in the same order; both must agree.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from aidebug_gui.formats.definitions import MACROS
from aidebug_gui.formats.headers import clean_head, regex
from aidebug_gui.formats.jsontext import JsonObject, parse_objects
from aidebug_gui.formats.model import Wrapper, WrapperKind

DEEPEST = 3
"""Wrappers around one line that are taken off."""
PART_BYTES = 16_000
"""A logged line from here on that does not end with a line break goes on in the next record (Docker cuts at 16 KiB)."""

_FEW = 200
_BEGINS = re.compile(
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2}\d\d:|\{\s*[\"']|(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):\s{2,}|Traceback \("
)
"""Begins of lines of their own, whatever stands before them; but for a level, with which a header may begin, too."""
_LEVEL = re.compile(rf"\b{MACROS['{ANY_LEVEL}']}\b")

PYTHON_WORDS = (
    (r"([:\[,] )None\b", r"\1null"),
    (r"([:\[,] )True\b", r"\1true"),
    (r"([:\[,] )False\b", r"\1false"),
    (r"([:\[,] )nan\b", r"\1NaN"),
    (r"([:\[,] -?)inf\b", r"\1Infinity"),
)
"""(pattern, replacement) from Python's words to those of JSON, for ``re`` and RE2."""


@dataclass(slots=True)
class Unwrapped:
    """A line without its wrappers. ``outer``: column -> text of the wrappers; the innermost wrapper's counts."""

    text: str
    outer: dict[str, tuple[str, Wrapper]] = field(default_factory=dict)
    wrapper: Wrapper | None = None  # the innermost, which names the format of a line that no other format claims
    partial: bool = False  # goes on in the next line
    beside: JsonObject = field(default_factory=dict)  # the other keys of the JSON object that the whole line is


def unwrap(line: str, wrappers: Iterable[Wrapper]) -> Unwrapped:
    """Take the wrappers off a line (already clean, see ``clean_head``), each at most once and in order."""
    result = Unwrapped(line)
    for wrapper in wrappers:
        _strip(result, wrapper)
    return result


def unwrap_lines(text: str, wrappers: Sequence[Wrapper]) -> tuple[Unwrapped, str]:
    """Return a record's unwrapped head, parts joined, and its other lines without their wrappers."""
    first, *rest = text.split("\n")
    head = unwrap(clean_head(first), wrappers)
    others = [unwrap(clean_head(line), wrappers) for line in rest]
    partial = head.partial
    while partial and others:
        part = others.pop(0)
        head.text += part.text
        partial = part.partial
    return head, "\n".join(other.text for other in others)


def _strip(result: Unwrapped, wrapper: Wrapper) -> bool:
    match wrapper.kind:
        case WrapperKind.TEXT:
            return _strip_prefix(result, wrapper)
        case WrapperKind.JSON:
            return _extract_text(result, wrapper)
        case WrapperKind.MERGE:
            return _lift(result, wrapper)
        case WrapperKind.PYTHON:
            return _read_python(result)


def _strip_prefix(result: Unwrapped, wrapper: Wrapper) -> bool:
    match = regex(wrapper.pattern).match(result.text)
    if not match:
        return False
    if wrapper.partial and regex(wrapper.partial).match(result.text):
        result.partial = True
    for column, value in match.groupdict().items():
        if column == "message":
            result.text = value or ""
        elif value:
            result.outer[column] = (value, wrapper)
    result.wrapper = wrapper
    return True


def _object(line: str, keys: Sequence[str]) -> JsonObject | None:
    """Return the JSON object that a line is, None if it is none or lacks one of the keys."""
    if not line.startswith("{"):
        return None
    if not all(f'"{key}"' in line for key in keys):
        return None
    objects = parse_objects(line)
    if len(objects) != 1 or any(objects[0].get(key) is None for key in keys):
        return None
    return objects[0]


def _extract_text(result: Unwrapped, wrapper: Wrapper) -> bool:
    outer = _object(result.text, (wrapper.key, *wrapper.needs))
    if outer is None or not isinstance(outer[wrapper.key], str):
        return False
    text = outer[wrapper.key]
    for column, key in wrapper.columns:
        if isinstance(outer.get(key), (str, int, float)):
            result.outer[column] = (str(outer[key]), wrapper)
    if result.wrapper is None:
        keys = {wrapper.key, *(key for _, key in wrapper.columns)}
        result.beside = {key: value for key, value in outer.items() if key not in keys}
    result.partial = not text.endswith("\n") and len(text.encode()) >= PART_BYTES
    result.text = clean_head(text)
    result.wrapper = wrapper
    return True


def _lift(result: Unwrapped, wrapper: Wrapper) -> bool:
    if result.text.find("{", 1) < 0:  # spares parsing most lines
        return False
    outer = _object(result.text, (wrapper.key, *wrapper.needs))
    if outer is None or not isinstance(outer[wrapper.key], str) or not outer[wrapper.key].lstrip().startswith("{"):
        return False
    inner = parse_objects(outer[wrapper.key])
    if len(inner) != 1 or not inner[0]:
        return False
    merged = {**outer, **({wrapper.key: inner[0]} if wrapper.nested else inner[0])}
    try:
        result.text = orjson.dumps(merged).decode()
    except TypeError:  # integers beyond 64 bits
        result.text = json.dumps(merged, ensure_ascii=False)
    return True


def _read_python(result: Unwrapped) -> bool:
    """Turn a printed Python dict (``{'loss': nan}``) into JSON; texts with quotes in them are beyond this."""
    if not result.text.startswith("{'"):
        return False
    text = result.text.replace("'", '"')
    for pattern, replacement in PYTHON_WORDS:
        text = re.sub(pattern, replacement, text, flags=re.ASCII)
    result.text = text
    return True


def find_wrappers(lines: Iterable[str], known: Sequence[Wrapper]) -> tuple[Wrapper, ...]:
    """Return the wrappers that sampled lines have, outer ones first."""
    heads = [clean_head(line) for line in lines]
    common = _seen(heads[:: max(1, len(heads) // _FEW)], known)  # of those that many lines must have, few lines tell
    seen = _seen(heads, [wrapper for wrapper in known if not wrapper.share or wrapper.name in common])
    while True:
        chosen = [wrapper for wrapper in known if wrapper.name in seen and seen[wrapper.name].is_enough(wrapper, heads)]
        if len(chosen) == len(seen):
            return tuple(sorted(chosen, key=lambda wrapper: seen[wrapper.name].depth / seen[wrapper.name].lines))
        seen = _seen(heads, chosen)  # without what stood behind one that is none


@dataclass(slots=True)
class _Seen:
    """In how many lines a wrapper was, within how many others in sum, and behind how many a line of its own begins."""

    lines: int = 0
    depth: int = 0
    begun: int = 0

    def is_enough(self, wrapper: Wrapper, heads: Sequence[str]) -> bool:
        return self.lines >= wrapper.share * len(heads) and self.begun >= wrapper.inner_share * self.lines


def _seen(heads: Iterable[str], known: Sequence[Wrapper]) -> dict[str, _Seen]:
    """Take from each line what fits first, ``DEEPEST`` times, and return what was taken."""
    prefixes = [wrapper for wrapper in known if wrapper.kind is WrapperKind.TEXT]
    objects = [wrapper for wrapper in known if wrapper.kind is not WrapperKind.TEXT]
    seen: dict[str, _Seen] = {}
    for head in heads:
        result = Unwrapped(head)
        used: set[str] = set()
        for depth in range(DEEPEST):
            before = result.text
            fitting = objects if before.startswith("{") else prefixes
            found = next((one for one in fitting if one.name not in used and _strip(result, one)), None)
            if found is None:
                break
            used.add(found.name)
            here = seen.setdefault(found.name, _Seen())
            here.lines += 1
            here.depth += depth
            here.begun += found.inner_share > 0 and _begins_anew(before, result.text)
    return seen


def _begins_anew(line: str, inner: str) -> bool:
    """Return whether a line of its own begins behind a prefix."""
    return _BEGINS.match(inner) is not None and not _LEVEL.search(line, 0, len(line) - len(inner))


def outer_columns(wrappers: Iterable[Wrapper]) -> list[str]:
    """Return the columns that wrappers may fill."""
    names: dict[str, None] = {}
    for wrapper in wrappers:
        groups: Mapping[str, int] = regex(wrapper.pattern).groupindex if wrapper.pattern else {}
        names.update(dict.fromkeys(name for name in groups if name != "message"))
        names.update(dict.fromkeys(column for column, _ in wrapper.columns))
    return list(names)
