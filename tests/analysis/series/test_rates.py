from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.rates import Rates


def _flags() -> np.ndarray:
    """One in fifty is set, but for a burst of 40 points."""
    flags = (np.arange(4000) % 50 == 0).astype(float)
    flags[2000:2040] = np.arange(40) % 3 > 0
    return flags


def test_a_burst_is_over_soon_after_its_end():
    burst, lull, _ = Rates().step(_flags())
    assert burst[2010:2040].min() > 3
    assert burst[2200:2700].max() < 1  # though the last 640 points hold four times as many as usual
    assert lull.max() < 3


def test_what_falls_silent_is_a_lull():
    flags = np.where(np.arange(4000) < 3000, _flags(), 0)
    _, lull, _ = Rates().step(flags)
    assert lull[3640:].min() > 3
    assert lull[:3000].max() < 3


def test_pieces_give_the_same():
    flags = _flags()
    whole = Rates().step(flags)
    first = Rates().step(flags[:2017])
    second = first[2].step(flags[2017:])
    for kind in (0, 1):
        assert np.array_equal(np.append(first[kind], second[kind]), whole[kind])


def test_it_is_no_news_that_flags_were_set_while_none_is():
    flags = np.zeros(4000)
    flags[[1200, 1450, 1550, 1770]] = 1  # the longest window says nothing before point 1,920
    burst, _, _ = Rates().step(flags)
    assert burst[1771:].max() <= burst[1770]
