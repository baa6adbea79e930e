"""A list of all actions to find by typing some of their letters, and the list of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.ui.actions import ACTIONS, Actions, menu_title, plain_text
from aidebug_gui.ui.theme import em

CALL_ROLE = Qt.ItemDataRole.UserRole
Command: TypeAlias = tuple[str, str, Callable[[], object]]
"""What is shown at the left (a menu's name and ``: `` before it) and at the right, and what to call."""


def fuzzy_score(typed: str, text: str) -> int | None:
    """Return how badly the words of ``typed`` fit ``text``; None if the letters of one do not occur in order."""
    scores = [_word_score(word, text.lower()) for word in typed.lower().split()]
    return None if None in scores else sum(score for score in scores if score is not None)


def _word_score(typed: str, text: str) -> int | None:
    at = text.find(typed)
    if at >= 0:
        return at
    position, gaps = -1, 0
    for letter in typed:
        found = text.find(letter, position + 1)
        if found < 0:
            return None
        gaps += found - position - 1
        position = found
    return len(text) + gaps


class CommandPalette(QFrame):
    """A field and the actions that fit it, over the top of the window.

    Signals:
        closed(): it is hidden again.
    """

    closed = Signal()

    def __init__(self, actions: Actions, parent: QWidget, more: Callable[[], Sequence[Command]]) -> None:
        """``more``: returns what can be done beside the actions."""
        super().__init__(parent)
        self._actions = actions
        self._more = more
        self._calls: list[Callable[[], object]] = []
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setAutoFillBackground(True)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Type what you want to do"))
        self.edit.setAccessibleName(self.tr("Command"))
        self.edit.textChanged.connect(self._fill)
        self.edit.returnPressed.connect(self._on_return)
        self.list = _two_columns(self)
        self.list.setHeaderHidden(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(0.4), em(0.4), em(0.4), em(0.4))
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        self.hide()

    def open(self) -> None:
        """Show it with all actions."""
        parent = self.window()
        width = min(parent.width() - em(2), em(36))
        height = min(parent.height() - em(4), em(26))
        self.setGeometry((parent.width() - width) // 2, em(2), width, height)
        self.edit.clear()
        self._fill("")
        self.show()
        self.raise_()
        self.edit.setFocus()

    def _fill(self, typed: str) -> None:
        scored: list[tuple[int, int, Command]] = []
        for spec, action in self._actions.enabled():
            text, menu = plain_text(action.text()), menu_title(spec.menu)
            score = fuzzy_score(typed, f"{text} {menu}")  # the menu's name counts less
            if score is not None and spec.name != "command_palette":
                scored.append((score, len(scored), (f"{menu}: {text}", _keys(action), action.trigger)))
        for command in self._more():
            score = fuzzy_score(typed, command[0].partition(": ")[2])
            if score is not None:
                scored.append((score, len(scored), command))
        self.list.clear()
        self._calls = []
        for _, _, (text, detail, call) in sorted(scored, key=lambda entry: entry[:2]):
            item = QTreeWidgetItem([text, detail])
            item.setData(0, CALL_ROLE, len(self._calls))
            self._calls.append(call)
            self.list.addTopLevelItem(item)
        if self.list.topLevelItemCount():
            self._go_to(0)

    def _go_to(self, at: int) -> None:
        item = self.list.topLevelItem(max(0, min(at, self.list.topLevelItemCount() - 1)))
        if item is not None:
            self.list.setCurrentItem(item)

    def _on_return(self) -> None:
        self._trigger(self.list.currentItem())

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        self._trigger(item)

    def _trigger(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        call = self._calls[item.data(0, CALL_ROLE)]
        self._leave()
        call()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in step and self.list.topLevelItemCount():
            self._go_to(self.list.currentIndex().row() + step[key])
        else:
            super().keyPressEvent(event)


class ShortcutsDialog(QDialog):
    """All keys, by menu, as they are now.

    Signals:
        change_requested(): the user wants other keys.
    """

    change_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = _two_columns(self)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        menus: dict[str, QTreeWidgetItem] = {}
        for spec in ACTIONS:
            if actions[spec.name].shortcut().isEmpty():
                continue
            if spec.menu not in menus:
                menus[spec.menu] = QTreeWidgetItem([menu_title(spec.menu), ""])
                self.list.addTopLevelItem(menus[spec.menu])
            menus[spec.menu].addChild(
                QTreeWidgetItem([plain_text(actions[spec.name].text()), _keys(actions[spec.name])])
            )
        self.list.expandAll()
        self.change = QPushButton(self.tr("&Change keys…"), self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._on_change)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(em(34), em(36))

    def _on_change(self) -> None:
        self.change_requested.emit()
        self.close()


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _two_columns(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setColumnCount(2)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree
