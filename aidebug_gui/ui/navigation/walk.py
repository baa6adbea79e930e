"""From one record to the next of those that a question finds, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.protocol import CancelToken, Rows, StoreState
from aidebug_gui.ui.minimap.growing import positions_in

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

FindRecords = Callable[[CancelToken], Rows]
"""Returns the records that are walked through, ascending; asked in the background."""


class Walk(QObject):
    """Goes to the next record or the one before. Once it is known where they stand, a step is a binary search.

    Signals:
        arrived(object): the position in the table that was gone to, -1 if there is none.
    """

    arrived = Signal(object)

    def __init__(self, view: LogView, kind: str) -> None:
        """``kind``: of the job that looks the records up, see :mod:`aidebug_gui.ui.awaited`."""
        super().__init__(view)
        self._view, self._kind = view, kind
        self._known: _Positions | None = None
        self._nothing = ""

    def step(self, find: FindRecords, *, backwards: bool, nothing: str) -> None:
        """Go on from the current row. ``find``: the same object for the same question; ``nothing``: said if none are shown."""
        self._nothing = nothing
        model, session = self._view.table.log_model, self._view.session
        question = _Question(find, model.order, session.state, session.is_ascending)
        if self._known is not None and self._known.question.is_same_as(question):
            self._go(self._known, backwards=backwards)
            return
        finished = self._go_back if backwards else self._go_on
        self._view.jobs.run(self._kind, question, finished, session.failed.emit)

    def _go_back(self, found: _Positions) -> None:
        self._go(found, backwards=True)

    def _go_on(self, found: _Positions) -> None:
        self._go(found, backwards=False)

    def _go(self, found: _Positions, *, backwards: bool) -> None:
        self._known = found
        table = self._view.table
        positions, at = found.positions, table.currentIndex().row()
        count = int(np.searchsorted(positions, table.log_model.rowCount()))
        if not count:
            self._view.message.emit(self._nothing)
            self.arrived.emit(-1)
            return
        place = int(np.searchsorted(positions[:count], at, side="left" if backwards else "right"))
        place = place - 1 if backwards else place
        if not 0 <= place < count:
            self._view.message.emit(self.tr("Continued from the other end"))
        position = int(positions[place % count])
        table.show_position(position)
        self.arrived.emit(position)


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """The job: where the records stand in the table, which shows ``order`` of the log in this state."""

    find: FindRecords
    order: Rows | None
    state: StoreState
    is_ascending: bool

    def is_same_as(self, other: _Question) -> bool:
        known = (self.state.records, self.state.generation) == (other.state.records, other.state.generation)
        return known and self.order is other.order and self.find is other.find

    def __call__(self, cancel: CancelToken) -> _Positions:
        return _Positions(self, positions_of(self.find(cancel), self.order, is_ascending=self.is_ascending))


@dataclass(frozen=True, slots=True, eq=False)
class _Positions:
    question: _Question
    positions: Rows


def positions_of(records: Rows, order: Rows | None, *, is_ascending: bool) -> Rows:
    """Return the sorted positions in ``order`` at which ``records`` (sorted) stand."""
    if order is None:
        return records
    if is_ascending:
        return positions_in(order, records)
    return np.flatnonzero(np.isin(order, records)).astype(np.int64)
