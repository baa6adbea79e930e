"""A filter's plan becomes a selection: every leaf gives a mask over the records, and masks combine.

A plan that is one SQL condition is answered by one query. Where leaves differ in cost (columns: milliseconds, text:
a pass over the file) the costly ones of an ``and`` look only at the range that the cheap ones left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.database import Database
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.filter.plan import (
    AndPlan,
    ColumnMask,
    FieldMask,
    FlagMask,
    Leaf,
    LineMask,
    MarkMask,
    NotPlan,
    OrPlan,
    PairMask,
    PlanNode,
    TextMask,
)
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.marks import Marks
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.scan import Scanner, text_search

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class MaskEngine:
    """Evaluates plans over records [first, stop)."""

    database: Database
    index: RecordIndex
    fields: Fields
    scanner: Scanner
    marks: Callable[[], Marks]

    def select(self, plan: PlanNode, first: int, stop: int, cancel: CancelToken | None = None) -> Rows:
        """Return the matching record numbers, ascending. Raises Cancelled."""
        if isinstance(plan, ColumnMask):
            return self._rowids(TABLE, plan.sql, plan.parameters, first, stop)
        return np.flatnonzero(self._mask(plan, first, stop, cancel)).astype(np.int64) + first

    def _mask(self, plan: PlanNode, first: int, stop: int, cancel: CancelToken | None) -> Bools:
        if cancel is not None:
            cancel.check()
        match plan:
            case AndPlan(children):
                return self._all(children, first, stop, cancel)
            case OrPlan(children):
                return self._any(children, first, stop, cancel)
            case NotPlan(child):
                return ~self._mask(child, first, stop, cancel)
        return self._leaf(plan, first, stop, cancel)

    def _leaf(
        self,
        plan: Leaf,
        first: int,
        stop: int,
        cancel: CancelToken | None,
    ) -> Bools:
        match plan:
            case ColumnMask(sql, parameters, _):
                return self._from_rowids(self._rowids(TABLE, sql, parameters, first, stop), first, stop)
            case FieldMask():
                return self._field(plan, first, stop, cancel)
            case PairMask():
                return self._pair(plan, first, stop, cancel)
            case TextMask(pattern, regex, match_case):
                search = text_search(pattern, regex=regex, match_case=match_case)
                return self.scanner.search(search, first, stop, cancel)
            case FlagMask(flag):
                return self._flag(flag, first, stop)
            case MarkMask(name):
                return self.marks().mask(name, first, stop, cancel)
            case LineMask(first_line, last_line):
                return self.index.on_lines(first_line, last_line, first, stop)

    def _all(self, children: tuple[PlanNode, ...], first: int, stop: int, cancel: CancelToken | None) -> Bools:
        """And the children, cheap ones first; costly ones read only between the first and last survivor."""
        result = np.ones(max(0, stop - first), dtype=np.bool_)
        for child in sorted(children, key=_is_costly):
            alive = np.flatnonzero(result)
            if not len(alive):
                break
            begin, end = int(alive[0]), int(alive[-1]) + 1
            result[begin:end] &= self._mask(child, first + begin, first + end, cancel)
        return result

    def _any(self, children: tuple[PlanNode, ...], first: int, stop: int, cancel: CancelToken | None) -> Bools:
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        for child in children:
            result |= self._mask(child, first, stop, cancel)
        return result

    def _field(self, plan: FieldMask, first: int, stop: int, cancel: CancelToken | None) -> Bools:
        if self.fields.kind(plan.field) is Kind.TEXT:  # long text is looked at in passing, not kept
            return self.fields.matches(plan.field, plan.sql, plan.parameters, first, stop, cancel)
        table, column = self.fields.source(plan.field, cancel)
        if not plan.numeric and self.fields.is_numeric(plan.field):  # numbers that are compared with a text
            column = f"regexp_replace(CAST({column} AS VARCHAR), '\\.0$', '')"
        values = f"(SELECT rowid, {column} AS value FROM {table})"
        return self._from_rowids(self._rowids(values, plan.sql, plan.parameters, first, stop), first, stop)

    def _pair(self, plan: PairMask, first: int, stop: int, cancel: CancelToken | None) -> Bools:
        if plan.word is not None and plan.literal is not None and len(self.select(plan.word, 0, stop, cancel)):
            return self._mask(plan.literal, first, stop, cancel)
        (left_table, left), (right_table, right) = (
            self.fields.source(name, cancel) for name in (plan.left, plan.right)
        )
        kind = "DOUBLE" if plan.numeric else "VARCHAR"
        pairs = (
            f"(SELECT a.rowid, try_cast(a.{left} AS {kind}) AS x, try_cast(b.{right} AS {kind}) AS y"
            f" FROM {left_table} a JOIN {right_table} b ON a.rowid = b.rowid)"
        )
        condition = f"x IS NOT NULL AND y IS NOT NULL AND x {plan.operator} y"
        return self._from_rowids(self._rowids(pairs, condition, (), first, stop), first, stop)

    def _rowids(self, table: str, condition: str, parameters: tuple[object, ...], first: int, stop: int) -> Rows:
        sql = f"SELECT rowid FROM {table} WHERE rowid >= ? AND rowid < ? AND ({condition})"
        rows = self.database.column(sql, [first, stop, *parameters]).astype(np.int64, copy=False)
        return rows if _is_ascending(rows) else np.sort(rows)

    @staticmethod
    def _from_rowids(rows: Rows, first: int, stop: int) -> Bools:
        mask = np.zeros(max(0, stop - first), dtype=np.bool_)
        mask[rows - first] = True
        return mask

    def _flag(self, flag: Flag, first: int, stop: int) -> Bools:
        """A flag may stem from the lines (kept in the index) or from the projection (kept in the table)."""
        mask: Bools = (self.index.flags(first, stop) & int(flag)) != 0
        rows = self._rowids(TABLE, f"(flags & {int(flag)}) <> 0", (), first, stop)
        return mask | self._from_rowids(rows, first, stop)


def _is_ascending(rows: Rows) -> bool:
    return len(rows) < 2 or bool(np.all(rows[1:] > rows[:-1]))


def _is_costly(plan: PlanNode) -> bool:
    match plan:
        case AndPlan(children) | OrPlan(children):
            return any(map(_is_costly, children))
        case NotPlan(child):
            return _is_costly(child)
    return isinstance(plan, (TextMask, FieldMask, PairMask, MarkMask))
