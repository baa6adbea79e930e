"""Linear and logarithmic value axes: conversions and the range that fits what is visible. No Qt."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Picture
from aidebug_gui.ui.plots.ticks import number_step

Floats = NDArray[np.float64]
SMALLEST_MARGIN = 0.06
_PARTS = 4
_LARGEST_POWER = 300.0


def to_view(value: float, logarithmic: bool) -> float:
    """Return the view coordinate of a value (which is positive where the axis is logarithmic)."""
    return math.log10(value) if logarithmic else value


def from_view(y: float, logarithmic: bool) -> float:
    """Return the value at a view coordinate."""
    return 10.0 ** max(-_LARGEST_POWER, min(y, _LARGEST_POWER)) if logarithmic else y


def logarithmic(picture: Picture) -> Picture:
    """Return a picture with the logarithms of its values; columns without a positive value are left out."""
    kept = picture.high > 0
    x, low, high, mean = (part[kept] for part in (picture.x, picture.low, picture.high, picture.mean))
    if not len(x):
        return Picture(x, low, high, mean, picture.exact)
    smallest = float(np.where(low > 0, low, high).min())
    low, mean = np.maximum(low, smallest), np.maximum(mean, smallest)
    return Picture(x, np.log10(low), np.log10(high), np.log10(mean), picture.exact)


def logarithmic_bins(edges: Floats, counts: NDArray[np.int64], bins: int) -> tuple[Floats, NDArray[np.int64]]:
    """Regroup many linear bins into ``bins`` bins of equal logarithmic width; edges come back as logarithms."""
    middle = (edges[:-1] + edges[1:]) / 2
    kept = (counts > 0) & (middle > 0)
    logs, weights = np.log10(middle[kept]), counts[kept]
    if not len(logs):
        return np.linspace(0.0, 1.0, bins + 1), np.zeros(bins, dtype=np.int64)
    low, high = float(logs.min()), float(logs.max())
    if low == high:
        low, high = low - 0.5, high + 0.5
    grouped, log_edges = np.histogram(logs, bins=bins, range=(low, high), weights=weights)
    return log_edges, grouped.astype(np.int64)


def y_range(
    picture: Picture,
    visible: tuple[float, float],
    threshold: float | None,
    *,
    logarithmic: bool = False,
    margin: float = SMALLEST_MARGIN,
) -> tuple[float, float]:
    """Return a range that holds what is visible and the threshold, with round ends so that panning does not wobble.

    ``margin``: free space above and below, as a share of the range, for marks and labels at the very top.
    """
    margin = min(max(margin, SMALLEST_MARGIN), 0.3)
    inside = (picture.x >= visible[0]) & (picture.x <= visible[1])
    lows, highs = picture.low[inside], picture.high[inside]
    if not len(lows):
        lows, highs = picture.low, picture.high
    ends = [float(lows.min()), float(highs.max())] if len(lows) else []
    if threshold is not None:
        ends.append(threshold)
    if not ends:
        return -margin, 1.0 + margin
    low, high = _rounded_out(min(ends), max(ends), whole=logarithmic)
    space = (high - low) * margin
    return low - space, high + space


def _rounded_out(low: float, high: float, *, whole: bool) -> tuple[float, float]:
    if not high - low > abs(high) * 1e-12:
        half = abs(low) * 0.05 or 0.5
        low, high = low - half, high + half
    step = max(1.0, number_step(high - low, _PARTS)) if whole else number_step(high - low, _PARTS)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
