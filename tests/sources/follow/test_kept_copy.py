"""The private copy of a followed log's text: the newest stays, by offset."""

from __future__ import annotations

import shutil
import threading
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.sources.follow import kept_copy as follow_kept
from aidebug_gui.sources.follow.kept_copy import KeptText
from aidebug_gui.sources.follow.text import FollowedText, Text
from aidebug_gui.sources.handles import Handle
from aidebug_gui.sources.limits import Limits


def read(kept: KeptText, offset: int, length: int) -> bytes:
    buffer = bytearray(length)
    return bytes(buffer[: kept.read_into(memoryview(buffer), offset)])


def test_the_oldest_pieces_go_beyond_the_limit() -> None:
    kept = KeptText(Limits(kept_bytes=20), piece_bytes=8)
    for start in range(0, 40, 4):
        kept.keep(start, b"%04d" % start)
    assert read(kept, 36, 10) == b"0036"
    assert read(kept, 0, 4) == b""
    assert kept.next_start(0) == 24
    assert read(kept, 24, 99) == b"00240028"
    kept.close()
    assert read(kept, 36, 4) == b""


def test_older_text_may_be_kept_later() -> None:
    kept = KeptText()
    kept.keep(100, b"new")
    kept.keep(50, b"old")
    kept.keep(103, b"er")
    assert (read(kept, 50, 9), read(kept, 100, 9), read(kept, 103, 9)) == (b"old", b"new", b"er")
    kept.close()


def test_nothing_is_kept_on_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_kept, "shutil", SimpleNamespace(disk_usage=lambda _: SimpleNamespace(free=1000)))
    kept = KeptText()
    kept.keep(0, b"text")
    assert kept.full
    assert read(kept, 0, 4) == b""
    kept.close()
    assert shutil.disk_usage("/").free > 1000


def test_nobody_who_reads_waits_until_an_old_piece_is_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy disk that may take many seconds."""
    begun, may_end, close = threading.Event(), threading.Event(), Handle.close

    def slow_close(handle: Handle) -> None:
        begun.set()
        assert may_end.wait(60)
        close(handle)

    kept = KeptText(Limits(kept_bytes=8), piece_bytes=4)
    kept.keep(0, b"0000")
    kept.keep(4, b"0004")
    with monkeypatch.context() as patched:
        patched.setattr(Handle, "close", slow_close)
        writer = threading.Thread(target=kept.keep, args=(8, b"0008"))
        writer.start()
        assert begun.wait(60)
        assert (read(kept, 0, 4), read(kept, 4, 4)) == (b"", b"0004")
        may_end.set()
        writer.join()
    kept.close()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.binary(max_size=30), st.booleans()), max_size=20), st.integers(0, 100))
def test_a_stream_reads_as_what_was_appended(parts: list[tuple[bytes, bool]], limit: int) -> None:
    """Text without a file and without a copy reads as line breaks; all else as it is."""
    text = FollowedText(Limits(kept_bytes=limit))
    text.kept.close()
    text.kept = KeptText(Limits(kept_bytes=limit), piece_bytes=8)
    expected = b""
    for data, ends in parts:
        if data:
            text.append_data(Text(), 0, data)
        expected += data
        if ends and expected.rfind(b"\n") + 1 < len(expected):
            text.end_line()
            expected += b"\n"
    assert (text.end, text.lines_end) == (len(expected), expected.rfind(b"\n") + 1)
    buffer = bytearray(len(expected) + 5)
    assert text.read_into(memoryview(buffer), 0, text.end) == len(expected)
    got = bytes(buffer[: len(expected)])
    assert all(mine == yours or mine == ord("\n") for mine, yours in zip(got, expected, strict=True))
    if limit >= len(expected):
        assert got == expected
    text.kept.close()
