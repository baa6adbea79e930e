"""The index answers where a record is, also while it grows."""

from __future__ import annotations

import numpy as np

from aidebug_gui.store.index import RecordIndex


def filled() -> RecordIndex:
    index = RecordIndex()
    for first in range(0, 3000, 1000):
        numbers = np.arange(first, first + 1000)
        index.append(numbers * 10, numbers * 2, np.zeros(1000, dtype=np.uint8), (first + 1000) * 10)
    return index


def test_bounds_and_spans() -> None:
    index = filled()
    assert index.count == 3000
    assert index.bounds(2998, 9999).tolist() == [29980, 29990, 30000]
    assert index.bounds(0, 2).tolist() == [0, 10, 20]
    begins, ends = index.spans(np.array([2999, 0]))
    assert begins.tolist() == [29990, 0]
    assert ends.tolist() == [30000, 10]


def test_records_that_are_gone_have_no_bytes() -> None:
    """Somebody may still hold numbers of records while the log is read again."""
    index = filled()
    begins, ends = index.spans(np.array([2999, 3000, 10**7]))
    assert (ends - begins).tolist() == [10, 0, 0]
    index.clear()
    begins, ends = index.spans(np.array([0, 2999]))
    assert (ends - begins).tolist() == [0, 0]


def test_lines_lead_to_records() -> None:
    index = filled()
    assert index.lines(np.array([0, 5])).tolist() == [1, 11]
    assert [index.record_at_line(line) for line in (0, 1, 2, 3, 11, 12, 10**9)] == [0, 0, 0, 1, 5, 5, 2999]
    index.clear()
    assert index.record_at_line(1) == -1


def test_lines_behind_the_last_one_lead_to_no_record() -> None:
    index = filled()
    assert np.flatnonzero(index.on_lines(6001, 10**9, 0, 3000)).tolist() == [2999]  # its lines might go on
    index.line_count = 6000
    assert np.flatnonzero(index.on_lines(6000, 10**9, 0, 3000)).tolist() == [2999]
    assert not index.on_lines(6001, 10**9, 0, 3000).any()


def test_noted_records_are_there_when_they_are_shown() -> None:
    index = filled()
    numbers = np.arange(3000, 8000)  # more than there is room for
    index.note(3000, numbers[:10] * 10, numbers[:10] * 2, np.zeros(10, dtype=np.uint8))
    index.note(3010, numbers[10:] * 10, numbers[10:] * 2, np.full(4990, 2, dtype=np.uint8))
    assert (index.count, index.bounds(2999, 9999).tolist()) == (3000, [29990, 30000])
    index.show(8000, 80000)
    assert index.bounds(2999, 3012).tolist() == list(range(29990, 30121, 10))
    assert index.bounds(7999, 9999).tolist() == [79990, 80000]
    assert index.flags(3009, 3011).tolist() == [0, 2]


def test_noted_records_may_be_noted_again() -> None:
    """A round that was given up is read again."""
    index = filled()
    index.note(3000, np.arange(2) + 5, np.arange(2), np.full(2, 9, dtype=np.uint8))
    index.note(3000, np.array([30000]), np.array([6000]), np.zeros(1, dtype=np.uint8))
    index.show(3001, 30010)
    assert (index.bounds(3000, 9999).tolist(), index.flags(3000, 3001).tolist()) == ([30000, 30010], [0])


def test_flags_are_added_to_records_that_are_there() -> None:
    index = filled()
    index.add_flags(np.array([3, 4]), 4)
    index.add_flags(np.array([4]), 8)
    assert index.flags(2, 6).tolist() == [0, 4, 12, 0]


def test_offsets_lead_to_the_records_behind_them() -> None:
    index = filled()
    assert [index.record_at_offset(offset) for offset in (0, 1, 10, 29_990, 29_991, 10**9)] == [
        0,
        1,
        1,
        2999,
        3000,
        3000,
    ]
