"""A first pattern for lines whose form is not known, to be corrected by who knows them: where the time stands, and a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aidebug_gui.formats.definitions import expanded
from aidebug_gui.formats.model import TimeStyle

SHARE = 0.6  # of the lines that a pattern has to fit
_TRIED = 5
_MOST_CHARS = 200
_TIMES = (
    ("{TIME}", TimeStyle.ISO),
    ("{SLASH_TIME}", TimeStyle.ISO),
    ("{CLF_TIME}", TimeStyle.CLF),
    ("{NUMBERS_TIME}", TimeStyle.NUMBERS),
)
_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_MARKS = re.compile(r"""\s*[^\w\s\[({<"']*\s*""")
_LEVELS = (
    (re.compile(rf"\[?{expanded('{LEVEL}')}\b\]?[:|-]?\s"), r"\[?{LEVEL}\]?[:|-]?\s+"),
    (re.compile(r"\[[A-Z]\]\s"), r"\[(?P<level>[A-Z])\]\s+"),
)


def guess_header(lines: Sequence[str]) -> tuple[str, TimeStyle] | None:
    """Return a pattern for how most of the lines begin and how its times are written, None where no time is found."""
    beginnings = [line[:_MOST_CHARS] for line in lines]
    found = [(_fitting(pattern, beginnings), pattern, style) for pattern, style in _candidates(beginnings[:_TRIED])]
    count, pattern, style = max(found, key=lambda one: one[0], default=(0, "", TimeStyle.ISO))
    return (pattern, style) if count and count >= SHARE * len(lines) else None


def _fitting(pattern: str, lines: Sequence[str]) -> int:
    compiled = re.compile(expanded(pattern), re.ASCII)
    return sum(compiled.match(line) is not None for line in lines)


def _candidates(lines: Sequence[str]) -> Iterator[tuple[str, TimeStyle]]:
    for line in lines:
        for macro, style in _TIMES:
            time = re.search(expanded(macro), line, re.ASCII)
            if time is not None:
                yield f"^{_shape(line[: time.start()])}{macro}{_behind(line[time.end() :])}", style


def _shape(text: str) -> str:
    """Return a pattern for text whose words may be others, and whose marks may not."""
    pieces = _PIECES.findall(text)
    return "".join(
        r"\s+" if piece.isspace() else r"\w+" if piece[0].isalnum() else re.escape(piece) for piece in pieces
    )


def _behind(text: str) -> str:
    """Return a pattern for what parts a time from the message: marks, and a level where one stands there."""
    marks = _MARKS.match(text)
    end = marks.end() if marks else 0
    level = next((pattern for known, pattern in _LEVELS if known.match(text, end)), "")
    return _shape(text[:end]) + level
