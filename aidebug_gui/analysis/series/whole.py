"""The scorer for a whole series, looking to both sides: for an opened log, where nothing must wait for its past.

Each residual is compared with its quartiles over all points, which needs no warm-up and finds what lasts; a tenth of
the causal score settles near-ties, and the rules (NaN, stuck, gap, rates) are those of the causal scorer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.model import CODE, REASONS, Reason, Scored
from aidebug_gui.analysis.series.scale import Scale, ScaleKind, filled
from aidebug_gui.analysis.series.season import Season
from aidebug_gui.analysis.series.shape import WINDOW, Shapes
from aidebug_gui.analysis.series.windows import Moments, median_of_3, median_of_9

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

FEWEST = 24  # points without which nothing can be said
_BLOCK = 16_384
_MARGIN = 120  # points on both sides that a residual looks at
_SAMPLED = 100_000  # residuals whose quartiles stand for all
_QUARTILES_FREE = 3.0  # this many quartile distances above the median are still usual
_LARGEST_PART = 2.0
_CAUSAL_SHARE = 0.1
_RULES = (Reason.NAN, Reason.FLAT, Reason.GAP, Reason.BURST, Reason.LULL)

_RESIDUALS: tuple[Reason, ...] = (
    Reason.EXTREME,
    Reason.JUMP,
    Reason.SPIKE,
    Reason.SHIFT,
    Reason.SHIFT,
    Reason.SHIFT,
    Reason.VOLATILITY,
    Reason.QUIET,
    Reason.SHAPE,
    Reason.SEASON,
    Reason.SLOW,
)
_SAME = ((_RESIDUALS.index(Reason.SPIKE), _RESIDUALS.index(Reason.JUMP)),)
"""Pairs that say nearly the same of a point: only the larger part counts."""


def score_whole(times: ArrayLike, values: ArrayLike, scale: ScaleKind | None = None) -> Scored:
    """Score all points of a series. ``times``: int64 ns; one that goes back counts as the latest before it."""
    all_times = np.maximum.accumulate(np.asarray(times, dtype=np.int64)) if len(np.asarray(times)) else np.zeros(0)
    all_values = np.asarray(values, dtype=np.float64)
    causal = CausalScorer(scale).push(all_times, all_values)
    finite = all_values[np.isfinite(all_values)]
    if len(finite) < FEWEST:
        return causal
    chosen = Scale.of(finite[:: max(1, len(finite) // _SAMPLED)], scale)
    if chosen.kind is ScaleKind.FLAG:
        return causal
    known = np.where(np.isfinite(all_values), all_values, np.nan)
    first = float(chosen.apply(finite[:1])[0])
    return _Whole(all_times.astype(np.int64), filled(chosen.apply(known), first)).scored(causal)


@dataclass(frozen=True, slots=True)
class _Usual:
    """Median and a robust spread of each residual."""

    median: Floats
    spread: Floats


class _Whole:
    """One series on its scale."""

    def __init__(self, times: Times, values: Floats) -> None:
        self._times = times
        self._values = values
        self._middle = float(np.median(values))
        self._floor = 0.002 * float(np.ptp(values)) + 1e-12
        self._season = Season.of(times[:1000])
        self._shapes = Shapes(values) if len(values) >= 10 * WINDOW else None
        # The series is mirrored beyond its ends, so that ends are no events.
        self._padded = np.pad(values, _MARGIN, mode="symmetric")

    def scored(self, causal: Scored) -> Scored:
        usual = self._usual()
        causal_parts = np.zeros((len(self._values), len(REASONS)), dtype=np.float32)
        causal_parts[causal.at] = causal.parts
        rules = [CODE[reason] for reason in _RULES]
        pieces = []
        for first, residuals in self._blocks():
            z = (residuals - usual.median[:, None]) / usual.spread[:, None]
            surprise = np.minimum(np.log1p(np.maximum(z - _QUARTILES_FREE, 0.0)), _LARGEST_PART)
            block = causal_parts[first : first + residuals.shape[1]]
            parts = np.float32(_CAUSAL_SHARE) * block
            parts[:, rules] = block[:, rules]
            for first_row, second_row in _SAME:
                surprise[second_row, surprise[first_row] >= surprise[second_row]] = 0
                surprise[first_row, surprise[first_row] < surprise[second_row]] = 0
            for row, reason in enumerate(_RESIDUALS):
                parts[:, CODE[reason]] += surprise[row]
            pieces.append(Scored.of(parts))
        return Scored.joined(pieces)

    def _usual(self) -> _Usual:
        step = max(1, len(self._values) // _SAMPLED)
        samples, low, high = [], np.inf, -np.inf
        for first, residuals in self._blocks():
            samples.append(residuals[:, -first % step :: step])
            low, high = np.minimum(low, residuals.min(axis=1)), np.maximum(high, residuals.max(axis=1))
        lower, median, upper = np.quantile(np.concatenate(samples, axis=1), [0.25, 0.5, 0.75], axis=1)
        return _Usual(median, upper - lower + 0.01 * (high - low) + 1e-12)

    def _blocks(self) -> Iterator[tuple[int, Floats]]:
        """Yield the first point of each block and its residuals, shape (len(_RESIDUALS), points)."""
        season = self._season
        for first in range(0, len(self._values), _BLOCK):
            values = self._values[first : first + _BLOCK]
            distance, lasting = np.zeros(len(values)), np.zeros(len(values))
            if season is not None:
                recent = self._padded[first + _MARGIN - 2 : first + _MARGIN + len(values)]
                smooth = (recent[:-2] + recent[1:-1] + recent[2:]) / 3
                distance, lasting, season = season.step(self._times[first : first + _BLOCK], smooth)
            yield first, np.concatenate([self._local(first, values), [distance, lasting]])

    def _local(self, first: int, values: Floats) -> Floats:
        around = self._padded[first : first + len(values) + 2 * _MARGIN]
        count = len(values)
        moments = Moments(around)

        def deviation(width: int) -> Floats:
            begin = _MARGIN - width // 2
            return np.asarray(np.log(moments.deviation(width)[begin : begin + count] + self._floor))

        def shift(width: int) -> Floats:
            """Difference of the levels before and from each point on; a level is the middle of three means."""
            mean = moments.window(width // 3)[0]
            offsets = [_MARGIN + part * (width // 3) for part in range(-3, 3)]
            parts = [mean[begin : begin + count] for begin in offsets]
            return np.abs(median_of_3(*parts[3:]) - median_of_3(*parts[:3]))

        return np.stack(
            [
                np.abs(values - self._middle),
                np.abs(values - around[_MARGIN - 1 : _MARGIN - 1 + count]),
                np.abs(values - median_of_9(around[_MARGIN - 4 : _MARGIN + 4 + count])),
                shift(21),
                shift(60),
                shift(120),
                deviation(20),
                -deviation(60),
                self._shape_error(first, count),
            ]
        )

    def _shape_error(self, first: int, count: int) -> Floats:
        """Return how strange the window around each point is; at the ends the first and the last whole window."""
        if self._shapes is None:
            return np.zeros(count)
        starts = np.clip(np.arange(first, first + count) - WINDOW // 2, 0, len(self._values) - WINDOW)
        error = self._shapes.error(self._values[starts[0] : starts[-1] + WINDOW])
        return np.asarray(error[starts - starts[0]])
