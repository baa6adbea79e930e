"""The set-up script says exactly what to do where it may not do it itself."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_only_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "--help"], check=True, capture_output=True, text=True
    )
    assert "virtual environment" in done.stdout.lower() or "--venv" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_the_libraries_that_qt_needs_are_here(bootstrap: ModuleType) -> None:
    bootstrap.ensure_qt(Path(sys.executable))


@pytest.mark.skipif(shutil.which("readelf") is None, reason="no readelf")
def test_every_library_that_qt_needs_has_a_debian_package(bootstrap: ModuleType) -> None:
    """What the dynamic linker finds outside the wheel must be in the table, or be part of every system."""
    import PySide6

    where = Path(PySide6.__path__[0])
    everywhere = (
        "libc.",
        "libm.",
        "libdl.",
        "libpthread.",
        "librt.",
        "libgcc_s",
        "ld-linux",
        "linux-vdso",
        "libresolv.",
    )
    for name in bootstrap.QT_FILES:
        done = subprocess.run(["readelf", "-d", str(where / name)], check=False, capture_output=True, text=True)
        needed = [line.split("[")[1].rstrip("]") for line in done.stdout.splitlines() if "(NEEDED)" in line]
        for library in needed:
            is_bundled = library.startswith(("libQt6", "libicu", "libpyside", "libshiboken"))
            assert is_bundled or library.startswith(everywhere) or library in bootstrap.DEBIAN_PACKAGES, library


def test_without_root_the_command_is_printed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(bootstrap.SetupError, match="sudo apt-get install --no-install-recommends -y libegl1 libgl1"):
        bootstrap.install_debian(["libegl1", "libgl1"], "libraries that Qt needs")


def test_an_old_python_is_refused(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "MINIMUM", (4, 0))
    with pytest.raises(bootstrap.SetupError, match=r"needs Python 4\.0"):
        bootstrap.check_python()
