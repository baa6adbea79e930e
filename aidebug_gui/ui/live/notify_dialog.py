"""The list of notification rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.ui.live.notify_rules import MOST_RULES, REST_S, NotifyRule
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.theme import cell_font, current_theme, em

FILTER, SOUND, MESSAGE = range(3)
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class NotifyDialog(QDialog):
    """Modeless. A change counts when OK is pressed.

    Signals:
        rules_changed(object): list of NotifyRule.
    """

    rules_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Notify me"))
        introduction = QLabel(
            self.tr(
                "When a log grows by a record that one of these filters finds, its tab shows a number and the task bar "
                "is marked, at most every {0} seconds. anomaly:latency_ms watches a number: it leaves what is usual."
            ).format(int(REST_S)),
            self,
        )
        introduction.setWordWrap(True)
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("Filter"), self.tr("Sound"), self.tr("Message on the desktop")])
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(FILTER, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Rules"))
        self.table.setTabKeyNavigation(False)
        area = self.table.viewport().palette()  # boxes that are not checked have no edge on their own colour
        area.setColor(QPalette.ColorRole.Base, area.color(QPalette.ColorRole.Button))
        self.table.viewport().setPalette(area)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out(introduction)

    def _lay_out(self, introduction: QLabel) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        for text, slot in ((self.tr("&Add"), self._on_add), (self.tr("&Remove"), self._on_remove)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(em(0.5))
        for widget in (introduction, self.table, self.problem, buttons):
            layout.addWidget(widget)
        self.resize(em(38), em(20))

    def show_rules(self, rules: Sequence[NotifyRule]) -> None:
        """Show these rules."""
        self.problem.hide()
        self.table.setRowCount(0)
        for rule in rules:
            self._add(rule)
        self.table.setCurrentCell(0, FILTER)

    def rules(self) -> list[NotifyRule]:
        """Return the rules as they stand."""
        found = []
        for row in range(self.table.rowCount()):
            items = [self.table.item(row, column) for column in range(3)]
            first = items[FILTER]
            query = first.text().strip() if first is not None else ""
            if query:
                flags = [item is not None and item.checkState() == Qt.CheckState.Checked for item in items]
                found.append(NotifyRule(query, *flags))
        return found

    def _add(self, rule: NotifyRule) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        items = (QTableWidgetItem(rule.query), QTableWidgetItem(), QTableWidgetItem())
        items[FILTER].setFont(cell_font())
        for column, (item, is_on) in enumerate(zip(items, (rule.is_on, rule.sound, rule.message), strict=True)):
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column == FILTER else flags)
            item.setCheckState(_CHECKED[is_on])
            self.table.setItem(row, column, item)

    def _on_add(self) -> None:
        if self.table.rowCount() < MOST_RULES:
            self._add(NotifyRule(is_on=True))
            self.table.setCurrentCell(self.table.rowCount() - 1, FILTER)
            self.table.editItem(self.table.currentItem())

    def _on_remove(self) -> None:
        self.table.removeRow(self.table.currentRow())

    def _on_accepted(self) -> None:
        for rule in self.rules():
            try:
                parse(rule.query)
            except FilterError as error:
                self._show_problem(f"{rule.query}\n{localized(error.message)}")
                return
        self.hide()
        self.rules_changed.emit(self.rules())

    def _show_problem(self, text: str) -> None:
        palette = self.problem.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["error"])
        self.problem.setPalette(palette)
        self.problem.setText(text)
        self.problem.show()
