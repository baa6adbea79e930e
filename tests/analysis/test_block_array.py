from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.analysis import block_array
from aidebug_gui.analysis.block_array import BlockArray

Change = dict[int, int]


@given(st.lists(st.dictionaries(st.integers(0, 60), st.integers(-5, 5)), max_size=6))
def test_it_holds_what_was_put_last_and_earlier_versions_stay(changes: list[Change]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_array, "_BLOCK", 8)
        version, expected = BlockArray(np.int64(-9)), np.full(64, -9)
        seen = [(version, expected)]
        for change in changes:
            places = np.array(sorted(change), dtype=np.int32)
            version = version.with_values(
                places, np.array([change[place] for place in places.tolist()], dtype=np.int64)
            )
            expected = expected.copy()
            expected[places] = [change[place] for place in places.tolist()]
            seen.append((version, expected))
        for then, values in seen:
            assert then.whole(64).tolist() == values.tolist()
            assert then.at(np.array([0, 9, 9, 63])).tolist() == values[[0, 9, 9, 63]].tolist()


def test_blocks_in_which_nothing_changed_are_shared() -> None:
    before = BlockArray(np.uint8(0)).with_values(np.arange(100_000), np.ones(100_000, dtype=np.uint8))
    after = before.with_values(np.array([50_000]), np.array([2], dtype=np.uint8))
    assert sum(one is not other for one, other in zip(before.blocks, after.blocks, strict=True)) == 1
