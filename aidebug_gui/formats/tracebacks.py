"""Exception texts of JSON records: strings, and the lists and objects that structlog, loguru and pino write."""

from __future__ import annotations

from collections.abc import Mapping

from aidebug_gui.formats.values import as_text

TRACEBACK_START = "Traceback (most recent call last)"
CRASH_START = (
    r"^(?:Traceback \(most recent call last\)"
    r"|(?:Uncaught (?:\(in promise\) )?|Unhandled )?(?:[A-Za-z_$][\w$.:]{0,120})?(?:Error|Exception)(?: \[\w{1,40}\])?: (?:[^\s\d]|\d+ [A-Za-z])"
    r"|Exception in thread |panic: |thread '[^']{1,60}' panicked at )"
)
"""What a line begins with that is an error though no header says so; a number behind it is a measured one (common subset of Python's ``re`` and RE2)."""


def traceback_text(value: object) -> str | None:
    """Return an exception value as text, None where it says nothing (``false``, empty, a bare number)."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, list):
        parts = [_one(part) for part in value]
        return "\n\n".join(part for part in parts if part) or None
    if isinstance(value, Mapping) and isinstance(value.get("values"), list):  # Sentry
        return traceback_text(value["values"])
    if isinstance(value, Mapping) and value:
        return _one(value)
    return None


def whole_traceback(found: str, record: Mapping[str, object]) -> str:
    """Return the traceback that stands in another text of the record where the exception itself has no frames (loguru)."""
    if TRACEBACK_START in found:
        return found
    texts = (value for value in record.values() if isinstance(value, str) and TRACEBACK_START in value)
    whole = next(texts, None)
    return found if whole is None else whole[whole.index(TRACEBACK_START) :].rstrip("\n")


def _one(value: object) -> str:
    if not isinstance(value, Mapping):
        return as_text(value)
    for key in ("traceback", "stack", "stacktrace"):  # loguru, pino
        inner = value.get(key)
        if isinstance(inner, str) and inner:
            return inner
    stack = value.get("stacktrace")
    frames = stack.get("frames") if isinstance(stack, Mapping) else value.get("frames")
    if not isinstance(frames, list):
        kind, message = value.get("type"), value.get("value", value.get("message"))
        return f"{as_text(kind)}: {as_text(message)}" if kind is not None and message is not None else as_text(value)
    lines = [f"{TRACEBACK_START}:"]
    lines += [_frame(frame) for frame in frames if isinstance(frame, Mapping)]
    kind, message = value.get("exc_type", value.get("type")), value.get("exc_value", value.get("value"))
    lines.append(f"{as_text(kind)}: {as_text(message)}")
    return "\n".join(lines)


def _frame(frame: Mapping[str, object]) -> str:
    where = f'  File "{as_text(frame.get("filename"))}", line {as_text(frame.get("lineno"))}'
    where += f", in {as_text(frame.get('name', frame.get('function')))}"
    source = frame.get("line", frame.get("context_line"))
    return f"{where}\n    {source}" if isinstance(source, str) and source else where
