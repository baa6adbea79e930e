"""The menu on a value, the same in the table and in the record pane: only these, not these, column, plot, copy."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.theme import icon
from aidebug_gui.ui.values import level_name, number_text, time_text, visible

SHOWN_CHARS = 40


@dataclass(frozen=True, slots=True)
class MenuValue:
    """What was clicked on. ``text`` is what is copied; ``path`` empty where there is none to copy."""

    field: str
    kind: Kind
    value: object
    path: str = ""

    @property
    def text(self) -> str:
        """The value as text, whole."""
        if self.value is None:
            return ""
        if self.kind is Kind.TIME and isinstance(self.value, int):
            return time_text(self.value)
        if self.kind is Kind.LEVEL and isinstance(self.value, int):
            return level_name(self.value)
        return number_text(self.value) if isinstance(self.value, float) else str(self.value)

    @property
    def filter_text(self) -> str:
        """The value as the filter language writes it."""
        if self.kind is Kind.TIME:
            return self.text.replace(" ", "T")
        if self.kind is Kind.NUMBER and isinstance(self.value, float):
            return repr(self.value)
        return self.text.lower() if self.kind is Kind.LEVEL else self.text


class ValueMenu(QObject):
    """Shows the menu and tells what was chosen.

    Signals:
        term_requested(str, str, str, bool): field, operator, value, exclude: to be added to the filter.
        column_requested(str), plot_requested(str): a field.
    """

    term_requested = Signal(str, str, str, bool)
    column_requested = Signal(str)
    plot_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self.extensions: list[Callable[[QMenu, MenuValue], None]] = []  # add what else can be done with a value
        self.shown_columns: Callable[[], Collection[str]] = tuple  # names, asked when the menu opens

    def popup(self, value: MenuValue, at: QPoint) -> QMenu:
        """Open the menu for a value at a global position."""
        menu = self.menu(value)
        menu.popup(at)
        return menu

    def menu(self, value: MenuValue) -> QMenu:
        """Return the menu for a value; it deletes itself when it is closed."""
        menu = Menu(self._widget)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        group.triggered.connect(self._on_triggered)
        for text, picture, data in self._entries(value):
            if not text:
                menu.addSeparator()
                continue
            action = QAction(icon(picture), text, menu)
            action.setData(data)
            group.addAction(action)
            menu.addAction(action)
        for extend in self.extensions:
            extend(menu, value)
        return menu

    def _entries(self, value: MenuValue) -> list[tuple[str, str, tuple[object, ...]]]:
        shown = visible(value.text)
        shown = (shown[:SHOWN_CHARS] + "…" if len(shown) > SHOWN_CHARS else shown).replace("&", "&&")
        entries: list[tuple[str, str, tuple[object, ...]]] = []
        if value.field and value.value is not None:
            entries += self._filter_entries(value, shown)
        if value.field:
            entries.append(("", "", ()))
            if value.field not in self.shown_columns():
                entries.append((self.tr("Add as column"), "column", ("column", value.field)))
            if value.kind is Kind.NUMBER:
                entries.append((self.tr("Plot it"), "plot", ("plot", value.field)))
        entries.append(("", "", ()))
        entries.append((self.tr("Copy value"), "copy", ("copy", value.text)))
        if value.path:
            entries.append((self.tr("Copy path"), "", ("copy", value.path)))
        return entries

    def _filter_entries(self, value: MenuValue, shown: str) -> list[tuple[str, str, tuple[object, ...]]]:
        field, text = value.field, value.filter_text
        entries: list[tuple[str, str, tuple[object, ...]]]
        if value.kind is Kind.TIME:
            return [
                (self.tr("From here on (%s)") % shown, "filter", ("term", field, ">=", text, False)),
                (self.tr("Up to here (%s)") % shown, "filter", ("term", field, "<=", text, False)),
            ]
        entries = [
            (self.tr("Only these (%s)") % shown, "filter", ("term", field, ":", text, False)),
            (self.tr("Not these"), "exclude", ("term", field, ":", text, True)),
        ]
        if value.kind is Kind.LEVEL or value.kind is Kind.NUMBER:
            entries.append((self.tr("This and above"), "", ("term", field, ">=", text, False)))
        if value.kind is Kind.NUMBER:
            entries.append((self.tr("This and below"), "", ("term", field, "<=", text, False)))
        return entries

    def _on_triggered(self, action: QAction) -> None:
        what, *rest = action.data()
        if what == "term":
            self.term_requested.emit(*rest)
        elif what == "column":
            self.column_requested.emit(*rest)
        elif what == "plot":
            self.plot_requested.emit(*rest)
        else:
            QGuiApplication.clipboard().setText(*rest)


def by_path(fields: object, name: str) -> object:
    """Return the value at a dotted path, None if there is none. Keys may hold dots themselves."""
    if not isinstance(fields, dict):
        return None
    if name in fields:
        return fields[name]
    for end in range(len(name) - 1, 0, -1):
        if name[end] == "." and name[:end] in fields:
            found = by_path(fields[name[:end]], name[end + 1 :])
            if found is not None:
                return found
    return None
