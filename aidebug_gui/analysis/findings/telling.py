"""The line of a failure that says what went wrong: an exception's own line, not a frame; the message of an answer, not its wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aidebug_gui.formats.ansi import strip_ansi

_BEGIN = "Traceback (most recent call last)"
_PYTHON_FRAME = re.compile(r"\s*File \"")
_SCRIPT_FRAME = re.compile(r"\s+at ")
_EXCEPTION = re.compile(
    r"(?:\w+[.:]+)*\w*(?:Error|Exception|Exit|Interrupt|Timeout|Refused|Unavailable|NotFound|Exceeded)(?:: \S|\s*$)"
)
_ELSEWHERE = re.compile(r"(?i)\b(?:see|check) .{0,30}\b(?:above|root cause|stack ?trace|logs?)\b|\broot cause above\b")
_MESSAGE = re.compile(r"""["']message\\?["']\s*:\s*\\?(["'])(?P<said>(?:(?!\\?\1\s*[,}]).){8,})""", re.DOTALL)


def telling_line(text: str) -> str:
    """Return the line of a failure's text that says most.

    Of a traceback the exception that ended it, but for one that refers to another; of an answer of a service that is quoted
    as JSON its message; else the last line before the frames.
    """
    lines = [line.rstrip() for line in unfolded(strip_ansi(text)) if line.strip()]
    exceptions = list(_exceptions(lines))
    for line in reversed(exceptions):
        if not _ELSEWHERE.search(line):
            return line
    if exceptions:
        return exceptions[-1]
    message = _MESSAGE.search(text)
    if message is not None:
        return message["said"]
    frames = [at for at, line in enumerate(lines) if _PYTHON_FRAME.match(line)]
    before = lines[: next((at for at, line in enumerate(lines) if is_bare_beginning(line)), None)]
    if frames:  # cut off before its end
        return before[-1] if before else "\n".join(lines[frames[-1] :])
    whole = [line for line in before if not line.startswith((" ", "\t"))]
    return (whole or lines or [text])[-1].rstrip('"')


def first_exception(lines: Iterable[str]) -> str | None:
    """Return the first line that names an exception, None if there is none."""
    return next((line.strip() for line in lines if _EXCEPTION.match(line.strip())), None)


def _exceptions(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of exceptions in the order of the text: what follows the frames of Python, or comes before those of a script."""
    before, in_frames = "", False
    for line in lines:
        if _PYTHON_FRAME.match(line):
            in_frames = True
        elif _SCRIPT_FRAME.match(line):
            if before and not _SCRIPT_FRAME.match(before):
                yield before.strip()
        elif not line.startswith((" ", "\t")):
            if (in_frames or _EXCEPTION.match(line)) and not is_bare_beginning(line):
                yield line
            in_frames = False
        before = line


def is_bare_beginning(text: str) -> bool:
    """Return whether a text ends where a traceback begins."""
    return text.rstrip().rstrip(":").endswith(_BEGIN)


def unfolded(text: str) -> list[str]:
    """Return the lines of a text, also of a traceback that was written into one line."""
    return (text.replace("\\n", "\n") if "Traceback" in text else text).splitlines()
