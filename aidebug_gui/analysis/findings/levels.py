"""Levels of numbers: medians of windows of equally many values, and the places where they change and stay changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.store.protocol import Rows

_WINDOWS = 120
_LEAST_SIDE = 5  # windows
_LEAST_WINDOW = 10  # values
LEAST_VALUES = 2 * _LEAST_SIDE * _LEAST_WINDOW
"""So many are needed to tell a change of their level."""

_LEAST_CHANGE = 8.0  # statistic of a change (CUSUM), in units of the windows' scatter
_LONGEST_EDGE = 10  # windows on both sides that tell how sharp a change is
_LEAST_USUAL = 0.01  # changes that are usual, of logarithms or of a spread
_RAMP = 0.1  # of the log
_DEPTH = 4


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """``medians`` of windows of equally many values, the record with which each begins, and records that fill none yet."""

    medians: Floats = field(default_factory=lambda: np.empty(0))
    begins: Rows = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    rest: Rows = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    rest_values: Floats = field(default_factory=lambda: np.empty(0))

    def more(self, rows: Rows, values: Floats, size: int) -> Windows:
        """Take further records and their values; ``size``: values of a window."""
        rows, values = np.append(self.rest, rows), np.append(self.rest_values, values)
        full = len(rows) // size * size
        medians = np.median(values[:full].reshape(-1, size), axis=1) if full else ()
        begins = np.append(self.begins, rows[:full:size])
        return Windows(np.append(self.medians, medians), begins, rows[full:], values[full:])

    def extent(self, first: int, stop: int, records: int) -> tuple[int, int]:
        """Return the first record of windows and the one behind the last of them; ``records``: of the log."""
        return int(self.begins[first]), int(self.begins[stop]) if stop < len(self.begins) else records


def window_size(count: int) -> int:
    """Return how many of ``count`` values make a window: twice as many each time their number has doubled."""
    size = _LEAST_WINDOW
    while count // size > 2 * _WINDOWS:
        size *= 2
    return size


def windows_of(
    evidence: Evidence, name: str, count: int, rows_of: Callable[[slice], Rows], values_of: Callable[[Rows], Floats]
) -> Windows:
    """Return the windows of ``count`` values. What is known of full ones stays, under ``name``, until their size changes.

    ``rows_of``: returns the records of a chunk that have a value; ``values_of``: the values of records.
    """
    size = window_size(count)

    def step(known: Windows, at: slice) -> Windows:
        rows = rows_of(at)
        return known.more(rows, values_of(rows), size)

    return evidence.fold(f"windows of {name}", Windows(), step, size)


def windows_of_number(evidence: Evidence, field: str) -> Windows | None:
    """Return the windows of a numeric field's finite values, None where they are too few."""
    values = evidence.numbers(field)

    def rows_of(at: slice) -> Rows:
        rows: Rows = np.flatnonzero(np.isfinite(values[at])) + at.start
        return rows

    count = evidence.fold(f"values of {field}", 0, lambda known, at: known + len(rows_of(at)))
    if count < LEAST_VALUES:
        return None
    return windows_of(evidence, field, count, rows_of, lambda rows: values[rows])


@dataclass(frozen=True)
class LevelChange:
    """A level of medians that holds from window ``first`` to before ``stop``.

    ``left`` and ``right``: levels before and after; ``scatter``: of one window; ``was_short``: whether what was before
    held for a tenth of the log at most, and was itself a change.
    """

    medians: Floats
    first: int
    stop: int
    left: float
    right: float
    scatter: float
    was_short: bool

    @property
    def score(self) -> float:
        """How far it went, in units of the windows' scatter."""
        return (self.right - self.left) / self.scatter

    @cached_property
    def sharpness(self) -> float:
        """How far windows behind the place are from those before it, in units of what that usually is elsewhere.

        A level that wanders, or goes with the time of day, is as far from what was before at many places.
        """
        return sharpness(self.medians, self.first, self.stop - self.first)


def sharpness(medians: Floats, place: int, longest: int) -> float:
    """Return how far windows, at most ``longest``, behind a place are from those before it; see ``LevelChange``."""
    edge = min(_LONGEST_EDGE, len(medians) // 8, longest)
    if not edge <= place <= len(medians) - edge:
        return 0.0
    sums = np.append(0.0, np.cumsum(medians))
    means = (sums[edge:] - sums[:-edge]) / edge
    changes = means[edge:] - means[:-edge]
    usual = 1.4826 * float(np.median(np.abs(changes)))
    return float(changes[place - edge]) / max(usual, _LEAST_USUAL)


def level_changes(medians: Floats) -> Iterator[LevelChange]:
    """Yield where the level of medians changed and stayed, in the order of time."""
    scatter = _scatter(medians)
    places = _without_ramps(level_bounds(medians), medians)
    bounds = [0, *places, len(medians)]
    for before, place, after in zip(bounds, places, bounds[2:], strict=False):
        left, right = float(np.median(medians[before:place])), float(np.median(medians[place:after]))
        was_short = before > 0 and place - before < _RAMP * len(medians)
        yield LevelChange(medians, place, after, left, right, scatter, was_short)


def level_bounds(medians: Floats) -> list[int]:
    """Return the places where the level of medians changes, in the order of time."""
    return sorted(_split(medians, 0, _scatter(medians), _DEPTH))


def _scatter(medians: Floats) -> float:
    """Return the standard deviation of one window. Differences hide slow trends."""
    return float(np.median(np.abs(np.diff(medians)))) / 0.954 + _LEAST_USUAL


def _without_ramps(places: list[int], medians: Floats) -> list[int]:
    """Keep the first of several rises that follow each other closely: a rise may take some time."""
    kept: list[int] = []
    bounds = [0, *places, len(medians)]
    rises = [
        bool(np.median(medians[place:after]) > np.median(medians[before:place]))
        for before, place, after in zip(bounds, places, bounds[2:], strict=False)
    ]
    for index, place in enumerate(places):
        close = index > 0 and place - places[index - 1] < _RAMP * len(medians)
        if not (close and rises[index] and rises[index - 1]):
            kept.append(place)
    return kept


def _split(medians: Floats, offset: int, scatter: float, depth: int) -> Iterator[int]:
    """Yield the positions of level changes: the stretch that differs most from the rest begins and ends there, if anywhere.

    Then within what is before, inside and behind. This is the circular binary segmentation of Olshen, Venkatraman, Lucito
    and Wigler (Biostatistics 5, 2004): a stretch that is over again moves the means of both halves only a little.
    """
    count = len(medians)
    if depth == 0 or count < 2 * _LEAST_SIDE:
        return
    sums = np.append(0.0, np.cumsum(medians - medians.mean()))
    places = np.arange(count + 1)
    length = places - places[:, None]
    may_be = (length >= _LEAST_SIDE) & (count - length >= _LEAST_SIDE)
    near_end = np.minimum(places, count - places)
    is_bound = (near_end == 0) | (near_end >= _LEAST_SIDE)
    may_be &= is_bound & is_bound[:, None]
    weight = np.sqrt(np.where(may_be, length * (count - length) / count, np.inf))
    change = np.abs(sums - sums[:, None]) / weight
    begin, end = map(int, np.unravel_index(int(np.argmax(change)), change.shape))
    if change[begin, end] / scatter < _LEAST_CHANGE:
        return
    bounds = [0, *(place for place in (begin, end) if 0 < place < count), count]
    yield from (offset + place for place in bounds[1:-1])
    for first, stop in pairwise(bounds):
        yield from _split(medians[first:stop], offset + first, scatter, depth - 1)
