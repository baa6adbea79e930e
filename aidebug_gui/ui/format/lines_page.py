"""A pattern for the lines of a log, with what it makes of them while it is typed."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.formats.model import TimeStyle
from aidebug_gui.formats.user_formats import UserFormat
from aidebug_gui.store.preview import Preview
from aidebug_gui.ui.format.questions import TryPattern
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.theme import cell_font, current_theme
from aidebug_gui.ui.values import visible

TYPING_MS = 250
SHOWN_LINES = 60
START = r"^{TIME} {LEVEL} (?P<logger>[\w.]+): "
STYLES = (
    (TimeStyle.ISO, "2026-01-31 10:02:03,250"),
    (TimeStyle.EPOCH, "1790000000.25"),
    (TimeStyle.NUMBERS, "01/31/2026 10:02:03"),
    (TimeStyle.CLF, "31/Jan/2026:10:02:03 +0000"),
    (TimeStyle.DAY_FIRST, "31-01-2026:10:02:03"),
    (TimeStyle.MONTH_DAY, "01-31 10:02:03"),
    (TimeStyle.GLOG, "0131 10:02:03.250"),
    (TimeStyle.MONTH_NAME, "Jan 31 10:02:03"),
    (TimeStyle.CTIME, "Sat Jan 31 10:02:03 2026"),
)


class LinesPage(QWidget):
    """Name, pattern, way in which times are written, and a preview on the log's own lines.

    Signals:
        changed(): whether there is a pattern that can be used may have changed.
    """

    changed = Signal()

    def __init__(self, name: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lines: tuple[str, ...] = ()
        self.preview = Preview()
        self.name = QLineEdit(re.sub(r"[^\w.-]+", "-", Path(name).stem) or "own", self)
        self.pattern = QLineEdit(self)
        self.pattern.setFont(cell_font())
        self.pattern.setPlaceholderText(START)
        self.pattern.setAccessibleName(self.tr("Pattern"))
        self.style_choice = QComboBox(self)
        for style, example in STYLES:
            self.style_choice.addItem(example, style.value)
        words = QLabel(
            self.tr(
                "A regular expression for the beginning of a line. Groups are named as columns: (?P<logger>…); "
                "{TIME} and {LEVEL} stand for the usual ones. What follows is the message."
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.verdict = QLabel(self)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.setFont(cell_font())
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setAccessibleName(self.tr("Preview"))
        self.table.verticalHeader().hide()
        self._build(words)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._try)
        self.pattern.textEdited.connect(self._typing.start)
        self.style_choice.currentIndexChanged.connect(self._try)
        self._show(Preview())

    def _build(self, words: QLabel) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Pattern"), self.pattern)
        form.addRow(self.tr("Times look like"), self.style_choice)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.verdict)
        layout.addWidget(self.table, 1)

    def set_lines(self, lines: tuple[str, ...], guess: tuple[str, TimeStyle] | None = None) -> None:
        """Take the lines to try patterns on, and the pattern to begin with, unless one was written already."""
        self._lines = lines
        if guess is not None and not self.pattern.text():
            pattern, style = guess
            self.style_choice.setCurrentIndex(self.style_choice.findData(style.value))
            self.pattern.setText(pattern)
        self._try()

    def user_format(self) -> UserFormat | None:
        """Return the format if it can be used: it is right, and fits some line."""
        if not self.pattern.text() or self.preview.problem or not self.preview.matching:
            return None
        rows = zip(self._lines, self.preview.rows, strict=True)
        samples = tuple(line for line, row in rows if row is not None)[:2]
        style = str(self.style_choice.currentData())
        return UserFormat(self.name.text().strip() or "own", self.pattern.text(), style, samples)

    def _try(self) -> None:
        if not self.pattern.text():
            self._jobs.cancel("pattern")
            self._show(Preview())
            return
        job = TryPattern(self.name.text(), self.pattern.text(), str(self.style_choice.currentData()), self._lines)
        self._jobs.run("pattern", job, self._show)

    def _show(self, found: Preview) -> None:
        self.preview = found
        self._say(found)
        columns = list(dict.fromkeys(name for row in found.rows if row is not None for name in row)) or ["message"]
        columns.sort(key=lambda name: name == "message")
        rows = found.rows or (None,) * len(self._lines)
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels([visible(name) for name in columns])
        self.table.setRowCount(min(SHOWN_LINES, len(self._lines)))
        muted = current_theme().colors["muted"]
        for at, (line, row) in enumerate(zip(self._lines[:SHOWN_LINES], rows, strict=False)):
            for column, name in enumerate(columns):
                text = row.get(name, "") if row is not None else (line if column == len(columns) - 1 else "")
                item = QTableWidgetItem(visible(text[:300]))
                if row is None:
                    item.setForeground(muted)
                self.table.setItem(at, column, item)
        self.table.horizontalHeader().setStretchLastSection(False)  # else another last column stays as narrow as it was
        self.table.resizeColumnsToContents()
        self.table.resizeRowsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.changed.emit()

    def _say(self, found: Preview) -> None:
        palette = self.verdict.palette()
        is_wrong = bool(found.problem or found.doubts)
        colour = current_theme().colors["error"] if is_wrong else self.palette().color(QPalette.ColorRole.WindowText)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.verdict.setPalette(palette)
        if found.problem:
            self.verdict.setText(visible(localized(found.problem)))
        elif not self.pattern.text():
            self.verdict.setText(self.tr("{0} lines of this log to try it on.").format(len(self._lines)))
        elif found.doubts:
            self.verdict.setText(self.tr("Cannot be read in any line: {0}.").format(", ".join(found.doubts)))
        else:
            self.verdict.setText(self.tr("Fits {0} of {1} lines.").format(found.matching, len(self._lines)))
