"""What a rule's matches begin with, as its definition names it: words, lengths of words, a character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.tokens import MARKS, folded
from aidebug_gui.translatable import translatable

ByteSet = NDArray[np.bool_]
_RANGE = re.compile(r"(\\x[0-9a-f]{2}|.)(?:-(\\x[0-9a-f]{2}|.))?")
_LENGTHS = re.compile(r"(\d+)(?::(\d+))?")
_SHORTEST_HEAD = 3
BETWEENS = b" -.+:/,"
"""What can stand between the words of a run; seven characters at most (see the finder's groups)."""
ANY: ByteSet = np.ones(256, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a rule's matches begin with; only there is its pattern tried.

    ``words``: whole words, ``begins``: beginnings of words, in any letter case; ``signs``: texts that begin with one of
    MARKS; ``tokens``: lengths of words that follow each other with one of ``between`` between them. ``first``, ``second``,
    ``third``, ``fourth`` (these three of single words only), ``last``, ``before`` and ``after`` narrow these down: characters
    of the word, those before and those behind (of a whole word: the first alone), in the order of the text; ``behind``: what the word before a run ends with
    (three bytes and a space). ``shift``: where the pattern is tried, from the sign. ``trigger``: a regular expression that is
    searched everywhere, for rules of users.
    """

    words: tuple[bytes, ...] = ()
    begins: tuple[bytes, ...] = ()
    signs: tuple[bytes, ...] = ()
    tokens: tuple[tuple[tuple[int, int], ...], ...] = ()
    between: bytes = b""
    first: ByteSet = field(default_factory=ANY.copy)
    second: ByteSet = field(default_factory=ANY.copy)
    third: ByteSet = field(default_factory=ANY.copy)
    fourth: ByteSet = field(default_factory=ANY.copy)
    last: ByteSet = field(default_factory=ANY.copy)
    before: tuple[ByteSet, ...] = ()
    after: tuple[ByteSet, ...] = ()
    behind: tuple[int, ...] = ()
    shift: int = 0
    trigger: re.Pattern[bytes] | None = None


def anchors_of(entry: Mapping[str, Any]) -> Anchors:
    """Read how a rule is found. Raises ValueError, KeyError, TypeError and re.error for a bad entry."""
    names = ("words", "begins", "signs", "tokens", "trigger")
    if not any(name in entry for name in names):
        raise ValueError(translatable("one of {names} must say where the rule begins", names=", ".join(names)))
    signs = tuple(str(text).encode() for text in entry.get("signs", ()))
    if any(sign[0] not in MARKS for sign in signs):
        raise ValueError(translatable("signs must begin with one of {signs}", signs=" ".join(MARKS.decode())))
    between = str(entry.get("between", "")).encode()
    if set(between) - set(BETWEENS):
        raise ValueError(
            translatable("between may hold only the characters {characters}", characters=repr(BETWEENS.decode()))
        )
    heads = {name: tuple(str(text).encode() for text in entry.get(name, ())) for name in ("words", "begins")}
    for head in (*heads["words"], *heads["begins"]):
        if len(head) < _SHORTEST_HEAD:
            raise ValueError(translatable("{text} is too short: three characters at least", text=repr(head.decode())))
    return Anchors(
        words=heads["words"],
        begins=heads["begins"],
        signs=signs,
        tokens=tuple(_lengths(text) for text in entry.get("tokens", ())),
        between=between,
        first=_set_of(entry, "first"),
        second=_set_of(entry, "second"),
        third=_set_of(entry, "third"),
        fourth=_set_of(entry, "fourth"),
        last=_set_of(entry, "last"),
        before=tuple(byte_set(text) for text in entry.get("before", ())),
        after=tuple(byte_set(text) for text in entry.get("after", ())),
        behind=tuple(folded(str(text).encode()[-3:] + b" ") for text in entry.get("behind", ())),
        shift=int(entry.get("shift", 0)),
        trigger=re.compile(str(entry["trigger"]).encode()) if "trigger" in entry else None,
    )


def _set_of(entry: Mapping[str, Any], name: str) -> ByteSet:
    return byte_set(entry[name]) if name in entry else ANY


def _lengths(text: str) -> tuple[tuple[int, int], ...]:
    found = [(int(low), int(high or low)) for low, high in _LENGTHS.findall(text)]
    if not found:
        raise ValueError(translatable("{text} names no lengths, such as '3 2 4'", text=repr(text)))
    return tuple(found)


def byte_set(text: str) -> ByteSet:
    r"""Return 256 flags for a text such as ``A-Z0-9_\x80-\xff``; with ``^`` in front for all others."""
    flags = np.zeros(256, dtype=np.bool_)
    negated = text.startswith("^")
    for part in _RANGE.finditer(text[negated:]):
        low = _byte(part[1])
        flags[low : (_byte(part[2]) if part[2] else low) + 1] = True
    return ~flags if negated else flags


def _byte(text: str) -> int:
    return int(text[2:], 16) if text.startswith("\\x") and len(text) == 4 else ord(text)


def members(flags: ByteSet) -> bytes:
    """Return the bytes of a set."""
    return bytes(np.flatnonzero(flags).astype(np.uint8))
