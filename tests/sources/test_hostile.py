"""Whatever is in a file, opening it ends soon: in lines, in a notice or in an error in words."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import sqlite3
import tarfile
import time
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from aidebug_gui.sources import SourceError
from tests.sources.conftest import text_of

CASES = 60
SLOWEST_S = 5.0  # generous: the machine may be busy
RECORDS = [{"time": 1_700_000_000 + number, "score": 0.5, "text": f"Größe {number}"} for number in range(300)]
LINES = "".join(json.dumps(record) + "\n" for record in RECORDS).encode()


def zipped(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.log", LINES)
    return buffer.getvalue()


def tarred(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.log")
        info.size = len(LINES)
        archive.addfile(info, io.BytesIO(LINES))
    return buffer.getvalue()


def an_eval(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("header.json", json.dumps({"eval": {"task": "t", "model": "m"}}))
        for number in range(5):
            archive.writestr(f"samples/{number}_epoch_1.json", json.dumps({"id": number, "scores": {}}))
    return buffer.getvalue()


def a_database(folder: Path) -> bytes:
    path = folder / "seed.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE log (n INTEGER, text TEXT)")
    connection.executemany("INSERT INTO log VALUES (?, ?)", [(number, "x" * 50) for number in range(300)])
    connection.commit()
    connection.close()
    return path.read_bytes()


def a_parquet_file(folder: Path) -> bytes:
    pq.write_table(pa.table({"n": list(range(300)), "text": ["x"] * 300}), folder / "seed.parquet")
    return (folder / "seed.parquet").read_bytes()


SEEDS = {
    "a.gz": lambda _: gzip.compress(LINES),
    "a.bz2": lambda _: bz2.compress(LINES),
    "a.xz": lambda _: lzma.compress(LINES),
    "a.zst": lambda _: zstandard.compress(LINES),
    "a.zip": zipped,
    "a.tgz": tarred,
    "a.eval": an_eval,
    "a.db": a_database,
    "a.parquet": a_parquet_file,
    "utf16.log": lambda _: LINES.decode().encode("utf-16"),
    "latin.log": lambda _: b"INFO:root:Gr\xf6\xdfe\n" * 200,
    "array.json": lambda _: json.dumps(RECORDS, indent=1).encode(),
    "list.json": lambda _: json.dumps({"took": 1, "items": RECORDS}).encode(),
    "otlp.json": lambda _: json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": RECORDS}]}]}).encode(),
    "a.csv": lambda _: b"time,score,text\n" + b'1,0.5,"x"\n' * 300,
    "a.prom": lambda _: b"# HELP a A\n# TYPE a gauge\n" + b'a{b="c"} 1\n' * 300,
    "a.envelope": lambda _: b'{"event_id":"1"}\n{"type":"event","length":13}\n{"level":"a"}\n' * 50,
}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return the bytes cut, flipped, doubled or with a piece missing."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        place, count = rng.randrange(len(changed) or 1), rng.randint(1, 2000)
        kind = rng.randrange(4)
        if kind == 0:
            del changed[place:]
        elif kind == 1:
            for _ in range(min(20, len(changed))):
                changed[rng.randrange(len(changed))] = rng.randrange(256)
        elif kind == 2:
            changed[place:place] = changed[place : place + count]
        else:
            del changed[place : place + count // 4]
    return bytes(changed)


@pytest.mark.parametrize("name", SEEDS)
def test_a_damaged_source_ends_in_lines_or_in_words(tmp_path: Path, name: str) -> None:
    rng = random.Random(name)
    seed = SEEDS[name](tmp_path)
    path = tmp_path / name
    path.write_bytes(seed)
    content, spool = text_of(path)
    assert content.count(b"\n") >= 5
    assert (spool.error, spool.notice.replace("The text is not UTF-8; it was read as cp1252.", "")) == ("", "")
    for _ in range(CASES):
        path.write_bytes(damaged(seed, rng))
        begun = time.monotonic()
        try:
            _, spool = text_of(path)
        except SourceError:
            continue  # said in words
        assert "could not be read further" not in spool.error  # what no reader expected
        assert time.monotonic() - begun < SLOWEST_S


@pytest.mark.parametrize("name", SEEDS)
def test_a_wrong_name_changes_nothing(tmp_path: Path, name: str) -> None:
    path, other = tmp_path / name, tmp_path / "other.log"
    path.write_bytes(SEEDS[name](tmp_path))
    other.write_bytes(path.read_bytes())
    assert text_of(path)[0] == text_of(other)[0]
