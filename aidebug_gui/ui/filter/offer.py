"""Offers the filter that was in force when a log was closed the last time: nothing is hidden that nobody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.settings import current_settings
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

SHOWN_CHARS = 120


class FilterOffer(QObject):
    """A line with a button above the table. It goes away with the first filter, or when it is closed."""

    def __init__(self, view: LogView, place: QVBoxLayout) -> None:
        super().__init__(view)
        self._view = view
        self._place = place
        self._query = ""
        self.banner: Banner | None = None
        view.memory.filter_known.connect(self._on_filter_known)
        view.session.filter_applied.connect(self._on_filter_applied)

    def _on_filter_known(self, query: str) -> None:
        wish = current_settings().value("last_filter")
        if wish == "apply":
            self._view.filter_bar.set_filter(query)
        elif wish == "offer":
            self._offer(query)

    def _offer(self, query: str) -> None:
        self._query = query
        if self.banner is None:
            self.banner = Banner(self._view)
            self._place.insertWidget(1, self.banner)
            self.banner.action_requested.connect(self._on_requested)
        query = self._view.privacy.shown(query)
        shown = query if len(query) <= SHOWN_CHARS else query[:SHOWN_CHARS] + "…"
        self.banner.show_message(
            self.tr("Last time you filtered this log by: {0}").format(visible(shown)), self.tr("Filter again")
        )

    def _on_requested(self) -> None:
        self._view.filter_bar.set_filter(self._query)

    def _on_filter_applied(self, query: str) -> None:
        if query and self.banner is not None:
            self.banner.hide()
