"""Level names and numbers of several scales."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.levels import Level, derived_level

LEVELS = Catalog.load().levels


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("INFO", Level.INFO),
        (" warn ", Level.WARNING),
        ("Fatal", Level.CRITICAL),
        (25, Level.INFO),
        (5, Level.TRACE),
        (30, Level.WARNING),
        ("40", Level.ERROR),
        (50.0, Level.CRITICAL),
        ("loud", Level.UNKNOWN),
        (True, Level.UNKNOWN),
        (None, Level.UNKNOWN),
        (0, Level.UNKNOWN),
        (float("nan"), Level.UNKNOWN),
        ({}, Level.UNKNOWN),
    ],
)
def test_python_scale(value: object, level: Level) -> None:
    assert LEVELS.number(value) == level


@pytest.mark.parametrize(
    ("scale", "numbers", "levels"),
    [
        ("pino", (10, 20, 30, 40, 50, 60), "TRACE DEBUG INFO WARNING ERROR CRITICAL"),
        ("otel", (0, 1, 8, 9, 13, 17, 24), "UNKNOWN TRACE DEBUG INFO WARNING ERROR CRITICAL"),
        (
            "syslog",
            (0, 2, "3", 4, 5, 6, "7", 8, 60, -1),
            "CRITICAL CRITICAL ERROR WARNING INFO INFO DEBUG" + " UNKNOWN" * 3,
        ),
        ("syslog_priority", ("11", "0", "134", 191), "ERROR CRITICAL INFO DEBUG"),
    ],
)
def test_numbers_of_other_scales(scale: str, numbers: tuple[object, ...], levels: str) -> None:
    assert [Level(LEVELS.number(number, scale)).name for number in numbers] == levels.split()


@pytest.mark.parametrize(
    ("key", "number", "present", "scale"),
    [
        ("level", 30, {"level", "time", "pid", "hostname", "msg"}, "pino"),
        ("level", 60, {"level"}, "pino"),
        ("level", 30, {"level", "message"}, "python"),
        ("level", 3, {"version", "host", "short_message", "level", "timestamp"}, "syslog"),
        ("level", 3, {"version", "host", "message", "level"}, "python"),
        ("priority", 6, {"realtime_timestamp", "message", "priority"}, "syslog"),
        ("severity_number", 9, {"severity_number", "hostname", "pid"}, "otel"),
    ],
)
def test_the_keys_beside_a_number_tell_its_scale(key: str, number: int, present: set[str], scale: str) -> None:
    assert LEVELS.scale_of(key, number, present) == scale


def test_derived_level() -> None:
    assert derived_level("502", failed=False) == Level.ERROR
    assert derived_level(500, failed=False) == Level.ERROR
    assert derived_level("404", failed=False) == Level.INFO
    assert derived_level("5xx", failed=False) == Level.INFO
    assert derived_level(None, failed=True) == Level.ERROR
    assert derived_level(None, failed=False, otherwise=Level.UNKNOWN) == Level.UNKNOWN
