"""The pane that shows one record in full: its fields, its raw text, its traceback."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import CancelToken, LogStore, Record
from aidebug_gui.ui.files.names import file_name
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.record.fields import FieldValue, RecordFields
from aidebug_gui.ui.theme import cell_font, em
from aidebug_gui.ui.values import count_text, level_name, size_text, time_text, visible

DELAY_MS = 30
LINE_BREAK_BYTES = 2
FULL_VALUE_FROM = 40  # characters from which a value gets its own area


class RecordPane(QWidget):
    """Follows the current record with a short delay, so that holding a key down stays smooth.

    Signals:
        menu_requested(object, QPoint): right-click on a FieldValue.
    """

    menu_requested = Signal(object, QPoint)

    def __init__(self, store: LogStore, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._wanted = -1
        self.record: Record | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._read)
        self._build()

    def _build(self) -> None:
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setContentsMargins(em(0.4), em(0.3), em(0.4), em(0.2))
        self.fields = RecordFields(self)
        self.fields.value_selected.connect(self._show_full_value)
        self.fields.menu_requested.connect(self.menu_requested)
        self.full_value = _text_area(self, self.tr("Value in full"))
        self.full_value.hide()
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self.fields)
        self._split.addWidget(self.full_value)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self.raw = _text_area(self, self.tr("Raw text"))
        self.traceback = _text_area(self, self.tr("Traceback"), wrap=False)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Record"))
        self.tabs.addTab(self._split, self.tr("Fields"))
        self.tabs.addTab(self.raw, self.tr("Raw"))
        self.tabs.addTab(self.traceback, self.tr("Traceback"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.tabs)
        self._show(None)

    def show_record(self, number: int) -> None:
        """Show a record soon; -1: none."""
        self._wanted = number
        if self.isVisible():
            self._timer.start()

    def read_again(self) -> None:
        """Read the record that is shown once more: the log says something else of it now."""
        self._jobs.cancel("record")
        self._show(None)
        self.show_record(self._wanted)

    def is_idle(self) -> bool:
        """Return whether what is asked for is shown."""
        return not self._timer.isActive()

    def _read(self) -> None:
        if self._wanted < 0:
            self._show(None)
        elif self.record is None or self.record.record != self._wanted:
            self._jobs.run("record", ReadRecord(self._store, self._wanted), self._show, self._on_failed)

    def read_missing(self) -> None:
        """Ask once more for a record that was not there: more of the log is read now."""
        if self.record is None and self._wanted >= 0 and self.isVisible():
            self._timer.start()

    def _on_failed(self, error: Exception) -> None:
        self._show(None)
        if isinstance(error, IndexError):
            return  # while the beginning of a log is read, its records are renumbered: it comes
        self._title.setText(self.tr("This record could not be read: %s") % error)

    def _show(self, record: Record | None) -> None:
        self.record = record
        self._title.setText(
            _title(record, file_name(self._store, record.record))
            if record is not None
            else self.tr("No record selected")
        )
        if record is not None and record.record == self._wanted:
            names = {field.origin: field.name for field in self._store.fields() if field.canonical and field.origin}
            self.fields.set_names(names)
        self.fields.show_record(record)
        self.raw.setPlainText(record.raw + _cut_note(record) if record is not None else "")
        self.traceback.setPlainText(record.traceback if record is not None else "")
        has_traceback = record is not None and bool(record.traceback)
        self.tabs.setTabVisible(2, has_traceback)
        self._show_full_value(self.fields.selected())

    def _show_full_value(self, value: FieldValue | None) -> None:
        """Show a value in full below the tree where the tree cuts it."""
        text = "" if value is None or not value.is_leaf or value.value is None else str(value.value)
        is_long = len(text) > FULL_VALUE_FROM or "\n" in text
        if is_long:
            self.full_value.setPlainText(text)
        self.full_value.setVisible(is_long)

    # Qt's own names from here on

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._wanted >= 0:
            self._timer.start()


class ReadRecord:
    """Reads one record whole (pool thread)."""

    def __init__(self, store: LogStore, number: int) -> None:
        self._store, self._number = store, number

    def __call__(self, cancel: CancelToken) -> Record:
        return self._store.record(self._number)


def _text_area(parent: QWidget, name: str, *, wrap: bool = True) -> QPlainTextEdit:
    """Return a read-only area for plain text of the log."""
    area = QPlainTextEdit(parent)
    area.setReadOnly(True)
    area.setFont(cell_font())
    area.setAccessibleName(name)
    area.setUndoRedoEnabled(False)
    area.setFrameShape(QPlainTextEdit.Shape.NoFrame)
    area.setTabChangesFocus(True)
    area.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth if wrap else QPlainTextEdit.LineWrapMode.NoWrap)
    area.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    area.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return area


def _title(record: Record, file: str) -> str:
    """Return what stands above a record; ``file``: its name in a merged log."""
    translate = QCoreApplication.translate
    line = translate("RecordPane", "line {0}").format(count_text(record.line))
    if record.line_count > 1:
        last = count_text(record.line + record.line_count - 1)
        line = translate("RecordPane", "lines {0}–{1}").format(count_text(record.line), last)
    time = time_text(record.time_ns) if record.time_ns is not None else ""
    level = level_name(record.level)
    if level and Flag.DERIVED_LEVEL in record.flags:
        level = translate("RecordPane", "{0} (derived: the log names no level)").format(level)
    rows = ((visible(file), line, level), (time, record.format))
    return "\n".join(" · ".join(part for part in row if part) for row in rows)


def _cut_note(record: Record) -> str:
    shown = len(record.raw.encode("utf-8", "replace"))
    if record.raw_bytes <= shown + LINE_BREAK_BYTES:
        return ""
    text = QCoreApplication.translate("RecordPane", "… cut here: the record has {0}")
    return "\n" + text.format(size_text(record.raw_bytes))
