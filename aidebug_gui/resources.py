"""Where the shipped data files are: ``resources/`` beside the package in a checkout, inside it when installed."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

DESKTOP_ID = "io.github.aidebug.AiDebug"  # of the desktop entry, its icons, the Wayland app id, the Windows task bar
BASE_VARIABLE = "AIDEBUG_BASEDIR"  # environment: everything of the user's lies under this directory
_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped resource, for example ``resource_path("formats", "python.toml")``."""
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def guide_directory() -> Path:
    """Return where the pages of the user guide are: ``docs/guide`` in a checkout, among the resources when installed."""
    installed = resource_path("guide")
    return installed if installed.is_dir() else _PACKAGE.parent / "docs" / "guide"


def user_directory() -> Path:
    """Return where a user's own formats, field and level names lie; it need not exist."""
    if base := os.environ.get(BASE_VARIABLE):
        return Path(base, "config")
    return platformdirs.user_config_path("aidebug", appauthor=False)


def state_directory() -> Path:
    """Return where the program keeps what it remembers by itself (no settings, no definitions); it need not exist."""
    if base := os.environ.get(BASE_VARIABLE):
        return Path(base, "state")
    return platformdirs.user_state_path("aidebug", appauthor=False)
