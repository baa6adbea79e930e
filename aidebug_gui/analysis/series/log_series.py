"""Series out of a log: the points of a field with the records that they come from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.own_fields import counts_up, own_numbers
from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import Event, Mode, Points, find_events
from aidebug_gui.analysis.series.model import ERRORS, NO_REASON, Scored
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE, limit_of
from aidebug_gui.analysis.series.thinning import thinned
from aidebug_gui.analysis.series.whole import score_whole
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.formatting import quote
from aidebug_gui.store.protocol import LogStore, Rows

FEWEST = 200  # points without which a field is not looked at by default
MOST_WHOLE = 200_000  # points up to which both sides are looked at; longer series are scored causally, which is faster
MOST_SCORED = MOST_WHOLE  # of longer ones, points that stand for the others: a quarter of a second of work
_MOST_GROUPS = 20
_SKEWED = frozenset(("latency_ms", "ttft_ms", "tokens_in", "tokens_out", "tokens_total", "cost_usd"))
_SETTINGS = frozenset(("threshold", "step", "epoch"))  # set by people or counting up: nothing to be surprised by


@dataclass(frozen=True, slots=True)
class LogSeries:
    """The points of a field. ``records[i]`` is the record number of point i."""

    points: Points
    records: Rows
    scale: ScaleKind | None = None


@dataclass(frozen=True, slots=True)
class LogEvents:
    """A scored series with its events."""

    series: LogSeries
    mode: Mode
    limit: float
    scored: Scored
    events: list[Event]

    def records(self, event: Event) -> Rows:
        """Return the records of an event."""
        return self.series.records[event.start : event.end + 1]


def default_fields(store: LogStore) -> list[str]:
    """Return the canonical numeric fields that the log fills, the errors, and the log's own numbers."""
    fields = store.fields()
    numeric = [field.name for field in fields if field.canonical and field.kind is Kind.NUMBER]
    own = own_numbers(fields, store.state().records)
    return [*(name for name in numeric if name not in _SETTINGS), ERRORS, *own]


def is_of_interest(series: LogSeries) -> bool:
    """Return whether a series is looked at without being asked for: it is long enough and not a mere counter."""
    name, values = series.points.name, series.points.values
    return len(series.records) >= FEWEST and (name in CANONICAL or name == ERRORS or not counts_up(values))


def log_series(store: LogStore, field: str, selection: Rows | None = None) -> LogSeries:
    """Return the points of a numeric field in log order: all records that have a value, NaN too.

    Raises KeyError if there is no such field.
    """
    if field == ERRORS:
        return _errors(store, selection)
    known = {one.name: one for one in store.fields()}
    rows = store.select(f"has:{quote(field)}")
    rows = np.zeros(0, dtype=np.int64) if rows is None else rows
    if selection is not None:
        rows = np.intersect1d(rows, selection, assume_unique=True)
    columns = store.arrays(None, ["time", field])
    values = np.asarray(columns[field][rows], dtype=np.float64)
    points = Points(_times(columns["time"][rows]), values, field, known[field].unit)
    return LogSeries(points, rows, scale_of(field))


def scale_of(field: str) -> ScaleKind | None:
    """Return the scale on which a field is looked at, None to choose it by the values."""
    return ScaleKind.LOG if field in _SKEWED else None


def by_group(store: LogStore, field: str, group: str) -> dict[str, LogSeries]:
    """Return a series for each of the most frequent values of a field (model, model version, endpoint ...)."""
    whole = log_series(store, field)
    names = store.arrays(None, [group])[group][whole.records]
    names = names if names.dtype == object else names.astype(str)
    points = whole.points
    found = {}
    for name, _ in store.values(group, whole.records, limit=_MOST_GROUPS):
        inside = names == name
        part = Points(points.times[inside], points.values[inside], field, points.unit, group=str(name))
        found[name] = LogSeries(part, whole.records[inside], whole.scale)
    return found


def series_events(series: LogSeries, mode: Mode | None = None, false_alarms: float = NORMAL_RATE) -> LogEvents:
    """Score a series and find its events. ``mode``: None for both sides, or causal where the series is long.

    ``false_alarms``: per 10,000 points of noise, as a user can live with them.
    """
    points = series.points
    chosen: Mode = mode or ("whole" if len(points.values) <= MOST_WHOLE else "causal")
    if chosen == "whole":
        scored = score_whole(points.times, points.values, series.scale)
    else:
        scored = _score_causally(series)
    limit = limit_of(chosen, false_alarms)
    return LogEvents(series, chosen, limit, scored, find_events(points, scored, chosen, limit))


def _score_causally(series: LogSeries) -> Scored:
    """Score a series of any length; of a very long one, points that stand for the others (see ``thinning``)."""
    points = series.points
    chosen = thinned(points.values, MOST_SCORED)
    if len(chosen) == len(points.values):
        return CausalScorer(series.scale).push(points.times, points.values)
    found = CausalScorer(series.scale).push(points.times[chosen], points.values[chosen])
    scores = np.zeros(len(points.values))
    reasons = np.full(len(points.values), NO_REASON, dtype=np.uint8)
    scores[chosen], reasons[chosen] = found.scores, found.reasons
    return Scored(scores, reasons, chosen[found.at], found.parts)


def _errors(store: LogStore, selection: Rows | None) -> LogSeries:
    columns = store.arrays(selection, ["time", "level"])
    flags = (columns["level"] >= Level.ERROR).astype(np.float64)
    rows = np.arange(len(flags), dtype=np.int64) if selection is None else selection
    points = Points(_times(columns["time"]), flags, ERRORS)
    return LogSeries(points, rows, ScaleKind.FLAG)


def _times(stamps: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Return ascending times in ns. A record without one has that of the record before; zeros if none has one."""
    times = stamps.astype(np.int64)
    known = ~np.isnat(stamps)
    if not known.any():
        return np.zeros(len(times), dtype=np.int64)
    times = np.where(known, times, times[known.argmax()] if not known[0] else np.iinfo(np.int64).min)
    return np.maximum.accumulate(times)
