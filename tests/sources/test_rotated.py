from __future__ import annotations

from pathlib import Path

import pytest

from aidebug_gui.sources.rotated import family, grouped, siblings


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
