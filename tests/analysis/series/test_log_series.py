from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.series.log_series import by_group, default_fields, log_series, series_events
from aidebug_gui.analysis.series.model import ERRORS, Reason
from aidebug_gui.store import open_log

EXAMPLE = Path(__file__).parents[3] / "resources" / "examples" / "incident.jsonl"


@pytest.fixture
def opened():
    stores = []

    def opened(path: Path):
        stores.append(open_log(path))
        stores[-1].wait()
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


def write(path: Path, records: list[str]) -> Path:
    path.write_text("\n".join(records) + "\n")
    return path


def test_points_are_the_records_with_a_value(tmp_path, opened):
    path = write(
        tmp_path / "a.jsonl",
        [
            '{"ts":"2026-01-01T10:00:00Z","score":0.5}',
            '{"ts":"2026-01-01T10:00:01Z","score":NaN}',
            '{"ts":"2026-01-01T10:00:02Z","message":"no score"}',
            '{"ts":"2026-01-01T10:00:03Z","score":0.7}',
            '{"message":"no time","score":0.8}',
        ],
    )
    series = log_series(opened(path), "score")
    assert series.records.tolist() == [0, 1, 3, 4]
    assert np.array_equal(series.points.values, [0.5, np.nan, 0.7, 0.8], equal_nan=True)
    assert np.diff(series.points.times).tolist() == [10**9, 2 * 10**9, 0]


def test_a_selection_and_groups(tmp_path, opened):
    records = [json.dumps({"score": i / 10, "model": "ab"[i % 2], "message": "x"}) for i in range(10)]
    store = opened(write(tmp_path / "a.jsonl", records))
    assert log_series(store, "score", np.array([2, 5, 9])).points.values.tolist() == [0.2, 0.5, 0.9]
    groups = by_group(store, "score", "model")
    assert {name: series.records.tolist() for name, series in groups.items()} == {
        "a": [0, 2, 4, 6, 8],
        "b": [1, 3, 5, 7, 9],
    }
    assert not log_series(store, "score").points.times.any()


def test_an_unknown_field(tmp_path, opened):
    store = opened(write(tmp_path / "a.jsonl", ['{"score":1}', '{"score":2}']))
    with pytest.raises(KeyError):
        log_series(store, "nonsense")


def test_what_was_put_into_the_example_is_found(opened):
    store = opened(EXAMPLE)
    assert {"score", "latency_ms", ERRORS} <= set(default_fields(store))
    found = {field: series_events(log_series(store, field)) for field in default_fields(store)}
    stuck = [event for event in found["score"].events if event.reason is Reason.FLAT]
    assert len(stuck) == 1
    assert "stuck at 0.5" in stuck[0].text
    assert found["score"].records(stuck[0])[0] == 1672
    assert any(event.reason is Reason.SHIFT for event in found["latency_ms"].events)
    assert any(event.reason is Reason.BURST for event in found[ERRORS].events)
    assert sum(len(result.events) for result in found.values()) <= 8
