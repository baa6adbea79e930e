from __future__ import annotations

import csv
import io

import numpy as np
import orjson
import pytest

from aidebug_gui.analysis.usage import BINS, grouping_fields, usage, with_empty_answers
from aidebug_gui.analysis.usage_report import usage_csv, usage_mapping, usage_text
from aidebug_gui.store.protocol import Cancelled, CancelToken


def call(number: int, model: str, **more: object) -> dict[str, object]:
    """A call of a model as many services log it."""
    return {
        "timestamp": f"2026-03-14T10:{number // 60 % 60:02d}:{number % 60:02d}Z",
        "level": "INFO",
        "message": "call",
        "request_id": f"r{number}",
        "model": model,
        "prompt_tokens": 100,
        "completion_tokens": 50,
        "latency_ms": 1000.0,
        **more,
    }


def lines_of(records: list[dict[str, object]]) -> str:
    return b"".join(orjson.dumps(record) + b"\n" for record in records).decode()


@pytest.fixture
def log(open_text):
    """300 calls: of "a" every third fails and latencies rise, of "b" some are cut or empty; then records of no model."""
    records = [
        call(
            number,
            "a" if number % 2 else "b",
            latency_ms=float(number),
            status=500 if number % 6 == 1 else 200,
            **({} if number % 2 else {"cost": 0.25, "finish_reason": "length" if number % 4 else "stop"}),
            response="" if number % 20 == 0 else "text",
        )
        for number in range(300)
    ]
    return open_text(
        lines_of([*records, *({"timestamp": "2026-03-14T10:06:00Z", "message": "idle"} for _ in range(9))])
    )


def test_counts_of_each_model(log):
    a, b = sorted(usage(log, "model"), key=lambda line: line.value)
    assert (a.value, a.calls, a.failed, a.tokens_in, a.tokens_out, a.tokens_total) == ("a", 150, 50, 15000, 7500, 22500)
    assert (a.cost_usd, a.finish, a.cut, a.empty) == (None, (), None, None)
    assert (b.calls, b.failed, b.cost_usd, b.finish, b.cut) == (150, 0, 37.5, (("length", 75), ("stop", 75)), 75)
    latencies = np.arange(1, 300, 2)
    assert a.latency_ms == pytest.approx(np.quantile(latencies, [0.5, 0.95, 0.99]))
    assert a.tokens_per_s == pytest.approx(1000 * 7500 / latencies.sum())
    assert (b.last_ns or 0) - (b.first_ns or 0) == 298 * 10**9


def test_over_time_adds_up(log):
    for line in usage(log, "model"):
        assert {measure: len(series) for measure, series in line.over_time.items()}.keys() == {
            "calls",
            "failed",
            "tokens",
            "cost",
        }
        assert len(line.over_time["calls"]) == BINS
        assert line.over_time["calls"].sum() == line.calls
        assert line.over_time["failed"].sum() == line.failed
        assert line.over_time["tokens"].sum() == line.tokens_total
        assert line.over_time["cost"].sum() == (line.cost_usd or 0)


def test_a_selection_and_a_field_that_is_no_column(open_text):
    log = open_text(lines_of([call(n, "m", team="x" if n < 30 else "y") for n in range(100)]))
    assert "team" in grouping_fields(log.fields())
    assert {line.value: line.calls for line in usage(log, "team")} == {"x": 30, "y": 70}
    some = np.arange(20, 40, dtype=np.int64)
    assert {line.value: (line.calls, line.tokens_in) for line in usage(log, "team", some)} == {
        "x": (10, 1000),
        "y": (10, 1000),
    }


def test_empty_answers_are_counted_from_the_text(log):
    found = {line.value: line.empty for line in with_empty_answers(log, "model", usage(log, "model"))}
    assert found == {"a": 0, "b": 15}
    some = np.arange(100, dtype=np.int64)
    found = {line.value: line.empty for line in with_empty_answers(log, "model", usage(log, "model", some), some)}
    assert found == {"a": 0, "b": 5}


def test_a_request_that_repeats_its_numbers_counts_once(open_text):
    """As Claude Code writes a message: each part of it is a record, and each has the usage of the whole."""
    parts = [call(1, "m", request_id="r1", completion_tokens=tokens) for tokens in (1, 1, 90)]
    other = [call(2, "m", request_id="r2"), call(3, "m", request_id="r2", prompt_tokens=200, completion_tokens=60)]
    (line,) = usage(open_text(lines_of([*parts, *other])), "model")
    assert line.calls == 3  # one of r1, two of r2: they read another prompt
    assert line.tokens_in == 100 + 100 + 200
    assert line.tokens_out == 90 + 50 + 60


def test_reasons_of_open_telemetry(open_text):
    records = [call(n, "m", **{"gen_ai.response.finish_reasons": '["max_tokens"]'}) for n in range(5)]
    (line,) = usage(open_text(lines_of(records)), "model")
    assert (line.finish, line.cut) == ((("max_tokens", 5),), 5)


def test_a_log_without_times(open_text):
    records = [{"model": "m", "output": "x", "prompt_tokens": 3} for _ in range(96)]
    (line,) = usage(open_text(lines_of(records)), "model")
    assert line.first_ns is None
    assert line.over_time["calls"].tolist() == [2.0] * BINS


def test_which_fields_it_can_be_counted_by(log, open_text):
    assert grouping_fields(log.fields())[0] == "model"
    assert grouping_fields(open_text("2026-01-01 10:00:00 INFO nothing here\n" * 3).fields()) == []


def test_it_can_be_cancelled(log):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        usage(log, "model", cancel=token)


def test_reports(log):
    lines = with_empty_answers(log, "model", usage(log, "model"))
    rows = list(csv.DictReader(io.StringIO("".join(usage_csv("model", lines)))))
    assert [row["model"] for row in rows] == ["a", "b"]
    assert (rows[0]["cost_usd"], rows[1]["cost_usd"], rows[1]["cut"], rows[0]["cut"]) == ("", "37.5", "75", "")
    assert rows[1]["first"] == "2026-03-14T10:00:00Z"
    assert usage_mapping("model", lines[1])["finish"] == {"length": 75, "stop": 75}
    head, first, second = usage_text("model", lines).splitlines()
    assert head.split()[:2] == ["model", "calls"]
    assert "cost" in head
    assert first.split()[:4] == ["a", "150", "33", "%"]
    assert second.endswith("length 50 %, stop 50 %")


def test_the_steps_of_an_agent_are_calls_of_their_own(open_text):
    """All steps of a request share its id: the prompt grows, all else is what each step wrote."""
    steps = [
        call(
            step,
            "m",
            request_id="r1",
            prompt_tokens=100 + step,
            latency_ms=100.0 * (step + 1),
            cost=0.5,
            finish_reason="stop" if step == 4 else "tool_calls",
        )
        for step in range(5)
    ]
    done = {"timestamp": "2026-03-14T10:05:00Z", "request_id": "r1", "model": "m", "status": 500, "message": "done"}
    (line,) = usage(open_text(lines_of([*steps, done])), "model")
    assert (line.calls, line.failed) == (5, 1)
    assert (line.tokens_in, line.tokens_out, line.cost_usd) == (
        510,
        250,
        2.5,
    )  # steps that wrote equal numbers count, too
    assert line.latency_ms is not None
    assert line.latency_ms[0] == 300
    assert line.finish == (("tool_calls", 4), ("stop", 1))


def test_the_dearest_request_comes_first(open_text):
    """Few calls may cost more than many: of requests, that is asked for."""
    cheap = [call(n, "m", request_id=f"r{n % 40}", prompt_tokens=100 + n, cost=0.001) for n in range(1200)]
    dear = call(1200, "m", request_id="dear", cost=9.0)
    log = open_text(lines_of([*cheap, dear]))
    assert grouping_fields(log.fields())[-1] == "request_id"
    first, second, *_ = usage(log, "request_id")
    assert (first.value, first.calls, first.cost_usd) == ("dear", 1, 9.0)
    assert (second.calls, second.finish) == (30, ())
    assert second.over_time["calls"].sum() == 30
