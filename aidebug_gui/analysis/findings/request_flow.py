"""What joined requests show where the log does not say it: they became slower, came twice, or stand in a wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from aidebug_gui.analysis.block_array import BlockArray
from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.latency import rises
from aidebug_gui.analysis.findings.levels import LEAST_VALUES, Windows, window_size
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import SECOND, percent, quote
from aidebug_gui.analysis.joined_requests import LEAST_REQUESTS, Requests
from aidebug_gui.analysis.message_ids import message_ids
from aidebug_gui.analysis.own_ids import own_id
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.analysis.request_ends import Codes32, outermost
from aidebug_gui.analysis.requests import ID_COLUMNS, RequestsById
from aidebug_gui.analysis.selected import Part, Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_LEAST_ODD = 3
_MOST_ODD = 0.05  # of the requests: what comes more often belongs to how they go
_MAIN = 0.3  # of the requests have a main step
_MOST_STEPS = 8  # main steps that are looked at: a bit each
_SOON_NS = 600 * SECOND  # numbers that begin anew with the program come again later


def slower(requests: Requests) -> Iterator[Finding]:
    """Yield where requests took longer from a moment on, in a log that has no latency of its own."""
    evidence = requests.evidence
    if evidence.has("latency_ms") or requests.column == "session_id":
        return
    served = requests.served() if evidence.has_times else ()
    count = sum(len(part.taken_ms) for part in served)
    if count < LEAST_VALUES:
        return
    size = window_size(count)

    def step(known: Windows, at: slice) -> Windows:
        chunk = served[at.start // CHUNK]
        return known.more(chunk.rows, np.log(chunk.taken_ms), size)

    windows = evidence.fold("windows of requests", Windows(), step, (requests.basis, size))
    windows = windows.more(served[-1].rows, np.log(served[-1].taken_ms), size)
    remark = translatable("This is the time from the first to the last line of a request.")
    for rise in rises(windows.medians):
        begin, stop = windows.extent(rise.first, rise.stop, evidence.records)
        high = evidence.within(Selected(part for chunk in served for part in chunk.parts), begin, stop)
        yield rise.finding(evidence, begin, high, remark)


@dataclass(frozen=True, slots=True, eq=False)
class _Steps:
    """``seen``: by request, a bit for each main step that it had; ``last``: its last record.

    ``twice``: by step, the records that are one more of it.
    """

    seen: BlockArray = field(default_factory=lambda: BlockArray(np.uint8(0)))
    last: BlockArray = field(default_factory=lambda: BlockArray(np.int64(0)))
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
        return _more(evidence, known, ids.code[at], place[patterns.within(at)], at.start)

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


def _more(evidence: Evidence, known: _Steps, of: Codes32, place: Ints, start: int) -> _Steps:
    """Take a chunk: the request and the step of each record (-1 for none), and its first record."""
    rows = np.flatnonzero((of >= 0) & (place >= 0))
    rows = rows[np.argsort(of[rows] * np.int64(_MOST_STEPS) + place[rows], kind="stable")]
    numbers, owner = np.unique(of[rows], return_inverse=True)
    place, rows = place[rows], rows + start
    seen, last = known.seen.at(numbers), known.last.at(numbers)
    time, bit = evidence.time, (1 << place).astype(np.uint8)
    inside = np.append(False, (owner[1:] == owner[:-1]) & (place[1:] == place[:-1]))[: len(rows)]
    before = np.where(inside, np.append(0, rows[:-1])[: len(rows)], last[owner])
    again = (inside | ((seen[owner] & bit) != 0)) & (time[rows] - time[before] <= _SOON_NS)
    np.bitwise_or.at(seen, owner, bit)
    np.maximum.at(last, owner, rows)
    twice = known.twice
    if again.any():
        twice = tuple(
            evidence.picked(known.twice[step], np.sort(rows[again & (place == step)])) for step in range(_MOST_STEPS)
        )
    return _Steps(known.seen.with_values(numbers, seen), known.last.with_values(numbers, last), twice)


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
    kinds = requests.ends.kinds.those_with_several()
    is_begin = _mostly(kinds.first, kinds.last, kinds.count, patterns)
    is_end = _mostly(kinds.last, kinds.first, kinds.count, patterns)
    odd = (is_end[kinds.first] & ~is_end[kinds.last]) | (is_begin[kinds.last] & ~is_begin[kinds.first])
    count = int(kinds.count[odd].sum())
    if not _LEAST_ODD <= count <= _MOST_ODD * kinds.total:
        return
    rows = _turned(requests, patterns, kinds.first[odd], kinds.last[odd])
    yield evidence.finding(
        "reversed_order",
        translatable(
            "The lines of {n} {n:request|requests}{when} stand the other way round than those of the {all} others.",
            n=count,
            when=evidence.between(rows),
            all=kinds.total - count,
        ),
        rows=rows,
    )


def _turned(requests: RequestsById, patterns: Patterns, first: Codes32, last: Codes32) -> Rows:
    """Return the first records of requests that begin and end with such patterns, ascending."""
    evidence, ends, codes = requests.evidence, requests.ends, requests.ids.code
    odd = {pattern: last[first == pattern] for pattern in np.unique(first).tolist()}

    def chosen(numbers: Ints) -> Bools:
        begins, stops = ends.first.at(numbers), ends.last.at(numbers)
        begin, stop = patterns.of_records(begins), patterns.of_records(stops)
        fits = np.zeros(len(numbers), dtype=np.bool_)
        for pattern, others in odd.items():
            fits |= (begin == pattern) & np.isin(stop, others)
        return fits & (stops > begins)

    def ended(at: slice) -> Ints:
        """Return those that end in a chunk; more may come of them later."""
        numbers, _, last = outermost(codes[at], at.start)
        numbers = numbers[ends.last.at(numbers) == last]
        found: Ints = numbers[chosen(numbers)]
        return found

    parameter = (patterns.basis, requests.basis, tuple(sorted((key, *of.tolist()) for key, of in odd.items())))
    numbers = np.unique(np.concatenate(evidence.each("turned round", ended, parameter)))
    return np.sort(ends.first.at(numbers[chosen(numbers)]))


def _mostly(here: Codes32, there: Codes32, count: Ints, patterns: Patterns) -> Bools:
    """Return which patterns stand at one end of many requests and seldom at the other; the last is for none.

    ``count``: how many requests have each pair of patterns.
    """
    size = len(patterns.patterns)
    own, other = (np.bincount(at[at >= 0], count[at >= 0], minlength=size) for at in (here, there))
    least = max(LEAST_REQUESTS, _MAIN * int(count.sum()))
    return np.append((own >= least) & (other <= _MOST_ODD * own), False)
