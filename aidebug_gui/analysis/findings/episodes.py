"""Stretches of time in which far more comes than usual: a scan over windows of all lengths.

Counts are compared after Anscombe's square root, which makes the scatter of counts 1 whatever their size; the usual
scatter is the median absolute deviation (MAD) over all windows, at least 1. What is usual goes with the time of day: it
is the median of the windows around, but not less than that of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Floats, Ints
from aidebug_gui.analysis.findings.time_bins import Bins, regrouped

LEAST_Z = 6.0
LEAST_BURST = 10
LEAST_FILLED = 0.5
"""Share of bins with records: a log that is idle most of the time, again and again, has no usual rate."""
MOST_EPISODES = 3

_LEAST_BINS = 10
_LEAST_SCANNED = 40  # bins: longer windows are too few to say what is usual
_LEAST_RATIO = 4
_BEYOND_REST = 1.5
_MOST_FULL = 0.005  # share of the windows: where more of them are as full it is how the log is
_AROUND = 64  # windows whose median is what is usual around
_LEAST_AROUND = 4  # times as many windows as that


def surprise(counts: Ints, busy: Bools | None = None) -> Floats:
    """Return the robust z of counts, positive where there are more than usual. ``busy``: those that tell what is usual."""
    roots = 2.0 * np.sqrt(counts + 0.375)
    known = np.ones(len(counts), dtype=np.bool_) if busy is None else busy
    middle = float(np.median(roots[known]))
    around = _around(roots, known, middle)
    scatter = 1.4826 * float(np.median(np.abs(roots - around)[known]))
    z: Floats = (roots - np.maximum(around, middle)) / max(scatter, 1.0)
    return z


def known_bins(everyone: Ints, *, may_pause: bool) -> Bools | None:
    """Return which bins of all records tell what is usual; None where too few of them hold any.

    ``may_pause``: those of the longest pause do not, in which the service was off.
    """
    known = np.ones(len(everyone), dtype=np.bool_)
    if may_pause and not everyone.all():
        edges = np.flatnonzero(np.diff(np.concatenate(([True], everyone > 0, [True]))))
        longest = 2 * int(np.diff(edges)[::2].argmax())
        known[edges[longest] : edges[longest + 1]] = False
    return known if np.count_nonzero(everyone) >= LEAST_FILLED * np.count_nonzero(known) else None


def _around(roots: Floats, known: Bools, middle: float) -> Floats:
    """Return the median of the windows around each; ``middle``, that of all, where there are few."""
    if len(roots) < _LEAST_AROUND * _AROUND:
        return np.full(len(roots), middle)
    begins = np.arange(0, len(roots), _AROUND)
    parts = (roots[begin : begin + _AROUND][known[begin : begin + _AROUND]] for begin in begins)
    medians = [float(np.median(part)) if len(part) >= _AROUND // 4 else middle for part in parts]
    return np.interp(np.arange(len(roots)), begins + _AROUND / 2, medians)


@dataclass(frozen=True, slots=True)
class Episode:
    """A burst from bin ``first`` to ``last``. ``usual``: records in a bin outside of it; ``most``: in one of its bins."""

    z: float
    bins: Bins
    first: int
    last: int
    usual: float
    most: int
    peak: int  # records in the window that is the most surprising

    @property
    def extent(self) -> tuple[int, int]:
        """When it begins, and when it is over, in ns."""
        return self.bins.begin(self.first), self.bins.begin(self.last + 1)

    def holds(self, times: Ints) -> Bools:
        """Tell which times lie in it."""
        begin, end = self.extent
        inside: Bools = (times >= begin) & (times < end)
        return inside


def episodes_in(bins: Bins, counts: Ints, known: Bools) -> Iterator[Episode]:
    """Yield the fullest bin with those beside it that are full, too, if it is a burst. ``known``: bins that tell what is usual."""
    if bins.count >= _LEAST_BINS and known.any():
        z = surprise(counts, known)
        peak = int(np.argmax(z))
        if _is_burst(float(z[peak]), int(counts[peak]), float(np.median(counts[known]))):
            yield _episode(bins, counts, z, (peak, peak + 1), float(z[peak]))


def scanned(bins: Bins, counts: Ints, everyone: Ints, *, may_pause: bool) -> Iterator[Episode]:
    """Yield the bursts of windows of two bins, of four, and so on: each begins with any half of one.

    A burst has half as many again as any window of its length beside the bursts: what comes in bunches all the time is
    as full more often. ``everyone``: counts of all records, of which ``counts`` are some; where there are none the log
    stood still, which says nothing of what is usual. ``may_pause``: once the service
    may have been off for long.
    """
    while bins.count >= _LEAST_SCANNED:
        busy = everyone > 0
        if known_bins(everyone, may_pause=may_pause) is not None:
            yield from _of_pairs(bins, counts, busy)
        coarse = bins.coarser(2)
        counts, everyone = (regrouped(each, bins, coarse) for each in (counts, everyone))
        bins = coarse


def _of_pairs(bins: Bins, counts: Ints, busy: Bools) -> Iterator[Episode]:
    pairs = counts[:-1] + counts[1:]
    known = busy[:-1] & busy[1:]
    if not known.any():
        return
    usual = float(np.median(pairs[known]))
    if int(pairs.max()) < max(LEAST_BURST, _LEAST_RATIO * usual):
        return  # as nearly always, and the scatter takes longer
    z = surprise(pairs, known)
    full = np.flatnonzero(z > LEAST_Z)
    if not len(full) or len(full) > max(2 * MOST_EPISODES, _MOST_FULL * len(pairs)):
        return
    own = surprise(counts, busy)
    ranked = full[np.argsort(-z[full], kind="stable")]
    found: list[Episode] = []
    for peak in ranked.tolist():
        if len(found) == MOST_EPISODES or not _is_burst(float(z[peak]), int(pairs[peak]), usual):
            break
        if not any(one.first <= peak + 1 and peak <= one.last for one in found):
            found.append(_episode(bins, counts, own, (peak, peak + 2), float(z[peak])))
    rest = pairs.copy()
    for one in found:
        rest[max(0, one.first - 2) : one.last + 3] = 0
    highest = int(rest.max(initial=0))
    yield from (one for one in found if one.peak >= _BEYOND_REST * highest)


def _is_burst(z: float, count: int, usual: float) -> bool:
    return z > LEAST_Z and count >= LEAST_BURST and count >= _LEAST_RATIO * usual


def _episode(bins: Bins, counts: Ints, z: Floats, core: tuple[int, int], strength: float) -> Episode:
    """Return the burst around the bins of ``core``: as far as they are full."""
    high = z > LEAST_Z / 2
    first, stop = core
    peak = int(counts[first:stop].sum())
    while first < stop - 1 and not high[first]:
        first += 1
    while stop - 1 > first and not high[stop - 1]:
        stop -= 1
    while first > 0 and high[first - 1]:
        first -= 1
    while stop < bins.count and high[stop]:
        stop += 1
    outside = int(counts.sum()) - int(counts[first:stop].sum())
    mean = outside / max(1, bins.count - (stop - first))
    most = int(counts[first:stop].max())
    return Episode(strength, bins, first, stop - 1, mean, most, peak)


def strongest(found: Iterable[Episode]) -> list[Episode]:
    """Return the most surprising of episodes, none of which overlap, in this order."""
    kept: list[Episode] = []
    for one in sorted(found, key=lambda one: -one.z):
        begin, end = one.extent
        if len(kept) < MOST_EPISODES and all(end <= other.extent[0] or other.extent[1] <= begin for other in kept):
            kept.append(one)
    return kept
