"""Set up everything that ``make run`` and ``make test`` need, with nothing but Python 3.11 or later.

Creates ``.venv``, installs the project into it, and really loads Qt's libraries to see whether the system has what
they need. What is missing is installed when this runs as root on Debian or Ubuntu; otherwise the exact command is
printed. Running it again is quick and changes nothing. Standard library only.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MINIMUM = (3, 11)

# Library -> Debian package that brings it. Names without "t64" work on newer releases too: the new packages provide
# the old names.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

# What the program loads at run time. The Wayland plugins are left out: they need nothing beyond the X11 ones that a
# Wayland desktop does not have already.
QT_FILES = (
    "Qt/lib/libQt6Core.so.6",
    "Qt/lib/libQt6DBus.so.6",
    "Qt/lib/libQt6Gui.so.6",
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/lib/libQt6Svg.so.6",
    "Qt/lib/libQt6OpenGLWidgets.so.6",
    "Qt/lib/libQt6Network.so.6",
    "Qt/lib/libQt6Test.so.6",
    "Qt/lib/libQt6XcbQpa.so.6",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)

LOAD_QT = """
import ctypes, os, pathlib, sys
import PySide6
root = pathlib.Path(PySide6.__file__).parent
for name in sys.argv[1:]:
    if (root / name).exists():
        ctypes.CDLL(str(root / name), ctypes.RTLD_GLOBAL)
from PySide6.QtWidgets import QApplication
QApplication(["check", "-platform", "offscreen"])
"""


class SetupError(Exception):
    """Something that the person in front of the machine has to do; the message says what."""


def main() -> int:
    """Set everything up; return a process exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="directory of the environment")
    parser.add_argument("--extras", default="dev", help="extras to install, separated by commas")
    options = parser.parse_args()
    try:
        check_python()
        python = ensure_environment(options.venv)
        install_project(python, options.extras)
        ensure_qt(python)
    except SetupError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    (options.venv / ".installed").touch()
    return 0


def check_python() -> None:
    if sys.version_info < MINIMUM:
        raise SetupError(
            f"AiDebug needs Python {MINIMUM[0]}.{MINIMUM[1]} or later; this is {platform.python_version()}.\n"
            "Say which one to use, for example:  make run PYTHON=python3.12"
        )


def ensure_environment(venv: Path) -> Path:
    """Create the virtual environment where there is none that works, and return its interpreter."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and succeeds([python, "-c", "import pip"]):
        return python
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        # Debian keeps these in a package of their own.
        install_debian([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "Python's venv module")
    print(f"Creating the environment {venv} ...", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=False).returncode:
        raise SetupError(f"The environment {venv} could not be created; the reason is above.")
    return python


def install_project(python: Path, extras: str) -> None:
    print("Installing AiDebug and what it needs (some minutes the first time) ...", flush=True)
    target = f"{ROOT}[{extras}]" if extras else str(ROOT)
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--editable", target]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise SetupError("pip could not install the packages; the reason is above. Is there a network connection?")


def ensure_qt(python: Path) -> None:
    """Load Qt in a process of its own and bring in the system libraries that are missing."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(python)
    if missing:
        packages = sorted({DEBIAN_PACKAGES[name] for name in missing if name in DEBIAN_PACKAGES})
        unknown = sorted(name for name in missing if name not in DEBIAN_PACKAGES)
        if unknown:
            raise SetupError(f"Qt needs libraries that are not on this system: {', '.join(unknown)}.")
        install_debian(packages, "libraries that Qt needs: " + ", ".join(sorted(missing)))
    done = run_qt(python)
    if done.returncode:
        raise SetupError(f"Qt could not be started:\n{done.stderr.strip()}")


def missing_libraries(python: Path) -> set[str]:
    """Return the names of the shared libraries that Qt asks for and the system does not have."""
    if run_qt(python).returncode == 0:
        return set()
    where = subprocess.run(
        [python, "-c", "import PySide6; print(PySide6.__path__[0])"], check=True, capture_output=True, text=True
    ).stdout.strip()
    missing: set[str] = set()
    for name in QT_FILES:
        listing = subprocess.run(["ldd", f"{where}/{name}"], check=False, capture_output=True, text=True).stdout
        missing.update(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))
    missing.update(re.findall(r"(\S+\.so[.\d]*): cannot open shared object", run_qt(python).stderr))
    return missing


def run_qt(python: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, "-c", LOAD_QT, *QT_FILES], check=False, capture_output=True, text=True)


def install_debian(packages: list[str], what: str) -> None:
    """Install Debian packages when that is possible without asking; otherwise say how."""
    command = "apt-get install --no-install-recommends -y " + " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetupError(f"This system lacks {what}.\nOn Debian or Ubuntu they come with:  sudo {command}")
    if os.geteuid() != 0:
        raise SetupError(
            f"This system lacks {what}.\nRun this once, then the same make command again:\n\n  sudo {command}"
        )
    print(f"Installing {what}\n  {command}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update -qq", command.replace("-y", "-qq -y")):
        if subprocess.run(step.split(), check=False, env=environment, stdout=subprocess.DEVNULL).returncode:
            raise SetupError(f"This command failed; the reason is above:\n  {step}")


def succeeds(command: list[str | Path]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
