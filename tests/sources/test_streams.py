"""Packed logs unpack with bounded memory; bombs, damage and early ends are told and crash nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from aidebug_gui.sources import SourceError, open_spool
from aidebug_gui.sources.filled_spool import Stopped, Tally
from aidebug_gui.sources.limits import Limits
from aidebug_gui.sources.streams import ChunkFile, peek, unpacked
from tests.sources.conftest import OpenFile, text_of

Pack = Callable[[bytes], bytes]


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Pack] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
    "deflate": deflate,
}
FILES = {name: pack for name, pack in PACKERS.items() if name != "deflate"}
LINES = b"".join(b"INFO:root:Prediction: 0.%06d\n" % (number * 7919 % 1_000_000) for number in range(20_000))


def unpack(packing: str, data: bytes, limits: Limits | None = None) -> tuple[bytes, Tally]:
    tally = Tally(len(data))
    chunks = unpacked(packing, io.BytesIO(data), tally, limits or Limits())  # type: ignore[arg-type]
    return b"".join(chunks), tally


@pytest.mark.parametrize("packing", PACKERS)
def test_what_was_packed_comes_back(packing: str) -> None:
    assert unpack(packing, PACKERS[packing](LINES))[0] == LINES


@pytest.mark.parametrize("packing", FILES)
def test_several_streams_behind_one_another(packing: str) -> None:
    pack = PACKERS[packing]
    assert unpack(packing, pack(b"one\n") + pack(b"two\n"))[0] == b"one\ntwo\n"


@pytest.mark.parametrize("packing", PACKERS)
def test_a_truncated_stream_gives_what_it_has_and_says_so(packing: str) -> None:
    rng = random.Random(1)
    text = b"".join(b"%032x\n" % rng.getrandbits(128) for _ in range(40_000))  # more than a block of bzip2
    content, tally = unpack(packing, PACKERS[packing](text)[:-5000])
    assert content
    assert text.startswith(content)
    assert "ends too early" in tally.notice


@pytest.mark.parametrize("packing", PACKERS)
def test_a_bomb_is_stopped(packing: str) -> None:
    bomb = PACKERS[packing](bytes(8 << 20))
    limits = Limits(ratio=20, ratio_free_bytes=1 << 20)
    with pytest.raises(Stopped, match="bomb"):
        unpack(packing, bomb, limits)


@pytest.mark.parametrize("packing", PACKERS)
def test_no_chunk_is_large(packing: str) -> None:
    bomb = PACKERS[packing](bytes(64 << 20))
    chunks = unpacked(packing, io.BytesIO(bomb), Tally(0))  # type: ignore[arg-type]
    assert max(map(len, chunks)) <= 1 << 20


@pytest.mark.parametrize("packing", FILES)
def test_garbage_behind_the_magic_is_an_error_in_words(tmp_path: Path, packing: str) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(PACKERS[packing](b"x" * 100)[:6] + b"\x99" * 200)
    with pytest.raises(SourceError, match="cannot be unpacked"):
        open_spool(path)


@pytest.mark.parametrize("packing", FILES)
def test_a_packed_log_reads_like_the_log(tmp_path: Path, open_file: OpenFile, packing: str) -> None:
    path = tmp_path / "named.txt"  # the bytes say what it is, not the name
    path.write_bytes(PACKERS[packing](LINES))
    log = open_file(path)
    assert (log.state().records, log.state().notice, log.state().error) == (20_000, "", "")
    assert log.record(19_999).values["score"] == pytest.approx(0.372081)
    assert log.state().bytes_total == path.stat().st_size


def test_a_packed_log_in_another_encoding_packed_again(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(zstandard.compress("ERROR:root:Größe\n".encode("utf-16"))))
    assert text_of(path)[0] == "ERROR:root:Größe\n".encode()


def test_packed_without_end_is_stopped(tmp_path: Path) -> None:
    data = b"ERROR:root:x\n"
    for _ in range(6):
        data = gzip.compress(data)
    path = tmp_path / "a.gz"
    path.write_bytes(data)
    content, spool = text_of(path)
    assert content == b""
    assert "archives in one another" in spool.notice


def test_a_spool_that_is_too_long_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(LINES))
    with open_spool(path, Limits(spool_bytes=300_000)) as spool:
        spool.wait_for(1 << 62, 30)
        assert "Reading stopped" in spool.notice
        assert spool.size() <= 300_000


def test_peeking_changes_nothing() -> None:
    head, chunks = peek(iter([b"ab", b"cd", b"ef"]), 3)
    assert head == b"abc"
    assert b"".join(chunks) == b"abcdef"
    assert peek(iter([]), 3)[0] == b""


def test_chunks_read_as_a_file() -> None:
    file = ChunkFile(iter([b"ab", b"", b"cdef"]))
    assert (file.read(3), file.read(100)) == (b"ab", b"cdef")
