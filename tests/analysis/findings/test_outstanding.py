from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.findings.outstanding import outstanding

_CHANCE = np.random.default_rng(4)
_GAPS = {
    "exponential": lambda n: _CHANCE.exponential(6, n),
    "lognormal": lambda n: _CHANCE.lognormal(1, 1, n),
    "power law": lambda n: 6 * _CHANCE.pareto(2.5, n),
    "sessions": lambda n: np.where(_CHANCE.random(n) < 0.15, _CHANCE.exponential(30, n), _CHANCE.exponential(2, n)),
}


@pytest.mark.parametrize("kind", _GAPS)
def test_the_largest_of_any_tail_are_seldom_outstanding(kind: str) -> None:
    told = [outstanding(np.sort(_GAPS[kind](2000))[::-1][:26], 5) for _ in range(100)]
    assert np.count_nonzero(told) <= 8


def test_those_that_come_from_elsewhere_are_counted() -> None:
    usual = np.sort(_GAPS["exponential"](2000))[::-1]
    for others in ([600.0], [900.0, 700.0, 650.0]):
        assert outstanding(np.append(others, usual), 5) == len(others)
    assert outstanding(np.append([600.0] * 9, usual), 5) == 0  # as many are no exception


def test_far_beyond_the_next_one_less_surprise_is_enough() -> None:
    seconds = [
        72.0,
        43.1,
        38.6,
        38.1,
        37.3,
        26.2,
        25.3,
        23.7,
        23.2,
        22.9,
        18.7,
        15.8,
        15.7,
        14.6,
        14.3,
        13.7,
        12.5,
        12.1,
    ]
    usual = np.array([*seconds, *([11.7] * 8)])
    assert outstanding(np.append(757.0, usual), 1) == 1
    assert outstanding(np.append(200.0, usual), 1) == 0


def test_too_few_or_no_spread() -> None:
    assert outstanding(np.array([9.0, 1.0]), 5) == 0
    assert outstanding(np.append(100.0, np.full(40, 1.0)), 5) == 1
    assert outstanding(np.zeros(40), 5) == 0
