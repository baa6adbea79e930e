"""Tracebacks whose every line carries the header again (vLLM, TorchServe): which lines continue the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.headers import LONGEST_HEAD, clean_head, match_header, message_of, regex
from aidebug_gui.formats.model import TextFormat
from aidebug_gui.formats.tracebacks import TRACEBACK_START

ERROR_START = (
    r"(?:[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning|Timeout|Group)\b"
    r"|During handling of the above|The above exception was)"
)
"""The beginning of the last line of a traceback, and of what joins two (``re`` and RE2)."""

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_DIGITS = re.compile(r"\d")
_ERROR = re.compile(ERROR_START, re.ASCII)


@dataclass(slots=True)
class RepeatState:
    """What the next lines must know: the header of the last line, and whether that line was part of a traceback."""

    number: int = -2
    prefix: str = ""
    in_traceback: bool = False
    last_line: bytes = b""  # of the block before


def candidate_pattern(formats: Iterable[TextFormat]) -> str:
    """Return the pattern (RE2) of lines that may continue: a repeated header before a piece of a traceback; "" if none."""
    headers = [_GROUP_NAME.sub("(", known.pattern).removeprefix("^") for known in formats if known.repeats]
    if not headers:
        return ""
    bodies = "|".join(header.removesuffix(" ?") for header in headers)
    return rf"^(?:{bodies})(?:\s*$| (?:\s|{re.escape(TRACEBACK_START)}|{ERROR_START}))"


def continuing(
    candidates: Iterable[int], line_at: Callable[[int], bytes], formats: Sequence[TextFormat], state: RepeatState
) -> tuple[list[int], list[int]]:
    """Tell which candidates continue the line before them.

    Args:
        candidates: Numbers of the lines that match ``candidate_pattern``, ascending.
        line_at: Returns a line by its number; -1 is the last line of the block before.
        formats: The formats to try.
        state: Of the last candidate; updated.

    Returns:
        Numbers of the lines that continue, and of those that say "Traceback".
    """
    continues, traced = [], []
    for number in candidates:
        head = _head(line_at(number))
        found = match_header(head, formats)
        if not found or not found[0].repeats:
            continue
        message = message_of(head, found[1])
        prefix = head[: len(head) - len(message)].rstrip()
        follows = state.number == number - 1 and state.prefix
        before = state.prefix if follows else _head(line_at(number - 1))
        if _continues(message, prefix, before, in_traceback=bool(follows) and state.in_traceback):
            continues.append(number)
        is_start = message.startswith(TRACEBACK_START)
        if is_start:
            traced.append(number)
        in_traceback = is_start or not message.strip() or message[:1].isspace() or bool(_ERROR.match(message))
        state.number, state.prefix, state.in_traceback = number, prefix, in_traceback
    return continues, traced


def _head(line: bytes) -> str:
    return clean_head(line[: 4 * LONGEST_HEAD].decode("utf-8", "replace"))[:LONGEST_HEAD]


def _continues(message: str, prefix: str, before: str, *, in_traceback: bool) -> bool:
    if message[:1].isspace():  # the clock may have gone on within a traceback
        return _DIGITS.sub("0", before).startswith(_DIGITS.sub("0", prefix))
    if not message.strip() or message.startswith(TRACEBACK_START):
        return before.startswith(prefix)
    return in_traceback and before.startswith(prefix)


def without_repeats(extra: str, text_format: TextFormat) -> str:
    """Return a record's further lines without the header that stands before each of them."""
    if not text_format.repeats or not extra:
        return extra
    lines = []
    for line in extra.split("\n"):
        head = clean_head(line)
        match = regex(text_format.pattern).match(head[:LONGEST_HEAD] + "\n")
        lines.append(message_of(head, match) if match else line)
    return "\n".join(lines)
