"""Received, processed, returned: the records of one request joined, its steps and durations, and what never returned.

Joined by the request id, else the trace id, else the session id, else another field of ids, else an id that stands in
the messages. A log without ids has pairs such as "Received input" and "Prediction": they are joined in order, within a thread where the log names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from aidebug_gui.analysis.request_ends import Closing, Extents, extents_by_id, have_end, steps_by_pattern
from aidebug_gui.analysis.request_pairs import paired_requests
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

ID_COLUMNS = ("request_id", "trace_id", "session_id")
_CLOSING_SHARE = 0.2  # of requests that end with a pattern, for it to count as an end


@dataclass(frozen=True, eq=False)
class RequestsById(Requests):
    """Requests whose records have an id in common. Their numbers are those of the ids."""

    ids: Codes
    extents: Extents

    def of(self, record: int) -> int:
        """See ``Requests``."""
        return int(self.ids.code[record]) if record < len(self.ids.code) else -1

    def rows(self, number: int) -> Rows:
        """See ``Requests``."""
        return np.flatnonzero(self.ids.code == number).astype(np.int64)

    def durations(self) -> Floats:
        """See ``Requests``."""
        first, last = self.extents.first, self.extents.last
        result = np.full(self.count, np.nan)
        several = last > first
        if self.evidence.has_times and several.any():
            time = self.evidence.time
            result[several] = (time[last[several]] - time[first[several]]) / 1e6
        return result

    def answered(self) -> tuple[Rows, Floats]:
        """See ``Requests``."""
        durations = self.durations()
        known = np.flatnonzero(np.isfinite(durations))
        order = known[np.argsort(self.extents.last[known])]
        return self.extents.last[order], durations[order]

    @property
    def usual_ms(self) -> float:
        """See ``Requests``."""
        durations = self.durations()
        return float(np.nanmedian(durations)) if np.isfinite(durations).any() else 0.0


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
        return self.found.read(self.evidence.read(int(self.extents.first[number]))[0]) or super().key(number)


def join_requests(evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools]) -> Requests:
    """Join the records of requests by the best id that the log has, by one that stands in messages, or by order.

    ``tell_failing``: which records of a chunk tell of a failure; a request that has one did return.
    """
    for column in ID_COLUMNS:
        if evidence.repeats(column) and len(evidence.codes(column)):
            codes = evidence.codes(column)
            known = int(np.count_nonzero(codes.code >= 0))
            if known > 1.1 * len(codes) or column == ID_COLUMNS[-1]:
                extents = extents_by_id(evidence, codes)
                is_one = column != "session_id"
                lost = _lost_by_id(evidence, patterns, tell_failing, codes, extents) if is_one else _NOTHING
                return RequestsById(evidence, column, len(codes), np.sort(extents.last[lost]), codes, extents)
    own = own_id(evidence)
    if own:
        codes = evidence.field_codes(own)
        extents = extents_by_id(evidence, codes)
        lost = _lost_by_id(evidence, patterns, tell_failing, codes, extents)
        return RequestsByOwnField(evidence, own, len(codes), np.sort(extents.last[lost]), codes, extents)
    found = message_ids(evidence)
    if found is not None:
        ids = found.codes
        extents = extents_by_id(evidence, ids)
        lost = _lost_by_id(evidence, patterns, tell_failing, ids, extents)
        return RequestsInMessages(evidence, "message", len(ids), np.sort(extents.last[lost]), ids, extents, found)
    return paired_requests(evidence, patterns, tell_failing)


_NOTHING = np.empty(0, dtype=np.int64)


def _lost_by_id(
    evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools], ids: Codes, extents: Extents
) -> Ints:
    """Return the requests that have none of the records with which requests end here.

    Requests end with the patterns below WARNING that are the last of many requests, with an error, or with a status.
    """
    count = len(ids)
    if count < LEAST_REQUESTS:
        return _NOTHING
    first, last = (patterns.number[patterns.shape[records]] for records in (extents.first, extents.last))
    ended = have_end(evidence, patterns, ids, first, _closing(patterns, first, last), tell_failing)
    at_end = np.bincount(last[last >= 0], minlength=len(patterns.patterns))
    # patterns after which another step usually comes
    goes_on = np.append(at_end < 0.5 * steps_by_pattern(evidence, patterns, ids), False)
    lost = np.flatnonzero(~ended & goes_on[last])
    if len(lost):
        lost = lost[_waited_enough(evidence, extents)[lost]]
    return lost if len(lost) <= MOST_LOST * count else _NOTHING


def _closing(patterns: Patterns, first: NDArray[np.int32], last: NDArray[np.int32]) -> Closing:
    """Return the patterns that end requests, told by those of each request's first and last record."""
    size = len(patterns.patterns)
    is_calm = np.array([pattern.level < Level.WARNING for pattern in patterns.patterns], dtype=np.bool_)

    def many(last: NDArray[np.int32]) -> frozenset[int]:
        ends = np.bincount(last[last >= 0], minlength=size)
        return frozenset(np.flatnonzero((ends >= _CLOSING_SHARE * len(last)) & is_calm).tolist())

    begins = np.bincount(first[first >= 0], minlength=size)
    openings = np.flatnonzero(begins >= LEAST_REQUESTS).tolist()
    # requests of another kind end in another way
    return Closing(many(last), {opening: many(last[first == opening]) for opening in openings})


def _waited_enough(evidence: Evidence, extents: Extents) -> Bools:
    """Tell for each request whether the log goes on long enough for it to have returned."""
    first, last = extents.first, extents.last
    if not evidence.has_times:
        return first < evidence.records - max(20, evidence.records // 100)
    lasted = (evidence.time[last] - evidence.time[first]).astype(np.float64)
    patience = max(LEAST_PATIENCE_NS, 2 * float(np.quantile(lasted, 0.99)))
    waited: Bools = evidence.time[last] < evidence.time_range[1] - patience
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
