"""How many records come in each part of a log's time: all, errors, and those of each shape of messages.

Bins begin at multiples of their width, which is a round time, so that they stay what they are while a log grows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import SECOND
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns, ShapesOfChunk
from aidebug_gui.formats.levels import Level

FINE, COARSE = 240, 40
"""Bins over the whole log, at most: short bursts show in the fine ones, long ones in the coarse ones."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_ROUND = [
    *(1, 2, 5, 10, 15, 30),
    *(minutes * _MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * _HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * _DAY for days in (1, 2, 5, 10, 30, 60, 180, 360, 1000, 3000, 10_000)),
]  # seconds
_PARTS = [parts * SECOND // 1000 for parts in (1, 2, 5, 10, 20, 50, 100, 200, 500)]
_MOST_SHORT = 50_000  # about a month of minutes
_IN_SHORT = 2  # records
_NO_BIN = np.iinfo(np.int64).min // 2
_DENSE = 4  # places in a table for each record of a chunk; larger ones hold zeros nearly everywhere


@dataclass(frozen=True, slots=True)
class Bins:
    """Equal parts of the log's time. ``first``: number of the first one, counted from the epoch; ``width`` in ns."""

    first: int
    width: int
    count: int

    def begin(self, index: int) -> int:
        return (self.first + index) * self.width

    def of(self, times: Ints) -> Ints:
        """Return the bin of each time; others than those of the log are below 0 or beyond the last one."""
        return times // self.width - self.first

    def coarser(self, times: int) -> Bins:
        """Return bins that hold some of these."""
        first, last = self.first // times, (self.first + self.count - 1) // times
        return Bins(first, self.width * times, last - first + 1)


def time_bins(evidence: Evidence) -> Bins:
    """Divide the time of the log into at most ``FINE`` bins of at least a second."""
    low, high = evidence.time_range
    widths = (seconds * SECOND for seconds in _ROUND)
    width = next((width for width in widths if high // width - low // width < FINE), _ROUND[-1] * SECOND)
    return Bins(low // width, width, high // width - low // width + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Records of a log, and errors among them, in each bin."""

    bins: Bins
    everyone: Ints
    failed: Ints


def minutes(evidence: Evidence) -> Counts | None:
    """Count by the minute; None where ``time_bins`` are as short, and for a log of months."""
    bins = _bins(evidence, _MINUTE * SECOND)
    return _counted(evidence, "minutes", bins) if FINE <= bins.count <= _MOST_SHORT else None


def short_bins(evidence: Evidence) -> Counts | None:
    """Count in bins of two records on average, however short that is; None where ``time_bins`` are as short.

    Times of whole seconds are counted by the second at least, and of a long log there are at most ``_MOST_SHORT`` bins.
    """
    low, high = evidence.time_range
    usual = (high - low) / max(1, evidence.timed_records)
    head = slice(0, CHUNK)
    is_whole = not (evidence.time[head][evidence.timed[head]] % SECOND).any()
    least = max(_IN_SHORT * usual, (high - low) / (_MOST_SHORT - 1), SECOND if is_whole else 0)
    width = next((width for width in (*_PARTS, *(seconds * SECOND for seconds in _ROUND)) if width >= least), None)
    if width is None or width >= time_bins(evidence).width:
        return None
    return _counted(evidence, "short bins", _bins(evidence, width))


def _bins(evidence: Evidence, width: int) -> Bins:
    first, last = (time // width for time in evidence.time_range)
    return Bins(first, width, last - first + 1)


def _counted(evidence: Evidence, name: str, bins: Bins) -> Counts:
    last = bins.first + bins.count - 1

    def count(at: slice) -> tuple[int, Ints, Ints]:
        of = evidence.time[at][evidence.timed[at]] // bins.width
        failed = evidence.level[at][evidence.timed[at]] >= Level.ERROR
        begin = int(of.min(initial=last))
        everyone, errors = (np.bincount(part - begin) for part in (of, of[failed]))
        return begin, everyone, errors

    parts = evidence.each(name, count, bins.width)
    return Counts(bins, *(_summed(bins, [(begin, of[n]) for begin, *of in parts]) for n in range(2)))


@dataclass(frozen=True, slots=True, eq=False)
class _OfChunk:
    """Counts of records: ``everyone`` and ``failed`` in the bins from ``first`` on, and of shapes in bins."""

    first: int
    everyone: Ints
    failed: Ints
    shape: NDArray[np.int32]
    bin: Ints
    count: Ints


class Activity:
    """Counts in the bins of a log."""

    def __init__(self, evidence: Evidence, patterns: Patterns) -> None:
        self.bins = time_bins(evidence)
        self._patterns = patterns
        self._width = self.bins.width
        basis = (evidence.texts.reading, self._width)
        self._chunks = evidence.each("activity", lambda at: self._count(evidence, at), basis)

    @property
    def everyone(self) -> Ints:
        """Records in each bin."""
        return _summed(self.bins, [(one.first, one.everyone) for one in self._chunks])

    @property
    def failed(self) -> Ints:
        """Errors in each bin."""
        return _summed(self.bins, [(one.first, one.failed) for one in self._chunks])

    def of_patterns(self, chosen: list[Pattern]) -> Ints:
        """Return the records of some patterns (rows) in each bin (columns)."""
        place = np.full(len(self._patterns.patterns) + 1, -1)
        place[[pattern.number for pattern in chosen]] = np.arange(len(chosen))
        shape, bins, count = (
            np.concatenate([getattr(one, of) for one in self._chunks]) for of in ("shape", "bin", "count")
        )
        row = place[self._patterns.number[shape]]
        flat = row * self.bins.count + bins - self.bins.first
        size = len(chosen) * self.bins.count
        table = np.bincount(flat[row >= 0], count[row >= 0], minlength=size)
        return table.astype(np.int64).reshape(len(chosen), self.bins.count)

    def _count(self, evidence: Evidence, at: slice) -> _OfChunk:
        timed = evidence.timed[at]
        of = np.where(timed, evidence.time[at] // self._width, _NO_BIN)
        nothing = np.zeros(0, dtype=np.int64)
        if not timed.any():
            return _OfChunk(self.bins.first, nothing, nothing, nothing.astype(np.int32), nothing, nothing)
        first, last = int(of[timed].min()), int(of.max())
        of -= first
        size = last - first + 1
        failed = timed & (evidence.level[at] >= Level.ERROR)
        everyone, errors = (np.bincount(of[chosen], minlength=size) for chosen in (timed, failed))
        shapes = self._patterns.chunks[at.start // CHUNK]
        place, bins, count = _pairs(shapes, of, size)
        return _OfChunk(first, everyone, errors, shapes.shapes[place], first + bins, count)


def _summed(bins: Bins, parts: list[tuple[int, Ints]]) -> Ints:
    """Return the counts in all bins. ``parts``: number of the first bin of some, and their counts."""
    total = np.zeros(bins.count, dtype=np.int64)
    for first, counts in parts:
        total[first - bins.first :][: len(counts)] += counts
    return total


def _pairs(shapes: ShapesOfChunk, bins: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """Return (place of the shape, bin, records) of all that occur together. ``bins``: of each record, of so many."""
    own = bins[shapes.order]
    flat = np.repeat(np.arange(len(shapes.shapes)), np.diff(shapes.begins)) * size + own
    flat = flat[own >= 0]
    if len(shapes.shapes) * size <= _DENSE * CHUNK:
        counts = np.bincount(flat)
        pairs = np.flatnonzero(counts)
        counts = counts[pairs]
    else:
        pairs, counts = np.unique(flat, return_counts=True)
    return pairs // size, pairs % size, counts


def regrouped(counts: Ints, bins: Bins, coarse: Bins) -> Ints:
    """Return counts in bins (the last axis) as counts in coarser ones."""
    times = coarse.width // bins.width
    begins = np.maximum(0, (coarse.first + np.arange(coarse.count)) * times - bins.first)
    return np.add.reduceat(counts, begins, axis=-1)
