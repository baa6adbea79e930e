"""Words of messages: where a message is split, and what each word tells about itself before any other message is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VARIABLE = "<*>"
LONGEST = 60
"""Words of a message that are looked at."""

Flags = NDArray[np.bool_]

_SEPARATORS = re.compile(r"""([\s=:,;()\[\]{}"'|<>]+)""")
_SEPARATORS_AND_DOTS = re.compile(r"""((?:[\s=:,;()\[\]{}"'|<>]+|\.{3,})+)""")  # takes twice as long
_DOTS = "..."
_VARYING = re.compile(r"\d|/|\\\w|\w\.\w+\.\w")
_STATE = re.compile(r"[A-Za-z]{2,}(?:ed|ing)|[A-Z]{2,}")
_UNIT = re.compile(r"[KMGT]?i?B|bytes?|[num\u00b5]?s|secs?|seconds?|mins?|minutes?|h|hours?|days?")
_KEY = "="

_PAIR = re.compile(r"""(\b(?!(?:msg|message|event|action)=|^name=)[A-Za-z_][\w.]*=)("[^"]*"|'[^']*'|[^\s,;|)\]}"']+)""")
"""``key=value``: the value is data; what the key ``msg`` and its like hold is the message, and a name that it begins with."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
_DATE = re.compile(rf"{_DAY}(?:{_MONTH}\s{{1,2}}0\b|\b0[ -]{_MONTH}[ -]0\b)")
_ADDRESS = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){4,12}[0-9A-Fa-f]{1,4}\b")  # of a network card, or IPv6
_LEAST_COLONS = 4  # of an address


def without_values(shape: str) -> str:
    """Return a shape (see shapes.py) with ``0`` for what is data by its form: values of keys, dates, addresses."""
    if "=" in shape:
        shape = _PAIR.sub(r"\g<1>0", shape)
    if shape.count(":") >= _LEAST_COLONS:
        shape = _ADDRESS.sub(_number_if_any, shape)
    return _DATE.sub("0", shape) if "0" in shape else shape


def _number_if_any(address: re.Match[str]) -> str:
    return "0" if "0" in address[0] else address[0]


def pieces_of(message: str) -> list[str]:
    """Return words (even places, some are empty) and what separates them (odd places)."""
    return (_SEPARATORS_AND_DOTS if _DOTS in message else _SEPARATORS).split(message)


def varies(word: str) -> bool:
    """Return whether a word is a value by its form: it holds a digit, is a path or has two inner dots."""
    return _VARYING.search(word) is not None


@dataclass(frozen=True, slots=True)
class WordFlags:
    """What is known of each word by its number. ``vary``: it is a value. ``keys``: it names a value (``user=``).

    ``states``: ``started``, ``loading``, ``GET``; a place has some of them and means each. ``units``: ``ms``, ``KB``.
    """

    vary: Flags
    keys: Flags
    states: Flags
    units: Flags


class Vocabulary:
    """Numbers of words, from 1 on. A word that names a value (``user=``) is not the word ``user``."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def numbers(self, message: str) -> list[int]:
        """Return the numbers of a message's first words."""
        pieces = pieces_of(message)
        words = pieces[: 2 * LONGEST : 2]
        if _KEY in message:
            for place, separator in enumerate(pieces[1 : 2 * LONGEST : 2]):
                if separator[0] == _KEY and words[place]:
                    words[place] += _KEY
        known = self._numbers
        return [known.get(word) or known.setdefault(word, len(known) + 1) for word in words if word]

    def names(self) -> list[str]:
        """Return the word of each number."""
        return [VARIABLE, *(word.removesuffix(_KEY) for word in self._numbers)]

    def flags(self) -> WordFlags:
        words = [VARIABLE, *self._numbers]
        return WordFlags(
            np.array([word == VARIABLE or varies(word) for word in words]),
            np.array([word.endswith(_KEY) for word in words]),
            np.array([_STATE.fullmatch(word) is not None for word in words]),
            np.array([_UNIT.fullmatch(word) is not None for word in words]),
        )
