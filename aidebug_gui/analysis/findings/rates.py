"""How often messages come: bursts, silences, heartbeats that are missing, patterns that are new or rare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.episodes import (
    LEAST_BURST,
    LEAST_Z,
    Episode,
    episodes_in,
    known_bins,
    scanned,
    strongest,
    surprise,
)
from aidebug_gui.analysis.findings.explanations import explanations
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.heartbeats import heartbeats
from aidebug_gui.analysis.findings.time_bins import COARSE, Activity, Bins, minutes, regrouped, short_bins
from aidebug_gui.analysis.formatting import SECOND, duration, number, percent, quote
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

LEAST_RECORDS = 200
_LEAST_USUAL, _LEAST_MISSING = 4.0, 20.0  # records a bin; records that a silence leaves out
_LEAST_SPAN_NS = 60 * SECOND
_LEAST_OF_SHORT = 1000  # records of a shorter log, to say what is usual in parts of a second
_MOST_BURSTS = 0.005  # share of the minutes: where more of them are as full it is how the log is
_MOST_PATTERNS = 5
_MOST_MINED = 2000  # patterns that are looked at over time


def rate_findings(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield bursts, silences and missing heartbeats, then new and rare patterns."""
    if evidence.has_times and evidence.records >= LEAST_RECORDS:
        low, high = evidence.time_range
        if high - low >= _LEAST_SPAN_NS:
            yield from bursts(evidence, patterns)
            yield from heartbeats(evidence, patterns)
        elif evidence.records >= _LEAST_OF_SHORT:
            yield from _all_bursts(evidence, patterns, ())
    yield from new_patterns(evidence, patterns)


@dataclass(frozen=True, slots=True, eq=False)
class _Scale:
    """Counts in bins: of all records, of errors, of patterns (rows)."""

    bins: Bins
    everyone: Ints
    failed: Ints
    patterns: Ints


def bursts(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield bursts of all records, of errors and of single patterns, and patterns that fall silent."""
    activity = Activity(evidence, patterns)
    if known_bins(activity.everyone, may_pause=True) is None:
        return
    chosen = sorted((p for p in patterns.patterns if p.count >= LEAST_BURST), key=lambda p: -p.count)[:_MOST_MINED]
    scales = _scales(activity, chosen)
    yield from _all_bursts(evidence, patterns, scales)
    found: list[tuple[float, Pattern, Episode | _Silence]]
    found = [*_bursts_of_patterns(scales, chosen), *_silences(scales[1], chosen)]
    found.sort(key=lambda item: -item[0])
    for _, pattern, told in found[:_MOST_PATTERNS]:
        if isinstance(told, Episode):
            yield _burst_of_pattern(evidence, patterns, pattern, told)
        else:
            yield told.finding(evidence, patterns, pattern)


def _all_bursts(evidence: Evidence, patterns: Patterns, scales: tuple[_Scale, ...]) -> Iterator[Finding]:
    """Yield the strongest bursts of all records and of errors: in ``scales``, by the minute, and in short bins.

    Behind a pause all that a start says comes at once: only bursts of errors are told there.
    """
    short, by_minute = short_bins(evidence), minutes(evidence)
    for of, level, may_pause in (("everyone", 0, False), ("failed", Level.ERROR, True)):
        plain = [(one.bins, getattr(one, of), one.everyone) for one in scales]
        if by_minute is not None and _has_few_bursts(getattr(by_minute, of)):
            plain.append((by_minute.bins, getattr(by_minute, of), by_minute.everyone))
        found = [episode for bins, *counts in plain for episode in _episodes(bins, *counts, may_pause=may_pause)]
        if short is not None:
            found += scanned(short.bins, getattr(short, of), short.everyone, may_pause=may_pause)
        yield from _bursts(evidence, patterns, strongest(found), level)


def _episodes(bins: Bins, counts: Ints, everyone: Ints, *, may_pause: bool) -> Iterator[Episode]:
    known = known_bins(everyone, may_pause=may_pause)
    if known is not None:
        yield from episodes_in(bins, counts, known)


def _scales(activity: Activity, chosen: list[Pattern]) -> tuple[_Scale, _Scale]:
    fine = activity.bins
    counts = (activity.everyone, activity.failed, activity.of_patterns(chosen))
    coarse = fine.coarser(-(-fine.count // COARSE))
    return _Scale(fine, *counts), _Scale(coarse, *(regrouped(one, fine, coarse) for one in counts))


def _has_few_bursts(counts: Ints) -> bool:
    return float((surprise(counts) > LEAST_Z).mean()) <= _MOST_BURSTS


def _bursts_of_patterns(
    scales: tuple[_Scale, _Scale], chosen: list[Pattern]
) -> Iterator[tuple[float, Pattern, Episode]]:
    for at, pattern in enumerate(chosen):
        if pattern.level == Level.WARNING:
            found = strongest(
                one
                for scale in scales
                for one in _episodes(scale.bins, scale.patterns[at], scale.everyone, may_pause=True)
            )
            yield from ((episode.z, pattern, episode) for episode in found[:1])


def _burst_of_pattern(evidence: Evidence, patterns: Patterns, pattern: Pattern, episode: Episode) -> Finding:
    rows = patterns.rows(pattern.number)
    rows = rows[episode.holds(evidence.time[rows]) & evidence.timed[rows]]
    return evidence.finding(
        "pattern_burst",
        translatable(
            "{message}: {sentence}", message=quote(pattern.text), sentence=_burst_sentence(evidence, episode, rows)
        ),
        rows=rows,
        subject=pattern.text,
    )


def _bursts(evidence: Evidence, patterns: Patterns, episodes: list[Episode], least_level: int) -> Iterator[Finding]:
    """Yield the bursts of all records from a level on, the strongest first: it needs no name, the others have their time."""
    for rank, episode in enumerate(episodes):
        subject = evidence.clock(episode.extent[0]) if rank else ""
        yield _burst(evidence, patterns, episode, least_level, subject)


def _burst(evidence: Evidence, patterns: Patterns, episode: Episode, least_level: int, subject: str) -> Finding:
    kind = "error_burst" if least_level else "traffic_burst"

    def mask(at: slice) -> Bools:
        return episode.holds(evidence.time[at]) & evidence.timed[at] & (evidence.level[at] >= least_level)

    rows = evidence.selected(f"{kind} {subject}", mask, episode.extent)
    most = patterns.number[patterns.shape[rows.rows]]
    most = most[most >= 0]
    top = Text("")
    if len(most):
        number_of_top = np.bincount(most)
        share = number_of_top.max() / len(rows)
        message = quote(patterns.patterns[int(np.argmax(number_of_top))].text)
        top = translatable("{share} of them: {message}.", share=percent(share), message=message)
    return evidence.finding(kind, joined(_burst_sentence(evidence, episode, rows), top), rows=rows, subject=subject)


def _burst_sentence(evidence: Evidence, episode: Episode, rows: Rows | Selected) -> Text:
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
