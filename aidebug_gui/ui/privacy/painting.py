"""The badge of a record and the lines under what was found. Shape and stroke tell what hue tells: never hue alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from aidebug_gui.ui.findings.entries import Group
from aidebug_gui.ui.findings.marks import mark_colour, paint_mark
from aidebug_gui.ui.theme import Theme

LIKELY, CERTAIN, LIKELY_SECRET, CERTAIN_SECRET = range(4)
"""Styles, the weakest first; see :class:`aidebug_gui.analysis.pii.record_scanner.Found`."""


def group_of(style: int) -> Group:
    """Return which sign a style has."""
    return Group.SECRET if style >= LIKELY_SECRET else Group.PERSONAL


def style_colour(style: int, theme: Theme) -> QColor:
    """Return the colour of a style."""
    return mark_colour(group_of(style), theme)


def paint_badge(painter: QPainter, rect: QRectF, style: int, theme: Theme) -> None:
    """Paint the sign of a record: a key or a person if certain, a ring of that colour if likely."""
    if style in (CERTAIN, CERTAIN_SECRET):
        paint_mark(painter, group_of(style), rect, theme)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style_colour(style, theme), max(1.2, rect.width() / 7)))
    inset = rect.width() * (0.28 if style == LIKELY else 0.2)
    ring = rect.adjusted(inset, inset, -inset, -inset)
    if style == LIKELY:
        painter.drawEllipse(ring)
    else:
        painter.drawPolygon([QPointF(ring.center().x(), ring.top()), ring.bottomRight(), ring.bottomLeft()])
    painter.restore()


def underline(painter: QPainter, left: int, right: int, y: int, style: int, colour: QColor) -> None:
    """Draw a line under a text: full if certain, dotted if likely, thick for a secret."""
    thickness = 2 if style >= LIKELY_SECRET else 1
    pen = QPen(colour, thickness)
    if style in (LIKELY, LIKELY_SECRET):
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(left, y, right - 1, y)
