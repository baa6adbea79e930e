"""Giving files to the running program: who is first, what is stale, whom not to trust, how long to wait."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from aidebug_gui.startup import single_instance
from aidebug_gui.startup.single_instance import (
    ANSWER,
    NotUnderstood,
    Request,
    connect_or_listen,
    decoded,
    name_of_this,
    request,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets in files")


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    directory = Path(tmp_path_factory.mktemp("run"))
    directory.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(directory))
    monkeypatch.setattr(single_instance, "LONGEST_SOCKET_PATH", 108 + 32)
    monkeypatch.setattr(single_instance, "WAIT_S", 0.4)
    return directory


class Answering:
    """The running program, as far as answering goes."""

    def __init__(self, listener: socket.socket, answer: bytes = ANSWER) -> None:
        self.heard: list[Request] = []
        self._listener, self._answer = listener, answer
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection, connection.makefile("rb") as lines:
            self.heard.append(decoded(lines.readline()))
            connection.sendall(self._answer)

    def wait(self) -> None:
        self._thread.join(5)


def test_the_second_gives_its_files_to_the_first(tmp_path, monkeypatch):
    first = connect_or_listen([])
    assert first.listener is not None
    program = Answering(first.listener)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    second = connect_or_listen(
        ["a.log", "/b/../c.log", "night shift é.log", b"\xff.log".decode("utf-8", "surrogateescape")]
    )
    assert second.handed_over
    assert second.listener is None
    program.wait()
    assert program.heard[0].token == "token-1"
    names = ("a.log", "/c.log", "night shift é.log", "\udcff.log")
    assert program.heard[0].files == tuple(os.path.join(tmp_path, name) for name in names)
    first.close()


def test_when_the_first_has_gone_the_next_one_is_first(runtime):
    connect_or_listen([]).close()
    assert [path.suffix for path in runtime.iterdir()] == [".lock"]
    again = connect_or_listen([])
    assert again.listener is not None
    again.close()


def test_a_socket_that_a_crash_left_behind_is_stale(runtime):
    code = (
        "import os; from aidebug_gui.startup.single_instance import connect_or_listen\n"
        "print(connect_or_listen([]).listener is not None, flush=True); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "True", done.stderr
    assert (runtime / name_of_this()).is_socket()
    began = time.monotonic()
    instance = connect_or_listen([])
    assert instance.listener is not None
    assert time.monotonic() - began < 0.3
    instance.close()


def test_a_first_one_that_hangs_costs_the_wait_and_no_more():
    first = connect_or_listen([])
    began = time.monotonic()
    second = connect_or_listen(["x.log"])
    assert not second.handed_over
    assert second.listener is None
    assert 0.3 < time.monotonic() - began < 2
    connection, _ = first.listener.accept()
    assert decoded(connection.recv(10_000)).is_late  # it would not open the file a second time
    connection.close()
    first.close()


def test_a_window_of_its_own_asks_nobody():
    first = connect_or_listen([])
    began = time.monotonic()
    own = connect_or_listen(["x.log"], asks=False)
    assert not own.handed_over
    assert own.listener is None
    assert time.monotonic() - began < 0.2
    first.close()
    own = connect_or_listen(["x.log"], asks=False)
    assert own.listener is not None  # nobody was there: later ones come to this one
    own.close()


def test_another_answer_is_no_answer():
    first = connect_or_listen([])
    program = Answering(first.listener, b"nothing\n")
    assert not connect_or_listen([]).handed_over
    program.wait()
    first.close()


def test_another_data_directory_is_another_program(tmp_path, monkeypatch):
    first = connect_or_listen([])
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path))
    other = connect_or_listen([])
    assert other.listener is not None
    for instance in (first, other):
        instance.close()


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_another_screen_is_another_program(variable, monkeypatch):
    name = name_of_this()
    monkeypatch.setenv(variable, "screen-7")
    assert name_of_this() != name
    assert name_of_this({"DISPLAY": ":1"}) == name_of_this({"DISPLAY": ":1.0"})


def test_a_directory_of_somebody_else_is_not_trusted(runtime, tmp_path_factory, monkeypatch):
    runtime.chmod(0o777)  # anybody could have put a socket there
    temporary = tmp_path_factory.mktemp("tmp")  # short: the path of a socket has some 100 bytes
    monkeypatch.setattr(single_instance.tempfile, "gettempdir", lambda: str(temporary))
    instance = connect_or_listen([])
    assert Path(instance.listener.getsockname()).parent == temporary / f"aidebug-{os.getuid()}"
    instance.close()
    (temporary / f"aidebug-{os.getuid()}").chmod(0o755)
    assert connect_or_listen([]) == single_instance.Instance()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can make files of somebody else")
def test_a_socket_of_somebody_else_is_not_talked_to(runtime):
    first = connect_or_listen([])
    os.chown(runtime / name_of_this(), 12345, 12345)
    began = time.monotonic()
    assert not connect_or_listen(["secret-name.log"]).handed_over
    assert time.monotonic() - began < 0.3
    first.listener.setblocking(False)
    with pytest.raises(BlockingIOError):
        first.listener.accept()
    first.close()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 5000,
        b'{"version": 1}',
        json.dumps({"version": 2, "files": [], "token": "", "until": 1}).encode(),
        json.dumps({"version": 1, "files": ["relative.log"], "token": "", "until": 1}).encode(),
        json.dumps({"version": 1, "files": [7], "token": "", "until": 1}).encode(),
        json.dumps({"version": 1, "files": "/a", "token": "", "until": 1}).encode(),
        json.dumps({"version": 1, "files": [], "token": None, "until": 1}).encode(),
        json.dumps({"version": 1, "files": [], "token": "", "until": "soon"}).encode(),
    ],
)
def test_what_is_no_request_is_refused(line):
    with pytest.raises(NotUnderstood):
        decoded(line)


def test_a_request_comes_back():
    asked = request(["/a/b.log"], {"DESKTOP_STARTUP_ID": "x_TIME5"})
    assert decoded(asked.encoded()) == asked
    assert asked.token == "x_TIME5"
    assert not asked.is_late


def test_it_is_over_before_qt():
    code = (
        "import sys, aidebug_gui.startup.start; print([name for name in ('PySide6', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
