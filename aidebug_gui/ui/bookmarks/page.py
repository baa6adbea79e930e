"""The list of bookmarks: line, time, message, and the note, which is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import visible

LINE, TIME, LEVEL, MESSAGE, NOTE = range(5)
RECORD_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A marked record as texts. ``is_veiled``: the note is not shown as it was written."""

    record: int
    line: str
    time: str = ""
    level: str = ""
    message: str = ""
    note: str = ""
    is_veiled: bool = False


class _List(QTreeWidget):
    """Enter goes to a record, Delete takes its mark away, F2 writes the note.

    Signals:
        removed(object): the record whose mark is to go.
        note_requested(object): the row (QTreeWidgetItem) whose note is to be written.
    """

    removed = Signal(object)
    note_requested = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.removed.emit(item.data(0, RECORD_ROLE))
        elif event.key() == Qt.Key.Key_F2 and item is not None:
            self.note_requested.emit(item)
        else:
            super().keyPressEvent(event)


class BookmarkPage(QWidget):
    """Shows the bookmarks.

    Signals:
        chosen(object): go to this record.
        removed(object): take the mark of this record away.
        noted(object, str): something was written about a record.
        only_requested(): show only these records.
        refused(): the note cannot be changed while something in it is hidden.
    """

    chosen = Signal(object)
    removed = Signal(object)
    noted = Signal(object, str)
    only_requested = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.list = _List(self)
        self._set_up_list()
        self.empty = QLabel(self.tr("No bookmarks. B marks the current record, Shift+B writes a note about it."), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.only = QPushButton(self.tr("Show only these"), self)
        self.only.clicked.connect(self.only_requested)
        row = QHBoxLayout()
        row.setContentsMargins(em(0.4), em(0.2), em(0.4), em(0.2))
        row.addWidget(self.only)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.show_entries([])

    def _set_up_list(self) -> None:
        tree = self.list
        tree.setColumnCount(5)
        tree.setHeaderLabels([self.tr("Line"), self.tr("Time"), self.tr("Level"), self.tr("Message"), self.tr("Note")])
        tree.setAccessibleName(self.tr("Bookmarks"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = tree.header()
        header.setStretchLastSection(False)
        for column in (LINE, TIME, LEVEL):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (MESSAGE, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        tree.itemActivated.connect(self._on_activated)
        tree.itemClicked.connect(self._on_clicked)
        tree.itemDoubleClicked.connect(self._on_double_clicked)
        tree.itemChanged.connect(self._on_changed)
        tree.removed.connect(self.removed)
        tree.note_requested.connect(self._edit)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these bookmarks; the current one stays current."""
        if self.list.state() == QAbstractItemView.State.EditingState:
            return  # nothing may take the note away that is being written; the end of it lists them again
        item = self.list.currentItem()
        current = item.data(0, RECORD_ROLE) if item is not None else None
        self._is_filling = True
        self.list.clear()
        for entry in entries:
            self._add(entry, is_current=entry.record == current)
        self._is_filling = False
        self.empty.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self.only.setVisible(bool(entries))

    def _add(self, entry: Entry, *, is_current: bool) -> None:
        item = QTreeWidgetItem([entry.line, entry.time, entry.level, visible(entry.message), entry.note])
        item.setData(0, RECORD_ROLE, entry.record)
        if not entry.is_veiled:  # what is shown would be written in the place of the note
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setTextAlignment(LINE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.addTopLevelItem(item)
        if is_current:
            self.list.setCurrentItem(item)

    def entry_item(self, record: int) -> QTreeWidgetItem | None:
        """Return the row of a record."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None and item.data(0, RECORD_ROLE) == record:
                return item
        return None

    def edit_note(self, record: int) -> None:
        """Put the cursor into the note of a record."""
        item = self.entry_item(record)
        if item is not None:
            self.list.setCurrentItem(item)
            self.list.setFocus()
            self._edit(item)

    def _edit(self, item: QTreeWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.list.editItem(item, NOTE)
        else:
            self.refused.emit()

    def _on_activated(self, item: QTreeWidgetItem, column: int) -> None:
        self.chosen.emit(item.data(0, RECORD_ROLE))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != NOTE:
            self.chosen.emit(item.data(0, RECORD_ROLE))

    def _on_double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == NOTE:
            self._edit(item)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._is_filling and column == NOTE:
            self.noted.emit(item.data(0, RECORD_ROLE), item.text(NOTE).strip())
