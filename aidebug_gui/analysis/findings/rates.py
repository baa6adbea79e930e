"""How often messages come: bursts, silences, heartbeats that are missing, patterns that are new or rare.

Counts per time bin are compared after Anscombe's square root, which makes the scatter of counts 1 whatever their size;
the usual scatter is the median absolute deviation (MAD) over all bins, at least 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.evidence import Bools, Evidence, Floats, Ints
from aidebug_gui.analysis.findings.explanations import explanations
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import SECOND, duration, number, percent, quote
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

SCALES = (240, 40)
"""Bins over the whole log: short bursts show in the fine ones, long ones in the coarse ones."""
LEAST_Z = 6.0
LEAST_BURST = 10
LEAST_RECORDS = 200
_LEAST_USUAL, _LEAST_MISSING = 5.0, 30.0  # records a bin; records that a silence leaves out
_LEAST_SPAN_NS = 60 * SECOND
_LEAST_FILLED = 0.4  # share of bins with records: a log with long idle times has no usual rate
_MOST_PATTERNS = 5
_MOST_MINED = 2000  # patterns that are looked at over time
_LEAST_BEATS, _REGULAR, _MISSED = 20, 0.2, 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Equal parts of the log's time. ``of[i]``: bin of record i, -1 without a time."""

    first: int
    width: int
    count: int
    of: NDArray[np.int32]

    def begin(self, index: int) -> int:
        return self.first + index * self.width

    def counts(self, chosen: Bools) -> Ints:
        """Count records in each bin."""
        return np.bincount(self.of[chosen & (self.of >= 0)], minlength=self.count)


def time_bins(evidence: Evidence, count: int) -> Bins:
    """Divide the time of the log into bins of at least a second."""
    own = evidence.time[evidence.timed]
    first, last = int(own.min()), int(own.max())
    width = max(SECOND, -(-(last - first + 1) // count))
    of = ((evidence.time - first) // width).astype(np.int32)
    of[~evidence.timed] = -1
    return Bins(first, width, int((last - first) // width) + 1, of)


def surprise(counts: Ints) -> Floats:
    """Return the robust z of counts, positive where there are more than usual. Works along the last axis."""
    roots = 2.0 * np.sqrt(counts + 0.375)
    middle = np.median(roots, axis=-1, keepdims=True)
    scatter = 1.4826 * np.median(np.abs(roots - middle), axis=-1, keepdims=True)
    z: Floats = (roots - middle) / np.maximum(scatter, 1.0)
    return z


def rate_findings(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield bursts, silences and missing heartbeats, then new and rare patterns."""
    if evidence.has_times and evidence.records >= LEAST_RECORDS:
        own = evidence.time[evidence.timed]
        if int(own.max() - own.min()) >= _LEAST_SPAN_NS:
            yield from bursts(evidence, patterns)
            yield from heartbeats(evidence, patterns)
    yield from new_patterns(evidence, patterns)


def bursts(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield bursts of all records, of errors and of single patterns, and patterns that fall silent."""
    scales = [time_bins(evidence, count) for count in SCALES]
    fine = scales[0]
    everything = np.bincount(fine.of[fine.of >= 0], minlength=fine.count)
    if float((everything > 0).mean()) < _LEAST_FILLED:
        return
    everyone = np.ones(evidence.records, dtype=np.bool_)
    yield from _burst(evidence, patterns, scales, everyone, "traffic_burst")
    yield from _burst(evidence, patterns, scales, evidence.failed, "error_burst")
    found = _of_patterns(evidence, patterns, scales)
    found.sort(key=lambda item: -item[0])
    yield from (finding for _, finding in found[:_MOST_PATTERNS])


def _of_patterns(evidence: Evidence, patterns: Patterns, scales: list[Bins]) -> list[tuple[float, Finding]]:
    """Return bursts and silences of patterns with how strong they are. All patterns are counted in one pass."""
    chosen = sorted((p for p in patterns.patterns if p.count >= LEAST_BURST), key=lambda p: -p.count)[:_MOST_MINED]
    few = patterns.only(chosen)
    tables = [few.over_time(bins.of, bins.count) for bins in scales]
    everything = scales[1].counts(np.ones(evidence.records, dtype=np.bool_))
    found: list[tuple[float, Finding]] = []
    for at, pattern in enumerate(chosen):
        evidence.check()
        if pattern.level == Level.WARNING:
            found += _pattern_burst(evidence, patterns, scales, [table[at] for table in tables], pattern)
        if pattern.count >= 100:
            counts = tables[1][at]
            found += _silence(evidence, patterns, scales[1], counts, everything - counts, pattern)
    return found


def _best_episode(scales: list[Bins], all_counts: list[Ints]) -> tuple[float, Bins, int, int] | None:
    """Return (z, bins, first bin, last bin) of the strongest burst, None if nothing is one."""
    best: tuple[float, Bins, int, int] | None = None
    for bins, counts in zip(scales, all_counts, strict=True):
        if bins.count < 10:
            continue
        z = surprise(counts)
        peak = int(np.argmax(z))
        usual = float(np.median(counts))
        if z[peak] <= LEAST_Z or counts[peak] < LEAST_BURST or counts[peak] < 4 * usual:
            continue
        if best is None or z[peak] > best[0]:
            high = z > LEAST_Z / 2
            first, last = peak, peak
            while first > 0 and high[first - 1]:
                first -= 1
            while last + 1 < bins.count and high[last + 1]:
                last += 1
            best = float(z[peak]), bins, first, last
    return best


def _burst(evidence: Evidence, patterns: Patterns, scales: list[Bins], chosen: Bools, kind: str) -> Iterator[Finding]:
    episode = _best_episode(scales, [bins.counts(chosen) for bins in scales])
    if episode is None:
        return
    _, bins, first, last = episode
    inside = chosen & (bins.of >= first) & (bins.of <= last)
    rows = np.flatnonzero(inside).astype(np.int64)
    most = patterns.of[rows]
    most = most[most >= 0]
    top = Text("")
    if len(most):
        number_of_top = np.bincount(most)
        share = number_of_top.max() / len(rows)
        message = quote(patterns.patterns[int(np.argmax(number_of_top))].text)
        top = translatable("{share} of them: {message}.", share=percent(share), message=message)
    sentence = joined(_burst_sentence(evidence, bins.counts(chosen), bins, first, last, rows), top)
    yield evidence.finding(kind, sentence, rows=rows)


def _burst_sentence(evidence: Evidence, counts: Ints, bins: Bins, first: int, last: int, rows: Rows) -> Text:
    outside = np.delete(counts, np.arange(first, last + 1))
    usual = float(np.mean(outside)) if len(outside) else 0.0
    return translatable(
        "{n} {n:record|records}{when}, up to {most} in {width}; usual are {usual}.",
        n=len(rows),
        when=evidence.between(rows),
        most=int(counts[first : last + 1].max()),
        width=duration(bins.width),
        usual=number(round(usual, 1)),
    )


def _pattern_burst(
    evidence: Evidence, patterns: Patterns, scales: list[Bins], all_counts: list[Ints], pattern: Pattern
) -> list[tuple[float, Finding]]:
    episode = _best_episode(scales, all_counts)
    if episode is None:
        return []
    z, bins, first, last = episode
    rows = patterns.rows(pattern.number)
    rows = rows[(bins.of[rows] >= first) & (bins.of[rows] <= last)]
    counts = all_counts[scales.index(bins)]
    finding = evidence.finding(
        "pattern_burst",
        translatable(
            "{message}: {sentence}",
            message=quote(pattern.text),
            sentence=_burst_sentence(evidence, counts, bins, first, last, rows),
        ),
        rows=rows,
        subject=pattern.text,
    )
    return [(z, finding)]


def _silence(
    evidence: Evidence, patterns: Patterns, bins: Bins, counts: Ints, others: Ints, pattern: Pattern
) -> list[tuple[float, Finding]]:
    """Return a finding if a steady pattern falls silent while the log goes on. ``counts``, ``others``: in each bin."""
    counts, others = counts[:-1], others[:-1]  # the last bin may be short
    usual = float(np.median(counts))
    at, length_bins = _longest_run(counts == 0)
    missing = usual * length_bins
    if usual < _LEAST_USUAL or missing < _LEAST_MISSING or length_bins > 0.3 * len(counts):
        return []
    if (
        float(others[at : at + length_bins].mean()) < 0.5 * float(np.median(others))
        or not others[at : at + length_bins].all()
    ):
        return []
    rows = patterns.rows(pattern.number)
    before, after = rows[bins.of[rows] < at], rows[bins.of[rows] >= at + length_bins]
    edges = np.array([*before[-1:], *after[:1]], dtype=np.int64)
    length = int(evidence.time[after[0]] - evidence.time[before[-1]]) if len(before) and len(after) else 0
    back = translatable("for {length}", length=duration(length)) if length else translatable("and does not come back")
    finding = evidence.finding(
        "pattern_silence",
        translatable(
            "{message} usually comes {usual} times in {width}; from {time} on it is missing {back}, while other records go on.",
            message=quote(pattern.text),
            usual=number(usual),
            width=duration(bins.width),
            time=evidence.clock(bins.begin(at)),
            back=back,
        ),
        rows=edges,
        count=1,
        subject=pattern.text,
    )
    return [(float(np.sqrt(missing)), finding)]


def _longest_run(flags: Bools) -> tuple[int, int]:
    """Return (first, length) of the longest run of True, (0, 0) if there is none."""
    edges = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return 0, 0
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest] - starts[longest])


def heartbeats(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield patterns that come in a fixed rhythm and then miss at least three beats while the log goes on."""
    end = int(evidence.time[evidence.timed].max())
    chosen = [pattern for pattern in patterns.patterns if _LEAST_BEATS <= pattern.count <= 200_000][:_MOST_MINED]
    for pattern, own in zip(chosen, patterns.rows_of_each(chosen), strict=True):
        rows = own[evidence.timed[own]]
        time = evidence.time[rows]
        beats = np.diff(time)
        if len(beats) < _LEAST_BEATS - 1:
            continue
        period = float(np.median(beats))
        usual = np.sort(beats)[: max(1, len(beats) - 3)]  # the pauses themselves do not count as irregular
        if period < SECOND or float(np.std(usual)) > _REGULAR * period:
            continue
        beats = np.append(beats, end - int(time[-1]))
        longest = int(np.argmax(beats))
        if beats[longest] <= _MISSED * period:
            continue
        last = int(rows[longest])
        following = int(rows[longest + 1]) if longest + 1 < len(rows) else evidence.records
        if not _others_go_on(evidence, last, following, int(beats[longest])):
            continue
        still = "" if following < evidence.records else translatable(" and does not come back")
        yield evidence.finding(
            "heartbeat_missing",
            translatable(
                "{message} came every {period}; after {time} it is missing for {length}{still}.",
                message=quote(pattern.text),
                period=duration(period),
                time=evidence.clock(int(time[longest])),
                length=duration(int(beats[longest])),
                still=still,
            ),
            rows=np.array([last, min(following, evidence.records - 1)]),
            count=1,
            subject=pattern.text,
        )


def _others_go_on(evidence: Evidence, last: int, following: int, length: int) -> bool:
    """Tell whether other records come as usual meanwhile; else it is a pause of the whole log."""
    own = evidence.time[evidence.timed]
    usual = len(own) / max(1, int(own.max() - own.min()))
    return following - last - 1 >= max(2.0, 0.3 * usual * length)


def new_patterns(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield warnings and errors that were never seen in the first part of the log, most severe and frequent first."""
    begin = max(LEAST_RECORDS, evidence.records // 20)
    new = [p for p in patterns.patterns if p.first >= begin and p.level >= Level.WARNING]
    repeated = sorted((p for p in new if p.count >= LEAST_BURST // 2), key=lambda p: (-p.level, -p.count))
    for pattern in repeated[:_MOST_PATTERNS]:
        rows = patterns.rows(pattern.number)
        yield evidence.finding(
            "new_pattern",
            translatable(
                "{message} was never seen in the {before} records before; since then {n} {n:time|times}{when}.",
                message=quote(pattern.text),
                before=pattern.first,
                n=pattern.count,
                when=evidence.between(rows),
            ),
            rows=rows,
            subject=pattern.text,
            explanation=explanations()["new_error" if pattern.level >= Level.ERROR else "new_warning"],
        )
    rare = [p for p in new if p.count < LEAST_BURST // 2 and p.level >= Level.ERROR]
    if rare and len(rare) <= max(10, len(patterns.patterns) // 10):
        rows = np.array([p.first for p in rare], dtype=np.int64)
        yield evidence.finding(
            "rare_error",
            translatable(
                "{n} error {n:message|messages} in {all} records, the first{when}: {message}.",
                n=len(rare),
                all=evidence.records,
                when=evidence.at(int(rows[0])),
                message=quote(rare[0].text),
            ),
            rows=rows,
        )
