"""A bug bundle: a ZIP archive with masked rows and the view they were seen in. It opens as one log."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MANIFEST = "aidebug-bundle.json"
ROWS = "rows.jsonl"
FORMAT = "aidebug-bundle"
VERSION = 1
_MOST_BYTES = 1_000_000
_MOST_COLUMNS = 200
_MOST_MARKS = 10_000
_LONGEST = 10_000  # characters of a filter, a name or a note


class _Member(Protocol):
    @property
    def address(self) -> str: ...


@dataclass(frozen=True, slots=True)
class BundleView:
    """How the rows were seen: filter, columns from left to right, the sorting (column, descending) and bookmarks.

    ``marks``: the number of a record and what was noted about it. In a bundle its rows are counted, from 0.
    """

    query: str = ""
    columns: tuple[str, ...] = ()
    sort: tuple[str, bool] | None = None
    marks: tuple[tuple[int, str], ...] = ()


def is_bundle(members: Iterable[_Member]) -> bool:
    """Return whether the files of an archive are those of a bundle."""
    return {MANIFEST, ROWS} <= {member.address for member in members}


def read_view(path: Path) -> BundleView | None:
    """Return the view that a bundle keeps, None for any other file. What is of the wrong kind in it is left out."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(MANIFEST) as file:
            stored = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RecursionError, RuntimeError):
        return None
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        return None
    query, columns, sort = stored.get("filter"), stored.get("columns"), stored.get("sort")
    names = columns if isinstance(columns, list) else []
    return BundleView(
        query=query if isinstance(query, str) and len(query) <= _LONGEST else "",
        columns=tuple(name for name in names[:_MOST_COLUMNS] if isinstance(name, str) and 0 < len(name) <= _LONGEST),
        sort=_sort(sort),
        marks=_marks(stored.get("bookmarks")),
    )


def _sort(stored: object) -> tuple[str, bool] | None:
    match stored:
        case [str(column), bool(descending)] if column:
            return column, descending
    return None


def _marks(stored: object) -> tuple[tuple[int, str], ...]:
    marks: list[tuple[int, str]] = []
    for mark in stored[:_MOST_MARKS] if isinstance(stored, list) else ():
        match mark:
            case [int(row), str(note)] if row >= 0 and len(note) <= _LONGEST and not isinstance(row, bool):
                marks.append((row, note))
    return tuple(marks)
