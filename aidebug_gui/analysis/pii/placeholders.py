"""Tells values that only stand for something, such as `${KEY}`, and random ones from what somebody wrote."""

from __future__ import annotations

import re

_STANDS_FOR = (
    b"xxxx", b"**", b"...", b"\xe2\x80\xa6", b"redacted", b"placeholder", b"example", b"{{", b"your-", b"your_", b"your ",
)  # fmt: skip
"""Parts of values that only stand for something, in lower case."""
_BRACKETED = re.compile(
    rb"[^\n]*<[^>\n]*>?|[^\n]*\[[^\]\n]*\]?|\$\{[^\n]*|\$[A-Za-z_]{3,}|\$\([^\n]*|[^\n]*%[A-Za-z_]+%[^\n]*"
)
_BRACKET = re.compile(rb"[<\[$%]")
_WORDS = frozenset(
    b"none null nil true false undefined unset empty missing invalid required expired hidden masked secret password string str"
    b" text varchar boolean bool integer number object array char date bearer basic token changeme dummy test todo n/a".split()
)
_LABEL = re.compile(rb"\[?[A-Z][A-Z0-9_]{1,24}_[0-9a-f]{8}\]?", re.IGNORECASE)
_CODE = (b"os.", b"process.env", b"env.", b"env(", b"self.", b"config.", b"config[")
_ATTRIBUTE = re.compile(
    rb"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*\.(?:\w*_)?(?:key|token|secret|password|passwd|pwd|credentials?)",
    re.IGNORECASE,
)
"""Code that names where a secret is kept: ``settings.api_key``."""
_LONGEST_WORD = 36
_MOST = 4096  # bytes; longer values are keys and certificates
_KINDS = re.compile(rb"[0-9]+|[a-z]+|[A-Z]+|[^0-9a-zA-Z]+")


def is_placeholder(value: bytes) -> bool:
    """Return whether a value only stands for a secret: ``***``, ``${KEY}``, ``<your-key>``, ``None``, one repeated sign."""
    return len(set(value)) < 4 or is_stand_in(value)


def is_stand_in(value: bytes) -> bool:
    """Tell the same of texts in which few different letters mean nothing: somebody may be called Anna."""
    lower = value.lower()
    for part in _STANDS_FOR:
        if part in lower:
            return True
    if lower.startswith(_CODE) or b"getenv" in lower or (len(value) < 200 and _ATTRIBUTE.fullmatch(lower)):
        return True
    if len(value) <= _LONGEST_WORD and (lower in _WORDS or _LABEL.fullmatch(value)):
        return True
    return len(value) < _MOST and _BRACKET.search(value) is not None and _BRACKETED.fullmatch(value) is not None


def is_random(value: bytes) -> bool:
    """Return whether the characters look drawn, not written: many different ones, and not a run of words."""
    distinct = len(set(value))
    if distinct < min(8, len(value) // 2):
        return False
    changes = len(_KINDS.findall(value)) - 1
    return changes * 8 >= len(value) or (distinct * 3 >= len(value) * 2 and len(value) <= 24)
