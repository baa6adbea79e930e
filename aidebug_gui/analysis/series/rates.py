"""0/1 flags: is the flag set more, or less, often than before? Bound on the binomial tail, no tuning."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LONGEST = 640
"""Points of the longest window."""
LEAST_BEFORE = 2
"""Times as many points as a window has must be known before it."""

_WINDOWS = (10, 40, 160, LONGEST)  # points
_STILL = 4  # part of a window: its last quarter
_REFERENCE = 16_384  # points before the window that say what is usual


@dataclass(frozen=True, slots=True)
class Rates:
    """Running count of set flags, as far back as windows and reference reach. A step gives the next state.

    ``burst``: the surprise at the last set flag.
    """

    counts: Floats = field(default_factory=lambda: np.zeros(1))
    burst: float = 0.0

    def step(self, flags: Floats) -> tuple[Floats, Floats, Rates]:
        """Return -log10 of the chance of so many, and of so few, set flags in the last points; and the next state.

        By the Chernoff bound the chance of a share at least as far from the usual share p as the seen share q is at
        most exp(-n KL(q, p)). A window counts as far as its last quarter agrees: what is over is no news. Nor does it
        become news that flags are set often while none is.
        """
        counts = np.concatenate([self.counts, self.counts[-1] + np.cumsum(flags)])
        position = np.arange(len(self.counts), len(counts))
        burst, lull = np.zeros(len(flags)), np.zeros(len(flags))
        for window in _WINDOWS:
            begin = np.maximum(position - window, 0)
            origin = np.maximum(begin - _REFERENCE, 0)
            size = begin - origin
            usual = (counts[begin] - counts[origin] + 0.5) / (size + 1.0)
            seen, still = (_share(counts, position, width) for width in (window, window // _STILL))
            seen = np.clip(usual, np.minimum(seen, still), np.maximum(seen, still))  # the nearer one, if both differ
            surprise = np.where(size >= LEAST_BEFORE * window, window * divergence(seen, usual) / np.log(10), 0.0)
            burst = np.maximum(burst, np.where(seen > usual, surprise, 0.0))
            lull = np.maximum(lull, np.where(seen < usual, surprise, 0.0))
        last = np.maximum.accumulate(np.where(flags > 0, np.arange(1, len(flags) + 1), 0))
        at_last = np.append(self.burst, burst)[last]
        latest = float(at_last[-1]) if len(flags) else self.burst
        return np.minimum(burst, at_last), lull, Rates(counts[-(_REFERENCE + LONGEST) :], latest)


def _share(counts: Floats, position: NDArray[np.int64], width: int) -> Floats:
    """Return the share of set flags in the last points before each position."""
    begin = np.maximum(position - width, 0)
    return np.asarray((counts[position] - counts[begin]) / np.maximum(position - begin, 1))


def divergence(seen: Floats, usual: Floats | float) -> Floats:
    """Kullback-Leibler divergence of two Bernoulli distributions, in nats."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ones = np.where(seen > 0, seen * np.log(seen / usual), 0.0)
        zeros = np.where(seen < 1, (1 - seen) * np.log((1 - seen) / (1 - usual)), 0.0)
    return np.asarray(ones + zeros)
