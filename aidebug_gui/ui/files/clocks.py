"""The files of a merged log, and what is added to the times of each: for clocks that were wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.store.protocol import MergedFile
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, tooltip_text, visible

UNITS_NS = {"ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_SHIFT = re.compile(r"([+-]?)\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*(ms|s|m|h)", re.ASCII)


def read_shift(text: str) -> int | None:
    """Read "+2.5s", "-300 ms" or "" (none) as nanoseconds; None if it is no shift."""
    text = text.strip()
    if text in ("", "0"):
        return 0
    found = _SHIFT.fullmatch(text)
    if found is None:
        return None
    nanoseconds = int(Decimal(found[2].replace(",", ".")) * UNITS_NS[found[3]])
    return -nanoseconds if found[1] == "-" else nanoseconds


def shift_text(shift_ns: int) -> str:
    """Return a shift as it is typed: "+2.5s", empty for none."""
    if not shift_ns:
        return ""
    unit = next((unit for unit in ("h", "m", "s") if abs(shift_ns) % UNITS_NS[unit] == 0), "")
    unit = unit or ("ms" if abs(shift_ns) < UNITS_NS["s"] else "s")
    amount = Decimal(abs(shift_ns)) / UNITS_NS[unit]
    return f"{'-' if shift_ns < 0 else '+'}{amount.normalize():f}{unit}"


class ClockDialog(QDialog):
    """A line for each file with a field for its shift.

    Signals:
        shifts_chosen(object): dict of name -> nanoseconds, of all files.
    """

    shifts_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files of this log"))
        self.edits: dict[str, QLineEdit] = {}
        self.shown: Callable[[str], str] = str  # what may be shown of the name of a file
        words = QLabel(self.tr("Was the clock of a machine wrong? Shift its times: +2.5s, -300ms, +1h."), self)
        words.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        palette = self.problem.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["error"])
        self.problem.setPalette(palette)
        self._place = QScrollArea(self)
        self._place.setWidgetResizable(True)
        buttons = QDialogButtonBox(self)
        self.apply = buttons.addButton(self.tr("Sort again"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (words, self._place, self.problem, buttons):
            layout.addWidget(widget)
        self.resize(em(36), em(22))

    def show_files(self, files: Sequence[MergedFile]) -> None:
        """Fill in the files as they are now."""
        self.problem.clear()
        self.edits = {}
        body = QWidget(self)
        grid = QGridLayout(body)
        for column, title in enumerate((self.tr("File"), self.tr("Records"), self.tr("Shift"))):
            label = QLabel(title, body)
            label.setForegroundRole(self.foregroundRole())
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignLeft)
        for row, file in enumerate(files, 1):
            shown = self.shown(file.name)
            name = QLabel(visible(shown), body)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setToolTip(tooltip_text(str(file.path) if shown == file.name else shown))
            edit = QLineEdit(shift_text(file.shift_ns), body)
            edit.setPlaceholderText(self.tr("none"))
            edit.setAccessibleName(self.tr("Shift of {0}").format(shown))
            edit.setMaximumWidth(em(8))
            edit.textEdited.connect(self.problem.clear)
            name.setBuddy(edit)
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(count_text(file.records), body), row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(edit, row, 2)
            self.edits[file.name] = edit
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(em(1))
        grid.setRowStretch(len(files) + 1, 1)
        self._place.setWidget(body)

    def _on_accepted(self) -> None:
        shifts = {name: read_shift(edit.text()) for name, edit in self.edits.items()}
        wrong = next((name for name, shift in shifts.items() if shift is None), None)
        if wrong is not None:
            self.problem.setText(
                self.tr("{0} is not a shift. Examples: +2.5s, -300ms.").format(self.edits[wrong].text())
            )
            self.edits[wrong].setFocus()
            self.edits[wrong].selectAll()
            return
        self.accept()
        self.shifts_chosen.emit(shifts)
