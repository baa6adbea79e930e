"""How often messages come: bursts, silences, heartbeats that are missing, patterns that are new or rare.

Counts per time bin are compared after Anscombe's square root, which makes the scatter of counts 1 whatever their size;
the usual scatter is the median absolute deviation (MAD) over all bins, at least 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.explanations import explanations
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.heartbeats import heartbeats
from aidebug_gui.analysis.findings.time_bins import COARSE, Activity, Bins, minutes, regrouped
from aidebug_gui.analysis.formatting import SECOND, duration, number, percent, quote
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

LEAST_Z = 6.0
LEAST_BURST = 10
LEAST_RECORDS = 200
_LEAST_USUAL, _LEAST_MISSING = 4.0, 20.0  # records a bin; records that a silence leaves out
_LEAST_SPAN_NS = 60 * SECOND
_LEAST_FILLED = 0.5  # share of bins with records: a log with long idle times has no usual rate
_MOST_BURSTS = 0.005  # share of the minutes: where more of them are as full it is how the log is
_MOST_PATTERNS = 5
_MOST_MINED = 2000  # patterns that are looked at over time


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
        low, high = evidence.time_range
        if high - low >= _LEAST_SPAN_NS:
            yield from bursts(evidence, patterns)
            yield from heartbeats(evidence, patterns)
    yield from new_patterns(evidence, patterns)


@dataclass(frozen=True, slots=True, eq=False)
class _Scale:
    """Counts in bins: of all records, of errors, of patterns (rows)."""

    bins: Bins
    everyone: Ints
    failed: Ints
    patterns: Ints


@dataclass(frozen=True, slots=True)
class _Episode:
    """A burst from bin ``first`` to ``last``. ``usual``: records in a bin outside of it; ``most``: in one of its bins."""

    z: float
    bins: Bins
    first: int
    last: int
    usual: float
    most: int

    def holds(self, times: Ints) -> Bools:
        """Tell which times lie in it."""
        of = self.bins.of(times)
        inside: Bools = (of >= self.first) & (of <= self.last)
        return inside

    @property
    def basis(self) -> tuple[int, int, int]:
        """What tells it apart from others."""
        return self.bins.width, self.bins.first + self.first, self.bins.first + self.last

    def finding(self, evidence: Evidence, patterns: Patterns, pattern: Pattern) -> Finding:
        """Tell that a pattern comes in a burst."""
        rows = patterns.rows(pattern.number)
        rows = rows[self.holds(evidence.time[rows]) & evidence.timed[rows]]
        return evidence.finding(
            "pattern_burst",
            translatable(
                "{message}: {sentence}",
                message=quote(pattern.text),
                sentence=_burst_sentence(evidence, self, rows),
            ),
            rows=rows,
            subject=pattern.text,
        )


def bursts(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield bursts of all records, of errors and of single patterns, and patterns that fall silent."""
    activity = Activity(evidence, patterns)
    if float((activity.everyone > 0).mean()) < _LEAST_FILLED:
        return
    chosen = sorted((p for p in patterns.patterns if p.count >= LEAST_BURST), key=lambda p: -p.count)[:_MOST_MINED]
    scales = _scales(activity, chosen)
    everyone, failed = ([(one.bins, getattr(one, of)) for one in scales] for of in ("everyone", "failed"))
    short = minutes(evidence)
    if short is not None and float((short.everyone > 0).mean()) >= _LEAST_FILLED:
        everyone += _with_few_bursts(short.bins, short.everyone)
        failed += _with_few_bursts(short.bins, short.failed)
    yield from _burst(evidence, patterns, _best_episode(everyone), 0)
    yield from _burst(evidence, patterns, _best_episode(failed), Level.ERROR)
    found: list[tuple[float, Pattern, _Episode | _Silence]]
    found = [*_bursts_of_patterns(scales, chosen), *_silences(scales[1], chosen)]
    found.sort(key=lambda item: -item[0])
    for _, pattern, told in found[:_MOST_PATTERNS]:
        yield told.finding(evidence, patterns, pattern)


def _scales(activity: Activity, chosen: list[Pattern]) -> tuple[_Scale, _Scale]:
    fine = activity.bins
    counts = (activity.everyone, activity.failed, activity.of_patterns(chosen))
    coarse = fine.coarser(-(-fine.count // COARSE))
    return _Scale(fine, *counts), _Scale(coarse, *(regrouped(one, fine, coarse) for one in counts))


def _with_few_bursts(bins: Bins, counts: Ints) -> list[tuple[Bins, Ints]]:
    return [(bins, counts)] if float((surprise(counts) > LEAST_Z).mean()) <= _MOST_BURSTS else []


def _bursts_of_patterns(
    scales: tuple[_Scale, _Scale], chosen: list[Pattern]
) -> Iterator[tuple[float, Pattern, _Episode]]:
    for at, pattern in enumerate(chosen):
        if pattern.level == Level.WARNING:
            episode = _best_episode([(one.bins, one.patterns[at]) for one in scales])
            if episode is not None:
                yield episode.z, pattern, episode


def _best_episode(scales: Sequence[tuple[Bins, Ints]]) -> _Episode | None:
    """Return the strongest burst, None if nothing is one."""
    best: _Episode | None = None
    for bins, counts in scales:
        if bins.count < 10:
            continue
        z = surprise(counts)
        peak = int(np.argmax(z))
        usual = float(np.median(counts))
        if z[peak] <= LEAST_Z or counts[peak] < LEAST_BURST or counts[peak] < 4 * usual:
            continue
        if best is None or z[peak] > best.z:
            high = z > LEAST_Z / 2
            first, last = peak, peak
            while first > 0 and high[first - 1]:
                first -= 1
            while last + 1 < bins.count and high[last + 1]:
                last += 1
            outside = np.delete(counts, np.arange(first, last + 1))
            mean = float(np.mean(outside)) if len(outside) else 0.0
            best = _Episode(float(z[peak]), bins, first, last, mean, int(counts[first : last + 1].max()))
    return best


def _burst(evidence: Evidence, patterns: Patterns, episode: _Episode | None, least_level: int) -> Iterator[Finding]:
    """Yield the burst of all records from a level on."""
    if episode is None:
        return
    kind = "error_burst" if least_level else "traffic_burst"

    def mask(at: slice) -> Bools:
        return episode.holds(evidence.time[at]) & evidence.timed[at] & (evidence.level[at] >= least_level)

    rows = evidence.selected(kind, mask, episode.basis)
    most = patterns.number[patterns.shape[rows.rows]]
    most = most[most >= 0]
    top = Text("")
    if len(most):
        number_of_top = np.bincount(most)
        share = number_of_top.max() / len(rows)
        message = quote(patterns.patterns[int(np.argmax(number_of_top))].text)
        top = translatable("{share} of them: {message}.", share=percent(share), message=message)
    yield evidence.finding(kind, joined(_burst_sentence(evidence, episode, rows), top), rows=rows)


def _burst_sentence(evidence: Evidence, episode: _Episode, rows: Rows | Selected) -> Text:
    return translatable(
        "{n} {n:record|records}{when}, up to {most} in {width}; usual are {usual}.",
        n=len(rows),
        when=evidence.between(rows),
        most=episode.most,
        width=duration(episode.bins.width),
        usual=number(round(episode.usual, 1)),
    )


@dataclass(frozen=True, slots=True)
class _Silence:
    """Bins from ``first`` to before ``stop`` without a record, where ``usual`` come in each."""

    bins: Bins
    first: int
    stop: int
    usual: float

    def finding(self, evidence: Evidence, patterns: Patterns, pattern: Pattern) -> Finding:
        """Tell that a pattern is missing."""
        rows = patterns.rows(pattern.number)
        rows = rows[evidence.timed[rows]]
        of = self.bins.of(evidence.time[rows])
        before, after = rows[of < self.first], rows[of >= self.stop]
        edges = np.array([*before[-1:], *after[:1]], dtype=np.int64)
        length = int(evidence.time[after[0]] - evidence.time[before[-1]]) if len(before) and len(after) else 0
        back = (
            translatable("for {length}", length=duration(length)) if length else translatable("and does not come back")
        )
        return evidence.finding(
            "pattern_silence",
            translatable(
                "{message} usually comes {usual} times in {width}; from {time} on it is missing {back}, while other records go on.",
                message=quote(pattern.text),
                usual=number(self.usual),
                width=duration(self.bins.width),
                time=evidence.clock(self.bins.begin(self.first)),
                back=back,
            ),
            rows=edges,
            count=1,
            subject=pattern.text,
        )


def _silences(scale: _Scale, chosen: list[Pattern]) -> Iterator[tuple[float, Pattern, _Silence]]:
    """Yield steady patterns that fall silent while the log goes on, with how strong that is."""
    for pattern, all_counts in zip(chosen, scale.patterns, strict=True):
        if pattern.count < 100:
            continue
        counts, others = all_counts[:-1], (scale.everyone - all_counts)[:-1]  # the last bin may be short
        usual = float(np.median(counts))
        at, length = _longest_run(counts == 0)
        missing = usual * length
        if usual < _LEAST_USUAL or missing < _LEAST_MISSING or length > 0.3 * len(counts):
            continue
        meanwhile = others[at : at + length]
        if float(meanwhile.mean()) >= 0.5 * float(np.median(others)) and meanwhile.all():
            yield float(np.sqrt(missing)), pattern, _Silence(scale.bins, at, at + length, usual)


def _longest_run(flags: Bools) -> tuple[int, int]:
    """Return (first, length) of the longest run of True, (0, 0) if there is none."""
    edges = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return 0, 0
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest] - starts[longest])


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
