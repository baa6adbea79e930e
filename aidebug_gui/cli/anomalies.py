"""``anomalies``: what is odd in the numeric fields of logs, without the window. Imports no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from aidebug_gui.analysis.drift import Drift, find_drift
from aidebug_gui.analysis.drift_table import DriftLine, drift_lines
from aidebug_gui.analysis.series.events import Event, Mode
from aidebug_gui.analysis.series.log_series import (
    LogEvents,
    LogSeries,
    by_group,
    default_fields,
    is_of_interest,
    log_series,
    series_events,
)
from aidebug_gui.analysis.series.numbers import percent
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.analysis.threshold import DEFAULT, Threshold, Truth, positives
from aidebug_gui.cli.console import write
from aidebug_gui.cli.opening import each_log
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.export import iso_time, json_line
from aidebug_gui.store.log import FileLog

_SCORE, _TRUTH = "score", "target"


@dataclass(frozen=True, slots=True)
class Anomalies:
    """What ``aidebug-gui anomalies`` was asked. Without ``fields``: all canonical numbers, and the errors.

    ``rate``: false alarms per 10,000 points that the user can live with.
    """

    paths: tuple[LogAddress, ...]
    fields: tuple[str, ...] = ()
    group: str | None = None
    rate: float = NORMAL_RATE
    mode: Mode | None = None
    threshold: float = DEFAULT
    as_json: bool = False


def anomalies(wanted: Anomalies) -> int:
    """Print the events of each log; return an exit code."""
    return each_log(wanted.paths, partial(_look, wanted))


def _look(wanted: Anomalies, store: FileLog, path: LogAddress, _is_first: bool) -> bool:
    """Print what is odd in one log; return whether anything is."""
    try:
        every = list(_series(store, wanted))
    except KeyError as problem:
        name = problem.args[0]
        raise SourceError(f"{path} has no numeric field {name!r}. See: aidebug-gui inspect {path}") from problem
    results = [series_events(series, wanted.mode, wanted.rate) for series in every]
    threshold = _threshold(store, wanted.threshold)
    drifts = _drifts(store, wanted.threshold)
    by_group = _drift_lines(store, wanted.threshold)
    if wanted.as_json:
        document = {
            "file": str(path),
            "false_alarms_per_10000": wanted.rate,
            "fields": [_field_mapping(result) for result in results],
            "threshold": threshold,
            "drift": [_drift_mapping(series, drift) for series, drift in drifts],
            "drift_by_group": [_line_mapping(line) for line in by_group],
        }
        write(json_line(document).encode() + b"\n")
    else:
        lines = [
            f"{path}: {line}" if len(wanted.paths) > 1 else line for line in _text(results, threshold, drifts, by_group)
        ]
        write("".join(f"{line}\n" for line in lines).encode(errors="replace"))
    return bool(drifts or by_group or any(result.events for result in results))


def _series(store: FileLog, wanted: Anomalies) -> Iterator[LogSeries]:
    for field in wanted.fields or default_fields(store):
        if wanted.group is not None:
            yield from by_group(store, field, wanted.group).values()
            continue
        series = log_series(store, field)
        if wanted.fields or is_of_interest(series):
            yield series


def _threshold(store: FileLog, threshold: float) -> dict[str, object] | None:
    """Count what lies beyond the threshold on the score, and judge it where the log has the truth."""
    names = {field.name for field in store.fields()}
    if _SCORE not in names:
        return None
    series = log_series(store, _SCORE)
    counts = Threshold(series.points.values)
    result: dict[str, object] = {
        "field": _SCORE,
        "above": threshold,
        "records": counts.records(threshold),
        "of": len(series.records),
        "episodes": counts.episodes(threshold),
    }
    if _TRUTH in names:
        labels = store.arrays(None, [_TRUTH])[_TRUTH][series.records]
        known = labels != np.array(None) if labels.dtype == object else ~np.isnan(labels)
        scores = series.points.values[known]
        truth = positives(labels[known].tolist(), scores)
        if truth is not None:
            result |= _judged(Truth(scores, truth), threshold)
    return result


def _judged(truth: Truth, threshold: float) -> dict[str, object]:
    counts = truth.confusion(threshold)
    return {
        "true_positives": counts.true_positives,
        "false_positives": counts.false_positives,
        "false_negatives": counts.false_negatives,
        "true_negatives": counts.true_negatives,
        "precision": counts.precision,
        "recall": counts.recall,
        "best_threshold": truth.best_threshold(),
        "calibration_error": truth.calibration_error(),
    }


def _drift_lines(store: FileLog, threshold: float) -> list[DriftLine]:
    """Return what drifted by group and in the mix of labels; over time is found by ``_drifts``."""
    if _SCORE not in {field.name for field in store.fields()}:
        return []
    return [line for line in drift_lines(store, _SCORE, threshold) if line.kind in ("group", "labels")]


def _drifts(store: FileLog, threshold: float) -> list[tuple[LogSeries, Drift]]:
    if _SCORE not in {field.name for field in store.fields()}:
        return []
    series = log_series(store, _SCORE)
    return [(series, drift) for drift in find_drift(series.points.values, name=_SCORE, threshold=threshold)]


def _field_mapping(result: LogEvents) -> dict[str, object]:
    points = result.series.points
    return {
        "field": points.name,
        "points": len(points.values),
        "mode": result.mode,
        "limit": result.limit,
        "events": [_event_mapping(result, event) for event in result.events],
    }


def _event_mapping(result: LogEvents, event: Event) -> dict[str, object]:
    records, times = result.series.records, result.series.points.times
    return {
        "text": event.text,
        "score": round(event.score, 2),
        "value": event.value,
        "reasons": {reason.value: round(share, 3) for reason, share in event.reasons},
        "expected": list(event.expected),
        **{name: int(records[at]) for name, at in _positions(event)},
        **{f"{name}_time": _when(times[at]) or None for name, at in _positions(event)},
    }


def _when(time_ns: np.int64) -> str:
    """Return a point's time; empty in a log without times, whose points have zeros."""
    return iso_time(int(time_ns), naive=False) if time_ns else ""


def _positions(event: Event) -> Sequence[tuple[str, int]]:
    return (("first_record", event.start), ("peak_record", event.peak), ("last_record", event.end))


def _drift_mapping(series: LogSeries, drift: Drift) -> dict[str, object]:
    return {
        "field": series.points.name,
        "text": drift.text,
        "psi": round(drift.shift.psi, 4),
        "first_record": int(series.records[drift.start]),
        "last_record": int(series.records[drift.end]),
    }


def _line_mapping(line: DriftLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "field": line.group[0] if line.group is not None else line.kind,
        "value": line.what,
        "text": line.text,
        "statistic": round(line.psi, 4),
        "limit": round(line.limit, 4),
        "share_before": line.before,
        "share_now": line.now,
        "records": len(line.rows),
    }


def _text(
    results: Sequence[LogEvents],
    threshold: dict[str, object] | None,
    drifts: Sequence[tuple[LogSeries, Drift]],
    by_group: Sequence[DriftLine],
) -> Iterator[str]:
    events = [(result.series.points.times[event.start], result, event) for result in results for event in result.events]
    for time_ns, result, event in sorted(events, key=lambda item: item[0]):
        first, last = (int(result.series.records[at]) + 1 for at in (event.start, event.end))
        where = f"record {first}" if first == last else f"records {first}-{last}"
        reasons = ", ".join(f"{reason.value} {percent(share)}" for reason, share in event.reasons)
        yield f"{_when(time_ns)}  {event.text}  [{reasons}; {where}]".lstrip()
    for series, drift in drifts:
        where = f"records {int(series.records[drift.start]) + 1}-{int(series.records[drift.end]) + 1}"
        yield f"{_when(series.points.times[drift.start])}  {drift.text}  [{where}]".lstrip()
    yield from (line.text for line in by_group)
    if threshold is not None:
        yield _threshold_text(threshold)
    if not events and not drifts and not by_group:
        yield f"Nothing odd in {', '.join(result.series.points.name for result in results) or 'numeric fields'}."


def _threshold_text(found: dict[str, object]) -> str:
    text = f"{found['field']} > {found['above']:g}: {found['records']} of {found['of']} records, {found['episodes']} episodes"
    if "precision" in found:
        text += f"; precision {found['precision']:.2f}, recall {found['recall']:.2f} against {_TRUTH}"
    return text
