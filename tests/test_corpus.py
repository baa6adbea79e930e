"""Every real log opens without a crash, and every line of it is accounted for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from aidebug_gui.formats.levels import Level
from aidebug_gui.sources import SourceError, open_spool
from aidebug_gui.store import open_log
from aidebug_gui.store.report import report, report_text

_CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
_MOST_ALIKE = 6


def _files() -> list[Path]:
    """Return the files of the corpus; of those that a program wrote many of (a file for each value) a few."""
    files: list[Path] = []
    alike: Counter[tuple[str, str]] = Counter()
    for path in sorted(path for path in _CORPUS.rglob("*") if path.is_file()):
        place = path.relative_to(_CORPUS).parts
        kind = place[0], place[-2] if len(place) > 3 else ""
        alike[kind] += 1
        if not kind[1] or alike[kind] <= _MOST_ALIKE:
            files.append(path)
    return files


_FILES = _files() if _CORPUS.is_dir() else []


def _text(path: Path) -> bytes:
    """Return the lines that a log consists of, which for whole documents, tables and archives are not the file's own."""
    with open_spool(path) as spool:
        while spool.filling:
            spool.wait_for(1 << 62, 1.0)
        return spool.read(0, spool.size())


@pytest.mark.skipif(not _FILES, reason="no corpus of real logs beside the project")
@pytest.mark.parametrize("path", _FILES, ids=[str(path.relative_to(_CORPUS)) for path in _FILES])
def test_every_line_is_accounted_for(path: Path) -> None:
    try:
        store = open_log(path)
    except SourceError:
        return  # said in words; not every file of the corpus is a log
    try:
        store.wait()
        state = store.state()
        assert not state.error
        data = _text(path)
        assert state.lines == data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
        assert state.lines == state.records + state.continuation + state.blank
        assert sum(store.level_counts().values()) == state.records
        found = report(store, path.name)
        json.dumps(found)
        assert report_text(found)
        for number in {0, state.records // 2, state.records - 1} if state.records else ():
            record = store.record(number)
            assert store.record_at_line(record.line) == number
            assert record.level in {int(level) for level in Level}
    finally:
        store.close()
