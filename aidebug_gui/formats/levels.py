"""Level numbers. Names as they stand in logs are data: ``resources/levels.toml``."""

from __future__ import annotations

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
