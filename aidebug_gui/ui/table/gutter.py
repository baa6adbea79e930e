"""What stands beside the line numbers: marks, bookmarks, signs of findings, the files' colours, edges of highlights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPolygonF

from aidebug_gui.ui.table.columns import LINE
from aidebug_gui.ui.theme import HighlightStyle

if TYPE_CHECKING:
    from aidebug_gui.ui.table.painter import RowPainter, Visible


def paint_gutter(
    painter: QPainter, style: RowPainter, visible: Visible, highlighted: Mapping[int, HighlightStyle]
) -> None:
    """Paint all of it, if the column of the line numbers is in view. ``highlighted``: by number of the record."""
    place = next(((x, x + width) for _, column, x, width in visible.columns if column.name == LINE), None)
    if place is None:
        return
    gutter = _Gutter(painter, style, visible, *place)
    gutter.paint_marks()
    gutter.paint_bookmarks()
    gutter.paint_signs()
    gutter.paint_strip()
    gutter.paint_edges(highlighted)


class _Gutter:
    def __init__(self, painter: QPainter, style: RowPainter, visible: Visible, left: int, right: int) -> None:
        self._painter, self._style, self._extras = painter, style, style.extras
        self._visible, self._left, self._right = visible, left, right
        self._rows = [(y, row) for _, y, row in visible.rows if row is not None]

    def paint_marks(self) -> None:
        """Tint the line numbers of the records that are marked."""
        if not self._extras.marked:
            return
        for y, row in self._rows:
            if row.record in self._extras.marked:
                left = self._left + self._bar(row.level)
                height = self._style.row_height - 1
                self._painter.fillRect(left, y, self._right - left, height, self._extras.mark_colour)

    def paint_bookmarks(self) -> None:
        """Paint a ribbon behind the line numbers of the records that are bookmarked."""
        if not self._extras.bookmarked:
            return
        style, painter = self._style, self._painter
        height = style.row_height - 1
        left, right = self._left + style.line_indent + style.bar_unit, self._right  # the badges stand left of it
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.theme.colors["current"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, row in self._rows:
            if row.record in self._extras.bookmarked:
                tip = QPointF(right, y + height / 2)
                upper, lower = QPointF(right - style.padding, y), QPointF(right - style.padding, y + height)
                painter.drawPolygon(QPolygonF([QPointF(left, y), upper, tip, lower, QPointF(left, y + height)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint_signs(self) -> None:
        """Paint a small triangle behind the level bar of the records that belong to findings."""
        if self._extras.signs is None:
            return
        style, painter = self._style, self._painter
        side = max(3.0, style.char_width * 0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, row in self._rows:
            colour = self._extras.signs.colour(row.record, style.theme)
            if colour is not None:
                left = self._left + self._bar(row.level) + 1
                middle = y + style.line_height / 2
                painter.setBrush(colour)
                corners = ((left, middle - side), (left + side, middle), (left, middle + side))
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint_strip(self) -> None:
        """Paint what tells the files of a merged log apart, at the right of the line numbers."""
        if self._extras.strip is None:
            return
        style = self._style
        colours = self._extras.strip.colours([row.record for _, row in self._rows], style.theme)
        width = 2 * style.bar_unit
        for (y, _), colour in zip(self._rows, colours, strict=True):
            self._painter.fillRect(self._right - width, y, width, style.row_height, colour)

    def paint_edges(self, highlighted: Mapping[int, HighlightStyle]) -> None:
        """Paint the colour of a highlight right of the line numbers: a selected row shows it, too, and it is a strong one."""
        if not highlighted:
            return
        style = self._style
        base, width = style.palette.color(QPalette.ColorRole.Base), max(2, style.padding - 1)
        for position, y, row in self._visible.rows:
            colours = highlighted.get(row.record) if row is not None else None
            if colours is not None:
                if position in self._visible.selected:
                    self._painter.fillRect(self._right, y, width + 1, style.row_height, base)
                self._painter.fillRect(self._right, y, width, style.row_height, colours.mark)

    def _bar(self, level: int) -> int:
        return self._style.theme.level(level).bar_width * self._style.bar_unit
