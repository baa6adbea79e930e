"""Addresses that mean several files: a directory, a pattern, a log with what was rotated away from it."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from aidebug_gui.sources.converters.mlruns import is_mlruns
from aidebug_gui.sources.magic import HEAD_BYTES, looks_binary
from aidebug_gui.sources.open import logs_in
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.translatable import translatable

MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Merged:
    """The address of a log that is several files. ``shifts_ns``: (name of a file, what is added to its times)."""

    paths: tuple[Path, ...]
    shifts_ns: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        return " + ".join(map(str, self.paths))


LogAddress: TypeAlias = Path | Merged
_SHIFT = "\t"


def as_path(address: LogAddress) -> Path:
    """Return an address as one path, as it is kept and shown: of several files one a line, with their shifts."""
    if not isinstance(address, Merged):
        return address
    shifts = [f"{name}{_SHIFT}{shift}" for name, shift in address.shifts_ns]
    return Path("\n".join([*(str(path.absolute()) for path in address.paths), *shifts]))


def read_address(path: LogAddress) -> LogAddress:
    """Return what :func:`as_path` was given."""
    text = str(path)
    if isinstance(path, Merged) or ("\n" not in text and _SHIFT not in text) or os.path.lexists(path):
        return path
    lines = text.split("\n")
    shifts = [line.rpartition(_SHIFT) for line in lines if _SHIFT in line]
    if not all(re.fullmatch(r"-?\d+", shift) for _, _, shift in shifts):
        return path
    paths = tuple(Path(line) for line in lines if _SHIFT not in line)
    return Merged(paths, tuple((name, int(shift)) for name, _, shift in shifts))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Files that are one log. ``place``: what they are together (a directory, or the first of them).

    ``found``: they were looked for, not named, so that those that are no logs are left out. ``places``: what was named.
    """

    paths: tuple[Path, ...]
    place: Path
    found: bool = False
    places: tuple[Path, ...] = ()

    def title(self, joined: int = 0) -> str:
        """Return what the log is called; ``joined``: so many files came later."""
        count = len(self.paths) + joined
        if len(self.places) == 1 and self.found:
            return f"{self.place.name or self.place} ({count} {'file' if count == 1 else 'files'})"
        return f"{self.place.name} + {count - 1}" if count > 1 else self.place.name


def is_several(path: Path) -> bool:
    """Return whether an address means several files: a directory, or a pattern such as ``logs/*.jsonl``."""
    if os.path.lexists(path):
        return path.is_dir() and not is_mlruns(path)
    return glob.has_magic(str(path)) and not path.exists()


def find_addresses(paths: Sequence[Path]) -> Addresses:
    """Return the files that addresses stand for, as one log; directories, patterns and archives are looked into.

    Raises SourceError if there is none, or far too many.
    """
    files: list[Path] = []
    found = False
    for path in paths:
        several = is_several(path)
        found = found or several
        files += _files_at(path) if several else logs_in(path)
        if len(files) > MOST_FILES:
            raise SourceError(
                translatable(
                    "{path} holds more than {most} files. Name fewer: a pattern such as '{path}/*.log'.",
                    path=str(path),
                    most=MOST_FILES,
                )
            )
    files = list(dict.fromkeys(files))
    if not files:
        raise SourceError(translatable("There is no log in {place}.", place=", ".join(map(str, paths))))
    places = tuple(paths)
    if len(paths) == 1 and found:
        return Addresses(tuple(files), paths[0], found, places)
    return Addresses(tuple(files), files[0], found, places)


def _files_at(path: Path) -> list[Path]:
    """Return the logs in a directory and below, or those that a pattern fits, by name; hidden ones are left out."""
    if path.is_dir():
        candidates: Iterable[Path] = _walk(path)
    else:
        candidates = (Path(name) for name in sorted(glob.glob(str(path), recursive=True)))
    found: list[Path] = []
    for file in candidates:
        if file.is_file() and not _is_binary(file):
            try:
                found += logs_in(file)  # an archive of several logs is all of them
            except SourceError:  # a damaged one, perhaps: who opens it tells that, and opens the others
                found.append(file)
        if len(found) > MOST_FILES:
            break
    return found


def _is_binary(file: Path) -> bool:
    """Return whether a file is no text. One that cannot be read may be a log: who opens it tells that it cannot."""
    try:
        with file.open("rb") as opened:
            return looks_binary(opened.read(HEAD_BYTES))
    except OSError:
        return False


def _walk(folder: Path) -> Iterator[Path]:
    for directory, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(directory, name) for name in sorted(files) if not name.startswith("."))


def short_names(paths: Sequence[Path]) -> list[str]:
    """Return a name for each file: its own, with as many folders before it as tell them apart.

    Names become values of a column, so they are text, see :func:`name_as_text`.
    """
    parts = [path.parts for path in paths]
    depth = 1
    longest = max(map(len, parts), default=1)
    while depth < longest and len({part[-depth:] for part in parts}) < len(set(parts)):
        depth += 1
    return [name_as_text("/".join(part[-depth:])) for part in parts]


def name_as_text(name: str) -> str:
    """Return a file's name as text that can be written: the system may know it as bytes that are no UTF-8."""
    return os.fsencode(name).decode(errors="backslashreplace")
