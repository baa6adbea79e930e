"""The files of a directory, of a pattern or of a rotated log while it is followed: which new ones belong to it.

What rotation makes of a followed file (``app.log`` becomes ``app.log.1``, then ``app.log.2.gz``) is no new file: it was
read under its first name. It is told by the file itself where it was only renamed, by its content where it was copied,
and by its name where it was packed.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from aidebug_gui.sources.addresses import MOST_FILES, is_several
from aidebug_gui.sources.filled_spool import SpoolFile
from aidebug_gui.sources.follow.followed_file import IDLE_S, FollowedFile
from aidebug_gui.sources.handles import Handle, identity
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.magic import HEAD_BYTES, container_of, looks_binary
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.rotated import family, grouped, is_numbered, is_part, siblings, unpacked_name
from aidebug_gui.sources.spool import SourceError, Spool

LOOK_S = 0.5
LONGEST_LOOK_S = 30.0
_REST = 20  # a look that took 1 s of processor time is followed by a rest of 20 s
_SETTLED_S = 2.0
"""A packed file, a table or a file without a line end is taken when it was not written to for so long."""
_LATE_S = 60.0
_YOUNG_S = 3.0  # a folder that changed just now is listed again: clocks of file systems are coarse
_MOST_TRIES = 20
_TABLES = frozenset({".json", ".csv", ".tsv"})  # what is read as a whole, and not followed

Identity: TypeAlias = tuple[int, int]


def is_rotated_away(path: Path, known: Container[Path]) -> bool:
    """Return whether a file is an older part of another one that is known: it gets no more lines of its own."""
    plain = unpacked_name(path.name)
    if plain != path.name and path.with_name(plain) in known:
        return True
    return is_part(path.name) and path.with_name(family(path.name)) in known


def may_grow(path: Path, known: Container[Path]) -> bool:
    """Return whether a file of a set is one that is written: not a part that was rotated away and is renamed again."""
    return not (is_numbered(path.name) or is_rotated_away(path, known))


def open_member(path: Path, known: Container[Path], limits: Limits) -> Spool:
    """Open a file of a set; ``known``: the others. Raises SourceError.

    A part that was rotated away just now may still get lines from who has not heard of it.
    """
    if may_grow(path, known):
        return open_spool(path, limits, follow=True)
    spool = open_spool(path, limits)
    if type(spool) is not Spool or time.time() - spool.status().st_mtime > _LATE_S:
        return spool
    spool.close()
    spool = open_spool(path, limits, follow=True)
    if isinstance(spool, FollowedFile):
        spool.is_pinned = True
    return spool


def distinct(paths: Sequence[Path]) -> list[Path]:
    """Return the paths that lead to different files; of a link and what it leads to the latter."""
    found: dict[object, Path] = {}
    for path in paths:
        try:
            key: object = identity(os.stat(path))
        except OSError:  # a member of an archive, or gone meanwhile
            key = path
        if key not in found or (found[key].is_symlink() and not path.is_symlink()):
            found[key] = path
    chosen = set(found.values())
    return [path for path in paths if path in chosen]


def identities(paths: Iterable[Path]) -> dict[Path, Identity | None]:
    """Return which file each path leads to now."""
    found: dict[Path, Identity | None] = {}
    for path in paths:
        try:
            found[path] = identity(os.stat(path))
        except OSError:
            found[path] = None
    return found


@dataclass(slots=True)
class _Candidate:
    """A new file that is not ready yet. ``since``: how long it is as it is (monotonic seconds)."""

    signature: tuple[int, int] = (-1, -1)
    since: float = 0.0
    tries: int = 0


class FileSet:
    """What belongs to some addresses, and what came since. One thread looks."""

    def __init__(
        self, places: Sequence[Path], paths: Iterable[Path], spools: Iterable[Spool], limits: Limits = LIMITS
    ) -> None:
        """``paths``: the files that are opened already, or left out. ``spools``: those that are read."""
        self._folders = [_Folder(place) for place in places if is_several(place) and place.is_dir()]
        self._patterns = [str(place) for place in places if is_several(place) and not place.is_dir()]
        named = [place for place in places if not is_several(place)]
        self._rotated = [group[0] for group in grouped(named) if len(group) > 1]
        self._paths = set(paths)
        for path in self._rotated:  # what was not named is left out for good
            self._paths |= {*siblings(path)}
        self._spools = list(spools)
        self._closed = {_signature(path) for path in self._paths}  # files that nobody holds open
        self._unread: set[Identity | None] = set()  # parts that were packed before their log was seen
        self._limits = limits
        self._waiting: dict[Path, _Candidate] = {}
        self._seen: dict[Path, tuple[int, int, int, int]] = {}
        self._count = len(self._spools)
        self._introduce()

    def _introduce(self) -> None:
        """Let each followed file know that the others are logs of their own, even if their names are alike."""
        for spool in self._followed():
            spool.foreign = self.identities
            spool.is_watched = True

    def wake_changed(self) -> None:
        """Let the followed files look that changed: a hundred that rest must not each look four times a second."""
        for spool in self._followed():
            signature = _signature(spool.path)
            if self._seen.get(spool.path) != signature:
                self._seen[spool.path] = signature
                spool.wake()

    @property
    def is_watched(self) -> bool:
        """Whether new files may come at all."""
        return bool(self._folders or self._patterns or self._rotated)

    def look(self) -> Iterator[tuple[Path, Spool]]:
        """Yield the new files that belong here, opened. Those that cannot be read yet come with a later look."""
        fresh = dict.fromkeys(path for path in self._candidates() if path not in self._paths)
        for path in fresh:
            if self._count >= MOST_FILES:
                return
            yield from self._opened_with_parts(path)
        for path in [path for path in self._waiting if path not in fresh]:
            del self._waiting[path]

    def _opened_with_parts(self, path: Path) -> list[tuple[Path, Spool]]:
        """Open a new file, and what was rotated away from it before it was seen; nothing if that goes on just now."""
        log = path.with_name(family(path.name))
        if path in self._paths or (is_part(path.name) and log not in self._paths and log.exists()):
            return []  # a part comes with its log
        before = identities([path, *siblings(path)])
        fresh = [part for part in before if part not in self._paths]
        parts = [part for part in fresh if part == path or part.name == unpacked_name(part.name)]
        opened = [(part, spool) for part in parts if (spool := self._opened(part, is_part=part != path)) is not None]
        if not any(part == path for part, _ in opened) or before != identities([path, *siblings(path)]):
            for _, spool in opened:
                spool.close()
            return []
        unpacked = {part.name for part in before}
        self._unread |= {before[part] for part in fresh if unpacked_name(part.name) not in unpacked}
        for part, spool in opened:
            self._closed.add(_signature(part))
            self._paths.add(part)
            self._spools.append(spool)
            self._count += 1
        self._introduce()
        return opened

    def _candidates(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from folder.files()
        for pattern in self._patterns:
            yield from (Path(name) for name in glob.iglob(pattern, recursive=True))
        for path in self._rotated:
            yield from siblings(path)

    def _opened(self, path: Path, *, is_part: bool) -> Spool | None:
        """Open a new file if it belongs here and can be read; else return None.

        ``is_part``: it was rotated away from another new one.
        """
        try:
            status = os.stat(path)
            if not stat.S_ISREG(status.st_mode) or not status.st_size:
                return None
            if is_rotated_away(path, self._paths) and identity(status) not in self._unread:
                self._paths.add(path)
                return None
            candidate = self._waiting.setdefault(path, _Candidate())
            if candidate.tries > _MOST_TRIES or not (self._is_ready(path, status, candidate) or is_part):
                return None
            if path in self._paths:  # it is another one's copy
                return None
            spool = open_member(
                path, {*self._paths, *([path.with_name(family(path.name))] if is_part else [])}, self._limits
            )
        except (OSError, SourceError):
            return None
        if identities([path])[path] != identity(status):  # it is another file than the one that was looked at
            spool.close()
            return None
        if not self._is_copy(spool):
            return spool
        self._paths.add(path)
        spool.close()
        return None

    def _is_ready(self, path: Path, status: os.stat_result, candidate: _Candidate) -> bool:
        """Return whether a file is known under no other name, and whole enough to see what it is."""
        signature, now = (status.st_size, status.st_mtime_ns), time.monotonic()
        if signature != candidate.signature:
            candidate.signature, candidate.since = signature, now
            candidate.tries += 1 if candidate.tries else 0
        handle = Handle.open(path)
        try:
            wanted = identity(handle.status())
            if (*identity(status), *signature) in self._closed or self._is_read(wanted, handle):
                self._paths.add(path)  # it was renamed or copied
                return False
            may_be_copy = any(spool.begins_like(handle) for spool in self._followed())
            head = handle.read(0, HEAD_BYTES)
        finally:
            handle.close()
        if looks_binary(head):
            candidate.tries += 1
            return False
        is_doubtful = may_be_copy or container_of(head) or path.suffix in _TABLES or is_numbered(path.name)
        is_whole = b"\n" in head and not is_doubtful
        return is_whole or now - candidate.since >= _SETTLED_S

    def _is_read(self, wanted: Identity, handle: Handle) -> bool:
        """Return whether a file is read already under another name, or is a copy of one that is."""
        held = (spool for spool in self._spools if type(spool) is Spool)
        return any(spool.has_read(wanted, handle) for spool in self._followed()) or any(
            identity(spool.status()) == wanted for spool in held
        )

    def _is_copy(self, packed: Spool) -> bool:
        """Return whether a file that was unpacked holds what was read of a followed one."""
        while packed.filling:
            packed.wait_for(sys.maxsize, LOOK_S)
        unpacked = type(packed) is SpoolFile
        return unpacked and any(spool.has_read(None, packed) for spool in self._followed())

    def _followed(self) -> list[FollowedFile]:
        return [spool for spool in self._spools if isinstance(spool, FollowedFile)]

    def identities(self) -> set[Identity]:
        """Return the files that have the names of the set's logs now."""
        return {spool.current_identity() for spool in self._followed()}


def _signature(path: Path) -> tuple[int, int, int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return (-1, -1, -1, -1)
    return (*identity(status), status.st_size, status.st_mtime_ns)


class _Folder:
    """A folder and those below. Each is listed again only when its own time of change says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listed: dict[str, tuple[int, list[str], list[str]]] = {}

    def files(self) -> Iterator[Path]:
        """Yield the files that are not hidden."""
        waiting, seen = [str(self._path)], set()
        while waiting:
            folder = waiting.pop()
            seen.add(folder)
            try:
                folders, files = self._content(folder)
            except OSError:
                continue
            waiting += [os.path.join(folder, name) for name in reversed(folders)]
            yield from (Path(folder, name) for name in files)
        for folder in [known for known in self._listed if known not in seen]:
            del self._listed[folder]

    def _content(self, folder: str) -> tuple[list[str], list[str]]:
        changed_ns = os.stat(folder).st_mtime_ns
        known = self._listed.get(folder)
        if known is not None and known[0] == changed_ns and time.time_ns() - changed_ns > _YOUNG_S * 1e9:
            return known[1], known[2]
        folders: list[str] = []
        files: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.name)
        self._listed[folder] = (changed_ns, sorted(folders), sorted(files))
        return self._listed[folder][1:]


class FileWatch:
    """Looks for new files, and which ones grow, in a thread of its own; the dearer a look for new ones the rarer. ``joined`` is called from there."""

    def __init__(self, files: FileSet, joined: Callable[[Path, Spool], None]) -> None:
        self._files = files
        self._joined = joined
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="new files", daemon=True)

    @property
    def is_wanted(self) -> bool:
        """Whether new files may come."""
        return self._files.is_watched and not self._stopped.is_set()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def close(self) -> None:
        """Look no more, and wait for the thread."""
        self.stop()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        due = time.monotonic() + LOOK_S
        while not self._stopped.wait(IDLE_S):
            self._files.wake_changed()
            if time.monotonic() < due or not self._files.is_watched:
                continue
            begun = time.thread_time()
            for path, spool in self._files.look():
                if self._stopped.is_set():
                    spool.close()
                    return
                self._joined(path, spool)
            due = time.monotonic() + min(LONGEST_LOOK_S, max(LOOK_S, _REST * (time.thread_time() - begun)))
