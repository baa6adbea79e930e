"""The pages beside the findings of a tab, and when they ask what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.conversation.follower import ConversationFollower
from aidebug_gui.ui.findings.panel import FindingsPanel
from aidebug_gui.ui.insights.differences import Differences
from aidebug_gui.ui.insights.drift import DriftList
from aidebug_gui.ui.insights.patterns import PatternList
from aidebug_gui.ui.insights.request import RequestFollower
from aidebug_gui.ui.insights.threshold import ThresholdJudge
from aidebug_gui.ui.insights.usage import UsageList
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.pace import Pace

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Insights(QObject):
    """Makes the pages; what they cost is asked for when they are looked at."""

    def __init__(self, view: LogView, log: FileLog, shared: SharedAnalysis, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._view = view
        self._panel = panel
        self._shared = shared
        self.jobs = Jobs(self)
        self.differences = Differences(view, shared, self.jobs)
        panel.add_page(self.differences.page, self.tr("Differences"))
        self.patterns = PatternList(view, shared, self.jobs)
        self.usage = UsageList(view, log, self.jobs)
        self.threshold = ThresholdJudge(view, log, self.jobs)
        self.drift = DriftList(view, log, self.threshold, self.jobs)
        panel.add_page(self.patterns.page, self.tr("Patterns"))
        panel.add_page(self.usage.page, self.tr("Usage"))
        panel.add_page(self.threshold.page, self.tr("Threshold"))
        panel.add_page(self.drift.page, self.tr("Drift"))
        self.request = RequestFollower(view, log)
        self.conversation = ConversationFollower(view, log)
        self._looks: dict[QWidget, Callable[[], None]] = {
            self.patterns.page: self.patterns.refresh,
            self.usage.page: self.usage.refresh,
            self.threshold.page: self.threshold.refresh,
            self.drift.page: self.drift.refresh,
        }
        for page in (self.differences.page, self.patterns.page, self.usage.page, self.drift.page):
            page.sheet.sheet_model.shown = view.privacy.shown
        self._pace = Pace(self.jobs, self._look)
        panel.body.currentChanged.connect(self.refresh)
        panel.opened.connect(self.refresh)
        view.session.order_changed.connect(self.refresh)

    def is_idle(self) -> bool:
        """Return whether every question is answered."""
        return (
            self.jobs.is_idle()
            and not self._pace.is_pending
            and self.request.jobs.is_idle()
            and self.conversation.jobs.is_idle()
        )

    def on_searched(self) -> None:
        """The search for findings has ended: use what it knows."""
        self.request.set_known(self._shared.known_requests())

    def refresh(self) -> None:
        """Other records are shown, or another page: what is looked at follows."""
        if self._panel.is_open and self._panel.body.currentWidget() in self._looks:
            self._pace()

    def _look(self) -> None:
        refresh = self._looks.get(self._panel.body.currentWidget())
        if refresh is not None and self._panel.is_open:
            refresh()

    def read_again(self) -> None:
        """Write everything once more: what may be shown has changed."""
        for page in (self.differences.page, self.patterns.page, self.usage.page, self.drift.page):
            page.sheet.sheet_model.read_again()
        self.threshold.read_again()
        self.request.refresh(self._view.table.current_record())
        self.conversation.read_again()

    def close(self) -> None:
        """Ask no more; the log is about to be closed."""
        self._pace.cancel()

    def show_page(self, page: QWidget) -> None:
        """Open the panel with a page in front."""
        self._panel.show_page(page)

    def show_differences(self) -> None:
        """Say how what is selected, filtered or zoomed to differs from the rest."""
        if self.differences.ask():
            self._panel.show_page(self.differences.page)
