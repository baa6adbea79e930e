"""The table of records: Qt's table view for header, selection, keyboard and accessibility, with its own painting.

What it must never do, each measured at millions of rows: give the vertical header per-row sizes, ask for selected
indexes one by one, or let the headers look at the selection (Ctrl+A then takes 15-35 s per million rows).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aidebug_gui.store.protocol import Rows
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.table.alignment import aligned
from aidebug_gui.ui.table.columns import TableColumn
from aidebug_gui.ui.table.extras import Matcher, RowHighlights, RowOverlay, RowSign, RowStrip
from aidebug_gui.ui.table.header import TableHeader
from aidebug_gui.ui.table.model import Index, LogModel
from aidebug_gui.ui.table.painter import RowPainter, Visible
from aidebug_gui.ui.table.row_reader import RowReader
from aidebug_gui.ui.theme import cell_font, current_theme

_EMPTY_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
MAX_PX = 2**31 - 1
MAX_RECORDS_COPIED = 1_000_000


class LogTable(QTableView):
    """The table of one log.

    Signals:
        record_changed(object): another record is the current one (its number, or -1).
        sort_requested(str, object): a header was clicked; the column and True (descending), False, or None (log order).
        value_menu_requested(object, str, QPoint): the context menu of a cell: record, column name, global position.
        first_painted(): rows are on screen for the first time.
    """

    record_changed = Signal(object)
    sort_requested = Signal(str, object)
    value_menu_requested = Signal(object, str, QPoint)
    first_painted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._painter_style = RowPainter(cell_font(), current_theme(), self.palette())
        self._has_painted = False
        self._is_automatic = True  # nobody went to the current row
        self._empty_text = ""
        self._log_model = LogModel(self)
        self.reader = RowReader(self._log_model, jobs, self)
        self.reader.rows_read.connect(self.viewport().update)
        self._header = TableHeader(self)
        self.reader.rows_read.connect(self._header.widen_soon)
        self._set_up_view()
        self.setModel(self._log_model)
        self._set_up_headers()
        self._log_model.modelReset.connect(self._on_reset)
        self._log_model.rowsInserted.connect(self._on_rows_inserted)

    def _set_up_view(self) -> None:
        self.setHorizontalHeader(self._header)
        self.setAccessibleName(self.tr("Log records"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_context_menu)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._use_row_height()

    def _set_up_headers(self) -> None:
        # Without selection models of their own the headers walk all selected rows (biolab/orange3#5162).
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(self._log_model, header))
        self._header.sort_requested.connect(self.sort_requested)

    def _use_row_height(self) -> None:
        height = self._painter_style.row_height
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(height)
        vertical.setDefaultSectionSize(height)
        self._log_model.set_row_cap(MAX_PX // height - 1)

    # what the rest of the window asks

    @property
    def log_model(self) -> LogModel:
        """The model behind the table."""
        return self._log_model

    @property
    def header(self) -> TableHeader:
        """The horizontal header."""
        return self._header

    @property
    def style_of_rows(self) -> RowPainter:
        """Fonts, sizes and colours of the rows."""
        return self._painter_style

    def current_record(self) -> int:
        """Return the number of the current record, or -1."""
        return self._log_model.record_at(self.currentIndex().row())

    def chosen_record(self) -> int:
        """Return the number of the current record if somebody went there, -1 if it is only where the table begins."""
        return -1 if self._is_automatic else self.current_record()

    def sort_by_current(self) -> None:
        """Sort by the column that the current cell is in, as a click on its header does."""
        if self.currentIndex().isValid():
            self._header.cycle_sort(self.currentIndex().column())

    def show_record(self, record: int, *, nearest: bool = False) -> bool:
        """Make a record the current one and bring it into view. Returns False where it is not shown."""
        position = self._log_model.position_of(record, nearest=nearest)
        if position < 0 or position >= self._log_model.rowCount():
            return False
        self.show_position(position)
        return True

    def show_position(self, position: int) -> None:
        """Make the row at a position the current one, in the middle of the view if it was out of it."""
        first, last = self.visible_positions()  # before the new current row scrolls itself to the edge
        column = max(0, self.currentIndex().column())
        index = self._log_model.index(position, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        if not first <= position < last:
            self._bring_into_view(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _bring_into_view(self, index: Index, hint: QAbstractItemView.ScrollHint) -> None:
        """Scroll up or down to a row, and not to a side."""
        x = self.horizontalScrollBar().value()
        self.scrollTo(index, hint)
        self.horizontalScrollBar().setValue(x)

    def visible_positions(self) -> tuple[int, int]:
        """Return the first and last position that are at least partly in view; last < first if there are none."""
        count = self._log_model.rowCount()
        first = self.rowAt(0)
        if first < 0 or count == 0:
            return 0, -1
        height = self._painter_style.row_height
        return first, min(count - 1, first + self.viewport().height() // height)

    def character_at(self, index: Index, at: QPoint) -> int:
        """Return which character of a cell's text is painted at a point of the viewport, -1 where none is."""
        row = self._log_model.cache.get(index.row())
        if row is None or index.column() >= len(row.texts):
            return -1
        at -= QPoint(self.columnViewportPosition(index.column()), self.rowViewportPosition(index.row()))
        column, width = self._log_model.columns[index.column()], self.columnWidth(index.column())
        return self._painter_style.character_at(row, column, row.texts[index.column()], width, at)

    def selected_ranges(self) -> list[tuple[int, int]]:
        """Return the selected positions as sorted ranges (first, last). Never one by one: there may be millions."""
        ranges = sorted((part.top(), part.bottom()) for part in self._selected_parts())
        merged: list[tuple[int, int]] = []
        for first, last in ranges:
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return merged

    def _selected_parts(self) -> list[QItemSelectionRange]:
        return list(self.selectionModel().selection())  # type: ignore[call-overload]  # iterable, the stubs forget it

    def selected_records(self, limit: int = MAX_RECORDS_COPIED) -> Rows:
        """Return the records selected, in the order of the table, at most ``limit``."""
        parts: list[Rows] = []
        room = limit
        for first, last in self.selected_ranges():
            last = min(last, first + room - 1)
            parts.append(self._log_model.records(first, last))
            room -= last - first + 1
            if room <= 0:
                break
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self.selected_ranges())

    def set_matcher(self, matcher: Matcher | None) -> None:
        """Mark what ``matcher`` finds in each cell: a function from text to spans."""
        self._painter_style.extras.matcher = matcher
        self.viewport().update()

    def read_again(self) -> None:
        """Forget the rows that are here: the log says something else of them now."""
        self._jobs.cancel("table rows")
        self._log_model.cache.clear()
        self.viewport().update()

    def set_marked(self, records: Rows, colour: QColor) -> None:
        """Mark the line numbers of these records."""
        self._painter_style.extras.marked = frozenset(records.tolist())
        self._painter_style.extras.mark_colour = colour
        self.viewport().update()

    def set_overlay(self, overlay: RowOverlay) -> None:
        """Have badges and underlines painted over the rows."""
        self._painter_style.extras.overlay = overlay
        self._header.fit_columns()
        self.viewport().update()

    def set_strip(self, strip: RowStrip) -> None:
        """Show a colour beside each line number."""
        self._painter_style.extras.strip = strip
        self.viewport().update()

    def set_bookmarked(self, records: Collection[int]) -> None:
        """Show these records as bookmarked."""
        self._painter_style.extras.bookmarked = frozenset(records)
        self.viewport().update()

    def set_seams(self, seams: Mapping[int, str]) -> None:
        """Show above these records that something happened to the source of the log."""
        self._painter_style.extras.seams = seams
        self.viewport().update()

    def set_signs(self, signs: RowSign | None) -> None:
        """Put signs beside the level bars of some records."""
        self._painter_style.extras.signs = signs
        self.viewport().update()

    def set_highlights(self, highlights: RowHighlights | None) -> None:
        """Put colours behind some records."""
        self._painter_style.extras.highlights = highlights
        self.viewport().update()

    def show_when_empty(self, text: str) -> None:
        """Show a text while the table has no rows."""
        if text != self._empty_text:
            self._empty_text = text
            self.viewport().update()

    def refresh_theme(self) -> None:
        """Take fonts and colours of the theme that is now in use."""
        extras = self._painter_style.extras
        first, last = self.visible_positions()
        was_in_view = first <= self.currentIndex().row() < last
        self._painter_style = RowPainter(cell_font(), current_theme(), self.palette(), extras)
        self._use_row_height()
        if was_in_view:  # rows may be higher than before
            self._bring_into_view(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def sample_texts(self, column: int) -> list[str]:
        """Return the texts of a column in the rows that are in view."""
        if not self.isVisible():
            return []
        first, last = self.visible_positions()
        self.reader.have(first, last)
        rows = (self._log_model.cache.get(position) for position in range(first, last + 1))
        texts = [row.texts[column] for row in rows if row is not None and column < len(row.texts)]
        return aligned(texts) if self._log_model.columns[column].is_right_aligned else texts

    # reading and painting

    def _visible(self) -> Visible:
        first, last = self.visible_positions()
        self.reader.have(first, last)
        cache, height = self._log_model.cache, self._painter_style.row_height
        top = self.rowViewportPosition(first) if last >= first else 0
        rows = [
            (position, top + (position - first) * height, cache.get(position)) for position in range(first, last + 1)
        ]
        selected: set[int] = set()
        for part in self._selected_parts():
            selected.update(range(max(first, part.top()), min(last, part.bottom()) + 1))
        return Visible(
            rows,
            list(self._visible_columns()),
            selected,
            self.currentIndex().row(),
            self.hasFocus(),
            self.currentIndex().column(),
            tuple(column.name for column in self._log_model.columns),
        )

    def _visible_columns(self) -> Iterator[tuple[int, TableColumn, int, int]]:
        columns = self._log_model.columns
        for index, column in enumerate(columns):
            width = self.columnWidth(index)
            x = self.columnViewportPosition(index)
            if x + width >= 0 and x <= self.viewport().width():
                yield index, column, x, width

    # Qt's own names from here on

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        visible = self._visible()
        painter = QPainter(self.viewport())
        self._painter_style.paint(painter, area, visible)
        if not visible.rows and self._empty_text:
            painter.setPen(current_theme().colors["muted"])
            area = self.viewport().rect().adjusted(0, 3 * self._painter_style.row_height, 0, 0)
            painter.drawText(area, int(_EMPTY_FLAGS), self._empty_text)
        painter.end()
        if not self._has_painted and visible.rows:
            self._has_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._is_automatic = False
        if current.row() != previous.row() or not previous.isValid():
            self.record_changed.emit(self._log_model.record_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        jump = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._log_model.rowCount() - 1}.get(Qt.Key(event.key()))
        if jump is not None and jump >= 0 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.show_position(jump)  # Qt moves within the row instead
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fill_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._header.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.refresh_theme()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # the date stands in the first visible row: moved pixels would be wrong
        if dy:
            self.reader.go_on(*self.visible_positions())
            self._header.widen_soon()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # The base class turns each range into regions cell by cell; one repaint costs less.
        self.viewport().update()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.SelectionWithin))

    # slots

    def _on_reset(self) -> None:
        self._keep_a_current_row()
        self._header.fit_columns()

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if first == 0:
            self._on_reset()
        else:
            self._header.widen_soon()

    def _keep_a_current_row(self) -> None:
        """A view without a current row crashes screen readers (BearWare/TeamTalk5#3191)."""
        if self._log_model.rowCount() and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self._log_model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self._is_automatic = True

    def _on_context_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid():
            name = self._log_model.columns[index.column()].name
            self.value_menu_requested.emit(
                self._log_model.record_at(index.row()), name, self.viewport().mapToGlobal(position)
            )
