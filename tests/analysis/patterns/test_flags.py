from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.analysis.patterns import flags

MANY = st.lists(st.booleans(), max_size=300)


def as_list(words: flags.Words, count: int) -> list[bool]:
    return flags.unpacked(words, count).astype(bool).tolist()


@given(MANY, st.integers(1, 63))
def test_flags_move_as_in_a_list(given_flags: list[bool], steps: int) -> None:
    words, count = flags.packed(np.array(given_flags, dtype=np.bool_)), len(given_flags)
    assert as_list(words, count) == given_flags
    assert as_list(flags.later(words, steps), count) == ([False] * steps + given_flags)[:count]
    assert as_list(flags.earlier(words, steps), count) == (given_flags + [False] * steps)[steps:][:count]


@given(MANY, st.data())
def test_a_range_is_cleared_and_nothing_else(given_flags: list[bool], data: st.DataObject) -> None:
    count = len(given_flags)
    first, stop = data.draw(st.integers(0, count)), data.draw(st.integers(0, count))
    words = flags.packed(np.array(given_flags, dtype=np.bool_))
    flags.clear(words, first, stop)
    assert as_list(words, count) == [flag and not first <= at < stop for at, flag in enumerate(given_flags)]


@given(MANY)
def test_flags_are_found_and_counted(given_flags: list[bool]) -> None:
    words, count = flags.packed(np.array(given_flags, dtype=np.bool_)), len(given_flags)
    assert flags.places(words) == [at for at, flag in enumerate(given_flags) if flag]
    stops = np.arange(count + 1)
    assert flags.counted(words, stops).tolist() == [sum(given_flags[:stop]) for stop in stops]
