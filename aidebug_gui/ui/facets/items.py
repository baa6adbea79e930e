"""The rows of the field list and how they are painted: a glyph and a fill for a field, a bar and a count for a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.theme.manager import current_theme
from aidebug_gui.ui.values import count_text, percent, visible

COUNTED = frozenset({Kind.LEVEL, Kind.CATEGORY, Kind.ID})
"""Kinds whose values are listed with their counts."""


class FieldItem(QTreeWidgetItem):
    """A field. ``limit``: how many of its values are asked for."""

    def __init__(self, field: Field, limit: int) -> None:
        super().__init__([visible(field.name)])
        self.field = field
        self.limit = limit
        if field.kind in COUNTED:
            self.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def describe(self) -> str:
        """Return what a screen reader says."""
        return f"{visible(self.field.name)}, {self.field.kind.value}, {percent_of(self.field.fill)}"


class ValueItem(QTreeWidgetItem):
    """A value of a field: ``value`` is what the filter language calls it, ``share`` (0 to 1) its part of the records."""

    def __init__(self, field: Field, value: str, title: str, count: int, share: float) -> None:
        super().__init__([title])
        self.field = field
        self.value = value
        self.copied = value
        self.count = count
        self.share = share


class NoteItem(QTreeWidgetItem):
    """A line of words below a field; ``asks_more`` where a click lists further values."""

    def __init__(self, text: str, *, asks_more: bool = False) -> None:
        super().__init__([text])
        self.asks_more = asks_more


def percent_of(fill: float) -> str:
    """Return the share of records that have a field, as whole percent; marked, since a sample of the log tells it."""
    share = percent(round(fill * 10_000), 10_000)
    return share if fill in (0, 1) or share.startswith("<") else f"≈ {share}"


class FacetDelegate(QStyledItemDelegate):
    """Paints the three kinds of rows. Colours come from the palette and the theme."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, option.fontMetrics.height() + max(4, option.fontMetrics.height() // 4))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = self._tree.itemFromIndex(index)
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            share = 1.0 if option.state & QStyle.StateFlag.State_Selected else 0.4
            painter.setOpacity(share)
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
            painter.setOpacity(1.0)
        if isinstance(item, FieldItem):
            self._paint_field(painter, option, item)
        elif isinstance(item, ValueItem):
            self._paint_value(painter, option, item)
        else:
            self._write(painter, option.rect.adjusted(4, 0, 0, 0), item.text(0), quiet=True)
        painter.restore()

    def _paint_field(self, painter: QPainter, option: QStyleOptionViewItem, item: FieldItem) -> None:
        side = option.fontMetrics.ascent()
        rect = option.rect
        glyph = QRectF(rect.left() + 2, rect.center().y() - side / 2 + 1, side, side)
        paint_glyph(painter, item.field.kind, glyph, current_theme().colors["muted"])
        text = rect.adjusted(side + 8, 0, -4, 0)
        fill = percent_of(item.field.fill) if item.field.fill < 1 else ""
        room = self._write(painter, text, fill, quiet=True, right=True)
        self._write(painter, text.adjusted(0, 0, -room, 0), item.text(0))

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, item: ValueItem) -> None:
        rect = option.rect.adjusted(0, 1, -4, -1)
        bar = QRect(rect)
        widest = rect.width() - option.fontMetrics.horizontalAdvance(count_text(item.count)) - 4
        bar.setWidth(max(2, round(widest * item.share)))
        colour = QColor(current_theme().colors["series"])
        colour.setAlphaF(0.18)
        painter.fillRect(bar, colour)
        text = rect.adjusted(4, 0, 0, 0)
        room = self._write(painter, text, count_text(item.count), quiet=True, right=True)
        self._write(painter, text.adjusted(0, 0, -room, 0), item.text(0))

    def _write(self, painter: QPainter, rect: QRect, text: str, *, quiet: bool = False, right: bool = False) -> int:
        """Write text into a rectangle, elided, and return the width that it takes with some space."""
        if not text:
            return 0
        palette = self._tree.palette()
        painter.setPen(current_theme().colors["muted"] if quiet else palette.color(QPalette.ColorRole.Text))
        font = QFont(self._tree.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown) + metrics.averageCharWidth()


def paint_glyph(painter: QPainter, kind: Kind, rect: QRectF, colour: QColor) -> None:
    """Paint the sign of a kind: a curve, bars, lines of text, a hash or a clock."""
    painter.setPen(QPen(colour, max(1.0, rect.height() / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _GLYPHS[kind](painter, rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


def _paint_curve(painter: QPainter, rect: QRectF) -> None:
    places = ((0.0, 0.8), (0.25, 0.35), (0.5, 0.65), (0.75, 0.1), (1.0, 0.5))
    painter.drawPolyline([_at(rect, x, y) for x, y in places])


def _paint_bars(painter: QPainter, rect: QRectF) -> None:
    for row, length in ((0.2, 1.0), (0.5, 0.65), (0.8, 0.3)):
        bar = QRectF(_at(rect, 0.0, row - 0.1), _at(rect, length, row + 0.1))
        painter.fillRect(bar, painter.pen().color())


def _paint_lines(painter: QPainter, rect: QRectF) -> None:
    for row, length in ((0.15, 1.0), (0.4, 0.85), (0.65, 1.0), (0.9, 0.5)):
        painter.drawLine(_at(rect, 0.0, row), _at(rect, length, row))


def _paint_hash(painter: QPainter, rect: QRectF) -> None:
    for part in (0.35, 0.7):
        painter.drawLine(_at(rect, part + 0.08, 0.0), _at(rect, part - 0.08, 1.0))
        painter.drawLine(_at(rect, 0.05, part), _at(rect, 0.95, part))


def _paint_clock(painter: QPainter, rect: QRectF) -> None:
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.drawPolyline([_at(rect, 0.5, 0.2), _at(rect, 0.5, 0.5), _at(rect, 0.72, 0.62)])


_GLYPHS: Mapping[Kind, Callable[[QPainter, QRectF], None]] = {
    Kind.NUMBER: _paint_curve,
    Kind.CATEGORY: _paint_bars,
    Kind.LEVEL: _paint_bars,
    Kind.TEXT: _paint_lines,
    Kind.ID: _paint_hash,
    Kind.TIME: _paint_clock,
}
