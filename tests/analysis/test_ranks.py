from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis import folds
from aidebug_gui.analysis.folds import Folds
from aidebug_gui.analysis.ranks import Ranks

CHANCE = np.random.default_rng(5)
NUMBERS = {
    "both signs": CHANCE.normal(0, 3, 3001),
    "few values": CHANCE.integers(-3, 20, 3000).astype(np.float64),
    "skewed": np.exp(CHANCE.normal(3, 0.6, 3000)),
    "wide": CHANCE.normal(0, 10 ** CHANCE.uniform(-9, 9, 3000)),
    "zeros": np.array([0.0, -0.0, 0.0, 1.0]),
    "one": np.array([5.0]),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_medians_and_quantiles_are_exact_while_numbers_come(name, monkeypatch):
    monkeypatch.setattr(folds, "CHUNK", 256)
    numbers, kept = NUMBERS[name], Folds()
    for count in sorted({1, len(numbers) // 3, len(numbers) - 1, len(numbers)} - {0}):
        own = numbers[:count]

        def fold(name, initial, step, parameter=None, count=count):
            return kept.fold(name, initial, step, (count, count - 1), parameter)

        ranks = Ranks(fold, "numbers", lambda at, own=own: own[at])
        assert len(ranks) == count
        assert ranks.median() == np.median(own)
        assert ranks.median(max(1, count - 3)) == np.median(np.sort(own)[: max(1, count - 3)])
        for share in (0, 0.25, 0.5, 0.99, 0.999, 1):
            assert ranks.quantile(share) == pytest.approx(np.quantile(own, share), rel=1e-12)
        middle, equal = ranks.middle()
        assert middle == np.sort(own)[count // 2]
        assert equal == np.count_nonzero(own == middle)
