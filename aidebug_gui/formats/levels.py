"""Levels. Their names as they stand in logs, and the scales of numbers, are data: ``resources/levels.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """Severity on Python's scale; ``UNKNOWN`` where the log says nothing."""

    UNKNOWN = 0
    TRACE = 5
    DEBUG = 10
    INFO = 20
    WARNING = 30
    ERROR = 40
    CRITICAL = 50


LARGEST_NUMBER = 1000
"""Numbers from here on are no levels."""

PYTHON = "python"
"""The scale of numbers where nothing says another one."""


@dataclass(frozen=True, slots=True)
class LevelScale:
    """What the numbers of one logging system mean.

    ``steps``: (at least, level), largest number first. ``modulo``: numbers carry more in front (syslog: the facility).
    ``keys``: normalised names of the fields that may hold such numbers; none: any. ``evidence``: sets of normalised keys;
    a record that has all of one set is of this system. ``own``: numbers that only this scale has.
    """

    name: str
    steps: tuple[tuple[int, int], ...]
    modulo: int = 0
    keys: frozenset[str] = frozenset()
    evidence: tuple[frozenset[str], ...] = ()
    own: frozenset[int] = frozenset()

    def level(self, number: float) -> int:
        """Return the level of a number, ``UNKNOWN`` if it is none."""
        if not 0 <= number < LARGEST_NUMBER:
            return int(Level.UNKNOWN)
        rest = number % self.modulo if self.modulo else number
        return next((level for least, level in self.steps if rest >= least), int(Level.UNKNOWN))

    def fits(self, key: str, number: float, present: Set[str]) -> bool:
        """Return whether a record with these normalised keys has a number of this scale under ``key``."""
        if self.keys and key not in self.keys:
            return False
        return not (self.evidence or self.own) or number in self.own or any(keys <= present for keys in self.evidence)


@dataclass(frozen=True, slots=True)
class Levels:
    """What levels are called, and the scales of those that are numbers. ``names``: in lower case."""

    names: Mapping[str, int]
    scales: Mapping[str, LevelScale]

    def number(self, value: object, scale: str = PYTHON) -> int:
        """Return the level of a name (any case) or number (also as text), ``UNKNOWN`` if the value is none."""
        if isinstance(value, bool):
            return int(Level.UNKNOWN)
        if isinstance(value, str):
            name = value.strip().lower()
            known = self.names.get(name)
            if known is not None:
                return known
            if not (name.isascii() and name.isdigit() and len(name) <= 3):
                return int(Level.UNKNOWN)
            value = int(name)
        return self.scales[scale].level(value) if isinstance(value, (int, float)) else int(Level.UNKNOWN)

    def scale_of(self, key: str, number: float, present: Set[str]) -> str:
        """Return the scale of a number under a normalised key, told by the normalised keys beside it."""
        special = (scale for scale in self.scales.values() if scale.name != PYTHON)
        return next((scale.name for scale in special if scale.fits(key, number, present)), PYTHON)


LEVEL_WORDS: tuple[tuple[str, Level], ...] = (
    (r"(?i)\b(?:errors?|uncaught|failed|failure|fatal|exception|traceback|panic|aborted|killed)\b", Level.ERROR),
    (r"(?i)\b(?:warn|warning|deprecated|unable)\b", Level.WARNING),
)
"""(pattern for ``re`` and RE2, level): what words tell where a format names no level. The first match counts."""

_WORDS = tuple((re.compile(pattern, re.ASCII), level) for pattern, level in LEVEL_WORDS)


def level_from_words(text: str) -> int:
    """Return the level that the words of a message tell, ``UNKNOWN`` if they tell none."""
    return next((int(level) for pattern, level in _WORDS if pattern.search(text)), int(Level.UNKNOWN))


FAILED_STATUS = ("error", "failure", "failed", "status_code_error", "statuscode.error")
"""Words of a status (lower case) that say that something failed, as spans and gateways write them."""


def derived_level(status: object, *, failed: bool, otherwise: int = Level.INFO) -> int:
    """Return the level of a record that names none: ERROR if it or its status says failed, or that is 500 or more."""
    text = str(status).strip()
    server_error = len(text) == 3 and text[0] == "5" and text.isascii() and text.isdigit()
    return int(Level.ERROR if failed or server_error or text.lower() in FAILED_STATUS else otherwise)


NO_ERROR = ("", "{}", "[]", "none", "false")
"""Values (lower case) of an error field that say that there was none. Five at most, see ``store/database.py``."""
