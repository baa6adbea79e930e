"""Steps of requests and sessions in an order that is seen nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.translatable import joined, translatable

_COMMON, _LEAST_PAIRS, _MOST_ODD = 50, 500, 5
_SECOND = 1 << 32  # a pair of patterns is one number: the first times this, and the second


@dataclass(frozen=True, slots=True, eq=False)
class _Orders:
    """Which patterns followed each other within a request.

    ``last``: the pattern of each request's last step, -1 for none. ``pairs``: ascending; of each how often it came, and
    the first record that was the second step of it.
    """

    last: NDArray[np.int32]
    pairs: Ints
    counts: Ints
    records: Ints

    @classmethod
    def nothing(cls) -> _Orders:
        none = np.empty(0, dtype=np.int64)
        return cls(np.empty(0, dtype=np.int32), none, none, none)

    def more(self, of: NDArray[np.int32], pattern: NDArray[np.int32], first: int, requests: int) -> _Orders:
        """Take a chunk: the request and the pattern of each record from ``first`` on, -1 for none."""
        last = np.append(self.last, np.full(requests - len(self.last), -1, dtype=np.int32))
        steps = np.flatnonzero((of >= 0) & (pattern >= 0))
        steps = steps[np.argsort(of[steps], kind="stable")]
        of, pattern = of[steps], pattern[steps]
        before = np.append(np.int32(-1), pattern[:-1])
        begins = np.append(True, of[1:] != of[:-1])[: len(of)]
        before = np.where(begins, last[of], before[: len(of)])
        last[of] = pattern  # of equal indexes the last assignment stays
        follows = before >= 0
        pairs, at, counts = np.unique(
            before[follows].astype(np.int64) * _SECOND + pattern[follows], return_index=True, return_counts=True
        )
        records = first + steps[follows][at].astype(np.int64)
        return _Orders(last, *self._merged(pairs, counts, records))

    def _merged(self, pairs: Ints, counts: Ints, records: Ints) -> tuple[Ints, Ints, Ints]:
        place = np.searchsorted(self.pairs, pairs)
        known = np.append(self.pairs, -1)[place] == pairs
        total = self.counts.copy()
        total[place[known]] += counts[known]
        new, at = ~known, place[~known]
        return (
            np.insert(self.pairs, at, pairs[new]),
            np.insert(total, at, counts[new]),
            np.insert(self.records, at, records[new]),
        )


def odd_orders(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Pairs of patterns that followed each other only once within a request or session, both common by themselves."""
    column = next((name for name in ("trace_id", "request_id", "session_id") if evidence.repeats(name)), "")
    if not column:
        return
    ids = evidence.codes(column)
    orders = evidence.fold(
        "orders",
        _Orders.nothing(),
        lambda known, at: known.more(ids.code[at], patterns.within(at), at.start, len(ids)),
        (ids.numbering, patterns.basis),
    )
    steps = int(orders.counts.sum())
    if steps < _LEAST_PAIRS:
        return
    total = np.array([pattern.count for pattern in patterns.patterns])
    both = orders.pairs // _SECOND, orders.pairs % _SECOND
    odd = (orders.counts == 1) & (total[both[0]] >= _COMMON) & (total[both[1]] >= _COMMON)
    if not odd.any() or int(odd.sum()) > _MOST_ODD:
        return  # many single pairs: the order is free here
    records = orders.records[odd]
    before, after = (patterns.patterns[int(numbers[odd][0])].text for numbers in both)
    yield evidence.finding(
        "odd_order",
        joined(
            translatable(
                "{after} followed {before} only once among {n} steps{when}.",
                after=quote(after, 60),
                before=quote(before, 60),
                n=steps,
                when=evidence.at(int(records[0])),
            ),
            translatable("{n} such cases in all.", n=int(odd.sum())) if odd.sum() > 1 else "",
        ),
        rows=records,
    )
