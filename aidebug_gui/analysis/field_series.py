"""The points of a log's numbers as series, made of the columns that the rules for findings have read already."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.evidence import Evidence, Ints
from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.log_series import LogSeries, scale_of
from aidebug_gui.analysis.series.model import ERRORS
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.store.protocol import Rows


def field_series(evidence: Evidence, field: str) -> LogSeries:
    """Return the points of a number, or of the errors, in log order: all records with a value, a column's NaN too."""
    if field == ERRORS:
        records = np.arange(evidence.records, dtype=np.int64)
        points = Points(_times(evidence, records), evidence.failed.astype(np.float64), ERRORS)
        return LogSeries(points, records, ScaleKind.FLAG)
    values = evidence.numbers(field)
    has_value = np.isfinite(values)
    has_value[evidence.not_finite(field)] = True
    records = np.flatnonzero(has_value)
    values = values if len(records) == len(values) else values[records]
    unit = CANONICAL[field].unit if field in CANONICAL else ""
    points = Points(_times(evidence, records), values, field, unit)
    return LogSeries(points, records, scale_of(field))


def _times(evidence: Evidence, records: Rows) -> Ints:
    """Return ascending times in ns; a record without one has that of the record before; zeros if none has one."""
    if not evidence.timed.any():
        return np.zeros(len(records), dtype=np.int64)
    time = evidence.time if len(records) == evidence.records else evidence.time[records]
    return np.maximum.accumulate(time)
