"""The definitions of JSON documents that hold a log, read from ``resources/documents.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from aidebug_gui.resources import resource_path

Json = dict[str, Any]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A key that a record gets from a path inside it; ``values`` turns words into numbers."""

    name: str
    path: Path
    values: Mapping[str, float] = field(default_factory=dict)

    def value(self, record: Json) -> object:
        """Return the first value at the path, None if there is none (or no number where one is asked for)."""
        for found in _at(record, self.path):
            if not self.values or (isinstance(found, (int, float)) and not isinstance(found, bool)):
                return found
            if isinstance(found, str) and found in self.values:
                return self.values[found]
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document; the fields are described in the file."""

    name: str
    keys: tuple[str, ...]
    records: tuple[str, ...]
    only: frozenset[str] = frozenset()
    flatten: str = ""
    lines: bool = False
    title: str = ""
    copy: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()

    def records_path(self, outline: frozenset[str]) -> Path:
        """Return where the records are in a document with these keys, empty if it is not of this kind."""
        top = {key for key in outline if "." not in key and not key.endswith("[]")}
        if not outline.issuperset(self.keys) or (self.only and not top <= self.only):
            return ()
        for path in self.records:
            if f"{path}[]" in outline or (self.keys and path not in outline):  # perhaps further on
                return tuple(path.split("."))
        return ()

    def completed(self, record: Json, around: Json) -> Json:
        """Return the record with what it gets from the document and from inside itself."""
        added = {key: around[path] for key, path in self.copy.items() if path in around}
        for column in self.columns:
            value = column.value(record)
            if value is not None and value != "":
                added[column.name] = value
        return {**added, **record} if added else record


@cache
def documents() -> tuple[Document, ...]:
    """Return all definitions in the order in which they are tried."""
    table = tomllib.loads(resource_path("documents.toml").read_text(encoding="utf-8"))
    return tuple(_document(entry) for entry in table["document"])


def _document(entry: Json) -> Document:
    columns = []
    for name, value in entry.get("columns", {}).items():
        spec: Json = {"path": value} if isinstance(value, str) else value
        columns.append(Column(name, tuple(spec["path"].split(".")), spec.get("values", {})))
    return Document(
        name=entry["name"],
        keys=tuple(entry.get("keys", ())),
        records=tuple(entry["records"]),
        only=frozenset(entry.get("only", ())),
        flatten=entry.get("flatten", ""),
        lines=entry.get("lines", False),
        title=entry.get("title", ""),
        copy=entry.get("copy", {}),
        columns=tuple(columns),
    )


def _at(value: object, path: Path) -> Iterator[object]:
    """Yield what lies at a path; "*" is any key or element, a number an element."""
    if not path:
        yield value
        return
    key, rest = path[0], path[1:]
    if isinstance(value, dict):
        children = list(value.values()) if key == "*" else [value[key]] if key in value else []
    elif isinstance(value, list):
        children = value if key == "*" else value[int(key) : int(key) + 1] if key.isdecimal() else []
    else:
        return
    for child in children:
        yield from _at(child, rest)
