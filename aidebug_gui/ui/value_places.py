"""The menu on a value in a tab: what it is opened for in the table and in the record, and what its choices do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Record
from aidebug_gui.ui.record.fields import FieldValue
from aidebug_gui.ui.record.pane import ReadRecord
from aidebug_gui.ui.table.columns import ABOVE, LINE
from aidebug_gui.ui.table.gaps import gap_text
from aidebug_gui.ui.value_menu import MenuValue, by_path

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from aidebug_gui.ui.log_view import LogView

ON_A_ROW = ("copy_raw", "copy_json", "bookmark", "context", "request")  # actions in the menu of a cell, for its row


class ValuePlaces(QObject):
    """Finds the value that was clicked on, and passes on what was chosen for it."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._place = ("", QPoint())
        menu = view.value_menu
        menu.shown_columns = view.table.header.column_names
        menu.term_requested.connect(self._on_term)
        menu.column_requested.connect(view.add_column)
        menu.plot_requested.connect(view.panels.plot)
        view.table.value_menu_requested.connect(self._on_cell)
        view.record_pane.menu_requested.connect(self._on_field)

    def _on_cell(self, record: int, name: str, at: QPoint) -> None:
        if record < 0:
            return
        view = self._view
        if name in (LINE, ABOVE):
            row = view.table.log_model.row(view.table.currentIndex().row())
            shown = record if row is None else row.line if name == LINE else gap_text(row.gap_ns)
            self._popup_on_row(MenuValue("", Kind.NUMBER, shown), at)
            return
        self._place = (name, at)  # the value is whole only in the file, and that may be slow
        view.jobs.run("cell menu", ReadRecord(view.session.store, record), self._show, view.session.failed.emit)

    def _show(self, whole: Record) -> None:
        name, at = self._place
        field = self._view.field(name)
        kind = field.kind if field is not None else Kind.TEXT
        value = whole.values.get(name)
        if value is None:
            value = by_path(whole.fields, name)
        if value is None and name == "message":
            value = whole.message
        if value is not None and field is None:
            kind = Kind.NUMBER if isinstance(value, float | int) else Kind.TEXT
        self._popup_on_row(MenuValue(name, kind, value), at)

    def _popup_on_row(self, value: MenuValue, at: QPoint) -> None:
        """Open the menu of a cell: what can be done with its value, then with its row and what else is selected."""
        view = self._view
        known: dict[str, QAction] = {action.objectName(): action for action in (*view.table.actions(), *view.actions())}
        menu = view.value_menu.menu(value)
        menu.addSeparator()
        menu.addActions([known[name] for name in ON_A_ROW])
        menu.popup(at)

    def _on_field(self, value: FieldValue, at: QPoint) -> None:
        field = self._view.field(value.name)
        is_number = isinstance(value.value, int | float) and not isinstance(value.value, bool)
        kind = field.kind if field is not None else Kind.NUMBER if is_number else Kind.TEXT
        shown = value.value if value.is_leaf else None
        if kind in (Kind.TIME, Kind.LEVEL) and not isinstance(shown, int):
            kind = Kind.CATEGORY
        self._view.value_menu.popup(MenuValue(value.name, kind, shown, value.path_text), at)

    def _on_term(self, field: str, operator: str, value: str, exclude: bool) -> None:
        if self._view.privacy.refuses(value):
            self._view.message.emit(self.tr("This value is hidden. Show personal data again to filter by it."))
            return
        self._view.filter_bar.add_term(field, operator, value, exclude=exclude)
