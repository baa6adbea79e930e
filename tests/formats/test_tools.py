"""What single tools write, in the fields that are theirs: which column each becomes."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()


def _values(*records: dict[str, object]) -> list[dict[str, object]]:
    """Return the columns of JSON records that stand in one log, with the message that is shown."""
    lines = [json.dumps(record).encode() for record in records]
    parser = RecordParser(detect(lines, CATALOG), CATALOG)
    parsed = [parser.parse(line) for line in lines]
    return [{**record.values, "message": record.message} for record in parsed]


def test_sentry_event() -> None:
    event: dict[str, object] = {
        "level": "error",
        "logger": "root",
        "timestamp": "2026-11-21T19:43:06Z",
        "exception": {"values": [{"type": "ValueError", "value": "bad shape", "stacktrace": {"frames": []}}]},
        "contexts": {"trace": {"trace_id": "t1", "span_id": "s1", "data": {"thread.id": "139773574163328"}}},
    }
    (values,) = _values(event)
    assert values["message"] == "bad shape"
    assert (values["trace_id"], values["span_id"], values["error_type"]) == ("t1", "s1", "ValueError")
    assert "ValueError: bad shape" in str(values["traceback"])
    assert "session_id" not in values  # a thread of the operating system is none


def test_exceptions_as_objects_say_what_went_wrong() -> None:
    (values,) = _values(
        {
            "event": "inference_failed",
            "level": "error",
            "timestamp": "2026-11-21T19:43:06Z",
            "exception": [{"exc_type": "ValueError", "exc_value": "bad shape", "frames": []}],
        }
    )
    assert (values["message"], values["error_type"], values["error"]) == ("inference_failed", "ValueError", "bad shape")
    (values,) = _values(
        {
            "info": {"trace_id": "tr-1", "request_time": "2026-11-21T19:44:21.869Z", "state": "ERROR"},
            "data": {"spans": [{"status": {"code": "STATUS_CODE_ERROR", "message": "ValueError: too long"}}]},
        }
    )
    assert values["error"] == "ValueError: too long"


def test_coding_agent_transcripts() -> None:
    said, used, answered, typed = _values(
        {
            "type": "assistant",
            "sessionId": "s",
            "message": {"role": "assistant", "content": [{"type": "text", "text": "I look."}]},
        },
        {
            "type": "assistant",
            "sessionId": "s",
            "message": {"content": [{"type": "tool_use", "name": "Bash", "input": {"command": "ls"}}]},
        },
        {
            "type": "user",
            "sessionId": "s",
            "message": {"content": [{"type": "tool_result", "content": "a.py", "is_error": False}]},
        },
        {"type": "user", "sessionId": "s", "message": {"role": "user", "content": "Look at it."}},
    )
    assert (said["message"], "input" in said) == ("I look.", False)
    assert (used["tool"], used["input"]) == ("Bash", '{"command":"ls"}')
    assert answered["output"] == "a.py"
    assert typed["message"] == "Look at it."


def test_codex_rollout() -> None:
    call, thought = _values(
        {
            "timestamp": "2026-01-02T03:04:05Z",
            "type": "response_item",
            "payload": {"type": "function_call", "name": "shell", "arguments": '{"cmd": "ls"}', "call_id": "c1"},
        },
        {
            "timestamp": "2026-01-02T03:04:06Z",
            "type": "response_item",
            "payload": {"type": "reasoning", "summary": [{"type": "summary_text", "text": "I will look."}]},
        },
    )
    assert (call["tool"], call["input"], call["request_id"]) == ("shell", '{"cmd": "ls"}', "c1")
    assert thought["message"] == "I will look."


def test_mlflow_trace_that_failed() -> None:
    (values,) = _values({"info": {"trace_id": "tr-1", "state": "ERROR", "request_preview": "q"}, "data": {"spans": []}})
    assert (values["status"], values["level"], values["message"]) == ("ERROR", Level.ERROR, "q")


@pytest.mark.parametrize(
    ("line", "endpoint", "status"),
    [
        ("INFO 2026-08-20 09:00:00,123 default_Model abc123 0000-r1 -- POST /predict 502 12.3ms", "/predict", "502"),
        ('{"message": "GET /health 200 0.4ms", "component_name": "replica", "levelname": "INFO"}', "/health", "200"),
    ],
)
def test_ray_serve_requests(line: str, endpoint: str, status: str) -> None:
    record = RecordParser(detect([line.encode()], CATALOG), CATALOG).parse(line.encode())
    assert (record.values["endpoint"], record.values["status"]) == (endpoint, status)


def test_a_media_type_is_no_event() -> None:
    line = b"2026-08-20T09:00:00+0000 [INFO] [service:S:1] 1.2.3.4:5 (method=POST,type=application/json) (status=200)"
    assert "event" not in RecordParser(detect([line], CATALOG), CATALOG).parse(line).values


def test_the_whole_time_counts_more_than_a_part() -> None:
    (values,) = _values({"inference_time_ms": 20, "total_time_ms": 35, "message": "m"})
    assert values["latency_ms"] == 35.0
