"""What the window remembers from one start to the next, in the user's settings. What cannot be read is ignored."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

import orjson
from PySide6.QtCore import QByteArray, QSettings

_ROOT = "window-1"  # another number where the meaning of a value changes
_KEPT_COLUMN_SETS = 40
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Panes:
    """Sizes in px, 0 for not known; ``record``: 1 the record pane is shown, -1 it is not, 0 nobody chose."""

    record: int = 0
    record_width: int = 0
    fields_width: int = 0
    plots_height: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the table's columns from left to right, and the widths (px) of those that the user sized."""

    names: tuple[str, ...]
    widths: dict[str, int]


def geometry() -> QByteArray | None:
    """Return where the window was, None if that is not known."""
    stored = QSettings().value(f"{_ROOT}/geometry")
    return stored if isinstance(stored, QByteArray) else None


def remember_geometry(stored: QByteArray) -> None:
    QSettings().setValue(f"{_ROOT}/geometry", stored)


def panes() -> Panes:
    """Return the sizes of the panes."""
    stored = _read("panes")
    if not isinstance(stored, dict):
        return Panes()
    names = [field.name for field in fields(Panes)]
    return Panes(**{name: stored[name] for name in names if isinstance(stored.get(name), int)})


def remember_panes(found: Panes) -> None:
    _write("panes", asdict(found))


def filters() -> list[str]:
    """Return the filters that were used, oldest first."""
    stored = _read("filters")
    return [text for text in stored if isinstance(text, str)] if isinstance(stored, list) else []


def remember_filters(texts: Sequence[str]) -> None:
    _write("filters", list(texts))


def columns(field_names: Sequence[str]) -> Columns | None:
    """Return the columns that were chosen for a log with these fields, None if none were."""
    key = _digest(field_names)
    return next((found for known, found in _column_sets() if known == key), None)


def remember_columns(field_names: Sequence[str], chosen: Columns) -> None:
    key = _digest(field_names)
    sets = [(known, found) for known, found in _column_sets() if known != key][-_KEPT_COLUMN_SETS + 1 :]
    _write("columns", [[known, found.names, found.widths] for known, found in [*sets, (key, chosen)]])


def _column_sets() -> list[tuple[str, Columns]]:
    stored = _read("columns")
    found = []
    for entry in stored if isinstance(stored, list) else []:
        match entry:
            case [str(key), [*names], {**widths}] if names and all(isinstance(name, str) for name in names):
                sizes = {str(name): width for name, width in widths.items() if isinstance(width, int) and width > 0}
                found.append((key, Columns(tuple(names[:_MOST_COLUMNS]), sizes)))
    return found


def _digest(field_names: Sequence[str]) -> str:
    """Return a short name for a set of fields: logs of the same program have the same."""
    return hashlib.blake2b("\n".join(sorted(field_names)).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _read(key: str) -> object:
    stored = QSettings().value(f"{_ROOT}/{key}")
    try:
        found: object = orjson.loads(stored) if isinstance(stored, str) else None
    except orjson.JSONDecodeError:
        return None
    return found


def _write(key: str, value: object) -> None:
    QSettings().setValue(f"{_ROOT}/{key}", orjson.dumps(value).decode())
