"""Messages that come in a fixed rhythm, and are missing while the log goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.folds import CHUNK
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


@dataclass(frozen=True, slots=True, eq=False)
class _Beats:
    """The times between the records of a pattern up to record ``stop``, ascending (ns), and the longest of them."""

    stop: int
    between: Ints
    pause: int = 0
    before: int = -1  # records around the longest pause
    after: int = -1
    last: int = -1  # record

    def and_of(self, rows: Rows, time: Ints, stop: int) -> _Beats:
        """Return what is known with further records, which have times, up to record ``stop``."""
        if not len(rows):
            return replace(self, stop=stop)
        rows = rows if self.last < 0 else np.append(self.last, rows)
        new = np.diff(time[rows])
        pause, before, after = self.pause, self.before, self.after
        if len(new) and (before < 0 or new.max() > pause):
            longest = int(new.argmax())
            pause, before, after = int(new[longest]), int(rows[longest]), int(rows[longest + 1])
        new.sort()
        between = np.insert(self.between, np.searchsorted(self.between, new), new)
        return _Beats(stop, between, pause, before, after, int(rows[-1]))

    def rhythm(self) -> _Rhythm | None:
        """Return the rhythm if there is one."""
        size = len(self.between)
        if size < _LEAST_BEATS - 1:
            return None
        period = float(self.between[(size - 1) // 2] + self.between[size // 2]) / 2
        if period < SECOND:
            return None
        usual = self.between[: max(1, size - 3)]  # the pauses themselves do not count as irregular
        if float(np.std(usual)) > _REGULAR * period:
            return None
        return _Rhythm(period, self.pause, self.before, self.after, self.last)


_NO_BEATS = _Beats(0, np.empty(0, dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What was found in the last look: ``beats`` of a pattern up to the last full chunk, by the shapes of its messages."""

    reading: object
    rhythms: dict[Pattern, _Rhythm | None]
    beats: dict[bytes, _Beats]


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
    """Yield the patterns that have a rhythm; of those without new records it is known, of others only those are read."""
    reading = evidence.texts.reading
    known = evidence.memory.get("rhythms")
    if known is None or known.reading is not reading:
        known = _Known(reading, {}, {})
    now = _Known(reading, {}, {})
    chosen = [pattern for pattern in patterns.patterns if _LEAST_BEATS <= pattern.count <= _MOST_RECORDS]
    for pattern in chosen[:_MOST_PATTERNS]:
        if not _may_be_slow(evidence, pattern):
            continue
        shapes = patterns.shapes(pattern.number).tobytes()
        beats = known.beats.get(shapes, _NO_BEATS)
        if pattern in known.rhythms:
            rhythm = known.rhythms[pattern]
        else:
            beats, all_beats = _beats(evidence, patterns, pattern, beats)
            rhythm = all_beats.rhythm()
        now.beats[shapes], now.rhythms[pattern] = beats, rhythm
        if rhythm is not None:
            yield pattern, rhythm
    evidence.memory["rhythms"] = now


def _beats(evidence: Evidence, patterns: Patterns, pattern: Pattern, known: _Beats) -> tuple[_Beats, _Beats]:
    """Return the beats of a pattern up to the last full chunk, and all of them."""
    settled = evidence.in_full_chunks
    if known.stop > settled:
        known = _NO_BEATS
    rows = patterns.rows(pattern.number, known.stop // CHUNK)
    rows = rows[evidence.timed[rows]]
    new = int(np.searchsorted(rows, settled))
    kept = known.and_of(rows[:new], evidence.time, settled)
    return kept, kept.and_of(rows[new:], evidence.time, evidence.records)


def _may_be_slow(evidence: Evidence, pattern: Pattern) -> bool:
    """Return whether beats can be a second apart, told by the first and last record alone.

    Where the beats but for three scatter by a fifth of their median, their mean is three quarters of it at least.
    """
    if evidence.timed_records < evidence.records:
        return True
    lasted = int(evidence.time[pattern.last] - evidence.time[pattern.first])
    return lasted >= 0.75 * SECOND * (pattern.count - 1)


def _others_go_on(evidence: Evidence, last: int, following: int, length: int) -> bool:
    """Return whether other records come as usual meanwhile; else it is a pause of the whole log."""
    low, high = evidence.time_range
    usual = evidence.timed_records / max(1, high - low)
    return following - last - 1 >= max(2.0, 0.3 * usual * length)
