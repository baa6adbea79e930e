"""Underlines personal data and secrets in the record pane: in the raw text, the traceback, the value in full, the tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit

from aidebug_gui.analysis.pii.record_scanner import Found, RecordScanner, TextSpan, spans_in
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.privacy.painting import CERTAIN, CERTAIN_SECRET, LIKELY_SECRET, style_colour, underline
from aidebug_gui.ui.record.fields import RecordFields
from aidebug_gui.ui.record.pane import RecordPane
from aidebug_gui.ui.theme import current_theme

MOST_CHARS = 200_000
VALUE_COLUMN = 1
KEPT_TEXTS = 2000
_VEIL = 0.18  # of the colour behind a text
_WIDE = 0xFFFF  # characters beyond take two units of Qt


class RecordMarks(QObject):
    """Follows what the record pane shows."""

    def __init__(self, pane: RecordPane, log: FileLog, scanner: RecordScanner, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._pane = pane
        self._log = log
        self._scanner = scanner
        self._jobs = jobs
        self._areas = (pane.raw, pane.traceback, pane.full_value)
        self.found: list[Found] = []
        self.delegate = ValueDelegate(pane.fields)
        pane.fields.setItemDelegateForColumn(VALUE_COLUMN, self.delegate)
        pane.raw.textChanged.connect(self.look_again)
        pane.full_value.textChanged.connect(self._underline_full_value)
        self.look_again()

    def is_idle(self) -> bool:
        """Return whether the record that is shown was looked at."""
        return "record marks" not in self._jobs.kinds()

    def look_again(self) -> None:
        """Look at the record that is shown now."""
        self._jobs.cancel("record marks")
        self._show([])
        record = self._pane.record
        if record is not None:
            job = _Look(self._scanner, record.raw)
            self._jobs.run("record marks", job, self._show, self._on_failed)

    def _show(self, found: list[Found]) -> None:
        self.found = found
        self.delegate.use(found)
        for area in self._areas:
            self._underline(area)

    def _on_failed(self, _error: Exception) -> None:
        """Rules that cannot be read are reported by the search; the text is shown without lines under it."""
        self._show([])

    def _underline_full_value(self) -> None:
        self._underline(self._pane.full_value)

    def _underline(self, area: QPlainTextEdit) -> None:
        spans = spans_in(area.toPlainText()[:MOST_CHARS], self.found) if self.found else ()
        if spans or area.extraSelections():
            area.setExtraSelections(selections(area, spans))


def selections(area: QPlainTextEdit, spans: Sequence[TextSpan]) -> list[QTextEdit.ExtraSelection]:
    """Return the marks of a text area for spans of its text."""
    wide = [at for at, character in enumerate(area.toPlainText()) if ord(character) > _WIDE] if spans else []
    marks = []
    for first, last, style in spans:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(area.document())
        cursor.setPosition(first + bisect_left(wide, first))
        cursor.setPosition(last + bisect_left(wide, last), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = _format(style)
        marks.append(mark)
    return marks


def _format(style: int) -> QTextCharFormat:
    """A full line if certain, dots if likely; a secret has its colour behind it too."""
    colour = style_colour(style, current_theme())
    certain = style in (CERTAIN, CERTAIN_SECRET)
    lines = QTextCharFormat.UnderlineStyle
    text_format = QTextCharFormat()
    text_format.setUnderlineStyle(lines.SingleUnderline if certain else lines.DotLine)
    text_format.setUnderlineColor(colour)
    if style >= LIKELY_SECRET or certain:
        veil = QColor(colour)
        veil.setAlphaF(_VEIL)
        text_format.setBackground(veil)
    return text_format


class ValueDelegate(QStyledItemDelegate):
    """Draws values of the tree with lines under what was found in the record."""

    def __init__(self, tree: RecordFields) -> None:
        super().__init__(tree)
        self._tree = tree
        self._found: list[Found] = []
        self._kept: dict[str, tuple[TextSpan, ...]] = {}

    def use(self, found: list[Found]) -> None:
        """Mark these from now on."""
        self._found = found
        self._kept.clear()
        self._tree.viewport().update()

    def spans(self, text: str) -> tuple[TextSpan, ...]:
        """Return what to underline in a value."""
        if not self._found:
            return ()
        kept = self._kept.get(text)
        if kept is None:
            if len(self._kept) > KEPT_TEXTS:
                self._kept.clear()
            kept = self._kept[text] = spans_in(text, self._found)
        return kept

    def text_left(self, option: QStyleOptionViewItem) -> int:
        """Return where the text of a value begins."""
        margin = self._tree.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._tree) + 1
        left: int = option.rect.left() + margin
        return left

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        text = index.data()
        spans = self.spans(text) if isinstance(text, str) else ()
        if not spans:
            return
        metrics, rect = option.fontMetrics, option.rect
        painter.save()
        painter.setClipRect(rect)
        left = self.text_left(option)
        y = rect.center().y() + metrics.ascent() // 2 + 2
        for first, last, style in spans:
            start = left + metrics.horizontalAdvance(text[:first])
            end = start + metrics.horizontalAdvance(text[first:last])
            colour = style_colour(style, current_theme())
            if option.state & QStyle.StateFlag.State_Selected:
                colour = option.palette.color(QPalette.ColorRole.HighlightedText)
            underline(painter, start, end, y, style, colour)
        painter.restore()


class _Look:
    def __init__(self, scanner: RecordScanner, text: str) -> None:
        self._scanner, self._text = scanner, text

    def __call__(self, cancel: CancelToken) -> list[Found]:
        return self._scanner.explained(self._text.encode("utf-8", "replace"))
