"""The button over the lower edge of the table that counts the rows which came while nobody looked at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolButton

from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text

GAP = 0.6  # line heights between the chip and the edge of the table


class NewRowsChip(QToolButton):
    """Lies over the table; hidden while there is nothing to count."""

    def __init__(self, table: LogTable) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+End does the same
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Go to the end and follow it (Ctrl+End)"))
        table.viewport().installEventFilter(self)
        self.hide()

    def show_count(self, count: int, *, is_paused: bool = False) -> None:
        """Show how many rows are new; 0 hides the chip unless the log is paused."""
        new = self.tr("▼ {0} new").format(count_text(count))
        if is_paused:
            text = self.tr("Paused · {0}").format(new) if count else self.tr("Paused")
        else:
            text = new
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.resize(self.sizeHint())
            self._place()
            self.update()
        is_shown = bool(count) or is_paused
        if is_shown != self.isVisible():
            self.setVisible(is_shown)
            self.raise_()

    def _place(self) -> None:
        area = self._table.viewport().geometry()
        self.move(area.center().x() - self.width() // 2, area.bottom() - self.height() - em(GAP))

    # Qt's own names from here on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + em(1.6), metrics.height() + em(0.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(current_theme().colors["current"])
        painter.setBrush(
            palette.color(QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.Button)
        )
        radius = (self.height() - 1) / 2
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        role = QPalette.ColorRole.HighlightedText if self.underMouse() else QPalette.ColorRole.ButtonText
        painter.setPen(palette.color(role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
