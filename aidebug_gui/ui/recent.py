"""The files opened last."""

from __future__ import annotations

from pathlib import Path

from aidebug_gui.ui import remembered


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
    """Return whether a path, or the archive that it leads into, is there."""
    return any(place.is_file() for place in (path, *path.parents))
