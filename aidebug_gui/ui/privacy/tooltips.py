"""Says why something is underlined, and of a long number that is not why it is none, when the mouse rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip, QWidget

from aidebug_gui.analysis.pii.record_scanner import Found, RecordScanner, number_at, spans_in
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.privacy.record_marks import VALUE_COLUMN, RecordMarks
from aidebug_gui.ui.privacy.row_marks import raw_records
from aidebug_gui.ui.table.columns import LINE
from aidebug_gui.ui.values import tooltip_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Tooltips(QObject):
    """Watches the table, the tree and the raw text of one tab."""

    def __init__(self, view: LogView, log: FileLog, scanner: RecordScanner, record: RecordMarks, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._scanner = scanner
        self._record = record
        self._jobs = jobs
        self._place = QPoint()
        self._over: QWidget | None = None
        pane = view.record_pane
        for widget in (view.table.viewport(), pane.fields.viewport(), pane.raw.viewport()):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        pane = self._view.record_pane
        self._place, self._over = event.globalPos(), watched if isinstance(watched, QWidget) else None
        if watched is self._view.table.viewport():
            return self._on_table(event.pos())
        text, position = self._in_tree(event.pos()) if watched is pane.fields.viewport() else self._in_raw(event.pos())
        record = pane.record
        if record is None or position < 0:
            return False
        self._ask(record.raw.encode("utf-8", "replace"), -1, text, position, "")
        return True

    def _on_table(self, at: QPoint) -> bool:
        table = self._view.table
        index = table.indexAt(at)
        if not index.isValid():
            return False
        row = table.log_model.cache.get(index.row())
        column = table.log_model.columns[index.column()]
        if row is None or index.column() >= len(row.texts):
            return False
        text = row.texts[index.column()]
        position = table.character_at(index, at)
        self._ask(b"", row.record, text, position, column.name)
        return True

    def _in_tree(self, at: QPoint) -> tuple[str, int]:
        tree = self._view.record_pane.fields
        index = tree.indexAt(at)
        if not index.isValid() or index.column() != VALUE_COLUMN:
            return "", -1
        option = QStyleOptionViewItem()
        option.rect = tree.visualRect(index)
        text = str(index.data() or "")
        room = at.x() - self._record.delegate.text_left(option)
        metrics = tree.fontMetrics()
        position = next((n for n in range(len(text)) if metrics.horizontalAdvance(text[: n + 1]) > room), -1)
        return text, position if room >= 0 else -1

    def _in_raw(self, at: QPoint) -> tuple[str, int]:
        area = self._view.record_pane.raw
        cursor = area.cursorForPosition(at)
        block = cursor.block()
        return block.text(), cursor.positionInBlock() if block.isValid() else -1

    def _ask(self, raw: bytes, record: int, text: str, position: int, column: str) -> None:
        job = _Why(self._log, self._scanner, raw, record, text, position, column)
        self._jobs.run("why", job, self._show, self._on_failed)

    def _show(self, words: str) -> None:
        if words and self._over is not None and self._over.isVisible() and self._over.underMouse():
            QToolTip.showText(self._place, tooltip_text(words), self._over)
        else:
            QToolTip.hideText()

    def _on_failed(self, _error: Exception) -> None:
        """The search tells of rules that cannot be read; a tooltip is nothing to complain in."""


class _Why:
    """Explains what stands at a character of a text of the screen (pool thread); ``record``: -1 where ``raw`` is given."""

    def __init__(
        self, log: FileLog, scanner: RecordScanner, raw: bytes, record: int, text: str, position: int, column: str
    ) -> None:
        self._log, self._scanner, self._raw, self._record = log, scanner, raw, record
        self._text, self._position, self._column = text, position, column

    def __call__(self, cancel: CancelToken) -> str:
        hides = self._log.veil is not None
        raw = self._raw
        if self._record >= 0:
            raw = raw_records(self._log, np.array([self._record], dtype=np.int64)).get(self._record, b"")
        found = self._scanner.explained(raw)
        if self._column == LINE:
            return "\n".join(dict.fromkeys(_description(one, hides=hides) for one in found))
        for one in found:
            for first, last, _ in spans_in(self._text, [one], self._column):
                if first <= self._position < last:
                    return _description(one, hides=hides)
        number = number_at(self._text, self._position) if self._position >= 0 and not hides else ""
        return localized(self._scanner.why_not(raw, number)) if number else ""


def _description(one: Found, *, hides: bool) -> str:
    """Return what it is and why; the reasons of a name repeat it."""
    return localized(one.title if hides else one.sentence)
