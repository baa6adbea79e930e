"""Seams: thin lines between rows where something happened to the source of a log, with what it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen

from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.theme import Theme
from aidebug_gui.ui.values import visible

MOST_CHARACTERS = 80


def paint_seams(
    painter: QPainter,
    area: QRect,
    rows: Iterable[tuple[int, int, PaintRow | None]],
    seams: Mapping[int, str],
    theme: Theme,
    palette: QPalette,
) -> None:
    """Paint a dashed line above each row whose record is in ``seams``, with its words at the right end of that row."""
    if not seams:
        return
    metrics: QFontMetrics = painter.fontMetrics()
    for _, y, row in rows:
        text = seams.get(row.record) if row is not None else None
        if text is None:
            continue
        painter.setPen(QPen(theme.colors["current"], 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.left(), y, area.right(), y)
        shown = metrics.elidedText(visible(text)[:MOST_CHARACTERS], Qt.TextElideMode.ElideRight, area.width() // 2)
        width = metrics.horizontalAdvance(shown) + 2 * metrics.averageCharWidth()
        label = QRect(area.right() - width, y + 1, width, metrics.height())
        painter.fillRect(label, palette.color(QPalette.ColorRole.Button))
        painter.setPen(theme.colors["muted"])
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, shown)
