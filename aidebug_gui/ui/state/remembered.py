"""What the window remembers from one start to the next: the questions and answers of its parts.

How it is kept is the business of ``ui/state``; here stands what belongs to what, and how much of it is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from aidebug_gui.ui.state import LogState, Panes, Session, ShapeState, State, TabState, memory

KEPT_SHAPES = 60
KEPT_LOGS = 300
KEPT_FILES = 12
MOST_COLUMNS = 60
MOST_MARKS = 2000
FIRST_BYTES = 4096
"""Of a file, that tell whether it is the one that had this name before."""
SURE_BYTES = 512
"""So many equal bytes tell that a file is the same even if it was moved or renamed."""


# the window


def geometry() -> QByteArray | None:
    """Return where the window was, None if that is not known."""
    stored = memory().state.geometry
    return QByteArray.fromBase64(stored.encode("ascii", "replace")) if stored else None


def remember_geometry(stored: QByteArray) -> None:
    text = bytes(stored.toBase64().data()).decode("ascii")
    memory().change(lambda state: replace(state, geometry=text))


def panes() -> Panes:
    """Return the sizes of the panes."""
    return memory().state.panes


def remember_panes(found: Panes) -> None:
    memory().change(lambda state: replace(state, panes=found))


def filters() -> list[str]:
    """Return the filters that were used, oldest first."""
    return list(memory().state.filters)


def remember_filters(texts: Sequence[str]) -> None:
    memory().change(lambda state: replace(state, filters=tuple(texts)))


def saved_filters() -> dict[str, str]:
    """Return the filters that the user gave a name, name -> filter, by name."""
    return dict(sorted(memory().state.saved_filters.items(), key=lambda saved: (saved[0].casefold(), saved[0])))


def save_filter(name: str, query: str) -> None:
    """Keep a filter under a name; one that had it is replaced."""
    memory().change(lambda state: with_filter(state, name, query))


def with_filter(state: State, name: str, query: str) -> State:
    """Return a state in which a filter is kept under a name."""
    return replace(state, saved_filters={**state.saved_filters, name: query})


def forget_filter(name: str) -> None:
    memory().change(lambda state: replace(state, saved_filters=_without(state.saved_filters, name)))


def rename_filter(name: str, new: str) -> None:
    """Give a filter another name; nothing happens if there is none of the first name."""

    def change(state: State) -> State:
        saved = state.saved_filters
        return replace(state, saved_filters={**_without(saved, name), new: saved[name]}) if name in saved else state

    memory().change(change)


def _without(saved: Mapping[str, str], name: str) -> dict[str, str]:
    return {known: query for known, query in saved.items() if known != name}


def session() -> Session:
    """Return the tabs of the last time, or of now if they were kept since."""
    return memory().state.session


def remember_session(tabs: Sequence[TabState], current: int, *, clean: bool) -> None:
    found = Session(tuple(tabs), current, clean)
    memory().change(lambda state: replace(state, session=found))


def recent_paths() -> list[Path]:
    """Return the files opened last, newest first."""
    return [Path(name) for name in memory().state.recent if name]


def remember_recent(paths: Sequence[Path]) -> None:
    names = tuple(str(path) for path in paths[:KEPT_FILES])
    memory().change(lambda state: replace(state, recent=names))


# logs with the same fields


def shape_key(field_names: Sequence[str]) -> str:
    """Return a short name for a set of fields: logs of the same program have the same."""
    return hashlib.blake2b("\n".join(sorted(field_names)).encode("utf-8", "replace"), digest_size=8).hexdigest()


def shape(key: str) -> ShapeState | None:
    """Return what was chosen for logs with these fields, None if nothing was."""
    found = memory().state.shapes.get(key)
    return None if found is None else replace(found, columns=found.columns[:MOST_COLUMNS])


def remember_shape(key: str, found: ShapeState) -> None:
    def change(state: State) -> State:
        others = {name: kept for name, kept in state.shapes.items() if name != key}
        for name in list(others)[: max(0, len(others) - KEPT_SHAPES + 1)]:
            del others[name]
        return replace(state, shapes={**others, key: found})

    memory().change(change)


def remember_for_shape(key: str, name: str, value: Any) -> None:
    """Keep something of one's own (JSON values) for logs with the same fields."""
    before = memory().state.shapes.get(key, ShapeState())
    remember_shape(key, replace(before, extra={**before.extra, name: value}))


# single files


def fingerprint(path: Path) -> str:
    """Return what tells a file from another of the same name, empty for what is no file. Reads; not on the GUI thread.

    A log grows at its end, so the first bytes stay: ``length:hash`` of at most the first 4 kB. For a log inside an
    archive those of the archive.
    """
    for place in (path, *path.parents):
        if place.is_file():
            try:
                with place.open("rb") as file:
                    first = file.read(FIRST_BYTES)
            except OSError:
                return ""
            return f"{len(first)}:{_hash(first)}"
    return ""


def is_same_file(path: Path, known: str) -> bool:
    """Return whether the file begins as it did when its fingerprint was taken. Reads; not on the GUI thread."""
    length, separator, digest = known.partition(":")
    if not separator or not length.isdecimal():
        return False
    for place in (path, *path.parents):
        if place.is_file():
            try:
                with place.open("rb") as file:
                    return _hash(file.read(min(int(length), FIRST_BYTES))) == digest
            except OSError:
                return False
    return False


def known_log(path: Path) -> LogState | None:
    """Return what is kept for a file, found by its name or, if it was moved, by its content; None for a new one.

    Reads the first bytes of the file: not on the GUI thread.
    """
    logs = memory().state.logs
    own = logs.get(str(path))
    if own is not None and is_same_file(path, own.fingerprint):
        return own
    now = fingerprint(path)
    if not now or int(now.partition(":")[0]) < SURE_BYTES:
        return None
    return next((kept for kept in reversed(list(logs.values())) if kept.fingerprint == now), None)


def remember_log(found: LogState) -> None:
    """Keep something for a file; the files used longest ago are forgotten."""
    found = replace(found, marks=found.marks[:MOST_MARKS])

    def change(state: State) -> State:
        others = {name: kept for name, kept in state.logs.items() if name != found.path}
        for name in list(others)[: max(0, len(others) - KEPT_LOGS + 1)]:
            del others[name]
        return replace(state, logs={**others, found.path: found})

    memory().change(change)


# what other parts keep for all logs


def kept(name: str) -> Any:
    """Return what a part of the window keeps under a name of its own (JSON values), None if nothing."""
    return memory().state.extra.get(name)


def keep(name: str, value: Any) -> None:
    """Keep something under a name; None forgets it. Written at the next save, at the latest when the window closes."""

    def change(state: State) -> State:
        extra = {known: stored for known, stored in state.extra.items() if known != name}
        return replace(state, extra=extra if value is None else {**extra, name: value})

    memory().change(change)


def save() -> None:
    """Write what changed, and wait for the disk."""
    memory().save()


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()
