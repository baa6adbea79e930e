"""The signs of the findings. Each group has its own shape: hue is never the only difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.findings.entries import Group
from aidebug_gui.ui.theme import Theme

_LEVELS = {
    Group.CRITICAL: Level.CRITICAL,
    Group.ERROR: Level.ERROR,
    Group.WARNING: Level.WARNING,
    Group.INFO: Level.INFO,
}


def mark_colour(group: Group, theme: Theme) -> QColor:
    """Return the colour of a group: that of the level, or of text for what has none."""
    if group is Group.SECRET:
        return QColor(theme.levels[Level.CRITICAL].bar)
    if group is Group.PERSONAL:
        return QColor(theme.colors["threshold"])
    return QColor(theme.levels[_LEVELS[group]].bar)


def paint_mark(painter: QPainter, group: Group, rect: QRectF, theme: Theme) -> None:
    """Paint the sign of a group into a square."""
    colour = mark_colour(group, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inner = rect.adjusted(rect.width() * 0.08, rect.height() * 0.08, -rect.width() * 0.08, -rect.height() * 0.08)
    _SHAPES[group](painter, inner, colour)
    painter.restore()


def _polygon(painter: QPainter, rect: QRectF, points: tuple[tuple[float, float], ...]) -> None:
    places = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in points]
    painter.drawPolygon(QPolygonF(places))


def _octagon(painter: QPainter, rect: QRectF, _: QColor) -> None:
    _polygon(painter, rect, ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3)))


def _cross(painter: QPainter, rect: QRectF, _: QColor) -> None:
    narrow, wide = 0.33, 0.67
    corners = ((narrow, 0), (wide, 0), (wide, narrow), (1, narrow), (1, wide), (wide, wide))
    _polygon(
        painter, rect, (*corners, (wide, 1), (narrow, 1), (narrow, wide), (0, wide), (0, narrow), (narrow, narrow))
    )


def _triangle(painter: QPainter, rect: QRectF, _: QColor) -> None:
    _polygon(painter, rect, ((0.5, 0.02), (1, 0.95), (0, 0.95)))


def _ring(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    width = rect.width() / 6
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawEllipse(rect.adjusted(width, width, -width, -width))


def _key(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A key: a ring, a shaft and two teeth."""
    width = rect.width() / 6.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    bow = QRectF(rect.left() + width / 2, rect.center().y() - rect.height() * 0.22, *(rect.height() * 0.44,) * 2)
    painter.drawEllipse(bow)
    shaft, right = rect.center().y(), rect.right()
    path = QPainterPath(QPointF(bow.right(), shaft))
    path.lineTo(right, shaft)
    path.lineTo(right, shaft + rect.height() * 0.25)
    path.moveTo(right - rect.width() * 0.24, shaft)
    path.lineTo(right - rect.width() * 0.24, shaft + rect.height() * 0.22)
    painter.drawPath(path)


def _person(painter: QPainter, rect: QRectF, _: QColor) -> None:
    """A head and shoulders."""
    size = rect.width()
    painter.drawEllipse(QRectF(rect.left() + size * 0.28, rect.top(), size * 0.44, size * 0.44))
    painter.drawPie(QRectF(rect.left() + size * 0.08, rect.top() + size * 0.52, size * 0.84, size * 0.96), 0, 180 * 16)


_SHAPES: Mapping[Group, Callable[[QPainter, QRectF, QColor], None]] = {
    Group.SECRET: _key,
    Group.CRITICAL: _octagon,
    Group.ERROR: _cross,
    Group.WARNING: _triangle,
    Group.INFO: _ring,
    Group.PERSONAL: _person,
}
