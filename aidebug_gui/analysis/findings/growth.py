"""Memory, queues and connections that only grow: a leak, or more work than is done.

The medians of blocks of values are followed: a growth is a stretch of many blocks that rise, far beyond the noise within
them, without a step that makes most of it and without another growth like it (a day's load, sawtooths of a collector).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import number
from aidebug_gui.analysis.own_fields import MOST_RECORDS
from aidebug_gui.formats.columns import Kind
from aidebug_gui.translatable import Numeral, Text, translatable

_MEMORY = re.compile(r"^(?:mem|memory|rss|vram|heap|swap|vms)$")
_LOAD = re.compile(r"^(?:queue|queued|depth|backlog|pending|waiting|lag|connections|conns|sockets|fds|threads|kv)$")
_NO_LEVEL = re.compile(
    r"^(?:ms|s|sec|seconds|time|latency|duration|wait|total|limit|max|min|peak|capacity|size|id|ids|step|free|available|tree"
    r"|hit|hits|rate|tokens|count)$"
)
"""Words that make a name something else than how much there is at the moment: a time, a limit, a sum, what is left."""
_AMOUNT = re.compile(r"^(\d{1,15}(?:\.\d{1,9})?) ?((?:[KMGT]i?)?B|%)$")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_LEAST_VALUES, _BLOCK = 60, 3
_MOST_BLOCKS = 128
_LEAST_BLOCKS = 8  # in a growth
_ENDS = 0.05  # of a rise: what is nearer to the level before or behind belongs to that; of the log: its begin and end
_LEAST_RISING = 0.8  # of the steps between blocks
_MOST_BACK, _MOST_STEP, _MOST_ELSEWHERE = 0.15, 0.35, 0.5  # of the rise
_LEAST_SIGNAL = 8.0  # times the noise within blocks
_MEMORY_FACTOR, _LOAD_FACTOR = 1.2, 2.0
_LEAST_LOAD, _LEAST_SHARE = 10, 0.3  # a rise of what is counted, of a share between 0 and 1
_STILL = 0.9  # of the rise: a level above this has not gone back


@dataclass(frozen=True, slots=True)
class _Growth:
    """A rise of block medians from block ``first`` to ``last``."""

    first: int
    last: int
    rise: float


def growths(evidence: Evidence) -> Iterator[Finding]:
    """Yield the fields of the log's own that are named like something limited, and grew."""
    if evidence.records > MOST_RECORDS:
        return
    for field in evidence.fields():
        factor = _least_factor(field.name)
        if field.canonical or field.kind not in (Kind.NUMBER, Kind.CATEGORY) or not factor:
            continue
        evidence.check()
        if field.kind is Kind.NUMBER:
            yield from _growth_of(evidence, field.name, evidence.numbers(field.name), "", factor)
        else:
            yield from _growth_of(evidence, field.name, *_amounts(evidence, field.name), factor)


def _least_factor(name: str) -> float:
    """Return how many times a level that is named so must grow, 0 if the name says no such thing."""
    words = [word.lower() for word in _WORD.findall(name)]
    if any(_NO_LEVEL.match(word) for word in words):
        return 0
    if any(_MEMORY.match(word) for word in words):
        return _MEMORY_FACTOR
    return _LOAD_FACTOR if any(_LOAD.match(word) for word in words) else 0


def _amounts(evidence: Evidence, field: str) -> tuple[Floats, str]:
    """Return the amounts of texts like "17.3GB" and their unit: those with the unit of the first, NaN for all others."""
    codes = evidence.field_codes(field)
    found = [_AMOUNT.match(text) for text in codes.values()]
    unit = next((amount[2] for amount in found if amount), "")
    amounts = [float(amount[1]) if amount and amount[2] == unit else np.nan for amount in found]
    return np.array([*amounts, np.nan])[codes.code], unit


def _growth_of(evidence: Evidence, field: str, values: Floats, unit: str, factor: float) -> Iterator[Finding]:
    rows = np.flatnonzero(np.isfinite(values))
    if len(rows) < _LEAST_VALUES:
        return
    blocks = np.array_split(values[rows], min(_MOST_BLOCKS, len(rows) // _BLOCK))
    levels = np.array([np.median(block) for block in blocks])
    growth = _only_growth(levels, float(np.median([np.median(np.abs(np.diff(block))) for block in blocks])))
    if growth is None or not _is_large(levels, growth, factor):
        return
    sizes = np.cumsum([0, *map(len, blocks)])
    own = rows[sizes[growth.first] : sizes[growth.last + 1]]
    yield evidence.finding(
        "keeps_growing",
        translatable(
            "{field} grew from {first} to {last} in {n} records{when}{then}.",
            field=field,
            first=_amount(levels[growth.first], unit),
            last=_amount(levels[growth.last], unit),
            n=len(own),
            when=evidence.between(own),
            then=_then(levels, growth, unit),
        ),
        rows=own,
        subject=field,
    )


def _then(levels: Floats, growth: _Growth, unit: str) -> Text:
    rest = levels[growth.last + 1 :]
    back = levels[growth.first] + _STILL * growth.rise
    if (rest >= back).all():
        if len(rest) <= _ENDS * len(levels) + 1:
            return translatable(", and still does at the end of the log")
        return translatable(" and did not go back")
    return translatable(", then fell to {level}", level=_amount(rest[rest < back][0], unit))


def _amount(value: float, unit: str) -> str:
    return Numeral(f"{number(float(value))} {unit}") if unit else number(float(value))


def _only_growth(levels: Floats, noise: float) -> _Growth | None:
    """Return the largest rise of the levels if it is a growth and the only one."""
    largest = _largest_rise(levels, 0, len(levels))
    near = _ENDS * largest.rise
    inside = levels[largest.first : largest.last + 1]
    first = largest.first + int(np.flatnonzero(inside <= inside[0] + near)[-1])
    last = largest.first + int(np.flatnonzero(inside >= inside[-1] - near)[0])
    steps = np.diff(levels[first : last + 1])
    if len(steps) < _LEAST_BLOCKS - 1 or (steps > 0).mean() < _LEAST_RISING or steps.max() > _MOST_STEP * largest.rise:
        return None
    if largest.rise < _LEAST_SIGNAL * noise:
        return None
    if first <= _ENDS * len(levels) and last < (1 - _ENDS) * (len(levels) - 1):
        return None  # it fills up after a start
    rest = levels[largest.last :]
    if rest.min() < levels[first] + largest.rise / 2 and -np.diff(rest).min() < _MOST_STEP * largest.rise:
        return None  # a load that comes and goes
    elsewhere = max(_largest_rise(levels, 0, first + 1).rise, _largest_rise(levels, largest.last + 1, len(levels)).rise)
    return _Growth(first, last, largest.rise) if elsewhere < _MOST_ELSEWHERE * largest.rise else None


def _largest_rise(levels: Floats, begin: int, stop: int) -> _Growth:
    """Return the largest rise that never goes back by more than a share of itself."""
    best = _Growth(begin, begin, 0.0)
    for first in range(begin, stop):
        top = first
        for place in range(first + 1, stop):
            rise = levels[top] - levels[first]
            if levels[place] > levels[top]:
                top = place
            elif levels[place] < levels[first] or levels[top] - levels[place] > max(
                _MOST_BACK * rise, _ENDS * best.rise
            ):
                break
        rise = float(levels[top] - levels[first])
        if rise > best.rise:
            best = _Growth(first, top, rise)
    return best


def _is_large(levels: Floats, growth: _Growth, factor: float) -> bool:
    before, after = float(levels[growth.first]), float(levels[growth.last])
    if before < 0 or after < factor * before:
        return False
    if factor == _MEMORY_FACTOR:
        return before > 0
    return growth.rise >= (_LEAST_SHARE if levels.max() <= 1 else _LEAST_LOAD)
