from __future__ import annotations

import numpy as np

from aidebug_gui.store.merging.order import LAST
from aidebug_gui.store.merging.pending import ACTIVE_S, HOLD_S, JITTER_NS, Pending, cutoff, keys_of

NONE = np.iinfo(np.int64).min


def times(*values: int) -> np.ma.MaskedArray:  # type: ignore[type-arg]
    return np.ma.masked_equal(np.array(values, dtype=np.int64), NONE)


def waiting(*keys: int, now: float, timed: bool = True) -> Pending:
    pending = Pending()
    pending.is_timed = timed
    pending.add(np.array(keys, dtype=np.int64), now)
    return pending


def test_records_without_a_time_keep_to_the_one_before_them() -> None:
    assert keys_of(times(NONE, 5, NONE, 7), 3, 0).tolist() == [3, 5, 5, 7]
    assert keys_of(times(NONE, 5), None, 0).tolist() == [5, 5]
    assert keys_of(times(NONE, NONE), None, 4).tolist() == [4, 4]


def test_small_steps_back_are_no_other_order_but_large_ones_are() -> None:
    late = 10 * JITTER_NS
    assert keys_of(times(late, late - JITTER_NS, late - JITTER_NS - 1), 0, 0).tolist() == [
        late, late, late - JITTER_NS - 1
    ]  # fmt: skip
    assert keys_of(times(5), 9, 0).tolist() == [9]


def test_one_file_alone_does_not_wait() -> None:
    assert cutoff([waiting(1, 2, 3, now=0.0), Pending()], 0.0) == 3


def test_records_wait_for_older_ones_of_a_file_that_is_written_now() -> None:
    files = [waiting(10, 20, now=0.0), waiting(15, now=0.0)]
    limit = cutoff(files, 0.1)
    assert limit == 15
    assert [pending.release(limit).tolist() for pending in files] == [[10], [15]]
    assert files[0].first == 1
    assert cutoff(files, 0.1) == 15
    assert cutoff(files, HOLD_S) == 20  # it waited long enough


def test_files_that_rest_or_have_no_times_are_not_waited_for() -> None:
    rests, timeless = waiting(1, now=0.0), waiting(1, now=ACTIVE_S, timed=False)
    rests.release(LAST)
    assert cutoff([rests, timeless, waiting(30, now=ACTIVE_S)], ACTIVE_S) == 30


def test_what_stands_behind_a_later_record_of_its_file_waits_with_it() -> None:
    pending = waiting(10, 50, 20, now=0.0)
    assert pending.release(30).tolist() == [10]
    assert pending.stop == 3
    assert pending.release(50).tolist() == [50, 20]
