from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.past import NOTHING_BEFORE, History, Past


@pytest.mark.parametrize("before", [NOTHING_BEFORE, NOTHING_BEFORE.more(np.array([3.0, 3.0, np.nan, 90.0]))])
def test_the_past_of_any_point_is_what_all_points_before_it_tell(before: Past) -> None:
    values = np.random.default_rng(2).normal(0, 1, 200_000).round(2)
    values[[5, 70_000, 150_001]] = np.nan, np.inf, 80.0
    history = History(values, before)
    for position in (0, 3, 150_002, 65_536, 65_535, 131_073, 200_000):  # in any order
        found, known = history.at(position), before.more(values[:position])
        np.testing.assert_equal(
            [getattr(found, name) for name in Past.__slots__], [getattr(known, name) for name in Past.__slots__]
        )
