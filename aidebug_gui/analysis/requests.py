"""Received, processed, returned: the records of one request joined, its steps and durations, and what never returned.

Joined by the request id, else the trace id, else the session id, else another field of ids, else an id that stands in
the messages. A log without ids has pairs such as "Received input" and "Prediction": they are joined in order, within a thread where the log names it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import duration, percent
from aidebug_gui.analysis.joined_requests import LEAST_PATIENCE_NS, LEAST_REQUESTS, MOST_LOST, Requests
from aidebug_gui.analysis.message_ids import MessageIds, message_ids
from aidebug_gui.analysis.own_ids import own_id
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.request_ends import Closing, Ends, Kinds, ends_by_id, steps_by_pattern, without_end
from aidebug_gui.analysis.request_pairs import paired_requests
from aidebug_gui.analysis.served_requests import Served, served_by_id
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

ID_COLUMNS = ("request_id", "trace_id", "session_id")
_CLOSING_SHARE = 0.2  # of requests that end with a pattern, for it to count as an end


@dataclass(frozen=True, eq=False)
class RequestsById(Requests):
    """Requests whose records have an id in common. Their numbers are those of the ids."""

    ids: Codes
    ends: Ends

    def of(self, record: int) -> int:
        """See ``Requests``."""
        return int(self.ids.code[record]) if record < len(self.ids.code) else -1

    def rows(self, number: int) -> Rows:
        """See ``Requests``."""
        return np.flatnonzero(self.ids.code == number).astype(np.int64)

    def durations(self) -> Floats:
        """See ``Requests``."""
        first, last = self.ends.first.whole(self.count), self.ends.last.whole(self.count)
        result = np.full(self.count, np.nan)
        several = last > first
        if self.evidence.has_times and several.any():
            time = self.evidence.time
            result[several] = (time[last[several]] - time[first[several]]) / 1e6
        return result

    def served(self) -> tuple[Served, ...]:
        """See ``Requests``."""
        return served_by_id(self.evidence, self.ids)

    @property
    def usual_ms(self) -> float:
        """See ``Requests``."""
        return self.ends.spans.quantile(0.5) / 1e6 if self.evidence.has_times else 0.0


@dataclass(frozen=True, eq=False)
class RequestsByOwnField(RequestsById):
    """Requests whose records have the same value of a field of the log's own."""

    def key(self, number: int) -> str:
        """See ``Requests``."""
        return self.ids.value(number)


@dataclass(frozen=True, eq=False)
class RequestsInMessages(RequestsById):
    """Requests whose messages have an id in common."""

    found: MessageIds

    def key(self, number: int) -> str:
        """See ``Requests``."""
        return self.found.read(self.evidence.read(int(self.ends.first.at(np.array([number]))[0]))[0]) or super().key(
            number
        )


def join_requests(evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools]) -> Requests:
    """Join the records of requests by the best id that the log has, by one that stands in messages, or by order.

    ``tell_failing``: which records of a chunk tell of a failure; a request that has one did return.
    """
    for column in ID_COLUMNS:
        if evidence.repeats(column) and len(evidence.codes(column)):
            codes = evidence.codes(column)
            if _records_with(evidence, column, codes) > 1.1 * len(codes) or column == ID_COLUMNS[-1]:
                return RequestsById(
                    evidence, column, len(codes), *_by_id(evidence, patterns, tell_failing, codes, column)
                )
    own = own_id(evidence)
    if own:
        codes = evidence.field_codes(own)
        return RequestsByOwnField(evidence, own, len(codes), *_by_id(evidence, patterns, tell_failing, codes, own))
    found = message_ids(evidence)
    if found is not None:
        joined = _by_id(evidence, patterns, tell_failing, found.codes)
        return RequestsInMessages(evidence, "message", len(found.codes), *joined, found)
    return paired_requests(evidence, patterns, tell_failing)


def _records_with(evidence: Evidence, column: str, ids: Codes) -> int:
    def step(known: int, at: slice) -> int:
        return known + int(np.count_nonzero(ids.code[at] >= 0))

    return evidence.fold(f"records with {column}", 0, step, ids.numbering)


def _by_id(
    evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools], ids: Codes, column: str = ""
) -> tuple[Rows, Hashable, Codes, Ends]:
    """Return (last records of what never returned, basis, ids, how they begin and end); nobody waits for the end of a session."""
    ends = ends_by_id(evidence, patterns, ids)
    lost = _lost_by_id(evidence, patterns, tell_failing, ids, ends) if column != ID_COLUMNS[-1] else _NOTHING
    return np.sort(ends.last.at(lost)), ids.numbering, ids, ends


_NOTHING = np.empty(0, dtype=np.int64)


def _lost_by_id(
    evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools], ids: Codes, ends: Ends
) -> Ints:
    """Return the requests that have none of the records with which requests end here, ascending.

    Requests end with the patterns below WARNING that are the last of many requests, with an error, or with a status.
    """
    if len(ids) < LEAST_REQUESTS:
        return _NOTHING
    kinds = ends.kinds
    left = without_end(evidence, patterns, ids, ends.first, _closing(patterns, kinds), tell_failing)
    # patterns after which another step usually comes
    at_end = _by_pattern(kinds.last, kinds.count, len(patterns.patterns))
    goes_on = np.append(at_end < 0.5 * steps_by_pattern(evidence, patterns, ids), False)
    lost = left[goes_on[patterns.of_records(ends.last.at(left))]]
    if len(lost):
        lost = lost[_waited_enough(evidence, ends, lost)]
    return lost if len(lost) <= MOST_LOST * len(ids) else _NOTHING


def _closing(patterns: Patterns, kinds: Kinds) -> Closing:
    """Return the patterns that end requests, told by those of each request's first and last record."""
    size = len(patterns.patterns)
    is_calm = np.array([pattern.level < Level.WARNING for pattern in patterns.patterns], dtype=np.bool_)

    def many(of: Bools) -> frozenset[int]:
        ends = _by_pattern(kinds.last[of], kinds.count[of], size)
        return frozenset(np.flatnonzero((ends >= _CLOSING_SHARE * int(kinds.count[of].sum())) & is_calm).tolist())

    begins = _by_pattern(kinds.first, kinds.count, size)
    openings = np.flatnonzero(begins >= LEAST_REQUESTS).tolist()
    # requests of another kind end in another way
    return Closing(many(kinds.count > 0), {opening: many(kinds.first == opening) for opening in openings})


def _by_pattern(pattern: NDArray[np.int32], count: Ints, size: int) -> Floats:
    """Return how many requests each pattern has; those with pattern -1 are left out."""
    told = pattern >= 0
    return np.bincount(pattern[told], count[told], minlength=size).astype(np.float64)


def _waited_enough(evidence: Evidence, ends: Ends, requests: Ints) -> Bools:
    """Tell for some requests whether the log goes on long enough for them to have returned."""
    if not evidence.has_times:
        early: Bools = ends.first.at(requests) < evidence.records - max(20, evidence.records // 100)
        return early
    alone = ends.kinds.total - len(ends.spans)
    patience = max(LEAST_PATIENCE_NS, 2 * ends.spans.quantile(0.99, alone))
    waited: Bools = evidence.time[ends.last.at(requests)] < evidence.time_range[1] - patience
    return waited


def request_findings(requests: Requests) -> Iterator[Finding]:
    """Yield what never returned."""
    if not len(requests.lost_at):
        return
    evidence = requests.evidence
    rows, usual = requests.lost_at, requests.usual_ms
    known = {
        "": translatable("order"),
        "message": translatable("an id in the message"),
        "request_id": translatable("request id"),
        "trace_id": translatable("trace id"),
    }
    by = known.get(requests.column, requests.column)
    takes = translatable(" Others take {usual} usually.", usual=duration(usual * 1e6)) if usual else ""
    yield evidence.finding(
        "lost_request",
        translatable(
            "{n} {n:request|requests} of {all} ({share}) {n:has|have} no answer and no error{when} (joined by {by}).{takes}",
            n=len(rows),
            all=requests.count,
            share=percent(len(rows) / requests.count),
            when=evidence.between(rows),
            by=by,
            takes=takes,
        ),
        rows=rows,
    )
