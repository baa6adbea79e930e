"""Ticks and labels; no Qt."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.ui.plots import ticks

S = ticks.SECOND
NOON = 1_767_355_200 * S  # 2026-01-02 12:00:00


@pytest.mark.parametrize(
    ("span", "most", "labels"),
    [
        (600 * S, 3, ["12:00", "12:05", "12:10"]),
        (20 * S, 4, ["12:00:00", "12:00:05", "12:00:10", "12:00:15", "12:00:20"]),
        (S, 4, ["12:00:00.0", "12:00:00.5", "12:00:01.0"]),
        (3 * ticks.MILLISECOND, 3, ["12:00:00.000", "12:00:00.001", "12:00:00.002", "12:00:00.003"]),
        (24 * ticks.HOUR, 4, ["12:00", "18:00", "Jan 03", "06:00", "12:00"]),
        (4 * ticks.DAY, 4, ["Jan 03", "Jan 04", "Jan 05", "Jan 06"]),
    ],
)
def test_time_ticks(span, most, labels):
    assert [tick.label for tick in ticks.time_ticks(NOON, NOON + span, most)] == labels


def test_first_tick_of_a_day_is_strong():
    assert [tick.strong for tick in ticks.time_ticks(NOON, NOON + ticks.DAY, 4)] == [False, False, True, False, False]


@given(st.integers(-(2**62), 2**62), st.integers(0, 2**60), st.integers(1, 40))
def test_time_ticks_are_few_and_inside(first, span, most):
    found = ticks.time_ticks(first, first + span, most)
    assert len(found) <= most + 1 or span > ticks.TIME_STEPS[-1] * most
    assert all(first <= tick.value <= first + span for tick in found)


@given(st.floats(-1e12, 1e12), st.floats(1e-9, 1e12), st.integers(1, 20))
def test_number_ticks_are_few_and_inside(first, span, most):
    found = ticks.number_ticks(first, first + span, most)
    assert len(found) <= most + 2
    tolerance = max(span, abs(first)) * 1e-6
    assert all(first - tolerance <= tick.value <= first + span + tolerance for tick in found)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_number_ticks_of_nothing(bad):
    assert ticks.number_ticks(0.0, bad, 4) == []


@pytest.mark.parametrize(
    ("value", "step", "label"),
    [
        (0.8, 0.2, "0.8"),
        (1200, 200, "1,200"),
        (150_000, 50_000, "150k"),
        (3_000_000, 1_000_000, "3M"),
        (2_500_000, 500_000, "2.5M"),
        (0.0, 0.5, "0.0"),
        (-20, 10, "-20"),
        (0, 500_000, "0"),
        (0, 0.2, "0.0"),
    ],
)
def test_number_label(value, step, label):
    assert ticks.number_label(value, step) == label


def test_record_ticks():
    assert [tick.label for tick in ticks.record_ticks(-10.0, 2000.0, 4)] == ["0", "1,000", "2,000"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.93, "0.93"), (5000.2, "5,000.2"), (100.0, "100"), (1234567.0, "1,234,567"), (1e-9, "1.00000e-09"), (0.0, "0")],
)
def test_exact_number(value, text):
    assert ticks.exact_number(value) == text


def test_span_label():
    assert ticks.span_label(NOON, NOON + 10 * S) == "2026-01-02 12:00:00 – 12:00:10"
    assert ticks.span_label(NOON, NOON + ticks.DAY) == "2026-01-02 12:00:00 – 2026-01-03 12:00:00"
    assert ticks.span_label(NOON, NOON + 5 * ticks.MILLISECOND) == "2026-01-02 12:00:00.000 – 12:00:00.005"


def test_times_beyond_the_calendar_do_not_fail():
    assert ticks.span_label(10**30, 10**30) == "? ? – ?"
