"""Registers the program with a freedesktop.org desktop for people who installed it with pip: menu entry, file types, icons.

Follows the XDG specifications (desktop entries, shared MIME info, icon themes). Only files in the user's own data
directory are written, always the same ones. No program that opens a kind of file today loses it: where the desktop would
choose AiDebug from now on, the choice of before is written down as the user's.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from aidebug_gui.resources import DESKTOP_ID, resource_path

WATCHED = ("text/plain", "text/x-log", "application/json", "application/zip")
"""Kinds that other programs open and that AiDebug may be chosen for, directly or as the parent of another kind."""
TOOL_TIMEOUT_S = 60
_SCALABLE = Path("icons", "hicolor", "scalable")


def data_home() -> Path:
    """Return the user's data directory."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if os.path.isabs(given) else Path.home() / ".local" / "share"


def files(home: Path) -> dict[Path, Path]:
    """Return where each file goes and where it comes from."""
    source = resource_path("desktop")
    found = {
        home / "applications" / f"{DESKTOP_ID}.desktop": source / f"{DESKTOP_ID}.desktop",
        home / "mime" / "packages" / f"{DESKTOP_ID}.xml": source / f"{DESKTOP_ID}.mime.xml",
        home / "metainfo" / f"{DESKTOP_ID}.metainfo.xml": source / f"{DESKTOP_ID}.metainfo.xml",
    }
    for icon in sorted((source / "icons").glob("*/*.svg")):
        found[home / _SCALABLE / icon.parent.name / icon.name] = icon
    return found


def install(home: Path, command: Sequence[str]) -> list[str]:
    """Write the files and let the desktop know. ``command``: how the program is started.

    Returns what was done, in lines. Raises OSError where nothing can be written.
    """
    before = {kind: default_program(kind) for kind in WATCHED}
    lines = []
    for target, source in files(home).items():
        text = source.read_text(encoding="utf-8")
        if target.suffix == ".desktop":
            text = with_command(text, command)
        is_new = not target.exists() or target.read_text(encoding="utf-8") != text
        if is_new:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        lines.append(f"{'wrote' if is_new else 'kept '} {target}")
    lines += _update(home)
    for kind, program in before.items():
        if program and default_program(kind) not in ("", program):
            _run(["gio", "mime", kind, program])
            lines.append(f"{kind} is opened with {program.removesuffix('.desktop')}, as before")
    return lines


def uninstall(home: Path) -> list[str]:
    """Remove what :func:`install` wrote; return what was done, in lines. Raises OSError."""
    lines = []
    for target in files(home):
        if target.exists():
            target.unlink()
            lines.append(f"removed {target}")
    return lines + _update(home) if lines else ["nothing was installed"]


def with_command(entry: str, command: Sequence[str]) -> str:
    """Return a desktop entry that starts the program with another command."""
    start = " ".join(quoted(part) for part in command)
    entry = re.sub(r"^Exec=aidebug-gui", lambda _: f"Exec={start}", entry, flags=re.MULTILINE)
    try_exec = command[0].replace("\\", "\\\\")
    return entry.replace("\nIcon=", f"\nTryExec={try_exec}\nIcon=", 1)


def quoted(argument: str) -> str:
    """Quote an argument for the key Exec (Desktop Entry Specification, "The Exec key")."""
    if re.fullmatch(r"[\w@+./:,-]+", argument):
        return argument
    inner = re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%")
    return '"' + inner.replace("\\", "\\\\") + '"'


def start_command() -> list[str]:
    """Return how this program was started, so that a click can do it again."""
    if app_image := os.environ.get("APPIMAGE"):
        return [app_image]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(os.path.abspath(sys.argv[0]))
    if script.name.startswith("aidebug-gui") and os.access(script, os.X_OK):
        return [str(script)]
    return [sys.executable, "-m", "aidebug_gui"]


def default_program(kind: str) -> str:
    """Return the desktop entry that opens a kind of file, empty if there is none or no tool to ask."""
    output = _run(["gio", "mime", kind]) or ""
    found = re.search(r"(\S+\.desktop)\s*$", output.splitlines()[0]) if output else None
    return found.group(1) if found is not None else ""


def _update(home: Path) -> list[str]:
    """Have the caches of the desktop rewritten, by the tools that are there."""
    lines = []
    for tool, directory in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
    ):
        if directory.is_dir() and _run([tool, str(directory)]) is not None:
            lines.append(f"ran   {tool}")
    if (icons := home / "icons" / "hicolor").is_dir():
        os.utime(icons)  # desktops look at the date of this directory
    return lines


def _run(command: Sequence[str]) -> str | None:
    """Run a tool; return what it prints, None if it is not there or fails."""
    if shutil.which(command[0]) is None:
        return None
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=TOOL_TIMEOUT_S, env=environment
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
