"""The files beside a followed log: rotated ones that came and went between two looks, and copies of what was emptied."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Container, Iterator
from operator import itemgetter
from pathlib import Path

from aidebug_gui.sources.follow.file import Generation
from aidebug_gui.sources.handles import Handle, identity
from aidebug_gui.sources.magic import HEAD_BYTES, container_of

_MOST_COPIES = 20
_ROTATED = re.compile(r"[-._T:\d]*\d[-._T:\d]*", re.ASCII)
"""What rotation adds to a name: a number, a date or a time."""


def missed(path: Path, known: Container[tuple[int, int]], since_ns: int, last: Generation) -> list[Generation]:
    """Return the rotated files of a log that began and ended unseen, oldest first, opened.

    ``known``: files that were seen. ``since_ns``: when the log was last looked at (epoch). ``last``: what was there.
    """
    found: dict[tuple[int, int], tuple[int, Generation]] = {}
    while new := dict(_rotated_since(path, known, since_ns, found)):  # rotation may go on meanwhile: look again
        for key, (written_ns, handle) in new.items():
            generation = Generation(handle)
            if container_of(handle.read(0, HEAD_BYTES)) or (last.position and last.matches(handle)):
                generation.end(None)
                handle.close()
            found[key] = (written_ns, generation)
    return [generation for _, generation in sorted(found.values(), key=itemgetter(0)) if not generation.ended]


def _rotated_since(
    path: Path, known: Container[tuple[int, int]], since_ns: int, found: Container[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, Handle]]]:
    """Yield (identity, (time of the last writing, open file)) of rotated files that are not known yet."""
    for sibling, status in _siblings(path):
        added = _added(path.name, sibling.name)
        if added is None or not _ROTATED.fullmatch(added) or status.st_mtime_ns < since_ns:
            continue
        handle = _opened(sibling)
        if handle is None:
            continue
        status = handle.status()  # the name may lead to another file by now
        key = identity(status)
        if key in known or key in found or status.st_mtime_ns < since_ns:
            handle.close()
        else:
            yield key, (status.st_mtime_ns, handle)


def copy_of(path: Path, generation: Generation) -> Handle | None:
    """Return the open copy of a file that was emptied (``logrotate``'s copytruncate), None if there is none."""
    if not generation.position:
        return None
    candidates = [
        (status.st_mtime_ns, sibling)
        for sibling, status in _siblings(path)
        if status.st_size >= generation.position and identity(status) != generation.identity
    ]
    for _, sibling in sorted(candidates, reverse=True)[:_MOST_COPIES]:
        handle = _opened(sibling)
        if handle is None:
            continue
        if generation.matches(handle):
            return handle
        handle.close()
    return None


def _opened(path: Path) -> Handle | None:
    try:
        return Handle.open(path)
    except OSError:
        return None


def _siblings(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield the regular files of the folder whose names begin like the log's, without the log."""
    stem = path.name.split(".")[0]
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(stem) and entry.name != path.name]
    except OSError:
        return
    for name in names:
        try:
            status = os.stat(path.parent / name)
        except OSError:
            continue  # rotation goes on meanwhile
        if stat.S_ISREG(status.st_mode):
            yield path.parent / name, status


def _added(name: str, rotated: str) -> str | None:
    """Return what a rotated name has beside the log's: ``.1`` of ``app.log.1``, ``-2026`` of ``app-2026.log``."""
    if rotated.startswith(name):
        return rotated[len(name) :]
    stem, suffix = os.path.splitext(name)
    if rotated.startswith(stem) and rotated.endswith(suffix) and len(rotated) > len(name):
        return rotated[len(stem) : len(rotated) - len(suffix)]
    return None
