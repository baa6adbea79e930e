"""Symptoms of time: pauses, clocks that go backwards, programs that start again and again, logs that simply stop."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.outstanding import TAIL, outstanding
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.analysis.findings.symptoms import Texts
from aidebug_gui.analysis.formatting import SECOND, duration, quote, times
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import joined, translatable

_LEAST_RECORDS = 200
_LEAST_GAP_NS, _LEAST_SHORT_GAP_NS = 10 * SECOND, 2 * SECOND
_SHORT_GAP = 5  # times the .999 quantile of all pauses: what is that short must stand out more
_MOST_PAUSES = 5
_SAMPLED = 64  # of so many steps one tells from where on steps may be among the longest
_REST_NS = 3600 * SECOND  # more than a few pauses of that length are how a log rests
_MOST_BETWEEN = 3  # records further on at the most; more without a time are a progress bar, and no pause
_MANY_STEPS = 2000  # from which on the .999 quantile is known
_STEADY = 8  # the same: a service that is idle now and then has longer pauses anyway
_LOOP_STARTS, _LOOP_NS = 3, 600 * SECOND
_ONE_START_NS = 5 * SECOND  # workers that are started together
_LEAST_JUMP_NS = 2 * SECOND


def clock_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what needs only the times."""
    if evidence.has_times and evidence.records >= 2 and not evidence.holds_samples:
        yield from backwards(evidence)
        yield from gaps(evidence)


class _Steps:
    """Steps of time from each record that has one to the next."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def rows(self, at: slice) -> Rows:
        """Return the records of a chunk that have a time and another with one before them."""
        rows: Rows = np.flatnonzero(self._evidence.timed[at]) + at.start
        return rows[rows > self._evidence.first_timed]

    def of(self, rows: Rows) -> Ints:
        """Return the steps that lead to such records, in ns."""
        time = self._evidence.time
        steps: Ints = time[rows] - time[rows - 1]
        return steps


def backwards(evidence: Evidence) -> Iterator[Finding]:
    """Times that are earlier than those before, in a log that is otherwise in order."""
    steps = _Steps(evidence)

    def mask(at: slice) -> Bools:
        rows = steps.rows(at)
        chosen = np.zeros(at.stop - at.start, dtype=np.bool_)
        chosen[rows[steps.of(rows) < -_LEAST_JUMP_NS] - at.start] = True
        return chosen

    found = evidence.selected("times go back", mask)
    if not len(found) or len(found) > 0.02 * evidence.timed_records:
        return
    back = found.rows
    by = steps.of(back)
    farthest = int(np.argmin(by))
    hours = abs(int(by[farthest])) / (3600 * SECOND)
    whole = hours >= 0.99 and abs(hours - round(hours)) < 0.01
    zone = (
        translatable("The step is a whole number of hours: time zones may be mixed, or it is the end of summer time.")
        if whole
        else ""
    )
    yield evidence.finding(
        "clock_backwards",
        joined(
            translatable(
                "The time goes back {times}, at most by {step}{when}.",
                times=times(len(back)),
                step=duration(int(by[farthest])),
                when=evidence.at(int(back[farthest])),
            ),
            zone,
        ),
        rows=found,
    )


def gaps(evidence: Evidence) -> Iterator[Finding]:
    """A pause in a log that is longer than chance makes its longest ones."""
    if evidence.timed_records < _LEAST_RECORDS:
        return
    steps = _Steps(evidence)
    ranks = evidence.ranks("steps of time", lambda at: steps.of(steps.rows(at)).astype(np.float64))
    first, last = evidence.first_timed, evidence.last_timed
    usual = float(evidence.time[last] - evidence.time[first]) / len(ranks)
    if usual <= 0:
        return
    nearly_all = ranks.quantile(0.99)
    short = _SHORT_GAP * ranks.quantile(0.999) if len(ranks) > _MANY_STEPS else np.inf
    limit = max(10 * usual, min(_LEAST_GAP_NS, max(_LEAST_SHORT_GAP_NS, short)))
    found = np.concatenate(evidence.each("longest steps", lambda at: _longest(steps, at)))
    found = found[np.argsort(-steps.of(found), kind="stable")]
    if len(found) > _MOST_PAUSES and steps.of(found[[_MOST_PAUSES]])[0] >= _REST_NS:
        return  # nobody works with it at night, and a weekend is no failure
    found = np.sort(found[: outstanding(steps.of(found).astype(np.float64), _MOST_PAUSES)])
    silent = [row - evidence.timed_before(row) <= _MOST_BETWEEN for row in found.tolist()]
    found = found[np.array(silent, dtype=np.bool_) & (steps.of(found) > limit)]
    if not len(found):
        return
    step = steps.of(found)
    longest = int(np.argmax(step))
    before = evidence.timed_before(int(found[longest]))
    several = (
        translatable("{n} pauses; in the longest there is no", n=len(found)) if len(found) > 1 else translatable("No")
    )
    pause = translatable(
        "{no} record for {length} from {time} on; usually there is one every {usual}.",
        no=several,
        length=duration(int(step[longest])),
        time=evidence.clock(int(evidence.time[before])),
        usual=duration(ranks.median(len(ranks) - len(found)) or usual),
    )
    after = evidence.headline(int(found[longest]))
    yield evidence.finding(
        "gap",
        joined(pause, translatable("The first after it says: {line}.", line=quote(after)) if after else ""),
        severity=Severity.WARNING if nearly_all < _STEADY * usual else Severity.INFO,
        rows=np.array([*(evidence.timed_before(row) for row in found.tolist()), *found.tolist()]),
        count=len(found),
    )


def _longest(steps: _Steps, at: slice) -> Rows:
    """Return the records of a chunk before which nothing came for longest."""
    rows = steps.rows(at)
    length = steps.of(rows)
    most = _MOST_PAUSES + TAIL + 1
    if len(rows) > most * _SAMPLED:  # partitions are slow where most steps are equal, and sorting all of them is
        may_be = length >= np.sort(length[::_SAMPLED])[-most]
        rows, length = rows[may_be], length[may_be]
    return rows[np.argsort(length, kind="stable")[-most:]]


def life_findings(evidence: Evidence, texts: Texts) -> Iterator[Finding]:
    """Yield restart loops, starts that never become ready, and runs that end without a word."""
    marks = {name: texts.rows(name).rows for name in symptom_rules().life}
    starts = _moments(evidence, marks["start"])
    if not len(starts):
        return
    yield from restart_loop(evidence, starts)
    yield from unfinished_start(evidence, starts, marks)


def _moments(evidence: Evidence, rows: Rows) -> Rows:
    """Return the first record of each start: lines that belong together count once."""
    if len(rows) < 2:
        return rows
    if evidence.has_times and bool(evidence.timed[rows].all()):
        apart = np.diff(evidence.time[rows]) > _ONE_START_NS
    else:
        apart = np.diff(rows) > 20
    first: Rows = rows[np.append(True, apart)]
    return first


def restart_loop(evidence: Evidence, starts: Rows) -> Iterator[Finding]:
    """Three or more starts within ten minutes."""
    if not (evidence.has_times and bool(evidence.timed[starts].all())):
        return
    time: Ints = evidence.time[starts]
    close = [
        (first, first + _LOOP_STARTS - 1)
        for first in range(len(starts) - _LOOP_STARTS + 1)
        if 0 <= time[first + _LOOP_STARTS - 1] - time[first] <= _LOOP_NS
    ]
    if not close:
        return
    rows = starts[close[0][0] : close[-1][1] + 1]
    yield evidence.finding(
        "restart_loop",
        translatable("It started {times}{when}.", times=times(len(rows)), when=evidence.between(rows)),
        rows=rows,
    )


def unfinished_start(evidence: Evidence, starts: Rows, marks: dict[str, Rows]) -> Iterator[Finding]:
    """A log that ends while the program still starts: nothing says that it is ready, failed or stopped."""
    last = int(starts[-1])
    later = [int(rows[-1]) for name, rows in marks.items() if name != "start" and len(rows) and int(rows[-1]) >= last]
    failing = evidence.fold(
        "last failure", -1, lambda known, at: _last_failure(evidence, at, known), evidence.texts.reading
    )
    if later or failing >= last:
        return
    if evidence.records - last < 10:
        return
    end = evidence.records - 1
    message, _ = evidence.read(end)
    yield evidence.finding(
        "stops_while_starting",
        translatable(
            "The program started{when} and never says that it is ready, stopped or failed. The last of {n} records is "
            "{message}{end}.",
            when=evidence.at(last),
            n=evidence.records - last,
            message=quote(message),
            end=evidence.at(end),
        ),
        rows=np.array([last, end]),
        count=1,
    )


def _last_failure(evidence: Evidence, at: slice, known: int) -> int:
    """Return the last record of a chunk that is an error or has the text of one, ``known`` if there is none."""
    failed = np.flatnonzero((evidence.level[at] >= Level.ERROR) | (evidence.texts.failure[at] > 0))
    return at.start + int(failed[-1]) if len(failed) else known
