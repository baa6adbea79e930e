"""What durations count whose names do not say it."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()


def _latencies(*lines: str) -> list[object]:
    data = [line.encode() for line in lines]
    parser = RecordParser(detect(data, CATALOG), CATALOG)
    return [parser.parse(line).values.get("latency_ms") for line in data]


@pytest.mark.parametrize("key", ["took", "elapsed", "duration", "latency", "response_time", "processing_time"])
def test_fractions_in_python_are_seconds(key: str) -> None:
    assert _latencies(
        f"2026-01-01 10:00:00,123 - app - INFO - done {key}=0.5",
        f"2026-01-01 10:00:01,123 - app - INFO - done {key}=1.3",
    ) == [500.0, 1300.0]
    assert _latencies(json.dumps({"msg": "done", key: 0.42})) == [420.0]


def test_large_fractions_in_python_are_milliseconds() -> None:
    assert _latencies(json.dumps({"msg": "done", "took": 812.5})) == [812.5]


def test_javascript_counts_milliseconds() -> None:
    pino = '{"level":30,"time":1795345200123,"pid":7,"hostname":"api","responseTime":%s,"msg":"request completed"}'
    assert _latencies(pino % 5, pino % 12) == [5.0, 12.0]
    assert _latencies('{"level":"info","message":"done","timestamp":"2026-01-01T10:00:00.123Z","elapsed":0.5}') == [0.5]


def test_go_counts_nanoseconds_or_seconds() -> None:
    slog = '{"time":"2026-01-01T10:00:00.123456789Z","level":"INFO","msg":"done","duration":1500000}'
    assert _latencies(slog) == [1.5]
    zap = '{"level":"info","ts":1795345200.123,"caller":"api/main.go:7","msg":"done","elapsed":0.25}'
    assert _latencies(zap) == [250.0]


def test_tokens_beside_a_duration_tell_its_unit() -> None:
    assert _latencies('{"model":"m","duration":14.2,"completion_tokens":420}') == [14_200.0]
    assert _latencies('{"model":"m","duration":1420,"completion_tokens":42}') == [1420.0]


@pytest.mark.parametrize(
    "line", ["done took=0.5", '{"msg":"done","took":0.5}', '{"msg":"done","took":7}', '{"msg": "done", "took": 12.5}']
)
def test_no_unit_is_invented(line: str) -> None:
    assert _latencies(line) == [None]
    names = {sample.name: sample.numeric for sample in detect([line.encode()], CATALOG).fields}
    assert names["took"]  # the number can still be plotted and filtered


def test_a_unit_of_its_own_counts_more() -> None:
    assert _latencies("INFO:root:done took=0.5s", "INFO:root:done took=20ms") == [500.0, 20.0]


def test_a_duration_of_unknown_unit_does_not_hide_one_that_is_known() -> None:
    assert _latencies('{"took":7,"timing":{"total_ms":3},"metrics":{"latency_ms":9}}') == [9.0]


def test_airflow_counts_seconds() -> None:
    head = "[2026-03-03T08:15:01.123+0000] {dagrun.py:811} INFO - "
    runs = [
        f"{head}DagRun Finished: dag_id=nightly, run_id=r{at}, run_duration={102 + at}.25, state=success"
        for at in (0, 1)
    ]
    assert _latencies(*runs) == [102_250.0, 103_250.0]
    tasks = [
        f"{head}Task finished exit_code=0 final_state=success duration={duration}" for duration in ("102.0", "7.5")
    ]
    assert _latencies(*tasks) == [102_000.0, 7500.0]
    assert _latencies(f"{head}Embedded 9 chunks duration=102.00") == [
        102.0
    ]  # somebody's own: nothing tells that it is seconds
