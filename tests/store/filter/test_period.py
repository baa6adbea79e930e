"""The stretch of time that a filter leaves."""

from __future__ import annotations

import pytest

from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.literals import FIRST_NS, LAST_NS, Moments
from aidebug_gui.store.filter.period import period_of

S = 1_000_000_000
MINUTE = 60 * S
TEN = 1_767_348_000 * S  # 2026-01-02T10:00:00Z
LOG = Moments(TEN, TEN + 8 * 60 * MINUTE)


@pytest.mark.parametrize(
    ("query", "first", "end"),
    [
        ("level>=error", FIRST_NS, LAST_NS),
        ("last:5m", LOG.last_ns - 5 * MINUTE, LAST_NS),
        ("last:5m level>=error", LOG.last_ns - 5 * MINUTE, LAST_NS),
        ("time>=10:30", TEN + 30 * MINUTE, LAST_NS),
        ("time<10:30", FIRST_NS, TEN + 30 * MINUTE),
        ("time<=10:30", FIRST_NS, TEN + 31 * MINUTE),
        ("time>=10:30 and time<10:40", TEN + 30 * MINUTE, TEN + 40 * MINUTE),
        ("time:10:30..10:40", TEN + 30 * MINUTE, TEN + 41 * MINUTE),
        ("time:10:30", TEN + 30 * MINUTE, TEN + 31 * MINUTE),
        ("time:(10:30 or 10:40) model:a", TEN + 30 * MINUTE, TEN + 41 * MINUTE),
        ("time<10:10 or time:10:30", FIRST_NS, TEN + 31 * MINUTE),
        ("time:10:30 or level>=error", FIRST_NS, LAST_NS),
        ("-time:10:30", FIRST_NS, LAST_NS),
        ("time!=10:30", FIRST_NS, LAST_NS),
    ],
)
def test_bounds(query, first, end):
    expression = parse(query)
    assert expression is not None
    assert period_of(expression, LOG) == (first, end)


def test_a_contradiction_leaves_nothing():
    expression = parse("time<10:10 time>=10:30")
    assert expression is not None
    first, end = period_of(expression, LOG)
    assert first > end
