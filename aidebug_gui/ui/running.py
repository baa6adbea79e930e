"""The running program's ear: takes the files of later starts and brings the window to the front (see ``handover.py``)."""

from __future__ import annotations

import logging
import os
import socket
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from aidebug_gui.handover import ANSWER, MOST_BYTES, WAIT_S, Meeting, NotUnderstood, Request, decoded, name_of_this

log = logging.getLogger(__name__)


class RunningProgram(QObject):
    """Listens for later starts.

    Signals:
        files_asked(list): absolute paths to open; may be none.
        came(str): somebody started the program again; the token that lets the window come to the front.
    """

    files_asked = Signal(list)
    came = Signal(str)

    def __init__(self, meeting: Meeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if meeting.listener is not None:
            self.listens = self._server.listen(os.dup(meeting.listener.fileno()))  # Qt closes its own
        else:
            self.listens = sys.platform == "win32" and self._server.listen(name_of_this())
        if not self.listens:
            log.info("later starts open windows of their own")

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
        self._meeting.close()

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
        if asked.is_late or not _is_ours(connection):
            connection.abort()
            return
        connection.write(ANSWER)
        connection.flush()
        connection.disconnectFromServer()
        log.info("a later start asks for %d files", len(asked.files))
        self.files_asked.emit([Path(name) for name in asked.files])
        self.came.emit(asked.token)


def _is_ours(connection: QLocalSocket) -> bool:
    """Tell whether the other end is a process of the same user; the directory's rights say so already."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    with socket.socket(fileno=os.dup(int(connection.socketDescriptor()))) as end:
        told = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", told)[1] == os.getuid())


def hand_over_by_name(asked: Request, name: str) -> bool:
    """Give a request to the running program through Qt, for systems where Python has no such sockets."""
    connection = QLocalSocket()
    wait_ms = int(WAIT_S * 1000)
    connection.connectToServer(name)
    if not connection.waitForConnected(wait_ms):
        return False
    connection.write(asked.encoded())
    connection.waitForBytesWritten(wait_ms)
    return connection.waitForReadyRead(wait_ms) and connection.readAll().data() == ANSWER


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
