"""What is packaged: lists that fit the program, and files for Windows, macOS and Flatpak that say the same as Linux's.

The installers of Windows and macOS cannot be run here; only their contents are looked at.
"""

from __future__ import annotations

import ast
import importlib.util
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from aidebug_gui import __version__
from aidebug_gui.cli.commands import COMMANDS
from aidebug_gui.resources import DESKTOP_ID, resource_path

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
ROOT = PACKAGING.parent
INNO = (PACKAGING / "windows" / "aidebug.iss").read_text(encoding="utf-8")
PROPERTIES = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def slim() -> ModuleType:
    return script("slim")


def extensions() -> set[str]:
    root = ET.parse(resource_path("desktop", f"{DESKTOP_ID}.mime.xml")).getroot()
    patterns = [glob.get("pattern", "") for glob in root.iter() if glob.tag.endswith("}glob")]
    assert all(pattern.startswith("*.") for pattern in patterns)
    return {pattern[2:] for pattern in patterns}


# -- the bundle ------------------------------------------------------------------------------------------------------


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_that_the_program_imports_is_left_out(slim):
    """What is imported by what it imports, the frozen program itself tells (make package-test)."""
    found = {name for path in (ROOT / "aidebug_gui").rglob("*.py") for name in imported_names(path)}
    assert "PySide6.QtNetwork" in found
    assert found & set(slim.rules()["modules"]) == set()


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/lib/libQt6Svg.so.6", True),
        ("PySide6/Qt/lib/libQt6Test.so.6", True),
        ("pyarrow/libarrow.so.2600", True),
        ("pyarrow/libarrow_python.so.2600", True),
        ("pyarrow/libarrow_flight.so.2600", False),
        ("libxcb-cursor.so.0", True),
        ("libX11.so.6", False),
        ("qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf", True),
        ("qtawesome/fonts/phosphor-1.3.0.ttf", False),
        ("aidebug_gui/resources/themes/dark.toml", True),
    ],
)
def test_what_stays_and_what_does_not(slim, place, stays):
    assert slim.is_left_out(place, slim.rules()) is not stays


def test_links_go_with_what_they_point_to(slim):
    entries = [
        ("pyarrow/libarrow_flight.so.2600", "/x", "BINARY"),
        ("libarrow_flight.so.2600", "pyarrow/libarrow_flight.so.2600", "SYMLINK"),
        ("pyarrow/libarrow.so.2600", "/x", "BINARY"),
        ("libarrow.so.2600", "pyarrow/libarrow.so.2600", "SYMLINK"),
    ]
    assert [entry[0] for entry in slim.kept(entries, slim.rules())] == ["pyarrow/libarrow.so.2600", "libarrow.so.2600"]


@pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("ld") is None, reason="needs binutils")
def test_arrow_works_with_its_engines_hollowed(slim, tmp_path):
    """What is hollow is linked against and never called: reading, computing and Parquet go on; stripping spares it."""
    import pyarrow as pa

    given = slim.rules()
    bundle = tmp_path / "pyarrow"
    left_out = shutil.ignore_patterns("tests", "include", "src", "*flight*", "*.pxd", "*.pyx", "*.pxi", "__pycache__")
    shutil.copytree(Path(pa.__file__).parent, bundle, ignore=left_out)
    hollow = [path for path in bundle.iterdir() if slim.matches(f"pyarrow/{path.name}", given["hollow"])]
    assert len({path.name.partition(".")[0] for path in hollow}) == len(given["hollow"])
    slim.shrink(tmp_path, {**given, "strip": [f"pyarrow/{path.name}" for path in hollow]})
    assert all(path.stat().st_size < 20_000 for path in hollow)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import pyarrow as pa, pyarrow.parquet as pq, duckdb\n"
        "names = pa.array(['x', 'y', None]).dictionary_encode().indices.fill_null(-1)\n"
        "table = pa.table({'n': pa.array([1, 2, 3]).cast(pa.string()), 'i': names}).take(pa.array([0, 2]))\n"
        "pq.write_table(table, sys.argv[2]); engine = duckdb.connect(); engine.register('t', pq.ParquetFile(sys.argv[2]).read())\n"
        "print(pa.__file__.startswith(sys.argv[1]), engine.execute('SELECT n, i FROM t WHERE i < 0').fetchall())"
    )
    arguments = [sys.executable, "-c", code, str(tmp_path), str(tmp_path / "t.parquet")]
    done = subprocess.run(arguments, check=False, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "True [('3', -1)]", done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("ld") is None, reason="needs binutils")
def test_qt_works_with_empty_tables_of_icu(slim, tmp_path):
    import PySide6

    library = next((Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*"))
    copy = tmp_path / library.name
    shutil.copy(library, copy)
    slim.empty_icu_data(copy)
    assert copy.stat().st_size < 20_000
    code = (
        "from PySide6.QtCore import QCollator, QLocale, QDateTime\n"
        "print(QCollator().compare('a', 'b') < 0, QLocale('de').toUpper('straße'), QDateTime.currentDateTime().isValid())\n"
        "print('libicudata' in open('/proc/self/maps').read())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, env={"LD_PRELOAD": str(copy)}
    )
    assert done.stdout.split() == ["True", "STRASSE", "True", "True"], done.stderr


# -- icons -----------------------------------------------------------------------------------------------------------


def test_icons_of_windows_and_macos():
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import icons; made = icons.pictures(sizes=icons.SIZES)\n"
        "pathlib.Path(sys.argv[2], 'a.ico').write_bytes(icons.windows_icon(made))\n"
        "pathlib.Path(sys.argv[2], 'a.icns').write_bytes(icons.apple_icon(made))\n"
    )
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([sys.executable, "-c", code, PACKAGING, directory], check=True, timeout=60)
        windows, apple = Path(directory, "a.ico").read_bytes(), Path(directory, "a.icns").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", windows)
    assert (kind, count) == (1, 7)
    for number in range(count):
        side, _, _, _, _, bits, size, offset = struct.unpack_from("<BBBBHHII", windows, 6 + 16 * number)
        picture = windows[offset : offset + size]
        assert picture.startswith(b"\x89PNG")
        assert bits == 32
        assert struct.unpack(">II", picture[16:24])[0] == (side or 256)
    assert apple[:4] == b"icns"
    assert struct.unpack(">I", apple[4:8])[0] == len(apple)
    assert {b"ic07", b"ic08", b"ic09"} <= {apple[at : at + 4] for at in parts(apple)}


def parts(apple: bytes) -> Iterator[int]:
    at = 8
    while at < len(apple):
        yield at
        at += struct.unpack(">I", apple[at + 4 : at + 8])[0]


# -- Windows, macOS, Flatpak -----------------------------------------------------------------------------------------


def test_windows_says_the_same():
    assert f'#define Id "{DESKTOP_ID}"' in INNO
    registered = set(re.findall(r"Software\\Classes\\\.(\w+)\\OpenWithProgids", INNO))
    assert registered == extensions()
    # "Open with" only: no line makes the program the one that opens a kind of file.
    assert not re.search(r'Subkey: "Software\\Classes\\\.\w+"', INNO)
    assert 'AppUserModelID: "{#Id}"' in INNO
    assert "ChangesAssociations=yes" in INNO
    spec = (PACKAGING / "aidebug.spec").read_text(encoding="utf-8")
    for program in set(re.findall(r"\{app\}\\(\w+)\.exe", INNO)):
        assert f'executable("{program}", console=False)' in spec
    for name in re.findall(r"^LicenseFile=(.+)$", INNO, re.MULTILINE):
        assert (ROOT / name).is_file()


def test_macos_says_the_same():
    assert PROPERTIES["CFBundleIdentifier"] == DESKTOP_ID
    assert PROPERTIES["CFBundleShortVersionString"] == PROPERTIES["CFBundleVersion"] == __version__
    declared = {kind["UTTypeIdentifier"]: kind for kind in PROPERTIES["UTImportedTypeDeclarations"]}
    named = {name for kind in PROPERTIES["CFBundleDocumentTypes"] for name in kind["LSItemContentTypes"]}
    tags = [kind["UTTypeTagSpecification"]["public.filename-extension"] for kind in declared.values()]
    assert {name for tag in tags for name in tag} | {"log"} == extensions()
    assert named == set(declared) | {"com.apple.log", "public.plain-text"}
    for kind in PROPERTIES["CFBundleDocumentTypes"]:
        assert (kind["CFBundleTypeRole"], kind["LSHandlerRank"]) == ("Viewer", "Alternate")
    assert PROPERTIES["NSRequiresAquaSystemAppearance"] is False


def test_flatpak_says_the_same(tmp_path):
    text = (PACKAGING / "linux" / f"{DESKTOP_ID}.yml").read_text(encoding="utf-8")
    assert f"app-id: {DESKTOP_ID}\n" in text
    assert "--share=network" not in text
    for name in re.findall(r"desktop/(\S+\.(?:desktop|xml|svg))", text):
        assert resource_path("desktop", name).is_file()
    if shutil.which("flatpak-builder"):
        command = ["flatpak-builder", "--show-manifest", PACKAGING / "linux" / f"{DESKTOP_ID}.yml"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("flatpak") is None or shutil.which("flatpak-builder") is None, reason="needs flatpak")
def test_a_flatpak_is_made_of_the_manifest(tmp_path):
    """With a program of two lines in the place of the bundle: what is laid out, exported, and packed into one file."""
    flatpak = script("flatpak")
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    program = bundle / "aidebug-gui"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o755)
    given = flatpak.manifest(DESKTOP_ID)
    next(source for source in given["modules"][0]["sources"] if source["dest"] == "bundle")["path"] = str(bundle)
    flatpak.manifest = lambda _: given
    target = flatpak.make(DESKTOP_ID, tmp_path / "work", tmp_path / "made.flatpak")
    assert target.stat().st_size > 2000
    app = tmp_path / "work" / "app"
    assert subprocess.check_output([app / "files" / "bin" / "aidebug-gui"], text=True) == "started\n"
    said = (app / "metadata").read_text()
    assert "command=aidebug-gui" in said
    assert "shared=ipc;" in said
    assert "network" not in said
    exported = {str(path.relative_to(app / "export")) for path in (app / "export").rglob("*.*") if path.is_file()}
    assert f"share/applications/{DESKTOP_ID}.desktop" in exported
    assert f"share/mime/packages/{DESKTOP_ID}.xml" in exported
    assert len([name for name in exported if name.endswith(".svg")]) == 3


# -- Debian ----------------------------------------------------------------------------------------------------------


def test_the_debian_package_has_every_file_of_the_desktop():
    sys.path.insert(0, str(PACKAGING))
    try:
        build = script("build")
    finally:
        sys.path.remove(str(PACKAGING))
    targets = set(build.shared_files().values())
    names = {path.name for path in resource_path("desktop").rglob("*") if path.is_file()}
    assert {name.replace(".mime.xml", ".xml") for name in names} <= {Path(target).name for target in targets}
    assert build.version_of_the_program() == __version__
    changes, manual = build.written_files("1.2.3")
    assert changes.startswith("aidebug (1.2.3) unstable; urgency=")
    assert re.search(r"\n -- .+ <.+>  \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000\n$", changes)
    commands = re.findall(r"^\.B (\w+)$", manual, re.MULTILINE)
    assert set(commands) == set(COMMANDS)
    text = build.control_file("1.2.3", "amd64", 1000) if (ROOT / "dist" / "aidebug-gui").is_dir() else ""
    assert not text or "Depends: libc6" in text
