"""What is different here: a part of the log against the rest, ranked by how much fields, numbers and patterns differ.

Shares are compared by Cohen's h (the difference of arcsine roots: 0.2 is small, 0.5 medium, 0.8 large), numbers by the
Kolmogorov-Smirnov distance, both between 0 and about 1.5. Differences that chance explains are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Codes, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.analysis.own_fields import counts_up, own_categories, own_numbers
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

MOST = 50
_LEAST_Z = 5.0  # of a share; many are looked at
_LEAST_H = 0.2
_LEAST_KS = 0.15
_KS_CHANCE = 2.3  # times sqrt(1/n + 1/m): p about 0.00005
_LEAST_VALUES = 8
_MOST_VALUES = 200  # distinct values of a category
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``size`` ranks it: 0.2 is small, 0.8 large. ``inside``/``outside``: shares, or medians.

    ``what`` is a field, or for patterns the template; ``value`` the field's value, "" for numbers and patterns.
    ``record``: one record of the part that shows it. ``bound``: for a number, the operator and the value where the two
    differ most: with ``latency_ms > 840`` one finds what is special here.
    """

    kind: Literal["value", "number", "pattern"]
    what: str
    value: str
    inside: float
    outside: float
    size: float
    sentence: str
    record: int
    bound: tuple[Literal[">", "<="], float] | None = None


def differences(
    evidence: Evidence,
    patterns: Patterns,
    part: Rows,
    rest: Rows | None = None,
    *,
    left_out: Collection[str] = (),
) -> list[Difference]:
    """Return how the records of ``part`` differ from ``rest`` (by default all others), the largest difference first.

    ``left_out``: fields by which the part was chosen; that they differ is no news.
    """
    inside = np.zeros(evidence.records, dtype=np.bool_)
    inside[part] = True
    outside = ~inside
    if rest is not None:
        outside = np.zeros(evidence.records, dtype=np.bool_)
        outside[rest] = True
        outside &= ~inside
    if not inside.any() or not outside.any():
        return []
    found = [
        *_levels(evidence, inside, outside),
        *_categories(evidence, inside, outside),
        *_numbers(evidence, inside, outside),
        *_patterns(patterns, inside, outside),
    ]
    kept = [difference for difference in found if difference.kind == "pattern" or difference.what not in left_out]
    # Of two values with one difference between them (de and en, v1 and v2) the one that is frequent here comes first.
    return sorted(kept, key=lambda difference: (-round(difference.size, 9), difference.inside < difference.outside))[
        :MOST
    ]


def as_long_before(evidence: Evidence, part: Rows) -> Rows:
    """Return the records of the stretch before a part that lasts as long as the part (as many records without times)."""
    if not len(part):
        return part
    first, last = int(part[0]), int(part[-1])
    if not evidence.has_times:
        return np.arange(max(0, 2 * first - last - 1), first, dtype=np.int64)
    own = evidence.time[part]
    begin, end = int(own.min()), int(own.max())
    return between(evidence, 2 * begin - end - 1, begin - 1)


def between(evidence: Evidence, first_ns: int, last_ns: int) -> Rows:
    """Return the records of a time range, both ends included."""
    chosen = evidence.timed & (evidence.time >= first_ns) & (evidence.time <= last_ns)
    return np.flatnonzero(chosen).astype(np.int64)


def _levels(evidence: Evidence, inside: Bools, outside: Bools) -> Iterator[Difference]:
    names = {int(level): level.name for level in Level}
    code = evidence.level.astype(np.int64)
    for value, a, b, size in _shares(code, inside, outside, 256):
        yield _value("level", names.get(value, str(value)), a, b, size, _example(code, value, inside, outside))


def _categories(evidence: Evidence, inside: Bools, outside: Bools) -> Iterator[Difference]:
    for name, codes in _category_codes(evidence):
        if not 1 <= len(codes) <= _MOST_VALUES:
            continue
        code = codes.code.astype(np.int64)
        for value, a, b, size in _shares(code, inside, outside, len(codes)):
            yield _value(name, codes.value(value), a, b, size, _example(code, value, inside, outside))


def _category_codes(evidence: Evidence) -> Iterator[tuple[str, Codes]]:
    """Yield the canonical categories that the log fills, then its own."""
    for name, column in CANONICAL.items():
        if column.kind is Kind.CATEGORY and evidence.has(name):
            evidence.check()
            yield name, evidence.codes(name)
    for name in own_categories(evidence.fields(), evidence.records):
        yield name, evidence.field_codes(name)


def _patterns(patterns: Patterns, inside: Bools, outside: Bools) -> Iterator[Difference]:
    code = patterns.of.astype(np.int64)
    for value, a, b, size in _shares(code, inside, outside, len(patterns.patterns)):
        text = patterns.patterns[value].text
        sentence = translatable("The message {message}: {compared}.", message=quote(text), compared=_compared(a, b))
        yield Difference("pattern", text, "", a, b, size, sentence, _example(code, value, inside, outside))


def _shares(code: Ints, inside: Bools, outside: Bools, size: int) -> Iterator[tuple[int, float, float, float]]:
    """Yield (value, share inside, share outside, Cohen's h) of values whose shares differ beyond chance.

    Shares are of those records that have a value (a code from 0 on): which kinds of records there are, the patterns tell.
    """
    known = code >= 0
    n, m = int((inside & known).sum()), int((outside & known).sum())
    if not n or not m:
        return
    a = np.bincount(code[inside & known], minlength=size)
    b = np.bincount(code[outside & known], minlength=size)
    pooled = (a + b) / (n + m)
    scatter = np.sqrt(np.maximum(pooled * (1 - pooled) * (1 / n + 1 / m), 1e-12))
    z = np.abs(a / n - b / m) / scatter
    h = 2 * np.abs(np.arcsin(np.sqrt(a / n)) - np.arcsin(np.sqrt(b / m)))
    for value in np.flatnonzero((z >= _LEAST_Z) & (h >= _LEAST_H)).tolist():
        yield value, float(a[value] / n), float(b[value] / m), float(h[value])


def _example(code: Ints, value: int, inside: Bools, outside: Bools) -> int:
    """Return a record with the value, inside if there is one."""
    has = code == value
    found = np.flatnonzero(has & inside)
    return int(found[0] if len(found) else np.flatnonzero(has & outside)[0])


def _value(field: str, value: str, a: float, b: float, size: float, record: int) -> Difference:
    title = CANONICAL[field].title if field in CANONICAL else field
    sentence = translatable(
        "{field} {value}: {compared}.", field=title, value=quote(value, 40), compared=_compared(a, b)
    )
    return Difference("value", field, value, a, b, size, sentence, record)


def _compared(here: float, elsewhere: float) -> Text:
    if not elsewhere:
        return translatable("{here} here, nowhere else", here=percent(here))
    if not here:
        return translatable("missing here, {elsewhere} elsewhere", elsewhere=percent(elsewhere))
    return translatable("{here} here, {elsewhere} elsewhere", here=percent(here), elsewhere=percent(elsewhere))


def _numbers(evidence: Evidence, inside: Bools, outside: Bools) -> Iterator[Difference]:
    for name, title, unit, values in _series(evidence):
        known = np.isfinite(values)
        a, b = _sampled(values[inside & known]), _sampled(values[outside & known])
        if min(len(a), len(b)) < _LEAST_VALUES:
            continue
        distance, cut = ks_cut(a, b)
        if distance < max(_LEAST_KS, _KS_CHANCE * float(np.sqrt(1 / len(a) + 1 / len(b)))):
            continue
        here, there = float(np.median(a)), float(np.median(b))
        direction = (
            translatable("higher")
            if here > there
            else translatable("lower")
            if here < there
            else translatable("spread differently")
        )
        record = int(np.flatnonzero(inside & known)[0])
        yield Difference(
            "number",
            name,
            "",
            here,
            there,
            distance * 1.2,  # a KS distance of 0.67 is what h = 0.8 is for shares: large
            translatable(
                "{field} is {direction} here: median {here}{unit}, elsewhere {there}{unit}{spread}.",
                field=title,
                direction=direction,
                here=number(here),
                there=number(there),
                unit=unit,
                spread=_spread(a, b),
            ),
            record,
            (">" if float(np.mean(a > cut)) > float(np.mean(b > cut)) else "<=", cut),
        )


def _series(evidence: Evidence) -> Iterator[tuple[str, str, str, Floats]]:
    """Yield (name, title, unit after a space, values) of the canonical numbers that the log fills, then of its own."""
    for name, column in CANONICAL.items():
        if column.kind is Kind.NUMBER and evidence.has(name):
            evidence.check()
            yield name, column.title, f" {column.unit}" if column.unit else "", evidence.numbers(name)
    for name in own_numbers(evidence.fields(), evidence.records):
        values = evidence.numbers(name)
        if not counts_up(values):
            yield name, name, "", values


def _spread(a: Floats, b: Floats) -> Text:
    low, high = np.quantile(b, [0.01, 0.99])
    beyond = float(np.mean((a < low) | (a > high)))
    if beyond <= 0.05:
        return translatable("")
    return translatable("; {share} of the values here lie outside the usual range", share=percent(beyond))


def _sampled(values: Floats) -> Floats:
    return values if len(values) <= _SAMPLE else values[:: -(-len(values) // _SAMPLE)]


def ks_cut(a: Floats, b: Floats) -> tuple[float, float]:
    """Return the largest difference of two empirical distribution functions, and the value where it is."""
    a, b = np.sort(a), np.sort(b)
    points: NDArray[np.float64] = np.concatenate((a, b))
    distance = np.abs(
        np.searchsorted(a, points, side="right") / len(a) - np.searchsorted(b, points, side="right") / len(b)
    )
    at = int(distance.argmax())
    return float(distance[at]), float(points[at])
