"""Exception values of JSON records as text, and lines that begin like a crash."""

from __future__ import annotations

import re

import pytest

from aidebug_gui.formats.tracebacks import CRASH_START, traceback_text, whole_traceback


def test_text_and_nothing() -> None:
    assert traceback_text("Traceback ...") == "Traceback ..."
    nothing: list[object] = ["", None, False, 3, [], {}]
    for value in nothing:
        assert traceback_text(value) is None


def test_structlog_list_of_dicts() -> None:
    frames = [{"filename": "a.py", "lineno": 3, "name": "run", "line": "x = 1 / 0"}, {"filename": "b.py"}]
    text = traceback_text([{"exc_type": "ZeroDivisionError", "exc_value": "division by zero", "frames": frames}])
    assert text is not None
    assert text.splitlines() == [
        "Traceback (most recent call last):",
        '  File "a.py", line 3, in run',
        "    x = 1 / 0",
        '  File "b.py", line null, in null',
        "ZeroDivisionError: division by zero",
    ]


def test_loguru_and_pino_objects() -> None:
    assert traceback_text({"type": "ValueError", "value": "no", "traceback": True}) == "ValueError: no"
    assert (
        traceback_text({"type": "Error", "message": "429", "stack": "Error: 429\n  at g.js"}) == "Error: 429\n  at g.js"
    )
    assert traceback_text({"other": 1}) == '{"other":1}'


def test_sentry_exceptions() -> None:
    frame = {"filename": "app.py", "lineno": 7, "function": "predict", "context_line": "    return model(x)"}
    exception = {"values": [{"type": "ValueError", "value": "no", "stacktrace": {"frames": [frame]}}]}
    text = traceback_text(exception)
    assert text is not None
    assert text.splitlines()[1:] == [
        '  File "app.py", line 7, in predict',
        "        return model(x)",
        "ValueError: no",
    ]


def test_loguru_writes_the_frames_into_its_text() -> None:
    record = {
        "text": 'now | ERROR | failed\nTraceback (most recent call last):\n  File "a.py"\nKeyError: 1\n',
        "record": {},
    }
    whole = 'Traceback (most recent call last):\n  File "a.py"\nKeyError: 1'
    assert whole_traceback("KeyError: 1", record) == whole
    assert whole_traceback("KeyError: 1", {"text": "failed"}) == "KeyError: 1"
    assert whole_traceback(whole, {"text": "Traceback (most recent call last): other"}) == whole


@pytest.mark.parametrize(
    "line",
    [
        "Traceback (most recent call last):",
        "TypeError: Cannot read properties of undefined (reading 'shelf')",
        "Error: connect ECONNREFUSED 127.0.0.1:5432",
        "Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers",
        "Error: 404 status code (no body)",
        "Uncaught ReferenceError: shelf is not defined",
        "Uncaught (in promise) TypeError: Failed to fetch",
        "java.lang.IllegalStateException: shelf is sealed",
        "shelf::plan::PlanError: no owner",
        'Exception in thread "main" java.lang.Error',
        "panic: runtime error: index out of range",
        "thread 'main' panicked at src/shelf.rs:80:32:",
    ],
)
def test_lines_that_begin_like_a_crash(line: str) -> None:
    assert re.match(CRASH_START, line, re.ASCII)


@pytest.mark.parametrize(
    "line",
    [
        "ValidationError: 0.231",
        "Errors: none",
        "no Error: here",
        "RMSError: 0.5",
        "Error:",
        "the panic: is over",
        "Exception handling",
    ],
)
def test_lines_that_only_mention_errors(line: str) -> None:
    assert not re.match(CRASH_START, line, re.ASCII)
