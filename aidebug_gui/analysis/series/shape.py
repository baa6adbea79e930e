"""Unusual stretches: how badly a window is drawn by the three shapes that draw most windows well."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WINDOW = 64
_SHAPES = 3
_SAMPLED = 1500  # windows from which the shapes are learnt


class Shapes:
    """The mean window of a series and its main components."""

    def __init__(self, values: Floats) -> None:
        """Learn from finite values, at least ``WINDOW``."""
        windows = np.lib.stride_tricks.sliding_window_view(values, WINDOW)
        sample = windows[:: max(1, len(windows) // _SAMPLED)]
        self._mean = sample.mean(axis=0)
        self._basis = np.linalg.svd(sample - self._mean, full_matrices=False)[2][:_SHAPES]

    def error(self, values: Floats) -> Floats:
        """Return the distance of each window from its best drawing; position i belongs to ``values[i : i + WINDOW]``."""
        windows = np.lib.stride_tricks.sliding_window_view(values, WINDOW) - self._mean
        drawn = windows @ self._basis.T
        left = np.einsum("ij,ij->i", windows, windows) - np.einsum("ij,ij->i", drawn, drawn)
        return np.asarray(np.sqrt(np.maximum(left, 0.0)))
