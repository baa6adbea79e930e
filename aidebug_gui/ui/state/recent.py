"""The files opened last."""

from __future__ import annotations

from pathlib import Path

from aidebug_gui.sources.addresses import Merged, read_address
from aidebug_gui.ui.state import remembered


def recent_files() -> list[Path]:
    """Return the files opened last that still exist, newest first."""
    return [path for path in remembered.recent_paths() if _exists(path)]


def remember_file(path: Path) -> None:
    """Put a file at the top of the list."""
    others = [known for known in remembered.recent_paths() if known != path.absolute()]
    remembered.remember_recent([path.absolute(), *others])


def forget_files() -> None:
    """Empty the list."""
    remembered.remember_recent([])
    remembered.save()


def _exists(path: Path) -> bool:
    """Return whether all files of an address, or the archives that they lead into, are there."""
    address = read_address(path)
    paths = address.paths if isinstance(address, Merged) else (path,)
    return all(one.is_dir() or any(place.is_file() for place in (one, *one.parents)) for one in paths)
