"""The first row of the panel: the strip with its title and the button that adds lanes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.fetch import Fetch, Question
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.plots.gutter import Gutter
from aidebug_gui.ui.plots.lane import Source
from aidebug_gui.ui.plots.strip import Strip, count_records
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.fonts import em

_UNLIMITED = 16_777_215  # Qt's largest size of a widget


class StripRow(QWidget):
    """Records over time, fetching its own counts in the background.

    Signals:
        menu_requested(QPoint): global position for the context menu.
        lanes_requested(QPoint): global position for the list of numbers to plot.
    """

    menu_requested = Signal(QPoint)
    lanes_requested = Signal(QPoint)

    def __init__(self, source: Source, window: XWindow, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._window = window
        self.gutter = Gutter(self.tr("Records"), self)
        self.add_button = QToolButton(self.gutter)
        self.add_button.setText(self.tr("+ lane"))
        self.add_button.setToolTip(self.tr("Plot another number of this log"))
        self.add_button.setAutoRaise(True)
        self.add_button.clicked.connect(self._on_add)
        self.gutter.add_button(self.add_button)
        self.strip = Strip(window, self)
        self.strip.set_side_width(em(5))
        self.fetch = Fetch(jobs, "histogram", self._ask, self._on_counts, self._on_error)
        self.gutter.menu_requested.connect(self.menu_requested)
        self.strip.menu_requested.connect(self.menu_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.gutter, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.strip, 1)
        self.setMinimumHeight(em(3.2))

    def show_strip(self, on: bool) -> None:
        """Show the histogram, or title and button alone where the x axis is not time."""
        self.strip.setVisible(on)
        self.gutter.note.setVisible(on)
        self.setMaximumHeight(_UNLIMITED if on else self.minimumHeight())

    def clear(self) -> None:
        """Show nothing and want nothing."""
        self.fetch.stop()
        self.strip.set_counts(None)

    def _ask(self) -> Question | None:
        store, selection = self._source.store, self._source.selection
        if store is None or self._window.axis != "time" or store.time_range() is None:
            return None
        first, last = (self._window.to_ns(x) for x in self._window.visible)
        pixels = self.strip.pixels

        def question(cancel: CancelToken) -> object:
            cancel.check()
            return count_records(store, (first, last), pixels, selection)

        return question

    def _on_counts(self, counts: Any) -> None:
        self.strip.set_counts(counts)
        shown = counts.selected if counts.selected is not None else counts.total
        self.gutter.show_count(self.tr("{0} in view"), int(shown.counts.sum()))

    def _on_error(self, error: Exception) -> None:
        self.gutter.note.setText(self.tr("cannot be counted"))
        self.gutter.note.setAccessibleDescription(localized_error(error))

    def _on_add(self) -> None:
        self.lanes_requested.emit(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
