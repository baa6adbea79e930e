"""The header of the table: click to sort, drag to move and size, right-click to choose columns."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.table.columns import ABOVE, LINE
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.table.view import LogTable

STRETCHED = "message"
MOST_CHARS = 28  # of a column that is sized by its content
LEAST_CHARS = 4
STRETCHED_LEAST_CHARS = 30
MOST_TEXT_CHARS = 200  # of a column of text that gets what the message does not need
LEAST_CHARS_OF = {Kind.TIME: 23, Kind.LEVEL: 8}  # a date with milliseconds; CRITICAL
SORT_ARROW_CHARS = 2
REST_MS = 150
"""The rows rest when they did not move for so long: only then do columns get wider."""
SQUEEZED_CHARS = 7  # of a column that makes room for the message in a narrow window
SQUEEZED_CHARS_OF = {Kind.TIME: 14, Kind.LEVEL: 9}  # the time of day without its date


class TableHeader(QHeaderView):
    """Sizes columns by what is in view until the user sizes them; the message takes the room that is left.

    Columns get wider, never narrower, where rows that come into view later need it.

    Signals:
        sort_requested(str, object): column name; True (descending), False (ascending), None (log order).
        menu_requested(int, QPoint): right-click on the header: column index (or -1) and global position.
    """

    sort_requested = Signal(str, object)
    menu_requested = Signal(int, QPoint)

    def __init__(self, table: LogTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._sized_by_user: set[str] = set()
        self._is_fitting = False
        self._fitted_line = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.widen_columns)
        self._squeezed: set[str] = set()  # columns that are narrower than their content, for the message to be seen
        self._given: dict[str, int] = {}  # px that columns of text have of the room that the message does not need
        self._sort: tuple[str, bool] | None = None
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Columns"))
        self.sectionClicked.connect(self.cycle_sort)
        self.sectionDoubleClicked.connect(self.cycle_sort)  # the second of two quick clicks counts as well
        self.sectionResized.connect(self._on_resized)
        self.sectionHandleDoubleClicked.connect(self._on_handle_double_clicked)
        self.customContextMenuRequested.connect(self._on_context_menu)

    def show_sort(self, sort: tuple[str, bool] | None) -> None:
        """Show by which column the table is sorted: (name, descending), or None for log order."""
        self._sort = sort
        names = [column.name for column in self._table.log_model.columns]
        if sort is None or sort[0] not in names:
            self.setSortIndicatorShown(False)
            return
        order = Qt.SortOrder.DescendingOrder if sort[1] else Qt.SortOrder.AscendingOrder
        self.setSortIndicatorShown(True)
        self.setSortIndicator(names.index(sort[0]), order)

    def fit_columns(self) -> None:
        """Size the columns by title and by the rows in view, and give the message what is left."""
        for index, column in enumerate(self._table.log_model.columns):
            if column.name not in self._sized_by_user and column.name != STRETCHED:
                self.fit_column(index)
        self.fill_width()

    def user_widths(self) -> dict[str, int]:
        """Return the widths (px) of the columns that the user sized."""
        columns = self._table.log_model.columns
        return {
            column.name: self.sectionSize(at) for at, column in enumerate(columns) if column.name in self._sized_by_user
        }

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """Size columns as the user did before."""
        for at, column in enumerate(self._table.log_model.columns):
            if column.name in widths:
                self._sized_by_user.add(column.name)
                self._resize(at, widths[column.name])
        self.fill_width()

    def column_names(self) -> list[str]:
        """Return the names of the columns that are shown."""
        return [column.name for column in self._table.log_model.columns]

    def shown_order(self) -> list[str]:
        """Return the names of the columns from left to right, as the user moved them."""
        columns = self._table.log_model.columns
        return [columns[self.logicalIndex(at)].name for at in range(len(columns))]

    def forget_sizes(self) -> None:
        """Size all columns by their content again."""
        self._sized_by_user.clear()

    def fit_column(self, index: int) -> None:
        """Size one column by its title and the rows in view."""
        self._squeezed.discard(self._table.log_model.columns[index].name)
        self._given.pop(self._table.log_model.columns[index].name, None)
        self._resize(index, self._needed_width(index))

    def widen_soon(self) -> None:
        """Let columns be widened when the rows rest. At the end of a log that grows they never do: there it goes on."""
        bar = self._table.verticalScrollBar()
        if not self._rest.isActive() or bar.value() < bar.maximum():
            self._rest.start()

    def widen_columns(self) -> None:
        """Widen columns that the rows in view need wider, by what the message can spare; none gets narrower."""
        names = self.column_names()
        spare = sys.maxsize
        if STRETCHED in names and STRETCHED not in self._sized_by_user:
            least = STRETCHED_LEAST_CHARS * self._table.style_of_rows.char_width
            spare = self.sectionSize(names.index(STRETCHED)) - least
        if spare <= 0 or not self._table.isVisible():
            return
        is_wider = False
        for index, name in enumerate(names):
            if name == STRETCHED or name in self._sized_by_user:
                continue
            more = min(self._needed_width(index) - self.sectionSize(index), spare)
            if more > 0:
                self._resize(index, self.sectionSize(index) + more)
                spare -= more
                is_wider = True
        if is_wider:
            self.fill_width()

    def _needed_width(self, index: int, most_chars: int = MOST_CHARS) -> int:
        """Return the width (px) that the title of a column and the rows in view need."""
        style = self._table.style_of_rows
        column = self._table.log_model.columns[index]
        title_width = self.fontMetrics().horizontalAdvance(column.title) + SORT_ARROW_CHARS * style.char_width
        least = "0" * LEAST_CHARS_OF.get(column.kind, LEAST_CHARS)
        texts = [least, self._last_line()] if column.name == LINE else [least, *self._table.sample_texts(index)]
        width = style.text_width(texts, most_chars=most_chars)
        if column.name == LINE:
            width += style.line_indent
        return max(title_width + 2 * style.padding, width)

    def fit_line_column(self) -> None:
        """Widen the column of line numbers when the log has grown by a digit."""
        names = [column.name for column in self._table.log_model.columns]
        if LINE in names and LINE not in self._sized_by_user and self._last_line() != self._fitted_line:
            self._fitted_line = self._last_line()
            self.fit_column(names.index(LINE))
            self.fill_width()

    def _last_line(self) -> str:
        """Return a text as long as the largest line number."""
        store = self._table.log_model.store
        return re.sub(r"\d", "0", count_text(store.state().lines)) if store is not None else ""

    def fill_width(self) -> None:
        """Give the message column the room that the others leave."""
        names = [column.name for column in self._table.log_model.columns]
        if STRETCHED not in names or STRETCHED in self._sized_by_user:
            return
        for name in list(self._squeezed):
            if name in names:
                self.fit_column(names.index(name))
        for text in self._texts():
            self._resize(text, self.sectionSize(text) - self._given.pop(names[text], 0))
        index = names.index(STRETCHED)
        least = STRETCHED_LEAST_CHARS * self._table.style_of_rows.char_width
        self._squeeze(index, least)
        room = self._table.viewport().width()
        left = self.sectionPosition(index)
        others = self.length() - self.sectionSize(index)
        width = room - others
        if width < least:
            # Where not all columns fit, those right of the message are scrolled to; the message is what one reads, but
            # short ones take no more than they need.
            width = max(width, min(max(least, min(2 * least, room - left)), self._content_width(index)))
        else:
            width -= self._give_to_texts(width - max(least, self._content_width(index)))
        self._resize(index, width)

    def _give_to_texts(self, spare: int) -> int:
        """Widen the other columns of text (input, output) by what the message does not need; return how much (px)."""
        left = max(0, spare)
        wanted = {
            index: self._needed_width(index, MOST_TEXT_CHARS) - self.sectionSize(index) for index in self._texts()
        }
        for at, index in enumerate(sorted(wanted, key=lambda index: wanted[index])):
            more = max(0, min(wanted[index], left // (len(wanted) - at)))
            self._given[self._table.log_model.columns[index].name] = more
            self._resize(index, self.sectionSize(index) + more)
            left -= more
        return max(0, spare) - left

    def _texts(self) -> list[int]:
        """Return the columns of text that nobody sized, but for the message."""
        columns = enumerate(self._table.log_model.columns)
        sized = {STRETCHED, *self._sized_by_user}
        return [index for index, column in columns if column.kind is Kind.TEXT and column.name not in sized]

    def _content_width(self, index: int) -> int:
        """Return the width (px) that a column's title and the rows in view need."""
        style = self._table.style_of_rows
        title = self._table.log_model.columns[index].title
        title_width = self.fontMetrics().horizontalAdvance(title) + SORT_ARROW_CHARS * style.char_width
        texts = self._table.sample_texts(index)
        return max(title_width + 2 * style.padding, style.text_width(texts, most_chars=2 * STRETCHED_LEAST_CHARS))

    def _squeeze(self, message: int, least: int) -> None:
        """Narrow the columns left of the message until at least half of its least width is in view."""
        columns, char_width = self._table.log_model.columns, self._table.style_of_rows.char_width
        missing = self.sectionPosition(message) + least // 2 - self._table.viewport().width()
        for visual in reversed(range(self.visualIndex(message))):
            index = self.logicalIndex(visual)
            column = columns[index]
            if missing <= 0 or column.name in (LINE, *self._sized_by_user):
                continue
            smallest = SQUEEZED_CHARS_OF.get(column.kind, SQUEEZED_CHARS) * char_width
            given = min(missing, self.sectionSize(index) - smallest)
            if given > 0:
                self._squeezed.add(column.name)
                self._resize(index, self.sectionSize(index) - given)
                missing -= given

    def _resize(self, index: int, width: int) -> None:
        self._is_fitting = True
        self.resizeSection(index, width)
        self._is_fitting = False

    def cycle_sort(self, index: int) -> None:
        """Sort by a column: ascending, then descending, then in the order of the log."""
        name = self._table.log_model.columns[index].name
        if name == ABOVE:  # in another order it would be another number
            return
        before, descending = self._sort if self._sort is not None else ("", False)
        wish = False if before != name else None if descending else True
        self._sort = None if wish is None else (name, wish)  # now: the next click may come before the rows are sorted
        self.sort_requested.emit(name, wish)

    def _on_resized(self, index: int, old: int, new: int) -> None:
        if self._is_fitting or not self._table.isVisible():
            return
        columns = self._table.log_model.columns
        if index < len(columns) and old and new:
            self._sized_by_user.add(columns[index].name)
            self.fill_width()

    def _on_handle_double_clicked(self, index: int) -> None:
        self._sized_by_user.discard(self._table.log_model.columns[index].name)
        self.fit_columns()

    def _on_context_menu(self, position: QPoint) -> None:
        self.menu_requested.emit(self.logicalIndexAt(position), self.viewport().mapToGlobal(position))
