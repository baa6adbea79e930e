"""Archives: their members by harmless addresses, one or several, damaged, hostile or packed by an odd method."""

from __future__ import annotations

import gzip
import io
import itertools
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from aidebug_gui.sources import MultipleLogs, SourceError, logs_in, open_spool
from aidebug_gui.sources import open as opening
from aidebug_gui.sources.filled_spool import Stopped, Tally
from aidebug_gui.sources.limits import Limits
from tests.sources.conftest import text_of

ONE = b"INFO:root:one\n" * 100
TWO = b"INFO:root:two\n" * 100


def make_zip(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def make_tar(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_the_only_member_is_the_log(tmp_path: Path, method: int) -> None:
    path = make_zip(tmp_path / "a.zip", {"logs/": b"", "logs/a.log": ONE, "__MACOSX/._a.log": b"x"}, method)
    assert logs_in(path) == [path / "logs/a.log"]
    content, spool = text_of(path)
    assert (content, spool.notice) == (ONE, "")


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz", "w:bz2"])
def test_several_members_are_several_logs(tmp_path: Path, mode: str) -> None:
    path = make_tar(tmp_path / "a.tar", {"a.log": ONE, "deep/b.log": TWO}, mode)
    assert logs_in(path) == [path / "a.log", path / "deep/b.log"]
    with pytest.raises(MultipleLogs, match=r"holds 2 logs.*deep/b\.log") as raised:
        open_spool(path)
    assert [text_of(log)[0] for log in raised.value.paths] == [ONE, TWO]


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    names = {"../../etc/passwd": ONE, "/etc/passwd": TWO, "C:\\logs\\a.log": ONE, "..": TWO}
    path = make_zip(tmp_path / "evil.zip", names)
    assert [log.relative_to(path).as_posix() for log in logs_in(path)] == [
        "etc/passwd",
        "etc/passwd (2)",
        "C_/logs/a.log",
    ]
    assert text_of(path / "etc/passwd (2)")[0] == TWO


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.log": ONE})
    assert "no b.log" in text_of(path / "b.log")[1].error
    with pytest.raises(SourceError, match="holds no log"):
        open_spool(make_zip(tmp_path / "empty.zip", {}))
    (tmp_path / "cut.zip").write_bytes(path.read_bytes()[:-30])
    with pytest.raises(SourceError, match="complete"):
        open_spool(tmp_path / "cut.zip")
    (tmp_path / "a.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(50))
    with pytest.raises(SourceError, match="Unpack it"):
        open_spool(tmp_path / "a.7z")
    with pytest.raises(SourceError, match="more than 2 files"):
        open_spool(make_zip(tmp_path / "many.zip", {str(number): ONE for number in range(3)}), Limits(members=2))


def test_a_wrong_checksum_and_a_tar_that_ends_early_are_told(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.log": ONE}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"one\n", b"ONE\n", 1))
    assert "checksum" in text_of(path)[1].notice
    path = make_tar(tmp_path / "a.tar", {"a.log": ONE * 50}, "w")
    path.write_bytes(path.read_bytes()[:2000])
    content, spool = text_of(path)
    assert content == (ONE * 50)[: len(content)]
    assert "ends too early" in spool.notice


def test_an_archive_that_holds_itself_is_stopped(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "0.zip", {"a.log": ONE})
    for level in range(1, 7):
        path = make_zip(tmp_path / f"{level}.zip", {"inner.zip": path.read_bytes()})
    assert "in one another" in text_of(path)[1].notice


def test_a_table_inside_a_zip_inside_a_gz(tmp_path: Path) -> None:
    import gzip

    inner = make_zip(tmp_path / "a.zip", {"a.log": ONE})
    (tmp_path / "b.gz").write_bytes(gzip.compress(inner.read_bytes()))
    assert text_of(tmp_path / "b.gz")[0] == ONE


def test_an_archive_inside_a_packed_file_is_written_out_within_limits(tmp_path: Path) -> None:
    """It was written to the disk to its end, however little room there was, and whether or not the log was still open."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.log", "x\n" * 50_000)
    path = tmp_path / "a.zip.gz"
    path.write_bytes(gzip.compress(inner.getvalue()))
    with open_spool(path, Limits(spool_bytes=60_000)) as spool:
        spool.wait_for(1 << 40, 10)
        assert "longer than 59 KB" in spool.notice
        assert spool.size() == 0


def test_nothing_more_is_written_out_for_a_log_that_was_closed() -> None:
    tally = Tally(0)
    tally.stopped.set()
    endless = itertools.repeat(b"x" * 1000)
    with pytest.raises(Stopped, match=r"^$"), opening._spilled(endless, tally, Limits(spool_bytes=1 << 20)):
        pass


@pytest.mark.parametrize("kind", ["plain", "packed", "parquet"])
def test_what_is_no_archive_holds_nothing_else(kind: str, tmp_path: Path) -> None:
    """``app.log/x`` opened ``app.log``."""
    path = tmp_path / "app.log"
    if kind == "parquet":
        pq.write_table(pa.table({"message": ["a"]}), path)
    else:
        path.write_bytes(gzip.compress(b"INFO:root:a\n") if kind == "packed" else b"INFO:root:a\n")
    content, spool = text_of(path / "x")
    assert content == b""
    assert "There is no x in " in spool.error
    assert text_of(path)[0]
