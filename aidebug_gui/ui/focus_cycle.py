"""F6 goes from one part of the tab to the next: filter, fields, plots, table, record, findings. Shift+F6 goes back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class FocusCycle(QObject):
    """Knows the parts of a tab, in the order in which they stand, and keeps Tab in the same order."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        view.panels.made.connect(self._order)

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def panes(self) -> list[tuple[QWidget, QWidget]]:
        """Return the parts that are shown: each with the widget in it that takes the keyboard."""
        view, panels = self._view, self._view.panels
        found: list[tuple[QWidget, QWidget]] = [(view.filter_bar, view.filter_bar.edit)]
        if panels.fields is not None:
            found.append((panels.fields, panels.fields.tree))
        if panels.plots is not None:
            canvases = panels.plots.canvases()
            found += [(panels.plots, canvases[0])] if canvases else []
        found.append((view.table, view.table))
        found.append((view.record_pane, view.record_pane.fields))
        if panels.findings is not None:
            panel = panels.findings.panel
            page = panel.body.currentWidget() if panel.is_open else None
            stops = [widget for widget in _focusable(page) if widget.isVisible()]
            found.append((panel, stops[0] if stops else panel.summary.toggle))
        return [(pane, target) for pane, target in found if target.isVisible()]

    def _step(self, by: int) -> None:
        panes = self.panes()
        focus = QApplication.focusWidget()
        at = next((at for at, (pane, _) in enumerate(panes) if focus is not None and _holds(pane, focus)), -1)
        if at < 0:
            at = -1 if by > 0 else 0
        panes[(at + by) % len(panes)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _order(self) -> None:
        """Let Tab go through the parts as they stand, whenever they were made."""
        widgets: list[QWidget] = []
        view, panels = self._view, self._view.panels
        for pane in (view.filter_bar, panels.fields, panels.plots, view.table, view.find_bar, view.go_to_bar):
            widgets += _focusable(pane)
        widgets += _focusable(view.record_pane)
        if panels.findings is not None:
            widgets += _focusable(panels.findings.panel)
        window = view.window()
        for first, second in pairwise(widget for widget in widgets if widget.window() is window):  # no pop-ups
            QWidget.setTabOrder(first, second)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _focusable(pane: QWidget | None) -> list[QWidget]:
    """Return the widgets of a part that Tab stops at, in the order in which they follow each other now."""
    if pane is None:
        return []
    found = [pane, *pane.findChildren(QWidget)]
    return [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()]
