from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.bundle import Bundle, environment, write_bundle
from aidebug_gui.sources.addresses import Merged
from aidebug_gui.sources.bundle import MANIFEST, BundleView, read_view
from aidebug_gui.store import open_log


@pytest.fixture
def log(tmp_path: Path):
    path = tmp_path / "anna.kern@posteo.de.log"
    path.write_text("INFO: all is fine\nINFO: mail to anna.kern@posteo.de sent\nERROR: failed\n")
    store = open_log(path)
    assert store.wait(60)
    yield store
    store.close()


def test_rows_view_and_report(log, tmp_path: Path) -> None:
    out = tmp_path / "b.zip"
    view = BundleView('"anna.kern@posteo.de"', ("line", "message"), ("level", False))
    told: list[tuple[int, bool]] = []
    done = write_bundle(log, out, Bundle(view, np.array([1, 2])), progress=lambda *step: told.append(step))
    assert (done.records, done.by_entity, done.certain_left) == (2, {"email": 1}, 0)
    assert told[-1] == (2, False)
    with zipfile.ZipFile(out) as archive:
        assert "anna" not in b"".join(archive.read(name) for name in archive.namelist()).decode()
        rows = [json.loads(line) for line in archive.read("rows.jsonl").splitlines()]
    read = read_view(out)
    assert read is not None
    assert (read.columns, read.sort) == (view.columns, view.sort)
    assert read.query.strip('"') in rows[0]["message"]
    again = open_log(out)
    assert again.wait(60)
    assert again.state().records == 2
    assert again.select(read.query).tolist() == [0]
    again.close()
    assert not list(tmp_path.glob(".aidebug-*"))


def test_a_log_of_several_files(log, tmp_path: Path) -> None:
    other = tmp_path / "b.log"
    other.write_text("INFO: bob.stone@posteo.de came\n")
    merged = open_log(Merged((log.path, other)))
    assert merged.wait(60)
    out = tmp_path / "m.zip"
    assert write_bundle(merged, out, Bundle(BundleView())).by_entity == {"email": 2}
    with pytest.raises(ValueError, match="never written to"):
        write_bundle(merged, other, Bundle(BundleView()))
    merged.close()


def test_the_log_itself_is_never_written(log) -> None:
    with pytest.raises(ValueError, match="never written to"):
        write_bundle(log, log.path, Bundle(BundleView()))


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        ('{"format":"aidebug-bundle"}', BundleView()),
        ('{"format":"aidebug-bundle","filter":5,"columns":["a",1,""],"sort":["a","b"]}', BundleView(columns=("a",))),
        (
            '{"format":"aidebug-bundle","bookmarks":[[3,"look"],[true,""],[-1,""],[1],["2",""],5]}',
            BundleView(marks=((3, "look"),)),
        ),
        ('{"format":"aidebug-bundle","bookmarks":{"3":"look"}}', BundleView()),
        ('{"format":"other","filter":"x"}', None),
        ("[" * 100_000, None),
        ("{", None),
    ],
)
def test_a_manifest_is_not_trusted(tmp_path: Path, manifest: str, expected: BundleView | None) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, manifest)
    assert read_view(path) == expected


def test_what_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    assert read_view(tmp_path / "a.zip") is None
    assert read_view(tmp_path / "none.zip") is None


def test_the_environment_names_nobody() -> None:
    told = json.dumps(environment())
    assert Path.home().name not in told or len(Path.home().name) < 5
    assert str(Path.cwd()) not in told
