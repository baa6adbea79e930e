from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.store.merging.order import Times, merge

TIMES = st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=12)


def times(values: list[int | None]) -> Times:
    data = np.array([value or 0 for value in values], dtype=np.int64)
    return np.ma.masked_array(data, mask=[value is None for value in values])


def test_records_without_a_time_keep_to_the_one_before() -> None:
    order = merge([times([None, 1, None, 9]), times([2, 3]), times([None, None])])
    assert list(zip(order.part.tolist(), order.row.tolist(), strict=True)) == [
        (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (0, 3), (2, 0), (2, 1)
    ]  # fmt: skip


def test_equal_times_stay_in_the_order_of_the_files() -> None:
    order = merge([times([5, 5]), times([5])])
    assert order.part.tolist() == [0, 0, 1]


@given(st.lists(TIMES, max_size=4))
def test_each_record_has_one_place(files: list[list[int | None]]) -> None:
    order = merge([times(values) for values in files])
    assert order.count == sum(map(len, files))
    for part, ranks in enumerate(order.ranks):
        assert order.part[ranks].tolist() == [part] * len(ranks)
        assert order.row[ranks].tolist() == list(range(len(ranks)))
    known = [files[part][row] for part, row in zip(order.part.tolist(), order.row.tolist(), strict=True)]
    there = [value for value in known if value is not None]
    assert there == sorted(there)
