"""A finding: something that a person should look at, why, what to do, and the records that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.export import iso_time
from aidebug_gui.store.protocol import Rows

MOST_ROWS = 1000
"""A finding names at most so many records; ``count`` has the true number."""
OTHER_ERROR = "other_error"
"""The kind of errors that no rule explains."""
UNSPECIFIC = frozenset((OTHER_ERROR, "error_burst", "server_error", "unhandled"))
"""Kinds that count failures and do not name them: they stand behind those that do, which are often their cause."""


class Severity(IntEnum):
    """How much it matters. Larger is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3
    CRITICAL = 4


@dataclass(frozen=True, slots=True)
class Episode:
    """How odd the values of a number are in a finding. ``peak``: the record with the highest score, and its value.

    ``expected``: where nine of ten values lay just before, NaN where that is not known. ``reasons`` and their
    shares of the score (0..1): the one that names it, then the others by their shares.
    """

    peak: int
    score: float
    value: float
    expected: tuple[float, float]
    reasons: tuple[tuple[str, float], ...]

    def as_mapping(self) -> Mapping[str, object]:
        """Return the episode for JSON."""
        low, high = self.expected
        return {
            "peak_record": self.peak,
            "score": round(self.score, 2),
            "value": self.value,
            "expected": [low, high],
            "reasons": {reason: round(share, 3) for reason, share in self.reasons},
        }


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """``kind`` is a stable name for machines ("cuda_oom"), ``subject`` what tells findings of one kind apart.

    ``rows``: record numbers, ascending, at most ``MOST_ROWS`` of ``count``. ``first_ns``/``last_ns``: their times.
    ``detail``: what else is known, in words; ``episode``: the same of a number that is odd.
    """

    kind: str
    severity: Severity
    title: str
    sentence: str
    cause: str
    fix: str
    rows: Rows
    count: int
    first_ns: int | None = None
    last_ns: int | None = None
    subject: str = ""
    detail: str = ""
    episode: Episode | None = None

    def as_mapping(self) -> Mapping[str, object]:
        """Return the finding for JSON: plain values, times as ISO text, records as numbers."""
        episode = {} if self.episode is None else {"episode": self.episode.as_mapping()}
        return {
            "kind": self.kind,
            "severity": self.severity.name.lower(),
            "title": self.title,
            "sentence": self.sentence,
            "detail": self.detail,
            "cause": self.cause,
            "fix": self.fix,
            "subject": self.subject,
            "count": self.count,
            "first": None if self.first_ns is None else iso_time(self.first_ns, naive=False),
            "last": None if self.last_ns is None else iso_time(self.last_ns, naive=False),
            "records": self.rows.tolist(),
            **episode,
        }


def spread(count: int) -> NDArray[np.int64]:
    """Return the positions of at most ``MOST_ROWS`` of so many records: the first and last, and evenly what lies between."""
    if count <= MOST_ROWS:
        return np.arange(count, dtype=np.int64)
    return np.linspace(0, count - 1, MOST_ROWS).astype(np.int64)


def capped(rows: Rows) -> Rows:
    """Return at most ``MOST_ROWS`` of the records."""
    return rows[spread(len(rows))]
