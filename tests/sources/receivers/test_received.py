from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from dataclasses import replace

import pytest

from aidebug_gui.sources.receivers.address import AddressError, exposure_warning, read_address
from aidebug_gui.sources.receivers.limits import LIMITS
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.receivers.recovery import recoverable_logs
from aidebug_gui.sources.spool import SourceError


def test_lines_are_seen_at_once_and_by_offset(tmp_path):
    spool = ReceivedSpool("port 9020", "port 9020.jsonl", tmp_path)
    assert (spool.size(), spool.filling, spool.live) == (0, True, True)
    assert spool.append(b'{"a": 1}\n')
    assert spool.append(b'{"a": 2}\n')
    assert spool.size() == 18
    assert spool.read(9, 100) == b'{"a": 2}\n'
    assert spool.path.name == "port 9020.jsonl"
    spool.finish("The end.")
    assert not spool.append(b"late\n")
    assert (spool.events()[-1].kind, spool.events()[-1].text) == ("ended", "The end.")
    assert (spool.filling, spool.live, spool.notice, spool.lost_lines) == (False, False, "", 1)
    spool.close()
    spool.discard()
    assert list(tmp_path.iterdir()) == []


def test_events_know_where_in_the_log_they_happened(tmp_path):
    spool = ReceivedSpool("port 9020", "log.jsonl", tmp_path)
    spool.note("connected", "a connected.")
    spool.append(b"line\n")
    spool.note("disconnected", "a closed the connection.")
    assert [(event.kind, event.offset) for event in spool.events()] == [("connected", 0), ("disconnected", 5)]
    for number in range(3000):
        spool.note("connected", str(number))
    assert len(spool.events()) == 1000
    assert spool.events()[-1].text == "2999"
    spool.close()


def test_an_empty_log_leaves_nothing(tmp_path):
    ReceivedSpool("port 9020", "log.jsonl", tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_a_full_log_says_so_and_takes_no_more(tmp_path):
    spool = ReceivedSpool("port 9020", "log.jsonl", tmp_path, replace(LIMITS, log_bytes=10))
    assert spool.append(b"12345678\n")
    assert not spool.append(b"2\n3\n")
    assert not spool.append(b"4\n")
    assert spool.size() == 9
    assert spool.lost_lines == 3
    assert "limit" in spool.notice
    assert spool.events()[-1].kind == "full"
    spool.close()


def test_a_full_disk_is_told(tmp_path):
    spool = ReceivedSpool("port 9020", "log.jsonl", tmp_path, replace(LIMITS, free_disk_bytes=1 << 60))
    assert not spool.append(b"1\n")
    assert "nearly full" in spool.notice
    spool.close()


def test_without_a_place_it_says_why(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SourceError, match="Nothing can be received"):
        ReceivedSpool("port 9020", "log.jsonl", tmp_path / "file")


def test_what_a_crash_left_is_found_and_what_is_in_use_is_not(tmp_path):
    program = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from aidebug_gui.sources.receivers.received import ReceivedSpool
        spool = ReceivedSpool("port 9020", "log.jsonl", Path(sys.argv[1]))
        spool.append(b"one\\ntwo\\n")
        os._exit(9)
        """
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, timeout=60)
    in_use = ReceivedSpool("standard input", "stdin.log", tmp_path)
    in_use.append(b"mine\n")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "about.json").write_text('{"source": 1}')
    (found,) = recoverable_logs(tmp_path)
    assert (found.about.source, found.lines, found.about.closed) == ("port 9020", 2, False)
    assert found.path.read_bytes() == b"one\ntwo\n"
    in_use.close()
    assert [(log.about.source, log.about.closed) for log in recoverable_logs(tmp_path)] == [
        ("port 9020", False),
        ("standard input", True),
    ]
    for log in recoverable_logs(tmp_path):
        log.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["foreign"]


def test_a_note_cannot_name_a_file_elsewhere(tmp_path):
    spool = ReceivedSpool("port 9020", "log.jsonl", tmp_path)
    spool.append(b"x\n")
    spool.close()
    note = spool.folder / "about.json"
    note.write_text(note.read_text().replace("log.jsonl", "../../secret"))
    assert recoverable_logs(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "host", "port", "is_local"),
    [
        ("9020", "127.0.0.1", 9020, True),
        ("localhost:0", "localhost", 0, True),
        ("0.0.0.0:4318", "0.0.0.0", 4318, False),
        ("[::1]:9", "::1", 9, True),
        ("[::]:9", "::", 9, False),
        ("box.lan:9", "box.lan", 9, False),
    ],
)
def test_addresses(text: str, host: str, port: int, is_local: bool):
    address = read_address(text)
    assert (address.host, address.port, address.is_local) == (host, port, is_local)
    assert bool(exposure_warning(address)) is not is_local


@pytest.mark.parametrize("text", ["", "x", "70000", "-1", "1.5", "host:", "٣", "127.0.0.1:123456"])
def test_what_is_no_address(text: str):
    with pytest.raises(AddressError, match="not an address"):
        read_address(text)


def test_a_disk_that_does_not_answer_does_not_hold_the_window(tmp_path):
    """What the window asks is answered while a write takes its time."""
    spool = ReceivedSpool("port 9020", "log.jsonl", tmp_path)
    spool.append(b"line\n")
    answers: list[object] = []

    def ask() -> None:
        spool.note("connected", "a connected.")
        answers.extend((spool.events()[-1].text, spool.size(), spool.progress(), spool.read(0, 5)))
        spool.wait_for(5, 1)
        spool.stop()
        answers.append("all")

    with spool._writing:  # as a write does that waits for the disk
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join(10)
        assert answers == ["a connected.", 5, (5, 5), b"line\n", "all"]
    spool.close()
