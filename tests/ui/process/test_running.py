"""The ear of the running program: what it opens, and what it does not listen to."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from aidebug_gui.startup import single_instance
from aidebug_gui.startup.single_instance import ANSWER, Instance, connect_or_listen, postpone, request
from aidebug_gui.ui.process.application import name_for_taskbar
from aidebug_gui.ui.process.running import (
    RunningProgram,
    allow_foreground,
    bring_to_front,
    connect_or_listen_by_name,
)

PATIENCE_S = 60.0  # two seconds, as in use, are too few on a busy machine
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets in files")


@pytest.fixture
def running(qtbot, tmp_path_factory, monkeypatch):
    directory = Path(tmp_path_factory.mktemp("run"))
    directory.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(directory))
    monkeypatch.setattr(single_instance, "LONGEST_SOCKET_PATH", 108 + 32)
    monkeypatch.setattr(single_instance, "WAIT_S", PATIENCE_S)
    program = RunningProgram(connect_or_listen([]))
    yield program
    program.close()
    assert [path.suffix for path in directory.iterdir()] == [".lock"]


def second_start(files: list[str]) -> tuple[threading.Thread, list[Instance]]:
    activated: list[Instance] = []
    thread = threading.Thread(target=lambda: activated.append(connect_or_listen(files)))
    thread.start()
    return thread, activated


def answer(qtbot, connection: socket.socket) -> bytes:
    """Return what the running program answers, empty where it only hangs up."""
    connection.settimeout(0.01)
    answers = []

    def answered() -> bool:
        try:
            answers.append(connection.recv(100))
        except TimeoutError:
            return False
        except ConnectionResetError:
            answers.append(b"")
        return True

    qtbot.waitUntil(answered)
    return answers[0]


def test_a_second_start_gives_its_files(running, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token")
    opened, tokens = [], []
    running.files_requested.connect(opened.append)
    running.activated.connect(tokens.append)
    thread, activated = second_start(["/a/b.log", "/c.jsonl"])
    qtbot.waitUntil(lambda: tokens == ["token"])
    thread.join(PATIENCE_S)
    assert activated[0].handed_over
    assert opened == [[Path("/a/b.log"), Path("/c.jsonl")]]


def test_many_starts_at_once(running, qtbot):
    opened = []
    running.files_requested.connect(opened.extend)
    starts = [second_start([f"/{number}.log"]) for number in range(8)]
    qtbot.waitUntil(lambda: len(opened) == 8)
    for thread, _ in starts:
        thread.join(PATIENCE_S)
    assert sorted(opened) == [Path(f"/{number}.log") for number in range(8)]


def test_a_program_that_ends_takes_nothing_and_the_start_is_the_next_one(running, qtbot):
    opened = []
    running.files_requested.connect(opened.append)
    path = running._instance.listener.getsockname()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        qtbot.waitUntil(lambda: bool(running.findChildren(QLocalSocket)))
        running.stop_listening()
        connection.sendall(request(["/asked.log"]).encoded())
        assert answer(qtbot, connection) == b""
    thread, activated = second_start(["/a/b.log"])
    qtbot.wait(50)
    assert activated == [], "it waits until the other is gone"
    running.close()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert opened == []
    assert activated[0].listener is not None
    activated[0].close()


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense\n",
        b"\n",
        json.dumps({"version": 1, "files": ["/late.log"], "token": "", "until": time.monotonic() - 9}).encode() + b"\n",
    ],
    ids=["no JSON", "nothing", "too late"],  # the workers of a run must agree on the names
)
def test_what_is_no_request_opens_nothing(running, qtbot, line):
    opened = []
    running.activated.connect(opened.append)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(running._instance.listener.getsockname())
        connection.sendall(line)
        assert answer(qtbot, connection) == b""
    assert opened == []
    with qtbot.waitSignal(running.activated):  # it still listens
        second_start([])[0].join(0.1)


# -- by name, as on Windows ------------------------------------------------------------------------------------------

START_BY_NAME = """
import sys
import aidebug_gui.startup.single_instance, aidebug_gui.startup.start
aidebug_gui.startup.single_instance.WAIT_S = 60  # Qt may take longer than two seconds to load on a busy machine
aidebug_gui.startup.start.connect_or_listen = aidebug_gui.startup.single_instance.postpone
from aidebug_gui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def named(qtbot, tmp_path, monkeypatch):
    """A first start by name; what listens, and the environment of those that are to find it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for variable in ("TMPDIR", "AIDEBUG_BASEDIR"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(single_instance, "WAIT_S", PATIENCE_S)
    first = postpone([])
    connect_or_listen_by_name(first)
    assert first.name
    assert not first.handed_over
    program = RunningProgram(first)
    assert program.listens
    yield program
    program.close()


def test_a_second_start_by_name_gives_its_files_and_opens_no_window(named, qtbot):
    opened, tokens = [], []
    named.files_requested.connect(opened.extend)
    named.activated.connect(tokens.append)
    command = [sys.executable, "-c", START_BY_NAME, "/x.log", "/y z.jsonl"]
    other = subprocess.Popen(command, env={**os.environ, "XDG_ACTIVATION_TOKEN": "token"})
    qtbot.waitUntil(lambda: tokens == ["token"])
    assert opened == [Path("/x.log"), Path("/y z.jsonl")]
    assert other.wait(60) == 0


def test_a_new_window_by_name_asks_nobody_and_leaves_the_first_its_place(named):
    second = postpone(["/x.log"], asks=False)
    connect_or_listen_by_name(second)
    assert (second.handed_over, second.name, second.unlock) == (False, "", None)
    assert not RunningProgram(second).listens


def test_when_the_first_has_ended_the_next_takes_its_place(named):
    name = named._instance.name
    named.close()
    next_one = postpone([])
    connect_or_listen_by_name(next_one)
    assert next_one.name == name
    next_one.close()
    assert QLockFile(os.path.join(tempfile.gettempdir(), f"{name}.lock")).tryLock(0)


def test_a_program_that_hangs_is_left_alone_by_name(named, monkeypatch):
    """Its pipe takes the connection, and nobody reads: here because this thread waits for the answer."""
    monkeypatch.setattr(single_instance, "WAIT_S", 0.3)
    second = postpone(["/x.log"])
    connect_or_listen_by_name(second)
    assert (second.handed_over, second.name) == (False, "")


def test_what_a_crash_left_by_name_is_no_hindrance(tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    code = (
        "import os; from aidebug_gui.startup.single_instance import postpone; from aidebug_gui.ui.process.running import *\n"
        "instance = postpone([]); connect_or_listen_by_name(instance); program = RunningProgram(instance); os._exit(9)"
    )
    environment = {**os.environ, "AIDEBUG_BASEDIR": str(tmp_path)}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment, timeout=60).returncode == 9
    assert len([path for path in tmp_path.iterdir() if path.name.startswith("aidebug-")]) == 2
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path))
    instance = postpone([])
    connect_or_listen_by_name(instance)
    program = RunningProgram(instance)
    assert program.listens
    program.close()


def test_a_window_comes_to_the_front(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "token")
    assert not window.isMinimized()
    assert window.isVisible()


def test_no_listener_is_no_problem(qtbot):
    program = RunningProgram(Instance())
    assert not program.listens
    program.close()
    assert ANSWER.endswith(b"\n")
    assert isinstance(program._server, QLocalServer)


class _Shell32:
    """What Windows has and this system has not."""

    def __init__(self) -> None:
        self.shell32 = self.user32 = self
        self.named: list[str] = []
        self.allowed: list[int] = []

    def AllowSetForegroundWindow(self, process) -> None:
        self.allowed.append(process)

    def SetCurrentProcessExplicitAppUserModelID(self, name) -> None:
        self.named.append(name.value)


def test_the_task_bar_of_windows_knows_the_program():
    windows = _Shell32()
    name_for_taskbar("win32", windows)
    assert windows.named == ["io.github.aidebug.AiDebug"]
    allow_foreground("win32", windows)
    allow_foreground("linux", windows)
    assert windows.allowed == [-1]
    name_for_taskbar("linux", windows)
    name_for_taskbar("darwin", windows)
    assert len(windows.named) == 1
