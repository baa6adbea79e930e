"""The tree of a record's values: names, values, types. Children are made when their parent is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import Record
from aidebug_gui.ui.theme import cell_font, em
from aidebug_gui.ui.values import cell_text, count_text, visible

MOST_CHARS = 200
SMALL_OBJECT = 12  # keys of an object that is shown open
MOST_NAMES = 6
MOST_CHILDREN = 2000
VALUE_ROLE = Qt.ItemDataRole.UserRole
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value in the tree. ``name``: what the filter calls it; ``path``: where it stands in the record."""

    name: str
    path: Path
    value: object

    @property
    def path_text(self) -> str:
        """The path as jq writes it: ``.items[0].name``."""
        return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path) or "."

    @property
    def is_leaf(self) -> bool:
        """Whether it is a plain value and no object or list."""
        return not isinstance(self.value, Mapping | list)


def type_name(value: object) -> str:
    """Return what kind of value it is: JSON's words, in the language of the window."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true/false"
    if isinstance(value, int | float):
        return QCoreApplication.translate("RecordFields", "number")
    if isinstance(value, str):
        return QCoreApplication.translate("RecordFields", "text")
    if isinstance(value, Mapping):
        return QCoreApplication.translate("RecordFields", "object")
    return QCoreApplication.translate("RecordFields", "list")


def summary(value: object) -> str:
    """Return one line for a value, long ones cut with their length."""
    if isinstance(value, Mapping):
        names = ", ".join(visible(str(name)) for name in islice(value, MOST_NAMES))
        return f"{{ {names}, … }}" if len(value) > MOST_NAMES else f"{{ {names} }}"
    if isinstance(value, list):
        return f"[ {count_text(len(value))} ]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    text = str(value)
    if len(text) > MOST_CHARS:
        length = QCoreApplication.translate("RecordFields", "{0} characters").format(count_text(len(text)))
        return f"{visible(text[:MOST_CHARS])}… ({length})"
    return visible(text)


class RecordFields(QTreeWidget):
    """Tree of names, values and types.

    Signals:
        value_selected(object): the FieldValue of the current item, or None.
        menu_requested(object, QPoint): right-click on a FieldValue, with the global position.
    """

    value_selected = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}  # the log's name of a field -> canonical column
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Field"), self.tr("Value"), self.tr("Type")])
        self.setAccessibleName(self.tr("Fields of the record"))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setIndentation(em(0.9))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.itemExpanded.connect(self._on_expanded)
        self.currentItemChanged.connect(self._on_current)
        self.customContextMenuRequested.connect(self._on_menu)

    def set_names(self, names: dict[str, str]) -> None:
        """Tell which of the log's fields became which canonical column."""
        self._names = names

    def show_record(self, record: Record | None) -> None:
        """Fill the tree."""
        selected = self.selected()
        self.clear()
        if record is None:
            return
        font = cell_font()
        self.setFont(font)
        own = dict(record.fields)
        if own:
            self._add_children(self.invisibleRootItem(), own, ())
        known = {name: value for name, value in record.values.items() if value is not None}
        if not own:
            self._add_known(self.invisibleRootItem(), known)
        elif known:
            group = QTreeWidgetItem([self.tr("recognised as"), "", ""])
            self.addTopLevelItem(group)
            self._add_known(group, known)
            group.setExpanded(not record.is_json)
        self._open_small()
        self._fit_names()
        if selected is not None:
            self._select_path(selected.path)

    def selected(self) -> FieldValue | None:
        """Return the value of the current item."""
        item = self.currentItem()
        value = item.data(0, VALUE_ROLE) if item is not None else None
        return value if isinstance(value, FieldValue) else None

    def _add_known(self, parent: QTreeWidgetItem, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            kind = CANONICAL[name].kind if name in CANONICAL else Kind.TEXT
            shown = cell_text(value, kind) if kind in (Kind.TIME, Kind.LEVEL) else summary(value)
            item = QTreeWidgetItem([name, shown, kind.value])
            item.setData(0, VALUE_ROLE, FieldValue(name, (name,), value))
            parent.addChild(item)

    def _add_children(self, parent: QTreeWidgetItem, value: object, path: Path) -> None:
        for at, (key, child) in enumerate(_children(value)):
            if at >= MOST_CHILDREN:
                parent.addChild(QTreeWidgetItem(["…", self.tr("more: see the raw text"), ""]))
                return
            parent.addChild(self._item(key, child, (*path, key)))

    def _item(self, key: str | int, value: object, path: Path) -> QTreeWidgetItem:
        dotted = ".".join(map(str, path))
        item = QTreeWidgetItem([visible(str(key)), summary(value), type_name(value)])
        item.setData(0, VALUE_ROLE, FieldValue(self._names.get(dotted, dotted), path, value))
        if isinstance(value, Mapping | list) and value:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _open_small(self) -> None:
        """Open the objects of the first level while the tree stays short."""
        for item in self._top_items():
            value = item.data(0, VALUE_ROLE)
            if isinstance(value, FieldValue) and isinstance(value.value, Mapping) and len(value.value) <= SMALL_OBJECT:
                item.setExpanded(True)

    def _fit_names(self) -> None:
        self.resizeColumnToContents(0)
        self.setColumnWidth(0, min(self.columnWidth(0), max(em(8), self.viewport().width() // 2)))

    def _select_path(self, path: Path) -> None:
        """Select the same field in the next record."""
        for item in self._top_items():
            value = item.data(0, VALUE_ROLE)
            if isinstance(value, FieldValue) and value.path == path:
                self.setCurrentItem(item)

    def _top_items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        value = item.data(0, VALUE_ROLE)
        if isinstance(value, FieldValue) and item.childCount() == 0:
            self._add_children(item, value.value, value.path)

    def _on_current(self, current: QTreeWidgetItem | None, previous: QTreeWidgetItem | None) -> None:
        self.value_selected.emit(self.selected())

    def _on_menu(self, position: QPoint) -> None:
        item = self.itemAt(position)
        value = item.data(0, VALUE_ROLE) if item is not None else None
        if isinstance(value, FieldValue):
            self.menu_requested.emit(value, self.viewport().mapToGlobal(position))


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
