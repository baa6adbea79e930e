"""Since when more of a series of yes and no is yes than before, found without looking at all of it again."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.store.protocol import Rows

_LEAST_PART = 50  # on each side of a rise
_LEAST_Z = 6.0  # at its best place: many are looked at
_LEAST_MORE, _TIMES = 0.03, 1.5  # of the share


@dataclass(frozen=True, slots=True)
class Rise:
    """Where a series rises: ``count`` values are before it, ``yes`` of which are yes; ``record``: its first one."""

    count: int
    yes: int
    record: int


def _no_places() -> NDArray[np.int64]:
    return np.empty((0, 3), dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A series that comes piece by piece: how many values, how many are yes, and where it may rise.

    A place is (values before it, yes among them, record of the next value). Of those that have enough values behind them
    ``corners`` are the ones on the lower convex hull of the running count, ``last`` are the others.
    """

    count: int = 0
    yes: int = 0
    corners: Ints = field(default_factory=_no_places)
    last: Ints = field(default_factory=_no_places)

    def more(self, values: Bools, records: Rows) -> Series:
        """Return the series with further values, of such records."""
        running = self.yes + np.cumsum(values)
        new = np.stack((self.count + np.arange(len(values)), running - values, records), axis=1)
        places = np.concatenate((self.last, new))
        count = self.count + len(values)
        enough = int(np.searchsorted(places[:, 0], count - _LEAST_PART))
        usable = places[:enough]
        corners = _corners(np.concatenate((self.corners, usable[usable[:, 0] >= _LEAST_PART])))
        return Series(count, self.yes + int(values.sum()), corners, places[enough:])

    def rise(self) -> Rise | None:
        """Return the place with the largest standardized difference of the shares before and behind it.

        A CUSUM test for one change in a Bernoulli series. With k of n values before it and a share p of all the
        statistic is (k p - yes) / sqrt(k (n - k)) but for a factor: a line over a concave function of the place, so its
        maximum is a corner of the lower hull whatever n and p become.
        """
        if not len(self.corners) or self.yes in (0, self.count):
            return None
        before, yes, record = self.corners.T
        share = self.yes / self.count
        first, second = yes / before, (self.yes - yes) / (self.count - before)
        z = (second - first) / np.sqrt(share * (1 - share) * (1 / before + 1 / (self.count - before)))
        best = int(np.argmax(z))
        a, b = float(first[best]), float(second[best])
        if z[best] < _LEAST_Z or b - a < _LEAST_MORE or b < _TIMES * a:
            return None
        return Rise(int(before[best]), int(yes[best]), int(record[best]))


def _corners(places: Ints) -> Ints:
    """Return the corners of the lower convex hull: what lies on or above the line between its neighbours is none."""
    while len(places) > 2:
        step = np.diff(places[:, :2], axis=0)
        is_corner = step[:-1, 1] * step[1:, 0] < step[1:, 1] * step[:-1, 0]
        if is_corner.all():
            break
        places = places[np.concatenate(([True], is_corner, [True]))]
    return places
