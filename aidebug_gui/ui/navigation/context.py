"""The current record among its neighbours in the whole log, while a filter is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Context(QObject):
    """Shows the whole log around the current record, and the way back."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        view.banner.action_requested.connect(self.leave)

    def toggle(self) -> None:
        """Show the current record among its neighbours in the whole log, or go back to the filtered rows."""
        session = self._view.session
        if not session.in_context and not session.is_filtered and session.sort is None:
            self._view.message.emit(self.tr("Nothing is filtered: these are all records."))
            return
        session.set_context(not session.in_context)

    def leave(self) -> None:
        """Go back to the filtered rows."""
        self._view.session.set_context(False)

    def show_banner(self) -> None:
        """Say above the table that it shows all records, as long as it does."""
        banner = self._view.banner
        if self._view.session.in_context:
            banner.show_message(self.tr("All records around the current one."), self.tr("Back to the filter (C)"))
        else:
            banner.hide_if_action()
