"""The windows of the user's list of what is not personal data: why an entry is made, and what is on the list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.analysis.pii.allow_file import AllowEntry
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import visible

SHOWN_CHARS = 60


class AllowDialog(QDialog):
    """Asks what is allowed (a value, a field, a pattern) and why. Deletes itself when it is closed.

    Signals:
        entry_made(object): an :class:`AllowEntry`.
    """

    entry_made = Signal(object)

    def __init__(self, parent: QWidget, entity: str, title: str, path: str, value: str) -> None:
        """``value`` empty: only the field and a pattern can be chosen; ``path`` empty: the text is no field."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("This is not personal data"))
        self._entity, self._path, self._value = entity, path, value
        shown = visible(value[:SHOWN_CHARS]) + ("…" if len(value) > SHOWN_CHARS else "")
        self.of_value = QRadioButton(self.tr("This value, wherever it stands: %s") % shown.replace("&", "&&"), self)
        self.of_path = QRadioButton(self.tr("“%s” in the field %s") % (title, visible(path).replace("&", "&&")), self)
        self.of_pattern = QRadioButton(self.tr("Values that match this pattern as a whole:"), self)
        self.pattern = QLineEdit(re.escape(value), self)
        self.pattern.setAccessibleName(self.tr("Pattern"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("for example: numbers of orders, not of cards"))
        self.reason.textChanged.connect(self._check)
        self.pattern.textChanged.connect(self._check)
        group = QButtonGroup(self)
        column = QVBoxLayout()
        for button in (self.of_value, self.of_path, self.of_pattern):
            group.addButton(button)
            column.addWidget(button)
            button.toggled.connect(self._check)
        column.addWidget(self.pattern)
        self.of_value.setVisible(bool(value))
        self.of_path.setVisible(bool(path))
        first = self.of_value if value else self.of_path if path else self.of_pattern
        form = QFormLayout()
        form.addRow(self.tr("Because"), self.reason)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(column)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        first.setChecked(True)
        self._check()
        self.reason.setFocus()
        self.resize(em(34), self.sizeHint().height())

    def entry(self) -> AllowEntry:
        """Return what is chosen."""
        reason = self.reason.text().strip()
        if self.of_value.isChecked():
            return AllowEntry(reason, value=self._value)
        if self.of_path.isChecked():
            return AllowEntry(reason, path=self._path, entity=self._entity)
        return AllowEntry(reason, pattern=self.pattern.text(), entity=self._entity)

    def _check(self) -> None:
        self.pattern.setEnabled(self.of_pattern.isChecked())
        problem = ""
        if self.of_pattern.isChecked():
            try:
                re.compile(self.pattern.text().encode())
            except (re.error, OverflowError, RecursionError) as error:
                problem = self.tr("The pattern is not valid: %s") % error
        self.problem.setText(problem)
        is_whole = not problem and bool(self.reason.text().strip())
        is_whole = is_whole and (not self.of_pattern.isChecked() or bool(self.pattern.text()))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_whole)

    def accept(self) -> None:
        self.entry_made.emit(self.entry())
        super().accept()


class AllowedDialog(QDialog):
    """Lists what is allowed; an entry can be taken away.

    Signals:
        remove_requested(int): take the entry at this position away.
    """

    remove_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Allowed: what you marked as not personal data"))
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Is a"), self.tr("Kind"), self.tr("Because")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((14, 5, 8)):
            self.tree.setColumnWidth(column, em(width))
        self.tree.currentItemChanged.connect(self._on_current)
        self.empty = QLabel(
            self.tr("Nothing is allowed yet. Right-click a marked value and choose “This is not personal data…”."), self
        )
        self.empty.setWordWrap(True)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._on_remove)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
        self.resize(em(40), em(20))

    def set_entries(self, entries: Sequence[AllowEntry]) -> None:
        """List these."""
        scopes = {"value": self.tr("value"), "path": self.tr("field"), "pattern": self.tr("pattern")}
        self.tree.clear()
        for entry in entries:
            texts = [entry.what, scopes[entry.scope], entry.entity or self.tr("any"), entry.reason]
            self.tree.addTopLevelItem(QTreeWidgetItem([visible(text) for text in texts]))
        self.empty.setVisible(not entries)
        self._on_current()

    def _on_current(self) -> None:
        self.remove.setEnabled(self.tree.currentItem() is not None)

    def _on_remove(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.remove_requested.emit(self.tree.indexOfTopLevelItem(item))
