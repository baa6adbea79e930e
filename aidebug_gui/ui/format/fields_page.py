"""Which field of the log is which column: a table with a choice in each row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.store.protocol import LogStore
from aidebug_gui.ui.table.columns import canonical_title
from aidebug_gui.ui.values import percent, visible

COLUMN, FIELD, FILLED, SAMPLES = range(4)
NEVER = frozenset({"traceback", "origin"})
"""Columns that no single field gives."""


class FieldsPage(QWidget):
    """One row a column, filled ones first.

    Signals:
        changed(): another field was chosen for a column.
    """

    changed = Signal()

    def __init__(self, store: LogStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.choices: dict[str, QComboBox] = {}
        self._before: dict[str, str] = {}
        words = QLabel(
            self.tr(
                "Is a column filled from the wrong field? Choose another one. It counts for this log and others like it."
            ),
            self,
        )
        words.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.setColumnCount(4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Field"), self.tr("Filled"), self.tr("Samples")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(self.tr("Columns and fields"))
        header = self.table.horizontalHeader()
        for column in (COLUMN, FIELD, FILLED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.table, 1)
        self._fill()

    def _fill(self) -> None:
        fields = {field.name: field for field in self._store.fields() if field.canonical}
        given: dict[str, str] = {}
        for sample in self._store.sampled_fields():
            if sample.column:
                given.setdefault(sample.column, sample.name)
        names = sorted((sample.name for sample in self._store.sampled_fields()), key=str.lower)
        columns = [name for name in CANONICAL if name not in NEVER]
        columns.sort(key=lambda name: name not in fields)
        self.table.setRowCount(len(columns))
        for row, name in enumerate(columns):
            field = fields.get(name)
            self._before[name] = given.get(name, "")
            choice = QComboBox(self.table)
            from_line = field is not None and name not in given
            choice.addItem(self.tr("(from the line)") if from_line else self.tr("(none)"), "")
            for other in names:
                choice.addItem(visible(other), other)
            choice.setCurrentIndex(max(0, choice.findData(self._before[name])))
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(20)
            choice.setAccessibleName(self.tr("Field for {0}").format(canonical_title(name)))
            choice.currentIndexChanged.connect(self.changed)
            self.choices[name] = choice
            self.table.setItem(row, COLUMN, QTableWidgetItem(canonical_title(name)))
            self.table.setCellWidget(row, FIELD, choice)
            share = QTableWidgetItem(percent(round(field.fill * 1000), 1000) if field is not None else "")
            share.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, FILLED, share)
            self.table.setItem(row, SAMPLES, QTableWidgetItem(""))
        self.table.resizeRowsToContents()

    def names(self) -> list[str]:
        """Return the columns, from top to bottom."""
        return list(self.choices)

    def show_samples(self, values: Mapping[str, str]) -> None:
        """Show some values of each column."""
        for row, name in enumerate(self.choices):
            item = self.table.item(row, SAMPLES)
            if item is not None:
                item.setText(values.get(name, ""))

    def chosen(self) -> dict[str, str]:
        """Return the columns whose field was changed: column -> field, "" for none."""
        now = {name: str(choice.currentData() or "") for name, choice in self.choices.items()}
        return {name: field for name, field in now.items() if field != self._before[name]}
