"""Single records: what the screen shows of them."""

from __future__ import annotations

import json
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import JSON, RAW, Flag, Layout, ParsedRecord
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()


def _parse(raw: str | bytes | dict[str, object], *sample: str) -> ParsedRecord:
    """Parse a record by the layout of the sample lines, or of its own head line."""
    if isinstance(raw, dict):
        raw = json.dumps(raw)
    data = raw.encode() if isinstance(raw, str) else raw
    lines = [line.encode() for line in sample] or data.splitlines()[:1]
    return RecordParser(detect(lines, CATALOG), CATALOG).parse(data)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("INFO:root:Input Data: [0.1 0.2]", {"level": 20, "logger": "root", "input": "[0.1 0.2]"}),
        ("INFO:root:Prediction: 0.8347", {"level": 20, "score": 0.8347}),
        ("WARNING:root:Anomaly detected at index 17", {"level": 30, "message": "Anomaly detected at index 17"}),
        ("DEBUG:root:Received user input: hi", {"level": 10, "input": "hi"}),
        ("INFO:root:Generated response: Can you clarify?", {"level": 20, "output": "Can you clarify?"}),
        ("INFO:root:Processing transaction with ID: 42", {"level": 20, "request_id": "42"}),
        ("INFO:root:[5f915ef0-4462] received POST /chat", {"request_id": "5f915ef0-4462"}),
        ("INFO:root:[req-7f] done", {"request_id": "req-7f"}),
        ("INFO:root:[31] [warmup] done", {"message": "[31] [warmup] done", "request_id": None}),
        (
            "2025-08-20 09:00:00.123456 | /chat | {'text': 'hello'}",
            {"time": 1_755_680_400_123_456_000, "endpoint": "/chat", "input": "{'text': 'hello'}"},
        ),
        (
            'INFO:     127.0.0.1:37376 - "POST /predict HTTP/1.1" 502 Bad Gateway',
            {"level": 20, "client": "127.0.0.1:37376", "method": "POST", "endpoint": "/predict", "status": "502"},
        ),
        ("INFO:root:confidence=0.91", {"score": 0.91}),
        ("INFO:root:Epoch 3/10 - step 120, score = 0.5", {"epoch": 3.0, "step": 120.0, "score": 0.5}),
        ("INFO:root:score: 0.9", {"score": 0.9}),
        ("INFO:root:Prediction: spam (0.93)", {"score": 0.93, "label": "spam"}),
        ("INFO:root:Prediction: spam (confidence=0.91)", {"score": 0.91, "label": "spam"}),
        ("INFO:root:Prediction: spam", {"label": "spam"}),
        ("INFO:root:Prediction: not spam, sure", {"label": "not spam"}),
        ("INFO:root:Prediction: spam 93%", {"score": 0.93, "label": "spam"}),
        ("INFO:root:Prediction: [[0.83 0.17]]", {"score": 0.83}),
        ("INFO:root:Prediction: -1.5e-3", {"score": -0.0015}),
        ("INFO:root:done, latency: 12.5 ms", {"latency_ms": 12.5}),
        ("INFO:root:took 1.5 seconds", {"latency_ms": 1500.0}),
        ("INFO:root:done latency=0.25s", {"latency_ms": 250.0}),
        ("INFO:root:done latency=250us", {"latency_ms": 0.25}),
        ("Prediction: 0.5", {"score": 0.5, "level": 0}),
        (
            '2026-03-03 08:15:40,280 - httpx - INFO - HTTP Request: POST http://x/api "HTTP/1.1 200 OK"',
            {"method": "POST", "endpoint": "http://x/api", "status": "200", "logger": "httpx"},
        ),
    ],
)
def test_line_gives_its_columns(line: str, values: dict[str, object]) -> None:
    parsed = _parse(line)
    assert {key: parsed.values.get(key) for key in values} == values


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("INFO:root:Prediction: score=0.79 latency=84ms", "label"),
        ("INFO:root:Prediction: 0.83", "label"),
        ("INFO:root:Prediction: ", "score"),
        ("INFO:root:Retrying request in 0.9 seconds", "latency_ms"),
        ("INFO:root:the prediction of 0.9", "score"),
        ("INFO:root:GET /x?score=0.9", "score"),
    ],
)
def test_line_does_not_give_a_column(line: str, column: str) -> None:
    assert column not in _parse(line).values


def test_continuation_lines_and_traceback() -> None:
    raw = 'ERROR:app:Failed\r\nTraceback (most recent call last):\r\n  File "a.py"\r\nValueError: no\r\n'
    parsed = _parse(raw)
    assert parsed.message == "Failed"
    assert parsed.extra == 'Traceback (most recent call last):\n  File "a.py"\nValueError: no'
    assert parsed.values["traceback"] == parsed.extra
    assert parsed.flags == Flag.TRACEBACK | Flag.MULTILINE
    plain = _parse("INFO:app:Table:\n a | b\n")
    assert (plain.extra, plain.flags) == (" a | b", Flag.MULTILINE)
    assert "traceback" not in plain.values


def test_json_record() -> None:
    record: dict[str, object] = {
        "timestamp": "2026-01-01T10:00:00", "level": "warn", "msg": "slow\n", "confidence": "0.5", "took_ms": 3,
        "status": 200, "ok": True, "meta": {"user_id": 7},
    }  # fmt: skip
    parsed = _parse(record)
    assert parsed.format == JSON
    assert parsed.message == "slow"
    assert parsed.fields == record
    assert parsed.flags == Flag.NAIVE_TIME
    assert parsed.values == {
        "time": 1_767_261_600 * 10**9, "level": 30, "message": "slow\n", "score": 0.5, "latency_ms": 3.0,
        "status": "200", "user_id": "7",
    }  # fmt: skip


def test_level_is_derived_where_the_log_names_none() -> None:
    assert _parse({"prompt": "hi"}).values["level"] == Level.INFO
    assert _parse({"prompt": "hi"}).flags == Flag.DERIVED_LEVEL
    assert _parse({"status": 503}).values["level"] == Level.ERROR
    assert _parse({"status": 404}).values["level"] == Level.INFO
    assert _parse({"error": "no"}).values["level"] == Level.ERROR
    assert _parse({"exception": "Traceback (most recent call last): ..."}).values["level"] == Level.ERROR
    shape = '{"error": "no"}'
    for nothing in ('{"error": null}', '{"error": ""}', '{"error": {}}'):
        assert _parse(nothing, shape).values["level"] == Level.INFO
    assert not _parse({"level": "ERROR"}).flags & Flag.DERIVED_LEVEL
    assert _parse({"level": "loud"}, '{"level": "INFO"}').flags & Flag.DERIVED_LEVEL
    raw = _parse("Traceback (most recent call last):\n  File\nValueError: x")
    assert (raw.format, raw.values["level"]) == (RAW, Level.ERROR)
    assert raw.flags == Flag.DERIVED_LEVEL | Flag.TRACEBACK | Flag.MULTILINE
    assert _parse("some words").values["level"] == Level.UNKNOWN


def test_access_line_without_a_level() -> None:
    line = '10.0.0.7:50122 - "POST /predict HTTP/1.1" '
    assert _parse(line + "200").values["level"] == Level.INFO
    assert _parse(line + "500").values["level"] == Level.ERROR
    assert _parse(line + "500").flags == Flag.DERIVED_LEVEL


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"label": "spam", "score": 0.93, "n": 1}, "label=spam score=0.93"),
        ({"event_type": "batch", "score": 0.5}, "batch score=0.5"),
        ({"type": "counter", "metric": "llm_requests", "value": 7}, "counter metric=llm_requests value=7"),
        ({"run_type": "llm", "name": "ChatOpenAI", "outputs": {"a": 1}}, "llm ChatOpenAI"),
        ({"type": "sampling", "sampled": ["a"]}, 'sampling ["a"]'),
        ({"info": {"response_preview": "four"}, "data": {}}, "four"),
        ({"prompt": "hi there", "answer": "x"}, "prompt=hi there answer=x"),
        ({"timestamp": "2026-01-01T10:00:00Z", "a": 1, "b": None, "c": {"d": 1}}, "a=1"),
        ({"prompt": "line\nbreak " + "x" * 200}, "prompt=line break " + "x" * 68 + "…"),
        ({}, ""),
        (
            {"type": "completion", "response": {}, "error_str": "RateLimitError: slow down"},
            "completion RateLimitError: slow down",
        ),
    ],
)
def test_message_is_made_up_where_there_is_none(record: dict[str, object], message: str) -> None:
    parsed = _parse(record)
    assert parsed.message == message
    assert "message" not in parsed.values


def test_pino_levels() -> None:
    line = {"level": 30, "time": 1790000000123, "pid": 1, "hostname": "h", "msg": "x"}
    assert _parse(line).values["level"] == Level.INFO
    assert _parse({"level": 30, "message": "x"}).values["level"] == Level.WARNING
    assert _parse({"severityNumber": 17, "body": "x"}).values["level"] == Level.ERROR


def test_two_objects_on_a_line() -> None:
    parsed = _parse('{"score": 0.5}{"other": 2}')
    assert parsed.format == JSON
    assert parsed.values["score"] == 0.5
    assert parsed.fields == {"score": 0.5, "other": 2}
    assert not parsed.flags & Flag.DAMAGED


def test_nan_stays_nan() -> None:
    score = _parse('{"score": NaN}').values["score"]
    assert isinstance(score, float)
    assert math.isnan(score)


def test_damaged_records_are_shown_and_flagged() -> None:
    broken = _parse(b"INFO:root:caf\xe9 \xff")
    assert (broken.message, broken.flags) == ("caf\ufffd \ufffd", Flag.DAMAGED)
    assert _parse(b"INFO:root:a\0b").flags == Flag.DAMAGED
    assert _parse(b"INFO:root:a\0b").message == "a\0b"
    half = _parse('{"a": 1, "b": }')
    assert (half.format, half.message, half.flags) == (RAW, '{"a": 1, "b": }', Flag.DAMAGED)
    deep = _parse('{"a":' * 5000 + "1" + "}" * 5000)
    assert (deep.format, deep.flags) == (RAW, Flag.DAMAGED)


def test_colours_byte_order_mark_and_line_ends() -> None:
    parsed = _parse(
        "\ufeff\x1b[32m2026-03-03 08:15:02.470\x1b[0m | \x1b[1mINFO    \x1b[0m | a:b:71 - \x1b[1mhi\x1b[0m\r\n"
    )
    assert parsed.message == "hi"
    assert parsed.values["logger"] == "a"
    assert _parse("").message == ""


def test_json_in_the_message_of_a_text_line() -> None:
    inner = '{"confidence": 0.9125, "label": "spam", "duration_s": 2, "user_id": null, "flag": true}'
    for words in ("", "saved "):
        parsed = _parse(f"2026-03-03 08:15:20,670 | INFO | {words}{inner}")
        assert parsed.fields == json.loads(inner)
        assert (parsed.values["score"], parsed.values["label"], parsed.values["latency_ms"]) == (0.9125, "spam", 2000.0)
        assert "user_id" not in parsed.values
    assert _parse("INFO:root:broken {confidence: 0.5}").fields == {"confidence": "0.5"}


def test_header_code() -> None:
    parser = RecordParser(Layout(), CATALOG)
    codes = {text_format.name: text_format.code for text_format in CATALOG.text_formats}
    assert parser.header_code(b'{"a": 1}\n') == JSON
    assert parser.header_code(b'{"a": 1}{"b": NaN}\r\n') == JSON
    assert parser.header_code(b"{'a': 1}") == RAW
    assert parser.header_code(b"INFO:root:x\n") == codes["python_basic"]
    assert parser.header_code(b'  File "x.py", line 3') == RAW
    assert parser.header_code(b"\xff\xfe") == RAW


def test_a_page_of_records_is_parsed_in_time_for_a_frame() -> None:
    lines = [
        b"2026-01-01 10:00:00,123 - app.api - INFO - model call finished model=m score=0.81 latency_ms=16.4 "
        b"tokens_in=134 tokens_out=481 endpoint=/predict status=200 request_id=r-%d" % number
        for number in range(60)
    ]
    parser = RecordParser(detect(lines, CATALOG), CATALOG)
    parser.parse(lines[0])
    start = time.process_time()
    for line in lines:
        parser.parse(line)
    assert time.process_time() - start < 0.05  # 3-5 ms


@pytest.mark.parametrize(
    "text", ["a" * 10**6, "=" * 10**6, "a=" * 10**5, "(" * 10**6, "Prediction: " * 10**5, "1:" * 10**5, " " * 10**6]
)
@pytest.mark.parametrize("head", ["", "INFO:root:", "2026-01-01 10:00:00 ", "[", '"', "Prediction: "])
def test_hostile_lines_take_linear_time(head: str, text: str) -> None:
    parser = RecordParser(Layout(message_patterns=CATALOG.message_patterns), CATALOG)
    start = time.process_time()
    parser.parse((head + text).encode())
    assert time.process_time() - start < 2


@given(st.binary(max_size=200))
def test_any_bytes_give_a_record(raw: bytes) -> None:
    parser = RecordParser(Layout(message_patterns=CATALOG.message_patterns), CATALOG)
    for head in (b"", b"INFO:root:", b'{"score": ', b"2026-01-01 10:00:00 - a - INFO - "):
        parsed = parser.parse(head + raw)
        assert "level" in parsed.values
