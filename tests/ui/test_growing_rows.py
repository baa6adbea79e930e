"""Numbers that only get more share their memory, and what was given out stays."""

from __future__ import annotations

import numpy as np

from aidebug_gui.ui.growing_rows import GrowingRows, is_continued


def test_more_numbers_are_added_in_place_and_what_was_given_out_stays() -> None:
    rows = GrowingRows()
    first = rows.replace(0, np.array([1, 5]))
    second = rows.replace(2, np.array([7]))
    assert second.tolist() == [1, 5, 7]
    assert first.tolist() == [1, 5]
    assert is_continued(first, second)
    assert not is_continued(second, first)
    changed = rows.replace(2, np.array([8, 9]))
    assert (second.tolist(), changed.tolist()) == ([1, 5, 7], [1, 5, 8, 9])
    assert not is_continued(second, changed)
    assert is_continued(first, changed)
    assert rows.replace(0, np.array([], dtype=np.int64)).tolist() == []


def test_many_numbers_are_kept_in_order() -> None:
    rows = GrowingRows()
    given = rows.replace(0, np.arange(10))
    for _ in range(1000):
        given = rows.replace(len(given), np.arange(len(given), len(given) + 7))
    assert given.tolist() == list(range(7010))
    assert not given.flags.writeable
