"""Columns that a log begins to fill while it is followed join the table, unless somebody chose its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.ui.table.columns import TableColumn, default_columns

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class NewColumns(QObject):
    """Looks at the fields of one tab's log, and shows what would be shown if the log was opened now."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._usual: list[str] | None = None  # the columns that would be shown unasked, when that was looked at last
        self._known: object = None
        self._meanings: object = None

    def begin(self, usual: Sequence[TableColumn]) -> None:
        """Note what was usual when the table got its columns: what comes from then on is new."""
        self._usual = [column.name for column in usual]

    def check(self) -> None:
        """Add columns that are usual by now; where a usual one was taken away they are left to the user."""
        session = self._view.session
        state, store = session.state, session.store
        known = (store.sampled_fields(), state.records)
        before = self._usual
        if before is None or not state.records or state.provisional or session.is_paused or known == self._known:
            return
        self._known = known
        self._read_again_if_other([(sample.name, sample.column) for sample in known[0]])
        usual = default_columns(store.fields())
        self.begin(usual)
        shown = self._view.table.header.column_names()
        if not set(before) <= set(shown):
            return
        new = [column for column in usual if column.name not in before and column.name not in shown]
        for column in new:
            self._show(column)

    def _read_again_if_other(self, meanings: list[tuple[str, str | None]]) -> None:
        """Read the rows in view again where fields became columns: they may have other values."""
        before, self._meanings = self._meanings, meanings
        if before not in (None, meanings):
            self._view.table.log_model.refresh_texts()
            self._view.table.viewport().update()

    def _show(self, column: TableColumn) -> None:
        """Show a column behind the one that usually stands before it."""
        table, usual = self._view.table, self._usual or []
        shown = [known.name for known in table.log_model.columns]
        ahead = [shown.index(name) for name in usual[: usual.index(column.name)] if name in shown]
        at = table.log_model.add_column(column, max(ahead, default=-1) + 1)
        table.repaint()  # reads the values, so that the width fits them
        table.header.fit_column(at)
        table.header.fill_width()
