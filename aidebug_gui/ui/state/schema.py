"""What is remembered, as data: dataclasses, and how they become JSON and are read back.

Reading never fails: a value of the wrong type becomes its default, an entry that makes no sense is left out. What the
names and units mean is fixed by :data:`VERSION`; a change of meaning needs another number and a step in ``migration``.
"""

from __future__ import annotations

import dataclasses
import functools
import types
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
VERSION = 2


@dataclass(frozen=True, slots=True)
class Panes:
    """Sizes in px, 0 for not known. The others: 1 shown, -1 hidden, 0 nobody chose."""

    record: int = 0
    record_width: int = 0
    fields: int = 0
    fields_width: int = 0
    plots: int = 0
    plots_height: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """A plotted number. ``above``: what lies above the threshold is marked, else what lies below."""

    field: str = ""
    threshold: float | None = None
    above: bool = True
    line: bool = False
    logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class ShapeState:
    """What is kept for all logs with the same fields. ``extra``: what other parts keep under names of their own.

    ``columns``: from left to right, empty: the usual ones; ``widths`` (px): those that the user sized. ``lanes``: None
    for the usual ones.
    """

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    lanes: tuple[Lane, ...] | None = None
    record_axis: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: the 1-based line that its record begins at, and what the user wrote about it."""

    line: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class LogState:
    """What is kept for one file. ``fingerprint``: of its first bytes, so that another file of this name is known."""

    path: str = ""
    fingerprint: str = ""
    filter: str = ""
    sort: str = ""
    descending: bool = False
    line: int = 0
    at_end: bool = False
    marks: tuple[Mark, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TabState:
    """A tab of the last session: what is needed to show it again even if the file is kept nowhere else."""

    path: str = ""
    filter: str = ""
    sort: str = ""
    descending: bool = False
    line: int = 0
    at_end: bool = False  # the end of a log that grows was followed


@dataclass(frozen=True, slots=True)
class Session:
    """The tabs of the window from left to right."""

    tabs: tuple[TabState, ...] = ()
    current: int = 0
    clean: bool = True  # the window was closed, and did not end by a crash


@dataclass(frozen=True, slots=True)
class State:
    """Everything. ``geometry``: of the window, base64. ``shapes``, ``logs``: the one used last stands last.

    ``filters``: those that were used, oldest first; ``saved_filters``: by the name that the user gave them.
    """

    version: int = VERSION
    geometry: str = ""
    panes: Panes = field(default_factory=Panes)
    filters: tuple[str, ...] = ()
    saved_filters: Mapping[str, str] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    session: Session = field(default_factory=Session)
    shapes: Mapping[str, ShapeState] = field(default_factory=dict)
    logs: Mapping[str, LogState] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


def to_data(value: object) -> Any:
    """Return a dataclass as plain data for JSON, without what is as by default."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value)}
        usual = type(value)()
        return {
            name: to_data(found) for name, found in plain.items() if name == "version" or found != getattr(usual, name)
        }
    if isinstance(value, Mapping):
        return {str(name): to_data(found) for name, found in value.items()}
    return [to_data(found) for found in value] if isinstance(value, list | tuple) else value


def from_data(kind: type[T], data: object) -> T:
    """Return a dataclass from plain data; what does not fit is as by default."""
    given = data if isinstance(data, dict) else {}
    hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
    found = {}
    for name, hint in hints.items():
        if name in given:
            value = _read(hint, given[name])
            if value is not _WRONG:
                found[name] = value
    return kind(**found)


_WRONG = object()


@functools.cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(hint: Any, value: object) -> Any:
    """Return a value as its annotation says, ``_WRONG`` where it is something else."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any:
        return value
    if origin in (Union, types.UnionType):
        return None if value is None else _read(next(kind for kind in arguments if kind is not types.NoneType), value)
    if origin is tuple:
        return _read_tuple(arguments[0], value)
    if origin is Mapping:
        return _read_mapping(arguments[1], value)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return from_data(hint, value) if isinstance(value, dict) else _WRONG
    return _read_plain(hint, value)


def _read_plain(hint: Any, value: object) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is hint else _WRONG  # exactly: True is no number here


def _read_tuple(hint: Any, value: object) -> Any:
    if not isinstance(value, list):
        return _WRONG
    return tuple(read for entry in value if (read := _read(hint, entry)) is not _WRONG)


def _read_mapping(hint: Any, value: object) -> Any:
    if not isinstance(value, dict):
        return _WRONG
    return {str(name): read for name, entry in value.items() if (read := _read(hint, entry)) is not _WRONG}
