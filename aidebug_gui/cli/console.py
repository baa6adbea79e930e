"""Talking to a terminal or a pipe: exit codes, error messages and output."""

from __future__ import annotations

import re
import sys

FOUND, NOTHING, ERROR = 0, 1, 2
INTERRUPTED = 130

_TERMINAL_CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


def fail(message: str) -> int:
    """Print an error and return the exit code for it. Names of files may be as hostile as a log, see :func:`write`."""
    if sys.stderr.isatty():
        message = _TERMINAL_CONTROLS.sub(b"?", message.encode(errors="backslashreplace")).decode()
    print(f"aidebug-gui: {message}", file=sys.stderr)
    return ERROR


def write(data: bytes) -> None:
    """Write to the standard output. On a terminal, characters of the log that it would obey are shown as "?"."""
    if sys.stdout.isatty():
        data = _TERMINAL_CONTROLS.sub(b"?", data)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
