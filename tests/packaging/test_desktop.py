"""The files for the desktop: valid, consistent, installed and taken back, and never taking a file type from another program."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from aidebug_gui import __version__
from aidebug_gui.resources import DESKTOP_ID, resource_path
from aidebug_gui.startup import desktop_files
from aidebug_gui.startup.desktop_files import files, install, quoted, start_command, uninstall, with_command

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="freedesktop.org")

SOURCE = resource_path("desktop")
ENTRY = SOURCE / f"{DESKTOP_ID}.desktop"
METAINFO = SOURCE / f"{DESKTOP_ID}.metainfo.xml"
MIME = SOURCE / f"{DESKTOP_ID}.mime.xml"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def run(*command: str | Path) -> str:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not here")
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def entry() -> configparser.SectionProxy:
    found = configparser.ConfigParser(interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(ENTRY, encoding="utf-8")
    return found["Desktop Entry"]


def test_the_entry_is_valid():
    assert "error" not in run("desktop-file-validate", ENTRY)


def test_the_description_is_valid():
    run("appstreamcli", "validate", "--no-net", METAINFO)


def test_all_of_them_name_the_same_program():
    root = ET.parse(METAINFO).getroot()
    assert root.findtext("id") == DESKTOP_ID
    assert root.findtext("launchable") == f"{DESKTOP_ID}.desktop"
    assert entry()["Icon"] == DESKTOP_ID
    assert (SOURCE / "icons" / "apps" / f"{DESKTOP_ID}.svg").is_file()
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert {kind.text for kind in root.findall("provides/mediatype")} <= set(entry()["MimeType"].split(";"))


def test_the_kinds_of_files_are_those_of_the_entry():
    kinds = {
        element.get("type"): {glob.get("pattern") for glob in element.findall(f"{NAMESPACE}glob")}
        for element in ET.parse(MIME).getroot()
    }
    assert set().union(*kinds.values()) == {"*.jsonl", "*.ndjson", "*.eval", "*.log"}
    for kind in kinds:
        # text/x-log is another program's by default: AiDebug opens it as a kind of text.
        assert kind in entry()["MimeType"].split(";") or kind == "text/x-log"
    for icon in ET.parse(MIME).getroot().iter(f"{NAMESPACE}icon"):
        assert (SOURCE / "icons" / "mimetypes" / f"{icon.get('name')}.svg").is_file()


def test_every_icon_is_a_picture(qapp):
    from PySide6.QtGui import QImage

    icons = list((SOURCE / "icons").rglob("*.svg"))
    assert len(icons) == 3
    for path in icons:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (128, 128)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(64, 64).alpha() == 255


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user's home with an editor that opens text."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS", "XDG_CACHE_HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    system = tmp_path / "XDG_DATA_DIRS"
    for part in ("mime/packages", "applications"):
        (system / part).mkdir(parents=True)
    freedesktop = Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not freedesktop.is_file():
        pytest.skip("no shared MIME info")
    shutil.copy(freedesktop, system / "mime" / "packages")
    (system / "applications" / "editor.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Editor\nExec={sys.executable} %f\nMimeType=text/plain;application/json;\n"
    )
    run("update-mime-database", system / "mime")
    run("update-desktop-database", system / "applications")
    return tmp_path / "XDG_DATA_HOME"


def test_a_log_is_known_and_nothing_is_taken_from_the_editor(home, tmp_path):
    logs = {}
    for name in ("a.jsonl", "b.ndjson", "c.log", "d.eval", "e.txt", "f.json"):
        logs[name] = tmp_path / name
        logs[name].write_text('{"level": "info"}\n')
    before = {kind: desktop_files.default_program(kind) for kind in desktop_files.WATCHED}
    if not before["text/plain"]:
        pytest.skip("no gio")
    assert before["text/x-log"] == "editor.desktop"

    program = tmp_path / "My Programs" / "aidebug-gui"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)  # desktops do not offer a program that is not there
    told = install(home, [str(program)])
    assert "text/plain is opened with editor, as before" in told
    assert run("xdg-mime", "query", "filetype", str(logs["a.jsonl"])).strip() == "application/jsonl"
    assert run("xdg-mime", "query", "filetype", str(logs["b.ndjson"])).strip() == "application/jsonl"
    assert run("xdg-mime", "query", "filetype", str(logs["d.eval"])).strip() == "application/x-inspect-eval"
    assert run("xdg-mime", "query", "default", "application/jsonl").strip() == f"{DESKTOP_ID}.desktop"
    assert desktop_files.default_program("application/x-inspect-eval") == f"{DESKTOP_ID}.desktop"
    assert {kind: desktop_files.default_program(kind) for kind in desktop_files.WATCHED} == before
    assert DESKTOP_ID in run("gio", "mime", "text/x-log")  # it is among those to open it with


def test_installed_twice_and_taken_back(home):
    assert [line for line in install(home, ["/usr/bin/aidebug-gui"]) if line.startswith("wrote")]
    assert not [line for line in install(home, ["/usr/bin/aidebug-gui"]) if line.startswith("wrote")]
    run("desktop-file-validate", home / "applications" / f"{DESKTOP_ID}.desktop")
    assert len([line for line in uninstall(home) if line.startswith("removed")]) == len(files(home)) == 6
    assert uninstall(home) == ["nothing was installed"]
    left = [path for path in home.rglob("*") if path.is_file() and DESKTOP_ID in path.read_text(errors="replace")]
    assert left == []


def test_a_command_with_spaces_is_quoted():
    assert quoted("/usr/bin/aidebug-gui") == "/usr/bin/aidebug-gui"
    assert quoted('/My "Tools"/50%/a$b') == '"/My \\\\"Tools\\\\"/50%%/a\\\\$b"'
    text = with_command(ENTRY.read_text(encoding="utf-8"), ["/opt/x y/python", "-m", "aidebug_gui"])
    assert '\nExec="/opt/x y/python" -m aidebug_gui %F\n' in text
    assert '\nExec="/opt/x y/python" -m aidebug_gui --new-window\n' in text
    assert "\nTryExec=/opt/x y/python\n" in text


def test_how_the_program_was_started(tmp_path, monkeypatch):
    script = tmp_path / "aidebug-gui"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert start_command() == [str(script)]
    monkeypatch.setattr(sys, "argv", ["-m"])
    assert start_command() == [sys.executable, "-m", "aidebug_gui"]
    monkeypatch.setenv("APPIMAGE", "/x/AiDebug.AppImage")
    assert start_command() == ["/x/AiDebug.AppImage"]


def test_the_command_line(home):
    command = [sys.executable, "-m", "aidebug_gui"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE.parent.parent)}
    for option, word in (("--install-desktop", "wrote"), ("--uninstall-desktop", "removed")):
        done = subprocess.run([*command, option], capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr
        assert word in done.stdout
    home.chmod(0o500)
    if os.geteuid() != 0:
        done = subprocess.run(
            [*command, "--install-desktop"], capture_output=True, text=True, env=environment, check=False
        )
        assert done.returncode == 2
        assert "cannot be written" in done.stderr
