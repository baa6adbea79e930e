"""Makes a Flatpak of the bundle in one file: ``flatpak install --user aidebug-....flatpak``. Part of ``make package``.

The manifest (``linux/io.github.aidebug.AiDebug.yml``) is what flatpak-builder takes, but that needs a runtime of some GB
from the network only to copy files. So its commands are carried out here, with ``/app`` being the directory that flatpak
packs; nothing is compiled. Needs flatpak and flatpak-builder, which reads the manifest. Standard library only.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TOOLS = ("flatpak", "flatpak-builder")


def can_be_made() -> bool:
    """Return whether the tools are here."""
    return all(shutil.which(tool) is not None for tool in TOOLS)


def manifest(desktop_id: str) -> dict[str, Any]:
    """Return the manifest, as flatpak-builder reads it. Raises CalledProcessError for one that it does not take."""
    command = ["flatpak-builder", "--show-manifest", HERE / "linux" / f"{desktop_id}.yml"]
    with tempfile.TemporaryDirectory() as scratch:  # it leaves a directory of its own where it runs
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=scratch)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def lay_out(given: dict[str, Any], directory: Path) -> None:
    """Put into ``directory`` what a Flatpak holds: the files of /app and what it says of itself."""
    shutil.rmtree(directory, ignore_errors=True)
    for name in ("files", "var/tmp", "sources"):
        (directory / name).mkdir(parents=True)
    system = output("flatpak", "--default-arch") + "/" + given["runtime-version"]
    words = f"[Application]\nname={given['id']}\nruntime={given['runtime']}/{system}\nsdk={given['sdk']}/{system}\n"
    (directory / "metadata").write_text(words, encoding="utf-8")
    for module in given["modules"]:
        for source in module["sources"]:
            place = (HERE / "linux" / source["path"]).resolve()
            (directory / "sources" / source["dest"]).symlink_to(place)
        for command in module["build-commands"]:
            here = command.replace("/app/", f"{directory / 'files'}/")
            subprocess.run(here, check=True, shell=True, cwd=directory / "sources")
    shutil.rmtree(directory / "sources")


def make(desktop_id: str, directory: Path, target: Path) -> Path:
    """Make the file ``target``; ``directory`` is scratch. Raises CalledProcessError."""
    given = manifest(desktop_id)
    app, repository = directory / "app", directory / "repository"
    shutil.rmtree(repository, ignore_errors=True)
    lay_out(given, app)
    for command in (
        ["flatpak", "build-finish", f"--command={given['command']}", *given["finish-args"], app],
        ["flatpak", "build-export", repository, app, "stable"],
        ["flatpak", "build-bundle", repository, target, desktop_id, "stable"],
    ):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
