"""Builds what people install: the program in one directory, a .tar.gz, a .deb and a .flatpak of it. ``make package``.

Works in an environment of its own (``build/package-venv``) with PyInstaller and what the program needs, so that nothing
of a developer's environment gets into it. Standard library only.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import time
from email.utils import formatdate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import flatpak
from bootstrap import DEBIAN_PACKAGES

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
VENV = BUILD / "package-venv"
WHEELS = BUILD / "wheels"
PIP = "pip>=23.1"  # older ones (Debian 12 has 23.0) keep only the last of several settings of a build, and know no -C
BUNDLE = DIST / "aidebug-gui"
DESKTOP_ID = "io.github.aidebug.AiDebug"
DESKTOP = ROOT / "resources" / "desktop"
LINUX = ROOT / "packaging" / "linux"
ON_EVERY_SYSTEM = re.compile(r"^(ld-linux|linux-vdso|lib(c|m|dl|rt|pthread|util|resolv)\.so)")
MAINTAINER = "AiDebug contributors <aidebug@localhost>"

MORE_PACKAGES = {
    "libexpat.so.1": "libexpat1",  # Debian's own Python is linked against it, and fontconfig has it anyway
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
}


def main() -> int:
    """Build everything that can be built here; return a process exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep-bundle", action="store_true", help="package the bundle of dist/ as it is")
    options = parser.parse_args()
    version = version_of_the_program()
    if not options.keep_bundle:
        freeze()
    made = [BUNDLE, pack(version)]
    if sys.platform.startswith("linux") and shutil.which("dpkg-deb"):
        made.append(debian_package(version))
    if sys.platform.startswith("linux") and flatpak.can_be_made():
        target = DIST / f"aidebug-{version}-{platform.machine()}.flatpak"
        made.append(flatpak.make(DESKTOP_ID, BUILD / "flatpak", target))
    for path in made:
        print(f"{megabytes(path):7.1f} MB  {path.relative_to(ROOT)}")
    return 0


def version_of_the_program() -> str:
    text = (ROOT / "aidebug_gui" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("aidebug_gui/__init__.py says no version")
    return found.group(1)


def freeze() -> None:
    """Make the bundle with PyInstaller."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Creating {VENV} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    pip: list[str | Path] = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
    subprocess.run([*pip, "--upgrade", PIP], check=True)
    subprocess.run([*pip, "pyinstaller>=6.10", ROOT], check=True)
    # The project is read from this directory: what is installed above is only there for what it needs.
    subprocess.run([python, "-m", "pip", "uninstall", "--quiet", "--yes", "aidebug-gui"], check=True)
    install_small_numpy(python)
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", DIST]
    command += ["--workpath", BUILD / "pyinstaller", ROOT / "packaging" / "aidebug.spec"]
    print("Freezing the program (some minutes) ...", flush=True)
    subprocess.run(command, check=True, cwd=ROOT)


def install_small_numpy(python: Path) -> None:
    """Build NumPy without BLAS where there is a C compiler (some minutes, once for each version).

    Its wheel brings 27 MB of OpenBLAS and the Fortran library. The program multiplies and decomposes small matrices
    only: ``svd`` of 20,000 x 32 takes 56 ms instead of 33, and that is the largest.
    """
    if not sys.platform.startswith("linux") or shutil.which("cc") is None:
        print("no C compiler here: NumPy keeps its BLAS, and the bundle is 27 MB larger", flush=True)
        return
    version = output(str(python), "-c", "import numpy; print(numpy.__version__)")
    wheel = next(iter(WHEELS.glob(f"numpy-{version}-cp{sys.version_info.major}{sys.version_info.minor}-*.whl")), None)
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    if wheel is None:
        print("Building NumPy without BLAS (some minutes) ...", flush=True)
        options = [f"-Csetup-args=-D{option}" for option in ("allow-noblas=true", "blas=none", "lapack=none")]
        command = [*pip, "wheel", "--no-deps", "--no-binary", "numpy", f"numpy=={version}", *options, "-w", WHEELS]
        subprocess.run(command, check=True)
        wheel = next(WHEELS.glob(f"numpy-{version}-*.whl"))
    subprocess.run([*pip, "install", "--no-deps", "--force-reinstall", wheel], check=True)


def pack(version: str) -> Path:
    """Put the bundle into one file, for systems without a package of their own."""
    target = DIST / f"aidebug-{version}-{sys.platform}-{platform.machine()}.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=1) as archive:
        archive.add(BUNDLE, f"aidebug-{version}")
    return target


# -- Debian ----------------------------------------------------------------------------------------------------------


def debian_package(version: str) -> Path:
    """Make a .deb of the bundle; what it depends on is read from the libraries in it."""
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(BUNDLE, root / "usr/lib/aidebug", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/aidebug-gui").symlink_to("../lib/aidebug/aidebug-gui")
    for source, target in shared_files().items():
        place = root / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    for text, target in written_files(version).items():
        place = root / target
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    set_rights(root)
    architecture = output("dpkg", "--print-architecture")
    control = root / "DEBIAN"
    control.mkdir(mode=0o755)
    size_kb = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    (control / "control").write_text(control_file(version, architecture, size_kb), encoding="utf-8")
    target = DIST / f"aidebug_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "--build", "-Zxz", "-z1", root, target],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target


def shared_files() -> dict[Path, str]:
    """Return where the files for the desktop and the licence go, relative to the root of the system."""
    found = {
        DESKTOP / f"{DESKTOP_ID}.desktop": f"usr/share/applications/{DESKTOP_ID}.desktop",
        DESKTOP / f"{DESKTOP_ID}.metainfo.xml": f"usr/share/metainfo/{DESKTOP_ID}.metainfo.xml",
        DESKTOP / f"{DESKTOP_ID}.mime.xml": f"usr/share/mime/packages/{DESKTOP_ID}.xml",
        ROOT / "LICENSE": "usr/share/doc/aidebug/copyright",
        ROOT / "packaging" / "THIRD_PARTY.md": "usr/share/doc/aidebug/THIRD_PARTY.md",
        LINUX / "lintian-overrides": "usr/share/lintian/overrides/aidebug",
    }
    for icon in (DESKTOP / "icons").glob("*/*.svg"):
        found[icon] = f"usr/share/icons/hicolor/scalable/{icon.parent.name}/{icon.name}"
    return found


def written_files(version: str) -> dict[str, str]:
    """Return text -> place of the files that are packed with gzip: what changed, and the manual page."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    changes = (
        f"aidebug ({version}) unstable; urgency=medium\n\n  * What changed is told in CHANGELOG.md of the source.\n\n"
    )
    changes += f" -- {MAINTAINER}  {formatdate(seconds, localtime=False).replace('-0000', '+0000')}\n"
    manual = (LINUX / "aidebug-gui.1").read_text(encoding="utf-8")
    return {changes: "usr/share/doc/aidebug/changelog.gz", manual: "usr/share/man/man1/aidebug-gui.1.gz"}


def control_file(version: str, architecture: str, size_kb: int) -> str:
    lines = [
        "Package: aidebug",
        f"Version: {version}",
        f"Architecture: {architecture}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size_kb}",
        f"Depends: {', '.join(debian_depends(BUNDLE))}",
        "Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme, librsvg2-common",
        "Section: devel",
        "Priority: optional",
        "Description: viewer for the logs of AI applications",
        " Opens logs as a table with one colour per level, draws the scores and",
        " latencies in them on the same time axis, and finds records with one short",
        " filter language.",
        " Logs are only read, and nothing leaves the machine.",
    ]
    return "\n".join(lines) + "\n"


def debian_depends(bundle: Path) -> list[str]:
    """Return the packages that bring the libraries which the bundle needs and does not have."""
    libraries = [path for path in bundle.rglob("*") if path.is_file() and ".so" in path.name] + [bundle / "aidebug-gui"]
    inside = {path.name for path in bundle.rglob("*.so*")}
    needed: set[str] = set()
    for path in libraries:
        listing = output("readelf", "-d", str(path), check=False)
        needed.update(re.findall(r"\(NEEDED\).*\[(.+)\]", listing))
    outside = sorted(name for name in needed - inside if not ON_EVERY_SYSTEM.match(name))
    packages = {**DEBIAN_PACKAGES, **MORE_PACKAGES}
    unknown = [name for name in outside if name not in packages]
    if unknown:
        raise SystemExit(f"no Debian package is known for {', '.join(unknown)}: see packaging/bootstrap.py")
    glibc = platform.libc_ver()[1]
    return [f"libc6 (>= {glibc})", *sorted({with_newer_name(packages[name]) for name in outside})]


def with_newer_name(package: str) -> str:
    """Return an alternative that also fits releases in which the package was renamed (64-bit time)."""
    return f"{package} | {package}t64" if package in ("libglib2.0-0",) else package


def set_rights(root: Path) -> None:
    """Give files the rights that Debian wants, whatever this user's are."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            is_program = path.is_dir() or path.name == "aidebug-gui"
            path.chmod(0o755 if is_program else 0o644)


def output(*command: str, check: bool = True) -> str:
    done = subprocess.run(command, check=check, capture_output=True, text=True)
    return done.stdout.strip()


def megabytes(path: Path) -> float:
    """Return the size of a file or of all files in a directory, in units of 2**20 bytes."""
    if path.is_file():
        return path.stat().st_size / 2**20
    return sum(found.lstat().st_size for found in path.rglob("*") if found.is_file() and not found.is_symlink()) / 2**20


if __name__ == "__main__":
    sys.exit(main())
