"""A score with its threshold and, where the log carries it, the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.log_series import log_series
from aidebug_gui.analysis.threshold import Threshold, Truth, positives
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows

_SURE = ("target", "truth", "ground_truth", "y_true", "actual", "expected", "is_fraud")
_POSSIBLE = ("label", "class", "outcome")
"""Names that may also mean what the model decided: offered, but not taken unasked."""
AGREEMENT = "label=target"
"""In place of a truth field, where there are more than two classes: a prediction is right or wrong. A filter, too."""
RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A field's values prepared for any threshold. ``truth`` is None where the log has none for it.

    ``truth_field`` has ``positive`` for what is truly positive and ``negative`` for all else.
    """

    field: str
    count: int
    above: Threshold
    below: Threshold
    truth: Truth | None = None
    truth_field: str = ""
    positive: str = ""
    negative: str = ""


def truth_fields(log: FileLog) -> list[str]:
    """Return the fields that may hold the truth: two values only, the likeliest name first. See ``is_sure``.

    ``AGREEMENT`` is the last one where a log has predicted and true labels of any number.
    """
    names = [field.name for field in log.fields() if field.kind not in (Kind.TEXT, Kind.TIME, Kind.LEVEL, Kind.ID)]
    likely = [name for word in (*_SURE, *_POSSIBLE) for name in names if name.rpartition(".")[2].lower() == word]
    found = [name for name in dict.fromkeys(likely) if len(log.values(name, limit=3)) == 2]
    return [*found, AGREEMENT] if {"label", "target"} <= log.analytics.columns else found


def is_sure(field: str) -> bool:
    """Return whether a field's name can only mean the truth."""
    return field == AGREEMENT or field.rpartition(".")[2].lower() in _SURE


def judge(log: FileLog, field: str, truth_field: str = "", cancel: CancelToken | None = None) -> Judged:
    """Prepare a field; ``truth_field``: where the truth stands, if anywhere. Raises KeyError, Cancelled."""
    series = log_series(log, field)
    values = series.points.values
    above, below = Threshold(values), Threshold(values, above=False)
    if cancel is not None:
        cancel.check()
    if not truth_field:
        return Judged(field, len(values), above, below)
    records, truths = _agreement(log, cancel) if truth_field == AGREEMENT else _values(log, truth_field, cancel)
    _, at, chosen = np.intersect1d(series.records, records, assume_unique=True, return_indices=True)
    scores, labels = values[at], truths[chosen]
    finite = np.isfinite(scores)
    scores, labels = scores[finite], labels[finite]
    names = np.unique(labels)
    if len(names) != 2:
        return Judged(field, len(values), above, below)
    if truth_field == AGREEMENT:
        return Judged(field, len(values), above, below, Truth(scores, labels == RIGHT), truth_field, RIGHT, WRONG)
    means = [float(scores[labels == name].mean()) for name in names]
    is_positive = positives(list(names), means)
    if is_positive is None:  # the two differ only in case or spaces
        return Judged(field, len(values), above, below)
    positive, negative = (str(names[is_positive][0]), str(names[~is_positive][0]))
    truth = Truth(scores, labels == positive)
    return Judged(field, len(values), above, below, truth, truth_field, positive, negative)


def _values(log: FileLog, field: str, cancel: CancelToken | None) -> tuple[Rows, NDArray[np.str_]]:
    """Return the records that have a value in a field, and the values."""
    table, column = log.analytics.source(field, cancel)
    sql = f"SELECT rowid AS position, {column}::VARCHAR AS value FROM {table} WHERE {column} IS NOT NULL"
    found = log.analytics.execute(sql).fetchnumpy()
    return np.asarray(found["position"], dtype=np.int64), np.ma.getdata(found["value"]).astype(str)


def _agreement(log: FileLog, cancel: CancelToken | None) -> tuple[Rows, NDArray[np.str_]]:
    """Return the records that have a predicted and a true label, and whether they agree: ``RIGHT`` or ``WRONG``."""
    right, wrong = (log.select(query, cancel=cancel) for query in (AGREEMENT, "label!=target"))
    assert right is not None  # neither filter is empty
    assert wrong is not None
    return np.append(right, wrong), np.repeat([RIGHT, WRONG], [len(right), len(wrong)])
