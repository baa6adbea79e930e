from __future__ import annotations

from pathlib import Path

import pytest

from aidebug_gui.sources.rotated import family, grouped, is_numbered, is_part, siblings


@pytest.mark.parametrize(
    ("name", "log"),
    [
        ("app.log", "app.log"),
        ("app.log.1", "app.log"),
        ("app.log.12.gz", "app.log"),
        ("app.log.gz", "app.log"),
        ("app.log.2026-11-21", "app.log"),
        ("app.log-20261121.gz", "app.log"),
        ("app.log.2026-11-21_10", "app.log"),
        ("app-2026-11-21.log", "app.log"),
        ("app.2026-11-21_10-00-00_123456.log.zip", "app.log"),
        ("syslog.1", "syslog"),
        ("model-1.log", "model-1.log"),
        ("run2.jsonl", "run2.jsonl"),
    ],
)
def test_the_log_that_a_file_is_a_part_of(name: str, log: str) -> None:
    assert family(name) == log


@pytest.mark.parametrize(
    ("name", "numbered", "part"),
    [
        ("app.log", False, False),
        ("app.log.1", True, True),
        ("app.log.12.gz", True, True),
        ("app.log.2026-11-21", False, True),
        ("app.log.gz", False, False),
    ],
)
def test_what_was_rotated_away(name: str, numbered: bool, part: bool) -> None:
    assert (is_numbered(name), is_part(name)) == (numbered, part)


def test_siblings_are_parts_of_the_same_log(tmp_path: Path) -> None:
    for name in ("app.log", "app.log.1", "app.log.2.gz", "app-2026-11-21.log", "other.log.1", "app.logging"):
        (tmp_path / name).touch()
    (tmp_path / "app.log.3").mkdir()
    assert [path.name for path in siblings(tmp_path / "app.log")] == ["app-2026-11-21.log", "app.log.1", "app.log.2.gz"]
    assert [path.name for path in siblings(tmp_path / "other.log.1")] == []
    assert siblings(tmp_path / "gone" / "app.log") == []


def test_a_packed_copy_alone_is_no_part(tmp_path: Path) -> None:
    for name in ("run.log", "run.log.gz"):
        (tmp_path / name).touch()
    assert siblings(tmp_path / "run.log") == []


def test_parts_of_one_log_are_grouped() -> None:
    paths = [Path("a/app.log"), Path("b/app.log.1"), Path("x.jsonl"), Path("a/app.log.1"), Path("x.jsonl")]
    groups = [(Path("a/app.log"), Path("a/app.log.1")), (Path("b/app.log.1"),), (Path("x.jsonl"),)]
    assert grouped(paths) == groups


def test_a_log_and_its_packed_copy_are_two_logs() -> None:
    paths = [Path("app.log"), Path("app.log.gz")]
    assert grouped(paths) == [(path,) for path in paths]
