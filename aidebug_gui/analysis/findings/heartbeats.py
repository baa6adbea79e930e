"""Messages that come in a fixed rhythm, and are missing while the log goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import SECOND, duration, quote
from aidebug_gui.analysis.patterns.message_patterns import Pattern, Patterns
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import translatable

_LEAST_BEATS, _REGULAR, _MISSED = 20, 0.2, 3.0
_MOST_RECORDS = 200_000  # of a pattern that is looked at
_MOST_PATTERNS = 2000


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """A pattern that comes in a fixed rhythm: its period and its longest pause (ns), the records around the pause."""

    period: float
    pause: int
    before: int
    after: int
    last: int  # record


def heartbeats(evidence: Evidence, patterns: Patterns) -> Iterator[Finding]:
    """Yield patterns that come in a fixed rhythm and then miss at least three beats while the log goes on."""
    end = evidence.time_range[1]
    for pattern, rhythm in _rhythms(evidence, patterns):
        pause, last, following = rhythm.pause, rhythm.before, rhythm.after
        if end - int(evidence.time[rhythm.last]) > pause:
            pause, last, following = end - int(evidence.time[rhythm.last]), rhythm.last, evidence.records
        if pause <= _MISSED * rhythm.period or not _others_go_on(evidence, last, following, pause):
            continue
        still = "" if following < evidence.records else translatable(" and does not come back")
        yield evidence.finding(
            "heartbeat_missing",
            translatable(
                "{message} came every {period}; after {time} it is missing for {length}{still}.",
                message=quote(pattern.text),
                period=duration(rhythm.period),
                time=evidence.clock(int(evidence.time[last])),
                length=duration(pause),
                still=still,
            ),
            rows=np.array([last, min(following, evidence.records - 1)]),
            count=1,
            subject=pattern.text,
        )


def _rhythms(evidence: Evidence, patterns: Patterns) -> Iterator[tuple[Pattern, _Rhythm]]:
    """Yield the patterns that have a rhythm; of those without new records it is known."""
    reading = evidence.texts.reading
    known: dict[Pattern, _Rhythm | None]
    known = evidence.memory.get("rhythms", {}) if evidence.memory.get("rhythms of") is reading else {}
    seen: dict[Pattern, _Rhythm | None] = {}
    chosen = [pattern for pattern in patterns.patterns if _LEAST_BEATS <= pattern.count <= _MOST_RECORDS][
        :_MOST_PATTERNS
    ]
    for pattern in chosen:
        if not _may_be_slow(evidence, pattern):
            continue
        rhythm = seen[pattern] = (
            known[pattern] if pattern in known else _rhythm(evidence, patterns.rows(pattern.number))
        )
        if rhythm is not None:
            yield pattern, rhythm
    evidence.memory["rhythms"], evidence.memory["rhythms of"] = seen, reading


def _may_be_slow(evidence: Evidence, pattern: Pattern) -> bool:
    """Return whether beats can be a second apart, told by the first and last record alone.

    Where the beats but for three scatter by a fifth of their median, their mean is three quarters of it at least.
    """
    if evidence.timed_records < evidence.records:
        return True
    lasted = int(evidence.time[pattern.last] - evidence.time[pattern.first])
    return lasted >= 0.75 * SECOND * (pattern.count - 1)


def _rhythm(evidence: Evidence, records: Rows) -> _Rhythm | None:
    rows = records[evidence.timed[records]]
    beats = np.diff(evidence.time[rows])
    if len(beats) < _LEAST_BEATS - 1:
        return None
    period = float(np.median(beats))
    usual = np.sort(beats)[: max(1, len(beats) - 3)]  # the pauses themselves do not count as irregular
    if period < SECOND or float(np.std(usual)) > _REGULAR * period:
        return None
    longest = int(np.argmax(beats))
    return _Rhythm(period, int(beats[longest]), int(rows[longest]), int(rows[longest + 1]), int(rows[-1]))


def _others_go_on(evidence: Evidence, last: int, following: int, length: int) -> bool:
    """Return whether other records come as usual meanwhile; else it is a pause of the whole log."""
    low, high = evidence.time_range
    usual = evidence.timed_records / max(1, high - low)
    return following - last - 1 >= max(2.0, 0.3 * usual * length)
