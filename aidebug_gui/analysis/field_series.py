"""The points of a log's numbers as series, made of the columns that the rules for findings have read already."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from aidebug_gui.analysis.columns import Bools, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.groups import Group
from aidebug_gui.analysis.own_fields import Steps
from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.log_series import FEWEST, LogSeries, scale_of
from aidebug_gui.analysis.series.model import ERRORS
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows

_NEVER = np.iinfo(np.int64).min


def field_series(
    evidence: Evidence,
    field: str,
    first: int = 0,
    stop: int | None = None,
    latest: int = _NEVER,
    group: Group | None = None,
) -> LogSeries:
    """Return the points of a number, or of the errors, in log order: all records with a value, a column's NaN too.

    ``first``, ``stop``: of these records alone. ``latest``: time (ns) of the point before them; times that go back count
    as the latest before. ``group``: only the records of a group.
    """
    stop = evidence.records if stop is None else min(stop, evidence.records)
    chosen = slice(first, max(first, stop))
    have_value = _have_value(evidence, field, chosen, group)
    values = _values(evidence, field, chosen)
    places = np.flatnonzero(have_value)
    values = values if len(places) == len(values) else values[places]
    records = places + first
    points = Points(_times(evidence, records, latest), values, field, group=group.value if group is not None else "")
    if field == ERRORS:
        return LogSeries(points, records, ScaleKind.FLAG)

    def between(begin_ns: int, end_ns: int) -> Floats:
        at = slice(*np.searchsorted(evidence.time, (begin_ns, end_ns)).tolist())
        found = evidence.numbers(field)[at]
        return found[np.isfinite(found) if group is None else np.isfinite(found) & group.has(evidence, at)]

    unit = CANONICAL[field].unit if field in CANONICAL else ""
    return LogSeries(replace(points, unit=unit, between=between), records, scale_of(field))


def is_watched(evidence: Evidence, field: str, group: Group | None = None) -> bool:
    """Return whether a field is looked at without being asked for: it has many points and is not a mere counter."""

    def count(known: int, at: slice) -> int:
        return known + int(np.count_nonzero(_have_value(evidence, field, at, group)))

    name = f"points of {field}" if group is None else f"points of {field} where {group.field} is {group.value}"
    if evidence.fold(name, 0, count) < FEWEST:
        return False
    if field in CANONICAL or field == ERRORS:
        return True
    values = evidence.numbers(field)
    return not evidence.fold(f"steps of {field}", Steps(), lambda known, at: known.more(values[at])).count_up


def _values(evidence: Evidence, field: str, at: slice) -> Floats:
    if field == ERRORS:
        return (evidence.level[at] >= Level.ERROR).astype(np.float64)
    return evidence.numbers(field)[at]


def _have_value(evidence: Evidence, field: str, at: slice, group: Group | None) -> Bools:
    if field == ERRORS:
        return np.ones(at.stop - at.start, dtype=np.bool_) if group is None else group.has(evidence, at)
    has_value = np.isfinite(evidence.numbers(field)[at])
    rows = evidence.not_finite(field)
    first, stop = np.searchsorted(rows, (at.start, at.stop)).tolist()
    has_value[rows[first:stop] - at.start] = True
    return has_value if group is None else has_value & group.has(evidence, at)


def _times(evidence: Evidence, records: Rows, latest: int) -> Ints:
    """Return ascending times in ns; a record without one has that of the record before; zeros if none has one."""
    if not evidence.timed_records or not len(records):
        return np.zeros(len(records), dtype=np.int64)
    time = evidence.time[int(records[0]) : int(records[-1]) + 1]
    time = time if len(records) == len(time) else time[records - records[0]]
    return np.maximum.accumulate(np.maximum(time, latest) if latest != _NEVER else time)
