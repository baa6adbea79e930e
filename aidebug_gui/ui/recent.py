"""The files opened last, kept in the user's settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

KEPT = 12
_KEY = "recent/files"


def recent_files() -> list[Path]:
    """Return the files opened last that still exist, newest first."""
    stored = QSettings().value(_KEY, [])
    names = [stored] if isinstance(stored, str) else [str(name) for name in stored] if isinstance(stored, list) else []
    return [path for path in map(Path, names) if path.is_file()]


def remember_file(path: Path) -> None:
    """Put a file at the top of the list."""
    paths = [path.absolute(), *(known for known in recent_files() if known != path.absolute())]
    QSettings().setValue(_KEY, [str(known) for known in paths[:KEPT]])


def forget_files() -> None:
    """Empty the list."""
    QSettings().remove(_KEY)
