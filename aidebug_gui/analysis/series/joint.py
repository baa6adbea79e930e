"""From the surprise of each reason to one score of a point, and how much of it is news where much is odd anyway."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.calibration import LARGEST
from aidebug_gui.analysis.series.windows import window_sum

Floats = NDArray[np.float64]

_REMEMBERED = 2048  # points whose scores say how restless the series is
_FEWEST = 512  # points that the mean is taken over at least: one odd point among few says nothing of the others


def joint_score(parts: NDArray[np.floating]) -> Floats:
    """Return one score for the surprises of each point, shape (points, reasons): their norm of order 3/2.

    The sum (order 1) would take every reason for evidence of its own, but one spike surprises several of them; the
    largest (infinite order) would let two that agree count no more than one.
    """
    exact = np.asarray(parts, dtype=np.float64)
    return np.asarray(np.cbrt((exact * np.sqrt(exact)).sum(axis=1)) ** 2)


@dataclass(frozen=True, slots=True)
class Unrest:
    """The scores of the last points. A step gives the next state and leaves this one alone.

    Where bursts follow each other, reasons surprise together again and again, which none of them knows alone.
    """

    points: int = 0
    scores: Floats = field(default_factory=lambda: np.zeros(_REMEMBERED))

    def step(self, scores: Floats) -> tuple[Floats, Unrest]:
        """Return the mean score of the points before each point, and the next state."""
        known = np.concatenate([self.scores, np.minimum(scores, LARGEST)])
        points = self.points + np.arange(len(scores))
        mean = window_sum(known, _REMEMBERED)[:-1] / np.clip(points, _FEWEST, _REMEMBERED)
        return mean, Unrest(self.points + len(scores), known[-_REMEMBERED:])
