"""Names the system's libraries that Qt lacks: Qt itself names another one, or none, and ends the process. Linux only."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_WIDGETS = "Qt/lib/libQt6Widgets.so.6"
_X11 = "Qt/plugins/platforms/libqxcb.so"
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_NOT_OPENED = re.compile(r"^(\S+): cannot open shared object file")
_SONAME = re.compile(r"(.+)\.so\.(\d+)")
_LDD_TIMEOUT_S = 10


def refusal() -> str:
    """Return what to tell where Qt cannot open a window, empty where it can: what is missing and how to get it."""
    if not sys.platform.startswith("linux") or getattr(sys, "frozen", False):  # a frozen program brings its own
        return ""
    missing = missing_libraries(_qt_files())
    if not missing:
        return ""
    packages = " ".join(dict.fromkeys(map(debian_package, missing)))
    return (
        f"Qt needs libraries that this system lacks: {', '.join(missing)}\n"
        f"  Debian, Ubuntu:  sudo apt-get install {packages}\n"
        "  Elsewhere:       install the packages that hold these files."
    )


def missing_libraries(files: list[Path]) -> list[str]:
    """Return the libraries that these files need and cannot have, sorted; loads the files, which Qt does anyway."""
    missing: set[str] = set()
    for file in files:
        try:
            ctypes.CDLL(str(file))
        except OSError as error:
            missing |= _listed(file) or set(_NOT_OPENED.findall(str(error)))
    return sorted(missing)


def debian_package(library: str) -> str:
    """Return the package that holds a library, by the rule of Debian: ``libxcb-icccm.so.4`` is in ``libxcb-icccm4``."""
    found = _SONAME.fullmatch(library)
    if found is None:
        return library
    name = found[1].lower().replace("_", "-")
    return f"{name}{'-' if name[-1].isdigit() else ''}{found[2]}"


def _qt_files() -> list[Path]:
    """Return what Qt will load: its widgets, and what talks to an X server if it is the one to be used."""
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return []
    root = Path(found.submodule_search_locations[0])
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    is_x11 = platform == "xcb" or (not platform and "DISPLAY" in os.environ and "WAYLAND_DISPLAY" not in os.environ)
    return [root / name for name in (_WIDGETS, *([_X11] if is_x11 else [])) if (root / name).exists()]


def _listed(file: Path) -> set[str]:
    """Return all that is missing; the loader itself names only the first."""
    try:
        run = subprocess.run(["ldd", file], check=False, capture_output=True, text=True, timeout=_LDD_TIMEOUT_S)
    except (OSError, subprocess.TimeoutExpired):
        return set()
    return set(_NOT_FOUND.findall(run.stdout))
