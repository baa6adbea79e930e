"""Receives OpenTelemetry over HTTP (OTLP/HTTP, port 4318): logs, traces and metrics, as JSON or protobuf, packed or not.

Answers as the protocol asks: https://opentelemetry.io/docs/specs/otlp/#otlphttp. Plain lines, JSON and the forms of
Python's ``HTTPHandler`` are taken at ``/logs``. A page in a browser cannot send here:
its requests name their origin, and are refused.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson

from aidebug_gui import __version__
from aidebug_gui.sources.converters.otlp import flattened
from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.framing import Budget
from aidebug_gui.sources.receivers.http_body import FORM, lines_of_body
from aidebug_gui.sources.receivers.otlp_protobuf import ProtobufError, read_message
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.receivers.records import json_line
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.translatable import translatable

_JSON, _PROTOBUF = "application/json", "application/x-protobuf"
_SIGNALS = {
    "/v1/logs": ("Logs", "resourceLogs"),
    "/v1/traces": ("Traces", "resourceSpans"),
    "/v1/metrics": ("Metrics", "resourceMetrics"),
}
_PLAIN = "/logs"
_INVALID_ARGUMENT, _RESOURCE_EXHAUSTED, _UNAVAILABLE = 3, 8, 14  # google.rpc.Code
_PATIENCE_S = 30.0  # for the next piece of a request, and for the next request of a connection
_LINGER_S, _LINGER_BYTES = 1.0, 64 << 20
_MAX_CHUNK_LINE = 1024


class OtlpListener:
    """An HTTP server that writes what it receives into one spool, until stopped."""

    def __init__(self, address: Address, spool: ReceivedSpool) -> None:
        """Begin to listen. Raises SourceError."""
        self._spool = spool
        try:
            self._server = _Server(address, spool)
        except OSError as error:
            raise SourceError(
                translatable(
                    "Nothing can listen on {address}: {reason}.",
                    address=str(address),
                    reason=str(error.strerror or error),
                )
            ) from error
        self.address = Address(address.host, self._server.server_address[1])
        spool.on_stop = self.stop
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.25,), name="otlp", daemon=True)
        self._thread.start()

    @property
    def connections(self) -> int:
        """How many senders are connected now."""
        return len(self._server.connections)

    def stop(self) -> None:
        """Close the port and all connections, and keep what came."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        for connection in list(self._server.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._spool.finish(translatable("Receiving was stopped."))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = not hasattr(socket, "SO_EXCLUSIVEADDRUSE")
    request_queue_size = 64

    def __init__(self, address: Address, spool: ReceivedSpool) -> None:
        self.address_family = address.family
        self.spool = spool
        self.budget = Budget(spool.limits.pending_bytes)
        self.connections: set[socket.socket] = set()
        self.agents: set[str] = set()  # who was told of already
        super().__init__((address.host, address.port), _Handler)

    def server_bind(self) -> None:
        # The base class asks the name service for the host's name, which may take seconds.
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401  # as the base class has it
        is_room = len(self.connections) < self.spool.limits.connections
        if not is_room:
            self.spool.note(
                "refused", translatable("A connection was refused: there are {n} already.", n=len(self.connections))
            )
        return is_room

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # as the base class has it
        """Say nothing: a sender that goes away in the middle is no error of ours."""


class _Problem(Exception):
    """A request that cannot be taken: the HTTP status, and why in words."""

    def __init__(self, status: int, message: str, code: int = _INVALID_ARGUMENT) -> None:
        super().__init__(message)
        self.status, self.message, self.code = status, message, code


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = f"AiDebug/{__version__}"
    sys_version = ""
    timeout = _PATIENCE_S
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        self.server.connections.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def log_message(self, *_: Any) -> None:  # noqa: ANN401  # as the base class has it
        """Write nothing to the terminal."""

    def do_POST(self) -> None:
        is_json = self._content_type() != _PROTOBUF
        try:
            self._take()
        except _Problem as problem:
            self.close_connection = True  # what is left of the body would be taken for the next request
            self._answer(problem.status, _status_message(problem, is_json=is_json), is_json=is_json)
            self._let_answer_arrive()
        else:
            if self._content_type() == FORM:
                self.close_connection = True  # Python's HTTPHandler opens one for each record, and closes none
            self._answer(200, b"{}" if self._content_type() == _JSON else b"", is_json=is_json)

    def _let_answer_arrive(self) -> None:
        """Take what is still on its way: closing at once would reset the connection, and the answer with it."""
        self.wfile.flush()
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(_LINGER_S)
            left = _LINGER_BYTES
            while left > 0 and (count := len(self.connection.recv(1 << 16))):
                left -= count

    def do_GET(self) -> None:
        self._refuse_method()

    do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_HEAD = do_GET

    def _refuse_method(self) -> None:
        self.close_connection = True
        self.send_response(405)
        self.send_header("Allow", "POST")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _take(self) -> None:
        """Read the request and write its records. Raises _Problem."""
        if self.headers.get("Origin"):
            raise _Problem(403, "Web pages may not send records.")
        path, kind = self.path.partition("?")[0], self._content_type()
        if path not in (*_SIGNALS, _PLAIN):
            raise _Problem(404, "Send to /v1/logs, /v1/traces or /v1/metrics, and plain records to /logs.")
        if path in _SIGNALS and kind not in (_JSON, _PROTOBUF):
            raise _Problem(415, f"The content type must be {_JSON} or {_PROTOBUF}.")
        limit = self.server.spool.limits.message_bytes
        if not self.server.budget.take(limit):
            raise _Problem(503, "Too many requests at once.", _UNAVAILABLE)
        try:
            body = self._unpacked(self._body())
            lines = _plain_lines(body, kind) if path == _PLAIN else _lines_of_signal(body, kind, *_SIGNALS[path])
        finally:
            self.server.budget.take(-limit)
        self._tell_agent()
        if not self.server.spool.append(lines):
            raise _Problem(400, "Nothing more is received.", _RESOURCE_EXHAUSTED)

    def _tell_agent(self) -> None:
        agent = self.headers.get("User-Agent", "somebody")[:80]
        if agent not in self.server.agents and len(self.server.agents) < self.server.spool.limits.connections:
            self.server.agents.add(agent)
            self.server.spool.note(
                "connected", translatable("{agent} sends from {address}.", agent=agent, address=self.client_address[0])
            )

    def _content_type(self) -> str:
        kind: str = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return kind

    def _body(self) -> bytes:
        limit = self.server.spool.limits.message_bytes
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self._chunks(limit)
        length = self.headers.get("Content-Length", "")
        if not length:
            raise _Problem(411, "The request must say how long it is.")
        if not length.isascii() or not length.isdecimal() or len(length) > 15:
            raise _Problem(400, "The length of the request is no number.")
        if int(length) > limit:
            raise _too_large(limit)
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise _Problem(400, "The request is cut short.")
        return body

    def _chunks(self, limit: int) -> bytes:
        body = bytearray()  # not a list: a part of one byte would cost fifty
        while True:
            text = self.rfile.readline(_MAX_CHUNK_LINE).partition(b";")[0].strip()
            if not text or len(text) > 8 or text.strip(b"0123456789abcdefABCDEF"):
                raise _Problem(400, "The request is cut into parts in a wrong way.")
            length = int(text, 16)
            if len(body) + length > limit:
                raise _too_large(limit)
            part = self.rfile.read(length)
            if len(part) < length:
                raise _Problem(400, "The request is cut short.")
            self.rfile.readline(_MAX_CHUNK_LINE)
            if not length:
                return bytes(body)
            body += part

    def _unpacked(self, body: bytes) -> bytes:
        packing = self.headers.get("Content-Encoding", "identity").lower()
        if packing == "identity":
            return body
        if packing not in ("gzip", "deflate"):
            raise _Problem(415, "The content encoding must be gzip, deflate or identity.")
        limit = self.server.spool.limits.message_bytes
        unpacker = zlib.decompressobj(32 + zlib.MAX_WBITS)  # gzip or zlib, by the first bytes
        try:
            text = unpacker.decompress(body, limit + 1)
        except zlib.error as error:
            raise _Problem(400, "The body cannot be unpacked.") from error
        if len(text) > limit:
            raise _too_large(limit)
        if not unpacker.eof:
            raise _Problem(400, "The packed body is cut short.")
        return text

    def _answer(self, status: int, body: bytes, *, is_json: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _JSON if is_json else _PROTOBUF)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def _too_large(limit: int) -> _Problem:
    return _Problem(413, f"A request may have at most {limit >> 20} MB.")


def _lines_of_signal(body: bytes, kind: str, message: str, key: str) -> bytes:
    return _lines(_json(body) if kind == _JSON else _protobuf(body, message), key)


def _plain_lines(body: bytes, kind: str) -> bytes:
    try:
        return lines_of_body(body, kind)
    except ValueError as error:
        raise _Problem(400, "The form is too large.") from error


def _json(body: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _Problem(400, f"The body is no JSON: {error}.") from error
    if not isinstance(content, dict):
        raise _Problem(400, "The body is no OTLP message: it is no JSON object.")
    return content


def _protobuf(body: bytes, message: str) -> dict[str, Any]:
    try:
        return read_message(body, message)
    except ProtobufError as error:
        raise _Problem(400, str(error)) from error


def _lines(content: dict[str, Any], key: str) -> bytes:
    """Return the lines of all records of a request."""
    containers = content.get(key, [])
    if not isinstance(containers, list):
        raise _Problem(400, f"{key} must be a list.")
    try:
        records = (record for part in containers if isinstance(part, dict) for record in flattened(part))
        return b"".join(map(json_line, records))
    except (TypeError, ValueError, RecursionError) as error:
        raise _Problem(400, "The body is no OTLP message: a value is of a wrong kind.") from error


def _status_message(problem: _Problem, *, is_json: bool) -> bytes:
    """Return the ``google.rpc.Status`` that tells a sender what was wrong."""
    if is_json:
        return orjson.dumps({"code": problem.code, "message": problem.message})
    text = problem.message.encode()[:127]  # so that its length is one byte
    return bytes((0x08, problem.code, 0x12, len(text))) + text
