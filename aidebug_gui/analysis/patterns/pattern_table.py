"""The patterns of the records that are shown, with how often and when each occurs: what a table of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.store.protocol import Rows

BINS = 48
RARE = 3  # records, at most
_LEAST_RECORDS = 200  # in a smaller log everything is new and rare
_FIRST_PART = 0.05  # of a log, in which everything is new
_SETTLED = 0.1  # of a log without a new pattern, and what comes then is news


@dataclass(frozen=True, slots=True, eq=False)
class PatternLine:
    """A pattern among the records that are shown. ``over_time``: int64 (BINS,), from the first to the last of the log.

    ``first_ns``/``last_ns``: None where the log has no times. ``is_new``: it came when the log had long said nothing new.
    """

    pattern: Pattern
    count: int
    over_time: NDArray[np.int64]
    first_ns: int | None
    last_ns: int | None
    is_new: bool
    is_rare: bool


def pattern_lines(evidence: Evidence, patterns: Patterns, selection: Rows | None = None) -> list[PatternLine]:
    """Return the patterns of the selected records (None: all), the most frequent first."""
    of = patterns.of if selection is None else patterns.of[selection[selection < len(patterns.of)]]
    bins = time_bins(evidence)
    over_time = patterns.over_time(bins if selection is None else _only(bins, selection), BINS)
    counts = np.bincount(of[of >= 0], minlength=len(patterns.patterns))
    is_large = evidence.records >= _LEAST_RECORDS
    news = _news([pattern.first for pattern in patterns.patterns], evidence.records)
    lines = []
    for number in np.argsort(-counts, kind="stable").tolist():
        count = int(counts[number])
        if not count:
            break
        pattern = patterns.patterns[number]
        times = (int(evidence.time[pattern.first]), int(evidence.time[pattern.last])) if evidence.has_times else None
        lines.append(
            PatternLine(
                pattern,
                count,
                over_time[number],
                times[0] if times else None,
                times[1] if times else None,
                is_large and news[number],
                is_large and pattern.count <= RARE,
            )
        )
    return lines


def _news(first: Sequence[int], records: int) -> list[bool]:
    """Tell which patterns came after a long stretch without any new one. ``first``: their first records, ascending.

    While a program starts all it says is new, and so it is when it says more new things at once than it said before:
    its next phase has begun. Neither is news.
    """
    least, quiet = max(1, round(records * _FIRST_PART)), max(1, round(records * _SETTLED))
    begins = [n for n in range(1, len(first)) if first[n] >= least and first[n] - first[n - 1] >= quiet]
    news = [False] * len(first)
    for begin, end in pairwise([*begins, len(first)]):
        news[begin:end] = [end - begin <= begin] * (end - begin)
    return news


def time_bins(evidence: Evidence) -> NDArray[np.int64]:
    """Return the bin (0 to BINS - 1) of each record: by time, by number where the log has no times."""
    if not evidence.has_times:
        return np.arange(evidence.records, dtype=np.int64) * BINS // max(1, evidence.records)
    first, last = int(evidence.time.min()), int(evidence.time.max())
    width = max(1, -(-(last - first + 1) // BINS))
    return np.asarray((evidence.time - first) // width, dtype=np.int64)


def _only(bins: NDArray[np.int64], selection: Rows) -> NDArray[np.int64]:
    chosen = np.full(len(bins), -1, dtype=np.int64)
    kept = selection[selection < len(bins)]
    chosen[kept] = bins[kept]
    return chosen
