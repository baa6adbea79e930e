"""Reads standard input, or any other pipe, into a spool: ``some-server 2>&1 | aidebug-gui -``."""

from __future__ import annotations

import os
import select
import sys
import threading
import time

from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.translatable import translatable

_READ_BYTES = 1 << 20
_FEW_BYTES = 16 << 10
_GATHER_S = 0.005
_LOOK_S = 0.25


class PipeReader:
    """Reads a file descriptor until its end, in a thread of its own.

    A pipe that nobody reads stops the program that writes to it. So when the log is full the pipe is still read, and
    what comes is counted and dropped; only closing the log lets go of the pipe.
    """

    def __init__(self, descriptor: int, spool: ReceivedSpool) -> None:
        self._descriptor = descriptor
        self._spool = spool
        self._stopped = threading.Event()
        spool.on_stop = self.stop
        self._thread = threading.Thread(target=self._read, name="pipe", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Read no more. Does not wait: a read of a console cannot be interrupted on every system."""
        self._stopped.set()

    def _read(self) -> None:
        rest = bytearray()  # the beginning of a line, which may come in a million pieces
        while not self._stopped.is_set():
            if not self._is_ready():
                continue
            try:
                data = os.read(self._descriptor, _READ_BYTES)
            except OSError as error:
                self._finish(
                    rest,
                    translatable("Reading from the pipe failed: {reason}.", reason=str(error.strerror or error)),
                )
                return
            if not data:
                self._finish(rest, translatable("The program at the other end has closed the pipe."))
                return
            newline = data.rfind(b"\n") + 1
            if not newline and len(rest) + len(data) < self._spool.limits.message_bytes:
                rest += data
                continue
            self._spool.append(bytes(rest) + (data[:newline] or data + b"\n"))
            rest = bytearray(data[newline:] if newline else b"")
            if len(data) < _FEW_BYTES:
                time.sleep(_GATHER_S)
        self._finish(rest, translatable("Receiving was stopped."))

    def _is_ready(self) -> bool:
        """Wait a moment for data; where the system cannot wait for a pipe (Windows), the read waits instead."""
        if sys.platform == "win32":
            return True
        return bool(select.select([self._descriptor], [], [], _LOOK_S)[0])

    def _finish(self, rest: bytearray, told: str) -> None:
        if rest:
            self._spool.append(bytes(rest) + b"\n")
        lost = self._spool.lost_lines
        self._spool.finish(
            translatable("{told} {n} {n:line was|lines were} not kept.", told=told, n=lost) if lost else told
        )
