from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.series.expected import FEWEST, expected_band
from aidebug_gui.store.growing_series import GrowingSeries


def test_the_band_holds_nearly_all_values_before_and_knows_no_future():
    values = np.random.default_rng(2).normal(50, 5, 4000)
    values[2000:] += 100
    x = np.arange(4000, dtype=np.float64)
    band = expected_band(GrowingSeries().pyramid(x, values), 0, 3999)
    before = band.x < 2000
    assert band.x[0] >= FEWEST
    assert np.all((band.low[before] > 30) & (band.high[before] < 75))
    level_moved = band.at(2005)
    assert level_moved[1] < 75  # the values that came after are not expected yet
    assert band.at(3990)[0] > 120
    inside = (values[200:2000:10] > 38) & (values[200:2000:10] < 62)
    assert inside.mean() > 0.9


def test_few_points_let_expect_nothing():
    band = expected_band(GrowingSeries().pyramid(np.arange(40.0), np.arange(40.0)), 0, 40)
    assert len(band.x) == 0
    assert band.at(5.0) is None


def test_an_empty_range_has_no_band():
    series = GrowingSeries().pyramid(np.arange(1000.0), np.ones(1000))
    assert len(expected_band(series, 2000, 3000).x) == 0


def test_zoomed_in_it_looks_back_beyond_the_edge():
    series = GrowingSeries().pyramid(np.arange(5000.0), np.concatenate((np.full(2500, 1.0), np.full(2500, 9.0))))
    band = expected_band(series, 2500, 2800)
    assert band.at(2500) == (1.0, 1.0)
    assert band.at(2790) == (9.0, 9.0)


def test_an_incident_is_not_what_is_expected_after_it():
    values = np.random.default_rng(5).normal(50, 5, 3000)
    values[1000:1100] += 400
    band = expected_band(GrowingSeries().pyramid(np.arange(3000.0), values), 0, 3000)
    assert band.high.max() < 75
