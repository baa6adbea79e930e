"""Values that are larger than chance makes the largest ones, whatever their distribution."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.columns import Floats

TAIL = 20
"""Values below those in question that tell how fast the tail falls."""
_BY_CHANCE = 0.02  # of so large values expected
_FAR = 5.0  # times the next largest: then more are enough
_FAR_BY_CHANCE = 0.05


def outstanding(largest: Floats, most: int) -> int:
    """Return how many of the first of some values, in descending order, come from elsewhere than the values behind them.

    ``largest``: the largest values of many, ``most`` + TAIL + 1 or more of them. The tail is taken for a power law with the
    exponent that Hill's estimator gives for the TAIL values behind those in question (B. M. Hill, "A simple general approach
    to inference about the tail of a distribution", 1975), which is careful: most tails fall faster.
    """
    found = 0
    for count in range(1, min(most, len(largest) - TAIL - 1) + 1):
        end = largest[count + TAIL]
        if end <= 0:
            break
        spread = np.log(largest[count : count + TAIL] / end).mean()
        by_chance = 0.0 if spread <= 0 else (count + TAIL) * (end / largest[count - 1]) ** (1 / spread)
        is_far = largest[count - 1] >= _FAR * largest[count]
        if largest[count - 1] > largest[count] and by_chance < (_FAR_BY_CHANCE if is_far else _BY_CHANCE):
            found = count
    return found
