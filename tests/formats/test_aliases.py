"""Which fields become which columns."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from aidebug_gui.formats.aliases import normalised
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.model import Layout

CATALOG = Catalog.load()


def _layout(*records: Mapping[str, object]) -> Layout:
    return detect([json.dumps(record).encode() for record in records], CATALOG)


def _paths(*records: Mapping[str, object]) -> dict[str, list[str]]:
    paths = _layout(*records).json_paths
    return {column: [".".join(map(str, path)) for path in found] for column, found in paths.items()}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("latencyMs", "latency_ms"),
        ("RequestId", "request_id"),
        ("x-request-id", "x_request_id"),
        ("gen_ai.request.model", "gen_ai_request_model"),
        ("HTTPStatus", "http_status"),
        ("core version", "core_version"),
        ("@timestamp", "@timestamp"),
    ],
)
def test_normalised(key: str, expected: str) -> None:
    assert normalised(key) == expected


@pytest.mark.parametrize(
    ("key", "value", "column"),
    [
        ("timestamp", "2026-01-01T10:00:00Z", "time"),
        ("@timestamp", 1_790_000_000_000, "time"),
        ("createdAt", "1790000000", "time"),
        ("levelname", "INFO", "level"),
        ("severityText", "WARN", "level"),
        ("logger", "app.api", "logger"),
        ("name", "chat-api", "logger"),
        ("msg", "hello", "message"),
        ("event_type", "batch", "event"),
        ("modelName", "m", "model"),
        ("engine_used", "m", "model"),
        ("confidence", 0.5, "score"),
        ("confidence", "0.5", "score"),
        ("fraud_probability", 0.5, "score"),
        ("intent_score", 0.5, "score"),
        ("prediction", "spam", "label"),
        ("prediction", 0.83, "score"),
        ("prediction", 1, "label"),
        ("is_anomaly", True, "label"),
        ("y_true", 1, "target"),
        ("target", "spam", "target"),
        ("target", "router::server", "logger"),
        ("durationMs", 12, "latency_ms"),
        ("response_time", 0.5, "latency_ms"),
        ("ttft", 0.5, "ttft_ms"),
        ("promptTokens", 3, "tokens_in"),
        ("usage", {"completion_tokens": 3}, "tokens_out"),
        ("total_cost", "0.0001", "cost_usd"),
        ("finishReason", "stop", "finish_reason"),
        ("route", "/x", "endpoint"),
        ("statusCode", 200, "status"),
        ("reqId", "r", "request_id"),
        ("traceId", "t", "trace_id"),
        ("conversation_id", "c", "session_id"),
        ("user", "u", "user_id"),
        ("question", "what", "input"),
        ("inputs", {"a": 1}, "input"),
        ("answer", "that", "output"),
        ("exc_info", "Traceback", "traceback"),
        ("errorMessage", "no", "error"),
        ("metadata", {"request_id": "r"}, "request_id"),
        ("global_step", 3, "step"),
    ],
)
def test_one_field_becomes_the_column(key: str, value: object, column: str) -> None:
    assert list(_paths({key: value})) == [column]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("score", "high"),
        ("timestamp", "soon"),
        ("time", "0.177 parsecs"),
        ("text_length", 31),
        ("level", "loud"),
        ("error", False),
        ("latency_ms", [1, 2]),
        ("logger", 7),
        ("label", "x" * 500),
    ],
)
def test_values_that_do_not_suit(key: str, value: object) -> None:
    assert _paths({key: value}) == {}


def test_short_time_is_latency() -> None:
    assert _paths({"time": 0.177}) == {"latency_ms": ["time"]}


def test_top_level_before_nested_and_earlier_before_later() -> None:
    record = {"created_at": 1_790_000_000, "data": {"timestamp": 1_790_000_001}, "id": "a", "request_id": "b"}
    assert _paths(record) == {"time": ["created_at"], "request_id": ["request_id"]}


def test_shapes_share_a_column_but_two_scores_of_a_record_do_not() -> None:
    assert _paths({"confidence": 0.5}, {"probability": 0.4})["score"] == ["confidence", "probability"]
    assert _paths({"intent_score": 0.5, "sentiment_score": 0.4})["score"] == ["intent_score"]
    assert _paths({"label": "a", "flagged": True}, {"flagged": False})["label"] == ["label"]


def test_event_is_the_message_where_there_is_none() -> None:
    assert _paths({"event": "prediction"}) == {"event": ["event"], "message": ["event"]}
    assert _paths({"event": "prediction", "message": "done"}) == {"event": ["event"], "message": ["message"]}


def test_text_is_input_of_a_prediction_and_else_the_message() -> None:
    assert _paths({"text": "hi", "label": "x"}) == {"label": ["label"], "input": ["text"]}
    assert _paths({"text": "hi"}) == {"message": ["text"]}


def test_scales_of_latency_that_names_or_schemas_tell() -> None:
    assert _layout({"latency_ms": 5}).scales == {}
    assert _layout({"duration_seconds": 5}).scales == {"duration_seconds": 1000.0}
    assert _layout({"ttft_s": 1}).scales == {"ttft_s": 1000.0}
    assert _layout({"metrics": {"latency_us": 5}}).scales == {"metrics.latency_us": 0.001}
    langfuse = {"latency": 1.5, "timeToFirstToken": 0.3, "usageDetails": {"input": 1}}
    assert _layout(langfuse).scales == {"latency": 1000.0, "timeToFirstToken": 1000.0}


def test_loguru_serialised_record() -> None:
    record = {
        "text": "2026 ...",
        "record": {
            "elapsed": {"repr": "0:00:01", "seconds": 1.0},
            "extra": {"request_id": "r"},
            "level": {"icon": "i", "name": "INFO", "no": 20},
            "message": "hello",
            "name": "__main__",
            "thread": {"id": 7, "name": "MainThread"},
            "time": {"repr": "2026-01-01", "timestamp": 1_790_000_000.5},
        },
    }
    assert _paths(record) == {
        "time": ["record.time.timestamp"],
        "level": ["record.level.name"],
        "message": ["record.message"],
        "logger": ["record.name"],
        "request_id": ["record.extra.request_id"],
    }
