"""Logs that were rotated: which files are older parts of one and the same log, recognised by their names.

``app.log``, ``app.log.1``, ``app.log.2.gz`` (logrotate, RotatingFileHandler), ``app.log.2026-11-21``,
``app.log-20261121.gz`` (dateext, TimedRotatingFileHandler), ``app-2026-11-21.log`` and ``app.2026-11-21_10-00-00.log``
(winston, loguru).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

MOST_SIBLINGS = 200
_PACKED = re.compile(r"\.(?:gz|bz2|xz|zst|zip)$")
_DATE = r"(?:19|20)\d\d[\-_.]?[01]\d[\-_.]?[0-3]\d(?:[T\-_.]?[0-2]\d(?:[\-_:.]?[0-5]\d){0,2}(?:[.\-_]\d{1,6})?)?"
_NUMBERED = re.compile(r".+\.\d{1,3}", re.ASCII)
_BEHIND = re.compile(rf"(.+\.[A-Za-z]\w*|[A-Za-z][\w\-]*)(?:\.\d{{1,3}}|[.\-_]{_DATE})", re.ASCII)
_INSIDE = re.compile(rf"(.+?)[.\-_]{_DATE}(\.[A-Za-z]\w*)", re.ASCII)


def unpacked_name(name: str) -> str:
    """Return ``app.log`` for ``app.log.gz``."""
    return _PACKED.sub("", name)


def family(name: str) -> str:
    """Return the name of the log that a file is a part of, its own where nothing speaks for a part."""
    plain = unpacked_name(name)
    behind = _BEHIND.fullmatch(plain)
    if behind:
        return behind[1]
    inside = _INSIDE.fullmatch(plain)
    return inside[1] + inside[2] if inside else plain


def is_numbered(name: str) -> bool:
    """Return whether a file was rotated away under a number (``app.log.1``), by which it is renamed again and again."""
    return _NUMBERED.fullmatch(unpacked_name(name)) is not None


def is_part(name: str) -> bool:
    """Return whether a name says that the file was rotated away."""
    return family(name) != unpacked_name(name)


def siblings(path: Path) -> list[Path]:
    """Return the other parts of a log that lie beside it, by name; empty where there is none.

    The folder is listed once. What cannot be listed has no siblings.
    """
    wanted = family(path.name)
    try:
        with os.scandir(path.parent) as entries:
            names = sorted(entry.name for entry in entries if family(entry.name) == wanted and entry.is_file())
    except OSError:
        return []
    others = [name for name in names if name != path.name]
    if not is_part(path.name) and not any(map(is_part, others)):
        return []
    return [path.parent / name for name in others[:MOST_SIBLINGS]]


def grouped(paths: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Return the logs that are meant by some files: parts of one log together, in the place of the first of them."""
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in dict.fromkeys(paths):
        groups.setdefault((path.parent, family(path.name)), []).append(path)
    logs: list[tuple[Path, ...]] = []
    for members in groups.values():
        is_set = len(members) > 1 and any(is_part(path.name) for path in members)
        logs += [tuple(members)] if is_set else [(path,) for path in members]
    return logs
