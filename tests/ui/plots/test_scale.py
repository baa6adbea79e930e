"""Value axes: logarithms, and ranges that fit; no Qt."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.store.protocol import Picture
from aidebug_gui.ui.plots import scale
from aidebug_gui.ui.plots.threshold import rounded, threshold_label, threshold_text


def picture(*values: float) -> Picture:
    y = np.array(values, dtype=np.float64)
    return Picture(np.arange(len(y), dtype=np.float64), y, y, y, exact=True)


def test_logarithmic_leaves_out_what_has_no_logarithm():
    found = scale.logarithmic(picture(0.0, 10.0, -5.0, 1000.0))
    assert found.x.tolist() == [1.0, 3.0]
    assert found.mean.tolist() == [1.0, 3.0]
    assert len(scale.logarithmic(picture(0.0, -1.0)).x) == 0


def test_logarithmic_band_keeps_its_top_where_its_bottom_is_not_positive():
    x = np.array([0.0, 1.0])
    found = scale.logarithmic(Picture(x, np.array([0.0, 1.0]), np.array([100.0, 10.0]), np.array([3.0, 2.0]), False))
    assert found.high.tolist() == [2.0, 1.0]
    assert found.low.tolist() == [0.0, 0.0]


def test_logarithmic_bins_keep_the_counts():
    edges = np.linspace(0.0, 1000.0, 1001)
    counts = np.ones(1000, dtype=np.int64)
    log_edges, grouped = scale.logarithmic_bins(edges, counts, 10)
    assert grouped.sum() == 1000
    assert len(log_edges) == 11
    assert scale.logarithmic_bins(edges, np.zeros(1000, dtype=np.int64), 4)[1].sum() == 0


@pytest.mark.parametrize("values", [(0.1, 0.9), (5.0,), (0.0, 0.0), (1e9, 1e9 + 1), (-3.0, 8000.0), (1e-300, 2e-300)])
def test_y_range_holds_everything(values):
    low, high = scale.y_range(picture(*values), (0, 10), None)
    assert low < min(values)
    assert high > max(values)


def test_y_range_looks_at_what_is_visible_and_at_the_threshold():
    assert scale.y_range(picture(1.0, 2.0, 900.0), (0, 1.5), None)[1] < 3
    assert scale.y_range(picture(0.1, 0.2), (0, 10), 0.8)[1] > 0.8
    assert scale.y_range(picture(), (0, 10), None) == (-0.06, 1.06)


@pytest.mark.parametrize(
    ("value", "pixel", "expected"),
    [(0.79683, 0.01, 0.8), (2188.0, 100.0, 2200.0), (3.14159, 0.002, 3.142), (1.0, 0.0, 1.0)],
)
def test_rounded(value, pixel, expected):
    assert rounded(value, pixel) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "text", "label"),
    [
        (0.8, "0.80", "0.80"),
        (2200.0, "2200", "2,200"),
        (-0.5, "-0.50", "-0.50"),
        (1234.5, "1234.5", "1,234.5"),
        (3e-7, "3e-07", "3e-07"),
        (0.0, "0.00", "0.00"),
    ],
)
def test_threshold_texts(value, text, label):
    assert threshold_text(value) == text
    assert float(text) == value
    assert threshold_label(value) == label
