"""A threshold on a score: what it marks, and how good it is where the log carries the truth.

All is sorted once, so that dragging the threshold costs a few binary searches.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

DEFAULT = 0.8
BINS = 10
_POSITIVE = frozenset(
    ("1", "1.0", "true", "yes", "y", "t", "positive", "pos", "anomaly", "anomalous", "fraud", "spam", "bad", "fail")
)
_NEGATIVE = frozenset(
    ("0", "0.0", "-1", "false", "no", "n", "f", "negative", "neg", "normal", "ham", "good", "ok", "pass")
)


class Threshold:
    """Counts of records beyond any threshold, and of their episodes (uninterrupted runs)."""

    def __init__(self, values: ArrayLike = (), *, above: bool = True) -> None:
        """Prepare the values of a series in log order; ``above``: whether large values are marked, or small ones."""
        self._sign = 1.0 if above else -1.0
        self._values = self._links = self._last = np.empty(0)
        self._take(values)

    def and_of(self, values: ArrayLike) -> Threshold:
        """Return the same of a series that goes on with further values."""
        other = copy(self)
        other._take(values)  # noqa: SLF001 - its own
        return other

    def _take(self, values: ArrayLike) -> None:
        given = np.asarray(values, dtype=np.float64)
        signed = np.where(np.isnan(given), -np.inf, given * self._sign)
        ends = np.append(self._last, signed)
        self._values = _merged(self._values, signed)
        # A run goes on where the smaller of two neighbours is beyond the threshold too.
        self._links = _merged(self._links, np.minimum(ends[:-1], ends[1:]))
        self._last = ends[-1:]

    def records(self, threshold: float) -> int:
        """Count the records beyond a threshold."""
        return self._beyond(self._values, threshold)

    def episodes(self, threshold: float) -> int:
        """Count the uninterrupted runs of records beyond a threshold."""
        return self.records(threshold) - self._beyond(self._links, threshold)

    def _beyond(self, ordered: Floats, threshold: float) -> int:
        return len(ordered) - int(np.searchsorted(ordered, self._sign * threshold, side="right"))


@dataclass(frozen=True, slots=True)
class Confusion:
    """Counts of decisions against the truth. Ratios are NaN where nothing is divided."""

    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int

    @property
    def precision(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def f1(self) -> float:
        twice = 2 * self.true_positives
        return _ratio(twice, twice + self.false_positives + self.false_negatives)

    @property
    def accuracy(self) -> float:
        right = self.true_positives + self.true_negatives
        return _ratio(right, right + self.false_positives + self.false_negatives)


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Records of similar score: how sure the model was on average, and how often it was right to be."""

    count: int
    mean_score: float
    share_true: float


class Truth:
    """Scores together with what was true. Records whose score is not finite are left out."""

    def __init__(self, scores: ArrayLike, positive: ArrayLike) -> None:
        """Prepare; ``positive``: bool for each record. Raises ValueError if the lengths differ."""
        given, truth = np.asarray(scores, dtype=np.float64), np.asarray(positive, dtype=np.bool_)
        if given.shape != truth.shape:
            raise ValueError("each score needs one truth")
        finite = np.isfinite(given)
        given, truth = given[finite], truth[finite]
        order = np.argsort(given, kind="stable")
        self._scores, self._truth = given[order], truth[order]
        self._positives, self._negatives = self._scores[self._truth], self._scores[~self._truth]

    def confusion(self, threshold: float) -> Confusion:
        """Count the decisions "score > threshold" against the truth."""
        missed = int(np.searchsorted(self._positives, threshold, side="right"))
        rejected = int(np.searchsorted(self._negatives, threshold, side="right"))
        return Confusion(len(self._positives) - missed, len(self._negatives) - rejected, missed, rejected)

    def best_threshold(self) -> float:
        """Return the threshold with the highest F1 (the middle between two scores), NaN without positives."""
        if not len(self._positives):
            return np.nan
        steps = np.unique(np.concatenate([self._positives, self._negatives]))
        candidates = np.append(steps[0] - 1.0, (steps[:-1] + steps[1:]) / 2)
        right = len(self._positives) - np.searchsorted(self._positives, candidates, side="right")
        wrong = len(self._negatives) - np.searchsorted(self._negatives, candidates, side="right")
        return float(candidates[np.argmax(2 * right / (right + wrong + len(self._positives)))])

    def calibration(self, bins: int = BINS) -> tuple[CalibrationBin, ...]:
        """Return bins of about equally many records in the order of the score."""
        parts = zip(np.array_split(self._scores, bins), np.array_split(self._truth, bins), strict=True)
        return tuple(
            CalibrationBin(len(scores), float(scores.mean()), float(truth.mean()))
            for scores, truth in parts
            if len(scores)
        )

    def calibration_error(self, bins: int = BINS) -> float:
        """Return the expected calibration error: the mean distance of score and truth over the bins, weighted."""
        if not len(self._scores):
            return np.nan
        parts = self.calibration(bins)
        return sum(part.count * abs(part.mean_score - part.share_true) for part in parts) / len(self._scores)


def positives(labels: Sequence[object], scores: ArrayLike) -> Mask | None:
    """Tell which records are truly positive from a column of truths; None unless it holds exactly two values.

    Known words decide; otherwise the value whose records have the higher scores is the positive one, and None comes
    back where one of the two has no score.
    """
    texts = np.array(["" if label is None else str(label).strip().casefold() for label in labels], dtype=object)
    names = sorted({text for text in texts if text not in ("", "nan", "none", "<na>")})
    if len(names) != 2:
        return None
    first, second = names
    if first in _POSITIVE or second in _NEGATIVE:
        return np.asarray(texts == first)
    if second in _POSITIVE or first in _NEGATIVE:
        return np.asarray(texts == second)
    given = np.asarray(scores, dtype=np.float64)
    of_first, of_second = (given[(texts == name) & np.isfinite(given)] for name in (first, second))
    if not len(of_first) or not len(of_second):
        return None
    return np.asarray(texts == (first if of_first.mean() > of_second.mean() else second))


def _merged(ordered: Floats, new: Floats) -> Floats:
    """Return ascending numbers with further ones among them."""
    new = np.sort(new)
    return np.insert(ordered, np.searchsorted(ordered, new), new) if len(ordered) else new


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
