"""Makes room for the table where the window is small: the fields and the plots step aside, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from aidebug_gui.ui.theme import em

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

NARROW = 65  # line heights: a narrower tab has no room for the fields
COMPACT = 74  # a narrower one has room for the names of the levels only as letters
LOW = 28  # a lower one has no room for the plots


class NarrowLayout(QObject):
    """Acts when the tab becomes narrower or wider than a bound, so that what the user shows or hides stays so."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._is_narrow = self._is_low = False
        self._hidden: set[QWidget] = set()
        view.installEventFilter(self)
        view.panels.made.connect(self._on_made)

    def hides(self, panel: QWidget | None) -> bool:
        """Return whether a panel is hidden only because there is no room for it."""
        return panel in self._hidden and panel is not None and panel.isHidden()

    def _on_made(self) -> None:
        self._is_narrow = self._is_low = False  # the panels are new: look again
        self._look()

    def _look(self) -> None:
        view, panels = self._view, self._view.panels
        if not view.isVisible():
            return
        view.filter_bar.set_compact(view.width() < em(COMPACT))
        is_narrow, is_low = view.width() < em(NARROW), view.height() < em(LOW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._step_aside(panels.fields, is_narrow)
        if is_low != self._is_low:
            self._is_low = is_low
            self._step_aside(panels.plots, is_low)

    def _step_aside(self, panel: QWidget | None, hide: bool) -> None:
        if panel is None:
            return
        if hide and not panel.isHidden():
            self._hidden.add(panel)
            panel.hide()
        elif not hide and self.hides(panel):
            panel.show()
        if not hide:
            self._hidden.discard(panel)

    # Qt's own names from here on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._look()
        return False
