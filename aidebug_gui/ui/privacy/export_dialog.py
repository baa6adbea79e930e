"""The window that asks how a masked copy is to be made, shows how far it is, and what a second look at it found."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.analysis.pii.export import MaskedExport, MaskedStyle, MaskOptions
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.pseudonym_key import pseudonym_key
from aidebug_gui.resources import user_directory
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import count_text, visible

_STYLES: tuple[tuple[MaskedStyle, object, str], ...] = (
    ("jsonl", QT_TRANSLATE_NOOP("ExportDialog", "JSON lines"), ".jsonl"),
    ("csv", QT_TRANSLATE_NOOP("ExportDialog", "CSV"), ".csv"),
    ("parquet", QT_TRANSLATE_NOOP("ExportDialog", "Parquet"), ".parquet"),
    ("raw", QT_TRANSLATE_NOOP("ExportDialog", "Text as it is"), ".log"),
)
_MASKS: tuple[tuple[Mask, object, object], ...] = (
    (
        Mask.NUMBERED,
        QT_TRANSLATE_NOOP("ExportDialog", "Numbered labels"),
        QT_TRANSLATE_NOOP("ExportDialog", "[EMAIL_3]: the same value has the same number in this copy."),
    ),
    (
        Mask.LABEL,
        QT_TRANSLATE_NOOP("ExportDialog", "Labels"),
        QT_TRANSLATE_NOOP("ExportDialog", "[EMAIL]: nothing tells two values apart."),
    ),
    (
        Mask.PSEUDONYM,
        QT_TRANSLATE_NOOP("ExportDialog", "Pseudonyms"),
        QT_TRANSLATE_NOOP(
            "ExportDialog", "EMAIL_1a2b3c4d: the same value has the same name wherever the key is the same."
        ),
    ),
    (
        Mask.FORMAT,
        QT_TRANSLATE_NOOP("ExportDialog", "Values of the same form"),
        QT_TRANSLATE_NOOP("ExportDialog", "Same length and separators, other characters; check digits never fit."),
    ),
    (
        Mask.REMOVE,
        QT_TRANSLATE_NOOP("ExportDialog", "Nothing"),
        QT_TRANSLATE_NOOP("ExportDialog", "The value is taken out."),
    ),
)
_KEYED = (Mask.PSEUDONYM, Mask.FORMAT)
_KEY_BYTES = 32
_STEPS = 1000
REPORT_HEIGHT = 9  # line heights
LEFT_HEIGHT = 7


class ExportDialog(QDialog):
    """Stays open beside the log; Esc closes it.

    Signals:
        write_requested(object, str, object, bool): path, style, MaskOptions, only the records shown.
        cancel_requested(): stop writing.
        open_requested(object): open the copy that was written, a Path.
        record_requested(int): go to the record that the n-th line of the copy was made from.
    """

    write_requested = Signal(object, str, object, bool)
    cancel_requested = Signal()
    open_requested = Signal(object)
    record_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Masked copy"))
        self._records = 0
        self._is_writing = False
        self._written = Path()
        self._logs: Collection[Path] = ()
        self._may_replace = Path()  # a file that is not of this window; the next Write replaces it
        self._build()
        self._on_mask()
        self.resize(em(42), self.sizeHint().height())

    def _build(self) -> None:
        self.shown, self.whole = QRadioButton(self), QRadioButton(self)
        self.style_box = QComboBox(self)
        for style, title, _ in _STYLES:
            self.style_box.addItem(self.tr(str(title)), style)
        self.style_box.currentIndexChanged.connect(self._on_style)
        self.mask_box = QComboBox(self)
        for mask, title, _ in _MASKS:
            self.mask_box.addItem(self.tr(str(title)), mask)
        self.mask_box.currentIndexChanged.connect(self._on_mask)
        self.meaning = QLabel(self)
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.own_key = QRadioButton(self.tr("Your key: the same names in all your copies"), self)
        self.new_key = QRadioButton(self.tr("A new key that is not kept"), self)
        self.own_key.setToolTip(
            self.tr("Kept in your settings, readable only by you; whoever has it can test guesses.")
        )
        self.new_key.setChecked(True)
        self.only_certain = QCheckBox(self.tr("Leave findings that are only likely as they are"), self)
        self.drop = QCheckBox(
            self.tr("Drop prompts, answers and other long texts; keep tokens, cost, times and ids"), self
        )
        self.path = QLineEdit(self)
        self.path.setAccessibleName(self.tr("File to write"))
        choose = QPushButton(self.tr("Choose…"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        file_row = QHBoxLayout()
        file_row.addWidget(self.path, 1)
        file_row.addWidget(choose)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Records"), self._grouped(self.shown, self.whole))
        form.addRow(self.tr("As"), self.style_box)
        form.addRow(self.tr("Instead of values"), self.mask_box)
        form.addRow("", self.meaning)
        self._keys = self._grouped(self.new_key, self.own_key)
        form.addRow("", self._keys)
        form.addRow("", self.only_certain)
        form.addRow("", self.drop)
        form.addRow(self.tr("File"), file_row)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(self._build_report())

    def _build_report(self) -> QVBoxLayout:
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _STEPS)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(em(REPORT_HEIGHT))
        self.report.setAccessibleName(self.tr("What was written"))
        self.left = QListWidget(self)
        self.left.setAccessibleName(self.tr("What is left in the copy"))
        self.left.itemActivated.connect(self._on_left)
        self.left.itemClicked.connect(self._on_left)
        self.write = QPushButton(self.tr("Write"), self)
        self.write.setDefault(True)
        self.write.clicked.connect(self._on_write)
        self.closer = QPushButton(self.tr("Close"), self)
        self.closer.setAutoDefault(False)
        self.closer.clicked.connect(self._on_close)
        self.open_copy = QPushButton(self.tr("Open the copy"), self)
        self.open_copy.setAutoDefault(False)
        self.open_copy.clicked.connect(self._on_open)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_copy)
        buttons.addStretch(1)
        buttons.addWidget(self.write)
        buttons.addWidget(self.closer)
        layout = QVBoxLayout()
        self.left.setMaximumHeight(em(LEFT_HEIGHT))
        layout.addWidget(self.progress)
        layout.addWidget(self.report, 1)
        layout.addWidget(self.left)
        for widget in (self.progress, self.report, self.left, self.open_copy):
            widget.hide()
        layout.addLayout(buttons)
        return layout

    def _grouped(self, *buttons: QRadioButton) -> QWidget:
        """Return radio buttons one below the other that know only each other."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(box)
        for button in buttons:
            group.addButton(button)
            column.addWidget(button)
        return box

    # what the tab calls

    def open_for(self, suggested: Path, logs: Collection[Path], shown: int, records: int, *, is_filtered: bool) -> None:
        """Show the window for a log with so many records.

        ``suggested``: a name for the copy, without its ending. ``logs``: the files of the log.
        """
        self._records, self._logs = records, logs
        self.shown.setText(self.tr("The %s that match the filter") % count_text(shown))
        self.whole.setText(self.tr("All %s") % count_text(records))
        self.shown.setVisible(is_filtered)
        (self.shown if is_filtered else self.whole).setChecked(True)
        if not self.path.text():
            self.path.setText(f"{suggested.absolute()}{self._suffix()}")
        self.show()
        self.raise_()
        self.activateWindow()

    def show_progress(self, records: int, again: bool) -> None:
        """Tell how many records are written, or looked at again."""
        if not self._is_writing:
            return
        self.progress.setValue(min(_STEPS, int(_STEPS * records / max(1, self._records))))
        words = self.tr("Scanning the copy again …") if again else self.tr("%s records written …")
        self.report.setPlainText(words if again else words % count_text(records))

    def show_report(self, done: MaskedExport) -> None:
        """Tell what was hidden, and what a second look at the copy found."""
        self._stop()
        hidden = ", ".join(f"{localized(title)} ({count_text(count)})" for title, count in done.by_title)
        lines = [
            (self.tr("%s record written to %s.") if done.records == 1 else self.tr("%s records written to %s."))
            % (count_text(done.records), self.path.text()),
            (self.tr("%s value hidden%s") if done.masked == 1 else self.tr("%s values hidden%s"))
            % (count_text(done.masked), f": {hidden}." if hidden else "."),
            self.tr("The copy was scanned again: %s certain and %s likely findings are left.")
            % (count_text(done.certain_left), count_text(done.likely_left)),
        ]
        if not done.certain_left:
            lines.append(self.tr("What no rule recognises is still in it. Check it before you send it."))
        self.report.setPlainText(visible_lines(lines))
        self.open_copy.show()
        self.left.clear()
        goes = self.style_box.currentData() == "jsonl"
        for words, line in zip(done.left, done.left_lines, strict=True):
            item = QListWidgetItem(visible(localized(words)))
            item.setData(Qt.ItemDataRole.UserRole, line - 1 if goes else -1)
            self.left.addItem(item)
        if done.left:
            self._show_below(self.left)

    def show_problem(self, text: str) -> None:
        """Tell why nothing was written."""
        self._stop()
        self.report.setPlainText(visible(text))

    # inside

    def _stop(self) -> None:
        self._is_writing = False
        self.progress.hide()
        self._show_below(self.report)
        self.write.setEnabled(True)
        self.closer.setText(self.tr("Close"))

    def _show_below(self, widget: QWidget) -> None:
        """Show a part of the report; the window gets as much higher as it needs."""
        widget.show()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _suffix(self) -> str:
        return next(suffix for style, _, suffix in _STYLES if style == self.style_box.currentData())

    def _on_style(self) -> None:
        if self.path.text():
            self.path.setText(str(Path(self.path.text()).with_suffix(self._suffix())))

    def _on_mask(self) -> None:
        mask = self.mask_box.currentData()
        self.meaning.setText(self.tr(str(next(words for known, _, words in _MASKS if known == mask))))
        self._keys.setVisible(mask in _KEYED)

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Masked copy"), self.path.text())
        if chosen:
            self.path.setText(chosen)
            self._may_replace = Path(chosen)  # it has asked

    def _on_write(self) -> None:
        path = Path(self.path.text().strip())
        if not path.name or path.is_dir() or not path.parent.is_dir():
            self.show_problem(self.tr("Choose a file in a folder that exists."))
            return
        if self._asks_to_replace(path):
            self._may_replace = path
            words = self.tr("There is a file of this name. Write once more to replace it, or choose another name.")
            self.show_problem(words)
            return
        try:
            options = self.options()
        except OSError as error:
            self.show_problem(self.tr("Your key cannot be read or made: %s") % error)
            return
        self._is_writing = True
        self.left.hide()
        self.open_copy.hide()
        self._written = path
        self.report.setPlainText("")
        self.progress.setValue(0)
        self.progress.show()
        self._show_below(self.report)
        self.write.setEnabled(False)
        self.closer.setText(self.tr("Cancel"))
        self.write_requested.emit(path, self.style_box.currentData(), options, self.shown.isChecked())

    def _asks_to_replace(self, path: Path) -> bool:
        """Return whether a file would go that is neither this window's nor a log's: those are never written to."""
        is_known = path in (self._written, self._may_replace, *self._logs)
        return path.exists() and not is_known

    def _on_open(self) -> None:
        self.close()  # it would lie over what is to be seen
        self.open_requested.emit(self._written)

    def options(self) -> MaskOptions:
        """Return what is chosen. Raises OSError if the user's key can neither be read nor made."""
        mask = Mask(self.mask_box.currentData())
        is_own = mask in _KEYED and self.own_key.isChecked()
        return MaskOptions(
            mask=mask,
            key=pseudonym_key(user_directory()) if is_own else os.urandom(_KEY_BYTES),
            least=Tier.CERTAIN if self.only_certain.isChecked() else Tier.LIKELY,
            drop_content=self.drop.isChecked(),
        )

    def _on_left(self, item: QListWidgetItem) -> None:
        at = item.data(Qt.ItemDataRole.UserRole)
        if at >= 0:
            self.record_requested.emit(at)

    def _on_close(self) -> None:
        if self._is_writing:
            self.cancel_requested.emit()
        else:
            self.hide()

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)


def visible_lines(lines: list[str]) -> str:
    """Return sentences below each other, control characters made visible."""
    return "\n".join(visible(line) for line in lines)
