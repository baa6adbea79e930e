from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from aidebug_gui.sources.addresses import Merged, as_path, find_addresses, is_several, read_address, short_names
from aidebug_gui.sources.magic import looks_binary
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.spool import SourceError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "api").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "api" / "app.log").write_text("2026-01-01 10:00:00 INFO a\n")
    (tmp_path / "app.log").write_text("2026-01-01 10:00:01 INFO b\n")
    (tmp_path / "weights.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / ".git" / "config").write_text("x\n")
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("one.log", "2026-01-01 09:00:00 INFO c\n")
        archive.writestr("two.log", "2026-01-01 09:30:00 INFO d\n")
    return tmp_path


def test_a_directory_is_all_logs_in_it(folder: Path) -> None:
    found = find_addresses([folder])
    names = [path.relative_to(folder).as_posix() for path in found.paths]
    assert names == ["app.log", "old.zip/one.log", "old.zip/two.log", "api/app.log"]
    assert found.found
    assert found.place == folder
    assert short_names(found.paths) == [
        f"{folder.name}/app.log", "old.zip/one.log", "old.zip/two.log", "api/app.log"
    ]  # fmt: skip


def test_what_cannot_be_read_is_left_to_who_opens_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory with one damaged archive could not be opened at all; a file without permission was not told."""
    (folder / "half.zip").write_bytes(b"PK\x03\x04 and no more")
    (folder / "secret.log").write_text("2026-01-01 10:00:00 INFO x\n")
    opened = Path.open

    def refusing(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "secret.log":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refusing)
    names = [path.name for path in find_addresses([folder]).paths]
    assert names == ["app.log", "half.zip", "one.log", "two.log", "secret.log", "app.log"]


def test_names_that_are_no_utf8_become_text() -> None:
    assert short_names([Path(os.fsdecode(b"a/\xff.log")), Path("a/Größe.log")]) == ["\\xff.log", "Größe.log"]


def test_a_pattern_is_what_it_fits(folder: Path) -> None:
    pattern = folder / "*.log"
    assert is_several(pattern)
    assert find_addresses([pattern]).paths == (folder / "app.log",)
    assert not is_several(folder / "app.log")
    assert not is_several(folder / "missing.log")


def test_nothing_found_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no log"):
        find_addresses([tmp_path])


def test_an_address_survives_as_text(tmp_path: Path) -> None:
    address = Merged((tmp_path / "a.log", tmp_path / "b.log"), (("b.log", -2_500_000_000),))
    assert read_address(as_path(address)) == address
    assert read_address(Path("plain.log")) == Path("plain.log")
    odd = tmp_path / "two\nlines\tand a tab.log"
    odd.touch()
    assert read_address(odd) == odd


@pytest.mark.parametrize(
    ("head", "is_binary"),
    [
        (bytes(range(256)) * 40, True),
        (b"\x7fELF" + bytes(400), True),
        (b"2026-01-01 10:00:00 INFO \x1b[32mok\x1b[0m\n" * 20, False),
        ("größer als ∞\n".encode() * 50, False),
        (("INFO\n" * 50).encode("utf-16-le"), False),
        (b"", False),
    ],
)
def test_what_is_no_text_is_told(head: bytes, is_binary: bool, tmp_path: Path) -> None:
    assert looks_binary(head) is is_binary
    path = tmp_path / "any.log"
    path.write_bytes(head)
    if is_binary:
        with open_spool(path) as spool:
            assert "not look like a log" in spool.notice
