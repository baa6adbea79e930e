"""Symptoms of latency: it rose and stayed, the first request after a pause is slow, prompts end at one length."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.evidence import Evidence, Floats
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.formatting import SECOND, duration, milliseconds, number, percent
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Numeral, translatable

_WINDOWS = 120
_LEAST_SIDE = 5  # windows
_LEAST_WINDOW = 10  # values
_LEAST_RATIO = 1.5
_LEAST_SCORE = 6.0  # between two levels, in units of the windows' scatter
_LEAST_CHANGE = 8.0  # CUSUM statistic of a change, in the same units
_RAMP = 0.1  # of the log
_DEPTH = 4
_IDLE_NS = 900 * SECOND
_COLD_RATIO = 3.0
_CONTEXT_SIZES = frozenset((2048, 4096, 8192, 16384, 32768, 65536, 131072))


def latency_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what the column latency_ms shows."""
    if not evidence.has("latency_ms"):
        return
    latency = evidence.numbers("latency_ms")
    rows = np.flatnonzero(latency > 0).astype(np.int64)
    if len(rows) >= 2 * _LEAST_SIDE * _LEAST_WINDOW:
        yield from steps(evidence, rows, latency[rows])
    if evidence.has_times and len(rows) >= 20:
        yield from cold_starts(evidence, rows, latency[rows])


def steps(evidence: Evidence, rows: Rows, latency: Floats) -> Iterator[Finding]:
    """Moments at which the latency changed its level and stayed there."""
    size = max(_LEAST_WINDOW, len(rows) // _WINDOWS)
    count = len(rows) // size
    medians = np.median(np.log(latency[: count * size]).reshape(count, size), axis=1)
    scatter = float(np.median(np.abs(np.diff(medians)))) / 0.954 + 0.01  # of one window; differences hide slow trends
    places = _without_ramps(sorted(_split(medians, 0, scatter, _DEPTH)), medians)
    bounds = [0, *places, count]
    for before, place, after in zip(bounds, places, bounds[2:], strict=False):
        left, right = float(np.median(medians[before:place])), float(np.median(medians[place:after]))
        low, high = float(np.exp(left)), float(np.exp(right))
        if high / low < _LEAST_RATIO or (right - left) / scatter < _LEAST_SCORE:
            continue
        begin = rows[place * size]
        stretch = rows[place * size : after * size]
        yield evidence.finding(
            "latency_step",
            translatable(
                "The median went from {low} to {high} ({ratio} times){when} and stayed for {n} {n:record|records}.",
                low=milliseconds(low),
                high=milliseconds(high),
                ratio=Numeral(f"{high / low:.1f}"),
                when=evidence.at(int(begin)),
                n=len(stretch),
            ),
            severity=Severity.WARNING if high / low < 3 else Severity.ERROR,
            rows=stretch,
            subject=str(int(begin)),
        )


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


def cold_starts(evidence: Evidence, rows: Rows, latency: Floats) -> Iterator[Finding]:
    """Slow first requests after a quarter of an hour without any."""
    idle = np.flatnonzero(np.diff(evidence.time[rows]) > _IDLE_NS) + 1
    usual = float(np.median(latency))
    cold = idle[latency[idle] > max(_COLD_RATIO * usual, float(np.quantile(latency, 0.95)))]
    if len(cold) < 1 or len(cold) < len(idle) / 2:
        return
    found = rows[cold]
    pause = duration(int(np.diff(evidence.time[rows])[cold[0] - 1]))
    yield evidence.finding(
        "cold_start",
        translatable(
            "{n} {n:request|requests} after a pause took {most} at most; the usual is {usual}. The first came after "
            "{pause}{when}.",
            n=len(found),
            most=milliseconds(float(latency[cold].max())),
            usual=milliseconds(usual),
            pause=pause,
            when=evidence.at(int(found[0])),
        ),
        rows=found,
    )


def token_findings(evidence: Evidence) -> Iterator[Finding]:
    """Prompts or answers that end at exactly one round length: something cuts them."""
    for column, kind in (("tokens_in", "prompt_at_limit"), ("tokens_out", "output_at_limit")):
        if not evidence.has(column):
            continue
        is_prompt = column == "tokens_in"
        tokens = evidence.numbers(column)
        known = tokens[np.isfinite(tokens)]
        if len(known) < 20 or not _is_limit(known, is_prompt=is_prompt):
            continue
        top = float(known.max())
        rows = np.flatnonzero(tokens == top).astype(np.int64)
        values: dict[str, str | int] = {
            "n": len(rows),
            "all": len(known),
            "share": percent(len(rows) / len(known)),
            "top": number(top),
        }
        yield evidence.finding(
            kind,
            translatable("{n} prompts of {all} ({share}) have exactly {top} tokens, and none has more.", **values)
            if is_prompt
            else translatable("{n} answers of {all} ({share}) have exactly {top} tokens, and none has more.", **values),
            rows=rows,
        )


def _is_limit(tokens: Floats, *, is_prompt: bool) -> bool:
    """Tell whether the largest count looks like a limit: a usual one, reached by several, with few just below it."""
    top = float(tokens.max())
    is_round = top in _CONTEXT_SIZES if is_prompt else not (top % 8 and top % 50)
    if top < 64 or not is_round:
        return False
    at_top = int(np.count_nonzero(tokens == top))
    below = int(np.count_nonzero((tokens < top) & (tokens > 0.98 * top)))
    return 5 <= at_top <= 0.5 * len(tokens) and below <= at_top / 2
