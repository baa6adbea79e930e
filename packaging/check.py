"""Tries what ``make package`` built, as somebody who installs it would. ``make package-test``.

On an X server of its own (Xvfb, openbox) with a home of its own: the bundle is started with a log, its window must come
in time and show the records; a double click on a log (``gio open``) must open it through the desktop entry. With
``--install`` (as root) the .deb is installed with apt, used, and removed, and nothing but user data may stay.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import slim
from build import BUNDLE, DESKTOP_ID, DIST, ROOT, megabytes, output, shared_files, version_of_the_program

LOG = ROOT / "resources" / "examples" / "incident.jsonl"
RECORDS = 3176  # of LOG
PATIENCE_S = 60
ATTEMPTS = 3  # of the start that is timed: the first one reads the files from the disk


class Failed(Exception):
    """Something that was built does not do what it should."""


def main() -> int:
    """Try everything that can be tried here; return a process exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="install the .deb with apt, and remove it again")
    options = parser.parse_args()
    missing = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    if missing:
        print(f"missing: {', '.join(missing)}. On Debian: sudo apt-get install xvfb openbox xdotool", file=sys.stderr)
        return 2
    try:
        check_size()
        with screen() as display, home() as environment:
            environment["DISPLAY"] = display
            check_commands(BUNDLE / "aidebug-gui", environment)
            check_start(BUNDLE / "aidebug-gui", environment)
            check_picture(BUNDLE / "aidebug-gui", environment)
            check_flatpak(environment)
            if options.install:
                check_package(environment)
            else:
                print("not tried: the .deb with apt (make package-test INSTALL=1, as root)")
    except Failed as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    print("Windows and macOS were not tried: their files are only held to those of Linux (tests/packaging).")
    return 0


def check_size() -> None:
    budget = slim.rules()["budget"]
    size = megabytes(BUNDLE)
    print(f"size            {size:6.1f} MB unpacked (target {budget['megabytes']}, at most {budget['most_megabytes']})")
    if size > budget["most_megabytes"]:
        raise Failed("the bundle has grown; see packaging/bundle.toml")


def check_commands(program: Path, environment: dict[str, str]) -> None:
    """The commands without a window: reading, the filter language, findings, personal data, Parquet."""
    counted = run([program, "query", LOG, "level>=error", "--count"], environment).strip()
    found = json.loads(run([program, "inspect", LOG, "--json"], environment))
    if found["records"] != RECORDS or not 0 < int(counted) < RECORDS:
        raise Failed(f"inspect tells {found['records']} records, query {counted}")
    run([program, "findings", LOG], environment)
    run([program, "anomalies", LOG], environment, codes=(0, 1))
    masked = Path(environment["HOME"], "masked.parquet")
    run([program, "export", LOG, "--out", masked], environment)
    if json.loads(run([program, "inspect", masked, "--json"], environment))["records"] != RECORDS:
        raise Failed("the Parquet file that was exported cannot be read")
    print(f"commands        {RECORDS} records, {counted} errors")


def check_start(program: Path, environment: dict[str, str]) -> None:
    """The window comes in time and shows the log that was given; a second start gives its file to it."""
    target = slim.rules()["budget"]["start_seconds"]
    times = []
    for _ in range(ATTEMPTS):
        began = time.monotonic()
        process = start([program, LOG], environment)
        window = wait_for_window("AiDebug", environment)
        times.append(time.monotonic() - began)
        wait_for_window(f"{LOG.name} – AiDebug", environment)
        until_log = time.monotonic() - began
        if len(times) == ATTEMPTS:
            second = ROOT / "resources" / "examples" / "server.log"
            run([program, second], environment)
            wait_for_window(f"{second.name} – AiDebug", environment)
        close(window, process, environment)
    best = min(times)
    print(f"window          {best:6.2f} s at best of {ATTEMPTS} (target {target}), the log in it {until_log:.2f} s")
    if best > 4 * target:
        raise Failed("the window comes far too late")


def check_picture(program: Path, environment: dict[str, str]) -> None:
    """The window draws: table, plots and icons, in a picture to look at."""
    picture = DIST / "window.png"
    command = [program, LOG, "--size", "1280x800", "--theme", "dark", "--temp-basedir", "--screenshot", picture]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=300)
    if done.returncode or done.stderr.strip() or picture.stat().st_size < 50_000:
        raise Failed(f"the window is not as it should be, see {picture}\n{done.stderr}")
    print(f"picture         {picture.relative_to(ROOT)}")


def check_flatpak(environment: dict[str, str]) -> None:
    """The file is installed for a user in a scratch directory, its entry starts it with files, and the program runs.

    In its sandbox it is not tried: for that the runtime (some hundred MB) must be there.
    """
    package = next(iter(sorted(DIST.glob(f"aidebug-{version_of_the_program()}-*.flatpak"))), None)
    if package is None:
        print("not tried: the Flatpak (flatpak and flatpak-builder are needed to make it)")
        return
    with tempfile.TemporaryDirectory(prefix="aidebug-check-") as directory:
        place = Path(directory)
        settings = {**environment, "FLATPAK_USER_DIR": directory}
        run(["flatpak", "install", "--user", "--bundle", "--no-deps", "--noninteractive", package], settings)
        entry = (place / "exports/share/applications" / f"{DESKTOP_ID}.desktop").read_text(encoding="utf-8")
        if f"--command=aidebug-gui --file-forwarding {DESKTOP_ID} @@ %F @@" not in entry:
            raise Failed(f"the desktop entry of the Flatpak does not start it with files\n{entry}")
        check_commands(place / "app" / DESKTOP_ID / "current/active/files/bin/aidebug-gui", environment)
    print(f"flatpak         {package.name} ({megabytes(package):.1f} MB), installed; not tried in its sandbox")


# -- the Debian package ----------------------------------------------------------------------------------------------


def check_package(environment: dict[str, str]) -> None:
    """Install with apt, open a log by a double click, remove, look what stays."""
    package = next(iter(sorted(DIST.glob(f"aidebug_{version_of_the_program()}_*.deb"))), None)
    if package is None:
        raise Failed("there is no .deb in dist/")
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "install", "--no-install-recommends", "-y", "-qq", package], settings)
    try:
        paths = output("dpkg", "-L", "aidebug").splitlines()
        missing = [target for target in shared_files().values() if f"/{target}" not in paths]
        if missing:
            raise Failed(f"the package has no {missing[0]}")
        print(f"installed       {package.name} ({megabytes(package):.1f} MB) with apt")
        check_start(Path("/usr/bin/aidebug-gui"), environment)
        check_double_click(environment)
    finally:
        run(["apt-get", "purge", "-y", "-qq", "aidebug"], settings)
    left = [path for path in paths if ("aidebug" in path.lower()) and os.path.lexists(path)]
    if left:
        raise Failed(f"left behind after removing: {', '.join(left)}")
    print("removed         nothing stays but the user's own data")


def check_double_click(environment: dict[str, str]) -> None:
    """Open a log as file managers do: by its kind, through the desktop entry."""
    log = Path(environment["HOME"], "double click.jsonl")
    shutil.copy(LOG, log)
    kind = run(["xdg-mime", "query", "filetype", log], environment).strip()
    default = run(["xdg-mime", "query", "default", kind], environment).strip()
    if (kind, default) != ("application/jsonl", f"{DESKTOP_ID}.desktop"):
        raise Failed(f"{log.name} is {kind or 'unknown'}, opened with {default or 'nothing'}")
    for opener in (["gio", "open"], ["xdg-open"]):
        process = start([*opener, log], environment)
        window = wait_for_window(f"{log.name} – AiDebug", environment)
        close(window, process, environment)
        print(f"double click    {' '.join(opener)} opened {log.name!r}")


# -- the machine -----------------------------------------------------------------------------------------------------


@contextmanager
def screen() -> Iterator[str]:
    """An X server without a screen, with a window manager; yields its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        name = f":{answer.readline().strip()}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, **quiet)
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


@contextmanager
def home() -> Iterator[dict[str, str]]:
    """Yield the environment of a user who has nothing yet."""
    with tempfile.TemporaryDirectory(prefix="aidebug-check-") as directory:
        left_out = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "XAUTHORITY")
        environment = {name: value for name, value in os.environ.items() if name not in left_out}
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            Path(directory, name).mkdir(mode=0o700)
            environment[name] = str(Path(directory, name))
        yield {**environment, "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": "1"}


def run(command: list[str | Path], environment: dict[str, str], codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, timeout=300, cwd=tempfile.gettempdir()
    )
    if done.returncode not in codes:
        raise Failed(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def start(command: list[str | Path], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, cwd=tempfile.gettempdir(), start_new_session=True)


def wait_for_window(title: str, environment: dict[str, str]) -> str:
    """Return the number of the visible window with this title."""
    end = time.monotonic() + PATIENCE_S
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < end:
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
        if done.stdout.strip():
            return done.stdout.split()[0]
        time.sleep(0.02)
    raise Failed(f"no window {title!r} came in {PATIENCE_S} s")


def close(window: str, process: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
    """Quit as a user does, with the keyboard; whatever stays is ended."""
    subprocess.run(["xdotool", "windowactivate", "--sync", window, "key", "ctrl+q"], check=False, env=environment)
    end = time.monotonic() + PATIENCE_S
    command = ["xdotool", "search", "--onlyvisible", "--name", "AiDebug"]
    while time.monotonic() < end:
        if not subprocess.run(command, check=False, capture_output=True, env=environment).stdout.strip():
            break
        time.sleep(0.05)
    try:
        process.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise Failed("the program does not quit") from None


if __name__ == "__main__":
    sys.exit(main())
