"""Draws the visible rows of the table: one pass a column, clipped once, plain ``drawText`` calls.

Measured: painting through ``data()`` and a delegate costs 37-100 ms a frame at 44 x 6 cells, this 4-8 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.ui.table.columns import ABOVE, LINE, TableColumn
from aidebug_gui.ui.table.extras import RowExtras
from aidebug_gui.ui.table.gaps import UsualGap
from aidebug_gui.ui.table.gutter import paint_gutter
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.table.seams import paint_seams
from aidebug_gui.ui.theme import HighlightStyle, Theme, row_spacing
from aidebug_gui.ui.values import count_text

ELLIPSIS = "…"
MAX_CHARS = 2000  # of a cell that are ever laid out
SIGNIFICANT_DIGITS = 6  # as many as ``number_text`` writes
LEAST_DECIMALS = 2
MAX_DECIMALS = 7
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
        self.row_height = self.metrics.height() + max(2, round(self.metrics.height() * row_spacing()))
        self._baseline = (self.row_height - self.metrics.height()) // 2 + self.metrics.ascent()
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
        is_right = column.is_right_aligned
        texts = [row.texts[index] if row is not None else "" for _, _, row in visible.rows]
        if column.kind is Kind.NUMBER and column.name != LINE:
            texts = aligned(texts)
        takes_mark = column.name == "message"
        for (position, y, row), text in zip(visible.rows, texts, strict=True):
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
            fitted, advance = self.fit(text, cell_room)
            at = left + cell_room - advance if is_right else left
            painter.setPen(self._text_color(row, column, position in visible.selected))
            self._paint_cell(painter, fitted, at, y, self._font_of(row, column))
            if self.extras.overlay is not None:
                chosen = position in visible.selected
                self._paint_lines(painter, row.record, column.name, fitted, at, y, selected=chosen)

    def _paint_badges(self, painter: QPainter, visible: Visible, x: int) -> None:
        """Paint the signs between the level bar and the line number."""
        if self.extras.overlay is None:
            return
        side = self._badge_side()
        for position, y, row in visible.rows:
            style = self.extras.overlay.badge(row.record) if row is not None else -1
            if style >= 0:
                rect = QRectF(x + 5 * self.bar_unit, y + (self.row_height - side) / 2, side, side)
                self.extras.overlay.paint_badge(painter, rect, style, selected=position in visible.selected)

    def _paint_lines(
        self, painter: QPainter, record: int, column: str, text: str, x: int, y: int, *, selected: bool
    ) -> None:
        """Underline parts of a cell; ``text``: what there was room for."""
        assert self.extras.overlay is not None
        for first, last, style in self.extras.overlay.spans(record, column):
            if first >= len(text):
                return
            start = self.metrics.horizontalAdvance(text[:first])
            extent = max(2, self.metrics.horizontalAdvance(text[:last]) - start)
            left, line = x + start, y + self.row_height - 2
            self.extras.overlay.paint_line(painter, left, left + extent, line, style, selected=selected)

    def _paint_cell(self, painter: QPainter, text: str, x: int, y: int, font: QFont) -> None:
        if font is not self.font:
            painter.setFont(font)
            painter.drawText(x, y + self._baseline, text)
            painter.setFont(self.font)
        else:
            painter.drawText(x, y + self._baseline, text)
        if self.extras.matcher is not None:
            self._paint_matches(painter, text, x, y)

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

    def _paint_fold_mark(self, painter: QPainter, row: PaintRow, right: int, y: int) -> int:
        """Paint "+12 lines" at the right end of a cell and return the room it takes."""
        text = f"+{count_text(row.line_count - 1)} ▾"
        advance = self.metrics.horizontalAdvance(text)
        painter.setPen(self.theme.colors["muted"])
        painter.drawText(right - advance, y + self._baseline, text)
        return advance + self.char_width

    def _paint_matches(self, painter: QPainter, text: str, x: int, y: int) -> None:
        """Paint the matches of the search over the text in their own colours."""
        spans = self.extras.matcher(text) if self.extras.matcher is not None else []
        for first, last in spans:
            start = self.metrics.horizontalAdvance(text[:first])
            extent = max(2, self.metrics.horizontalAdvance(text[:last]) - start)
            painter.fillRect(x + start, y + 1, extent, self.row_height - 2, self.theme.colors["match"])
            painter.setPen(self.theme.colors["match_text"])
            painter.drawText(x + start, y + self._baseline, text[first:last])

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


def aligned(numbers: Sequence[str]) -> list[str]:
    """Return numbers with as many decimals as the one that has the most, so that their points stand in one line.

    None get more than the largest number has in its six significant digits: 146.757 beside 2.4145 has no 146.7570.
    What has no decimals of its own (1.5e-07, NaN) gets their room, but makes the column no wider.
    """
    wholes = (number.lstrip("-").partition(".")[0] for number in numbers)
    digits = max((len(whole) for whole in wholes if whole.isdigit()), default=0)
    limit = max(LEAST_DECIMALS, SIGNIFICANT_DIGITS - digits)
    numbers = [_rounded(number, limit) for number in numbers]
    most, widest = max(map(_decimals_of, numbers), default=0), max(map(len, numbers), default=0)
    return [_with_decimals(number, most, widest) if number and most else number for number in numbers]


def _rounded(number: str, decimals: int) -> str:
    """Return a number with so many decimals at most, a small one with more: it keeps three digits that count."""
    whole, _, fraction = number.partition(".")
    if len(fraction) <= decimals or "e" in fraction:
        return number
    if whole.lstrip("-") == "0":
        decimals = max(decimals, len(fraction) - len(fraction.lstrip("0")) + 3)
    return number if len(fraction) <= decimals else f"{float(number):.{decimals}f}"


def _with_decimals(number: str, decimals: int, widest: int) -> str:
    missing = decimals - _decimals_of(number)
    digits = number.lstrip("-").replace(".", "", 1)
    if digits.isdigit() and len(digits.lstrip("0")) >= SIGNIFICANT_DIGITS:
        return number + " " * missing  # it may be rounded: nobody knows what follows
    if missing <= 0 or not digits.isdigit():
        return number + " " * min(missing, widest - len(number))
    return number + ("0" * missing if "." in number else "." + "0" * (missing - 1))


def _decimals_of(number: str) -> int:
    """Return how many characters of a number stand from its decimal point on."""
    point = number.find(".")
    return 0 if point < 0 or "e" in number else min(MAX_DECIMALS, len(number) - point)
