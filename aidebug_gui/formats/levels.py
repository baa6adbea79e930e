"""Level numbers. Names as they stand in logs are data: ``resources/levels.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


PYTHON_STEPS = (
    (50, Level.CRITICAL),
    (40, Level.ERROR),
    (30, Level.WARNING),
    (20, Level.INFO),
    (10, Level.DEBUG),
    (1, Level.TRACE),
)
"""(at least, level): 25 (loguru SUCCESS) is INFO, 5 is TRACE."""

PINO_STEPS = (
    (60, Level.CRITICAL),
    (50, Level.ERROR),
    (40, Level.WARNING),
    (30, Level.INFO),
    (20, Level.DEBUG),
    (1, Level.TRACE),
)
"""pino and bunyan: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal."""

OTEL_STEPS = (
    (21, Level.CRITICAL),
    (17, Level.ERROR),
    (13, Level.WARNING),
    (9, Level.INFO),
    (5, Level.DEBUG),
    (1, Level.TRACE),
)
"""OpenTelemetry severityNumber 1..24."""

LARGEST_NUMBER = 1000
"""Numbers from here on are no levels."""


def level_number(value: object, names: Mapping[str, int], *, pino: bool = False, otel: bool = False) -> int:
    """Return the level of a name or number as it stands in a log, ``UNKNOWN`` if it is none.

    Args:
        value: A name in any case, or a number (also as text).
        names: Lower-case level names to numbers (``Catalog.level_numbers``).
        pino: Numbers are on pino's scale.
        otel: Numbers are OpenTelemetry's (the field is called severityNumber).
    """
    if isinstance(value, bool):
        return int(Level.UNKNOWN)
    if isinstance(value, str):
        name = value.strip().lower()
        known = names.get(name)
        if known is not None:
            return known
        if not (name.isascii() and name.isdigit() and len(name) <= 3):
            return int(Level.UNKNOWN)
        value = int(name)
    if not isinstance(value, (int, float)) or not value < LARGEST_NUMBER:
        return int(Level.UNKNOWN)
    steps = OTEL_STEPS if otel else PINO_STEPS if pino else PYTHON_STEPS
    return next((int(level) for least, level in steps if value >= least), int(Level.UNKNOWN))


LEVEL_WORDS: tuple[tuple[str, Level], ...] = (
    (r"(?i)\b(?:errors?|uncaught|failed|failure|fatal|exception|panic|aborted|killed)\b", Level.ERROR),
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
