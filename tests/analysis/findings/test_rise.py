from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.rise import Series


def largest_z(values: NDArray[np.bool_]) -> int:
    """Look at all places."""
    n, total = len(values), np.cumsum(values)
    before = np.arange(50, n - 50)
    share = total[-1] / n
    first, second = total[before - 1] / before, (total[-1] - total[before - 1]) / (n - before)
    z = (second - first) / np.sqrt(share * (1 - share) * (1 / before + 1 / (n - before)))
    return int(before[np.argmax(z)])


@pytest.mark.parametrize("seed", range(12))
def test_a_series_rises_where_looking_at_all_places_finds_it(seed: int) -> None:
    random = np.random.default_rng(seed)
    shares = np.repeat(random.uniform(0, 0.1, 3), random.integers(60, 900, 3))
    values = random.random(len(shares) + 700) < np.append(shares, np.full(700, 0.4))
    records = 3 * np.arange(len(values)) + 5
    series = Series()
    for part in np.array_split(np.arange(len(values)), sorted(random.integers(1, len(values), 6))):
        series = series.more(values[part], records[part])
    rise = series.rise()
    assert rise is not None
    assert rise.count == largest_z(values)
    assert rise.record == records[rise.count]
    assert rise.yes == np.count_nonzero(values[: rise.count])
    assert len(series.corners) < 100


def test_what_does_not_rise() -> None:
    assert Series().rise() is None
    falls = np.random.default_rng(1).random(2000) < np.repeat([0.4, 0.1], 1000)
    for values in (np.zeros(500, dtype=np.bool_), np.ones(500, dtype=np.bool_), falls, ~falls[:60]):
        assert Series().more(values, np.arange(len(values))).rise() is None
