"""The ear of the running program: what it opens, and what it does not listen to."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QWidget

from aidebug_gui import handover
from aidebug_gui.handover import ANSWER, Meeting, meet, request
from aidebug_gui.ui.application import name_for_taskbar
from aidebug_gui.ui.running import RunningProgram, bring_to_front, hand_over_by_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets in files")
TIMEOUT_MS = 20_000


@pytest.fixture
def running(qtbot, tmp_path_factory, monkeypatch):
    directory = Path(tmp_path_factory.mktemp("run"))
    directory.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(directory))
    monkeypatch.setattr(handover, "LONGEST_SOCKET_PATH", 108 + 32)
    program = RunningProgram(meet([]))
    yield program
    program.close()
    assert [path.suffix for path in directory.iterdir()] == [".lock"]


def second_start(files: list[str]) -> tuple[threading.Thread, list[Meeting]]:
    came: list[Meeting] = []
    thread = threading.Thread(target=lambda: came.append(meet(files)))
    thread.start()
    return thread, came


def test_a_second_start_gives_its_files(running, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token")
    opened, tokens = [], []
    running.files_asked.connect(opened.append)
    running.came.connect(tokens.append)
    thread, came = second_start(["/a/b.log", "/c.jsonl"])
    qtbot.waitUntil(lambda: tokens == ["token"], timeout=TIMEOUT_MS)
    thread.join(5)
    assert came[0].handed_over
    assert opened == [[Path("/a/b.log"), Path("/c.jsonl")]]


def test_many_starts_at_once(running, qtbot):
    opened = []
    running.files_asked.connect(opened.extend)
    starts = [second_start([f"/{number}.log"]) for number in range(8)]
    qtbot.waitUntil(lambda: len(opened) == 8, timeout=TIMEOUT_MS)
    for thread, _ in starts:
        thread.join(5)
    assert sorted(opened) == [Path(f"/{number}.log") for number in range(8)]


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
    running.came.connect(opened.append)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(running._meeting.listener.getsockname())
        connection.sendall(line)
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

        qtbot.waitUntil(answered, timeout=TIMEOUT_MS)
    assert answers == [b""]
    assert opened == []
    with qtbot.waitSignal(running.came, timeout=TIMEOUT_MS):  # it still listens
        second_start([])[0].join(0.1)


def test_the_way_through_qt_where_python_has_no_such_sockets(running, qtbot):
    opened = []
    running.files_asked.connect(opened.extend)
    code = (
        "import sys; from aidebug_gui.handover import request; from aidebug_gui.ui.running import hand_over_by_name\n"
        "sys.exit(0 if hand_over_by_name(request(['/x.log']), sys.argv[1]) else 1)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, running._meeting.listener.getsockname()])
    qtbot.waitUntil(lambda: opened == [Path("/x.log")], timeout=TIMEOUT_MS)
    assert other.wait(60) == 0


def test_nobody_answers_through_qt(tmp_path):
    assert not hand_over_by_name(request([]), str(tmp_path / "nobody"))


def test_a_window_comes_to_the_front(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "token")
    assert not window.isMinimized()
    assert window.isVisible()


def test_no_listener_is_no_problem(qtbot):
    program = RunningProgram(Meeting())
    assert not program.listens
    program.close()
    assert ANSWER.endswith(b"\n")
    assert isinstance(program._server, QLocalServer)


class _Shell32:
    """What Windows has and this system has not."""

    def __init__(self) -> None:
        self.shell32 = self
        self.named: list[str] = []

    def SetCurrentProcessExplicitAppUserModelID(self, name) -> None:
        self.named.append(name.value)


def test_the_task_bar_of_windows_knows_the_program():
    windows = _Shell32()
    name_for_taskbar("win32", windows)
    assert windows.named == ["io.github.aidebug.AiDebug"]
    name_for_taskbar("linux", windows)
    name_for_taskbar("darwin", windows)
    assert len(windows.named) == 1
