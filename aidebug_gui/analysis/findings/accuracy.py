"""Predictions against the truth that the log carries: since when more of them are wrong, and what the wrong ones share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import percent, quote
from aidebug_gui.analysis.own_fields import own_categories
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

_LEAST = 200  # predictions with a truth
_LEAST_PART = 50  # on each side of a change
_LEAST_GROUP = 20
_LEAST_Z = 6.0  # of a change at its best place, of a group among all values: many are looked at
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
    label, target = _same_codes(evidence.codes("label"), evidence.codes("target"))
    rows = np.flatnonzero((label >= 0) & (target >= 0)).astype(np.int64)
    wrong = label[rows] != target[rows]
    if len(rows) < _LEAST or not wrong.any() or wrong.mean() > _MOST_WRONG or not _means_the_same(label, target):
        return
    change = _change(wrong)
    if change:
        yield _got_worse(evidence, rows, wrong, change)
        return
    group = _worst_group(evidence, rows, wrong)
    if group is not None:
        yield _often_wrong(evidence, rows[wrong], group)


def _same_codes(label: Codes, target: Codes) -> tuple[Ints, Ints]:
    """Return both columns in one numbering: values that differ only in case or spaces are the same."""
    numbers: dict[str, int] = {}
    both = []
    for codes in (label, target):
        own = [numbers.setdefault(value.strip().casefold(), len(numbers)) for value in codes.values()]
        both.append(np.array([*own, -1], dtype=np.int64)[codes.code])
    return both[0], both[1]


def _means_the_same(label: Ints, target: Ints) -> bool:
    labels, targets = np.unique(label[label >= 0]), np.unique(target[target >= 0])
    return len(labels) > 1 and float(np.isin(labels, targets).mean()) >= _LEAST_COMMON


def _change(wrong: Bools) -> int:
    """Return the position from which more predictions are wrong than before, 0 if there is none.

    The place of the largest standardized difference of two means (a CUSUM test for one change in a Bernoulli series).
    """
    n = len(wrong)
    before = np.arange(_LEAST_PART, n - _LEAST_PART)
    total = np.cumsum(wrong)
    share = total[-1] / n
    first, second = total[before - 1] / before, (total[-1] - total[before - 1]) / (n - before)
    z = (second - first) / np.sqrt(share * (1 - share) * (1 / before + 1 / (n - before)))
    best = int(np.argmax(z))
    a, b = float(first[best]), float(second[best])
    return int(before[best]) if z[best] >= _LEAST_Z and b - a >= _LEAST_MORE and b >= _TIMES * a else 0


def _worst_group(evidence: Evidence, rows: Rows, wrong: Bools) -> _Group | None:
    """Return the value of any field whose records are wrong far more often than the others; the clearest one."""
    names = [name for name, column in CANONICAL.items() if column.kind is Kind.CATEGORY and evidence.has(name)]
    columns = [(name, evidence.codes(name)) for name in names if name not in _NOT_INPUTS]
    columns += [(name, evidence.field_codes(name)) for name in own_categories(evidence.fields(), evidence.records)]
    groups = [group for name, codes in columns for group in _groups(name, codes, rows, wrong)]
    return max(groups, key=lambda group: group.z, default=None)


def _groups(name: str, codes: Codes, rows: Rows, wrong: Bools) -> Iterator[_Group]:
    code = codes.code[rows]
    size = np.bincount(code[code >= 0], minlength=len(codes))
    bad = np.bincount(code[(code >= 0) & wrong], minlength=len(codes))
    others = len(rows) - size
    usable = np.flatnonzero((size >= _LEAST_GROUP) & (others >= _LEAST_GROUP))
    share = float(wrong.mean())
    for value in usable.tolist():
        inside, outside = bad[value] / size[value], (wrong.sum() - bad[value]) / others[value]
        z = (inside - outside) / np.sqrt(share * (1 - share) * (1 / size[value] + 1 / others[value]))
        if z >= _LEAST_Z and inside - outside >= _LEAST_MORE and inside >= _TIMES * outside:
            yield _Group(name, codes.value(value), float(inside), float(outside), float(z))


def _got_worse(evidence: Evidence, rows: Rows, wrong: Bools, change: int) -> Finding:
    after, since = rows[change:], int(rows[change])
    return evidence.finding(
        "accuracy_drop",
        translatable(
            "{now} of {n} predictions are wrong since record {first}{when}, {before} before.{group}",
            now=percent(float(wrong[change:].mean())),
            n=len(after),
            first=since + 1,
            when=evidence.at(since),
            before=percent(float(wrong[:change].mean())),
            group=_of_group(_worst_group(evidence, after, wrong[change:])),
        ),
        rows=after[wrong[change:]],
    )


def _often_wrong(evidence: Evidence, rows: Rows, group: _Group) -> Finding:
    return evidence.finding(
        "accuracy_of_group",
        translatable("{n} {n:prediction is|predictions are} wrong.{group}", n=len(rows), group=_of_group(group)),
        rows=rows,
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
