"""All texts that the windows of the program show now, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGraphicsScene,
    QGraphicsView,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from aidebug_gui.ui.filter.bar import FilterBar

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS = 300


def everything() -> Iterator[tuple[str, str]]:
    """Yield (where, text) of all visible widgets."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield type(window).__name__, window.windowTitle()
            for widget in (window, *window.findChildren(QWidget)):
                if widget.isVisible():
                    where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
                    yield from ((where, text) for text in _texts(widget) if text)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis())
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    yield from _own_words(widget)
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTabWidget):
        for at in range(widget.count()):
            yield from (widget.tabText(at), widget.tabToolTip(at))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _items(widget.model(), QModelIndex())
    if isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from _drawn(widget.scene())


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit):
        yield from (widget.displayText(), widget.placeholderText())
    elif not isinstance(widget, FilterBar):  # whose text is that of its edit, which is asked by itself
        for name in ("text", "toPlainText", "title"):
            method = getattr(widget, name, None)
            try:
                text = method() if callable(method) else ""
            except TypeError:
                continue
            if isinstance(text, str):
                yield text


def _drawn(scene: QGraphicsScene) -> Iterator[str]:
    for item in scene.items():
        if item.isVisible():
            yield item.toolTip()
            plain = getattr(item, "toPlainText", None)
            yield plain() if callable(plain) else ""


def _items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(MOST_ROWS, model.rowCount(parent))):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (text for role in ROLES if isinstance(text := model.data(index, role), str))
            if column == 0 and not isinstance(model, QAbstractListModel) and model.rowCount(index):
                yield from _items(model, index)
