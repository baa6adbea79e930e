"""Level names and numbers of several scales."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.levels import Level, derived_level, level_number

NAMES = Catalog.load().level_numbers


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
    assert level_number(value, NAMES) == level


def test_pino_and_opentelemetry_scales() -> None:
    scale = [level_number(number, NAMES, pino=True) for number in (10, 20, 30, 40, 50, 60)]
    assert scale == [Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR, Level.CRITICAL]
    scale = [level_number(number, NAMES, otel=True) for number in (1, 8, 9, 13, 17, 24)]
    assert scale == [Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR, Level.CRITICAL]


def test_derived_level() -> None:
    assert derived_level("502", failed=False) == Level.ERROR
    assert derived_level(500, failed=False) == Level.ERROR
    assert derived_level("404", failed=False) == Level.INFO
    assert derived_level("5xx", failed=False) == Level.INFO
    assert derived_level(None, failed=True) == Level.ERROR
    assert derived_level(None, failed=False, otherwise=Level.UNKNOWN) == Level.UNKNOWN
