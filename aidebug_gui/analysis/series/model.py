"""What the scorers give: reasons, scores of points, sensitivities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Times = NDArray[np.int64]


class Reason(Enum):
    """Why a point is odd. The order settles ties: a spike also breaks the daily shape, but "spike" says more."""

    THRESHOLD = "threshold"  # beyond the user's threshold
    NAN = "nan"  # not a number
    FLAT = "flat"  # stuck at one value
    GAP = "gap"  # nothing came for long
    BURST = "burst"  # a 0/1 flag is set far more often than before
    LULL = "lull"  # ... or far less often
    SPIKE = "spike"  # far from the median of the nine points before
    SHIFT = "shift"  # the level of the last 60 points differs from that of the 300 before
    JUMP = "jump"  # far from the point before
    VOLATILITY = "volatility"
    QUIET = "quiet"
    LOW = "low"
    RECORD = "record"  # beyond all that came before
    NOVEL = "novel"  # in a band of values where no point was before
    SEASON = "season"  # not what the last days had at this time of day
    SLOW = "slow"  # hours away from the usual daily shape
    EXTREME = "extreme"  # far from the usual values of the log (only in a whole series)
    SHAPE = "shape"  # a stretch that looks like no other (only in a whole series)


REASONS: tuple[Reason, ...] = tuple(Reason)
CODE: dict[Reason, int] = {reason: code for code, reason in enumerate(REASONS)}
NO_REASON = 255

RULE_SCORE = 20.0
"""What a rule adds that needs no statistics (NaN, stuck, gap): above every sensitivity's limit."""


class Sensitivity(Enum):
    """How much is shown. The value is named in false alarms per 10,000 points of pure noise (measured, worst noise)."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


ERRORS = "errors"
"""The name of the series that is 1 for each record at level error or above, else 0."""

KEPT_SCORE = 2.5
"""Points with at least this score keep the parts of it; every sensitivity's limit is higher."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of consecutive points of a series.

    ``scores``: float64 (n,), 0 = nothing odd. ``reasons``: uint8 (n,), codes into ``REASONS`` of the largest part,
    ``NO_REASON`` where the score is 0. ``at``: int64 (k,), ascending positions of the points that score at least
    ``KEPT_SCORE``; ``parts``: float32 (k, len(REASONS)), what each reason adds to their scores.
    """

    scores: Floats
    reasons: NDArray[np.uint8]
    at: NDArray[np.int64]
    parts: NDArray[np.float32]

    @classmethod
    def of(cls, parts: NDArray[np.float32], scores: Floats | None = None) -> Scored:
        """Take parts, shape (n, len(REASONS)), and what they give together: their sum, unless given."""
        if scores is None:
            scores = parts.sum(axis=1, dtype=np.float64)
        reasons = np.where(scores > 0, parts.argmax(axis=1), NO_REASON).astype(np.uint8)
        at = np.flatnonzero(scores >= KEPT_SCORE)
        return cls(scores, reasons, at, parts[at])

    @classmethod
    def nothing(cls, count: int) -> Scored:
        return cls.of(np.zeros((count, len(REASONS)), dtype=np.float32))

    def after(self, count: int) -> Scored:
        """Return this without the first points."""
        rest = self.without_first(count)
        return Scored(self.scores[count:], self.reasons[count:], rest.at - count, rest.parts)

    def without_first(self, count: int) -> Scored:
        """Return this with no part of an event among the first points."""
        kept = int(np.searchsorted(self.at, count))
        return Scored(self.scores, self.reasons, self.at[kept:], self.parts[kept:])

    @classmethod
    def joined(cls, pieces: Sequence[Scored]) -> Scored:
        """Put consecutive pieces together."""
        if not pieces:
            return cls.nothing(0)
        first = np.cumsum([0, *(len(piece.scores) for piece in pieces[:-1])])
        return cls(
            np.concatenate([piece.scores for piece in pieces]),
            np.concatenate([piece.reasons for piece in pieces]),
            np.concatenate([piece.at + begin for piece, begin in zip(pieces, first, strict=True)]),
            np.concatenate([piece.parts for piece in pieces]),
        )
