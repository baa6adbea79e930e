"""The threshold of a lane: a line that can be dragged and a tag that says how much lies beyond it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from aidebug_gui.ui.plots.axes import tabular
from aidebug_gui.ui.values import count_text, local_number


def rounded(value: float, pixel: float) -> float:
    """Round a dragged value as coarsely as the pixels allow, so that a filter says 0.8 or 2200, not 0.79683 or 2188."""
    if pixel <= 0 or not math.isfinite(pixel):
        return value
    return round(value, math.ceil(-math.log10(pixel)))


def threshold_text(value: float) -> str:
    """Return the number as it is shown and filtered by: no more digits than it has, two decimals below ten."""
    if value and (abs(value) < 1e-4 or abs(value) >= 1e15):
        return f"{value:g}"
    text = f"{value:.6f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    if abs(value) < 10:
        decimals = decimals.ljust(2, "0")
    return f"{whole}.{decimals}" if decimals else whole


def threshold_label(value: float) -> str:
    """Return the number with thousands separators, for reading."""
    sign = "-" if value < 0 else ""
    whole, point, decimals = threshold_text(abs(value)).partition(".")
    return sign + (count_text(int(whole)) if whole.isdigit() else whole) + local_number(point) + decimals


class ThresholdTag(QFrame):
    """A small label that rides on the threshold line: "▲ 0.80 · 1,234 beyond (3.1 %)", with a button to filter.

    Signals:
        value_entered(float): a number was typed (double click on the label).
        filter_requested: the button was pressed.
        side_requested: mark the other side instead.
    """

    value_entered = Signal(float)
    filter_requested = Signal()
    side_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._value = 0.0
        self._above = True
        self._side = QToolButton(self)
        self._side.setAutoRaise(True)
        self._side.clicked.connect(self.side_requested)
        self._side.setToolTip(self.tr("Mark the values on the other side of the threshold"))
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setFont(tabular(self.font()))
        self.label.setToolTip(self.tr("Double click to enter a number"))
        self.label.installEventFilter(self)
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(self.tr("Threshold"))
        self.edit.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 12)
        self.edit.hide()
        self.edit.returnPressed.connect(self._on_entered)
        self.edit.editingFinished.connect(self._stop_editing)
        self.edit.installEventFilter(self)
        self.button = QToolButton(self)
        self.button.setText(self.tr("Filter"))
        self.button.setToolTip(self.tr("Show only the records beyond the threshold"))
        self.button.clicked.connect(self.filter_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 1, 0)
        layout.setSpacing(3)
        for widget in (self._side, self.label, self.edit, self.button):
            layout.addWidget(widget)

    def show_value(self, value: float, beyond: int, total: int, *, above: bool) -> None:
        """Show a threshold and how many points lie beyond it."""
        self._value, self._above = value, above
        self._side.setText("▲" if above else "▼")
        self._side.setAccessibleName(self.tr("Marks values above") if above else self.tr("Marks values below"))
        share = local_number(f"{100 * beyond / total:.1f} %") if total else "0 %"
        text = self.tr("{0} · {1} beyond ({2})").format(threshold_label(value), count_text(beyond), share)
        self.label.setText(text)
        self.setAccessibleName(self.tr("Threshold {0}").format(text))
        self.adjustSize()

    def place(self, right: int, line_y: int, top: int, bottom: int) -> None:
        """Sit at the right end of the line, on the side of the unremarkable values where there is room."""
        over, under = line_y - self.height() - 1, line_y + 2
        fits_over, fits_under = over >= top, under + self.height() <= bottom
        y = under if (self._above and fits_under) or not fits_over else over
        self.move(QPoint(right - self.width() - 4, max(top, min(y, bottom - self.height()))))

    def start_editing(self) -> None:
        """Let the number be typed."""
        self.edit.setText(threshold_text(self._value))
        self.label.hide()
        self.edit.show()
        self.edit.setFocus()
        self.edit.selectAll()
        self.adjustSize()

    def _stop_editing(self) -> None:
        self.edit.hide()
        self.label.show()
        self.adjustSize()

    def _on_entered(self) -> None:
        try:
            value = float(self.edit.text().strip().replace(",", "."))
        except ValueError:
            return
        if math.isfinite(value):
            self.value_entered.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.label and event.type() == QEvent.Type.MouseButtonDblClick:
            self.start_editing()
            return True
        if watched is self.edit and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._stop_editing()
            return True
        return super().eventFilter(watched, event)
