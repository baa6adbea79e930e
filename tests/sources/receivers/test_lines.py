from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import socket
import struct
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.limits import LIMITS, ReceiverLimits
from aidebug_gui.sources.receivers.lines import LineListener
from aidebug_gui.sources.receivers.pipe import PipeReader
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.spool import SourceError

Listen = Callable[..., LineListener]
TIMEOUT_S = 60


@pytest.fixture
def listen(tmp_path) -> Iterator[Listen]:
    listeners: list[LineListener] = []

    def make(limits: ReceiverLimits = LIMITS, host: str = "127.0.0.1") -> LineListener:
        spool = ReceivedSpool("test", "log.jsonl", tmp_path, limits)
        listeners.append(LineListener(Address(host, 0), spool))
        return listeners[-1]

    yield make
    for listener in listeners:
        listener.stop()
        listener._spool.close()


def wait_until(is_true: Callable[[], object]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def text_of(listener: LineListener, lines: int) -> bytes:
    """Return what came, once there are so many lines."""
    spool = listener._spool
    wait_until(lambda: spool.read(0, spool.size()).count(b"\n") >= lines)
    return spool.read(0, spool.size())


def send(listener: LineListener, *parts: bytes) -> None:
    with socket.create_connection(("127.0.0.1", listener.address.port)) as connection:
        for part in parts:
            connection.sendall(part)
            time.sleep(0.02 if len(parts) > 1 else 0)


def kinds(listener: LineListener) -> list[str]:
    return [event.kind for event in listener._spool.events()]


def test_lines_in_pieces_and_a_last_one_without_a_break(listen: Listen):
    listener = listen()
    send(listener, b'{"a"', b': 1}\n{"a": 2}\nhal', b"f")
    assert text_of(listener, 3) == b'{"a": 1}\n{"a": 2}\nhalf\n'
    wait_until(lambda: kinds(listener) == ["connected", "disconnected"])


def test_the_standard_librarys_handlers(listen: Listen):
    listener = listen()
    log = logging.getLogger("received.test")
    log.propagate = False
    log.setLevel("DEBUG")
    handlers = [
        handler("127.0.0.1", listener.address.port)
        for handler in (logging.handlers.SocketHandler, logging.handlers.DatagramHandler)
    ]
    handlers.append(logging.handlers.SysLogHandler(("127.0.0.1", listener.address.port)))
    for handler in handlers:
        log.addHandler(handler)
    try:
        log.warning("took %d ms", 31, extra={"model": "fraud-v3"})
        lines = text_of(listener, 3).splitlines()
    finally:
        for handler in handlers:
            log.removeHandler(handler)
            handler.close()
    assert b"<12>took 31 ms" in lines
    found = [orjson.loads(line) for line in lines if line.startswith(b"{")]
    assert [(record["message"], record["level"], record["model"]) for record in found] == [
        ("took 31 ms", "WARNING", "fraud-v3")
    ] * 2


def test_pickled_records_cut_anywhere(listen: Listen):
    listener = listen()
    handler = logging.handlers.SocketHandler("127.0.0.1", 1)
    frames = b"".join(
        handler.makePickle(logging.LogRecord("a", 20, "x.py", 1, f"message {number}", None, None))
        for number in range(5)
    )
    send(listener, frames[:2], frames[2:700], frames[700:-3], frames[-3:], b"\x00\x00\x01\x00half")
    messages = [orjson.loads(line)["message"] for line in text_of(listener, 6).splitlines()]
    assert messages == [*(f"message {number}" for number in range(5)), "The connection ended within a record."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x00\x00\x02N." + struct.pack(">L", 2_000_000_000), "announced a record of 2,000,000,000 bytes"),
        (b"\x16\x03\x01\x02\x00\x01", "speaks TLS"),
        (b"POST / HTTP/1.1\r\nHost: x\r\n\r\n{}", "speaks HTTP"),
    ],
)
def test_what_cannot_be_taken_is_told_and_disconnected(listen: Listen, data: bytes, reason: str):
    listener = listen()
    with socket.create_connection(("127.0.0.1", listener.address.port)) as connection:
        connection.sendall(data)
        connection.settimeout(TIMEOUT_S)
        with contextlib.suppress(ConnectionResetError):
            assert connection.recv(1) == b""
    wait_until(lambda: "refused" in kinds(listener))
    assert any(reason in event.text for event in listener._spool.events())


def test_a_sender_of_records_that_is_refused_later_is_disconnected_too(listen: Listen):
    listener = listen()
    before = listener._budget._left
    with socket.create_connection(("127.0.0.1", listener.address.port)) as connection:
        connection.settimeout(TIMEOUT_S)
        connection.sendall(b"\x00\x00\x00\x02N.")
        text_of(listener, 1)  # from here on a thread reads ahead
        connection.sendall(struct.pack(">L", 2_000_000_000))
        with contextlib.suppress(ConnectionResetError):
            assert connection.recv(1) == b""
    wait_until(lambda: "refused" in kinds(listener) and listener._budget._left == before)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_too_many_open_files_pass(listen: Listen):
    import resource

    listener = listen()
    connection = socket.socket()
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (connection.fileno(), limits[1]))
    try:
        connection.connect(("127.0.0.1", listener.address.port))
        wait_until(lambda: any("cannot be accepted" in event.text for event in listener._spool.events()))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    connection.sendall(b"after all\n")
    assert text_of(listener, 1) == b"after all\n"
    connection.close()
    wait_until(lambda: kinds(listener).count("note") == 1)  # not with each try


def test_a_line_without_an_end_is_cut_and_told(listen: Listen):
    listener = listen(replace(LIMITS, message_bytes=1 << 20))
    send(listener, b"x" * (3 << 20) + b"\nnext\n")
    wait_until(lambda: listener._spool.read(0, 8 << 20).endswith(b"next\n"))
    lines = listener._spool.read(0, 8 << 20).splitlines()
    assert sum(line.count(b"x") for line in lines if not line.startswith(b"{")) >= 3 << 20
    assert b"longer than 1 MB" in b"".join(lines)


def test_incomplete_messages_of_all_connections_are_bounded(listen: Listen):
    listener = listen(replace(LIMITS, pending_bytes=1000))
    connections = [socket.create_connection(("127.0.0.1", listener.address.port)) for _ in range(4)]
    for connection in connections:
        connection.sendall(b"y" * 400)
    wait_until(lambda: listener._spool.size() > 0)  # one of them had to give away what it held
    assert b"too many were under way" in listener._spool.read(0, 10_000)
    for connection in connections:
        connection.close()
    wait_until(lambda: listener._spool.read(0, 10_000).count(b"yyyy") == 400)


def test_the_connection_that_was_silent_longest_makes_room(listen: Listen):
    listener = listen(replace(LIMITS, connections=2, silence_s=0))
    address = ("127.0.0.1", listener.address.port)
    with socket.create_connection(address) as early, socket.create_connection(address) as silent:
        silent.sendall(b"half")
        wait_until(lambda: listener.connections == 2 and listener._budget._left < LIMITS.pending_bytes)
        early.sendall(b"early\n")
        text_of(listener, 1)
        with socket.create_connection(address) as late:
            silent.settimeout(TIMEOUT_S)
            assert silent.recv(1) == b""
            late.sendall(b"late\n")
            early.sendall(b"again\n")
            assert sorted(text_of(listener, 4).splitlines()) == [b"again", b"early", b"half", b"late"]
            assert listener.connections == 2
    wait_until(lambda: kinds(listener).count("disconnected") == 3)
    assert "refused" not in kinds(listener)
    assert sum("to make room" in event.text for event in listener._spool.events()) == 1


def test_too_many_connections_are_refused(listen: Listen):
    listener = listen(replace(LIMITS, connections=2, silence_s=3600))
    connections = [socket.create_connection(("127.0.0.1", listener.address.port)) for _ in range(3)]
    wait_until(lambda: "refused" in kinds(listener))
    assert listener.connections == 2
    for connection in connections:
        connection.close()
    wait_until(lambda: listener.connections == 0)


def test_datagrams_are_lines(listen: Listen):
    listener = listen()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for data in (b'{"a": 1}', b"two\nlines\n", b"<12>syslog\0", b"\n"):
            sender.sendto(data, ("127.0.0.1", listener.address.port))
    assert text_of(listener, 4) == b'{"a": 1}\ntwo\nlines\n<12>syslog\n'


def test_a_taken_port_is_told(listen: Listen, tmp_path):
    listener = listen()
    spool = ReceivedSpool("test", "log.jsonl", tmp_path)
    with pytest.raises(SourceError, match="Nothing can listen on port"):
        LineListener(listener.address, spool)
    spool.close()


def test_nothing_is_lost_or_doubled_among_senders(listen: Listen):
    listener = listen()
    each, senders = 20_000, 3

    def run(name: int) -> None:
        lines = [b'{"sender": %d, "number": %d}\n' % (name, number) for number in range(each)]
        with socket.create_connection(("127.0.0.1", listener.address.port)) as connection:
            for first in range(0, each, 37):
                connection.sendall(b"".join(lines[first : first + 37]))

    threads = [threading.Thread(target=run, args=(name,)) for name in range(senders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    records = [orjson.loads(line) for line in text_of(listener, each * senders).splitlines()]
    for name in range(senders):
        numbers = [record["number"] for record in records if record["sender"] == name]
        assert numbers == list(range(each))


def test_stopping_ends_the_log_and_frees_the_port(listen: Listen):
    listener = listen()
    with socket.create_connection(("127.0.0.1", listener.address.port)) as connection:
        connection.sendall(b"whole\nhalf")
        text_of(listener, 1)
        wait_until(lambda: listener.connections == 1)
        listener.stop()
    assert listener._spool.read(0, 100) == b"whole\nhalf\n"
    assert not listener._spool.filling
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", listener.address.port))


def test_ipv6(tmp_path):
    spool = ReceivedSpool("test", "log.jsonl", tmp_path)
    try:
        listener = LineListener(Address("::1", 0), spool)
    except SourceError:
        spool.close()
        pytest.skip("no IPv6 here")
    with socket.create_connection(("::1", listener.address.port)) as connection:
        connection.sendall(b"six\n")
    assert text_of(listener, 1) == b"six\n"
    listener.stop()
    spool.close()


# --- a pipe


def piped(tmp_path: Path, limits: ReceiverLimits = LIMITS) -> tuple[int, ReceivedSpool]:
    reading, writing = os.pipe()
    spool = ReceivedSpool("standard input", "stdin.log", tmp_path, limits)
    PipeReader(reading, spool)
    return writing, spool


def test_a_pipe_is_read_to_its_end(tmp_path):
    writing, spool = piped(tmp_path)
    os.write(writing, b"one\ntw")
    os.write(writing, b"o\nthree")
    wait_until(lambda: spool.size() >= 4)
    assert spool.filling
    os.close(writing)
    wait_until(lambda: not spool.filling)
    assert spool.read(0, 100) == b"one\ntwo\nthree\n"
    assert "closed the pipe" in spool.events()[-1].text
    assert spool.notice == ""  # that is no trouble
    spool.close()


def test_a_long_line_in_small_pieces_is_one_line_and_none_of_it_is_lost(tmp_path):
    writing, spool = piped(tmp_path, replace(LIMITS, message_bytes=1 << 16))
    for _ in range(40):
        os.write(writing, b"x" * 1000)
    os.write(writing, b"\n" + b"y" * (1 << 15))
    os.write(writing, b"y" * (1 << 15) + b"rest")
    os.close(writing)
    wait_until(lambda: not spool.filling)
    lines = spool.read(0, 1 << 18).splitlines()
    assert lines[0] == b"x" * 40_000
    assert b"".join(lines[1:]) == b"y" * (1 << 16) + b"rest"
    spool.close()


def test_a_full_log_does_not_stop_the_program_that_writes(tmp_path):
    writing, spool = piped(tmp_path, replace(LIMITS, log_bytes=1 << 16))
    for _ in range(40):
        os.write(writing, b"x" * 8191 + b"\n")  # blocks for ever if nobody reads
    os.close(writing)
    wait_until(lambda: spool.lost_lines >= 32)
    assert spool.events()[-1].kind == "full"
    spool.close()


def test_a_real_process_on_standard_input(tmp_path):
    program = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from aidebug_gui.sources.receivers.pipe import PipeReader
        from aidebug_gui.sources.receivers.received import ReceivedSpool
        spool = ReceivedSpool("standard input", "stdin.log", Path(sys.argv[1]))
        PipeReader(sys.stdin.fileno(), spool)
        while spool.filling:
            time.sleep(0.01)
        print(spool.read(0, 1 << 20).count(b"\\n"), spool.events()[-1].text)
        spool.close()
        """
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        input=b"".join(b"line %d\n" % number for number in range(30_000)),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert found.stdout.startswith(b"30000 The program at the other end")


def test_a_burst_of_records_does_not_wait_for_their_decoding(listen: Listen):
    """SocketHandler gives up after a second: what cannot be decoded so fast is taken all the same."""
    listener = listen()
    handler = logging.handlers.SocketHandler("127.0.0.1", 1)
    frame = handler.makePickle(logging.LogRecord("a", 20, "x.py", 1, "message", None, None))
    count = (12 << 20) // len(frame)
    with socket.create_connection(("127.0.0.1", listener.address.port), timeout=5) as connection:
        started = time.monotonic()
        connection.sendall(frame * count)
        sent_s = time.monotonic() - started
    assert text_of(listener, count).count(b"\n") == count
    assert sent_s < time.monotonic() - started
