"""All that drifted in a log's scores and labels: over time, by group, against a reference that the user picks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from aidebug_gui.analysis.columns import Bools, Codes
from aidebug_gui.analysis.drift import (
    MixChange,
    Reference,
    Shift,
    drift_by_group,
    drift_sentence,
    find_drift,
    mix_change,
)
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.series.log_series import LogSeries, log_series
from aidebug_gui.analysis.series.numbers import percent
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.translatable import translatable

GROUPS = ("model_version", "model", "endpoint")
LABELS = "label"
_MOST_GROUPS = 30
_LEAST_LABELS = 50  # of a group and of the others
_FIRST_PART = 2000  # labels, at most half of them

Kind = Literal["time", "reference", "group", "labels"]


@dataclass(frozen=True, slots=True, eq=False)
class DriftLine:
    """One comparison. ``psi`` is notable from ``limit`` on; for labels both are chi-square.

    ``before``/``now``: shares beyond the threshold, for labels the share of the label that changed most. ``rows``: the
    records that are meant by "now". ``group``: (field, value) where these are the records of a group.
    """

    kind: Kind
    what: str
    psi: float
    limit: float
    before: float
    now: float
    text: str
    rows: Rows
    group: tuple[str, str] | None = None

    @property
    def notable(self) -> bool:
        return self.psi > self.limit


def drift_lines(
    log: FileLog, field: str, threshold: float, reference: Rows | None = None, cancel: CancelToken | None = None
) -> list[DriftLine]:
    """Compare a numeric field and the labels; what is notable, for a chosen reference whatever comes out.

    ``reference``: records that everything else is compared with; None: the first part of the log. Raises KeyError if
    there is no such field, and Cancelled.
    """
    series = log_series(log, field)
    evidence = Evidence(log, cancel)
    evidence.check()
    inside = np.isin(series.records, reference) if reference is not None else None
    lines = list(_over_time(series, threshold) if inside is None else _against(series, inside, threshold))
    for group in GROUPS:
        evidence.check()
        if evidence.has(group):
            lines += _by_group(series, evidence.codes(group), group, threshold)
    if evidence.has(LABELS):
        labels = evidence.codes(LABELS)
        lines += _labels(labels, reference)
        for group in GROUPS:
            evidence.check()
            if evidence.has(group):
                lines += _labels_by_group(labels, evidence.codes(group), group)
    return lines


def _line(kind: Kind, what: str, shift: Shift, text: str, rows: Rows) -> DriftLine:
    return DriftLine(kind, what, shift.psi, shift.limit, shift.share_before, shift.share_now, text, rows)


def _over_time(series: LogSeries, threshold: float) -> Iterator[DriftLine]:
    name = series.points.name
    for drift in find_drift(series.points.values, name=name, threshold=threshold):
        yield _line("time", name, drift.shift, drift.text, series.records[drift.start : drift.end + 1])


def _against(series: LogSeries, inside: Bools, threshold: float) -> Iterator[DriftLine]:
    values, name = series.points.values, series.points.name
    if not np.isfinite(values[inside]).any() or inside.all():
        return
    shift = Reference(values[inside]).shift(values[~inside], threshold)
    yield _line(
        "reference",
        name,
        shift,
        drift_sentence(name, shift, threshold, translatable("in the reference")),
        series.records[~inside],
    )


def _by_group(series: LogSeries, codes: Codes, group: str, threshold: float) -> Iterator[DriftLine]:
    own = codes.code[series.records]
    if not 2 <= len(codes) <= _MOST_GROUPS:
        return
    found = drift_by_group(series.points.values, own.tolist(), name=series.points.name, threshold=threshold)
    for code, drift in found.items():
        if isinstance(code, int) and code >= 0:
            value = codes.value(code)
            text = drift_sentence(
                translatable("{name} of {group}", name=series.points.name, group=value),
                drift.shift,
                threshold,
                translatable("elsewhere"),
            )
            line = _line("group", value, drift.shift, text, series.records[own == code])
            yield replace(line, group=(group, value))


def _labels(codes: Codes, reference: Rows | None) -> Iterator[DriftLine]:
    has = np.flatnonzero(codes.code >= 0)
    if reference is None:
        first = has[: min(_FIRST_PART, len(has) // 2)]
    else:
        first = has[np.isin(has, reference)]
    rest = np.setdiff1d(has, first, assume_unique=True)
    change = _mix(codes, first, rest)
    if change is not None and (change.notable or reference is not None):
        label, (before, now) = next(iter(change.shares.items()))
        yield DriftLine("labels", label, change.statistic, change.limit, before, now, change.text, rest)


def _labels_by_group(labels: Codes, codes: Codes, group: str) -> Iterator[DriftLine]:
    """Compare the labels of each model version (model, endpoint) with those of all others; what is notable."""
    if not (2 <= len(codes) <= _MOST_GROUPS and len(labels) <= _MOST_GROUPS):
        return
    has = np.flatnonzero((labels.code >= 0) & (codes.code >= 0))
    flat = codes.code[has].astype(np.int64) * len(labels) + labels.code[has]
    counts = np.bincount(flat, minlength=len(codes) * len(labels)).reshape(len(codes), len(labels)).astype(np.float64)
    names = labels.values()
    for code, own in enumerate(counts):
        others = counts.sum(axis=0) - own
        change = mix_change(names, np.stack((others, own)))
        if change is None or not change.notable or min(own.sum(), others.sum()) < _LEAST_LABELS:
            continue
        label, (before, now) = next(iter(change.shares.items()))
        value = codes.value(code)
        text = translatable(
            "the mix of labels of {value}: {label} {now}, elsewhere {before}",
            value=value,
            label=label,
            now=percent(now),
            before=percent(before),
        )
        rows = has[codes.code[has] == code]
        yield DriftLine("labels", value, change.statistic, change.limit, before, now, text, rows, (group, value))


def _mix(codes: Codes, before: Rows, now: Rows) -> MixChange | None:
    if len(codes) > _MOST_GROUPS:
        return None
    counts = [np.bincount(codes.code[rows], minlength=len(codes)) for rows in (before, now)]
    return mix_change(codes.values(), np.array(counts, dtype=np.float64))
