"""What Qt lacks on this system, in words that can be acted upon."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from aidebug_gui.startup import qt_libraries
from aidebug_gui.startup.qt_libraries import debian_package, missing_libraries, refusal

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names libraries of Linux")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ],
)
def test_the_package_of_a_library(library, package):
    assert debian_package(library) == package


@pytest.fixture
def broken(tmp_path):
    """A library that needs two that are not there."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no compiler")
    for name in ("one", "two"):
        (tmp_path / f"{name}.c").write_text(f"int {name}(void) {{ return 1; }}")
        command = [compiler, "-shared", "-fPIC", f"-Wl,-soname,lib{name}.so.7", "-o", f"lib{name}.so", f"{name}.c"]
        subprocess.run(command, cwd=tmp_path, check=True)
    (tmp_path / "user.c").write_text("int one(void); int two(void); int both(void) { return one() + two(); }")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", "libuser.so", "user.c", "-L.", "-lone", "-ltwo"], cwd=tmp_path, check=True
    )
    return tmp_path / "libuser.so"


def test_all_that_is_missing_is_named(broken, monkeypatch):
    assert missing_libraries([broken]) == ["libone.so.7", "libtwo.so.7"]
    monkeypatch.setattr(qt_libraries, "_qt_files", lambda: [broken])
    assert "libone.so.7, libtwo.so.7" in refusal()
    assert "apt-get install libone7 libtwo7" in refusal()
    monkeypatch.setenv("PATH", "")  # without ldd the loader names one
    assert missing_libraries([broken])[0] in ("libone.so.7", "libtwo.so.7")


def test_nothing_is_said_where_all_is_there(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert refusal() == ""
