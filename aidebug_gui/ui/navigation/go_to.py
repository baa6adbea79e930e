"""Go to a line or a time: a small field over the table, and the reading of what is typed into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from aidebug_gui.ui.shown_zone import shown_zone
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import NS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?")


@dataclass(frozen=True, slots=True)
class Target:
    """A 1-based line or a time in ns; exactly one of them."""

    line: int | None = None
    time_ns: int | None = None


def read_target(text: str, first_time_ns: int | None) -> Target | None:
    """Read "1200", "12:30", "12:30:05.5" or "2026-01-01 12:30"; None if it is none of these.

    A time of day is the first one at or after the log's first time.
    """
    text = text.strip().replace(",", "").replace("_", "") if ":" not in text else text.strip()
    if text.isdecimal():
        return Target(line=int(text))
    match = _TIME_OF_DAY.fullmatch(text)
    if match is not None:
        return _time_of_day(match, first_time_ns)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    is_naive = moment.tzinfo is None
    delta = (moment.replace(tzinfo=UTC) if is_naive else moment) - _EPOCH
    typed_ns = (delta.days * 86400 + delta.seconds) * NS + delta.microseconds * 1000
    return Target(time_ns=shown_zone().time_ns(typed_ns) if is_naive else typed_ns)


def _time_of_day(match: re.Match[str], first_time_ns: int | None) -> Target | None:
    if first_time_ns is None:
        return None
    hours, minutes, seconds = int(match[1]), int(match[2]), int(match[3] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    since_midnight = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    fraction_ns = int((match[4] or "0").ljust(9, "0"))
    day_ns = 86400 * NS
    first_clock_ns = shown_zone().clock_ns(first_time_ns)
    clock_ns = first_clock_ns // day_ns * day_ns + int(since_midnight.total_seconds()) * NS + fraction_ns
    # Typed to the second, meant is the record of that second.
    return Target(time_ns=shown_zone().time_ns(clock_ns if clock_ns + NS > first_clock_ns else clock_ns + day_ns))


class GoToBar(QWidget):
    """A line with a field for the target.

    Signals:
        target_entered(str), closed().
    """

    target_entered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Line 1200, time 12:30:05 or 2026-01-01 12:30"))
        self.edit.setAccessibleName(self.tr("Go to line or time"))
        self.edit.setMinimumWidth(em(24))
        self.edit.returnPressed.connect(self._on_return)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(0.3), em(0.2), em(0.3), em(0.2))
        layout.addWidget(QLabel(self.tr("Go to"), self))
        layout.addWidget(self.edit)
        layout.addWidget(self.message, 1)

    def open(self) -> None:
        """Show the bar, ready to type."""
        self.message.clear()
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def _on_return(self) -> None:
        self.target_entered.emit(self.edit.text())

    # Qt's own names from here on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
