"""What a tab takes over from the last time, and keeps for the next: sizes of its panes, columns, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidebug_gui.ui import remembered
from aidebug_gui.ui.column_menu import find_column
from aidebug_gui.ui.remembered import Columns, Panes
from aidebug_gui.ui.table.columns import TableColumn, default_columns

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class TabMemory:
    """Remembers for one tab. Off (for pictures and tests) it knows nothing and keeps nothing."""

    def __init__(self, view: LogView, *, is_on: bool) -> None:
        self._view = view
        self._is_on = is_on
        self._fields: list[str] = []
        self._columns: Columns | None = None
        self.panes = remembered.panes() if is_on else Panes()
        self.record_chosen = False

    def filters(self) -> list[str]:
        """Return the filters used before, oldest first."""
        return remembered.filters() if self._is_on else []

    def columns(self) -> list[TableColumn]:
        """Return the columns that were chosen for logs with the same fields, empty if none were."""
        store = self._view.session.store
        self._fields = [field.name for field in store.fields()]
        self._columns = remembered.columns(self._fields) if self._is_on else None
        return [] if self._columns is None else [find_column(store, name) for name in self._columns.names]

    def restore_widths(self) -> None:
        """Give the columns the widths that the user gave them."""
        if self._columns is not None:
            self._view.table.header.use_widths(self._columns.widths)

    def save(self) -> None:
        """Keep how the tab looks now."""
        if not self._is_on:
            return
        remembered.remember_panes(self._panes_now())
        remembered.remember_filters(self._view.filter_bar.edit.history())
        header = self._view.table.header
        shown = Columns(tuple(header.shown_order()), header.user_widths())
        usual = tuple(column.name for column in default_columns(self._view.session.store.fields()))
        if self._fields and (self._columns is not None or shown != Columns(usual, {})):
            remembered.remember_columns(self._fields, shown)

    def _panes_now(self) -> Panes:
        view, before = self._view, self.panes
        record, fields, plots = view.record_pane, view.panels.fields, view.panels.plots
        is_open = not record.isHidden()
        return Panes(
            record=(1 if is_open else -1) if self.record_chosen else before.record,
            record_width=record.width() if is_open else before.record_width,
            fields_width=fields.width() if fields is not None and not fields.isHidden() else before.fields_width,
            plots_height=plots.height() if plots is not None and not plots.isHidden() else before.plots_height,
        )
