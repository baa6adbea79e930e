from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.growing_columns import GrowingColumns


def test_what_was_handed_out_stays_as_it_is():
    columns = GrowingColumns()
    first = columns.put("score", 0, np.array([1.0, 2.0, 3.0]), 2)
    assert columns.settled("score") == 2
    second = columns.put("score", 2, np.array([9.0, 4.0]), 3)
    assert first.tolist() == [1, 2, 3]
    assert second.tolist() == [1, 2, 9, 4]
    third = columns.put("score", 3, np.array([4.0, 5.0]), 4)
    assert second.tolist() == [1, 2, 9, 4]
    assert third.tolist() == [1, 2, 9, 4, 5]


def test_what_came_is_added_without_a_copy():
    columns = GrowingColumns()
    columns.put("score", 0, np.zeros(100), 99)
    before = columns.put("score", 99, np.zeros(2), 100)
    assert np.shares_memory(before, columns.put("score", 100, np.array([0.0, np.nan]), 101))


def test_who_looks_at_an_earlier_state_takes_nothing_away():
    columns = GrowingColumns()
    columns.put("score", 0, np.arange(5.0), 5)
    assert columns.put("score", 2, np.arange(2.0, 4.0), 3).tolist() == [0, 1, 2, 3]
    assert columns.settled("score") == 5
    assert columns.put("score", 5, np.array([5.0]), 6).tolist() == [0, 1, 2, 3, 4, 5]


def test_a_forgotten_column_is_read_anew():
    columns = GrowingColumns()
    columns.put("score", 0, np.arange(5.0), 5)
    columns.forget(["score", "unknown"])
    assert columns.settled("score") == 0
