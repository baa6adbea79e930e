"""Symptoms of latency: it rose and stayed, the first request after a pause is slow, prompts end at one length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.formatting import SECOND, duration, milliseconds, number, percent
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Numeral, Text, joined, translatable

_WINDOWS = 120
_LEAST_SIDE = 5  # windows
_LEAST_WINDOW = 10  # values
LEAST_LATENCIES = 2 * _LEAST_SIDE * _LEAST_WINDOW
"""So many are needed to tell a change of their level."""

_LEAST_RATIO = 1.5
_LEAST_SCORE = 6.0  # between two levels, in units of the windows' scatter
_SHARP_RATIO, _SHARP_SCORE = 1.4, 2.0  # the same where the change is sharp: steps of 1.5 times scatter around that
_LEAST_SHARPNESS = 5.5  # times what changes within so few windows usually are
_LONGEST_EDGE = 10  # windows on both sides that tell how sharp a change is
_LEAST_CHANGE = 8.0  # CUSUM statistic of a change, in the same units
_LEAST_USUAL = 0.01  # of logarithms: changes that are usual
_RAMP = 0.1  # of the log
_DEPTH = 4
_IDLE_NS = 900 * SECOND
_COLD_RATIO = 3.0
_CONTEXT_SIZES = frozenset((2048, 4096, 8192, 16384, 32768, 65536, 131072))


def latency_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what the column latency_ms shows."""
    if not evidence.has("latency_ms"):
        return
    count = evidence.fold("latencies", 0, lambda count, at: count + len(_requests(evidence, at)))
    if count >= LEAST_LATENCIES:
        yield from steps(evidence, count)
    if evidence.has_times and count >= 20:
        yield from cold_starts(evidence)


def _requests(evidence: Evidence, at: slice) -> Rows:
    """Return the records of a chunk that have a latency."""
    rows: Rows = np.flatnonzero(evidence.numbers("latency_ms")[at] > 0) + at.start
    return rows


@dataclass(frozen=True, slots=True)
class _Windows:
    """``medians`` of the logarithm of equally many latencies each, the record with which each begins, and the rest."""

    medians: Floats
    begins: Rows
    rest: Rows


def window_size(count: int) -> int:
    """Return how many of ``count`` latencies make a window: twice as many each time their number has doubled."""
    size = _LEAST_WINDOW
    while count // size > 2 * _WINDOWS:
        size *= 2
    return size


def steps(evidence: Evidence, count: int) -> Iterator[Finding]:
    """Moments at which the latency changed its level and stayed there. ``count``: of all latencies.

    What is known of full windows stays until their size changes.
    """
    size = window_size(count)
    latency = evidence.numbers("latency_ms")

    def step(known: _Windows, at: slice) -> _Windows:
        rows = np.concatenate((known.rest, _requests(evidence, at)))
        full = len(rows) // size * size
        parts = np.log(latency[rows[:full]]).reshape(-1, size)
        medians = np.concatenate((known.medians, np.median(parts, axis=1) if full else ()))
        return _Windows(medians, np.concatenate((known.begins, rows[:full:size])), rows[full:])

    nothing = np.empty(0, dtype=np.int64)
    windows = evidence.fold("windows of latencies", _Windows(np.empty(0), nothing, nothing), step, size)
    yield from _steps(evidence, windows)


def _steps(evidence: Evidence, windows: _Windows) -> Iterator[Finding]:
    latency = evidence.numbers("latency_ms")
    for rise in rises(windows.medians):
        begin = int(windows.begins[rise.first])
        end = int(windows.begins[rise.stop]) if rise.stop < len(windows.medians) else evidence.records
        stretch = evidence.within(evidence.selected("latencies", lambda at: latency[at] > 0), begin, end)
        yield rise.finding(evidence, begin, stretch)


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


def rises(medians: Floats) -> Iterator[Rise]:
    """Yield where the level of medians of logarithms rose and stayed."""
    scatter = float(np.median(np.abs(np.diff(medians)))) / 0.954 + 0.01  # of one window; differences hide slow trends
    places = _without_ramps(sorted(_split(medians, 0, scatter, _DEPTH)), medians)
    bounds = [0, *places, len(medians)]
    usual = float(np.median(medians))
    for before, place, after in zip(bounds, places, bounds[2:], strict=False):
        left, right = float(np.median(medians[before:place])), float(np.median(medians[place:after]))
        low, high = float(np.exp(left)), float(np.exp(right))
        is_back = before > 0 and place - before < _RAMP * len(medians) and right < usual + np.log(_LEAST_RATIO) / 2
        score, ratio = (right - left) / scatter, high / low
        if is_back:
            continue
        if (score >= _LEAST_SCORE and ratio >= _LEAST_RATIO) or (
            score >= _SHARP_SCORE and ratio >= _SHARP_RATIO and _sharpness(medians, place) >= _LEAST_SHARPNESS
        ):
            yield Rise(place, after, low, high)


def _sharpness(medians: Floats, place: int) -> float:
    """Return how far the windows after a place are above those before it, in units of what that usually is elsewhere.

    A level that wanders, or goes with the time of day, is as far above what was before at many places.
    """
    edge = min(_LONGEST_EDGE, len(medians) // 8)
    if not edge <= place <= len(medians) - edge:
        return 0.0
    sums = np.append(0.0, np.cumsum(medians))
    means = (sums[edge:] - sums[:-edge]) / edge
    changes = means[edge:] - means[:-edge]
    usual = 1.4826 * float(np.median(np.abs(changes)))
    return float(changes[place - edge]) / max(usual, _LEAST_USUAL)


def _without_ramps(places: list[int], medians: Floats) -> list[int]:
    """Keep the first of several rises that follow each other closely: a rise may take some time."""
    kept: list[int] = []
    bounds = [0, *places, len(medians)]
    rises = [
        bool(np.median(medians[place:after]) > np.median(medians[before:place]))
        for before, place, after in zip(bounds, places, bounds[2:], strict=False)
    ]
    for index, place in enumerate(places):
        close = index > 0 and place - places[index - 1] < _RAMP * len(medians)
        if not (close and rises[index] and rises[index - 1]):
            kept.append(place)
    return kept


def _split(medians: Floats, offset: int, scatter: float, depth: int) -> Iterator[int]:
    """Yield the positions of level changes, best first, then within both sides."""
    count = len(medians)
    if depth == 0 or count < 2 * _LEAST_SIDE:
        return
    places = np.arange(_LEAST_SIDE, count - _LEAST_SIDE + 1)
    sums = np.append(0.0, np.cumsum(medians))
    left = sums[places] / places
    right = (sums[-1] - sums[places]) / (count - places)
    weight = np.sqrt(places * (count - places) / count)
    best = int(np.argmax(np.abs(right - left) * weight))
    place = int(places[best])
    if float(np.abs(right - left)[best] * weight[best]) / scatter < _LEAST_CHANGE:
        return
    yield offset + place
    yield from _split(medians[:place], offset, scatter, depth - 1)
    yield from _split(medians[place:], offset + place, scatter, depth - 1)


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
