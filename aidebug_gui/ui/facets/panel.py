"""The fields of the log, and the values of those with few: counted, and clicked to filter by them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import CancelToken, Field, LogStore, Rows
from aidebug_gui.ui.facets.items import COUNTED, FacetDelegate, FieldItem, NoteItem, ValueItem
from aidebug_gui.ui.facets.menu import FacetMenu
from aidebug_gui.ui.fetch import Fetch, Question
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.pace import Pace, extends
from aidebug_gui.ui.values import count_text, level_name, visible

_FEW, _MANY = 10, 100  # values listed at first, and after "more"
_OPEN_AT_FIRST = 3  # fields
_MOST_VALUES = 50  # in the sample of 100: a field with more names its records, it does not group them
_FILLED_ENOUGH = 0.02
_MOST_FOUND = 300  # fields that a search adds to those that are always listed


class FacetPanel(QWidget):
    """A list of fields. A value is included by a click and excluded by Alt+click; a number is plotted by a double click.

    Signals:
        include_requested(str, str): field and value to show only.
        exclude_requested(str, str): field and value to hide.
        highlight_requested(str, str): field and value whose rows get a colour.
        column_requested(str): field to show as a column.
        plot_requested(str): number to plot.
    """

    include_requested = Signal(str, str)
    exclude_requested = Signal(str, str)
    highlight_requested = Signal(str, str)
    column_requested = Signal(str)
    plot_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self, at_once=1)
        self.shown_columns: Callable[[], Collection[str]] = tuple  # names of the table's columns
        self._store: LogStore | None = None
        self._selection: Rows | None = None
        self._items: dict[str, FieldItem] = {}
        self._rest: NoteItem | None = None  # the last line, where the log has more fields than are listed
        self._fetches: dict[str, Fetch] = {}
        self._growth = Pace(self.jobs, self._on_growth)
        self._was_complete = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a field"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a field"))
        self.search.textChanged.connect(self._on_search)
        self.tree = QTreeWidget(self)
        self._set_up_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.search)
        layout.addWidget(self.tree)

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setMouseTracking(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setIndentation(tree.fontMetrics().height())
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setItemDelegate(FacetDelegate(tree))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAccessibleName(self.tr("Fields"))
        tree.itemExpanded.connect(self._on_expanded)
        tree.itemClicked.connect(self._on_clicked)
        tree.itemDoubleClicked.connect(self._on_double_clicked)
        tree.customContextMenuRequested.connect(self._on_menu)
        tree.installEventFilter(self)

    # What the window calls

    def set_store(self, store: LogStore | None) -> None:
        """Show the fields of another log, or none."""
        self._growth.cancel()
        for fetch in self._fetches.values():
            fetch.stop()
            fetch.deleteLater()
        self._fetches.clear()
        self._items.clear()
        self._rest = None
        self.tree.clear()
        self._store, self._selection = store, None
        self._was_complete = store is None or store.state().complete
        self._growth.now()

    def set_selection(self, rows: Rows | None) -> None:
        """Count the values of these records only; None for all."""
        grown = extends(self._selection, rows)
        self._selection = rows
        if grown:
            self._growth()
            return
        for item in self._open_items():
            self._fetch(item).instead()

    def refresh(self) -> None:
        """Look again: the log grew. May be called as often as you like."""
        store = self._store
        if store is not None and not self._was_complete and store.state().complete:
            self._was_complete = True
            self._growth.now()  # the final counts do not wait
        else:
            self._growth()

    def is_idle(self) -> bool:
        """Return whether everything asked for is shown."""
        return self.jobs.is_idle() and not self._growth.is_pending

    def read_again(self) -> None:
        """List the values once more: how they may be shown has changed."""
        for item in self._open_items():
            item.takeChildren()
            item.addChild(NoteItem(self.tr("counting …")))
            self._fetch(item).instead()

    # Fields

    def _on_growth(self) -> None:
        self._list_fields()
        for item in self._open_items():
            self._fetch(item).again()

    def _list_fields(self) -> None:
        """List the fields of the log, and those beyond them that are searched for; the last line tells how many are left."""
        fields = self._store.fields() if self._store is not None else []
        further = self._store.further_fields() if self._store is not None else []
        wanted = self._wanted()
        found = [field for field in further if wanted in field.name.lower()] if wanted else []
        fields += found[:_MOST_FOUND]
        if [item.field for item in self._items.values()] != fields:
            self._sync_fields(fields)
        left = len(found) - _MOST_FOUND if wanted else len(further)
        self._show_rest(left, self.tr("{0} more match") if wanted else self.tr("{0} more: find by name"))

    def _show_rest(self, left: int, words: str) -> None:
        if self._rest is None and left > 0:
            self._rest = NoteItem("")
            self.tree.addTopLevelItem(self._rest)
        if self._rest is not None:
            self._rest.setText(0, words.format(count_text(left)))
            self._rest.setHidden(left <= 0)

    def _sync_fields(self, fields: list[Field]) -> None:
        first_time = not self._items
        for position, field in enumerate(fields):
            item = self._items.get(field.name)
            if item is None:
                item = FieldItem(field, _FEW)
                self.tree.insertTopLevelItem(position, item)
            item.field = field
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, item.describe())
            self._items[field.name] = item
        self._items = {field.name: self._items[field.name] for field in fields}
        for row in reversed(range(self.tree.topLevelItemCount())):
            shown = self.tree.topLevelItem(row)
            if isinstance(shown, FieldItem) and shown.field.name not in self._items:
                self.tree.takeTopLevelItem(row)
        if first_time:
            telling = [item for item in self._items.values() if _is_telling(item.field)]
            for item in telling[:_OPEN_AT_FIRST]:
                item.setExpanded(True)
        self._hide_others()

    def _wanted(self) -> str:
        return self.search.text().strip().lower()

    def _on_search(self) -> None:
        self._list_fields()
        self._hide_others()

    def _hide_others(self) -> None:
        wanted = self._wanted()
        for item in self._items.values():
            item.setHidden(wanted not in f"{item.field.name} {item.field.title} {item.field.origin}".lower())

    # Values

    def _open_items(self) -> list[FieldItem]:
        return [item for item in self._items.values() if item.isExpanded()]

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        if isinstance(item, FieldItem):
            if not item.childCount():
                item.addChild(NoteItem(self.tr("counting …")))
            self._fetch(item).again()

    def _fetch(self, item: FieldItem) -> Fetch:
        name = item.field.name
        if name not in self._fetches:
            asker = _Values(self, name)
            self._fetches[name] = Fetch(self.jobs, f"values:{name}", asker.ask, asker.show, asker.fail)
        return self._fetches[name]

    def question(self, name: str) -> Question | None:
        """Return what counts the values of a field, in a job."""
        store, selection, item = self._store, self._selection, self._items.get(name)
        if store is None or item is None:
            return None
        limit = item.limit + 1  # one more tells whether there are more

        def count(cancel: CancelToken) -> tuple[list[tuple[str, int]], int, list[str]]:
            cancel.check()
            total = store.state().records if selection is None else len(selection)
            if item.field.kind is Kind.LEVEL:
                values = _level_values(store.level_counts(selection))
            else:
                values = store.values(name, selection, limit=limit)
            return values, total, store.shown_values(name, [value for value, _ in values])

        return count

    def show_values(self, name: str, answer: tuple[list[tuple[str, int]], int, list[str]]) -> None:
        """List the values of a field below it."""
        item = self._items.get(name)
        if item is None:
            return
        values, total, shown = answer
        current = self.tree.currentItem()
        chosen = current.value if isinstance(current, ValueItem) and current.parent() is item else None
        item.takeChildren()
        children: list[QTreeWidgetItem] = []
        for (value, count), shown_value in zip(values[: item.limit], shown, strict=False):
            no_level = item.field.kind is Kind.LEVEL and value == "0"
            title = (
                self.tr("without level") if no_level else visible(" ".join(shown_value.split())) or self.tr("(empty)")
            )
            line = ValueItem(item.field, value, title, count, min(1.0, count / max(total, 1)))
            line.copied = shown_value
            children.append(line)
        if not values:
            children.append(NoteItem(self.tr("no values here")))
        elif len(values) > item.limit:
            more = item.limit < _MANY
            words = self.tr("more values …") if more else self.tr("the {0} most frequent").format(_MANY)
            children.append(NoteItem(words, asks_more=more))
        item.addChildren(children)
        for child in children:
            if isinstance(child, ValueItem) and child.value == chosen:
                self.tree.setCurrentItem(child)

    def show_failure(self, name: str, error: Exception) -> None:
        """Say below a field that its values could not be counted."""
        item = self._items.get(name)
        if item is not None:
            item.takeChildren()
            item.addChild(NoteItem(self.tr("cannot be counted: {0}").format(visible(localized_error(error)))))

    # Mouse, keys and menu

    def _on_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        alt = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        self._act(item, exclude=alt, by_key=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter
        if pressed and watched is self.tree and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._act(self.tree.currentItem(), exclude=alt, by_key=True)
            return True
        return super().eventFilter(watched, event)

    def _act(self, item: QTreeWidgetItem | None, *, exclude: bool, by_key: bool) -> None:
        if isinstance(item, ValueItem):
            signal = self.exclude_requested if exclude else self.include_requested
            signal.emit(item.field.name, item.value)
        elif isinstance(item, NoteItem) and item.asks_more:
            self._show_more(item)
        elif item is not None and item is self._rest:
            self.search.setFocus()
        elif by_key and isinstance(item, FieldItem):
            if item.field.kind is Kind.NUMBER:
                self.plot_requested.emit(item.field.name)
            else:
                item.setExpanded(not item.isExpanded())

    def _show_more(self, note: NoteItem) -> None:
        item = note.parent()
        if isinstance(item, FieldItem):
            item.limit = _MANY
            self._fetch(item).again()

    def _on_double_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        if not isinstance(item, FieldItem):
            return
        if item.field.kind is Kind.NUMBER:
            self.plot_requested.emit(item.field.name)
        elif item.field.kind in COUNTED:
            item.setExpanded(not item.isExpanded())

    def _on_menu(self, place: QPoint) -> None:
        item = self.tree.itemAt(place)
        if isinstance(item, (FieldItem, ValueItem)):
            self.menu(item).popup(self.tree.viewport().mapToGlobal(place))

    def menu(self, item: FieldItem | ValueItem) -> QMenu:
        """Return the context menu of a row."""
        menu = FacetMenu(self, item)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _is_telling(field: Field) -> bool:
    """Return whether the values of a field are worth to be seen unasked: they group more than a few records."""
    if field.kind is Kind.LEVEL:
        return True
    return field.kind is Kind.CATEGORY and field.distinct <= _MOST_VALUES and field.fill >= _FILLED_ENOUGH


class _Values:
    """Binds one field's question and answer to the panel."""

    def __init__(self, panel: FacetPanel, name: str) -> None:
        self._panel = panel
        self._name = name

    def ask(self) -> Question | None:
        return self._panel.question(self._name)

    def show(self, answer: Any) -> None:
        self._panel.show_values(self._name, answer)

    def fail(self, error: Exception) -> None:
        self._panel.show_failure(self._name, error)


def _level_values(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return level names as the filter language spells them ("0" for none), the most severe first."""
    ordered = sorted(counts.items(), reverse=True)
    return [(level_name(level).lower() or str(level), count) for level, count in ordered]
