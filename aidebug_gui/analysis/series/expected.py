"""Where a value was to be expected: the band in which nearly all values just before it lay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.residuals import CONTEXT

Floats = NDArray[np.float64]

FEWEST = 60  # values before a place without which nothing is expected there
STRETCH = 40  # values whose bounds are taken: nine in the usual context, so that four may be odd
PLACES = 240  # at which the band is computed; a screen shows no more steps
INSIDE = 0.98  # share of the values before that lie in the band


@runtime_checkable
class History(Protocol):
    """A series that gives the values before places of it; see :class:`aidebug_gui.store.series.SeriesPyramid`."""

    def history(self, first: float, last: float, places: int, width: int) -> tuple[Floats, list[Floats]]: ...


@dataclass(frozen=True, slots=True)
class Band:
    """At each ``x`` (ascending) the lowest and highest value that the ``CONTEXT`` values before let expect."""

    x: Floats
    low: Floats
    high: Floats

    def at(self, x: float) -> tuple[float, float] | None:
        """Return the band at a place, None where there is none."""
        if not len(self.x) or not self.x[0] <= x <= self.x[-1]:
            return None
        place = int(np.searchsorted(self.x, x, side="right")) - 1
        return float(self.low[place]), float(self.high[place])


def expected_band(series: History, first: float, last: float, places: int = PLACES) -> Band:
    """Return the band of a series between two x. A place looks only at what came before it, as the scorer does.

    An incident that takes less than half of what a place looks at does not widen its band: the values are cut into
    stretches, and the middle one of their bounds counts.
    """
    x, before = series.history(first, last, places, CONTEXT)
    stretches = np.array([len(values) // STRETCH if len(values) >= FEWEST else 0 for values in before], dtype=np.int64)
    bounds = np.empty((2, len(before)))
    for count in np.unique(stretches[stretches > 0]).tolist():  # all places that look as far back are one question
        alike = np.flatnonzero(stretches == count)
        bounds[:, alike] = _bounds(np.stack([before[at][-count * STRETCH :] for at in alike]))
    kept = stretches > 0
    return Band(x[kept], bounds[0, kept], bounds[1, kept])


def _bounds(values: Floats) -> Floats:
    """Return the (lowest, highest) value that is usual in each row, shape (2, rows)."""
    tail = (1 - INSIDE) / 2
    stretches = values.reshape(len(values), -1, STRETCH)
    bounds: Floats = np.median(np.quantile(stretches, (tail, 1 - tail), axis=2), axis=2)
    return bounds
