"""Takes the files of later starts and brings the window to the front, see ``startup/single_instance.py``.

Where Python has no sockets for it (Windows), all of it takes place here: a QLockFile says whether somebody is
there, and the request goes through a named pipe. QLocalServer has names on every system, so it is tested on all.
"""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import struct
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from aidebug_gui.startup.single_instance import (
    ANSWER,
    MOST_BYTES,
    RETRY_S,
    Instance,
    NotUnderstood,
    Request,
    decoded,
    name_of_this,
)

log = logging.getLogger(__name__)
_ANY_PROCESS = -1  # Windows: ASFW_ANY


class RunningProgram(QObject):
    """Listens for later starts.

    Signals:
        files_requested(list): absolute paths to open; may be none.
        activated(str): the program was started again; the token that lets the window come to the front.
    """

    files_requested = Signal(list)
    activated = Signal(str)

    def __init__(self, instance: Instance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._instance = instance
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if instance.listener is not None:
            self.listens = self._server.listen(os.dup(instance.listener.fileno()))  # Qt closes its own
        elif instance.name:
            QLocalServer.removeServer(instance.name)  # what a crash left: we hold the lock
            self.listens = self._server.listen(instance.name)
        else:
            self.listens = False
        if not self.listens:
            log.info("later starts open windows of their own")

    def stop_listening(self) -> None:
        """The program is ending: take nothing that it would not open any more."""
        self._server.close()
        self._instance.stop_listening()

    def close(self) -> None:
        """Let the next start be the running program."""
        self.stop_listening()
        self._instance.close()

    def _on_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.readyRead.connect(self._on_ready)
            connection.disconnected.connect(connection.deleteLater)
            if connection.bytesAvailable():
                self._read(connection)

    def _on_ready(self) -> None:
        connection = self.sender()
        if isinstance(connection, QLocalSocket):
            self._read(connection)

    def _read(self, connection: QLocalSocket) -> None:
        if not connection.canReadLine():
            if connection.bytesAvailable() > MOST_BYTES:
                connection.abort()
            return
        line = bytes(connection.readLine(MOST_BYTES).data())
        try:
            asked = decoded(line)
        except NotUnderstood as problem:
            log.warning("a later start sent %s", problem)
            connection.abort()
            return
        if not self._server.isListening() or asked.is_late or not _is_ours(connection):
            connection.abort()
            return
        connection.write(ANSWER)
        connection.flush()
        connection.disconnectFromServer()
        log.info("a later start asks for %d files", len(asked.files))
        self.files_requested.emit([Path(name) for name in asked.files])
        self.activated.emit(asked.token)


def _is_ours(connection: QLocalSocket) -> bool:
    """Return whether the other end is a process of the same user; the directory's rights say so already."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    with socket.socket(fileno=os.dup(int(connection.socketDescriptor()))) as end:
        credentials = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", credentials)[1] == os.getuid())


def connect_or_listen_by_name(instance: Instance) -> None:
    """Ask what was postponed: give the files to the running program, or become it; see ``connect_or_listen``.

    Afterwards ``instance`` says what came of it.
    """
    asked, name = instance.postponed, name_of_this()
    if asked is None:
        return
    lock = QLockFile(os.path.join(tempfile.gettempdir(), f"{name}.lock"))
    lock.setStaleLockTime(0)  # it is stale when its process is gone, however old it is
    while not asked.is_late:
        if lock.tryLock(0):
            instance.name, instance.unlock = name, lock.unlock
            return
        if not instance.asks:
            return
        answered = _ask_by_name(asked, name)
        if answered is not None:
            instance.handed_over = answered
            return
        time.sleep(RETRY_S)  # it is starting, or ending


def _ask_by_name(asked: Request, name: str) -> bool | None:
    """Return whether the running program took the request, None if nobody listens there (yet, or any more)."""
    connection = QLocalSocket()
    connection.connectToServer(name)
    if not connection.waitForConnected(_remaining_ms(asked)):
        return None
    allow_foreground()
    connection.write(asked.encoded())
    connection.waitForBytesWritten(_remaining_ms(asked))
    answer = b""
    while len(answer) < len(ANSWER) and connection.waitForReadyRead(_remaining_ms(asked)):
        answer += connection.readAll().data()
    return answer == ANSWER


def _remaining_ms(asked: Request) -> int:
    return max(1, int((asked.until - time.monotonic()) * 1000))


def allow_foreground(platform: str = sys.platform, windows: Any = None) -> None:
    """Let the running program put its window over this one's: Windows allows that only who was started last."""
    if platform == "win32":
        windows = windows or ctypes.windll  # type: ignore[attr-defined]  # there only
        windows.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def bring_to_front(window: QWidget, token: str) -> None:
    """Show the window over all others, as far as the desktop lets it.

    Wayland lets a window come to the front only with a token of the program that was clicked; Qt's plug-in takes it
    from the environment when the window asks to be activated.
    """
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)
