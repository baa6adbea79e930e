from __future__ import annotations

import pytest

from aidebug_gui.analysis.findings.telling import first_exception, is_bare_beginning, telling_line

_FRAMES = 'Traceback (most recent call last):\n  File "/srv/app.py", line 7, in predict\n    return model(x)\n           ^^^^^^^^\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{_FRAMES}ValueError: bad shape", "ValueError: bad shape"),
        (f"{_FRAMES}ledger.Sealed: no. 7", "ledger.Sealed: no. 7"),  # whatever it is called
        (f"{_FRAMES}pydantic.ValidationError: 1 validation error for Ask\nprompt\n  Field required", "pydantic.ValidationError: 1 validation error for Ask"),
        (f"failed\n{_FRAMES}KeyError: 'a'\n\nDuring handling of the above exception, another exception occurred:\n\n{_FRAMES}OSError: no", "OSError: no"),
        (f"{_FRAMES}OSError: disk\n\nThe above exception was the direct cause of it:\n\n{_FRAMES}RuntimeError: Start failed. See root cause above.", "OSError: disk"),
        ("Error: 429 Rate limit\n    at ask (/srv/a.js:3:5)\n    at main (/srv/b.js:9:1)", "Error: 429 Rate limit"),
        (f"Exception on /ask [POST]\n{_FRAMES}", "Exception on /ask [POST]"),  # an excerpt
        ('Provider error 400: {"error": {"message": "the field \\"seed\\" is unknown", "type": "invalid_request_error"}}', 'the field \\"seed\\" is unknown'),
        ("{'error': {'message': \"model isn't ready\", 'code': 7}}", "model isn't ready"),
        ("panic: no route\n  here", "panic: no route"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_line_that_says_most(text: str, line: str) -> None:
    assert telling_line(text) == line


def test_a_traceback_without_its_end_gives_its_last_frame() -> None:
    assert telling_line(_FRAMES).startswith('  File "/srv/app.py", line 7, in predict')


def test_an_exception_among_lines_that_are_records() -> None:
    assert is_bare_beginning("worker: Traceback (most recent call last):")
    assert not is_bare_beginning("Traceback (most recent call last): here")
    assert (
        first_exception(['File "a.py", line 3', "x = y", " KeyboardInterrupt", "ValueError: no"]) == "KeyboardInterrupt"
    )
    assert first_exception(["Loading", "done"]) is None
