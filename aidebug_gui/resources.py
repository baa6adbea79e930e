"""Where the shipped data files are: ``resources/`` beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped resource, for example ``resource_path("formats", "python.toml")``."""
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def user_directory() -> Path:
    """Return where a user's own formats, field and level names lie; it need not exist."""
    return platformdirs.user_config_path("aidebug", appauthor=False)


def state_directory() -> Path:
    """Return where the program keeps what it remembers by itself (no settings, no definitions); it need not exist."""
    return platformdirs.user_state_path("aidebug", appauthor=False)
