"""Requests that are sent twice, and agents that call the same again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes
from aidebug_gui.analysis.distinct import Distinct
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import SECOND, quote, times
from aidebug_gui.analysis.selected import Part, Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import joined, translatable

Table = NDArray[Any]  # structured

_DOUBLE_NS = 2 * SECOND
_LEAST_ASKED, _LEAST_AGAIN = 20, 3
_LEAST_INPUTS = 0.2  # of what was asked: few inputs again and again are a test or a benchmark
_SENDERS = ("client", "user_id", "session_id")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ASKED = np.dtype([("record", "i8"), ("time", "i8"), ("key", "u8"), ("request", "u8")])
"""A record with an input. ``key``: hash of the input and the sender; ``request``: of the request's id, 0 for none."""

_LOOP = 3
_SESSIONS = ("session_id", "trace_id")
_PAUSE = 1 << 20  # records between two calls that are still in a row; what is longer ago is forgotten
_CALLS = np.dtype(
    [("session", "u8"), ("tool", "i4"), ("given", "u8"), ("length", "i8"), ("first", "i8"), ("last", "i8")]
)
"""Equal calls in a row within a session: the tool, a hash of its input, how many, the first and the last record."""


@dataclass(frozen=True, slots=True, eq=False)
class _Duplicates:
    """``asked``: records with an input, of which ``counted`` are the first of their request. ``begun``: by request.

    ``recent``: those that what comes may repeat.
    """

    asked: int = 0
    counted: int = 0
    inputs: Distinct = field(default_factory=Distinct)
    begun: Bools = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    recent: Table = field(default_factory=lambda: np.empty(0, dtype=_ASKED))
    again: tuple[Part, ...] = ()


def duplicates(evidence: Evidence) -> Iterator[Finding]:
    """The same input by the same client again within two seconds."""
    if not evidence.has_times or "input_hash" not in evidence.texts.asked:
        return
    found = _duplicates(evidence)
    again = Selected(found.again)
    is_test = found.inputs.count < max(_LEAST_ASKED, _LEAST_INPUTS * found.asked)
    if found.asked < _LEAST_ASKED or is_test or len(again) < _LEAST_AGAIN:
        return
    yield evidence.finding(
        "duplicate_request",
        translatable(
            "{n} requests of {all} repeat the input of the same sender within 2 s{when}.",
            n=len(again),
            all=found.counted,
            when=evidence.between(again),
        ),
        rows=again,
    )


def _duplicates(evidence: Evidence) -> _Duplicates:
    given = evidence.texts.input_hash
    tool = evidence.codes("tool").code if evidence.has("tool") else None  # its calls are looked at by themselves
    senders = [evidence.hashes(column) for column in _SENDERS if evidence.has(column)]
    request = evidence.hashes("request_id") if evidence.has("request_id") else None
    ids = evidence.codes("request_id") if evidence.repeats("request_id") else None

    def asked(rows: Rows) -> Table:
        table = np.zeros(len(rows), dtype=_ASKED)
        table["record"], table["time"], table["key"] = rows, evidence.time[rows], given[rows]
        for hashes in senders:
            table["key"] = table["key"] * _MIX ^ hashes[rows]
        if request is not None:
            table["request"] = request[rows]
        return table

    def step(known: _Duplicates, at: slice) -> _Duplicates:
        chosen = (given[at] != 0) & evidence.timed[at]
        if tool is not None:
            chosen &= tool[at] < 0
        rows = np.flatnonzero(chosen) + at.start
        if not len(rows):
            return known
        firsts, begun = (rows, known.begun) if ids is None else _firsts(rows, ids, known.begun)
        near = np.concatenate((known.recent, asked(firsts)))
        recent = near[near["time"] >= near["time"].max(initial=0) - _DOUBLE_NS][-CHUNK:]
        return _Duplicates(
            known.asked + len(rows),
            known.counted + len(firsts),
            known.inputs.more(given[rows]),
            begun,
            recent,
            evidence.picked(known.again, _repeated(near)),
        )

    basis = (evidence.texts.reading, tool is None, len(senders), request is None, ids and ids.numbering)
    return evidence.fold("duplicates", _Duplicates(), step, basis)


def _firsts(rows: Rows, ids: Codes, begun: Bools) -> tuple[Rows, Bools]:
    """Keep one record of each request, as its steps may all quote the input. Returns also which requests have one now."""
    begun = np.append(begun, np.zeros(len(ids) - len(begun), dtype=np.bool_))
    of = ids.code[rows]
    keep = of < 0
    keep[np.unique(of, return_index=True)[1]] = True
    keep &= (of < 0) | ~begun[of]
    begun[of[of >= 0]] = True
    return rows[keep], begun


def _repeated(asked: Table) -> Rows:
    """Return the records that another request was shortly before, with the same input of the same sender."""
    own = asked[np.lexsort((asked["time"], asked["key"]))]
    same = (own["key"][1:] == own["key"][:-1]) & (np.diff(own["time"]) <= _DOUBLE_NS)
    same &= (own["request"][1:] != own["request"][:-1]) | (own["request"][1:] == 0)
    found: Rows = own["record"][1:][same]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Loops:
    """``latest``: the last calls of each session, ascending by session. ``longest``: see ``_CALLS``, of all loops."""

    latest: Table = field(default_factory=lambda: np.empty(0, dtype=_CALLS))
    count: int = 0
    longest: Table = field(default_factory=lambda: np.zeros((), dtype=_CALLS))
    rows: tuple[Part, ...] = ()


def agent_loops(evidence: Evidence) -> Iterator[Finding]:
    """The same tool with the same input three times in a row within a session."""
    if not evidence.has("tool") or "input_hash" not in evidence.texts.asked:
        return
    tool, given = evidence.codes("tool"), evidence.texts.input_hash
    session = next((evidence.hashes(column) for column in _SESSIONS if evidence.has(column)), None)

    def step(known: _Loops, at: slice) -> _Loops:
        rows = np.flatnonzero((tool.code[at] >= 0) & (given[at] != 0)) + at.start  # results have the tool's name, too
        calls = np.zeros(len(rows), dtype=_CALLS)
        calls["tool"], calls["given"], calls["length"] = tool.code[rows], given[rows], 1
        calls["first"] = calls["last"] = rows
        if session is not None:
            calls["session"] = session[rows]
        return _more(known, calls, evidence.picked) if len(rows) else known

    basis = (evidence.texts.reading, tool.numbering, session is None)
    found = evidence.fold("loops of agents", _Loops(), step, basis)
    if found.count:
        yield evidence.finding(
            "agent_loop",
            joined(
                translatable(
                    "{tool} was called with the same input {times} in a row{when}.",
                    tool=quote(tool.value(int(found.longest["tool"])), 40),
                    times=times(int(found.longest["length"])),
                    when=evidence.between(np.array([found.longest["first"], found.longest["last"]])),
                ),
                translatable("{n} such series of calls in all.", n=found.count) if found.count > 1 else "",
            ),
            rows=Selected(found.rows),
        )


def _more(known: _Loops, calls: Table, picked: Callable[[tuple[Part, ...], Rows], tuple[Part, ...]]) -> _Loops:
    """Take the calls of a chunk, in the order of the log, into what is known."""
    start = calls["first"][0]
    calls = calls[np.argsort(calls["session"], kind="stable")]
    begins = np.flatnonzero(np.append(True, ~_equal(calls)))
    series = calls[begins]
    series["length"] = np.diff(np.append(begins, len(calls)))
    series["last"] = calls["last"][begins + series["length"] - 1]
    before = known.latest[known.latest["last"] >= start - _PAUSE]
    both = np.concatenate((before, series))
    both = both[np.argsort(both["session"], kind="stable")]
    own, is_new = both["length"].copy(), both["last"] >= start
    later = 1 + np.flatnonzero(_equal(both) & (both["first"][1:] - both["last"][:-1] <= _PAUSE))
    both["length"][later] += own[later - 1]
    both["first"][later] = both["first"][later - 1]
    is_loop = is_new & (both["length"] >= _LOOP) & (both["given"] != 0)
    becomes = is_loop & (both["length"] - own < _LOOP)
    started = later[becomes[later]]
    inside = calls["first"][np.repeat(is_loop[is_new], own[is_new])]
    rows = np.concatenate((inside, both["first"][started], both["last"][started - 1]))
    found = np.append(known.longest, both[is_loop])
    longest = found[np.lexsort((found["first"], -found["length"]))[0]]
    ends = np.append(both["session"][1:] != both["session"][:-1], True)
    return _Loops(both[ends], known.count + int(becomes.sum()), longest, picked(known.rows, rows))


def _equal(calls: Table) -> Bools:
    """Tell which calls are the same as the one before, from the second on."""
    same: Bools = (calls["session"][1:] == calls["session"][:-1]) & (calls["tool"][1:] == calls["tool"][:-1])
    same &= calls["given"][1:] == calls["given"][:-1]
    return same
