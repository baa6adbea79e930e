"""A spool opens what can be read, says in words what cannot, and never loses a line in its blocks."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from aidebug_gui.sources import SourceError, Spool
from aidebug_gui.sources import blocks as blocks_module
from aidebug_gui.sources.blocks import Content, blocks, line_starts, read_records


def write(path: Path, data: bytes) -> Spool:
    path.write_bytes(data)
    return Spool(path)


def pieces(data: bytes, size: int) -> list[NDArray[np.uint8]]:
    return [np.frombuffer(data[first : first + size], dtype=np.uint8) for first in range(0, len(data), size)]


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a directory"):
        Spool(tmp_path)
    with pytest.raises(SourceError, match="No such file"):
        Spool(tmp_path / "missing.log")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="not a regular file"):
        Spool(tmp_path / "pipe")


def test_a_replaced_file_is_noticed_and_still_read(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    with write(path, b"old\n") as spool:
        assert not spool.gone()
        path.rename(tmp_path / "app.log.1")
        path.write_bytes(b"new\n")
        assert spool.gone()
        assert spool.read(0, 10) == b"old\n"


def test_sampled_lines_are_whole_lines_from_everywhere(tmp_path: Path) -> None:
    lines = [b"line %07d" % number for number in range(200_000)]
    with write(tmp_path / "a.log", b"\n".join(lines) + b"\n") as spool:
        sample = list(spool.sample_lines(40, 50))
        assert sample[0] == lines[0]
        assert set(sample) <= set(lines)
        assert max(sample) > lines[190_000]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([b"", b"\n", b"a", b"{}", b"\r\n", b"x" * 300, b"\x00", b"\xff", b"\t"])))
def test_line_starts_agree_with_splitting(parts: list[bytes]) -> None:
    data = b"".join(parts)
    starts, length, content = line_starts(pieces(data, 100))
    assert length == len(data)
    lines = data.splitlines(keepends=True) if b"\r" not in data else None
    found = [data[a:b] for a, b in pairwise(starts)]
    assert b"".join(found) == data[: starts[-1]]
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in found)
    assert lines is None or len(found) == sum(line.endswith(b"\n") for line in lines)
    assert (content is Content.PLAIN) == all(byte == 10 or 32 <= byte < 128 for byte in data)
    assert (content is Content.ANY) == any(byte < 32 and byte != 10 for byte in data)


def test_line_starts_behind_the_first_byte_that_is_not_plain() -> None:
    data = b"plain\n" * 100_000 + "\u00e9\t\n".encode() * 100_000
    starts, length, content = line_starts(pieces(data, 1 << 20))
    assert (len(starts), length) == (200_001, len(data))
    assert np.all(np.frombuffer(data, dtype=np.uint8)[starts[1:] - 1] == ord("\n"))
    assert content is Content.ANY


@pytest.mark.parametrize("last_newline", [True, False])
def test_blocks_give_every_byte_once(tmp_path: Path, last_newline: bool) -> None:
    random = np.random.default_rng(1)
    data = b"\n".join(b"x" * int(size) for size in random.integers(0, 500, 5_000)) + b"\n" * last_newline
    with write(tmp_path / "a.log", data) as spool:
        read, position = [], 0
        for block in blocks(spool, size=1000):
            assert block.offset == position
            assert block.starts[0] == 0
            assert block.starts[-1] == len(block.data)
            read.append(block.data.tobytes())
            position += block.length
        assert b"".join(read) == data


def test_a_line_longer_than_a_block_grows_it_and_a_giant_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks_module, "GIANT_LINE_BYTES", 1 << 18)
    monkeypatch.setattr(blocks_module, "GIANT_LINE_HEAD_BYTES", 1000)
    data = b"short\n" + b"l" * 100_000 + b"\n" + b"g" * 1_000_000 + b"\nend\n" + b"h" * 2_000_000
    with write(tmp_path / "a.log", data) as spool:
        lines, giants, position = [], [], 0
        for block in blocks(spool, size=1 << 16):
            if block.length > len(block.data):
                giants.append((block.length, len(block.data), block.last_open))
            else:
                text = block.data.tobytes()
                lines += [text[a:b] for a, b in pairwise(block.starts)]
            position += block.length
        assert lines == [b"short\n", b"l" * 100_000 + b"\n", b"end\n"]
        assert giants == [(1_000_001, 1000, False), (2_000_000, 1000, True)]
        assert position == len(data)


def test_a_spool_that_is_closed_meanwhile_ends_the_reading_of_records(tmp_path: Path) -> None:
    """Its thread died of it, and who asked for the records waited for ever."""
    path = tmp_path / "a.log"
    path.write_bytes(b"one\ntwo\n" * 1000)
    spool = Spool(path)
    spool.close()
    with pytest.raises(ValueError, match="closed"):
        list(read_records(spool, np.arange(0, 8001, 4)))


def test_a_file_that_shrinks_while_it_is_read_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    with write(path, b"0123456789\n" * 100_000) as spool:
        total = 0
        for number, block in enumerate(blocks(spool, size=1 << 16)):
            total += block.length
            if number == 0:
                os.truncate(path, 200_000)
        assert total <= 400_000


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 3000), min_size=1, max_size=60), st.integers(1, 5000))
def test_records_are_read_back_by_their_bounds(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], block: int
) -> None:
    data = np.random.default_rng(0).integers(0, 256, sum(sizes), dtype=np.uint8).tobytes()
    with write(tmp_path_factory.mktemp("records") / "a", data) as spool:
        bounds = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
        before = blocks_module.BLOCK_BYTES
        blocks_module.BLOCK_BYTES = block
        try:
            seen = 0
            for first, part, starts in read_records(spool, bounds):
                assert first == seen
                for number in range(len(starts) - 1):
                    whole = data[bounds[first + number] : bounds[first + number + 1]]
                    got = part[starts[number] : starts[number + 1]].tobytes()
                    assert got == whole or (len(whole) > block and whole.startswith(got) and len(got) == block)
                seen += len(starts) - 1
            assert seen == len(sizes)
        finally:
            blocks_module.BLOCK_BYTES = before
