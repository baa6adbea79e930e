"""The menu on the table's header: which columns are shown, sort, size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import LogStore, all_fields
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import ABOVE, OWN_COLUMNS, TableColumn, column_of, default_columns
from aidebug_gui.ui.table.model import titled
from aidebug_gui.ui.values import visible

MOST_IN_MENU = 25


class ColumnMenu(QObject):
    """Adds and removes columns of the table."""

    def __init__(self, table: LogTable, store: LogStore, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._store = store

    def popup(self, section: int, at: QPoint) -> None:
        """Open the menu; ``section``: the column that was clicked on, or -1."""
        self.menu(section).popup(at)

    def menu(self, section: int) -> QMenu:
        """Return the menu; it deletes itself when it is closed."""
        menu = Menu(self._table)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        group.triggered.connect(self._on_triggered)
        columns = self._table.log_model.columns
        if 0 <= section < len(columns):
            self._add(
                menu, group, self.tr("Hide “%s”") % visible(titled(columns[section])), "hide", columns[section].name
            )
            self._add(menu, group, self.tr("Fit all columns"), "fit", "")
            menu.addSeparator()
        shown = {column.name for column in columns}
        self._add_fields(menu, group, shown)
        menu.addSeparator()
        self._add(menu, group, self.tr("Usual columns"), "reset", "")
        return menu

    def _add_fields(self, menu: QMenu, group: QActionGroup, shown: set[str]) -> None:
        for column in OWN_COLUMNS:
            self._add_checkable(menu, group, column, column.name in shown)
        fields = self._store.fields()
        for field in (field for field in fields if field.canonical):
            self._add_checkable(menu, group, column_of(field), field.name in shown)
        others = [field for field in fields if not field.canonical]
        target = menu
        if others:
            menu.addSeparator()
        if len(others) > MOST_IN_MENU:
            target = Menu(self.tr("Fields of this log"), menu)
            menu.addMenu(target)
        for field in others:
            self._add_checkable(target, group, column_of(field), field.name in shown)

    def _add_checkable(self, menu: QMenu, group: QActionGroup, column: TableColumn, is_shown: bool) -> None:
        action = self._add(menu, group, visible(titled(column)), "toggle", column.name)
        action.setCheckable(True)
        action.setChecked(is_shown)

    def _add(self, menu: QMenu, group: QActionGroup, text: str, what: str, name: str) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.setData((what, name))
        group.addAction(action)
        menu.addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        what, name = action.data()
        names = [column.name for column in self._table.log_model.columns]
        if what == "reset":
            self._table.log_model.set_columns(default_columns(self._store.fields()))
        elif what == "fit":
            self._table.header.forget_sizes()
        elif name not in names:
            self.add(name)
        elif len(names) > 1:
            self._table.log_model.remove_column(names.index(name))
        self._table.header.fit_columns()

    def toggle_time_above(self) -> None:
        """Show the time since the row above as a column, or show it no more."""
        model = self._table.log_model
        names = [column.name for column in model.columns]
        if ABOVE in names:
            model.remove_column(names.index(ABOVE))
            self._table.header.fill_width()
        else:
            self.add(ABOVE)

    def add(self, name: str) -> None:
        """Show a field as a column and bring it into view."""
        model = self._table.log_model
        at = model.add_column(find_column(self._store, name))
        self._table.repaint()  # reads the values, so that the width fits them
        self._table.header.fit_column(at)
        self._table.header.fill_width()
        current = self._table.currentIndex()
        self._table.scrollTo(model.index(max(0, current.row()), at))


def find_column(store: LogStore, name: str) -> TableColumn:
    """Return the column that shows a field, also one that the log does not name."""
    for column in OWN_COLUMNS:
        if column.name == name:
            return column
    for field in all_fields(store):
        if field.name == name:
            return column_of(field)
    if name in CANONICAL:
        return TableColumn(name, CANONICAL[name].title, CANONICAL[name].kind)
    return TableColumn(name, name, Kind.CATEGORY)
