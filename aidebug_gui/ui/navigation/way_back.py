"""The way back, step by step: bars, the context, a fixed selection, the filters before this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

KEPT_STEPS = 50


class WayBack(QObject):
    """Undoes the last thing that lies over the table."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._steps: list[str] = []  # filters, the one in force last
        view.session.filter_applied.connect(self._on_applied)

    def _on_applied(self, query: str) -> None:
        if not query:
            self._steps = []
        elif not self._steps or self._steps[-1] != query:
            self._steps = [*self._steps[-KEPT_STEPS:], query]

    def step(self) -> None:
        """Stop what runs, else undo the last thing that lies over the table: a bar, the context, a filter."""
        view, session = self._view, self._view.session
        if view.awaited.cancel():
            return
        if view.find_bar.isVisible():
            view.navigation.close_find()
        elif view.go_to_bar.isVisible():
            view.navigation.close_go_to()
        elif session.in_context:
            view.context.leave()
        elif session.pinned is not None:
            session.unpin()
        elif session.query:
            while self._steps and self._steps[-1] == session.query:
                self._steps.pop()
            view.filter_bar.set_filter(self._steps.pop() if self._steps else "")
