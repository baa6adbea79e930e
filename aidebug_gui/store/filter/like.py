"""Messages that are like each other: a template such as ``took <*> ms`` as a condition on the message.

``<*>`` stands for any text. What separates words may differ, as it does for the templates that are mined from a log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

VARIABLE = "<*>"
MESSAGE_LENGTH = 400
"""Characters of a message that a template tells of; what follows may be anything."""

_SEPARATOR = r"""(?:[\s=:,;()\[\]{}"'|<>]|\.{3,})"""
_ANY = r"(?s:.*)"
_BEFORE = re.compile(f"^{_SEPARATOR}+", re.ASCII)
_BEHIND = re.compile(f"{_SEPARATOR}+$", re.ASCII)
_SPECIAL = re.compile(r"[^\w\s]", re.ASCII)


def template_condition(column: str, templates: tuple[str, ...]) -> tuple[str, str]:
    """Return (SQL, its parameter) for records whose message, in ``column``, is like one of some templates."""
    cut = f"CASE WHEN strlen({column}) > {MESSAGE_LENGTH} THEN {column}[:{MESSAGE_LENGTH}] ELSE {column} END"
    return f"({column} IS NOT NULL AND regexp_matches({cut}, ?))", like_one(templates)


def like_one(templates: Sequence[str]) -> str:
    """Return a regular expression (RE2) for messages that are like one of some templates."""
    either = "|".join(map(template_pattern, templates))
    return rf"^{_SEPARATOR}*(?:{either}){_SEPARATOR}*(?:\n{_ANY})?$"  # a traceback may follow


def template_pattern(template: str) -> str:
    """Return a regular expression (RE2) for a template, without what separates it from begin and end."""
    parts = template.split(VARIABLE)
    parts[0], parts[-1] = _BEFORE.sub("", parts[0]), _BEHIND.sub("", parts[-1])
    return _ANY.join(map(_words, parts))


def _words(text: str) -> str:
    """Return a pattern for fixed words and what separates them, also from the variables beside them."""
    words = re.split(f"{_SEPARATOR}+", text, flags=re.ASCII)
    return f"{_SEPARATOR}+".join(map(_escaped, words))


def _escaped(word: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\x{{{ord(found[0]):x}}}", word)
