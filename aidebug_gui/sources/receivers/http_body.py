"""The lines of a plain HTTP request: what curl, log shippers and Python's ``HTTPHandler`` send without OpenTelemetry."""

from __future__ import annotations

from urllib.parse import parse_qsl

import orjson

from aidebug_gui.sources.receivers.records import json_line, record_of

FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS, _MOST_FORM_BYTES = 1000, 1 << 20
_NOT_SET = ("", "None", "()")


def lines_of_body(body: bytes, kind: str) -> bytes:
    """Return lines as they are, a list or one object of JSON as a line a record, and a form as Python's log record.

    ``kind``: the content type; ``curl -d`` calls everything a form. Raises ValueError for a form that is no log record by its size.
    """
    text = body.strip()
    is_json = text[:1] in (b"{", b"[")
    if kind == FORM and not is_json:
        return json_line(_record_of_form(text))
    if is_json and (text[:1] == b"[" or b"\n" in text):
        try:
            content = orjson.loads(text)
        except orjson.JSONDecodeError:  # several objects, one a line, or no JSON at all
            pass
        else:
            records = content if isinstance(content, list) else [content]
            return b"".join(
                json_line(record if isinstance(record, dict) else {"message": record}) for record in records
            )
    return text + b"\n" if text else b""


def _record_of_form(text: bytes) -> dict[str, object]:
    """Return the record of an ``HTTPHandler``, which sends all attributes of a ``LogRecord`` as texts."""
    if len(text) > _MOST_FORM_BYTES:  # 16 MB would take seconds
        raise ValueError
    pairs = parse_qsl(text.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    found: dict[str, object] = {key: value for key, value in pairs if value not in _NOT_SET}
    if "message" in found:  # some handler before it has put the message together
        found |= {"msg": found.pop("message"), "args": None}
    if "created" in found:
        found["created"] = _number(found["created"])
    return record_of(found)


def _number(value: object) -> object:
    try:
        return float(str(value))
    except ValueError:
        return value
