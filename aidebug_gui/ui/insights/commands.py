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
