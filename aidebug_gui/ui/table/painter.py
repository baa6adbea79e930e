"""Draws the visible rows of the table: one pass a column, clipped once, plain ``drawText`` calls.

Measured: painting through ``data()`` and a delegate costs 37-100 ms a frame at 44 x 6 cells, this 4-8 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.ui.table.alignment import aligned
from aidebug_gui.ui.table.columns import ABOVE, LINE, TableColumn
from aidebug_gui.ui.table.extras import RowExtras
from aidebug_gui.ui.table.gaps import UsualGap
from aidebug_gui.ui.table.gutter import paint_gutter
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.table.seams import paint_seams
from aidebug_gui.ui.table.wrapping import wrapped
from aidebug_gui.ui.theme import HighlightStyle, Theme, row_lines, row_spacing
from aidebug_gui.ui.values import count_text

ELLIPSIS = "…"
MAX_CHARS = 2000  # of a cell that are ever laid out
BOLD_FROM = QFont.Weight.DemiBold


@dataclass(slots=True)
class Visible:
    """What is to be painted: rows with their y, and columns with x and width. ``selected``: positions."""

    rows: list[tuple[int, int, PaintRow | None]]  # position, y, row
    columns: list[tuple[int, TableColumn, int, int]]  # index in the model, column, x, width
    selected: set[int] = field(default_factory=set)
    current: int = -1
    has_focus: bool = False
    current_column: int = 0
    names: tuple[str, ...] = ()  # of all columns, also of those out of view


class _Cell(NamedTuple):
    """A cell that is painted: its record and column, its whole text, and whether its row is selected."""

    record: int
    column: str
    text: str
    is_selected: bool


class _Line(NamedTuple):
    """A line of a cell: what it shows, from which character of the cell's text on, and where it is painted."""

    text: str
    begin: int
    x: int
    y: int


class RowPainter:
    """Paints rows with fonts and colours that are looked up once per theme."""

    def __init__(self, font: QFont, theme: Theme, palette: QPalette, extras: RowExtras | None = None) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.Bold)
        self.italic, self.bold_italic = QFont(font), QFont(self.bold)
        for slanted in (self.italic, self.bold_italic):
            slanted.setItalic(True)
        self.metrics = QFontMetrics(font)
        self.char_width = max(1, self.metrics.horizontalAdvance("0"))
        self._advance = max(1.0, QFontMetricsF(font).horizontalAdvance("0"))  # not whole: 100 characters make up 20 px
        self.padding = max(2, self.char_width // 2)
        self.bar_unit = max(1, self.char_width // 4)
        self.lines = row_lines()
        self.line_height = self.metrics.height() + max(2, round(self.metrics.height() * row_spacing()))
        self.row_height = self.line_height + (self.lines - 1) * self.metrics.height()
        self._baseline = (self.line_height - self.metrics.height()) // 2 + self.metrics.ascent()
        self.theme = theme
        self.palette = palette
        self.extras = extras if extras is not None else RowExtras()
        self._usual_gap = UsualGap(())
        self._highlighted: dict[int, HighlightStyle] = {}  # of the records that are painted

    @property
    def line_indent(self) -> int:
        """Room at the left of the line numbers: the level bar, and a badge where there are any."""
        return self.char_width + (self._badge_side() + self.bar_unit if self.extras.overlay is not None else 0)

    def _badge_side(self) -> int:
        return round(self.metrics.ascent() * 0.95)

    def paint(self, painter: QPainter, area: QRect, visible: Visible) -> None:
        """Paint rows over ``area`` of the viewport."""
        if self.extras.overlay is not None:
            self.extras.overlay.begin(visible.names)
        if ABOVE in visible.names:
            self._usual_gap = UsualGap(row.gap_ns for _, _, row in visible.rows if row is not None)
        painter.fillRect(area, self.palette.color(QPalette.ColorRole.Base))
        self._highlighted = self._find_highlighted(visible)
        self._paint_backgrounds(painter, area, visible)
        paint_gutter(painter, self, visible, self._highlighted)
        painter.setFont(self.font)
        for index, column, x, width in visible.columns:
            if x + width < area.left() or x > area.right():
                continue
            painter.setClipRect(QRect(x, area.top(), width, area.height()).intersected(area))
            if column.kind is Kind.TIME:
                self._paint_times(painter, visible, index, x + self.padding, width - 2 * self.padding)
            else:
                self._paint_column(painter, visible, index, column, x, width)
        painter.setClipping(False)
        paint_seams(painter, area, visible.rows, self.extras.seams, self.theme, self.palette)
        self._paint_current(painter, area, visible)

    def _find_highlighted(self, visible: Visible) -> dict[int, HighlightStyle]:
        """Return the colours of the records that are highlighted."""
        highlights = self.extras.highlights
        if highlights is None:
            return {}
        records = [row.record for _, _, row in visible.rows if row is not None]
        names = zip(records, highlights.colours(records), strict=True)
        return {record: self.theme.highlights[name] for record, name in names if name is not None}

    def _paint_backgrounds(self, painter: QPainter, area: QRect, visible: Visible) -> None:
        highlight = self.palette.color(QPalette.ColorRole.Highlight)
        alternate = self.palette.color(QPalette.ColorRole.AlternateBase)
        for position, y, row in visible.rows:
            colours = self._highlighted.get(row.record) if row is not None else None
            if position in visible.selected:
                painter.fillRect(area.left(), y, area.width(), self.row_height, highlight)
            elif colours is not None:
                painter.fillRect(area.left(), y, area.width(), self.row_height, colours.tint)
            elif position % 2:
                painter.fillRect(area.left(), y, area.width(), self.row_height, alternate)
            if row is not None:
                style = self.theme.level(row.level)
                if style.bar_width:
                    painter.fillRect(0, y, style.bar_width * self.bar_unit, self.row_height - 1, style.bar)

    def _paint_column(
        self, painter: QPainter, visible: Visible, index: int, column: TableColumn, x: int, width: int
    ) -> None:
        left, room = x + self.padding, width - 2 * self.padding
        if column.name == LINE:  # the level bar and the badge stand at its left
            self._paint_badges(painter, visible, x)
            left, room = left + self.line_indent, room - self.line_indent
        takes_mark, wraps, is_right = column.name == "message", self._wraps(column), column.is_right_aligned
        has_more = self.extras.matcher is not None or self.extras.overlay is not None
        for (position, y, row), text in zip(visible.rows, _texts_of(visible, index, column), strict=True):
            if row is None:
                if takes_mark:
                    painter.setPen(self.theme.colors["muted"])
                    painter.drawText(left, y + self._baseline, ELLIPSIS)
                continue
            cell_room = room
            if takes_mark and row.line_count > 1:
                cell_room -= self._paint_fold_mark(painter, row, left + room, y)
            if not text:
                continue
            cell = _Cell(row.record, column.name, text, position in visible.selected)
            painter.setPen(self._text_color(row, column, cell.is_selected))
            if wraps:
                self._paint_wrapped(painter, cell, left, y, (cell_room, room))
                continue
            line, advance = self.fit(text, cell_room)
            at = left + cell_room - advance if is_right else left
            self._paint_text(painter, line, at, y, self._font_of(row, column))
            if has_more:
                self._paint_over(painter, cell, _Line(line, 0, at, y))

    def _paint_wrapped(self, painter: QPainter, cell: _Cell, x: int, y: int, rooms: tuple[int, int]) -> None:
        """Paint a text in several lines; ``rooms``: of the first line, and of each other one."""
        height = self.metrics.height()
        lines = [
            _Line(line, begin, x, y + number * height)
            for number, (begin, line) in enumerate(self._wrapped(cell.text, *rooms))
        ]
        for line in lines:
            self._paint_text(painter, line.text, line.x, line.y, self.font)
        for line in lines:
            self._paint_over(painter, cell, line)

    def _wraps(self, column: TableColumn) -> bool:
        return self.lines > 1 and column.kind is Kind.TEXT

    def _wrapped(self, text: str, first_room: int, room: int) -> list[tuple[int, str]]:
        return wrapped(text, (first_room, *[room] * (self.lines - 1)), self.fit)

    def character_at(self, row: PaintRow, column: TableColumn, text: str, width: int, at: QPoint) -> int:
        """Return which character of a cell is painted at a point in it, -1 where none is."""
        room = width - 2 * self.padding
        mark = self._fold_mark(row)[1] if column.name == "message" and row.line_count > 1 else 0
        x, number = at.x() - self.padding, 0
        if self._wraps(column):
            lines = self._wrapped(text, room - mark, room)
            number = max(0, at.y() - (self.line_height - self.metrics.height()) // 2) // self.metrics.height()
        else:
            line, advance = self.fit(text, room - mark)
            lines = [(0, line)]
            x -= room - mark - advance if column.is_right_aligned else 0
        if x < 0 or number >= len(lines):
            return -1
        begin, line = lines[number]
        found = next((n for n in range(len(line)) if self.metrics.horizontalAdvance(line[: n + 1]) > x), -1)
        return begin + found if found >= 0 else -1

    def _paint_badges(self, painter: QPainter, visible: Visible, x: int) -> None:
        """Paint the signs between the level bar and the line number."""
        if self.extras.overlay is None:
            return
        side = self._badge_side()
        for position, y, row in visible.rows:
            style = self.extras.overlay.badge(row.record) if row is not None else -1
            if style >= 0:
                rect = QRectF(x + 5 * self.bar_unit, y + (self.line_height - side) / 2, side, side)
                self.extras.overlay.paint_badge(painter, rect, style, selected=position in visible.selected)

    def _paint_text(self, painter: QPainter, line: str, x: int, y: int, font: QFont) -> None:
        if font is not self.font:
            painter.setFont(font)
            painter.drawText(x, y + self._baseline, line)
            painter.setFont(self.font)
        else:
            painter.drawText(x, y + self._baseline, line)

    def _paint_over(self, painter: QPainter, cell: _Cell, line: _Line) -> None:
        """Paint over a line of a cell: what the search finds, what is underlined."""
        if self.extras.matcher is not None:
            for first, last in self.extras.matcher(cell.text):
                self._paint_match(painter, line, first - line.begin, last - line.begin)
        if self.extras.overlay is not None:
            for first, last, style in self.extras.overlay.spans(cell.record, cell.column):
                if first < line.begin + len(line.text) and last > line.begin:
                    left, right = self._extent(line, first - line.begin, last - line.begin)
                    bottom = line.y + self.line_height - 2
                    self.extras.overlay.paint_line(painter, left, right, bottom, style, selected=cell.is_selected)

    def _paint_match(self, painter: QPainter, line: _Line, first: int, last: int) -> None:
        """Paint a match of the search over the text in its own colours; it may begin or end in another line."""
        found = line.text[max(0, first) : max(0, last)]
        if found:
            left, right = self._extent(line, first, last)
            painter.fillRect(left, line.y + 1, right - left, self.line_height - 2, self.theme.colors["match"])
            painter.setPen(self.theme.colors["match_text"])
            painter.drawText(left, line.y + self._baseline, found)

    def _extent(self, line: _Line, first: int, last: int) -> tuple[int, int]:
        """Return the left and right end of some characters of a line."""
        start = self.metrics.horizontalAdvance(line.text[: max(0, first)])
        return line.x + start, line.x + max(start + 2, self.metrics.horizontalAdvance(line.text[:last]))

    def _font_of(self, row: PaintRow, column: TableColumn) -> QFont:
        """Return the font of a cell: a level is bold where it matters, slanted where the line does not name it.

        A gap is bold where it is long.
        """
        if column.name == ABOVE and row.gap_ns is not None and self._usual_gap.is_long(row.gap_ns):
            return self.bold
        if column.kind is not Kind.LEVEL:
            return self.font
        is_derived = Flag.DERIVED_LEVEL in row.flags
        if self.theme.level(row.level).weight >= BOLD_FROM:
            return self.bold_italic if is_derived else self.bold
        return self.italic if is_derived else self.font

    def _paint_times(self, painter: QPainter, visible: Visible, index: int, left: int, room: int) -> None:
        """Paint the time of day, and the date in a quiet colour only where it changes."""
        baseline = self._baseline
        shown_date = None
        for position, y, row in visible.rows:
            if row is None:
                continue
            selected = position in visible.selected
            if not row.clock:  # no time: the next one is compared with the last there was
                continue
            clock = row.clock
            if row.date != shown_date:
                shown_date = row.date
                painter.setPen(self._quiet_color(selected))
                painter.drawText(left, y + baseline, row.date)
            painter.setPen(self._text_color(row, None, selected))
            date_room = (len(row.date) + 1) * self.char_width
            painter.drawText(left + (date_room if room > date_room + self.char_width else 0), y + baseline, clock)

    def _fold_mark(self, row: PaintRow) -> tuple[str, int]:
        """Return "+12 ▾" for a record of 13 lines, and the room that it takes."""
        text = f"+{count_text(row.line_count - 1)} ▾"
        return text, self.metrics.horizontalAdvance(text) + self.char_width

    def _paint_fold_mark(self, painter: QPainter, row: PaintRow, right: int, y: int) -> int:
        """Paint how many lines a record has at the right end of a cell and return the room it takes."""
        text, room = self._fold_mark(row)
        painter.setPen(self.theme.colors["muted"])
        painter.drawText(right - room + self.char_width, y + self._baseline, text)
        return room

    def _paint_current(self, painter: QPainter, area: QRect, visible: Visible) -> None:
        if not visible.has_focus:
            return
        for position, y, _ in visible.rows:
            if position == visible.current:
                painter.setPen(self.theme.colors["current"])
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.left(), y, area.width() - 1, self.row_height - 1)
                for index, _, x, width in visible.columns:
                    if index == visible.current_column:  # the cell that the menu key and sorting mean
                        painter.fillRect(x, y + self.row_height - 3, width, 3, self.theme.colors["current"])

    def _text_color(self, row: PaintRow, column: TableColumn | None, selected: bool) -> QColor:
        if selected and self.theme.name == "high_contrast":
            return self.palette.color(QPalette.ColorRole.HighlightedText)
        if column is not None and column.name == LINE:
            if row.record in self.extras.bookmarked:
                return self.palette.color(QPalette.ColorRole.Base)
            if row.record in self.extras.marked or (row.record in self._highlighted and not selected):
                return self.palette.color(QPalette.ColorRole.Text)
            if selected:  # too quiet to be read on that colour
                return self.palette.color(QPalette.ColorRole.HighlightedText)
            return self.theme.colors["line_number"]
        if column is not None and column.name == ABOVE:
            return self._gap_color(row, selected)
        return self.theme.level(row.level).text

    def _gap_color(self, row: PaintRow, selected: bool) -> QColor:
        """A tiny gap is quiet, a long one speaks as loudly as text can; its row may be of any level."""
        if row.gap_ns is not None and self._usual_gap.is_tiny(row.gap_ns):
            return self._quiet_color(selected)
        return self.palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)

    def _quiet_color(self, selected: bool) -> QColor:
        if selected and self.theme.name == "high_contrast":
            return self.palette.color(QPalette.ColorRole.HighlightedText)
        return self.theme.colors["muted"]

    def fit(self, text: str, room: int) -> tuple[str, int]:
        """Return the text cut to ``room`` px with an ellipsis, and its width. Fast for plain ASCII."""
        if text.isascii():
            if len(text) * self._advance <= room:
                return text, ceil(len(text) * self._advance)
            keep = max(0, int(room / self._advance) - 1)
            return text[:keep] + ELLIPSIS, ceil((keep + 1) * self._advance)
        text = text[: min(MAX_CHARS, room // max(1, self.char_width // 4) + 1)]
        advance = self.metrics.horizontalAdvance(text)
        if advance <= room:
            return text, advance
        text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return text, self.metrics.horizontalAdvance(text)

    def text_width(self, texts: Sequence[str], *, most_chars: int) -> int:
        """Return the width of a column that shows these texts, long ones cut to ``most_chars``."""
        widest = max((self.metrics.horizontalAdvance(text[:most_chars]) for text in texts), default=0)
        return widest + 2 * self.padding + self.char_width


def _texts_of(visible: Visible, index: int, column: TableColumn) -> list[str]:
    texts = [row.texts[index] if row is not None else "" for _, _, row in visible.rows]
    return aligned(texts) if column.kind is Kind.NUMBER and column.name != LINE else texts
