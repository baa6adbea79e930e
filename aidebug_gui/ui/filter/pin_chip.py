"""The sign of a fixed selection beside the filter: what it is, how many records, and a way to take it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, visible

MOST_WIDTH = 18  # line heights
_CLOSE = "✕"


class PinChip(QToolButton):
    """A button with a name; a click takes the selection away. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_pin(self, name: str, shown: int, count: int) -> None:
        """Show a selection of ``shown`` records out of ``count``; no name: there is none."""
        numbers = count_text(shown) if shown == count else self.tr("%s of %s") % (count_text(shown), count_text(count))
        text = f"{visible(name)} · {numbers}"
        self.setText(text)
        self.setAccessibleName(self.tr("Only these records: %s. Press to show all again.") % text)
        self.setToolTip(self.tr("Only these records are shown. Click to show all again."))
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self.text()} {_CLOSE}") + em(1.4)
        return QSize(min(width, em(MOST_WIDTH)), metrics.height() + em(0.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        frame = current_theme().colors["current"] if self.hasFocus() or self.underMouse() else palette.mid().color()
        painter.setPen(frame)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), em(0.25), em(0.25))
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        inner = self.rect().adjusted(em(0.4), 0, -em(0.4), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _CLOSE)
        room = inner.width() - self.fontMetrics().horizontalAdvance(f"{_CLOSE} ")
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
        )
        painter.end()
