"""OpenTelemetry's JSON (OTLP): one record a span, log record or metric point, attributes as plain keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_KINDS = ("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER")
_STATUS = {0: "UNSET", 1: "OK", 2: "ERROR", "STATUS_CODE_OK": "OK", "STATUS_CODE_ERROR": "ERROR"}
_INTEGER = re.compile(r"-?\d{1,20}")
_VALUES = ("stringValue", "boolValue", "doubleValue", "bytesValue")
_METRICS = ("gauge", "sum", "histogram", "exponentialHistogram", "summary")
_SCOPES = ("scopeSpans", "scopeLogs", "scopeMetrics", "instrumentationLibrarySpans", "instrumentationLibraryLogs")


def flattened(container: Json) -> Iterator[Json]:
    """Yield the records of one ``resourceSpans``, ``resourceLogs`` or ``resourceMetrics`` element."""
    resource = _attributes(_dict(container.get("resource")))
    for name in _SCOPES:
        for scoped in _dicts(container.get(name)):
            about: Json = {"resource": resource} if resource else {}
            scope = _dict(scoped.get("scope") or scoped.get("instrumentationLibrary"))
            if scope.get("name"):
                about["scope"] = {key: scope[key] for key in ("name", "version") if scope.get(key)}
            for span in _dicts(scoped.get("spans")):
                yield {**_span(span), **about}
            for record in _dicts(scoped.get("logRecords")):
                yield {**_log(record), **about}
            for metric in _dicts(scoped.get("metrics")):
                for point in _points(metric):
                    yield {**point, **about}


def _span(span: Json) -> Json:
    record = {key: value for key, value in span.items() if key not in ("attributes", "events", "status", "links")}
    if span.get("kind") in range(len(_KINDS)):
        record["kind"] = _KINDS[span["kind"]]
    start, end = _integer(span.get("startTimeUnixNano")), _integer(span.get("endTimeUnixNano"))
    if start is not None and end is not None:
        record["duration_ms"] = (end - start) / 1e6
    status = _dict(span.get("status"))
    if status:
        code = status.get("code", 0)
        record["status_code"] = _STATUS.get(code, str(code)) if isinstance(code, (int, str)) else str(code)
    if status.get("message"):
        record["error_message"] = status["message"]
    record.update(_attributes(span))
    events = [{**event, "attributes": _attributes(event)} for event in _dicts(span.get("events"))]
    for event in events:
        if event.get("name") == "exception":
            record.update(event["attributes"])
    if events:
        record["events"] = events
    if span.get("links"):
        record["links"] = span["links"]
    return record


def _log(log: Json) -> Json:
    record = {key: value for key, value in log.items() if key not in ("attributes", "body")}
    if "body" in log:
        record["body"] = _value(log["body"])
    return record | _attributes(log)


def _points(metric: Json) -> Iterator[Json]:
    about = {key: metric[key] for key in ("unit", "description") if metric.get(key)}
    for kind in _METRICS:
        for point in _dicts(_dict(metric.get(kind)).get("dataPoints")):
            record: Json = {"timeUnixNano": point.get("timeUnixNano"), "metric": metric.get("name"), "type": kind}
            for key, value in point.items():
                if key in ("asDouble", "asInt"):
                    record["value"] = _number(value)
                elif key not in ("attributes", "timeUnixNano"):
                    record[key] = _number(value) if key in ("count", "zeroCount") else value
            yield record | about | _attributes(point)


def _attributes(holder: Json) -> Json:
    """Return ``[{"key": k, "value": {"stringValue": v}}]`` as ``{k: v}``."""
    return {str(item.get("key")): _value(item.get("value")) for item in _dicts(holder.get("attributes"))}


def _value(value: object) -> object:
    if not isinstance(value, dict):
        return value
    for name in _VALUES:
        if name in value:
            return value[name]
    if "intValue" in value:
        return _number(value["intValue"])
    if "arrayValue" in value:
        return [_value(item) for item in _dicts(_dict(value["arrayValue"]).get("values"))]
    if "kvlistValue" in value:
        return _attributes({"attributes": _dict(value["kvlistValue"]).get("values")})
    return value or None


def _number(value: object) -> object:
    """Return a number that JSON wrote as text (64-bit integers) as one."""
    integer = _integer(value)
    return value if integer is None else integer


def _integer(value: object) -> int | None:
    """Return an integer of 64 bits, also one that is written as text; None for anything else."""
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        value = int(value)
    return value if isinstance(value, int) and abs(value) < 1 << 64 else None


def _dict(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
