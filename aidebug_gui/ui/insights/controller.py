"""The pages beside the findings of a tab, and when they ask what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.analysis.shared import SharedAnalysis
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.findings.panel import FindingsPanel
from aidebug_gui.ui.insights.differences import Differences
from aidebug_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Insights(QObject):
    """Makes the pages; what they cost is asked for when they are looked at."""

    def __init__(self, view: LogView, log: FileLog, shared: SharedAnalysis, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.jobs = Jobs(self)
        self.differences = Differences(view, shared, self.jobs)
        panel.add_page(self.differences.page, self.tr("Differences"))

    def is_idle(self) -> bool:
        """Return whether every question is answered."""
        return self.jobs.is_idle()

    def show_differences(self) -> None:
        """Say how what is selected, filtered or zoomed to differs from the rest."""
        if self.differences.ask():
            self._panel.show_page(self.differences.page)
