"""What the user looks at stays in place while the records of a log are put in another order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from aidebug_gui.store.protocol import Rows

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

MOST_SELECTED = 10_000  # rows; more are not selected again
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_SELECT_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True)
class _Place:
    """``top``: the first record in view. ``current``: -1 where nobody chose one. ``selected``: records."""

    top: int
    current: int
    selected: Rows
    sticks: bool


class ScrollAnchor(QObject):
    """Remembers the place before all rows are exchanged, and finds it again behind that.

    It must hear of new numbers before the table does.
    """

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._table = view.table
        self._place: _Place | None = None
        self._is_filtered_again = False
        session, model = view.session, view.table.log_model
        session.renumbered.connect(self._on_renumbered)
        session.filter_applied.connect(self._on_filter_applied)
        model.modelAboutToBeReset.connect(self._on_reset_begins)
        model.modelReset.connect(self._on_reset)

    def _on_renumbered(self) -> None:
        """Remember the place by the new numbers; the table still has the old ones."""
        session = self._view.session
        place = self._present()
        known = np.array([place.top, place.current], dtype=np.int64)
        top, current = (self._now(number) for number in known.tolist())
        selected = session.numbers_now(place.selected)
        if top < 0:
            self._place = None
            return
        none = np.empty(0, dtype=np.int64)
        self._place = _Place(top, current, none if selected is None else np.sort(selected), place.sticks)
        self._is_filtered_again = session.is_filtered

    def _now(self, record: int) -> int:
        found = self._view.session.numbers_now(np.array([record], dtype=np.int64)) if record >= 0 else None
        return -1 if found is None or not len(found) else int(found[0])

    def _present(self) -> _Place:
        table = self._table
        model = table.log_model
        selected = table.selected_records(MOST_SELECTED) if table.selected_count() <= MOST_SELECTED else None
        return _Place(
            model.record_at(table.verticalScrollBar().value()),
            table.chosen_record(),
            np.empty(0, dtype=np.int64) if selected is None else selected,
            self._view.following.sticks,
        )

    def _on_reset_begins(self) -> None:
        if self._is_filtered_again and self._place is None and self._table.log_model.rowCount():
            self._place = self._present()  # the same filter brings rows between those that are here

    def _on_filter_applied(self, _: str) -> None:
        self._is_filtered_again = False

    def _on_reset(self) -> None:
        place, model = self._place, self._table.log_model
        if place is None or not model.rowCount():
            return
        self._place = None
        self._table.doItemsLayout()  # the scroll bar knows how far it goes
        self._select(place)
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.maximum() if place.sticks else model.position_of(place.top, nearest=True))
        self._view.following.keep(sticks=place.sticks)

    def _select(self, place: _Place) -> None:
        table, model = self._table, self._table.log_model
        positions = [position for record in place.selected.tolist() if (position := model.position_of(record)) >= 0]
        current = model.position_of(place.current) if place.current >= 0 else -1
        if current >= 0:
            table.selectionModel().setCurrentIndex(model.index(current, 0), _NO_UPDATE)
        if not positions:
            return
        selection = QItemSelection()
        for first, last in _runs(sorted(positions)):
            selection.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
        table.selectionModel().select(selection, _SELECT_ROWS)


def _runs(positions: list[int]) -> list[tuple[int, int]]:
    """Return sorted positions as ranges (first, last)."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs
