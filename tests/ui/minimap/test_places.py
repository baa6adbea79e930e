from __future__ import annotations

import numpy as np

from aidebug_gui.ui.minimap.places import BINS, NOWHERE, Places


def test_runs_of_pixels():
    places = Places.of(np.array([0, 1, 2, 999_999]), 1_000_000)
    assert places.spans(100) == [(0, 0), (99, 99)]
    assert Places.of(np.arange(500, 600), 1000).spans(100) == [(50, 59)]
    assert Places.of(np.arange(1000), 1000).spans(50) == [(0, 49)]


def test_no_mark_is_lost_in_a_small_or_a_large_strip():
    rng = np.random.default_rng(3)
    positions = np.unique(rng.integers(0, 5_000_000, 40))
    places = Places.of(positions, 5_000_000)
    for height in (17, 400, BINS, 3000):
        inside = np.zeros(height + 1, dtype=bool)
        for first, last in places.spans(height):
            inside[first : last + 1] = True
        assert inside[(positions * BINS // 5_000_000) * height // BINS].all()


def test_nothing_anywhere():
    assert NOWHERE.spans(100) == []
    assert NOWHERE.nearest(3) == -1
    assert Places.of(np.array([4]), 10).spans(0) == []


def test_the_nearest_mark():
    places = Places.of(np.array([10, 20, 50]), 100)
    assert [places.nearest(position) for position in (0, 14, 16, 49, 99)] == [10, 10, 20, 50, 50]
