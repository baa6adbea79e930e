"""What joined requests show where the log does not say it: they became slower, came twice, or stand in a wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.latency import rises
from aidebug_gui.analysis.findings.levels import LEAST_VALUES, window_size
from aidebug_gui.analysis.formatting import SECOND, percent, quote
from aidebug_gui.analysis.joined_requests import LEAST_REQUESTS, Requests
from aidebug_gui.analysis.message_ids import message_ids
from aidebug_gui.analysis.own_ids import own_id
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.analysis.requests import ID_COLUMNS, RequestsById
from aidebug_gui.analysis.selected import Part, Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_LEAST_ODD = 3
_MOST_ODD = 0.05  # of the requests: what comes more often belongs to how they go
_MAIN = 0.3  # of the requests have a main step
_MOST_STEPS = 8  # main steps that are looked at: a bit each
_SOON_NS = 600 * SECOND  # numbers that begin anew with the program come again later

Bits = NDArray[np.uint8]
Codes32 = NDArray[np.int32]


def slower(requests: Requests) -> Iterator[Finding]:
    """Yield where requests took longer from a moment on, in a log that has no latency of its own."""
    evidence = requests.evidence
    if evidence.has("latency_ms") or requests.column == "session_id":
        return
    rows, taken = requests.answered()
    served = (taken > 0) & (evidence.level[rows] < Level.ERROR)  # what is refused at once is no quick answer
    rows, taken = rows[served], taken[served]
    if len(rows) < LEAST_VALUES:
        return
    size = window_size(len(rows))
    full = len(rows) // size * size
    remark = translatable("This is the time from the first to the last line of a request.")
    for rise in rises(np.median(np.log(taken[:full]).reshape(-1, size), axis=1)):
        high = rows[rise.first * size : rise.stop * size]
        yield rise.finding(evidence, int(high[0]), high, remark)


@dataclass(frozen=True, slots=True, eq=False)
class _Steps:
    """``seen``: by request, a bit for each main step that it had; ``last``: its last record.

    ``twice``: by step, the records that are one more of it.
    """

    seen: Bits = field(default_factory=lambda: np.zeros(0, dtype=np.uint8))
    last: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    twice: tuple[tuple[Part, ...], ...] = ((),) * _MOST_STEPS


def done_twice(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield the step that came twice for a few requests, as what is delivered or logged twice does."""
    ids = _ids(evidence)
    if ids is None or not evidence.has_times:
        return
    least = max(LEAST_REQUESTS, _MAIN * len(ids))
    main = sorted((one for one in patterns.patterns if one.count >= least), key=lambda one: -one.count)[:_MOST_STEPS]
    if not main:
        return
    place = np.full(len(patterns.patterns) + 1, -1)
    place[[pattern.number for pattern in main]] = np.arange(len(main))
    parameter = (patterns.basis, ids.numbering, *(pattern.number for pattern in main))

    def step(known: _Steps, at: slice) -> _Steps:
        more = np.zeros(len(ids) - len(known.seen), dtype=np.int64)
        return _more(evidence, known, (ids.code[at], place[patterns.within(at)], at.start), more)

    found = evidence.fold("steps done twice", _Steps(), step, parameter)
    told = [(pattern, Selected(rows)) for pattern, rows in zip(main, found.twice, strict=False)]
    told = [(pattern, rows) for pattern, rows in told if _LEAST_ODD <= len(rows) <= _MOST_ODD * pattern.count]
    if told:
        yield _twice(evidence, *max(told, key=lambda one: len(one[1])))


def _ids(evidence: Evidence) -> Codes | None:
    """Return the ids of requests, also where each record has its own."""
    if any(evidence.has(column) for column in ID_COLUMNS):
        return evidence.codes("request_id") if evidence.repeats("request_id") else None
    own = own_id(evidence)
    if own:
        return evidence.field_codes(own)
    found = message_ids(evidence)
    return found.codes if found is not None else None


def _more(evidence: Evidence, known: _Steps, chunk: tuple[Codes32, Ints, int], more: Ints) -> _Steps:
    """Take a chunk: the request and the step of each record (-1 for none), and its first record."""
    of, place, start = chunk
    seen, last = np.append(known.seen, more.astype(np.uint8)), np.append(known.last, more)
    rows = np.flatnonzero((of >= 0) & (place >= 0))
    rows = rows[np.argsort(of[rows] * np.int64(_MOST_STEPS) + place[rows], kind="stable")]
    of, place, rows = of[rows], place[rows], rows + start
    time, bit = evidence.time, (1 << place).astype(np.uint8)
    inside = np.append(False, (of[1:] == of[:-1]) & (place[1:] == place[:-1]))[: len(rows)]
    before = np.where(inside, np.append(0, rows[:-1])[: len(rows)], last[of])
    again = (inside | ((seen[of] & bit) != 0)) & (time[rows] - time[before] <= _SOON_NS)
    np.bitwise_or.at(seen, of, bit)
    np.maximum.at(last, of, rows)
    twice = known.twice
    if again.any():
        twice = tuple(
            evidence.picked(known.twice[step], np.sort(rows[again & (place == step)])) for step in range(_MOST_STEPS)
        )
    return _Steps(seen, last, twice)


def _twice(evidence: Evidence, pattern: Pattern, rows: Selected) -> Finding:
    return evidence.finding(
        "duplicate_step",
        translatable(
            "{n} {n:record repeats|records repeat} a step that {n:its request|their requests} had before{when}: {message}. "
            "It comes {all} times, {share} of them again.",
            n=len(rows),
            when=evidence.between(rows),
            message=quote(pattern.text),
            all=pattern.count,
            share=percent(len(rows) / pattern.count),
        ),
        rows=rows,
    )


def turned_round(requests: Requests, patterns: Patterns) -> Iterator[Finding]:
    """Yield requests that begin with what ends the others, or end with what begins them."""
    if not isinstance(requests, RequestsById) or requests.column == "session_id":
        return
    evidence = requests.evidence
    several = np.flatnonzero(requests.extents.last > requests.extents.first)
    first, last = requests.extents.first[several], requests.extents.last[several]
    begins, ends = patterns.number[patterns.shape[first]], patterns.number[patterns.shape[last]]
    is_begin, is_end = _mostly(begins, ends, patterns), _mostly(ends, begins, patterns)
    odd = (is_end[begins] & ~is_end[ends]) | (is_begin[ends] & ~is_begin[begins])
    count = int(np.count_nonzero(odd))
    if not _LEAST_ODD <= count <= _MOST_ODD * len(several):
        return
    rows = np.sort(first[odd])
    yield evidence.finding(
        "reversed_order",
        translatable(
            "The lines of {n} {n:request|requests}{when} stand the other way round than those of the {all} others.",
            n=count,
            when=evidence.between(rows),
            all=len(several) - count,
        ),
        rows=rows,
    )


def _mostly(here: Codes32, there: Codes32, patterns: Patterns) -> Bools:
    """Return which patterns stand at one end of many requests and seldom at the other; the last is for none."""
    size = len(patterns.patterns)
    own, other = (np.bincount(numbers[numbers >= 0], minlength=size) for numbers in (here, there))
    least = max(LEAST_REQUESTS, _MAIN * len(here))
    return np.append((own >= least) & (other <= _MOST_ODD * own), False)
