from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.drift import Reference, drift_by_group, find_drift, mix_change, psi_limit


def scores(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).beta(2, 5, count)


@pytest.mark.parametrize("seed", range(5))
def test_no_drift_is_found_where_there_is_none(seed):
    assert find_drift(scores(12_000, seed)) == []


def test_drift_is_found_where_it_begins_with_the_share_beyond_the_threshold():
    values = np.r_[scores(6000), np.random.default_rng(1).beta(6, 2, 3000)]
    (drift,) = find_drift(values, name="score")
    assert 5600 <= drift.start <= 6200
    assert drift.end == 8999 - (8999 - 2499) % 100
    assert drift.shift.strong
    assert drift.shift.share_before < 0.01 < 0.3 < drift.shift.share_now
    assert drift.text.startswith("score drifted strongly: ")


def test_the_limit_grows_for_small_samples():
    assert psi_limit(10, 2000, 500) == pytest.approx(0.1)
    assert psi_limit(10, 2000, 100) == pytest.approx(0.354, abs=0.01)


@pytest.mark.parametrize("sample", [100, 300, 1000])
def test_the_limit_holds_for_equal_distributions(sample):
    random = np.random.default_rng(0)
    shifts = [Reference(random.normal(size=2000)).shift(random.normal(size=sample), 1) for _ in range(300)]
    assert sum(shift.notable for shift in shifts) <= 1


@pytest.mark.parametrize("values", [np.zeros(0), np.full(5000, np.nan), np.ones(5000), np.arange(30.0)])
def test_odd_input_is_no_drift(values):
    assert find_drift(values) == []


def test_a_frequent_value_that_vanishes_is_drift():
    random = np.random.default_rng(0)
    values = np.where(random.random(8000) < 0.5, 0.5, random.random(8000))
    values[5000:] = random.random(3000)
    assert find_drift(values)


def test_an_empty_sample_or_reference():
    assert not Reference([1.0, 2.0]).shift([], 0.8).notable
    with pytest.raises(ValueError, match="at least one"):
        Reference([np.nan])


def test_groups_are_compared_with_all_others():
    values = np.r_[scores(1000), scores(1000, 1), np.random.default_rng(2).beta(6, 2, 500)]
    groups = ["v1"] * 1000 + ["v2"] * 1000 + ["v3"] * 500
    found = drift_by_group(values, groups, name="score")
    assert next(iter(found)) == "v3"
    assert found["v3"].text.startswith("score of v3 differs strongly")
    assert drift_by_group(values[:2000], groups[:2000]) == {}


def test_the_mix_of_labels():
    names = ["ham", "odd", "spam"]
    before = [900, 0, 100]
    change = mix_change(names, np.array([before, [300, 1, 200]]))
    assert change.notable
    assert change.text.endswith(("spam went from 10 % to 40 %", "ham went from 90 % to 60 %"))
    assert not mix_change(names, np.array([before, [450, 0, 50]])).notable
    assert not mix_change(["a", "b"], np.array([[1, 0], [0, 1]])).notable
    assert mix_change(names, np.array([before, [0, 0, 0]])) is None
