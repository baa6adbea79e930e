"""How values are written."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.values import (
    cell_text,
    level_name,
    number_text,
    percent,
    short_count,
    size_text,
    time_text,
    tooltip_text,
    visible,
)

T = 1_767_261_723_000_000_000  # 2026-01-01 10:02:03


@pytest.mark.parametrize(
    ("time_ns", "text"),
    [
        (T, "2026-01-01 10:02:03.000"),
        (T + 331_000_000, "2026-01-01 10:02:03.331"),
        (T + 331_456_000, "2026-01-01 10:02:03.331456"),
        (T + 1, "2026-01-01 10:02:03.000000001"),
        (-1_000_000, "1969-12-31 23:59:59.999"),
        (2**63 - 1, "2262-04-11 23:47:16.854775807"),
    ],
)
def test_times(time_ns, text):
    assert time_text(time_ns) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.8347, "0.8347"),
        (31.0, "31"),
        (1e20, "100000000000000000000.000"),
        (1234567.25, "1234567.250"),
        (1e-9, "1e-09"),
    ],
)
def test_numbers(value, text):
    assert number_text(value) == text


def test_special_numbers():
    assert [number_text(float(name)) for name in ("nan", "inf", "-inf")] == ["NaN", "∞", "-∞"]


def test_levels():
    assert [level_name(level) for level in (0, 30, 35)] == ["", "WARNING", "35"]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (999, "999"), (1000, "1k"), (2650, "2.6k"), (31_499, "31k"), (4_200_000, "4.2M")]
)
def test_short_counts(count, text):
    assert short_count(count) == text


def test_sizes():
    assert [size_text(size) for size in (12, 1500, 1_000_000_000)] == ["12 bytes", "1.5 kB", "1.0 GB"]


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 10, "0 %"), (1, 1000, "<1 %"), (999, 1000, "99 %"), (10, 10, "100 %"), (5, 0, "0 %")],
)
def test_percent_never_hides_or_rounds_up(part, whole, text):
    assert percent(part, whole) == text


def test_control_and_direction_characters_become_visible():
    assert visible("a\x00b\n\u202ec") == "a␀b␊\ufffdc"
    assert visible("naïve 你好") == "naïve 你好"


def test_a_tooltip_is_never_rich_text():
    assert Qt.mightBeRichText("by <b>x</b>\n<i>y</i>")
    assert not Qt.mightBeRichText(tooltip_text("by <b>x</b>\n<i>y</i>"))
    assert tooltip_text("a\tb\nc") == "a␉b\nc"


def test_cells():
    assert cell_text(None, Kind.TEXT) == ""
    assert cell_text(40, Kind.LEVEL) == "ERROR"
    assert cell_text(T, Kind.TIME).endswith("10:02:03.000")
    assert cell_text(True, Kind.CATEGORY) == "True"
