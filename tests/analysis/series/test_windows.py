from __future__ import annotations

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from aidebug_gui.analysis.series.windows import Moments, median_of_9, window_max, window_min, window_sum

X = np.random.default_rng(0).normal(size=500) * 10 + 1e6


@pytest.mark.parametrize("width", [1, 2, 3, 7, 8, 20, 60, 300, 500])
def test_windows_agree_with_the_plain_way(width):
    windows = sliding_window_view(X, width)
    mean, squares = Moments(X).window(width)
    assert np.allclose(mean, windows.mean(axis=1))
    assert np.allclose(squares, ((windows - windows.mean(axis=1, keepdims=True)) ** 2).sum(axis=1))
    assert np.allclose(window_sum(X, width), windows.sum(axis=1))
    assert np.array_equal(window_max(X, width), windows.max(axis=1))
    assert np.array_equal(window_min(X, width), windows.min(axis=1))


def test_the_median_of_nine():
    assert np.array_equal(median_of_9(X), np.median(sliding_window_view(X, 9), axis=1))


def test_a_window_gives_the_same_bits_wherever_it_stands():
    mean, squares = Moments(X).window(60)
    shifted_mean, shifted_squares = Moments(X[37:]).window(60)
    assert np.array_equal(mean[37:], shifted_mean)
    assert np.array_equal(squares[37:], shifted_squares)


def test_constant_values_have_no_deviation():
    assert not Moments(np.full(100, 0.1)).deviation(20).any()
