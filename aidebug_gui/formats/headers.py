"""Matching line starts against text formats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from aidebug_gui.formats.ansi import strip_ansi
from aidebug_gui.formats.model import MessagePattern, TextFormat

LONGEST_HEAD = 65_536
"""Characters of a line that patterns look at; the rest of a longer line is never searched."""

_SPACE = r"\t\n\f\r "
_SPACES = {r"\s": f"[{_SPACE}]", r"\S": f"[^{_SPACE}]"}
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)  # an escape, or a class of characters

BYTE_ORDER_MARK = "\ufeff"


@cache
def regex(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern as RE2 reads it (``\d``, ``\w``, ``\s`` are ASCII, a vertical tab is no space); compiled once."""
    return re.compile(_PIECE.sub(_as_re2, pattern), re.ASCII)


def _as_re2(piece: re.Match[str]) -> str:
    if piece[0] in _SPACES:
        return _SPACES[piece[0]]
    return piece[0].replace(r"\s", _SPACE) if piece[0].startswith("[") else piece[0]


def clean_head(line: str) -> str:
    """Return a line without line ending, byte order mark, terminal colours and what a carriage return overwrote."""
    head = strip_ansi(line.removeprefix(BYTE_ORDER_MARK)).rstrip("\r\n")  # a colour may end behind a carriage return
    return head.rpartition("\r")[2] if "\r" in head else head


def looks_like_json(head: str) -> bool:
    """Return whether a line is written like a JSON object (it may still be broken)."""
    return head.startswith("{") and head.rstrip(" \t").endswith("}")


def match_header(head: str, formats: Iterable[TextFormat]) -> tuple[TextFormat, re.Match[str]] | None:
    """Return the first format whose header the line (without its line ending) begins with."""
    start = head[:LONGEST_HEAD] + "\n"  # as the engine sees it: a header may be all there is, and ``\\s+`` its end
    for text_format in formats:
        match = regex(text_format.pattern).match(start)
        if match:
            return text_format, match
    return None


def message_of(head: str, match: re.Match[str]) -> str:
    """Return the message of a line: its group, or what follows the header."""
    if "message" in match.re.groupindex and len(head) <= LONGEST_HEAD:
        return match["message"] or ""
    start = match.start("message") if "message" in match.re.groupindex else match.end()
    return head[start:]


def search_message(pattern: MessagePattern, message: str) -> re.Match[str] | None:
    """Search a message; its key or literals are looked for first, which is many times cheaper than the pattern."""
    if pattern.key and f"{pattern.key}=" not in message:
        return None
    if pattern.literals and not any(literal in message for literal in pattern.literals):
        return None
    return regex(pattern.pattern).search(message)


def tried_in_order(first: Sequence[TextFormat], all_formats: Sequence[TextFormat]) -> tuple[TextFormat, ...]:
    """Return the formats seen in a log, then all others."""
    codes = {text_format.code for text_format in first}
    return (*first, *(text_format for text_format in all_formats if text_format.code not in codes))
