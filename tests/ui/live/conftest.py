"""A window that listens on a port of its own, and something that sends there."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator

import pytest

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.ui.live.received_log import LiveLog
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.main_window import MainWindow


class Sender:
    """Sends numbered records to the tab that listens."""

    def __init__(self, view: LogView, qtbot: object) -> None:
        self.view = view
        self.sent = 0
        self._qtbot = qtbot
        port = re.search(r"port (\d+)", view.session.store.events()[0].text)
        assert port is not None
        self.port = int(port[1])
        self._connection = socket.create_connection(("127.0.0.1", self.port))

    def send(self, count: int, level: str = "INFO") -> None:
        """Send records and wait until the engine has them."""
        lines = (
            b'{"timestamp": "2026-01-01T10:%02d:%02d.000Z", "level": "%s", "message": "request %d", "score": 0.5}\n'
            % (number // 60 % 60, number % 60, level.encode(), number)
            for number in range(self.sent, self.sent + count)
        )
        self._connection.sendall(b"".join(lines))
        self.sent += count
        self._qtbot.waitUntil(lambda: self.view.session.store.state().records == self.sent)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def listening(window: MainWindow, qtbot) -> Iterator[Callable[[], Sender]]:
    """Return a function that opens a tab which listens."""
    senders: list[Sender] = []

    def make() -> Sender:
        before = len(window.views())
        window.receiving.listen_lines(Address("127.0.0.1", 0))
        qtbot.waitUntil(lambda: len(window.views()) > before)
        senders.append(Sender(window.views()[-1], qtbot))
        return senders[-1]

    yield make
    for sender in senders:
        sender.close()


def live_log(window: MainWindow, view: LogView) -> LiveLog:
    """Return the received log that a tab shows."""
    log = window.receiving._logs[view]
    assert isinstance(log, LiveLog)
    return log
