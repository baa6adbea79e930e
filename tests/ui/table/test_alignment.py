"""Numbers stand under each other."""

from __future__ import annotations

import pytest

from aidebug_gui.ui.table.alignment import aligned


def test_numbers_have_as_many_decimals_as_the_longest():
    assert aligned(["0.3596", "0.302", "", "12", "-0.5"]) == ["0.3596", "0.3020", "", "12.0000", "-0.5000"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["2.4146", "146.757", "92.6272"], ["2.415", "146.757", "92.627"]),
        (["51234.6", "0.00123456", "250.5"], ["51234.6    ", "0.00123", "250.50000"]),
        (["0.088636", "6.02368"], ["0.08864", "6.02368"]),
        (["1234567", "0.25"], ["1234567   ", "0.25"]),
    ],
)
def test_large_numbers_get_no_decimals_that_nobody_measured(numbers, expected):
    assert aligned(numbers) == expected


def test_what_has_no_decimals_keeps_its_room():
    assert aligned(["0.25", "NaN", "1.5e-07", "-∞"]) == ["0.25", "NaN   ", "1.5e-07", "-∞   "]
    assert aligned(["0.3596", "NaN"]) == ["0.3596", "NaN   "]


def test_whole_numbers_stay_as_they_are():
    assert aligned(["200", "404", ""]) == ["200", "404", ""]
