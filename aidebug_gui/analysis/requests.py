"""Received, processed, returned: the records of one request joined, its steps and durations, and what never returned.

Joined by the request id, else the trace id, else the session id. A log without ids has pairs such as "Received input"
and "Prediction": they are joined in order, within a thread where the log names it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import SECOND, duration, percent
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.request_ends import Closing, Extents, extents_by_id, have_end, steps_by_pattern
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

ID_COLUMNS = ("request_id", "trace_id", "session_id")
_THREADS = ("thread", "threadName", "thread_name", "thread_id", "pid", "process", "worker")
_LEAST_REQUESTS = 20
_CLOSING_SHARE = 0.2  # of requests that end with a pattern, for it to count as an end
_MOST_LOST = 0.3
_LEAST_PATIENCE_NS = 5 * SECOND
_RECEIVED = re.compile(
    r"^\W*(?:received|got|incoming|processing|input data|user (?:input|message|query)|(?:new )?request (?:received|started|start)"
    r"|handling|starting (?:request|prediction|inference)|sending (?:prompt|request)|predict(?:ion)? (?:request|requested|started))\b",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"^\W*(?:prediction|predicted|response|returned|returning|result|output|generated|answer(?:ed)?|completed|finished"
    r"|request (?:completed|finished|done|processed)|received response|sent|served|model (?:output|response)|processed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Requests:
    """``of[i]``: request number of record i, -1 for none. ``column``: what joined them, "" for order.

    ``lost``: numbers of the requests that were received and never returned.
    """

    evidence: Evidence
    patterns: Patterns
    column: str
    of: NDArray[np.int32]
    extents: Extents
    lost: Ints

    @property
    def count(self) -> int:
        return len(self.extents.first)

    def rows(self, number: int) -> Rows:
        """Return the records of a request in log order."""
        return np.flatnonzero(self.of == number).astype(np.int64)

    def durations(self) -> Floats:
        """Return ms from first to last record of each request, NaN for those of one record or without times."""
        first, last = self.extents.first, self.extents.last
        result = np.full(self.count, np.nan)
        several = last > first
        if self.evidence.has_times and several.any():
            time = self.evidence.time
            result[several] = (time[last[several]] - time[first[several]]) / 1e6
        return result


def join_requests(evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools]) -> Requests:
    """Join the records of requests by the best id that the log has, or by order.

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
                return Requests(evidence, patterns, column, codes.code, extents, lost)
    return _paired(evidence, patterns, tell_failing)


_NOTHING = np.empty(0, dtype=np.int64)


def _lost_by_id(
    evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools], ids: Codes, extents: Extents
) -> Ints:
    """Return the requests that have none of the records with which requests end here.

    Requests end with the patterns below WARNING that are the last of many requests, with an error, or with a status.
    """
    count = len(ids)
    if count < _LEAST_REQUESTS:
        return _NOTHING
    first, last = (patterns.number[patterns.shape[records]] for records in (extents.first, extents.last))
    ended = have_end(evidence, patterns, ids, first, _closing(patterns, first, last), tell_failing)
    at_end = np.bincount(last[last >= 0], minlength=len(patterns.patterns))
    # patterns after which another step usually comes
    goes_on = np.append(at_end < 0.5 * steps_by_pattern(evidence, patterns, ids), False)
    lost = np.flatnonzero(~ended & goes_on[last])
    if len(lost):
        lost = lost[_waited_enough(evidence, extents)[lost]]
    return lost if len(lost) <= _MOST_LOST * count else _NOTHING


def _closing(patterns: Patterns, first: NDArray[np.int32], last: NDArray[np.int32]) -> Closing:
    """Return the patterns that end requests, told by those of each request's first and last record."""
    size = len(patterns.patterns)
    is_calm = np.array([pattern.level < Level.WARNING for pattern in patterns.patterns], dtype=np.bool_)

    def many(last: NDArray[np.int32]) -> frozenset[int]:
        ends = np.bincount(last[last >= 0], minlength=size)
        return frozenset(np.flatnonzero((ends >= _CLOSING_SHARE * len(last)) & is_calm).tolist())

    begins = np.bincount(first[first >= 0], minlength=size)
    openings = np.flatnonzero(begins >= _LEAST_REQUESTS).tolist()
    # requests of another kind end in another way
    return Closing(many(last), {opening: many(last[first == opening]) for opening in openings})


def _waited_enough(evidence: Evidence, extents: Extents) -> Bools:
    """Tell for each request whether the log goes on long enough for it to have returned."""
    first, last = extents.first, extents.last
    if not evidence.has_times:
        return first < evidence.records - max(20, evidence.records // 100)
    lasted = (evidence.time[last] - evidence.time[first]).astype(np.float64)
    patience = max(_LEAST_PATIENCE_NS, 2 * float(np.quantile(lasted, 0.99)))
    waited: Bools = evidence.time[last] < evidence.time_range[1] - patience
    return waited


# -- logs without ids ------------------------------------------------------------------------------------------------


def _failing(evidence: Evidence, tell_failing: Callable[[slice], Bools]) -> Bools:
    return np.concatenate(evidence.each("failing", tell_failing, evidence.texts.reading))


def _paired(evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools]) -> Requests:
    received, returned = _roles(patterns)
    counts = np.array([pattern.count for pattern in patterns.patterns], dtype=np.int64)
    if counts[received].sum() < _LEAST_REQUESTS or counts[returned].sum() < 0.5 * counts[received].sum():
        none = np.broadcast_to(np.int32(-1), evidence.records)  # takes no memory
        return Requests(evidence, patterns, "", none, Extents.nothing(), _NOTHING)
    nothing = np.full(evidence.records, -1, dtype=np.int32)
    opens = np.append(received, False)[patterns.of]
    closes = np.append(returned, False)[patterns.of] & ~opens
    failing = _failing(evidence, tell_failing)
    events = np.flatnonzero(opens | closes | failing).astype(np.int64)
    thread = _threads(evidence)[events]
    of, lost, count = nothing, [], 0
    for name in np.unique(thread).tolist():
        own = events[thread == name]
        own_lost, count = _pair(evidence, own, opens, of, count)
        lost += own_lost
    if len(lost) > _MOST_LOST * max(1, count):
        lost = []
    extents = Extents.nothing().more(of, 0, count)
    return Requests(evidence, patterns, "", of, extents, np.array(sorted(lost), dtype=np.int64))


def _roles(patterns: Patterns) -> tuple[Bools, Bools]:
    texts = [pattern.text for pattern in patterns.patterns]
    returned = np.array([bool(_RETURNED.search(text)) for text in texts], dtype=np.bool_)
    received = np.array([bool(_RECEIVED.search(text)) for text in texts], dtype=np.bool_) & ~returned
    return received, returned


def _threads(evidence: Evidence) -> NDArray[np.int32]:
    names = {field.name for field in evidence.analytics.layout.fields}
    for name in _THREADS:
        if name in names:
            return evidence.field_codes(name)
    return np.zeros(evidence.records, dtype=np.int32)


def _pair(evidence: Evidence, events: Rows, opens: Bools, of: NDArray[np.int32], number: int) -> tuple[list[int], int]:
    """Number the pairs of one thread into ``of``; return (lost requests, next free number).

    Where requests come one at a time, an answer belongs to the latest request and an earlier open one is lost. Where
    they overlap, answers are taken in the order of the requests, and a request is lost when it waits for much longer than
    an answer usually takes; the number of lost ones is right then, but not always which they are.
    """
    is_open = opens[events]
    follows = np.count_nonzero(is_open[1:] & is_open[:-1])
    alone = follows <= 0.1 * max(1, int(is_open.sum()))
    missing = 2 * int(is_open.sum()) - len(events)  # requests beyond answers; where none is missing, none is lost
    patience = _patience(evidence, events, is_open) if alone or missing > 0 else 0.0
    waiting: deque[tuple[int, int]] = deque()  # (request, record)
    lost: list[int] = []
    for record, opening in zip(events.tolist(), is_open.tolist(), strict=True):
        if opening:
            if alone:
                lost += [request for request, _ in waiting]
                waiting.clear()
            of[record] = number
            waiting.append((number, record))
            number += 1
            continue
        while not alone and waiting and patience and evidence.time[record] - evidence.time[waiting[0][1]] > patience:
            lost.append(waiting.popleft()[0])
        if waiting:
            request, _ = waiting.popleft()
            of[record] = request
    end = int(evidence.time[-1]) if evidence.has_times else 0
    lost += [request for request, record in waiting if patience and end - int(evidence.time[record]) > patience]
    return lost, number


def _patience(evidence: Evidence, events: Rows, is_open: Bools) -> float:
    """Return how long (ns) an answer may take: ten times the usual pause between a request and the next answer."""
    answered = is_open[:-1] & ~is_open[1:]
    if not evidence.has_times or not answered.any():
        return 0.0
    pauses = np.diff(evidence.time[events])[answered]
    return max(float(_LEAST_PATIENCE_NS), 10 * float(np.median(pauses)))


def request_findings(requests: Requests) -> Iterator[Finding]:
    """Yield what never returned."""
    if not len(requests.lost):
        return
    evidence = requests.evidence
    firsts = np.sort(requests.extents.last[requests.lost])
    by = {"": translatable("order"), "request_id": translatable("request id"), "trace_id": translatable("trace id")}[
        requests.column
    ]
    durations = requests.durations()
    usual = float(np.nanmedian(durations)) if np.isfinite(durations).any() else 0.0
    takes = translatable(" Others take {usual} usually.", usual=duration(usual * 1e6)) if usual else ""
    yield evidence.finding(
        "lost_request",
        translatable(
            "{n} {n:request|requests} of {all} ({share}) {n:has|have} no answer and no error{when} (joined by {by}).{takes}",
            n=len(firsts),
            all=requests.count,
            share=percent(len(firsts) / requests.count),
            when=evidence.between(firsts),
            by=by,
            takes=takes,
        ),
        rows=firsts,
    )
