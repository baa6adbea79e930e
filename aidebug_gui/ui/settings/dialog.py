"""The window of the settings: groups at the left, what can be set at the right, a search over all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.settings.keyboard import KeyboardPage
from aidebug_gui.ui.settings.registry import GROUPS, SETTINGS, translated
from aidebug_gui.ui.settings.rows import SettingRow
from aidebug_gui.ui.settings.values import Settings
from aidebug_gui.ui.theme import em


class SettingsDialog(QDialog):
    """Every change counts at once; there is nothing to confirm. Escape closes."""

    KEYBOARD = "Keyboard"

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a setting or a key"))
        self.search.setAccessibleName(self.tr("Find a setting or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self.groups = QListWidget(self)
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self.groups.setMaximumWidth(em(10))
        for group in (*GROUPS, self.KEYBOARD):
            item = QListWidgetItem(translated(group))
            item.setData(Qt.ItemDataRole.UserRole, group)
            self.groups.addItem(item)
        self.groups.setMinimumWidth(min(em(10), self.groups.sizeHintForColumn(0) + em(1)))
        self.groups.currentRowChanged.connect(self._on_group)
        self.nothing = QLabel(self.tr("No setting matches."), self)
        self.rows = [SettingRow(spec, settings, self) for spec in SETTINGS]
        self.headings = {group: self._heading(group) for group in (*GROUPS, self.KEYBOARD)}
        self.keyboard = KeyboardPage(settings, actions, self)
        below = QHBoxLayout()
        below.addWidget(self.groups)
        below.addWidget(self._page(), 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addLayout(below, 1)
        self.resize(em(44), em(32))
        self.show_group("")

    def _heading(self, group: str) -> QLabel:
        label = QLabel(translated(group), self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label

    def _page(self) -> QScrollArea:
        content = QWidget(self)
        column = QVBoxLayout(content)
        for group in GROUPS:
            column.addWidget(self.headings[group])
            for row in self.rows:
                if row.spec.group == group:
                    column.addWidget(row)
        column.addWidget(self.headings[self.KEYBOARD])
        column.addWidget(self.keyboard, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Longer words of another language make the dialog wider, they need no bar to be moved into sight.
        scroll.setMinimumWidth(content.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        return scroll

    def show_group(self, group: str) -> None:
        """Show the settings of a group, the first one for an empty name."""
        self.search.clear()
        names = (*GROUPS, self.KEYBOARD)
        self.groups.setCurrentRow(names.index(group) if group in names else 0)
        self._show()
        self.search.setFocus()

    def _on_group(self) -> None:
        self.search.clear()
        self._show()

    def _show(self) -> None:
        """Show the group that is chosen, or whatever has the words that are typed, in all groups."""
        typed = self.search.text().strip()
        item = self.groups.currentItem()
        group = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        shown = set()
        for row in self.rows:
            is_shown = row.matches(typed) if typed else row.spec.group == group
            row.setVisible(is_shown)
            shown |= {row.spec.group} if is_shown else set()
        keys = self.keyboard.show_matching(typed)
        if (typed and keys) or (not typed and group == self.KEYBOARD):
            shown.add(self.KEYBOARD)
        self.keyboard.setVisible(self.KEYBOARD in shown)
        for name, heading in self.headings.items():
            heading.setVisible(name in shown)
        self.nothing.setVisible(not shown)
