"""What the value of a named field must look like before the name is believed."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

_PLACEHOLDER = re.compile(
    rb"(?i:x{4,}|\*{2,}|\.\.\.|\xe2\x80\xa6|redacted|placeholder|example|your[-_ ]|<[^>]*>?$|\[[^\]]*\]?$|^\$\{|^\$[A-Z_]{3,}$|^\$\(|\{\{|%[A-Z_]+%"
    rb"|^(?:none|null|nil|true|false|undefined|unset|empty|missing|invalid|required|expired|hidden|masked|secret|password"
    rb"|bearer|basic|token|changeme|dummy|test|todo|n/a)$|^\[?[A-Z][A-Z0-9_]{1,24}_[0-9a-f]{8}\]?$|^os\.|^process\.env|^env[.(]|getenv|^self\.|^config[.\[])"
)
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.](\d\d)$")
_ISO_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d")


def is_placeholder(value: bytes) -> bool:
    """Tell whether a value only stands for a secret: ``***``, ``${KEY}``, ``<your-key>``, ``None``, one repeated sign."""
    return len(set(value)) < 4 or _PLACEHOLDER.search(value) is not None


def is_random(value: bytes) -> bool:
    """Tell whether the characters look drawn, not written: many different ones, and not a run of words."""
    distinct = len(set(value))
    if distinct < min(8, len(value) // 2):
        return False
    changes = sum(_kind(a) != _kind(b) for a, b in pairwise(value))
    return changes * 8 >= len(value) or (distinct * 3 >= len(value) * 2 and len(value) <= 24)


def _kind(character: int) -> int:
    if 0x30 <= character <= 0x39:
        return 0
    if 0x61 <= character <= 0x7A:
        return 1
    return 2 if 0x41 <= character <= 0x5A else 3


def is_birth_date(text: str) -> bool:
    """Tell whether a date has a year in which somebody who lives can have been born, at least five years ago."""
    short = _SHORT_YEAR.match(text)
    if short:
        return True
    found = _YEAR.search(text)
    return found is not None and 1900 <= int(found[1]) <= date.today().year - 5 and not _ISO_TIME.match(text)
