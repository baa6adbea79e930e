"""The two windows of the saved filters: one asks for a name, one lists them all."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.ui.state import remembered
from aidebug_gui.ui.theme import cell_font, em
from aidebug_gui.ui.values import visible

LONGEST_NAME = 80
NAME, FILTER = range(2)
_NAME_ROLE = Qt.ItemDataRole.UserRole


class SaveFilterDialog(QDialog):
    """Asks for a name.

    Signals:
        named(str, str): save under this name this filter.
    """

    named = Signal(str, str)

    def __init__(self, query: str, shown: str, name: str, known: Container[str], parent: QWidget) -> None:
        """``shown``: the filter as it may be shown; ``name``: it has already; ``known``: the names that are taken."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save filter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._query, self._known = query, known
        self.edit = QLineEdit(name, self)
        self.edit.setMaxLength(LONGEST_NAME)
        self.edit.selectAll()
        label = QLabel(shown, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(cell_font())
        label.setWordWrap(True)
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setMinimumHeight(self.hint.fontMetrics().height())
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.edit.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.edit)
        form.addRow(self.tr("Filter"), label)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.resize(em(30), self.sizeHint().height())
        self._check()

    def _check(self) -> None:
        name = self.edit.text().strip()
        self.hint.setText(self.tr("This replaces the saved filter with the same name.") if name in self._known else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(name))

    def accept(self) -> None:
        self.named.emit(self.edit.text().strip(), self._query)
        super().accept()


class SavedFiltersDialog(QDialog):
    """All saved filters. Modeless; changes count at once.

    Signals:
        apply_requested(str): filter by the one of this name.
    """

    apply_requested = Signal(str)

    def __init__(self, shown: Callable[[str], str], parent: QWidget) -> None:
        """``shown``: returns what may be shown of a filter."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved filters"))
        self._shown = shown
        self._deleted: tuple[str, str] | None = None
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Filter")])
        self.list.setAccessibleName(self.tr("Saved filters"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setEditTriggers(
            QTreeWidget.EditTrigger.NoEditTriggers
        )  # F2 in the other column would edit the filter
        self.list.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemActivated.connect(self._on_apply)
        self.list.itemChanged.connect(self._on_renamed)
        self.list.currentItemChanged.connect(self._use_buttons)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setMinimumHeight(self.problem.fontMetrics().height())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        self.apply = self._button(box, self.tr("&Apply"), self._on_apply)
        self.rename = self._button(box, self.tr("&Rename"), self._on_rename)
        self.delete = self._button(box, self.tr("&Delete"), self._on_delete)
        self.undo = self._button(box, self.tr("&Undo"), self._on_undo)
        layout = QVBoxLayout(self)
        for widget in (self.list, self.problem, box):
            layout.addWidget(widget)
        self.resize(em(38), em(20))

    def _button(self, box: QDialogButtonBox, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def refresh(self, current: str = "") -> None:
        """List what is saved now, with one name as the current one."""
        self.list.blockSignals(True)
        self.list.clear()
        for name, query in remembered.saved_filters().items():
            item = QTreeWidgetItem([name, visible(self._shown(query))])
            item.setData(NAME, _NAME_ROLE, name)
            item.setFont(FILTER, cell_font())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
            if name == current or self.list.topLevelItemCount() == 1:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.problem.clear()
        self._use_buttons()

    def _name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(NAME, _NAME_ROLE)) if item is not None else ""

    def _use_buttons(self) -> None:
        for button in (self.apply, self.rename, self.delete):
            button.setEnabled(self.list.currentItem() is not None)
        self.undo.setEnabled(self._deleted is not None)

    def _on_apply(self) -> None:
        self.apply_requested.emit(self._name())

    def _on_rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, NAME)

    def _on_renamed(self, item: QTreeWidgetItem, _column: int) -> None:
        before, name = str(item.data(NAME, _NAME_ROLE)), item.text(NAME).strip()[:LONGEST_NAME]
        is_taken = name != before and name in remembered.saved_filters()
        self.problem.setText(self.tr("Another filter is already called {0}").format(visible(name)) if is_taken else "")
        if name and not is_taken:
            remembered.rename_filter(before, name)
            before = name
        self.list.blockSignals(True)
        item.setText(NAME, before)
        item.setData(NAME, _NAME_ROLE, before)
        self.list.blockSignals(False)

    def _on_delete(self) -> None:
        name = self._name()
        self._deleted = (name, remembered.saved_filters()[name])
        remembered.forget_filter(name)
        self.refresh()

    def _on_undo(self) -> None:
        if self._deleted is not None:
            remembered.save_filter(*self._deleted)
            name, self._deleted = self._deleted[0], None
            self.refresh(name)

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        call = {Qt.Key.Key_Delete: self._on_delete, Qt.Key.Key_F2: self._on_rename}.get(Qt.Key(event.key()))
        if call is not None and self.list.currentItem() is not None:
            call()
        else:
            super().keyPressEvent(event)
