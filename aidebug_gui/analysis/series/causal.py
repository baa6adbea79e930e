"""The scorer for a series that grows: a score never changes once it is given, whatever comes later.

The series is cut into blocks at fixed positions (32 points at first, growing to 4,096). Within a block all is computed
by numpy from the state at the block's begin and the block's points so far; when a block is full, it becomes part of the
state. So ``push`` may be called with any pieces: the scores are bit for bit those of one call with everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aidebug_gui.analysis.series.bands import Bands
from aidebug_gui.analysis.series.calibration import Surprise
from aidebug_gui.analysis.series.joint import Unrest, joint_score
from aidebug_gui.analysis.series.model import CODE, REASONS, RULE_SCORE, Reason, Scored
from aidebug_gui.analysis.series.peaks import Peaks
from aidebug_gui.analysis.series.rates import Rates
from aidebug_gui.analysis.series.residuals import CONTEXT, LOCAL, local_residuals
from aidebug_gui.analysis.series.rules import Rules
from aidebug_gui.analysis.series.scale import Scale, ScaleKind, filled, is_flag
from aidebug_gui.analysis.series.season import Season

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

WARM_UP = 128  # points that only set scale, bands and sampling interval; their scores are 0
_SMALLEST_BLOCK, _LARGEST_BLOCK, _GROWTH = 32, 4096, 16
_RECORD = 3.0  # what a record adds
_MANY, _PATIENCE = 4000, 0.75  # points: the more there are beyond so many, the more chances, which cost score
_LITTLE_PAST = 3 * WARM_UP  # the less is known, the more often a guess is wrong
_PRECEDENT = 0.1  # what a spike loses for each earlier stretch that went as far
_LARGEST_SHIFT = 7.5  # what two measures of a shift say that agree
_RATE_GAIN = 2.0  # brings the surprise of a rate to the scale of what the others give together
_FLOOR = 0.002  # of the range of the first points: a standard deviation that means nothing
_CALIBRATED = (*LOCAL, Reason.NOVEL, Reason.SEASON, Reason.SLOW)
_SHIFTS = [row for row, reason in enumerate(_CALIBRATED) if reason is Reason.SHIFT]
_ROWS = [row for row in range(len(_CALIBRATED)) if row not in _SHIFTS]
_COLUMNS = [CODE[_CALIBRATED[row]] for row in _ROWS]
_SUDDEN = [CODE[Reason.SPIKE], CODE[Reason.JUMP]]
_SAME = ((CODE[Reason.SPIKE], CODE[Reason.JUMP]), (CODE[Reason.RECORD], CODE[Reason.NOVEL]))
"""Pairs that say nearly the same of a point: only the larger part counts, or pure noise would score twice."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is known at the begin of a block. Replaced, never changed."""

    context: Floats  # the last CONTEXT values on the scale
    rules: Rules
    bands: Bands
    peaks: Peaks
    season: Season | None
    rates: Rates
    unrest: Unrest


class CausalScorer:
    """Scores a numeric series as it grows. ``scale``: None to choose by the first points."""

    def __init__(self, scale: ScaleKind | None = None) -> None:
        self._wanted = scale
        self._latest = np.iinfo(np.int64).min
        self._begin()

    def _begin(self) -> None:
        self._scale = Scale(ScaleKind.LINEAR)
        self._floor = 1e-12
        self._first = 0  # number of the first point of the open block
        self._size = WARM_UP  # of the open block when it is full
        self._times = np.zeros(0, dtype=np.int64)  # the open block's points so far
        self._values = np.zeros(0)
        self._state: _State | None = None  # at the begin of the open block; None while warming up
        self._surprise = Surprise(len(_CALIBRATED), lasting=_SHIFTS)

    @property
    def scale(self) -> ScaleKind:
        """How the values are compared; known after the warm-up."""
        return self._scale.kind

    def push(self, times: ArrayLike, values: ArrayLike) -> Scored:
        """Score the next points. ``times``: int64 ns; one that goes back counts as the latest before it."""
        new_times = np.asarray(times, dtype=np.int64)
        new_values = np.asarray(values, dtype=np.float64)
        if len(new_times):
            new_times = np.maximum.accumulate(np.maximum(new_times, self._latest))
            self._latest = int(new_times[-1])
        pieces, first = [], 0
        while first < len(new_values):
            end = first + min(self._size - len(self._values), self._flags(new_values[first : first + _LARGEST_BLOCK]))
            if end == first:
                self._begin()  # what looked like a flag is none: learn again
                continue
            pieces.append(self._push(new_times[first:end], new_values[first:end]))
            first = end
        return Scored.joined(pieces)

    def _flags(self, values: Floats) -> int:
        """Return how many of the next values fit the scale: all but where it is a flag's, chosen by the first points."""
        if self._scale.kind is not ScaleKind.FLAG or self._wanted is not None:
            return len(values)
        other = ~is_flag(values) & np.isfinite(values)
        return int(other.argmax()) if other.any() else len(values)

    def _push(self, times: Times, values: Floats) -> Scored:
        """Score points that all lie in the open block."""
        begin = len(self._values)
        self._times = np.append(self._times, times)
        self._values = np.append(self._values, values)
        full = len(self._values) == self._size
        if self._state is None:
            if full:
                self._warm_up()
            return Scored.nothing(len(values))
        parts, residuals, state = self._parts(self._state)
        scores, state = self._scores(parts, state)
        if full:
            self._close_block(residuals, state)
        return Scored.of(parts[begin:], scores[begin:])

    def _warm_up(self) -> None:
        """Set all up by the first points, and let them be the first past."""
        finite = self._values[np.isfinite(self._values)]
        self._scale = Scale.of(finite, self._wanted)
        values = self._scale.apply(finite if len(finite) else np.zeros(1))
        self._floor = _FLOOR * float(np.ptp(values)) + 1e-12
        context = np.full(CONTEXT, np.median(values))
        bands, season = Bands.of(values), Season.of(self._times)
        _, residuals, state = self._parts(_State(context, Rules(), bands, Peaks(), season, Rates(), Unrest()))
        self._close_block(residuals, replace(state, unrest=Unrest().step(np.zeros(WARM_UP))[1]))

    def _close_block(self, residuals: Floats, state: _State) -> None:
        self._state = state
        self._surprise.append(residuals)
        self._surprise.fit()
        self._first += self._size
        self._size = min(_LARGEST_BLOCK, max(_SMALLEST_BLOCK, self._first // _GROWTH))
        self._times, self._values = self._times[:0], self._values[:0]

    def _parts(self, state: _State) -> tuple[NDArray[np.float32], Floats, _State]:
        """Return the parts of the open block's scores, its residuals, and the state after it."""
        missing, stuck, late, rules = state.rules.step(self._times, self._values)
        finite = np.where(np.isfinite(self._values), self._values, np.nan)
        values = filled(self._scale.apply(finite), float(state.context[-1]))
        residuals, record, rest = self._residuals(state, values)
        parts = np.zeros((len(values), len(REASONS)), dtype=np.float32)
        if self._scale.kind is ScaleKind.FLAG:
            burst, lull, rates = state.rates.step(values)
            parts[:, CODE[Reason.BURST]], parts[:, CODE[Reason.LULL]] = _RATE_GAIN * burst, _RATE_GAIN * lull
            rest = replace(rest, rates=rates)
        else:
            precedents, peaks = state.peaks.step(values)
            _fill(parts, self._surprise.of(residuals), precedents)
            parts[:, CODE[Reason.RECORD]] = _RECORD * record
            parts[:, CODE[Reason.FLAT]] = RULE_SCORE * stuck
            _leave_larger(parts)
            rest = replace(rest, peaks=peaks)
        parts[:, CODE[Reason.NAN]] = RULE_SCORE * missing
        parts[:, CODE[Reason.GAP]] = RULE_SCORE * late
        return parts, residuals, replace(rest, rules=rules)

    def _scores(self, parts: NDArray[np.float32], state: _State) -> tuple[Floats, _State]:
        """Return the scores of the open block's points, and the state with them."""
        number = self._first + np.arange(len(parts))
        scores = np.maximum(joint_score(parts) - _handicap(number), 0.0)
        usual, unrest = state.unrest.step(scores)
        return np.maximum(scores - usual, 0.0), replace(state, unrest=unrest)

    def _residuals(self, state: _State, values: Floats) -> tuple[Floats, NDArray[np.bool_], _State]:
        """Return the calibrated residuals, which points are records, and the state after them."""
        context = np.concatenate([state.context, values])
        novelty, record, bands = state.bands.step(values)
        season, distance, lasting = state.season, np.zeros(len(values)), np.zeros(len(values))
        if season is not None:
            recent = context[-len(values) - 2 :]
            distance, lasting, season = season.step(self._times, (recent[:-2] + recent[1:-1] + recent[2:]) / 3)
        residuals = np.concatenate([local_residuals(context, self._floor), [novelty, distance, lasting]])
        return residuals, record, replace(state, context=context[-CONTEXT:], bands=bands, season=season)


def _fill(parts: NDArray[np.float32], surprise: Floats, precedents: NDArray[np.int64]) -> None:
    """Set the parts that residuals give. ``surprise``: of each residual, shape (len(_CALIBRATED), points)."""
    parts[:, _COLUMNS] = surprise[_ROWS].T
    parts[:, CODE[Reason.SHIFT]] = np.minimum(joint_score(surprise[_SHIFTS].T), _LARGEST_SHIFT)
    parts[:, _SUDDEN] *= (1 - _PRECEDENT * precedents)[:, None]


def _leave_larger(parts: NDArray[np.float32]) -> None:
    for first, second in _SAME:
        smaller = parts[:, first] < parts[:, second]
        parts[smaller, first] = 0
        parts[~smaller, second] = 0


def _handicap(number: NDArray[np.int64]) -> Floats:
    """Return what is taken off the scores of points by their number in the series.

    Noise would need 600 / number for as few false alarms among the first points as later. A person wants fewer from a
    longer log, which noise does not ask for.
    """
    return np.asarray(_PATIENCE * np.log10(np.maximum(number, _MANY) / _MANY) + _LITTLE_PAST / number)
