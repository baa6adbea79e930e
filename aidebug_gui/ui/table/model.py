"""The table model: which record stands at which position. Content comes from the store, a few rows at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import LogStore, Rows
from aidebug_gui.ui.growing_rows import is_continued
from aidebug_gui.ui.shown_zone import shown_zone
from aidebug_gui.ui.table.columns import ABOVE, LINE_COLUMN, OWN_COLUMNS, TableColumn
from aidebug_gui.ui.table.rows import PaintRow, RowCache
from aidebug_gui.ui.values import level_name

DISPLAY = Qt.ItemDataRole.DisplayRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
TOOL_TIP = Qt.ItemDataRole.ToolTipRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MAX_ROWS = 2**31 - 1
Index = QModelIndex | QPersistentModelIndex


def titled(column: TableColumn) -> str:
    """Return the title of a column, of times with their zone."""
    label = shown_zone().label if column.kind is Kind.TIME else ""
    is_own = column in OWN_COLUMNS  # made before any language was chosen
    title = QCoreApplication.translate("Columns", column.title) if is_own else column.title
    return f"{title} ({label})" if label else title


class LogModel(QAbstractTableModel):
    """Positions 0..n-1 of the table onto records, in log order or any other order.

    ``row_cap`` bounds what is shown, because Qt counts pixels with 32 bits; the view sets it from its row height.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: LogStore | None = None
        self.cache = RowCache()
        self.cache.columns = [LINE_COLUMN]
        self.row_cap = MAX_ROWS
        self._order: Rows | None = None
        self._is_ascending = True
        self._count = 0

    @property
    def columns(self) -> list[TableColumn]:
        """The columns from left to right, before the user moves them."""
        return self.cache.columns

    @property
    def order(self) -> Rows | None:
        """Records by position; None: position and record number are the same."""
        return self._order

    @property
    def total(self) -> int:
        """Records that should be shown; more than :meth:`rowCount` where the cap cuts them."""
        return self._count

    def set_row_cap(self, cap: int) -> None:
        """Show no more rows than these."""
        if min(self._count, cap) == self.rowCount():
            self.row_cap = cap
            return
        self.beginResetModel()
        self.row_cap = cap
        self.endResetModel()

    def set_store(self, store: LogStore | None) -> None:
        """Show another log, empty until :meth:`set_order`."""
        self.beginResetModel()
        self.store = store
        self._order, self._count = None, 0
        self.cache.clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Read all rows again: their numbers stand for other records now."""
        self.beginResetModel()
        self._order, self._count = None, 0
        self.cache.clear()
        self.endResetModel()

    def refresh_texts(self) -> None:
        """Forget the texts of the rows: times are shown in another zone."""
        self.cache.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.columns) - 1))

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.cache.columns = list(columns)
        self.cache.clear()
        self.endResetModel()

    def add_column(self, column: TableColumn, at: int | None = None) -> int:
        """Add a column unless it is there, and return its index.

        Without ``at`` it is added at the end, the time since the row above behind the time.
        """
        names = [known.name for known in self.columns]
        if column.name in names:
            return names.index(column.name)
        if at is None:
            at = names.index("time") + 1 if column.name == ABOVE and "time" in names else len(names)
        self.beginInsertColumns(QModelIndex(), at, at)
        self.cache.columns = [*self.columns[:at], column, *self.columns[at:]]
        self.cache.clear()
        self.endInsertColumns()
        return at

    def remove_column(self, index: int) -> None:
        """Take a column away."""
        self.beginRemoveColumns(QModelIndex(), index, index)
        self.cache.columns = [column for at, column in enumerate(self.columns) if at != index]
        self.cache.clear()
        self.endRemoveColumns()

    def set_order(self, order: Rows | None, count: int, *, is_ascending: bool = True) -> bool:
        """Show the records of ``order``, or 0..count-1 where it is None; return whether they are other ones.

        If only more came, the rows that are here stay.
        """
        if self._is_growth(order, count):
            self._append(order, count)
            return False
        self.beginResetModel()
        self._order = order
        self._count = count if order is None else len(order)
        self._is_ascending = is_ascending
        self.cache.clear()
        self.endResetModel()
        return True

    def _is_growth(self, order: Rows | None, count: int) -> bool:
        old = self._order
        if self._count == 0 or (old is None) != (order is None):
            return False
        if order is None or old is None:
            return count >= self._count
        return is_continued(old, order)

    def _append(self, order: Rows | None, count: int) -> None:
        total = count if order is None else len(order)
        before, after = self.rowCount(), min(total, self.row_cap)
        self.cache.forget(before - 1)  # the last record may have got more lines
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        self._order, self._count = order, total
        if after > before:
            self.endInsertRows()
        if before:
            self.dataChanged.emit(self.index(before - 1, 0), self.index(before - 1, len(self.columns) - 1))

    def record_at(self, position: int) -> int:
        """Return the record number at a position, -1 outside."""
        if not 0 <= position < self._count:
            return -1
        return position if self._order is None else int(self._order[position])

    def records(self, first: int, last: int) -> Rows:
        """Return the record numbers of the positions first..last."""
        if self._order is None:
            return np.arange(first, last + 1, dtype=np.int64)
        return self._order[first : last + 1]

    def position_of(self, record: int, *, nearest: bool = False) -> int:
        """Return where a record stands, or -1; ``nearest``: the next one in log order where it is not shown."""
        if self._order is None:
            return record if 0 <= record < self._count else -1
        if not self._is_ascending:
            found = np.flatnonzero(self._order == record)
            return int(found[0]) if len(found) else -1
        at = int(np.searchsorted(self._order, record))
        if at < self._count and self._order[at] == record:
            return at
        return min(at, self._count - 1) if nearest else -1

    def row(self, position: int) -> PaintRow | None:
        """Return a row, read now if it is not here yet."""
        if self.store is None or not 0 <= position < self.rowCount():
            return None
        missing = self.cache.missing(position, position)
        if missing is not None:
            self.cache.read(missing[0], self.records(*missing), self.store.rows)
        return self.cache.get(position)

    def accessible_text(self, position: int, column: int = 0) -> str:
        """Return what a screen reader says of a cell: of the first one what the row is about, of others their value."""
        row = self.row(position)
        if row is None:
            return ""
        if column > 0:
            value = row.texts[column] or self.tr("empty")
            return f"{titled(self.columns[column])}: {value}"
        texts = dict(zip((column.name for column in self.columns), row.texts, strict=True))
        return ", ".join(
            part
            for part in (self.tr("line {0}").format(row.line), level_name(row.level).lower(), texts.get("message", ""))
            if part
        )

    def _about_cell(self, position: int, column: TableColumn) -> str:
        """Return what is to be known of a cell beyond its text, plain text without anything of the log."""
        row = self.row(position) if column.kind is Kind.LEVEL else None
        if row is None or not row.level or Flag.DERIVED_LEVEL not in row.flags:
            return ""
        return self.tr("The line names no level: this one is derived from its status, its error or its kind.")

    # Qt's own names from here on

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - an invalid index is a constant
        return 0 if parent.isValid() else min(self._count, self.row_cap)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cache.columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        if role == DISPLAY:
            row = self.row(index.row())
            return row.texts[index.column()] if row is not None else None
        if role == ALIGNMENT:
            return RIGHT if self.columns[index.column()].is_right_aligned else LEFT
        if role == ACCESSIBLE:
            return self.accessible_text(index.row(), index.column())
        if role == TOOL_TIP:
            return self._about_cell(index.row(), self.columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return titled(self.columns[section])
        if role == ALIGNMENT:
            return RIGHT if self.columns[section].is_right_aligned else LEFT
        return None
