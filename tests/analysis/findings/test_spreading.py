from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.findings.spreading import densest, is_steady


def test_most_records_in_a_short_part_of_the_log():
    rows = np.array([10, 4000, *range(5000, 5060), 9000])
    assert densest(rows, 10_000) == slice(2, 62)
    assert not is_steady(rows, 10_000)


def test_all_in_one_part_or_all_over_is_not_most_in_one():
    assert densest(np.arange(5000, 5060), 10_000) is None
    assert densest(np.arange(0, 10_000, 100), 10_000) is None
    assert densest(np.array([1, 2, 3]), 10_000) is None


def test_what_comes_by_chance_all_through_a_log_is_steady():
    rng = np.random.default_rng(1)
    for count in (12, 30, 200, 2000):
        assert is_steady(np.sort(rng.choice(20_000, count, replace=False)), 20_000)


def test_a_part_of_the_log_is_not_steady():
    rng = np.random.default_rng(1)
    assert not is_steady(np.sort(rng.choice(8_000, 200, replace=False)), 20_000)
    assert not is_steady(np.array([5, 6000, 15_000]), 20_000)
