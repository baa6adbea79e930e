"""The events of a log's numbers as findings: what it is, why, what helps, and the records of the episode."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.field_series import field_series, is_watched
from aidebug_gui.analysis.findings.explanations import Explanation
from aidebug_gui.analysis.findings.finding import Episode, Finding, Severity, capped
from aidebug_gui.analysis.formatting import clock
from aidebug_gui.analysis.groups import Group, groups_of
from aidebug_gui.analysis.own_fields import runs_of
from aidebug_gui.analysis.series.events import SETTLED, Event, Points, episodes, event_of
from aidebug_gui.analysis.series.growing import GrowingEnd
from aidebug_gui.analysis.series.log_series import (
    LogEvents,
    default_fields,
    series_events,
)
from aidebug_gui.analysis.series.model import ERRORS, Reason, Scored
from aidebug_gui.analysis.series.numbers import number, percent
from aidebug_gui.analysis.series.sensitivity import RATES, limit_of
from aidebug_gui.analysis.series.sentences import title_of
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.resources import resource_path
from aidebug_gui.store.protocol import LogStore, Rows
from aidebug_gui.translatable import Numeral, Text, as_sentence, joined, translatable

ANY_ERROR = "*"
"""In place of a kind: any finding that is an error, since it names what the event only counts."""
_MORE = 2.0  # times the errors of a burst: what names so many more does not say that they came at once
_LEAST_SHARE = 0.05  # of a reason that is named in words
COVERED = 0.5
"""An event is said already where a finding that means the same has this share of its records."""

_OF_ONE_FIELD = frozenset(("keeps_growing", "moved_number", "level_for_a_while"))
"""What these kinds tell says nothing of other fields at the same time."""
_MOST_SILENT = 0.3
"""Where the whole log says nothing for a larger share of a gap than this, it is a pause of the log, not of a field."""
_ABOUT = 60  # records by which the begin of a level may be taken for later than it is
_FIRST_OF_RUN = 3  # points
_MOST_RUN_FIELDS = 4  # name and id of the run and of its experiment
_SCHEDULED = re.compile(r"(?:^|[\W_])(?:lr|learning_rate)(?:[\W_]|$)")
_MOVED = frozenset((Reason.SHIFT, Reason.RECORD, Reason.NOVEL, Reason.SLOW, Reason.QUIET, Reason.VOLATILITY))
"""What a schedule does to a learning rate."""


@dataclass(frozen=True, slots=True)
class AnomalyText(Explanation):
    """What ``resources/anomalies.toml`` says of a reason; ``covered``: kinds of findings that say it better.

    ``word``: the reason among others of an event.
    """

    covered: tuple[str, ...]
    word: Text


@dataclass(frozen=True, slots=True, eq=False)
class FieldEvent:
    """An episode of a numeric field. ``first`` and ``last``: its outermost records; ``beyond``: how far it left its band.

    ``group``: the value of the field by which the log was taken apart, empty where it was not.
    """

    field: str
    reason: Reason
    first: int
    last: int
    finding: Finding
    beyond: float = 0.0
    group: str = ""

    @property
    def number(self) -> str:
        """What the event is of, told apart from the same field of other groups."""
        return _number(self.field, self.group)


def _number(field: str, group: str) -> str:
    return f"{field} {group}" if group else field


@cache
def anomaly_texts() -> Mapping[Reason, AnomalyText]:
    """Return the shipped texts, one for each reason."""
    table = tomllib.loads(resource_path("anomalies.toml").read_text(encoding="utf-8"))
    return {reason: _text(table[reason.value]) for reason in Reason}


def _text(entry: Mapping[str, object]) -> AnomalyText:
    covered = entry.get("covered", ())
    return AnomalyText(
        str(entry["title"]),
        Severity[str(entry["severity"]).upper()],
        Text(str(entry["cause"])),
        Text(str(entry["fix"])),
        tuple(covered) if isinstance(covered, list) else (),
        Text(str(entry["word"])),
    )


EventsByRate: TypeAlias = Mapping[float, list[FieldEvent]]
"""The events of a field for each of ``sensitivity.RATES``."""
_Known: TypeAlias = dict[tuple[int, int], FieldEvent | None]
"""Events by their first and last point; None for one that is not reported."""


def field_events(store: LogStore, evidence: Evidence, grouped_by: str = "") -> Iterator[tuple[str, EventsByRate]]:
    """Yield each numeric field that is looked at by default with its events for each sensitivity. Raises Cancelled.

    ``grouped_by``: a field; the numbers of the records with each of its values are looked at by themselves.
    """
    for field, groups in _watched(store, evidence, grouped_by):
        found = (series_events(field_series(evidence, field, group=group)) for group in groups)
        yield field, _joined([_by_rate(events, evidence, {}) for events in found])


def _watched(store: LogStore, evidence: Evidence, grouped_by: str) -> Iterator[tuple[str, list[Group | None]]]:
    """Yield each field that is looked at with the groups that it is looked at in; None is the whole log."""
    every = list(groups_of(evidence, grouped_by)) if grouped_by else [None]
    for field in default_fields(store):
        evidence.check()
        groups = [group for group in every if is_watched(evidence, field, group)]
        if groups:
            yield field, groups


def _joined(found: Sequence[EventsByRate]) -> EventsByRate:
    """Return the events of all groups as the log goes."""
    if len(found) == 1:
        return found[0]
    return {
        rate: sorted((event for events in found for event in events[rate]), key=lambda event: event.first)
        for rate in RATES
    }


@dataclass(slots=True)
class _GrownNumber:
    """The end of a number's points, and the events among those that came since the log was opened.

    ``over``: by rate, those that nothing can change any more; ``known``: the others.
    """

    end: GrowingEnd
    over: dict[float, list[FieldEvent]]
    known: _Known


class GrownEvents:
    """The events of a log that was opened and grows since.

    What it held when it was opened is looked at from both sides, once. What came since is scored as it came, so that
    what is told once stays told, and each new point costs the same however long the log is. Not thread-safe.
    """

    def __init__(self, opened: Mapping[str, EventsByRate], records: int, grouped_by: str = "") -> None:
        """Take the events of the first ``records`` records. ``grouped_by``: as they were looked at."""
        self._opened = opened
        self._records = records
        self._grouped_by = grouped_by
        self._numbers: dict[tuple[str, Group | None], _GrownNumber] = {}

    def field_events(self, store: LogStore, evidence: Evidence) -> Iterator[tuple[str, EventsByRate]]:
        """Yield each field with its events, old and new ones. Raises Cancelled."""
        for field, groups in _watched(store, evidence, self._grouped_by):
            new = _joined([_new_events(self._grown(evidence, field, group), evidence) for group in groups])
            old = self._opened.get(field, {})
            yield field, {rate: [*old.get(rate, ()), *events] for rate, events in new.items()}

    def _grown(self, evidence: Evidence, field: str, group: Group | None) -> _GrownNumber:
        """Return a number with all points that it has by now."""
        known = self._numbers.get((field, group))
        if known is None or not _goes_on(evidence, field, group, known.end):
            before = field_series(evidence, field, 0, self._records, group=group)
            known = _GrownNumber(GrowingEnd.of(before), {rate: [] for rate in RATES}, {})
            self._numbers[field, group] = known
        last, latest, _ = known.end.last
        known.end.add(field_series(evidence, field, max(self._records, last + 1), latest=latest, group=group))
        return known


def _goes_on(evidence: Evidence, field: str, group: Group | None, end: GrowingEnd) -> bool:
    """Return whether the last point that was scored is still what it was."""
    record, _, value = end.last
    if record < 0:
        return True
    points = field_series(evidence, field, record, record + 1, group=group).points
    return len(points.values) == 1 and np.array_equal(points.values, [value], equal_nan=True)


def _new_events(known: _GrownNumber, evidence: Evidence) -> EventsByRate:
    """Return the events among the points that came since the log was opened, and forget the points of those that are over."""
    end = known.end
    found = LogEvents(end.series, "causal", 0.0, end.scored, [])
    open_from = _open_from(end.scored)
    by_rate = _by_rate(found, evidence, known.known, end.first)
    every = {rate: [*known.over[rate], *events] for rate, events in by_rate.items()}
    first_open = int(end.series.records[open_from]) if open_from < len(end.series.records) else evidence.records
    for rate, events in every.items():
        known.over[rate] = [event for event in events if event.last < first_open]
    end.forget(open_from)
    settled = end.count - SETTLED
    known.known = {key: event for key, event in known.known.items() if key[1] < settled and key[0] >= end.first}
    return every


def _open_from(scored: Scored) -> int:
    """Return the position from which points may belong to an episode that is not over, whatever the sensitivity."""
    settled = max(0, len(scored.scores) - SETTLED)
    for group in episodes(scored, min(limit_of("causal", rate) for rate in RATES)):
        if scored.at[group[-1]] >= settled:
            return int(scored.at[group[0]])
    return settled


def _by_rate(found: LogEvents, evidence: Evidence, known: _Known, begin: int = 0) -> EventsByRate:
    """Return the events for each sensitivity; what is the same episode for two of them is one object.

    ``known``: what is made already; what is made now is added. ``begin``: number of the first point.
    """
    by_rate = {}
    for rate in RATES:
        groups = episodes(found.scored, limit_of(found.mode, rate))
        candidates = (_known_event(found, evidence, group, known, begin) for group in groups)
        by_rate[rate] = [event for event in candidates if event is not None]
    return by_rate


def _known_event(
    found: LogEvents, evidence: Evidence, group: NDArray[np.int64], known: _Known, begin: int
) -> FieldEvent | None:
    first, last = (begin + found.scored.at[group[[0, -1]]]).tolist()
    if (first, last) not in known:
        event = event_of(found.series.points, found.scored, group, found.mode)
        known[first, last] = None if _is_no_news(found, evidence, event) else _field_event(found, event)
    return known[first, last]


def _is_no_news(found: LogEvents, evidence: Evidence, event: Event) -> bool:
    """Return whether an event is as it should be, or told by other rules.

    A level is as it was, errors became rarer, a learning rate follows its schedule, another run of a training begins, or not only
    this field was missing: nothing came at all.
    """
    if _is_new_run(found, evidence, event):
        return True
    if event.way_back or (event.reason in _MOVED and _SCHEDULED.search(found.series.points.name)):
        return True
    if event.reason is Reason.LULL:
        return found.series.points.name == ERRORS
    if event.reason is not Reason.GAP:
        return False
    first = max(0, event.start - 1)
    times, records = (of[first : event.end + 1] for of in (found.series.points.times, found.series.records))
    if len(times) < 2:
        return False
    longest = int(np.diff(times).argmax())
    meanwhile = evidence.time[int(records[longest]) : int(records[longest + 1]) + 1]
    return int(np.diff(meanwhile).max()) > _MOST_SILENT * int(times[longest + 1] - times[longest])


def _is_new_run(found: LogEvents, evidence: Evidence, event: Event) -> bool:
    """Return whether one of the log's own numbers only moved because another run begins."""
    name = found.series.points.name
    if name in CANONICAL or name == ERRORS or event.reason not in _MOVED | {Reason.SPIKE}:
        return False
    records = found.series.records[max(0, event.start - _FIRST_OF_RUN) : event.end + 1]
    runs = runs_of(evidence.fields())
    return any(len(set(evidence.field_codes(run).code[records].tolist())) > 1 for run in runs[:_MOST_RUN_FIELDS])


def _field_event(found: LogEvents, event: Event) -> FieldEvent:
    points = found.series.points
    field, times = points.name, points.times
    text = anomaly_texts()[event.reason]
    records = found.records(event)
    rows = _proof(found, event)
    first_ns, last_ns = int(times[event.start]), int(times[event.end])
    has_times = bool(times[-1])
    finding = Finding(
        kind=f"anomaly_{event.reason.value}",
        severity=text.severity,
        title=Text(
            "{text:capital}",
            {"text": Text(text.title, {"field": title_of(field, points.group)})},
        ),
        sentence=as_sentence(event.text),
        cause=text.cause,
        fix=text.fix,
        rows=capped(rows),
        count=len(rows),
        first_ns=first_ns if has_times else None,
        last_ns=last_ns if has_times else None,
        subject=f"{_number(field, points.group)} {int(records[0])}",
        detail=_detail(event, points, int(times[event.peak]) if has_times else None),
        episode=Episode(
            int(found.series.records[event.peak]),
            event.score,
            event.value,
            event.expected,
            tuple((reason.value, share) for reason, share in _by_share(event.reasons)),
        ),
    )
    return FieldEvent(field, event.reason, int(records[0]), int(records[-1]), finding, _beyond(event), points.group)


def _detail(event: Event, points: Points, peak_ns: int | None) -> Text:
    """Say how odd an event is, when most, and how much each reason has to do with it."""
    words = [
        translatable("{reason} {share}", reason=anomaly_texts()[reason].word, share=percent(share))
        for reason, share in _by_share(event.reasons)
        if share >= _LEAST_SHARE
    ]
    low, high = event.expected
    return translatable(
        "Anomaly score {score}{when}: {reasons}.{usual}",
        score=Numeral(f"{event.score:.1f}"),
        when=translatable(" at {time}", time=clock(peak_ns)) if peak_ns is not None else "",
        reasons=joined(*words, separator=", "),
        usual=translatable(
            " Usual just before: {low} to {high}.", low=number(low, points.unit), high=number(high, points.unit)
        )
        if np.isfinite((low, high)).all() and points.name != ERRORS
        else "",
    )


def _by_share(reasons: Sequence[tuple[Reason, float]]) -> list[tuple[Reason, float]]:
    """Return the reason that names an event, then the others by their shares."""
    return [reasons[0], *sorted(reasons[1:], key=lambda reason: -reason[1])]


def _beyond(event: Event) -> float:
    low, high = event.expected
    return float(np.nan_to_num(max(event.value - high, low - event.value), posinf=np.inf))


def _proof(found: LogEvents, event: Event) -> Rows:
    """Return the records of an episode; of more errors only those that are errors."""
    records = found.records(event)
    if found.series.points.name != ERRORS:
        return records
    flags = found.series.points.values[event.start : event.end + 1]
    return records[flags > 0] if flags.any() else records


def untold(events: Iterable[FieldEvent], findings: Sequence[Finding]) -> list[FieldEvent]:
    """Return the events that no finding tells already in better words."""
    return [event for event in events if not any(_tells(finding, event) for finding in findings)]


def _names_errors(finding: Finding, event: FieldEvent) -> bool:
    """Return whether a finding tells of the errors of an event; of those that come all the time it is news that they came at once."""
    came_at_once = event.reason is not Reason.BURST or finding.count <= _MORE * event.finding.count
    return finding.severity >= Severity.ERROR and came_at_once


def _tells(finding: Finding, event: FieldEvent) -> bool:
    covered = anomaly_texts()[event.reason].covered
    is_said = finding.kind in covered or (ANY_ERROR in covered and _names_errors(finding, event))
    if not is_said or not len(finding.rows) or (finding.kind in _OF_ONE_FIELD and finding.subject != event.field):
        return False
    rows = event.finding.rows
    if event.reason is Reason.SHIFT:
        inside = (rows >= finding.rows[0] - _ABOUT) & (rows <= finding.rows[-1])
    elif finding.count > len(finding.rows):
        inside = (rows >= finding.rows[0]) & (rows <= finding.rows[-1])
    else:
        inside = np.isin(rows, finding.rows)
    return float(inside.mean()) >= COVERED
