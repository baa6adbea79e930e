"""How requests that are joined by an id begin and end, folded over the records.

A new record costs the same however many requests there were before: of each request only its first and its last record
are known, of all requests how many begin and end in the same way, and how long they take, in buckets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.block_array import BlockArray
from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.spans import Spans
from aidebug_gui.store.protocol import Rows

Codes32 = NDArray[np.int32]
_NO_RECORD = np.int64(-1)
_BITS = 32  # of a pattern's number
_NEAR = 8  # times as many numbers as records, in a row


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """Requests by the patterns of their first and last record (-1 for none), and ``count``: how many of each.

    ``several``: whether they have several records.
    """

    first: Codes32
    last: Codes32
    several: Bools
    count: Ints

    @classmethod
    def of(cls, by_kind: Mapping[int, int]) -> Kinds:
        """Return the kinds that are counted by their numbers."""
        kind = np.fromiter(by_kind, np.int64, len(by_kind))
        first, last = kind >> (_BITS + 1), (kind >> 1) & ((1 << _BITS) - 1)
        count = np.fromiter(by_kind.values(), np.int64, len(by_kind))
        return cls((first - 1).astype(np.int32), (last - 1).astype(np.int32), (kind & 1) != 0, count)

    def those_with_several(self) -> Kinds:
        """Return the kinds of requests that have several records."""
        of = self.several
        return Kinds(self.first[of], self.last[of], of[of], self.count[of])

    @property
    def total(self) -> int:
        return int(self.count.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """``first``, ``last``: by number of the request, its outermost records. ``spans``: how long those of several took."""

    first: BlockArray = field(default_factory=lambda: BlockArray(_NO_RECORD))
    last: BlockArray = field(default_factory=lambda: BlockArray(_NO_RECORD))
    by_kind: dict[int, int] = field(default_factory=dict)
    spans: Spans = field(default_factory=Spans)

    def more(self, of: Codes32, begin: int, pattern_of: Callable[[Rows], Codes32], time: Ints) -> Ends:
        """Take further records; ``of``: the requests of the records from ``begin`` on, -1 for none."""
        numbers, first, last = outermost(of, begin)
        known_first, known_last = self.first.at(numbers), self.last.at(numbers)
        known = known_first >= 0
        first = np.where(known, known_first, first)
        by_kind, spans = self.by_kind.copy(), self.spans
        for sign, begins, ends in ((-1, first[known], known_last[known]), (1, first, last)):
            several = ends > begins
            _count(by_kind, _kind(pattern_of(begins), pattern_of(ends), several), sign)
            spans = spans.more(time[ends[several]] - time[begins[several]], sign)
        return Ends(self.first.with_values(numbers, first), self.last.with_values(numbers, last), by_kind, spans)

    @property
    def kinds(self) -> Kinds:
        """What kinds of requests there are."""
        return Kinds.of(self.by_kind)


def outermost(of: Codes32, begin: int) -> tuple[Ints, Rows, Rows]:
    """Return (requests ascending, the first and the last record of each) of the records from ``begin`` on."""
    told = np.flatnonzero(of >= 0)
    if not len(told):
        return told, told, told
    numbers, rows = of[told].astype(np.int64), begin + told
    low, high = int(numbers.min()), int(numbers.max())
    if high - low < _NEAR * len(numbers):  # as a table, since sorting takes several times as long
        names, at = np.arange(low, high + 1), numbers - low
    else:
        names, at = np.unique(numbers, return_inverse=True)
    first, last = np.full(len(names), -1), np.full(len(names), -1)
    first[at[::-1]], last[at] = rows[::-1], rows  # of equal indexes the last assignment stays
    known = last >= 0
    return names[known], first[known], last[known]


def _kind(first: Codes32, last: Codes32, several: Bools) -> Ints:
    """Return the number of each request's kind."""
    kind: Ints = ((first.astype(np.int64) + 1) << _BITS) + last + 1
    return kind * 2 + several


def _count(by_kind: dict[int, int], kinds: Ints, sign: int) -> None:
    found, counts = np.unique(kinds, return_counts=True)
    for kind, count in zip(found.tolist(), counts.tolist(), strict=True):
        by_kind[kind] = by_kind.get(kind, 0) + sign * count
        if not by_kind[kind]:
            del by_kind[kind]


def ends_by_id(evidence: Evidence, patterns: Patterns, ids: Codes) -> Ends:
    """Return how the requests begin and end that ids join."""

    def step(known: Ends, at: slice) -> Ends:
        return known.more(ids.code[at], at.start, patterns.of_records, evidence.time)

    return evidence.fold("ends of requests", Ends(), step, (patterns.basis, ids.numbering))


def _without(numbers: Ints, some: Ints) -> Ints:
    """Return ascending numbers without some others, which are ascending, too."""
    place = np.minimum(np.searchsorted(some, numbers), max(0, len(some) - 1))
    return numbers[some[place] != numbers] if len(some) else numbers


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


def without_end(
    evidence: Evidence,
    patterns: Patterns,
    ids: Codes,
    first: BlockArray,
    closing: Closing,
    tell_failing: Callable[[slice], Bools],
) -> Ints:
    """Return the requests without a record that ends them: one of a closing pattern, with an error, or with a status.

    ``first``: the first record of each request. ``tell_failing``: which records of a chunk tell of a failure. What a
    new record costs grows with the requests that have no end, not with all of them.
    """
    kind, ends = closing.table(len(patterns.patterns))
    status = evidence.codes("status").code if evidence.has("status") else None

    def step(known: Ints, at: slice) -> Ints:
        of = ids.code[at]
        numbers, begins, _ = outermost(of, at.start)
        if not len(numbers):
            return known
        place = np.searchsorted(numbers, np.maximum(of, numbers[0]))
        opened = first.at(numbers)
        closes = ends[kind[patterns.of_records(opened)][place], patterns.within(at)] | tell_failing(at)
        if status is not None:
            closes |= status[at] >= 0
        closed = np.zeros(len(numbers), dtype=np.bool_)
        closed[place[closes & (of >= 0)]] = True
        is_new = (opened == begins) & ~closed
        return np.sort(np.append(_without(known, numbers[closed]), numbers[is_new]))

    basis = (patterns.basis, ids.numbering, evidence.texts.reading, closing.basis, status is None)
    return evidence.fold("requests without end", np.zeros(0, dtype=np.int64), step, basis)
