"""Terminal colour codes: what they look like, and text without them."""

from __future__ import annotations

import re

ANSI_PATTERN = r"\x1b\[[0-9;?]*[ -/]*[@-~]"
"""One escape sequence, for ``re`` and for DuckDB's ``regexp_replace`` (RE2)."""

_ANSI = re.compile(ANSI_PATTERN)


def strip_ansi(text: str) -> str:
    """Return the text without colour codes and other terminal control sequences.

    NUL bytes in front go too: a log that was emptied while its writer kept its place has them before the next line.
    """
    return (_ANSI.sub("", text) if "\x1b" in text else text).lstrip("\0")
