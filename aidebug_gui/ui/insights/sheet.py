"""A table of some hundred answers: texts, counts, bars, sparklines. Sorted by a click, walked with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import tooltip_text, visible

Index = QModelIndex | QPersistentModelIndex
_CELL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What a cell shows. ``key`` sorts it; ``bar`` (0..1) lies behind the text; ``spark`` are counts from old to new."""

    text: str
    key: float | str = ""
    bar: float | None = None
    spark: NDArray[np.int64] | NDArray[np.float64] | None = None
    colour: QColor | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` in line heights, 0 for what is left. ``descending``: the first click shows large ones first."""

    title: str
    width: float = 0
    is_right: bool = False
    descending: bool = False


class SheetModel(QAbstractTableModel):
    """Rows of cells. ``order`` is the numbers of the rows from top to bottom."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._rows: list[tuple[Cell, ...]] = []
        self.order: list[int] = []
        self._sort = (-1, False)
        self.shown: Callable[[str], str] = str
        self._texts: dict[str, str] = {}

    def text(self, index: Index) -> str:
        """Return the text of a cell as it may be shown, control characters made visible."""
        text = self.cell(index).text
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = visible(self.shown(text))
        return found

    def read_again(self) -> None:
        """What may be shown has changed."""
        self._texts.clear()
        if self.order:
            last = self.index(len(self.order) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])

    def set_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show other rows, in the order that was chosen."""
        self.beginResetModel()
        self._texts.clear()
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return what stands in a cell."""
        return self._rows[self.order[index.row()]][index.column()]

    def _put_in_order(self) -> None:
        column, descending = self._sort
        self.order = list(range(len(self._rows)))
        if column >= 0:
            self.order.sort(key=lambda number: self._rows[number][column].key, reverse=descending)

    # Qt's own names from here on

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.order)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == _CELL:
            return self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self.text(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].is_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self.order[index.row()] for index in before]
        self._sort = (column, order is Qt.SortOrder.DescendingOrder)
        self._put_in_order()
        place = {number: row for row, number in enumerate(self.order)}
        after = [self.index(place[number], index.column()) for number, index in zip(numbers, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class Sheet(QTableView):
    """Shows rows of cells. Rows are named by their number in what was given to :meth:`set_rows`.

    Signals:
        chosen(int): another row is the current one, -1 for none.
        activated_row(int): Enter or a double click.
    """

    chosen = Signal(int)
    activated_row = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet_model = SheetModel(columns, self)
        self.setModel(self.sheet_model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical, header = self.verticalHeader(), self.horizontalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._use_row_height()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        for number, column in enumerate(columns):
            if column.width:
                header.resizeSection(number, em(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(self._on_header)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._sorted = -1
        self._is_descending = False
        self.doubleClicked.connect(self._on_double_click)

    def _use_row_height(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.35))

    def set_titles(self, titles: Sequence[str]) -> None:
        """Name the columns."""
        columns = self.sheet_model.columns
        columns[:] = [replace(column, title=title) for column, title in zip(columns, titles, strict=True)]
        self.sheet_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def set_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show other rows; none of them is the current one."""
        self.sheet_model.set_rows(rows)
        self.chosen.emit(-1)

    def current_row(self) -> int:
        """Return the number of the current row, -1 if none is."""
        row = self.currentIndex().row()
        return self.sheet_model.order[row] if 0 <= row < len(self.sheet_model.order) else -1

    def selected_rows(self) -> list[int]:
        """Return the numbers of the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.sheet_model.order[row] for row in rows]

    def choose(self, number: int) -> None:
        """Make a row the current one."""
        self.selectRow(self.sheet_model.order.index(number))

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column."""
        self._sorted, self._is_descending = column, descending
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self.sheet_model.sort(column, order)

    def _on_header(self, column: int) -> None:
        first = self.sheet_model.columns[column].descending
        self.sort_by(column, descending=not self._is_descending if column == self._sorted else first)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.activated_row.emit(self.sheet_model.order[index.row()])

    # Qt's own names from here on

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.activated_row.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._use_row_height()


class _Delegate(QStyledItemDelegate):
    """Paints a cell: a bar or a sparkline, and the text over it."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._sheet.sheet_model.cell(index)
        column = self._sheet.sheet_model.columns[index.column()]
        palette = self._sheet.palette()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            colour = QColor(palette.color(QPalette.ColorRole.Highlight))
            colour.setAlphaF(1.0 if selected else 0.35)
            painter.fillRect(option.rect, colour)
        room = QRectF(option.rect).adjusted(em(0.3), 0, -em(0.3), 0)
        if cell.bar is not None:
            _paint_bar(painter, room, cell.bar)
        if cell.spark is not None:
            _paint_spark(painter, room.adjusted(0, 2, 0, -2), cell.spark)
        if cell.text:
            font = QFont(self._sheet.font())
            font.setFeature(QFont.Tag("tnum"), 1)
            painter.setFont(font)
            strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
            painter.setPen(strong if selected or cell.colour is None else cell.colour)
            side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            text = self._sheet.sheet_model.text(index)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
            flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(room, flags, shown)
        painter.restore()


def _paint_bar(painter: QPainter, room: QRectF, share: float) -> None:
    colour = QColor(current_theme().colors["series"])
    colour.setAlphaF(0.28)
    bar = QRectF(room.left(), room.top() + 2, max(1.0, room.width() * min(1.0, share)), room.height() - 4)
    painter.fillRect(bar, colour)


def _paint_spark(painter: QPainter, room: QRectF, counts: NDArray[np.int64] | NDArray[np.float64]) -> None:
    """Paint counts as columns side by side; the highest one fills the height, and what is not zero is seen."""
    most = float(counts.max(initial=0))
    if not most:
        return
    width = room.width() / len(counts)
    colour = current_theme().colors["series"]
    for number in np.flatnonzero(counts).tolist():
        height = max(1.0, room.height() * float(counts[number]) / most)
        left = room.left() + number * width
        painter.fillRect(QRectF(left, room.bottom() - height, max(1.0, width - 1), height), colour)
