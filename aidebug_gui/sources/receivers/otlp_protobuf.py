"""OTLP's messages in protobuf, as far as logs, traces and metrics need them, and a reader that makes OTLP/JSON of them.

The numbers and types are those of opentelemetry-proto 1.x (``opentelemetry/proto/*/v1/*.proto``), which promises not to
change them. A field that is not in the table is skipped, as protobuf asks.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# A line is a message: its name, then for each field number, JSON name and type; * for a repeated one.
_MESSAGES = """
Logs          1 resourceLogs *ResourceLogs
Traces        1 resourceSpans *ResourceSpans
Metrics       1 resourceMetrics *ResourceMetrics
ResourceLogs  1 resource Resource, 2 scopeLogs *ScopeLogs
ResourceSpans 1 resource Resource, 2 scopeSpans *ScopeSpans
ResourceMetrics 1 resource Resource, 2 scopeMetrics *ScopeMetrics
Resource      1 attributes *KeyValue
ScopeLogs     1 scope Scope, 2 logRecords *LogRecord
ScopeSpans    1 scope Scope, 2 spans *Span
ScopeMetrics  1 scope Scope, 2 metrics *Metric
Scope         1 name text, 2 version text, 3 attributes *KeyValue
KeyValue      1 key text, 2 value AnyValue
AnyValue      1 stringValue text, 2 boolValue bool, 3 intValue int, 4 doubleValue double, 5 arrayValue ArrayValue, \
6 kvlistValue KvList, 7 bytesValue base64
ArrayValue    1 values *AnyValue
KvList        1 values *KeyValue
LogRecord     1 timeUnixNano fixed64, 2 severityNumber int, 3 severityText text, 5 body AnyValue, \
6 attributes *KeyValue, 7 droppedAttributesCount int, 8 flags fixed32, 9 traceId hex, 10 spanId hex, \
11 observedTimeUnixNano fixed64, 12 eventName text
Span          1 traceId hex, 2 spanId hex, 3 traceState text, 4 parentSpanId hex, 5 name text, 6 kind int, \
7 startTimeUnixNano fixed64, 8 endTimeUnixNano fixed64, 9 attributes *KeyValue, 10 droppedAttributesCount int, \
11 events *Event, 12 droppedEventsCount int, 13 links *Link, 14 droppedLinksCount int, 15 status Status, \
16 flags fixed32
Event         1 timeUnixNano fixed64, 2 name text, 3 attributes *KeyValue, 4 droppedAttributesCount int
Link          1 traceId hex, 2 spanId hex, 3 traceState text, 4 attributes *KeyValue, 6 flags fixed32
Status        2 message text, 3 code int
Metric        1 name text, 2 description text, 3 unit text, 5 gauge Points, 7 sum Points, 9 histogram Histograms, \
10 exponentialHistogram Exponentials, 11 summary Summaries
Points        1 dataPoints *Point, 2 aggregationTemporality int, 3 isMonotonic bool
Point         2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 asDouble double, 6 asInt sfixed64, \
7 attributes *KeyValue, 8 flags int
Histograms    1 dataPoints *Histogram, 2 aggregationTemporality int
Histogram     2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double, \
6 bucketCounts *fixed64, 7 explicitBounds *double, 9 attributes *KeyValue, 11 min double, 12 max double
Exponentials  1 dataPoints *Exponential, 2 aggregationTemporality int
Exponential   1 attributes *KeyValue, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, \
5 sum double, 6 scale zigzag, 7 zeroCount fixed64, 8 positive Buckets, 9 negative Buckets, 12 min double, 13 max double
Buckets       1 offset zigzag, 2 bucketCounts *int
Summaries     1 dataPoints *Summary
Summary       2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double, \
6 quantileValues *Quantile, 7 attributes *KeyValue
Quantile      1 quantile double, 2 value double
"""
MAX_DEPTH = 40
MAX_FIELDS = 2_000_000

_VARINT, _EIGHT_BYTES, _COUNTED, _FOUR_BYTES = 0, 1, 2, 5
_MAX_VARINT_BYTES = 10


class ProtobufError(ValueError):
    """Bytes that are no such message."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    kind: str
    is_repeated: bool


@dataclass(slots=True)
class _Reading:
    """How much was read of one request: its work is bounded."""

    data: bytes
    fields: int = 0
    depth: int = field(default=0)


def _tables() -> dict[str, dict[int, _Field]]:
    tables = {}
    for line in _MESSAGES.strip().splitlines():
        message, _, rest = line.partition(" ")
        fields = (part.split() for part in rest.split(","))
        tables[message] = {int(number): _Field(name, kind.lstrip("*"), "*" in kind) for number, name, kind in fields}
    return tables


_TABLES: Mapping[str, Mapping[int, _Field]] = _tables()


def read_message(data: bytes, message: str) -> dict[str, Any]:
    """Return a message (``Logs``, ``Traces`` or ``Metrics``) as OTLP/JSON has it. Raises ProtobufError."""
    try:
        return _message(_Reading(data), 0, len(data), message)
    except (IndexError, UnicodeDecodeError, struct.error) as error:
        raise ProtobufError("The body is no OTLP message: it is damaged.") from error


def _message(reading: _Reading, at: int, end: int, message: str) -> dict[str, Any]:
    table = _TABLES[message]
    found: dict[str, Any] = {}
    reading.depth += 1
    if reading.depth > MAX_DEPTH:
        raise ProtobufError(f"The body is no OTLP message: it is nested more than {MAX_DEPTH} deep.")
    while at < end:
        key, at = _varint(reading.data, at)
        known, wire = table.get(key >> 3), key & 7
        at, value = _value(reading, at, end, wire, known)
        reading.fields += 1
        if reading.fields > MAX_FIELDS:
            raise ProtobufError("The body has too many fields.")
        if known is None:
            continue
        if known.is_repeated:
            found.setdefault(known.name, []).extend(value if isinstance(value, list) else [value])
        else:
            found[known.name] = value
    reading.depth -= 1
    return found


def _value(reading: _Reading, at: int, end: int, wire: int, known: _Field | None) -> tuple[int, Any]:
    """Read one value and return (where the next field begins, value; None for a field that is not known)."""
    data = reading.data
    if wire == _VARINT:
        value, at = _varint(data, at)
        return at, value if known is None else _SCALARS.get(known.kind, int)(value)
    if wire == _COUNTED:
        length, first = _varint(data, at)
        last = first + length
        if last > end:
            raise ProtobufError("The body is no OTLP message: it is cut short.")
        return last, None if known is None else _counted(reading, first, last, known)
    width = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}.get(wire)
    if width is None or at + width > end:
        raise ProtobufError("The body is no OTLP message.")
    return at + width, None if known is None else _fixed(data[at : at + width], known.kind)


def _counted(reading: _Reading, first: int, last: int, known: _Field) -> Any:  # noqa: ANN401  # JSON
    piece = reading.data[first:last] if known.kind in _TEXTS or known.kind not in _TABLES else b""
    if known.kind in _TABLES:
        return _message(reading, first, last, known.kind)
    if known.kind in _TEXTS:
        return _TEXTS[known.kind](piece)
    if known.kind in _WIDTHS:  # packed numbers
        width = _WIDTHS[known.kind]
        return [_fixed(piece[at : at + width], known.kind) for at in range(0, len(piece) - width + 1, width)]
    numbers, at = [], first
    while at < last:
        number, at = _varint(reading.data, at)
        numbers.append(_SCALARS[known.kind](number))
    return numbers


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    for _ in range(_MAX_VARINT_BYTES):
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ProtobufError("The body is no OTLP message: a number has no end.")


def _fixed(data: bytes, kind: str) -> int | float:
    if kind == "double" and len(data) == _WIDTHS["double"]:
        number: float = struct.unpack("<d", data)[0]
        return number
    return int.from_bytes(data, "little", signed=kind == "sfixed64")


def _signed(value: int) -> int:
    """Return a 64-bit number in two's complement as it is meant."""
    value &= (1 << 64) - 1
    return value - (1 << 64) if value >> 63 else value


def _zigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


_SCALARS: Mapping[str, Callable[[int], Any]] = {"int": _signed, "bool": bool, "zigzag": _zigzag}
_WIDTHS: Mapping[str, int] = {"fixed64": 8, "sfixed64": 8, "double": 8, "fixed32": 4}
_TEXTS: Mapping[str, Callable[[bytes], str]] = {
    "text": lambda data: data.decode("utf-8", "replace"),
    "hex": bytes.hex,
    "base64": lambda data: base64.b64encode(data).decode("ascii"),
}
