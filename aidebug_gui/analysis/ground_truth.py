"""A score with its threshold and, where the log carries it, the truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.threshold import CalibrationBin, Threshold, Truth, positives
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.formatting import quote
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
    calibration: tuple[CalibrationBin, ...] = ()
    calibration_error: float = float("nan")


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
    return Judge(log, field, truth_field).judged(cancel)


class Judge:
    """Judges a field of a log that may grow: what came is added to what is known, and the answer is that of all."""

    def __init__(self, log: FileLog, field: str, truth_field: str = "") -> None:
        self.field, self.truth_field = field, truth_field
        self._log = log
        self._known = (0, _NOTHING)  # of which numbering of the records

    def judged(self, cancel: CancelToken | None = None) -> Judged:
        """Look at the records that the log has now. Raises KeyError, Cancelled."""
        state = self._log.state()
        generation, known = self._known
        if generation != state.generation or known.stop > state.settled:
            known = _NOTHING
        known = self._with(known, min(state.settled, state.records), cancel)
        self._known = (state.generation, known)
        return self._with(known, state.records, cancel).judged(self.field, self.truth_field)

    def _with(self, known: _Scores, stop: int, cancel: CancelToken | None) -> _Scores:
        """Return what is known with the records up to ``stop``."""
        first = known.stop
        if first == stop:
            return known
        rows, values = _numbers(self._log, self.field, first, stop, cancel)
        if not self.truth_field:
            return known.and_of(stop, values)
        read = _agreement if self.truth_field == AGREEMENT else partial(_values, field=self.truth_field)
        records, texts = read(self._log, first=first, stop=stop, cancel=cancel)
        _, at, chosen = np.intersect1d(rows, records, assume_unique=True, return_indices=True)
        return known.and_of(stop, values, values[at], texts[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class _Scores:
    """The values of a field up to record ``stop``; those with a truth ascending, each with the number of its name.

    Of more than two names nothing is judged, and nothing kept.
    """

    stop: int
    above: Threshold
    below: Threshold
    count: int
    scores: NDArray[np.float64]
    codes: NDArray[np.int8]
    names: tuple[str, ...]

    def and_of(
        self,
        stop: int,
        values: NDArray[np.float64],
        scores: NDArray[np.float64] | None = None,
        labels: NDArray[np.str_] | None = None,
    ) -> _Scores:
        """Return what is known with further values, and with ``scores`` that have a truth by name."""
        known = replace(
            self,
            stop=stop,
            above=self.above.and_of(values),
            below=self.below.and_of(values),
            count=self.count + len(values),
        )
        if scores is None or labels is None or len(self.names) > _CLASSES:
            return known
        finite = np.isfinite(scores)
        new_names, code = np.unique(labels[finite], return_inverse=True)
        names = tuple(dict.fromkeys((*self.names, *new_names.tolist())))
        if len(names) > _CLASSES:
            return replace(known, names=names, scores=self.scores[:0], codes=self.codes[:0])
        order = np.argsort(scores[finite], kind="stable")
        new = scores[finite][order]
        codes = np.array([names.index(name) for name in new_names.tolist()], dtype=np.int8)[code[order]]
        at = np.searchsorted(self.scores, new, side="right")  # of equal ones the later record comes later
        return replace(
            known, names=names, scores=np.insert(self.scores, at, new), codes=np.insert(self.codes, at, codes)
        )

    def judged(self, field: str, truth_field: str) -> Judged:
        """Return what is to be told; which name is the positive one may depend on the scores of each."""
        nothing = Judged(field, self.count, self.above, self.below)
        if len(self.names) != _CLASSES:
            return nothing
        names = sorted(self.names)
        if truth_field == AGREEMENT:
            positive = RIGHT
        else:
            means = [float(self.scores[self.codes == self.names.index(name)].mean()) for name in names]
            is_positive = positives(names, means)
            if is_positive is None:  # the two differ only in case or spaces
                return nothing
            positive = names[int(is_positive.argmax())]
        negative = next(name for name in names if name != positive)
        truth = Truth(self.scores, self.codes == self.names.index(positive))
        told = replace(nothing, truth=truth, truth_field=truth_field, positive=positive, negative=negative)
        return replace(told, calibration=truth.calibration(), calibration_error=truth.calibration_error())


_CLASSES = 2
_NOTHING = _Scores(0, Threshold(), Threshold(above=False), 0, np.empty(0), np.empty(0, dtype=np.int8), ())


def _numbers(
    log: FileLog, field: str, first: int, stop: int, cancel: CancelToken | None
) -> tuple[Rows, NDArray[np.float64]]:
    """Return the records in [first, stop) that have a number in a field, NaN too, and the numbers."""
    rows = log.select(f"has:{quote(field)}", first=first, cancel=cancel)
    assert rows is not None  # the filter is not empty
    table, column = log.analytics.source(field, cancel)
    sql = f"SELECT coalesce(try_cast({column} AS DOUBLE), 'nan'::DOUBLE) AS value FROM {table} WHERE rowid >= ? AND rowid < ?"
    values = log.analytics.execute(sql, (first, stop)).fetchnumpy()["value"]
    rows = rows[rows < first + len(values)]
    return rows, np.ma.getdata(values)[rows - first].astype(np.float64, copy=False)


def _values(
    log: FileLog, *, field: str, first: int, stop: int, cancel: CancelToken | None
) -> tuple[Rows, NDArray[np.str_]]:
    """Return the records in [first, stop) that have a value in a field, and the values."""
    table, column = log.analytics.source(field, cancel)
    sql = (
        f"SELECT rowid AS position, {column}::VARCHAR AS value FROM {table}"
        f" WHERE rowid >= ? AND rowid < ? AND {column} IS NOT NULL"
    )
    found = log.analytics.execute(sql, (first, stop)).fetchnumpy()
    return np.asarray(found["position"], dtype=np.int64), np.ma.getdata(found["value"]).astype(str)


def _agreement(log: FileLog, *, first: int, stop: int, cancel: CancelToken | None) -> tuple[Rows, NDArray[np.str_]]:
    """Return the records in [first, stop) with a predicted and a true label, and whether these agree."""
    right, wrong = (log.select(query, first=first, cancel=cancel) for query in (AGREEMENT, "label!=target"))
    assert right is not None  # neither filter is empty
    assert wrong is not None
    right, wrong = right[right < stop], wrong[wrong < stop]
    return np.append(right, wrong), np.repeat([RIGHT, WRONG], [len(right), len(wrong)])
