from __future__ import annotations

import numpy as np
import orjson
import pytest

from aidebug_gui.analysis.watch import AnomalyWatch
from aidebug_gui.store import open_log


@pytest.fixture
def store(tmp_path):
    random = np.random.default_rng(7)
    values = random.normal(100, 5, 2000)
    values[1700:1703] = 900
    lines = [
        orjson.dumps({"ts": 1_767_261_600 + at, "latency_ms": round(float(value), 3), "note": "x"})
        for at, value in enumerate(values)
    ]
    path = tmp_path / "app.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    store = open_log(path)
    assert store.wait(30)
    yield store
    store.close()


def test_only_what_came_is_counted(store):
    watch = AnomalyWatch("latency_ms")
    assert watch.count(store, 1000, 1500) == 0
    assert watch.count(store, 1500, 1699) == 0
    assert watch.count(store, 1699, 1705) >= 1
    assert watch.count(store, 1705, 1705) == 0
    assert AnomalyWatch("latency_ms").count(store, 1750, 2000) == 0  # what lies before it is no news


def test_a_number_that_is_not_there_is_no_anomaly(store):
    assert AnomalyWatch("nothing_like_it").count(store, 0, 2000) == 0
