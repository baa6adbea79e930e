"""Listens on a port for lines: text, JSON, and the records of Python's SocketHandler and DatagramHandler; TCP and UDP.

A thread for each connection reads only after what it read before is written: whoever sends faster than the disk writes
has to wait, and nothing piles up in memory.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.framing import Budget, Framer, Refused, lines_of_datagram
from aidebug_gui.sources.receivers.read_ahead import read_ahead
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.translatable import translatable

_READ_BYTES = 1 << 20
_FEW_BYTES = 256 << 10
_GATHER_S = 0.01  # after a piece that is no large one: a busy sender would else cost a write for each line
_DATAGRAM_BYTES = 1 << 16
_DATAGRAM_BUFFER_BYTES = 8 << 20  # the system drops datagrams that do not fit
_LOOK_S = 0.25
_PATIENCE_S = 2.0  # for a connection that is being closed to write what it has
_BACKLOG = 64


class LineListener:
    """Takes connections and datagrams on one port into one spool, until stopped."""

    def __init__(self, address: Address, spool: ReceivedSpool) -> None:
        """Begin to listen. ``address`` gets the port that was chosen for port 0. Raises SourceError."""
        self._spool = spool
        self._budget = Budget(spool.limits.pending_bytes)
        self._stopped = threading.Event()
        self._heard: dict[socket.socket, float] = {}  # the connections, and when something last came (monotonic)
        self._lock = threading.Lock()
        self._troubles: set[str] = set()  # which were told
        self._stream, self._datagrams = _bound_pair(address)
        self.address = Address(address.host, self._stream.getsockname()[1])
        spool.on_stop = self.stop
        self._serving: list[threading.Thread] = []
        self._threads = [
            threading.Thread(target=self._accept, name="listen", daemon=True),
            threading.Thread(target=self._take_datagrams, name="datagrams", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def connections(self) -> int:
        """How many senders are connected now."""
        return len(self._heard)

    def stop(self) -> None:
        """Close the port and all connections, and keep what came."""
        self._stopped.set()
        for server in (self._stream, self._datagrams):
            server.close()
        with self._lock:
            connections = list(self._heard)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)  # wakes its thread, which closes it
        for thread in [*self._threads, *self._serving]:
            thread.join(_PATIENCE_S)
        self._spool.finish(translatable("Receiving was stopped."))

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, peer = self._stream.accept()
            except TimeoutError:
                continue
            except OSError as error:  # no more open files, for example: that passes
                self._tell_trouble(
                    translatable(
                        "A connection cannot be accepted at the moment: {reason}.", reason=str(error.strerror or error)
                    )
                )
                continue
            connection.settimeout(None)
            if not self._is_room():
                connection.close()
                self._spool.note(
                    "refused",
                    translatable("A connection was refused: there are {n} already.", n=self.connections),
                )
                continue
            with self._lock:
                self._heard[connection] = time.monotonic()
            name = f"{peer[0]}:{peer[1]}"
            thread = threading.Thread(target=self._serve, args=(connection, name), name=f"from {name}", daemon=True)
            self._serving = [running for running in self._serving if running.is_alive()] + [thread]
            thread.start()

    def _is_room(self) -> bool:
        """Tell whether one more can connect. The one that was silent longest makes room, if that was long enough."""
        with self._lock:
            if len(self._heard) < self._spool.limits.connections:
                return True
            silent = min(self._heard, key=self._heard.__getitem__)
            if time.monotonic() - self._heard[silent] < self._spool.limits.silence_s:
                return False
            del self._heard[silent]
        with contextlib.suppress(OSError):
            silent.shutdown(socket.SHUT_RDWR)  # wakes its thread, which closes it
        return True

    def _serve(self, connection: socket.socket, name: str) -> None:
        self._spool.note("connected", translatable("{name} connected.", name=name))
        framer = Framer(self._spool.limits, self._budget)
        last = translatable("{name} closed the connection.", name=name)
        try:
            for data in self._pieces(connection, framer):
                self._note_heard(connection)
                if not self._spool.append(framer.feed(data)):
                    last = translatable("{name} was disconnected: nothing more is received.", name=name)
                    break
                if len(data) < _FEW_BYTES:
                    time.sleep(_GATHER_S)
        except Refused as refusal:
            self._spool.note(
                "refused", translatable("{name} was disconnected: {reason}.", name=name, reason=str(refusal))
            )
            last = translatable("")
        except OSError as error:
            last = translatable(
                "{name} lost the connection ({reason}).", name=name, reason=str(error.strerror or error)
            )
        finally:
            self._spool.append(framer.end())
            with self._lock:
                made_room = self._heard.pop(connection, None) is None
            if made_room:
                last = translatable("{name} was silent and was disconnected, to make room for another.", name=name)
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)  # a thread that reads ahead would keep it open
            connection.close()
            if last:
                self._spool.note("disconnected", last)

    def _note_heard(self, connection: socket.socket) -> None:
        with self._lock:
            if connection in self._heard:
                self._heard[connection] = time.monotonic()

    def _pieces(self, connection: socket.socket, framer: Framer) -> Iterator[bytes]:
        """Yield what comes; records that must be decoded are read ahead."""
        while data := connection.recv(_READ_BYTES):
            yield data
            if framer.is_pickle:
                yield from read_ahead(connection, self._budget)
                return

    def _take_datagrams(self) -> None:
        while not self._stopped.is_set():
            try:
                lines = [lines_of_datagram(self._datagrams.recv(_DATAGRAM_BYTES))]
                self._datagrams.setblocking(False)
                with contextlib.suppress(OSError):  # what else is there is written with it
                    while len(lines) < _BACKLOG:
                        lines.append(lines_of_datagram(self._datagrams.recv(_DATAGRAM_BYTES)))
                self._datagrams.settimeout(_LOOK_S)
            except TimeoutError:
                continue
            except OSError as error:
                self._tell_trouble(
                    translatable(
                        "A datagram cannot be received at the moment: {reason}.", reason=str(error.strerror or error)
                    )
                )
                continue
            self._spool.append(b"".join(lines))

    def _tell_trouble(self, text: str) -> None:
        """Tell once what hinders the receiving, and wait a moment; nothing, where that is the end of it."""
        if not self._stopped.is_set() and text not in self._troubles:
            self._troubles.add(text)
            self._spool.note("note", text)
        self._stopped.wait(_LOOK_S)


def _bound_pair(address: Address) -> tuple[socket.socket, socket.socket]:
    """Return a TCP and a UDP socket on the same port. Raises SourceError in words."""
    stream = socket.socket(address.family, socket.SOCK_STREAM)
    datagrams = socket.socket(address.family, socket.SOCK_DGRAM)
    try:
        _share_after_close(stream)
        stream.bind((address.host, address.port))
        stream.listen(_BACKLOG)
        datagrams.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _DATAGRAM_BUFFER_BYTES)
        datagrams.bind((address.host, stream.getsockname()[1]))
    except OSError as error:
        stream.close()
        datagrams.close()
        raise SourceError(
            translatable(
                "Nothing can listen on {address}: {reason}.", address=str(address), reason=str(error.strerror or error)
            )
        ) from error
    for server in (stream, datagrams):
        server.settimeout(_LOOK_S)  # a thread that waits in accept() is not woken by close()
    return stream, datagrams


def _share_after_close(server: socket.socket) -> None:
    """Let a port be used again at once. On Windows that option would let two programs share it."""
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        server.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
