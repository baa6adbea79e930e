"""Requests of a log without ids: pairs such as "Received input" and "Prediction", joined in their order within a thread.

Where requests come one at a time, an answer belongs to the latest request and an earlier open one is lost, unless another
answer follows soon. Where they overlap, answers are taken in the order of the requests, and a request is lost when it
waits for much longer than an answer usually takes; an answer that nobody waits for is that of the last lost one after
all. The number of lost ones is right then, but not always which they are.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.failure_words import tells_of_failure
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.joined_requests import LEAST_REQUESTS, MOST_LOST, Requests
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.request_pace import Pace, Threads
from aidebug_gui.analysis.served_requests import Served
from aidebug_gui.store.protocol import Rows

_THREADS = ("thread", "threadName", "thread_name", "thread_id", "pid", "process", "worker")
_MOST_ALONE = 0.1  # of requests that follow another one of their thread before its answer
_MOST_WAITING = 10_000  # requests of a thread: what waits longer is forgotten
_NAME = r"^\W*(?:[\w.\-]{1,40}: )?"  # a logger may stand before what is said
_RECEIVED = re.compile(
    _NAME
    + r"(?:received|got|incoming|processing|input data|user (?:input|message|query)|(?:new )?request (?:received|started|start)"
    r"|handling|starting (?:request|prediction|inference)|sending (?:prompt|request)|predict(?:ion)? (?:request|requested|started))\b",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    _NAME
    + r"(?:prediction|predicted|response|returned|returning|result|output|generated|answer(?:ed)?|completed|finished"
    r"|request (?:completed|finished|done|processed)|received response|sent|served|model (?:output|response)|processed)\b",
    re.IGNORECASE,
)
_ACCESS = re.compile(r'"POST /')  # how a web server tells that it has answered
_LEAST_BEFORE = 0.9  # of the answers come right behind the same message: it is what they answer
_OPENS, _RETURNS, _FAILS = 1, 2, 3  # what an event is


@dataclass(frozen=True, slots=True, eq=False)
class _Events:
    """The records of a chunk that open or close requests: ``first + offsets``. ``kind``: _OPENS, _RETURNS or _FAILS."""

    first: int
    offsets: NDArray[np.uint16]
    kind: NDArray[np.uint8]

    @property
    def rows(self) -> Rows:
        return self.offsets.astype(np.int64) + self.first


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """The records of a chunk that answer: ``first + offsets``, and the records ``opened`` of what they answer."""

    first: int
    offsets: NDArray[np.uint16]
    opened: Rows

    @property
    def rows(self) -> Rows:
        return self.offsets.astype(np.int64) + self.first


@dataclass(frozen=True, eq=False)
class PairedRequests(Requests):
    """Requests that were joined by order. Their numbers are those of the records that open them, in order."""

    events: tuple[_Events, ...]
    answers: tuple[_Answers, ...]

    @cached_property
    def _opened(self) -> Rows:
        parts = [events.rows[events.kind == _OPENS] for events in self.events]
        return np.concatenate([np.empty(0, dtype=np.int64), *parts])

    def of(self, record: int) -> int:
        """See ``Requests``."""
        opened = record
        for chunk in self.answers[record // CHUNK : record // CHUNK + 1]:
            at = np.flatnonzero(chunk.rows == record)
            opened = int(chunk.opened[at[0]]) if len(at) else record
        number = int(np.searchsorted(self._opened, opened))
        return number if number < self.count and self._opened[number] == opened else -1

    def rows(self, number: int) -> Rows:
        """See ``Requests``."""
        opened = int(self._opened[number])
        answers = (chunk.rows[chunk.opened == opened] for chunk in self.answers[opened // CHUNK :])
        return np.concatenate([np.array([opened]), *answers])

    def durations(self) -> Floats:
        """See ``Requests``."""
        result = np.full(self.count, np.nan)
        for chunk in self.answers if self.evidence.has_times else ():
            result[np.searchsorted(self._opened, chunk.opened)] = _durations(self.evidence, chunk)
        return result

    def served(self) -> tuple[Served, ...]:
        """See ``Requests``."""
        answers = self.answers

        def of(at: slice) -> Served:
            chunk = answers[at.start // CHUNK]
            return Served.of(self.evidence, chunk.opened, chunk.rows)

        return (*self.evidence.each("served", of, self.basis), Served()) if answers else ()

    @property
    def usual_ms(self) -> float:
        """See ``Requests``."""
        if not (self.answers and self.evidence.has_times):
            return 0.0
        answers = self.answers
        ranks = self.evidence.ranks(
            "durations of pairs", lambda at: _durations(self.evidence, answers[at.start // CHUNK]), self.basis
        )
        return ranks.median() if len(ranks) else 0.0


def _durations(evidence: Evidence, answers: _Answers) -> Floats:
    durations: Floats = (evidence.time[answers.rows] - evidence.time[answers.opened]) / 1e6
    return durations


def paired_requests(evidence: Evidence, patterns: Patterns, tell_failing: Callable[[slice], Bools]) -> PairedRequests:
    """Join requests and answers by their order. ``tell_failing``: see ``join_requests``."""
    roles = _roles(evidence, patterns)
    counts = np.array([pattern.count for pattern in patterns.patterns], dtype=np.int64)
    received = counts[roles == _OPENS].sum()
    if received < LEAST_REQUESTS or counts[roles == _RETURNS].sum() < 0.5 * received:
        return PairedRequests(evidence, "", 0, np.empty(0, dtype=np.int64), None, (), ())
    basis = (patterns.basis, _basis(evidence, patterns, roles), evidence.texts.reading)
    of_pattern = np.append(roles, 0).astype(np.uint8)

    def events_of(at: slice) -> _Events:
        kind = of_pattern[patterns.within(at)]
        kind[(kind == 0) & tell_failing(at)] = _FAILS
        offsets = np.flatnonzero(kind)
        return _Events(at.start, offsets.astype(np.uint16), kind[offsets])

    events = evidence.each("events of requests", events_of, basis)
    order = _Order.of(evidence, events, _threads(evidence), basis)
    found = order.joined(evidence)
    opened = sum(int(np.count_nonzero(chunk.kind == _OPENS)) for chunk in events)
    return PairedRequests(evidence, "", opened, order.lost(evidence, found, opened), order.basis, events, found.answers)


def _roles(evidence: Evidence, patterns: Patterns) -> NDArray[np.uint8]:
    """Return what the records of each pattern do with a request, 0 for nothing.

    Where no message is worded like an answer, the lines of a web server are; where none is worded like a request, it is
    what stands right before the answers.
    """

    def role(text: str) -> int:
        if _RETURNED.search(text):
            return _FAILS if tells_of_failure(text) else _RETURNS
        return _OPENS if _RECEIVED.search(text) else 0

    texts = [pattern.text for pattern in patterns.patterns]
    known: dict[str, int] = evidence.memory.get("role of a text", {})
    worded = evidence.memory["role of a text"] = {text: known[text] if text in known else role(text) for text in texts}
    roles = np.array([worded[text] for text in texts], dtype=np.uint8)
    if not (roles == _RETURNS).any():
        roles[[number for number, text in enumerate(texts) if _ACCESS.search(text)]] = _RETURNS
    if (roles == _RETURNS).any() and not (roles == _OPENS).any():
        before = _right_before(evidence, patterns, roles)
        roles[before[before >= 0]] = _OPENS
    return roles


def _right_before(evidence: Evidence, patterns: Patterns, roles: NDArray[np.uint8]) -> Ints:
    """Return the pattern that stands right before nearly all answers, and comes seldom elsewhere; [-1] for none."""
    is_answer = np.append(roles == _RETURNS, False)
    size = len(roles)

    def step(known: Ints, at: slice) -> Ints:
        begin = max(0, at.start - 1)
        pattern = patterns.within(slice(begin, at.stop))
        before = pattern[:-1][is_answer[pattern[1:]]]
        counts = np.bincount(before[before >= 0], minlength=size)
        counts[: len(known)] += known
        return counts

    counts = evidence.fold("before answers", np.zeros(0, dtype=np.int64), step, (patterns.basis, is_answer.tobytes()))
    top = int(np.argmax(counts)) if len(counts) else -1
    answers = sum(pattern.count for pattern in patterns.patterns if is_answer[pattern.number])
    fits = top >= 0 and not is_answer[top] and counts[top] >= _LEAST_BEFORE * max(answers, 1)
    fits = fits and patterns.patterns[top].count <= answers / _LEAST_BEFORE
    return np.array([top if fits else -1])


def _basis(evidence: Evidence, patterns: Patterns, roles: NDArray[np.uint8]) -> object:
    """Return the same object as long as known patterns keep their roles."""
    known = evidence.memory.get("roles of patterns")
    goes_on = known is not None and known[0] is patterns.basis and np.array_equal(known[1], roles[: len(known[1])])
    basis = known[2] if known is not None and goes_on else object()
    evidence.memory["roles of patterns"] = patterns.basis, roles, basis
    return basis


def _threads(evidence: Evidence) -> Threads:
    """Return the number of each record's thread."""
    names = {field.name for field in evidence.analytics.layout.fields}
    name = next((name for name in _THREADS if name in names), "")
    return evidence.field_codes(name).code + np.int32(1) if name else np.zeros(evidence.records, dtype=np.int32)


class _Line:
    """The requests of a thread that wait for an answer, the first one first, with their times, and those that are lost."""

    def __init__(self, known: _Line | None = None) -> None:
        self.waiting: deque[tuple[int, int]] = deque(known.waiting if known is not None else (), _MOST_WAITING)
        self.lost: list[int] = [] if known is None else known.lost.copy()

    def lose_all(self) -> None:
        """Lose what waits: another request came, and here they come one at a time."""
        self.lost += [row for row, _ in self.waiting]
        self.waiting.clear()

    def lose(self, before: float) -> None:
        """Lose what came before a time."""
        while self.waiting and self.waiting[0][1] < before:
            self.lost.append(self.waiting.popleft()[0])


@dataclass(frozen=True, slots=True, eq=False)
class _Joined:
    """``lines``: by thread; never changed in place."""

    lines: dict[int, _Line]
    answers: tuple[_Answers, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """How requests and answers belong together. ``patience``: in ns, 0 for without end; ``alone``: one at a time."""

    events: tuple[_Events, ...]
    thread: Threads
    alone: bool
    patience: float
    basis: Hashable

    @classmethod
    def of(cls, evidence: Evidence, events: tuple[_Events, ...], thread: Threads, basis: Hashable) -> _Order:
        """Tell the order by all events."""

        def step(known: Pace, at: slice) -> Pace:
            chunk = events[at.start // CHUNK]
            return known.more(thread[chunk.rows], chunk.kind == _OPENS, evidence.time[chunk.rows])

        pace = evidence.fold("pace of requests", Pace(), step, basis)
        alone = pace.follows <= _MOST_ALONE * max(1, pace.opens)
        patience = pace.patience if evidence.has_times else 0.0
        return cls(events, thread, alone, patience, (basis, alone, patience))

    def joined(self, evidence: Evidence) -> _Joined:
        """Join answers to requests."""

        def step(known: _Joined, at: slice) -> _Joined:
            return self._more(known, self.events[at.start // CHUNK], evidence.time)

        return evidence.fold("pairs of requests", _Joined({}), step, self.basis)

    def _more(self, known: _Joined, events: _Events, time: Ints) -> _Joined:
        rows = events.rows
        touched: dict[int, _Line] = {}
        opened = np.full(len(rows), -1, dtype=np.int64)
        each = zip(rows.tolist(), events.kind.tolist(), self.thread[rows].tolist(), time[rows].tolist(), strict=True)
        for at, (row, kind, thread, moment) in enumerate(each):
            line = touched.get(thread)
            if line is None:
                line = touched[thread] = _Line(known.lines.get(thread))
            if kind == _OPENS:
                if self.alone:
                    line.lose_all()
                line.waiting.append((row, moment))
                continue
            if self.patience and not self.alone:
                line.lose(moment - self.patience)
            if line.waiting:
                opened[at] = line.waiting.popleft()[0]
            elif line.lost and kind == _RETURNS and self._may_be_late(int(time[line.lost[-1]]), moment):
                opened[at] = line.lost.pop()
        is_answer = opened >= 0
        answers = _Answers(events.first, events.offsets[is_answer], opened[is_answer])
        lines = {thread: line for thread, line in (known.lines | touched).items() if line.waiting or line.lost}
        return _Joined(lines, (*known.answers, answers))

    def _may_be_late(self, opened: int, now: int) -> bool:
        """Return whether an answer that nobody waits for is that of a request that was taken for lost."""
        return not self.alone or now - opened < self.patience

    def lost(self, evidence: Evidence, found: _Joined, count: int) -> Rows:
        """Return the records that open requests which were never answered; none where too many are not."""
        end = int(evidence.time[-1])
        lost = [row for line in found.lines.values() for row in line.lost]
        if self.patience:
            waiting = (request for line in found.lines.values() for request in line.waiting)
            lost += [row for row, moment in waiting if end - moment > self.patience]
        return np.array(sorted(lost) if len(lost) <= MOST_LOST * count else (), dtype=np.int64)
