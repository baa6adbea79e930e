"""A page at the bottom of a tab, beside the findings: opened, closed and toggled by the part that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class BottomPage:
    """The place of a page. A log without findings has it below the table."""

    def __init__(self, view: LogView, page: QWidget, title: str, target: QWidget) -> None:
        """``target``: the widget in the page that takes the keyboard."""
        self._view, self._page, self._target = view, page, target
        findings = view.panels.findings
        if findings is not None:
            findings.panel.add_page(page, title)
        else:
            page.hide()
            view.outer.addWidget(page)

    def open(self) -> None:
        """Show the page."""
        findings = self._view.panels.findings
        if findings is not None:
            findings.panel.show_page(self._page)
        else:
            self._page.show()

    def toggle(self) -> None:
        """Show the page and give it the keyboard, or close it."""
        if self._page.isVisible():
            self._close()
        else:
            self.open()
            self._target.setFocus()

    def _close(self) -> None:
        findings = self._view.panels.findings
        if findings is not None:
            findings.panel.set_open(False)
        else:
            self._page.hide()
        self._view.focus_table()
