"""Symptoms of latency: it rose and stayed, the first request after a pause is slow, prompts end at one length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.levels import LEAST_VALUES, LevelChange, level_changes, windows_of
from aidebug_gui.analysis.formatting import SECOND, duration, milliseconds, number, percent
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Numeral, Text, joined, translatable

_LEAST_RATIO = 1.5
_LEAST_SCORE = 6.0  # between two levels, in units of the windows' scatter
_SHARP_RATIO, _SHARP_SCORE = 1.4, 2.0  # the same where the change is sharp: steps of 1.5 times scatter around that
_LEAST_SHARPNESS = 4.0  # times what changes within so few windows usually are
_LEAST_STEEP = 2.0  # the same for others: what goes with the time of day, or wanders, rises as far elsewhere
_SHORT = 0.15  # of the log: a level that lasts no longer must be as sharp as those of 1.5 times
_LEAST_REQUESTS = 20  # to say what is usual
_IDLE_NS = 900 * SECOND
_COLD_RATIO = 3.0
_CONTEXT_SIZES = frozenset((2048, 4096, 8192, 16384, 32768, 65536, 131072))


def latency_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what the column latency_ms shows."""
    if not evidence.has("latency_ms"):
        return
    for one in rises_of_all(evidence):
        yield one.rise.finding(evidence, one.begin, one.rows)
    if evidence.has_times and _count(evidence) >= _LEAST_REQUESTS:
        yield from cold_starts(evidence)


def _count(evidence: Evidence) -> int:
    """Return how many records have a latency."""
    return evidence.fold("count of latencies", 0, lambda count, at: count + len(_requests(evidence, at)))


def _requests(evidence: Evidence, at: slice) -> Rows:
    """Return the records of a chunk that have a latency."""
    rows: Rows = np.flatnonzero(evidence.numbers("latency_ms")[at] > 0) + at.start
    return rows


@dataclass(frozen=True, slots=True)
class Rise:
    """A level of latencies (ms) that is ``high`` from window ``first`` to before ``stop``, and ``low`` before."""

    first: int
    stop: int
    low: float
    high: float

    def finding(self, evidence: Evidence, begin: int, rows: Rows | Selected, remark: Text | None = None) -> Finding:
        """Tell of the rise. ``begin``: the record with which it begins; ``rows``: those with a high latency."""
        return evidence.finding(
            "latency_step",
            joined(
                translatable(
                    "The median went from {low} to {high} ({ratio} times){when} and stayed for {n} {n:record|records}.",
                    low=milliseconds(self.low),
                    high=milliseconds(self.high),
                    ratio=Numeral(f"{self.high / self.low:.1f}"),
                    when=evidence.at(begin),
                    n=len(rows),
                ),
                remark or "",
            ),
            severity=Severity.WARNING if self.high / self.low < 3 else Severity.ERROR,
            rows=rows,
            subject=str(begin),
        )


@dataclass(frozen=True, slots=True)
class RiseInLog:
    """A rise from record ``begin`` to before ``end``, and the records with a latency there, of which it has the last."""

    rise: Rise
    begin: int
    end: int
    rows: Rows | Selected


def rises_of_all(evidence: Evidence) -> list[RiseInLog]:
    """Return the moments at which the latency of all records rose and stayed high."""
    latency = evidence.numbers("latency_ms")
    return list(rises_among(evidence, "latencies", _count(evidence), lambda at: latency[at] > 0))


def rises_among(evidence: Evidence, name: str, count: int, chosen: Callable[[slice], Bools]) -> Iterator[RiseInLog]:
    """Yield the moments at which the latency of ``count`` records rose and stayed high. ``chosen`` tells which of a chunk.

    What is known of the records is kept under ``name``. All of them must have a latency.
    """
    if count < LEAST_VALUES:
        return
    latency = evidence.numbers("latency_ms")

    def rows(at: slice) -> Rows:
        found: Rows = np.flatnonzero(chosen(at)) + at.start
        return found

    windows = windows_of(evidence, name, count, rows, lambda rows: np.log(latency[rows]))
    for rise in rises(windows.medians):
        begin, end = windows.extent(rise.first, rise.stop, evidence.records)
        among = evidence.within(evidence.selected(name, chosen), begin, end)
        yield RiseInLog(rise, begin, int(among[-1]) + 1, among)


def rises(medians: Floats) -> Iterator[Rise]:
    """Yield where the level of medians of logarithms rose and stayed."""
    usual = float(np.median(medians))
    for change in level_changes(medians):
        low, high = float(np.exp(change.left)), float(np.exp(change.right))
        ratio = high / low
        if change.was_short and change.right < usual + np.log(_LEAST_RATIO) / 2:
            continue  # it is back
        if _is_rise(change, ratio):
            yield Rise(change.first, change.stop, low, high)


def _is_rise(change: LevelChange, ratio: float) -> bool:
    """Return whether a level is so much higher, or rose so sharply, that it is told."""
    if change.score >= _SHARP_SCORE and ratio >= _SHARP_RATIO and change.sharpness >= _LEAST_SHARPNESS:
        return True
    is_short = change.stop - change.first < _SHORT * len(change.medians)
    is_steep = change.sharpness >= (_LEAST_SHARPNESS if is_short else _LEAST_STEEP)
    return change.score >= _LEAST_SCORE and ratio >= _LEAST_RATIO and is_steep


@dataclass(frozen=True, slots=True)
class _Pauses:
    """Requests that came after a pause, how long it was (ns), and the last request so far (-1: none)."""

    rows: Rows
    lengths: Ints
    last: int = -1


def cold_starts(evidence: Evidence) -> Iterator[Finding]:
    """Slow first requests after a quarter of an hour without any."""
    latency = evidence.numbers("latency_ms")

    def step(known: _Pauses, at: slice) -> _Pauses:
        rows = _requests(evidence, at)
        if not len(rows):
            return known
        length = np.diff(evidence.time[rows], prepend=evidence.time[known.last if known.last >= 0 else rows[0]])
        idle = length > _IDLE_NS
        both = np.append(known.rows, rows[idle]), np.append(known.lengths, length[idle])
        return _Pauses(*both, int(rows[-1]))

    nothing = np.empty(0, dtype=np.int64)
    pauses = evidence.fold("pauses between requests", _Pauses(nothing, nothing), step)
    if not len(pauses.rows):
        return
    ranks = evidence.ranks("latency", lambda at: latency[_requests(evidence, at)])
    usual = ranks.median()
    cold = np.flatnonzero(latency[pauses.rows] > max(_COLD_RATIO * usual, ranks.quantile(0.95)))
    if len(cold) < 1 or len(cold) < len(pauses.rows) / 2:
        return
    found = pauses.rows[cold]
    pause = duration(int(pauses.lengths[cold[0]]))
    yield evidence.finding(
        "cold_start",
        translatable(
            "{n} {n:request|requests} after a pause took {most} at most; the usual is {usual}. The first came after "
            "{pause}{when}.",
            n=len(found),
            most=milliseconds(float(latency[found].max())),
            usual=milliseconds(usual),
            pause=pause,
            when=evidence.at(int(found[0])),
        ),
        rows=found,
    )


@dataclass(frozen=True, slots=True)
class _Tokens:
    """Counts of tokens: how many there are, the largest, how many are equal to it, and how many are just below it."""

    count: int
    top: float
    at_top: int = 0
    below: int = 0


def token_findings(evidence: Evidence) -> Iterator[Finding]:
    """Prompts or answers that end at exactly one round length: something cuts them."""
    for column, kind in (("tokens_in", "prompt_at_limit"), ("tokens_out", "output_at_limit")):
        if not evidence.has(column):
            continue
        is_prompt = column == "tokens_in"
        found = _tokens(evidence, column)
        if found.count < 20 or not _is_limit(found, is_prompt=is_prompt):
            continue
        top, rows = found.top, _equal(evidence, column, found.top)
        values: dict[str, str | int] = {
            "n": len(rows),
            "all": found.count,
            "share": percent(len(rows) / found.count),
            "top": number(top),
        }
        yield evidence.finding(
            kind,
            translatable("{n} prompts of {all} ({share}) have exactly {top} tokens, and none has more.", **values)
            if is_prompt
            else translatable("{n} answers of {all} ({share}) have exactly {top} tokens, and none has more.", **values),
            rows=rows,
        )


def _tokens(evidence: Evidence, column: str) -> _Tokens:
    tokens = evidence.numbers(column)

    def largest(known: _Tokens, at: slice) -> _Tokens:
        own = tokens[at][np.isfinite(tokens[at])]
        return _Tokens(known.count + len(own), float(own.max(initial=known.top)))

    found = evidence.fold(f"largest {column}", _Tokens(0, -np.inf), largest)

    def near(known: tuple[int, int], at: slice) -> tuple[int, int]:
        own = tokens[at][tokens[at] > 0.98 * found.top]
        at_top = int(np.count_nonzero(own == found.top))
        return known[0] + at_top, known[1] + len(own) - at_top

    if not found.count or found.top <= 0:
        return found
    return _Tokens(found.count, found.top, *evidence.fold(f"{column} near the largest", (0, 0), near, found.top))


def _equal(evidence: Evidence, column: str, value: float) -> Selected:
    numbers = evidence.numbers(column)
    return evidence.selected(f"{column} at the limit", lambda at: numbers[at] == value, value)


def _is_limit(tokens: _Tokens, *, is_prompt: bool) -> bool:
    """Return whether the largest count looks like a limit: a usual one, reached by several, with few just below it."""
    is_round = tokens.top in _CONTEXT_SIZES if is_prompt else not (tokens.top % 8 and tokens.top % 50)
    if tokens.top < 64 or not is_round:
        return False
    return 5 <= tokens.at_top <= 0.5 * tokens.count and tokens.below <= tokens.at_top / 2
