from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.calibration import LARGEST
from aidebug_gui.analysis.series.joint import Unrest, joint_score


def test_reasons_that_agree_count_more_than_one_and_less_than_each_for_itself():
    parts = np.array([[4.0, 0.0, 0.0], [4.0, 4.0, 0.0], [4.0, 1.0, 0.0], [0.0, 0.0, 0.0]], dtype=np.float32)
    alone, two, little, nothing = joint_score(parts)
    assert alone == pytest.approx(4)
    assert two == pytest.approx(4 * 2 ** (2 / 3))
    assert 4 < little < 5
    assert nothing == 0


def test_unrest_is_the_mean_of_the_scores_before():
    mean, state = Unrest().step(np.full(3000, 2.0))
    assert mean[0] == 0
    assert mean[256] == pytest.approx(1.0)  # of few points each counts little
    assert mean[-1] == pytest.approx(2.0)
    assert state.step(np.zeros(1))[0] == pytest.approx(2.0)
    assert state.step(np.zeros(4000))[0][-1] == 0


def test_one_point_however_odd_does_not_silence_what_follows():
    scores = np.zeros(1000)
    scores[10] = 1e6
    assert Unrest().step(scores)[0].max() <= LARGEST / 500


def test_pieces_give_the_same():
    scores = np.random.default_rng(0).exponential(1, 5000)
    whole, _ = Unrest().step(scores)
    first, state = Unrest().step(scores[:1777])
    second, _ = state.step(scores[1777:])
    assert np.array_equal(np.append(first, second), whole)
