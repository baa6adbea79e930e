"""One running program: a later start gives its files to the first one and ends. Standard library only, before Qt.

The first start of a user, for one data directory and one screen, holds a lock for as long as it lives and listens on a
socket beside it. The lock says whether somebody is there: a socket that a crash left behind is stale by definition, and
two starts at the same moment cannot both be the first. The listening socket exists before Qt is imported, so a start in
that half second waits for its answer instead of opening a second window.

On Windows Python has no such sockets: there the question is postponed until Qt is there (``ui/process/running.py``), with the same
lock, the same requests and the same patience.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from aidebug_gui.resources import state_directory

if sys.platform != "win32":
    import fcntl

VERSION = 1
WAIT_S = 2.0
RETRY_S = 0.02
MOST_BYTES = 4_000_000
LONGEST_SOCKET_PATH = 100  # bytes; the kernel takes 108
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
ANSWER = b"taken\n"


class NotUnderstood(ValueError):
    """A message that is no request, or one of another version."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a later start asks for. ``files``: absolute paths; ``token``: the right to come to the front.

    ``until``: the time (s) of the clock all processes share after which the sender no longer waits, and has opened a
    window of its own.
    """

    files: tuple[str, ...]
    token: str
    until: float

    def encoded(self) -> bytes:
        """Return the request as one line."""
        return json.dumps({"version": VERSION, **asdict(self)}).encode() + b"\n"

    @property
    def is_late(self) -> bool:
        return time.monotonic() > self.until


def decoded(line: bytes) -> Request:
    """Read a request. Raises NotUnderstood."""
    try:
        found = json.loads(line)
        files, token, until = found["files"], found["token"], found["until"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotUnderstood("no request") from None
    if found.get("version") != VERSION:
        raise NotUnderstood("a request of another version")
    named = isinstance(files, list) and all(isinstance(name, str) and os.path.isabs(name) for name in files)
    if not named or not isinstance(token, str) or not isinstance(until, int | float):
        raise NotUnderstood("a request that makes no sense")
    return Request(tuple(files), token, float(until))


def request(files: Sequence[str | os.PathLike[str]], environment: Mapping[str, str] = os.environ) -> Request:
    """Return the request to open files, which may be relative to this process's directory."""
    token = next((environment[name] for name in TOKENS if environment.get(name)), "")
    return Request(tuple(os.path.abspath(name) for name in files), token, time.monotonic() + WAIT_S)


@dataclass(slots=True)
class Instance:
    """What came of looking for the running program.

    ``handed_over``: it took the files. ``listener``: there was none, and later ones will connect here; ``name``: the same
    where sockets have names. Neither: there is no talking to it (it hangs, or it is not ours); open a window and leave it
    alone. ``postponed``: what is to be asked when Qt is there; ``asks``: whether it is asked, or only a place is taken.
    ``unlock``: lets go of a lock of Qt's.
    """

    handed_over: bool = False
    listener: socket.socket | None = None
    lock: int = -1
    name: str = ""
    postponed: Request | None = None
    asks: bool = True
    unlock: Callable[[], None] | None = None

    def stop_listening(self) -> None:
        """Take no more requests: who asks now waits until :meth:`close`, and is the running program then."""
        if self.listener is not None:
            with contextlib.suppress(OSError):
                os.unlink(self.listener.getsockname())
            self.listener.close()
            self.listener = None

    def close(self) -> None:
        """Stop being the running program."""
        self.stop_listening()
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1
        if self.unlock is not None:
            self.unlock()
            self.unlock = None


def name_of_this(environment: Mapping[str, str] = os.environ) -> str:
    """Return the name under which the running program is found: of this user, data directory and screen."""
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY", "").removesuffix(".0")
    user = str(os.getuid()) if sys.platform != "win32" else environment.get("USERNAME", "")
    key = "\n".join((user, str(state_directory().absolute()), environment.get("QT_QPA_PLATFORM", ""), screen))
    return "aidebug-" + hashlib.blake2b(key.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def postpone(files: Sequence[str | os.PathLike[str]], *, asks: bool = True) -> Instance:
    """Return an instance that asks when Qt is there, see ``connect_or_listen_by_name`` in ``ui/process/running.py``."""
    return Instance(postponed=request(files), asks=asks)


if sys.platform == "win32":
    connect_or_listen = postpone
else:

    def connect_or_listen(files: Sequence[str | os.PathLike[str]], *, asks: bool = True) -> Instance:
        """Give files to the running program, or become it. Takes at most WAIT_S, and a millisecond as a rule.

        ``asks``: False for a window of its own, whoever runs already.
        """
        directory = _directory()
        if directory is None:
            return Instance()
        path = directory / name_of_this()
        asked = request(files)
        while not asked.is_late:
            lock = _locked(path.with_suffix(".lock"))
            if lock is not None:
                return _become(path, lock)
            if not asks:
                break
            answered = _ask(path, asked)
            if answered is not None:
                return Instance(handed_over=answered)
            time.sleep(RETRY_S)  # it is starting, or ending
        return Instance()

    def _directory() -> Path | None:
        """Return a directory in which nobody else can put a socket, None if there is none."""
        runtime = os.environ.get("XDG_RUNTIME_DIR")
        if runtime and (sandbox := os.environ.get("FLATPAK_ID")):
            runtime = os.path.join(runtime, "app", sandbox)  # the one place that all sandboxes of a program share
        if runtime and _is_private(Path(runtime)) and len(os.fsencode(runtime)) + 32 < LONGEST_SOCKET_PATH:
            return Path(runtime)
        own = Path(tempfile.gettempdir(), f"aidebug-{os.getuid()}")
        with contextlib.suppress(OSError):
            own.mkdir(mode=0o700)
        return own if _is_private(own) else None

    def _is_private(directory: Path) -> bool:
        try:
            found = directory.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077

    def _locked(path: Path) -> int | None:
        """Return the descriptor of a lock that is now ours, None if somebody holds it."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return descriptor

    def _become(path: Path, lock: int) -> Instance:
        """Listen where later starts look; what lies there is stale."""
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
            listener.bind(str(path))
            os.chmod(path, 0o600)
            listener.listen(16)
        except OSError:
            listener.close()
            os.close(lock)
            return Instance()
        return Instance(listener=listener, lock=lock)

    def _ask(path: Path, asked: Request) -> bool | None:
        """Return whether the running program took the request, None if nobody listens there (yet, or any more)."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(max(0.001, asked.until - time.monotonic()))
            try:
                if path.lstat().st_uid != os.getuid():
                    return False
                connection.connect(str(path))
            except (FileNotFoundError, ConnectionRefusedError):
                return None
            except OSError:
                return False
            try:
                connection.sendall(asked.encoded())
                return connection.recv(len(ANSWER)) == ANSWER
            except OSError:
                return False
