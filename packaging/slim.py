"""What the frozen program leaves out and makes smaller; the lists stand in ``bundle.toml``. Standard library only."""

from __future__ import annotations

import functools
import os
import shutil
import struct
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

RULES = Path(__file__).with_name("bundle.toml")
_ICU_HEADER_BYTES = 32
Entry = tuple[str, str, str]  # place in the bundle, source, kind (PyInstaller's TOC)


def rules() -> dict[str, Any]:
    """Return the lists of ``bundle.toml``."""
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def is_left_out(place: str, given: dict[str, Any]) -> bool:
    """Return whether a file has no place in the bundle. ``place``: its path there."""
    return matches(place, given["files"]) and not matches(place, given["keep"])


def matches(place: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(place.replace("\\", "/"), pattern) for pattern in patterns)


def kept(entries: Iterable[Entry], given: dict[str, Any]) -> list[Entry]:
    """Return the entries that stay. A link to something that is left out goes with it."""
    staying = [entry for entry in entries if not is_left_out(entry[0], given)]
    places = {place for place, _, kind in staying if kind != "SYMLINK"}
    return [entry for entry in staying if entry[2] != "SYMLINK" or _target(entry) in places]


def _target(link: Entry) -> str:
    return (Path(link[0]).parent / link[1]).as_posix().removeprefix("./")


def shrink(bundle: Path, given: dict[str, Any]) -> None:
    """Make the files of a finished Linux bundle smaller. ``bundle``: the directory with the libraries."""
    for path in sorted(bundle.rglob("*")):
        place = path.relative_to(bundle).as_posix()
        if not path.is_file() or path.is_symlink():
            continue
        if matches(place, given["hollow"]):
            _link(path)
        elif matches(place, given["strip"]):
            subprocess.run(["strip", "--strip-unneeded", path], check=True)
    for path in sorted(bundle.rglob("libicudata.so.*")):
        if path.is_file() and not path.is_symlink():
            empty_icu_data(path)


def empty_icu_data(library: Path) -> None:
    """Replace ICU's tables (32 MB of languages, regions and legacy encodings) by a valid, empty package.

    Qt asks ICU for collation, for legacy encodings and for time zone names. The program uses none of them: it has
    encodings of its own, and times are UTC. What ICU cannot find there, Qt does by itself.
    Format of the package: ICU's User Guide, "ICU Data", and ``ucmndata.h`` (common data header, table of contents).
    """
    major = library.name.rpartition(".")[2]
    info = struct.pack("<HHBBBB4s4s4s", 20, 0, 0, 0, 2, 0, b"CmnD", bytes([1, 0, 0, 0]), bytes([int(major), 0, 0, 0]))
    with tempfile.TemporaryDirectory() as scratch:
        header = struct.pack("<HBB", _ICU_HEADER_BYTES, 0xDA, 0x27) + info
        Path(scratch, "data").write_bytes(header.ljust(_ICU_HEADER_BYTES, b"\0") + struct.pack("<I", 0))
        run = functools.partial(subprocess.run, check=True, cwd=scratch)
        run(["ld", "-r", "-b", "binary", "-o", "data.o", "data"])
        run(["objcopy", "--redefine-sym", f"_binary_data_start=icudt{major}_dat", "data.o"])
        run(["objcopy", "--set-section-alignment", ".data=16", "data.o"])
        _link(library, Path(scratch, "data.o"))


def _link(library: Path, *objects: Path) -> None:
    """Replace a shared library by one of the same name that holds these object files (none: nothing)."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch, "made.so")
        command = ["ld", "-shared", "-s", "-soname", library.name, "-z", "noexecstack", "-o", made, *objects]
        if not objects:
            empty = Path(scratch, "empty.o")
            subprocess.run(["ld", "-r", "-b", "binary", "-o", empty, os.devnull], check=True)
            command.append(empty)
        subprocess.run(command, check=True)
        shutil.copyfile(made, library)
