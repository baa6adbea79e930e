from __future__ import annotations

import gzip
import http.client
import logging
import logging.handlers
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from aidebug_gui.sources.receivers import http_body
from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.limits import LIMITS, ReceiverLimits
from aidebug_gui.sources.receivers.otlp_http import OtlpListener
from aidebug_gui.sources.receivers.otlp_protobuf import ProtobufError, read_message
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.spool import SourceError

Listen = Callable[..., OtlpListener]
JSON, PROTOBUF = "application/json", "application/x-protobuf"

LOGS = {
    "resourceLogs": [
        {
            "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "fraud"}}]},
            "scopeLogs": [
                {
                    "scope": {"name": "app.model"},
                    "logRecords": [
                        {
                            "timeUnixNano": "1767261600000000000",
                            "severityNumber": 13,
                            "severityText": "WARN",
                            "body": {"stringValue": "drift detected"},
                            "attributes": [{"key": "score", "value": {"doubleValue": 0.93}}],
                            "traceId": "5b8efff798038103d269b633813fc60c",
                        }
                    ],
                }
            ],
        }
    ]
}


@pytest.fixture
def listen(tmp_path) -> Iterator[Listen]:
    listeners: list[OtlpListener] = []

    def make(limits: ReceiverLimits = LIMITS) -> OtlpListener:
        listeners.append(OtlpListener(Address("127.0.0.1", 0), ReceivedSpool("test", "log.jsonl", tmp_path, limits)))
        return listeners[-1]

    yield make
    for listener in listeners:
        listener._spool.close()


def ask(
    listener: OtlpListener, body: bytes, kind: str = JSON, path: str = "/v1/logs", method: str = "POST", **headers: str
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", listener.address.port, timeout=20)
    named = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def records(listener: OtlpListener) -> list[dict]:
    spool = listener._spool
    return [orjson.loads(line) for line in spool.read(0, spool.size()).splitlines()]


# --- protobuf, written here by hand


def varint(number: int) -> bytes:
    parts = []
    number &= (1 << 64) - 1
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*parts, number])


def field(number: int, value: bytes | str | int) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def fixed64(number: int, value: int) -> bytes:
    return varint(number << 3 | 1) + value.to_bytes(8, "little")


def double(number: int, value: float) -> bytes:
    return varint(number << 3 | 1) + struct.pack("<d", value)


def attribute(key: str, value: bytes) -> bytes:
    return field(1, key) + field(2, value)


RECORD = (
    fixed64(1, 1767261600000000000)
    + field(2, 13)
    + field(3, "WARN")
    + field(5, field(1, "drift detected"))
    + field(6, attribute("score", double(4, 0.93)))
    + field(6, attribute("count", field(3, -5)))
    + field(6, attribute("tags", field(5, field(1, field(1, "a")) + field(1, field(2, 1)))))
    + field(6, attribute("raw", field(7, b"\x00\x01")))
    + field(9, bytes.fromhex("5b8efff798038103d269b633813fc60c"))
    + field(99, "not known")
)
REQUEST = field(
    1,
    field(1, field(1, attribute("service.name", field(1, "fraud"))))
    + field(2, field(1, field(1, "app.model")) + field(2, RECORD)),
)


@pytest.mark.parametrize(
    ("pack", "encoding"), [(bytes, "identity"), (gzip.compress, "gzip"), (zlib.compress, "deflate")]
)
def test_logs_as_json_and_protobuf_packed_or_not(listen: Listen, pack: Callable[[bytes], bytes], encoding: str):
    listener = listen()
    assert ask(listener, pack(orjson.dumps(LOGS)), JSON, Content_Encoding=encoding) == (200, b"{}")
    assert ask(listener, pack(REQUEST), PROTOBUF, Content_Encoding=encoding) == (200, b"")
    from_json, from_protobuf = records(listener)
    for record in (from_json, from_protobuf):
        assert record["body"] == "drift detected"
        assert record["severityText"] == "WARN"
        assert record["score"] == 0.93
        assert int(record["timeUnixNano"]) == 1767261600000000000
        assert record["traceId"] == "5b8efff798038103d269b633813fc60c"
        assert record["resource"] == {"service.name": "fraud"}
        assert record["scope"] == {"name": "app.model"}
    assert from_protobuf["count"] == -5
    assert from_protobuf["tags"] == ["a", True]
    assert from_protobuf["raw"] == "AAE="


def test_traces_and_metrics(listen: Listen):
    listener = listen()
    span = (
        field(1, b"\x01" * 16)
        + field(2, b"\x02" * 8)
        + field(5, "chat")
        + field(6, 3)
        + fixed64(7, 1_000_000_000)
        + fixed64(8, 1_250_000_000)
        + field(15, field(2, "boom") + field(3, 2))
    )
    assert ask(listener, field(1, field(2, field(2, span))), PROTOBUF, "/v1/traces") == (200, b"")
    histogram = fixed64(3, 5) + fixed64(4, 3) + double(5, 1.5) + field(6, struct.pack("<3Q", 1, 1, 1))
    metric = field(1, "latency") + field(9, field(1, histogram))
    point = fixed64(3, 7) + varint(6 << 3 | 1) + (-4).to_bytes(8, "little", signed=True)
    gauge = field(1, "queue") + field(5, field(1, point))
    body = field(1, field(2, field(2, metric) + field(2, gauge)))
    assert ask(listener, body, PROTOBUF, "/v1/metrics") == (200, b"")
    found_span, found_histogram, found_gauge = records(listener)
    assert found_span["kind"] == "CLIENT"
    assert found_span["duration_ms"] == 250
    assert found_span["status_code"] == "ERROR"
    assert found_span["error_message"] == "boom"
    assert (found_histogram["metric"], found_histogram["bucketCounts"]) == ("latency", [1, 1, 1])
    assert (found_gauge["metric"], found_gauge["value"]) == ("queue", -4)


def test_a_body_in_chunks_and_many_requests_on_one_connection(listen: Listen):
    listener = listen()
    connection = http.client.HTTPConnection("127.0.0.1", listener.address.port, timeout=20)
    body = orjson.dumps(LOGS)
    for _ in range(3):
        connection.request(
            "POST", "/v1/logs", iter([body[:50], body[50:]]), {"Content-Type": JSON}, encode_chunked=True
        )
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"{}")
    connection.close()
    assert len(records(listener)) == 3
    assert [event.kind for event in listener._spool.events()] == ["connected"]  # told once for a sender


BOMB = gzip.compress(b"\0" * (3 << 20))


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, {"body": b"{"}),
        (400, {"body": b"[]"}),
        (400, {"body": b'{"resourceLogs": 1}'}),
        (400, {"body": REQUEST[:-3], "kind": PROTOBUF}),
        (400, {"body": b"\xff" * 30, "kind": PROTOBUF}),
        (400, {"body": b"no gzip", "Content_Encoding": "gzip"}),
        (400, {"body": gzip.compress(b"{}")[:-9], "Content_Encoding": "gzip"}),
        (400, {"body": b"{}", "Content_Length": "x"}),
        (403, {"body": b"{}", "Origin": "http://evil.example"}),
        (404, {"body": b"{}", "path": "/"}),
        (405, {"body": b"", "method": "GET"}),
        (405, {"body": b"", "method": "OPTIONS"}),
        (413, {"body": b" " * (1 << 20) + b"{}"}),
        (413, {"body": BOMB, "Content_Encoding": "gzip"}),
        (415, {"body": b"{}", "kind": "text/plain"}),
        (415, {"body": b"{}", "Content_Encoding": "br"}),
    ],
)
def test_wrong_requests_get_the_right_answer(listen: Listen, status: int, request_: dict):
    listener = listen(replace(LIMITS, message_bytes=1 << 20))
    found, body = ask(listener, **request_)
    assert found == status
    if status != 405:
        is_json = request_.get("kind", JSON) != PROTOBUF
        assert orjson.loads(body)["message"] if is_json else body[:1] == b"\x08"
    assert records(listener) == []
    assert ask(listener, orjson.dumps(LOGS)) == (200, b"{}")  # it still listens


def test_deep_json_does_not_break_the_receiver(listen: Listen):
    listener = listen()
    deep = b'{"kvlistValue": {"values": [{"key": "a", "value": ' * 200 + b"{}" + b"}]}}" * 200
    body = b'{"resourceLogs": [{"scopeLogs": [{"logRecords": [{"body": ' + deep + b"}]}]}]}"
    assert ask(listener, body)[0] in (200, 400)
    assert ask(listener, orjson.dumps(LOGS)) == (200, b"{}")


def test_a_full_log_is_no_reason_to_try_again(listen: Listen):
    listener = listen(replace(LIMITS, log_bytes=10))
    status, body = ask(listener, orjson.dumps(LOGS))
    assert (status, orjson.loads(body)["code"]) == (400, 8)


def test_a_taken_port_is_told(listen: Listen, tmp_path):
    spool = ReceivedSpool("test", "log.jsonl", tmp_path)
    with pytest.raises(SourceError, match="Nothing can listen"):
        OtlpListener(listen().address, spool)
    spool.close()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120))
def test_no_bytes_break_the_protobuf_reader(data: bytes):
    for message in ("Logs", "Traces", "Metrics"):
        try:
            assert isinstance(read_message(data, message), dict)
        except ProtobufError:
            continue


def test_nesting_without_end_is_refused():
    value = field(1, "x")
    for _ in range(100):
        value = field(5, field(1, value))
    with pytest.raises(ProtobufError, match="nested"):
        read_message(field(1, field(2, field(2, field(5, value)))), "Logs")


def test_the_real_exporter(listen: Listen):
    listener = listen()
    provider = TracerProvider()
    endpoint = f"http://127.0.0.1:{listener.address.port}/v1/traces"
    provider.add_span_processor(SimpleSpanProcessor(OTLPSpanExporter(endpoint=endpoint)))
    with provider.get_tracer("app").start_as_current_span("chat", attributes={"gen_ai.request.model": "m"}):
        time.sleep(0.01)
    provider.shutdown()
    (span,) = records(listener)
    assert (span["name"], span["gen_ai.request.model"]) == ("chat", "m")
    assert span["duration_ms"] >= 10


@pytest.mark.parametrize("compression", [Compression.NoCompression, Compression.Gzip])
def test_the_real_exporter_of_logs(listen: Listen, compression: Compression):
    listener = listen()
    endpoint = f"http://127.0.0.1:{listener.address.port}/v1/logs"
    provider = LoggerProvider(Resource({"service.name": "api"}))
    exporter = OTLPLogExporter(endpoint=endpoint, compression=compression)
    provider.add_log_record_processor(SimpleLogRecordProcessor(exporter))
    record = LogRecord(
        timestamp=1_700_000_000_123_456_789,
        severity_number=SeverityNumber.ERROR,
        severity_text="ERROR",
        body="CUDA out of memory",
        attributes={"gpu": 3},
    )
    provider.get_logger("trainer").emit(record)
    provider.shutdown()
    (found,) = records(listener)
    assert (found["severityText"], found["body"], found["gpu"]) == ("ERROR", "CUDA out of memory", 3)
    assert found["resource"]["service.name"] == "api"


def test_the_standard_librarys_http_handler(listen: Listen):
    listener = listen()
    handler = logging.handlers.HTTPHandler(f"127.0.0.1:{listener.address.port}", "/logs", method="POST")
    log = logging.getLogger("received.http")
    log.propagate = False
    log.addHandler(handler)
    try:
        log.warning("drift & more: %s of ümlaut", 3, extra={"model": "fraud-v3"})
        for _ in range(LIMITS.connections):  # each comes over a connection of its own
            log.error("no arguments")
    finally:
        log.removeHandler(handler)
        handler.close()
    first, second, *others = records(listener)
    assert len(others) == LIMITS.connections - 1
    assert (first["level"], first["logger"], first["model"]) == ("WARNING", "received.http", "fraud-v3")
    assert first["message"].startswith("drift & more")
    assert abs(datetime.fromisoformat(first["time"]).timestamp() - time.time()) < 3600
    assert second["message"] == "no arguments"
    assert "exc_info" not in second


@pytest.mark.parametrize(
    ("body", "kind", "lines"),
    [
        (b'{"message": "one"}', "application/x-www-form-urlencoded", b'{"message": "one"}\n'),  # curl -d
        (b'{\n "message": "one"\n}\n', JSON, b'{"message":"one"}\n'),
        (b'[{"message": "one"}, "two"]', JSON, b'{"message":"one"}\n{"message":"two"}\n'),
        (b'{"n": 1}\n{"n": 2}\n', "application/x-ndjson", b'{"n": 1}\n{"n": 2}\n'),
        (b"[12:00:01] started\nready", "text/plain", b"[12:00:01] started\nready\n"),
        (b" \r\n", "text/plain", b""),
    ],
)
def test_plain_records(listen: Listen, body: bytes, kind: str, lines: bytes):
    listener = listen()
    status, _ = ask(listener, body, kind, "/logs")
    assert (status, listener._spool.read(0, listener._spool.size())) == (200, lines)


def test_plain_records_of_a_web_page_and_endless_forms_are_refused(listen: Listen):
    listener = listen()
    assert ask(listener, b"a=b", http_body.FORM, "/logs", Origin="https://example.org")[0] == 403
    for form in (b"&".join([b"a=b"] * 2000), b"a=" + b"%41" * 400_000):
        assert ask(listener, form, http_body.FORM, "/logs")[0] == 400
    assert records(listener) == []
