"""What the menus and keys ask of the pages. They come late, with the findings: until then nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from aidebug_gui.ui.insights.controller import Insights
    from aidebug_gui.ui.panels import SidePanels


class InsightCommands(QObject):
    """Its methods are named in actions.py."""

    def __init__(self, panels: SidePanels) -> None:
        super().__init__(panels)
        self._panels = panels

    @property
    def _insights(self) -> Insights | None:
        findings = self._panels.findings
        return findings.insights if findings is not None else None

    def differences(self) -> None:
        """Say how what is selected, filtered or zoomed to differs from the rest."""
        if (insights := self._insights) is not None:
            insights.show_differences()

    def request(self) -> None:
        """Show the request that the current record belongs to."""
        if (insights := self._insights) is not None:
            insights.request.show()

    def conversation(self) -> None:
        """Show the conversation with a model that the current record carries."""
        if (insights := self._insights) is not None:
            insights.conversation.show()

    def patterns(self) -> None:
        """Show the message patterns of what is shown."""
        if (insights := self._insights) is not None:
            insights.show_page(insights.patterns.page)

    def usage(self) -> None:
        """Show calls, tokens, cost and latency by model or another field."""
        if (insights := self._insights) is not None:
            insights.show_page(insights.usage.page)

    def threshold(self) -> None:
        """Show what the threshold means."""
        if (insights := self._insights) is not None:
            insights.show_page(insights.threshold.page)

    def drift(self) -> None:
        """Show what drifted."""
        if (insights := self._insights) is not None:
            insights.show_page(insights.drift.page)

    def export_findings(self) -> None:
        """Write the findings that are listed to a file."""
        if self._panels.findings is not None:
            self._panels.findings.output.export()
