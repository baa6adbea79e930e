"""Columns are fetched once, however often rules ask for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.field_series import is_watched
from aidebug_gui.store import open_log
from aidebug_gui.store.analytics import Analytics


def test_which_values_are_no_numbers_is_asked_once_for_all_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.jsonl"
    values = [float("nan") if number % 50 == 0 else 0.25 for number in range(1000)]
    path.write_text("".join(json.dumps({"message": "m", "score": value}) + "\n" for value in values))
    monkeypatch.setattr("aidebug_gui.analysis.folds.CHUNK", 64)
    asked: list[str] = []
    ask = Analytics.execute

    def spied(self: Analytics, sql: str, parameters: tuple[object, ...] = ()) -> object:
        asked.append(sql)
        return ask(self, sql, parameters)

    monkeypatch.setattr(Analytics, "execute", spied)
    log = open_log(path)
    try:
        assert log.wait(30.0)
        evidence = Evidence(log)
        assert is_watched(evidence, "score")
        assert evidence.not_finite("score").tolist() == list(range(0, 1000, 50))
        assert sum("isfinite" in sql for sql in asked) == 1
    finally:
        log.close()
