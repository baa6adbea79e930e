"""Cuts what comes over a connection into lines: text and JSON by line break, Python's pickled records by length.

Which of them a connection speaks is told by its first byte: a text never begins with a NUL, and the four bytes of
length before a pickle (big endian, at most 16 MB) always do.
"""

from __future__ import annotations

import re
import threading

from aidebug_gui.sources.receivers.limits import ReceiverLimits
from aidebug_gui.sources.receivers.records import line_of_pickle, own_line
from aidebug_gui.translatable import translatable

_PREFIX_BYTES = 4
_TLS_HANDSHAKE = 0x16
_HTTP = re.compile(rb"(GET|POST|PUT|HEAD|OPTIONS|DELETE|PATCH|CONNECT|PRI) \S{1,2000} HTTP/")


class Refused(Exception):
    """What comes cannot be taken, in words; the connection is closed."""


class Budget:
    """Bytes of incomplete messages that all connections of a receiver may hold together."""

    def __init__(self, most: int) -> None:
        self._lock = threading.Lock()
        self._left = most

    def take(self, count: int) -> bool:
        """Take some (a negative number gives back); False where that is too much."""
        with self._lock:
            if count > self._left:
                return False
            self._left -= count
            return True


class Framer:
    """The lines of one connection. Holds at most one incomplete message."""

    def __init__(self, limits: ReceiverLimits, budget: Budget) -> None:
        self._limits = limits
        self._budget = budget
        self._pending: list[bytes] = []
        self._held = 0
        self._wanted = 0  # bytes of the record that is under way
        self.is_pickle: bool | None = None  # known with the first bytes

    def feed(self, data: bytes) -> bytes:
        """Return the whole lines that are complete with ``data``. Raises Refused."""
        if self.is_pickle is None:
            self.is_pickle = _speaks_pickle(data)
        return self._frames(data) if self.is_pickle else self._lines(data)

    def end(self) -> bytes:
        """Return what is left when the connection ends: a last line without a break, or word of half a record."""
        rest = self._take_pending()
        if not rest:
            return b""
        return own_line("The connection ended within a record.") if self.is_pickle else rest + b"\n"

    def _lines(self, data: bytes) -> bytes:
        newline = data.rfind(b"\n") + 1
        if not newline:
            return self._hold(data)
        lines = self._take_pending() + data[:newline]
        return lines + self._hold(data[newline:])

    def _hold(self, data: bytes) -> bytes:
        """Keep the beginning of a line; one that is too long is given away in parts, each a line of its own."""
        fits = self._held + len(data) <= self._limits.message_bytes
        if fits and self._budget.take(len(data)):
            self._keep(data)
            return b""
        why = "too many were under way at once" if fits else f"it is longer than {self._limits.message_bytes >> 20} MB"
        note = own_line(f"The line above was cut here: {why}.")
        return self._take_pending() + data + b"\n" + note

    def _frames(self, data: bytes) -> bytes:
        if self._held + len(data) < self._wanted and self._budget.take(len(data)):
            self._keep(data)  # joined once, not with each piece
            return b""
        data = self._take_pending() + data
        lines, at = [], 0
        self._wanted = 0
        while len(data) - at >= _PREFIX_BYTES:
            length = int.from_bytes(data[at : at + _PREFIX_BYTES], "big")
            if length > self._limits.message_bytes:
                raise Refused(translatable("it announced a record of {length} bytes", length=length))
            end = at + _PREFIX_BYTES + length
            if end > len(data):
                self._wanted = end - at
                break
            lines.append(line_of_pickle(data[at + _PREFIX_BYTES : end]))
            at = end
        rest = data[at:]
        if not self._budget.take(len(rest)):
            raise Refused(translatable("too many large records are under way"))
        if rest:
            self._keep(rest)
        return b"".join(lines)

    def _keep(self, data: bytes) -> None:
        if data:
            self._pending.append(data)
            self._held += len(data)

    def _take_pending(self) -> bytes:
        pending = b"".join(self._pending)
        self._budget.take(-self._held)
        self._pending.clear()
        self._held = 0
        return pending


def _speaks_pickle(data: bytes) -> bool:
    """Tell pickled records from text. Raises Refused for what is neither, and must not be taken for a log."""
    if data[0] == _TLS_HANDSHAKE:
        raise Refused(translatable("it speaks TLS; send without encryption"))
    if _HTTP.match(data):  # a browser, or an exporter with the wrong port
        raise Refused(translatable("it speaks HTTP; this port takes lines and Python's log records"))
    return data[0] == 0


def lines_of_datagram(data: bytes) -> bytes:
    """Return the lines of a datagram: a pickled record with its length, or text."""
    if len(data) > _PREFIX_BYTES and int.from_bytes(data[:_PREFIX_BYTES], "big") == len(data) - _PREFIX_BYTES:
        return line_of_pickle(data[_PREFIX_BYTES:])
    text = data.rstrip(b"\0\r\n")  # the standard library's SysLogHandler ends its messages with a NUL
    return text + b"\n" if text else b""
