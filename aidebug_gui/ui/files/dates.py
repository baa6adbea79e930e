"""Asks once how dates such as 03/04/2026 are to be read, where nothing in the log tells."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from aidebug_gui.formats.dates import both_readings
from aidebug_gui.ui.banner import Banner


class DateQuestion(Banner):
    """A line with a button for each reading.

    Signals:
        month_first_chosen(bool): whether the first number is the month.
    """

    month_first_chosen = Signal(bool)

    def __init__(self, date: str, parent: QWidget) -> None:
        super().__init__(parent)
        month_first, day_first = both_readings(date)
        self.other = QPushButton(day_first, self)
        self.other.clicked.connect(self._on_day_first)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(self.button) + 1, self.other)
        self.action_requested.connect(self._on_month_first)
        self.show_message(
            self.tr("Which day is {0} in this log? It is read as {1}.").format(date, month_first), month_first
        )

    def _on_month_first(self) -> None:
        self.hide()
        self.month_first_chosen.emit(True)

    def _on_day_first(self) -> None:
        self.hide()
        self.month_first_chosen.emit(False)
