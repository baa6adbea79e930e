"""Predictions against the truth that the log carries: since when more of them are wrong, and what the wrong ones share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.mistaken import mistaken_for
from aidebug_gui.analysis.findings.rise import Rise, Series
from aidebug_gui.analysis.formatting import percent, quote
from aidebug_gui.analysis.own_fields import own_categories
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.translatable import Text, translatable

_LEAST = 200  # predictions with a truth
_LEAST_GROUP = 20
_LEAST_Z = 6.0  # of a group among all values: many are looked at
_LEAST_MORE = 0.03  # of the share that is wrong
_TIMES = 1.5
_MOST_WRONG = 0.6  # beyond, label and truth do not mean the same
_LEAST_COMMON = 0.5  # of the labels that the truth knows too
_NOT_INPUTS = frozenset(("label", "target", "model", "model_version"))


@dataclass(frozen=True, slots=True)
class _Group:
    """Records with a value of a field: the share that is wrong among them and among the others."""

    field: str
    value: str
    inside: float
    outside: float
    z: float


def accuracy_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield a lasting rise of wrong predictions, or else the group of records in which far more are wrong."""
    if not evidence.has("label", "target"):
        return
    judged = _Judged(evidence)
    series = judged.series()
    if series.count < _LEAST or not 0 < series.yes <= _MOST_WRONG * series.count or not judged.means_the_same():
        return
    rise = series.rise()
    wrong = evidence.selected("wrong predictions", judged.wrong, judged.basis)
    if rise is not None:
        yield _got_worse(evidence, judged, evidence.within(wrong, rise.record, evidence.records), rise)
        return
    group = _worst_group(evidence, judged, 0, series.count, series.yes)
    if group is not None:
        yield _often_wrong(evidence, judged, wrong, group)


class _Judged:
    """Predictions beside the truth: values that differ only in case or spaces are the same."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._label, self._target = evidence.codes("label"), evidence.codes("target")
        numbers: dict[str, int] = {}
        self._names = [
            np.array([*(numbers.setdefault(value.strip().casefold(), len(numbers)) for value in codes.values()), -1])
            for codes in (self._label, self._target)
        ]
        self.basis = (self._label.numbering, self._target.numbering)

    def known(self, at: slice) -> Bools:
        """Tell which records of a chunk have a prediction and the truth."""
        known: Bools = (self._label.code[at] >= 0) & (self._target.code[at] >= 0)
        return known

    def wrong(self, at: slice) -> Bools:
        """Tell which of them are wrong."""
        label, target = self._names
        differ: Bools = label[self._label.code[at]] != target[self._target.code[at]]
        return differ & self.known(at)

    def series(self) -> Series:
        """Return all predictions, right (no) or wrong (yes)."""

        def step(series: Series, at: slice) -> Series:
            offsets = np.flatnonzero(self.known(at))
            return series.more(self.wrong(at)[offsets], at.start + offsets) if len(offsets) else series

        return self._evidence.fold("course of wrong predictions", Series(), step, self.basis)

    def mistake(self, wrong: Selected) -> Text:
        """Say what most of these wrong predictions take for what."""
        return mistaken_for(self._evidence, self._label, self._target, wrong)

    def means_the_same(self) -> bool:
        """Return whether the labels are those that the truth knows, too."""
        labels, targets = (
            np.unique(names[:-1][self._evidence.code_counts(column) > 0])
            for column, names in zip(("label", "target"), self._names, strict=True)
        )
        return len(labels) > 1 and float(np.isin(labels, targets).mean()) >= _LEAST_COMMON


def _worst_group(evidence: Evidence, judged: _Judged, since: int, count: int, wrong: int) -> _Group | None:
    """Return the value of any field whose records are wrong far more often than the others; the clearest one.

    Of the ``count`` predictions from record ``since`` on, ``wrong`` of which are wrong.
    """
    names = [name for name, column in CANONICAL.items() if column.kind is Kind.CATEGORY and evidence.has(name)]
    columns = [(name, evidence.codes(name)) for name in names if name not in _NOT_INPUTS]
    own = own_categories(evidence.fields(), evidence.records)
    columns += [(name, evidence.field_codes(name)) for name in own]
    groups = (
        _groups(name, codes, _by_value(evidence, judged, name, codes, since), count, wrong) for name, codes in columns
    )
    return max((group for of_field in groups for group in of_field), key=lambda group: group.z, default=None)


def _by_value(evidence: Evidence, judged: _Judged, name: str, codes: Codes, since: int) -> Ints:
    """Return how many predictions there are with each value of a field, and how many are wrong: an array (2, values)."""

    def step(known: Ints, at: slice) -> Ints:
        if at.stop <= since:
            return known
        code, of_interest = codes.code[at], np.arange(at.start, at.stop) >= since
        counts = np.zeros((2, len(codes)), dtype=np.int64)
        counts[:, : known.shape[1]] = known
        for number, mask in enumerate((judged.known(at), judged.wrong(at))):
            counts[number] += np.bincount(code[mask & of_interest & (code >= 0)], minlength=len(codes))
        return counts

    nothing = np.zeros((2, 0), dtype=np.int64)
    counts = evidence.fold(f"wrong by {name}", nothing, step, (*judged.basis, codes.numbering, since))
    return np.pad(counts, ((0, 0), (0, len(codes) - counts.shape[1])))


def _groups(name: str, codes: Codes, by_value: Ints, count: int, wrong: int) -> Iterator[_Group]:
    size, bad = by_value
    others = count - size
    share = wrong / count
    for value in np.flatnonzero((size >= _LEAST_GROUP) & (others >= _LEAST_GROUP)).tolist():
        inside, outside = bad[value] / size[value], (wrong - bad[value]) / others[value]
        z = (inside - outside) / np.sqrt(share * (1 - share) * (1 / size[value] + 1 / others[value]))
        if z >= _LEAST_Z and inside - outside >= _LEAST_MORE and inside >= _TIMES * outside:
            yield _Group(name, codes.value(value), float(inside), float(outside), float(z))


def _got_worse(evidence: Evidence, judged: _Judged, wrong: Selected, rise: Rise) -> Finding:
    count = judged.series().count - rise.count
    return evidence.finding(
        "accuracy_drop",
        translatable(
            "{now} of {n} predictions are wrong since record {first}{when}, {before} before.{group}{mistake}",
            now=percent(len(wrong) / count),
            n=count,
            first=rise.record + 1,
            when=evidence.at(rise.record),
            before=percent(rise.yes / rise.count),
            group=_of_group(_worst_group(evidence, judged, rise.record, count, len(wrong))),
            mistake=judged.mistake(wrong),
        ),
        rows=wrong,
    )


def _often_wrong(evidence: Evidence, judged: _Judged, wrong: Selected, group: _Group) -> Finding:
    return evidence.finding(
        "accuracy_of_group",
        translatable(
            "{n} {n:prediction is|predictions are} wrong.{group}{mistake}",
            n=len(wrong),
            group=_of_group(group),
            mistake=judged.mistake(wrong),
        ),
        rows=wrong,
    )


def _of_group(group: _Group | None) -> Text:
    if group is None:
        return translatable("")
    return translatable(
        " Where {field} is {value}, {inside} are wrong, elsewhere {outside}.",
        field=group.field,
        value=quote(group.value, 40),
        inside=percent(group.inside),
        outside=percent(group.outside),
    )
