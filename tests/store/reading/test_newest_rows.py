"""Rows that are kept for whoever wants them at once."""

from __future__ import annotations

import pyarrow as pa

from aidebug_gui.store.merging.parts import masked_integers
from aidebug_gui.store.reading.few_lines import array_of
from aidebug_gui.store.reading.newest_rows import MOST_ROWS, NewestRows


def rows(first: int, count: int, name: str = "time") -> pa.Table:
    return pa.Table.from_arrays([array_of(list(range(first, first + count)), "BIGINT")], names=[name])


def kept(newest: NewestRows, first: int, stop: int) -> list[int] | None:
    found = newest.between(first, stop)
    return None if found is None else found.column(0).to_pylist()


def test_rows_are_found_across_the_pieces_that_they_came_in() -> None:
    newest = NewestRows()
    assert kept(newest, 0, 1) is None
    for first, count in ((10, 3), (13, 1), (14, 4)):
        newest.add(first, rows(first, count))
    for first in range(10, 18):
        for stop in range(first + 1, 19):
            assert kept(newest, first, stop) == list(range(first, stop))
    assert kept(newest, 9, 12) is None
    assert kept(newest, 16, 19) is None
    assert kept(newest, 12, 12) is None


def test_what_does_not_follow_or_has_other_columns_begins_anew() -> None:
    newest = NewestRows()
    newest.add(0, rows(0, 2))
    newest.add(5, rows(5, 2))
    assert kept(newest, 0, 1) is None
    assert kept(newest, 5, 7) == [5, 6]
    newest.add(7, rows(7, 1, "other"))
    assert kept(newest, 6, 8) is None
    assert kept(newest, 7, 8) == [7]
    newest.forget()
    assert kept(newest, 7, 8) is None


def test_only_the_newest_are_kept() -> None:
    newest = NewestRows()
    for first in range(0, 4 * MOST_ROWS, 100):
        newest.add(first, rows(first, 100))
    assert kept(newest, 2 * MOST_ROWS, 2 * MOST_ROWS + 1) is None
    last = 4 * MOST_ROWS // 100 * 100
    assert kept(newest, last - 500, last) == list(range(last - 500, last))


def test_missing_times_are_masked() -> None:
    some = pa.Table.from_arrays([array_of([1, None, 3], "BIGINT")], names=["time"])
    both = pa.concat_tables([some, rows(5, 3)])
    assert masked_integers(both.slice(1, 3).column("time").combine_chunks()).tolist() == [None, 3, 5]
    assert masked_integers(both.slice(4, 2).column("time").combine_chunks()).tolist() == [6, 7]
