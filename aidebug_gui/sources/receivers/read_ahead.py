"""Reads a connection ahead of what its bytes are made into.

Python's ``SocketHandler`` gives up, and loses records, when the other end does not take them for a second. Decoding its
records takes longer than making them, so a burst waits here, in bounded memory, and not in the sender.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Iterator

from aidebug_gui.sources.receivers.framing import Budget

AHEAD_BYTES = 32 << 20
_READ_BYTES = 1 << 18
_WAIT_S = 0.05


def read_ahead(connection: socket.socket, budget: Budget) -> Iterator[bytes]:
    """Yield what comes until the connection ends. Raises OSError where it is lost."""
    pieces: deque[bytes] = deque()
    changed = threading.Condition()
    held = 0
    ended: list[OSError | None] = []
    is_wanted = True

    def read() -> None:
        nonlocal held
        error = None
        try:
            while data := connection.recv(_READ_BYTES):
                with changed:  # also while it is decided, so that what is taken is always given back
                    while is_wanted and (held + len(data) > AHEAD_BYTES or not budget.take(len(data))):
                        changed.wait(_WAIT_S)
                    if not is_wanted:
                        break
                    pieces.append(data)
                    held += len(data)
                    changed.notify_all()
        except OSError as problem:
            error = problem
        with changed:
            ended.append(error)
            changed.notify_all()

    thread = threading.Thread(target=read, name="read ahead", daemon=True)
    thread.start()
    try:
        while True:
            with changed:
                changed.wait_for(lambda: pieces or ended)
                found, total = b"".join(pieces), held
                pieces.clear()
                held = 0
                changed.notify_all()
            budget.take(-total)
            if found:
                yield found
            elif ended[0] is not None:
                raise ended[0]
            else:
                return
    finally:
        with changed:
            is_wanted = False
            budget.take(-held)
            changed.notify_all()
