"""How requests that are joined by an id begin and end, folded over the records.

A new record costs the same however many requests there were before; a look copies some bytes for each request.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.store.protocol import Rows


@dataclass(frozen=True, slots=True, eq=False)
class Extents:
    """The first and the last record of each request."""

    first: Rows
    last: Rows

    @classmethod
    def nothing(cls) -> Extents:
        return cls(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))

    def more(self, of: NDArray[np.int32], begin: int, count: int) -> Extents:
        """Return the extents of ``count`` requests; ``of``: the requests of the records from ``begin`` on, -1 for none."""
        missing = np.full(count - len(self.first), -1)
        first, last = np.append(self.first, missing), np.append(self.last, missing)
        told = np.flatnonzero(of >= 0)
        of, rows = of[told], begin + told
        last[of] = rows  # of equal indexes the last assignment stays
        is_new = first[of] < 0
        first[of[is_new][::-1]] = rows[is_new][::-1]
        return Extents(first, last)


def extents_by_id(evidence: Evidence, ids: Codes) -> Extents:
    """Return the extents of the requests that ids join."""
    return evidence.fold(
        "extents of requests",
        Extents.nothing(),
        lambda known, at: known.more(ids.code[at], at.start, len(ids)),
        ids.numbering,
    )


def steps_by_pattern(evidence: Evidence, patterns: Patterns, ids: Codes) -> Ints:
    """Return how many records of requests each pattern has."""
    size = len(patterns.patterns)

    def step(known: Ints, at: slice) -> Ints:
        pattern = patterns.within(at)[ids.code[at] >= 0]
        counts = np.bincount(pattern[pattern >= 0], minlength=size)
        counts[: len(known)] += known
        return counts

    counts = evidence.fold("steps by pattern", np.zeros(0, dtype=np.int64), step, (patterns.basis, ids.numbering))
    return np.append(counts, np.zeros(size - len(counts), dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class Closing:
    """The patterns that end requests: ``usual`` ones, and those by the pattern that a request begins with."""

    usual: frozenset[int]
    of: dict[int, frozenset[int]]

    def table(self, size: int) -> tuple[NDArray[np.int32], Bools]:
        """Return (kind of request by its first pattern, whether a pattern ends a kind); the last pattern is for none."""
        kind = np.zeros(size + 1, dtype=np.int32)
        ends = np.zeros((len(self.of) + 1, size + 1), dtype=np.bool_)
        ends[:, sorted(self.usual)] = True
        for number, (opening, own) in enumerate(self.of.items(), 1):
            kind[opening] = number
            ends[number, sorted(own)] = True
        return kind, ends

    @property
    def basis(self) -> tuple[frozenset[int], frozenset[tuple[int, frozenset[int]]]]:
        return self.usual, frozenset(self.of.items())


def have_end(
    evidence: Evidence,
    patterns: Patterns,
    ids: Codes,
    first: NDArray[np.int32],
    closing: Closing,
    tell_failing: Callable[[slice], Bools],
) -> Bools:
    """Tell which requests have a record that ends them: one of a closing pattern, with an error, or with a status.

    ``first``: the pattern of each request's first record. ``tell_failing``: which records of a chunk tell of a failure.
    """
    kind, ends = closing.table(len(patterns.patterns))
    kinds = kind[first]
    status = evidence.codes("status").code if evidence.has("status") else None

    def step(known: Bools, at: slice) -> Bools:
        ended = np.append(known, np.zeros(len(ids) - len(known), dtype=np.bool_))
        of = ids.code[at]
        closed = ends[kinds[of], patterns.within(at)] | tell_failing(at)
        if status is not None:
            closed |= status[at] >= 0
        ended[of[closed & (of >= 0)]] = True
        return ended

    basis = (patterns.basis, ids.numbering, evidence.texts.reading, closing.basis, status is None)
    return evidence.fold("ended requests", np.zeros(0, dtype=np.bool_), step, basis)
