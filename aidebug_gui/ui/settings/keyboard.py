"""The page of the settings on which keys are bound to actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.ui.actions import ACTIONS, Actions, ActionSpec, menu_title, plain_text
from aidebug_gui.ui.settings.keys import conflict, is_reserved, key_of, portable
from aidebug_gui.ui.settings.values import Settings
from aidebug_gui.ui.theme import em

NAME_ROLE = Qt.ItemDataRole.UserRole
ACTION, KEY = 0, 1


class KeyboardPage(QWidget):
    """All actions with their keys. A key that another action has is reported, and moved only on request."""

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions = actions
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._wanted = ""
        self._build()
        self._fill()
        settings.shortcuts_changed.connect(self._refresh)

    def _build(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setMinimumHeight(em(14))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(ACTION, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(KEY, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._on_current)
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        self.edit.keySequenceChanged.connect(self._on_typed)
        self.take = QPushButton(self.tr("Use it here instead"), self)
        self.take.clicked.connect(self._on_accept)
        self.none = QPushButton(self.tr("No key"), self)
        self.none.clicked.connect(self._on_none)
        self.usual = QPushButton(self.tr("Default key"), self)
        self.usual.clicked.connect(self._on_usual)
        self.all = QPushButton(self.tr("Reset all keys"), self)
        self.all.clicked.connect(self._settings.reset_shortcuts)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        row = QHBoxLayout()
        label = QLabel(self.tr("&New key:"), self)
        label.setBuddy(self.edit)
        row.addWidget(label)
        row.addWidget(self.edit, 1)
        for button in (self.none, self.usual, self.all):
            row.addWidget(button)
        message_row = QHBoxLayout()
        message_row.addWidget(self.message, 1)
        message_row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addLayout(message_row)
        self.take.hide()

    def _fill(self) -> None:
        for spec in ACTIONS:
            text = f"{menu_title(spec.menu)}: {plain_text(self._actions[spec.name].text())}"
            item = QTreeWidgetItem([text, ""])
            item.setData(ACTION, NAME_ROLE, spec.name)
            self.list.addTopLevelItem(item)
        self._refresh()
        self.choose(ACTIONS[0].name)

    def _refresh(self) -> None:
        chosen = self._settings.shortcuts()
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is None:
                continue
            spec = self._specs[item.data(ACTION, NAME_ROLE)]
            item.setText(KEY, QKeySequence(key_of(spec, chosen)).toString(QKeySequence.SequenceFormat.NativeText))
            font = item.font(KEY)
            font.setBold(spec.name in chosen)
            item.setFont(KEY, font)
        self.all.setEnabled(bool(chosen))
        self._on_current()

    def show_matching(self, typed: str) -> int:
        """Show the actions whose name or key has the words typed; return how many there are."""
        count = 0
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None:
                text = f"{item.text(ACTION)} {item.text(KEY)}".lower()
                is_match = all(word in text for word in typed.lower().split())
                item.setHidden(not is_match)
                count += is_match
        return count

    @property
    def spec(self) -> ActionSpec | None:
        """The action that is selected."""
        item = self.list.currentItem()
        return self._specs[item.data(ACTION, NAME_ROLE)] if item is not None else None

    def choose(self, name: str) -> None:
        """Select an action."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None and item.data(ACTION, NAME_ROLE) == name:
                self.list.setCurrentItem(item)

    def _on_current(self) -> None:
        spec = self.spec
        self._show_message("")
        blocked = self.edit.blockSignals(True)
        self.edit.setKeySequence(QKeySequence(key_of(spec, self._settings.shortcuts()) if spec else ""))
        self.edit.blockSignals(blocked)
        self.usual.setEnabled(spec is not None and spec.name in self._settings.shortcuts())

    def _on_typed(self, sequence: QKeySequence) -> None:
        spec, key = self.spec, portable(sequence)
        self._show_message("")
        if spec is None or key == key_of(spec, self._settings.shortcuts()):
            return
        if is_reserved(key):
            self._show_message(self.tr("This key moves the cursor in lists and texts. Choose one with Ctrl or Alt."))
            return
        other = conflict(spec.name, key, self._settings.shortcuts())
        if other:
            self._wanted = key
            name = plain_text(self._actions[other].text())
            self._show_message(self.tr("This is the key of “{0}”.").format(name), can_take=True)
            return
        self._bind(spec, key)

    def _on_accept(self) -> None:
        spec, wanted = self.spec, self._wanted
        if spec is not None and wanted:
            other = conflict(spec.name, wanted, self._settings.shortcuts())
            if other:
                self._settings.set_shortcut(other, "")
            self._bind(spec, wanted)

    def _on_none(self) -> None:
        if self.spec is not None:
            self._bind(self.spec, "")

    def _on_usual(self) -> None:
        spec = self.spec
        if spec is None:
            return
        other = conflict(spec.name, spec.shortcut, self._settings.shortcuts())
        if other:
            self._settings.set_shortcut(other, "")
        self._settings.set_shortcut(spec.name, None)

    def _bind(self, spec: ActionSpec, key: str) -> None:
        self._settings.set_shortcut(spec.name, None if key == portable(spec.shortcut) else key)

    def _show_message(self, text: str, *, can_take: bool = False) -> None:
        self.message.setText(text)
        self.take.setVisible(can_take)
        if not can_take:
            self._wanted = ""
