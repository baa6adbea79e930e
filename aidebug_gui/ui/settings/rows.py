"""One setting in the dialog: its title, what changes it, its explanation, and a way back to how it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox, QToolButton, QWidget

from aidebug_gui.ui.settings.registry import Setting, translated
from aidebug_gui.ui.settings.values import Settings
from aidebug_gui.ui.theme import em


class SettingRow(QWidget):
    """Changes its setting at once, and follows it where something else changes it."""

    def __init__(self, spec: Setting, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self._settings = settings
        title = translated(spec.title)
        self.editor = self._make_editor(title)
        help_text = translated(spec.help)
        if spec.restart:
            help_text = " ".join(filter(None, (help_text, self.tr("It takes effect at the next start."))))
        note = QLabel(help_text, self)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.editor.setAccessibleDescription(help_text)
        self.undo = QToolButton(self)
        self.undo.setText(self.tr("Reset"))
        self.undo.setAutoRaise(True)
        self.undo.setAccessibleName(self.tr("Reset “{0}”").format(title))
        self.undo.clicked.connect(self._on_reset)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, em(0.2), 0, em(0.4))
        if isinstance(self.editor, QCheckBox):
            layout.addWidget(self.editor, 0, 0, 1, 2)
        else:
            label = QLabel(title, self)
            label.setBuddy(self.editor)
            layout.addWidget(label, 0, 0)
            layout.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.undo, 0, 2)
        layout.addWidget(note, 1, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        layout.setColumnMinimumWidth(0, em(11))
        settings.changed.connect(self._on_changed)
        self._show()

    def matches(self, typed: str) -> bool:
        """Return whether the words typed occur in this setting."""
        texts = [translated(self.spec.title), translated(self.spec.help), translated(self.spec.group)]
        texts += [translated(text) for _, text in self.spec.choices]
        found = " ".join(texts).lower()
        return all(word in found for word in typed.lower().split())

    def _make_editor(self, title: str) -> QWidget:
        spec = self.spec
        if isinstance(spec.default, bool):
            box = QCheckBox(title, self)
            box.toggled.connect(self._on_toggled)
            return box
        if isinstance(spec.default, int):
            return self._make_number(title)
        choice = QComboBox(self)
        for value, text in spec.choices:
            choice.addItem(translated(text), value)
        choice.activated.connect(self._on_chosen)
        choice.setAccessibleName(title)
        return choice

    def _make_number(self, title: str) -> QSpinBox:
        spec = self.spec
        number = QSpinBox(self)
        number.setRange(spec.least, spec.most)
        number.setSuffix(translated(spec.unit))
        number.setSpecialValueText(translated(spec.zero))
        number.setGroupSeparatorShown(True)
        number.setKeyboardTracking(False)
        number.setAccessibleName(title)
        number.valueChanged.connect(self._on_number)
        return number

    def _show(self) -> None:
        value, editor = self._settings.value(self.spec.name), self.editor
        blocked = editor.blockSignals(True)
        if isinstance(editor, QCheckBox):
            editor.setChecked(value)
        elif isinstance(editor, QSpinBox):
            editor.setValue(value)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        editor.blockSignals(blocked)
        self.undo.setEnabled(not self._settings.is_default(self.spec.name))

    def _on_changed(self, name: str) -> None:
        if name == self.spec.name:
            self._show()

    def _on_toggled(self, on: bool) -> None:
        self._settings.set(self.spec.name, on)

    def _on_number(self, value: int) -> None:
        self._settings.set(self.spec.name, value)

    def _on_chosen(self, at: int) -> None:
        if isinstance(self.editor, QComboBox):
            self._settings.set(self.spec.name, self.editor.itemData(at))

    def _on_reset(self) -> None:
        self._settings.reset(self.spec.name)
