"""The room of the record pane beside the table: whether it is open, and how wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.ui.theme import em

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

WIDTH = 36  # line heights, at most


class RecordRoom(QObject):
    """Opens and closes the record pane of a tab."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view

    def open_at_first(self, *, is_roomy: bool) -> None:
        """Open the pane if it was open the last time, or where there is room for it and nobody chose."""
        chosen = self._view.memory.panes.record
        if chosen > 0 or (is_roomy and not chosen):
            self._open()

    def toggle(self) -> None:
        """Open the pane, or close it."""
        self._view.memory.record_chosen = True
        if self._view.record_pane.isHidden():
            self._open()
        else:
            self._view.record_pane.hide()

    def _open(self) -> None:
        self._view.record_pane.show()
        self._share_width()
        self._view.record_pane.show_record(self._view.table.current_record())

    def _share_width(self) -> None:
        """Give the pane a third where it has no width yet."""
        view = self._view
        sizes = view.splitter.sizes()
        at = view.splitter.indexOf(view.record_pane)
        middle = view.splitter.indexOf(view.middle)
        total = sizes[at] + sizes[middle]
        if sizes[at] < total // 5:
            known = view.memory.panes.record_width
            sizes[at] = min(total // 2, known) if known else min(total * 3 // 10, em(WIDTH))
            sizes[middle] = total - sizes[at]
            view.splitter.setSizes(sizes)
