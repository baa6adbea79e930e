"""What the user waits for in a tab: the word for it, and how it is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_WORDS = {
    "filter": QT_TRANSLATE_NOOP("AwaitedJobs", "filtering"),
    "sort": QT_TRANSLATE_NOOP("AwaitedJobs", "sorting"),
    "find": QT_TRANSLATE_NOOP("AwaitedJobs", "searching"),
    "next error": QT_TRANSLATE_NOOP("AwaitedJobs", "searching"),
    "next highlight": QT_TRANSLATE_NOOP("AwaitedJobs", "searching"),
    "export": QT_TRANSLATE_NOOP("AwaitedJobs", "exporting"),
    "copy": QT_TRANSLATE_NOOP("AwaitedJobs", "copying"),
}
"""Kinds of jobs that somebody asked for and looks at; all others run unnoticed."""


class AwaitedJobs(QObject):
    """The jobs of a tab that are named in the status bar."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view

    def word(self) -> str:
        """Return what runs, in a word, empty if nothing that a user waits for."""
        return next((self.tr(str(_WORDS[kind])) for kind in self._kinds()), "")

    def cancel_or_stop_reading(self) -> None:
        """Stop the job that runs, else the reading."""
        if not self.cancel():
            self._view.session.store.cancel_reading()

    def cancel(self) -> bool:
        """Stop what the user waits for and return whether there was something; a filter stays the one before."""
        kinds, view = self._kinds(), self._view
        for kind in kinds:
            view.jobs.cancel(kind)
        if "filter" in kinds:
            view.session.keep_filter()
            view.filter_bar.show_filter(view.session.query)
            view.message.emit(self.tr("Filtering was cancelled."))
        return bool(kinds)

    def _kinds(self) -> list[str]:
        return [kind for kind in self._view.jobs.kinds() if kind in _WORDS]
