"""What the visible rows of the table hold: looked at in the background, kept, and drawn from there."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap

from aidebug_gui.analysis.pii.record_scanner import Found, RecordScanner, TextSpan, spans_in
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.privacy import painting
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.table.view import LogTable
from aidebug_gui.ui.theme import current_theme

log = logging.getLogger(__name__)

DELAY_MS = 40
KEPT_ROWS = 4000
HIGH_CONTRAST = "high_contrast"
NO_SPANS: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class RowMark:
    """What a record holds. ``style``: the heaviest, -1 for nothing; ``spans`` by name of the column."""

    style: int = -1
    words: str = ""
    spans: dict[str, tuple[TextSpan, ...]] = field(default_factory=dict)


class RowMarks(QObject):
    """Implements :class:`aidebug_gui.ui.table.painter.RowOverlay`. Painting only looks up what is here.

    Signals:
        looked(): rows were looked at, which may have told the names of people, or cannot be.
    """

    looked = Signal()

    def __init__(self, table: LogTable, log: FileLog, scanner: RecordScanner, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._table = table
        self._log = log
        self.scanner = scanner
        self._jobs = jobs
        self._marks: dict[int, RowMark] = {}
        self._columns: tuple[str, ...] = ()
        self._missing: set[int] = set()
        self._pictures: dict[tuple[int, float, float, str], QPixmap] = {}
        self.is_on = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._ask)

    def is_idle(self) -> bool:
        """Return whether all visible rows are marked."""
        return not self._timer.isActive() and "row marks" not in self._jobs.kinds()

    def forget(self) -> None:
        """Look at all rows again."""
        self._jobs.cancel("row marks")
        self._marks.clear()
        self._missing.clear()
        self._table.viewport().update()

    def mark(self, record: int) -> RowMark | None:
        """Return what is known of a record."""
        return self._marks.get(record)

    # what the painter asks; nothing here may take time

    def begin(self, columns: Sequence[str]) -> None:
        """A frame begins with these columns."""
        if tuple(columns) != self._columns:
            self._columns = tuple(columns)
            self._marks.clear()
            self._missing.clear()

    def badge(self, record: int) -> int:
        """Return the style of a record's badge, -1 for none; a record that is not known is asked for."""
        mark = self._marks.get(record)
        if mark is not None:
            return mark.style
        if self.is_on and record not in self._missing:
            self._missing.add(record)
            if not self._timer.isActive():
                self._timer.start(DELAY_MS if self._marks else 0)  # the first screen waits for nothing
        return -1

    def spans(self, record: int, column: str) -> tuple[TextSpan, ...]:
        """Return what to underline in a cell."""
        mark = self._marks.get(record)
        return mark.spans.get(column, NO_SPANS) if mark is not None else NO_SPANS

    def paint_badge(self, painter: QPainter, rect: QRectF, style: int, *, selected: bool) -> None:
        theme = current_theme()
        if selected and theme.name == HIGH_CONTRAST:  # the highlight has the colour of the sign there
            painter.fillRect(rect, theme.palette.color(QPalette.ColorRole.Base))
        painter.drawPixmap(rect.topLeft(), self._picture(style, rect.width(), painter.device().devicePixelRatioF()))

    def _picture(self, style: int, side: float, scale: float) -> QPixmap:
        """Return a sign as a picture: drawing its curves in each frame costs a millisecond."""
        theme = current_theme()
        key = (style, side, scale, theme.name)
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(round(side * scale), round(side * scale))
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painting.paint_badge(painter, QRectF(0, 0, side, side), style, theme)
            painter.end()
            self._pictures[key] = picture
        return picture

    def paint_line(self, painter: QPainter, left: int, right: int, y: int, style: int, *, selected: bool) -> None:
        theme = current_theme()
        colour = painting.style_colour(style, theme)
        if selected and theme.name == HIGH_CONTRAST:
            colour = theme.palette.color(QPalette.ColorRole.HighlightedText)
        painting.underline(painter, left, right, y, style, colour)

    # asking

    def _ask(self) -> None:
        """Look at the rows in view that are not known."""
        if "row marks" in self._jobs.kinds():
            return  # what is missing is asked for when they are here
        self._missing.clear()
        first, last = self._table.visible_positions()
        cache = self._table.log_model.cache
        rows = [row for position in range(first, last + 1) if (row := cache.get(position)) is not None]
        rows = [row for row in rows if row.record not in self._marks]
        if rows and self.is_on:
            job = _Look(self._log, self.scanner, rows, self._columns)
            self._jobs.run("row marks", job, self._on_marks, self._on_failed)

    def _on_marks(self, answer: tuple[tuple[str, ...], dict[int, RowMark]]) -> None:
        columns, marks = answer
        if len(self._marks) > KEPT_ROWS:
            self._marks.clear()
        if columns == self._columns and self.is_on:
            self._marks |= marks
        if any(mark.style >= 0 for mark in marks.values()):
            self._table.viewport().update()
        if self._missing:
            self._timer.start(DELAY_MS)
        self.looked.emit()

    def _on_failed(self, error: Exception) -> None:
        """A file that cannot be read is reported by the table; the rows stay without marks."""
        log.info("rows are not marked: %s", error)
        self.is_on = False
        self.looked.emit()


class _Look:
    """Looks at rows (pool thread)."""

    def __init__(self, log: FileLog, scanner: RecordScanner, rows: list[PaintRow], columns: tuple[str, ...]) -> None:
        self._log, self._scanner, self._rows, self._columns = log, scanner, rows, columns

    def __call__(self, cancel: CancelToken) -> tuple[tuple[str, ...], dict[int, RowMark]]:
        by_record = {row.record: row for row in self._rows}
        numbers = np.array(sorted(by_record), dtype=np.int64)
        records = raw_records(self._log, numbers)
        told = self._scanner.found(list(records.values()), cancel)
        marks = {
            number: _mark(by_record[number], found, self._columns) for number, found in zip(records, told, strict=True)
        }
        return self._columns, marks


def raw_records(log: FileLog, numbers: Rows) -> dict[int, bytes]:
    """Return the text of records as it stands in the log, whatever the window hides. ``numbers`` ascending."""
    told: dict[int, bytes] = {}
    for part, text, starts in log.blocks(numbers):
        edges = starts.tolist()
        for at, number in enumerate(part.tolist()):
            told[number] = text[edges[at] : edges[at + 1]].rstrip(b"\r\n")
    return told


def _mark(row: PaintRow, found: list[Found], columns: tuple[str, ...]) -> RowMark:
    if not found:
        return RowMark()
    heaviest = sorted(found, key=lambda one: -one.style)
    spans = {
        name: marked for name, text in zip(columns, row.texts, strict=False) if (marked := spans_in(text, found, name))
    }
    return RowMark(heaviest[0].style, ", ".join(dict.fromkeys(one.entity for one in heaviest)), spans)
