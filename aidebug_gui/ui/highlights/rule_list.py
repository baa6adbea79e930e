"""The highlight rules as a list: colour, filter, whether it is on, and how many rows it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from aidebug_gui.ui.highlights.found import Found
from aidebug_gui.ui.highlights.rules import HighlightRule
from aidebug_gui.ui.highlights.swatch import colour_name, swatch
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.theme import cell_font, current_theme
from aidebug_gui.ui.values import count_text, tooltip_text, visible

FILTER, ROWS = range(2)
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class RuleList(QTreeWidget):
    """Shows rules. Space switches one on or off, Delete removes it.

    Signals:
        switched(int, bool): a rule is to be on, or off.
        removal_requested(): of the current one.
    """

    switched = Signal(int, bool)
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: list[HighlightRule] = []
        self._found: Mapping[str, Found] = {}
        self.setHeaderLabels([self.tr("Filter"), self.tr("Rows")])
        self.setAccessibleName(self.tr("Highlights"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(FILTER, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(ROWS, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._on_changed)

    def at(self) -> int:
        """Return the number of the current rule, -1 if there is none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def show_rules(self, rules: Sequence[HighlightRule], current: int) -> None:
        """List these rules, with one of them as the current one."""
        self._rules = list(rules)
        self.blockSignals(True)
        self.clear()
        for rule in rules:
            entry = QTreeWidgetItem([visible(rule.query) or self.tr("(a new rule)"), ""])
            entry.setIcon(FILTER, swatch(rule.colour))
            entry.setFont(FILTER, cell_font())
            entry.setCheckState(FILTER, _CHECKED[rule.is_on])
            entry.setTextAlignment(ROWS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = f"{visible(rule.query)}, {colour_name(rule.colour)}"
            entry.setData(FILTER, Qt.ItemDataRole.AccessibleTextRole, name)
            self.addTopLevelItem(entry)
        item = self.topLevelItem(min(current, len(rules) - 1))
        if item is not None:
            self.setCurrentItem(item)
        self.blockSignals(False)
        self.show_found(self._found)

    def show_found(self, found: Mapping[str, Found]) -> None:
        """Show how many rows each filter finds, or what is wrong with it in this log."""
        self._found = found
        error, usual = current_theme().colors["error"], self.palette().color(QPalette.ColorRole.Text)
        self.blockSignals(True)
        for at, rule in enumerate(self._rules):
            item = self.topLevelItem(at)
            if item is not None:
                text, is_wrong = self._said(rule)
                item.setText(ROWS, text)
                item.setToolTip(ROWS, tooltip_text(text) if is_wrong else "")
                item.setForeground(ROWS, error if is_wrong else usual)
        self.blockSignals(False)
        self.viewport().update()

    def _said(self, rule: HighlightRule) -> tuple[str, bool]:
        """Return what is said of a rule's rows, and whether it is a problem."""
        if not rule.is_active:
            return ("" if rule.is_on else self.tr("off")), False
        found = self._found.get(rule.query)
        if found is None:
            return "…", False
        return (localized(found.problem), True) if found.problem else (count_text(len(found.rows)), False)

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        at, is_on = self.indexOfTopLevelItem(item), item.checkState(FILTER) == Qt.CheckState.Checked
        if self._rules[at].is_on != is_on:
            self.switched.emit(at, is_on)

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)
