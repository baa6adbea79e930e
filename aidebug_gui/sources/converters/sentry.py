"""Sentry envelopes: a header line, then items of a header line and a payload each. One record an item."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from aidebug_gui.sources.converters.jsontext import dumped
from aidebug_gui.sources.streams import ChunkFile, Chunks

Json = dict[str, Any]

_ENVELOPE_KEYS = frozenset(("event_id", "sent_at", "dsn", "sdk", "trace"))
_PAYLOAD_BYTES = 64 << 20


def is_envelope(head: str) -> bool:
    """Return whether text begins with the headers of an envelope and of its first item."""
    lines = head.split("\n", 2)
    if len(lines) < 2:
        return False
    envelope, item = _object(lines[0].encode()), _object(lines[1].encode())
    return envelope is not None and item is not None and envelope.keys() <= _ENVELOPE_KEYS and _is_item(item)


def envelope_lines(chunks: Chunks) -> Chunks:
    """Yield a JSON record for each item; what does not belong to an envelope as it is."""
    file: BinaryIO = io.BufferedReader(ChunkFile(chunks))
    around: Json = {}
    while line := file.readline(_PAYLOAD_BYTES):
        header = _object(line)
        if header is not None and _is_item(header):
            for record in _records(header, _payload(file, header), around):
                yield (dumped(record) + "\n").encode()
        elif header is not None and header.keys() <= _ENVELOPE_KEYS:
            around = header
        elif line.strip():
            yield line if line.endswith(b"\n") else line + b"\n"


def _payload(file: BinaryIO, header: Json) -> bytes:
    length = header.get("length")
    if isinstance(length, int) and 0 <= length <= _PAYLOAD_BYTES:
        return file.read(length)
    return file.readline(_PAYLOAD_BYTES)


def _records(header: Json, payload: bytes, around: Json) -> Iterator[Json]:
    """Yield the item's records: several where it is a container of spans or log records."""
    content = _object(payload)
    if content is None:
        yield {**header, "payload_bytes": len(payload), **_identity(around)}
        return
    items = content.get("items")
    for record in items if isinstance(items, list) else [content]:
        if isinstance(record, dict):
            yield {"type": header["type"], **_readable(record), **_identity(around, record)}


def _readable(record: Json) -> Json:
    """Return the record with its message, its exception and its typed attributes as plain keys."""
    added: Json = {}
    entry = record.get("logentry")
    if isinstance(entry, dict):
        added["message"] = entry.get("formatted") or entry.get("message")
    values = record.get("exception")
    values = values.get("values") if isinstance(values, dict) else values
    if isinstance(values, list) and values and isinstance(values[-1], dict):
        added["error_type"], added["error_message"] = values[-1].get("type"), values[-1].get("value")
    attributes = record.get("attributes")
    if isinstance(attributes, dict):
        for key, value in attributes.items():
            added[key] = value["value"] if isinstance(value, dict) and "value" in value else value
    start, end = record.get("start_timestamp"), record.get("end_timestamp")
    if isinstance(start, float) and isinstance(end, float):
        added["duration_ms"] = (end - start) * 1000
        added["timestamp"] = record.get("timestamp", start)
    return {key: value for key, value in record.items() if key != "attributes"} | added


def _identity(around: Json, record: Json | None = None) -> Json:
    known = record or {}
    return {"event_id": around["event_id"]} if "event_id" in around and "event_id" not in known else {}


def _is_item(header: Json) -> bool:
    return isinstance(header.get("type"), str) and bool(header.keys() & {"length", "content_type", "item_count"})


def _object(line: bytes) -> Json | None:
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None
