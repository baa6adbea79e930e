"""Values of a field that is filled from several keys are hidden as those of the keys are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.record_scanner import MaskingVeil, RecordScanner
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

PLAIN_ID = "15bc38d5-e469-468e-9649-49f7d22324db"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FileLog]:
    path = tmp_path / "a.jsonl"
    ids = [{"user": {"id": PLAIN_ID}}, {"username": "olga_weber"}] * 20
    path.write_text("".join(json.dumps({"level": "info", **one}) + "\n" for one in ids))
    store = open_log(path)
    assert store.wait(60)
    yield store
    store.close()


def test_what_one_key_of_a_column_hides_is_hidden(log: FileLog) -> None:
    values = [value for value, _ in log.values("user_id")]
    assert sorted(values) == [PLAIN_ID, "olga_weber"]
    assert log.shown_values("user_id", values) == values
    log.veil = MaskingVeil(RecordScanner(PersonalMarks(log)), b"key")
    shown = dict(zip(values, log.shown_values("user_id", values), strict=True))
    assert "olga" not in shown["olga_weber"]
    assert log.shown_values("level", ["info"]) == ["info"]
