"""Received, processed, returned: the request of the current record as a strip of steps, in the record pane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.analysis.formatting import duration, milliseconds
from aidebug_gui.analysis.joined_requests import Requests
from aidebug_gui.analysis.request_steps import Request, Step, request_of
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.table.columns import canonical_title
from aidebug_gui.ui.theme import cell_font, current_theme, em
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_TRACK = 0.28  # of the width: where the steps lie in time
_ROW = 1.5  # line heights


class StepList(QAbstractScrollArea):
    """One line a step: when it came after the first, how long after the one before, and what it says.

    Signals:
        step_chosen(object): the number of the record that was clicked.
    """

    step_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._offsets: list[int] = []
        self._current = -1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Steps of the request"))

    def show_steps(self, steps: tuple[Step, ...], current: int) -> None:
        """Show steps; ``current``: the record that is marked."""
        if steps != self._steps:
            self.verticalScrollBar().setValue(0)
        self._steps, self._current = steps, current
        total, self._offsets = 0, []
        for step in steps:
            total += step.after_ns or 0
            self._offsets.append(total)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, len(self._steps) * em(_ROW) - room))
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(em(_ROW))

    def _step_at(self, y: float) -> int:
        number = int((y + self.verticalScrollBar().value()) // em(_ROW))
        return number if 0 <= number < len(self._steps) else -1

    def _go(self, number: int) -> None:
        if 0 <= number < len(self._steps):
            self.step_chosen.emit(self._steps[number].record)

    # Qt's own names from here on

    def sizeHint(self) -> QSize:
        return QSize(em(16), em(8))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self._step_at(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        records = [one.record for one in self._steps]
        at = records.index(self._current) if self._current in records else -1
        self._go(at + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(cell_font())
        row, top = em(_ROW), -self.verticalScrollBar().value()
        first = max(0, -top // row)
        last = min(len(self._steps), first + self.viewport().height() // row + 2)
        for number in range(first, last):
            self._paint_step(painter, number, QRectF(0, top + number * row, self.viewport().width(), row))
        painter.end()

    def _paint_step(self, painter: QPainter, number: int, rect: QRectF) -> None:
        theme, palette, step = current_theme(), self.palette(), self._steps[number]
        if step.record == self._current:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        track = QRectF(rect.left() + em(0.5), rect.top(), rect.width() * _TRACK, rect.height())
        middle, whole = rect.center().y(), max(1, self._offsets[-1])
        painter.setPen(theme.colors["grid"])
        painter.drawLine(int(track.left()), int(middle), int(track.right()), int(middle))
        end = track.left() + track.width() * self._offsets[number] / whole
        begin = track.left() + track.width() * (self._offsets[number] - (step.after_ns or 0)) / whole
        style = theme.level(step.level)
        painter.fillRect(QRectF(begin, middle - em(0.15), max(2.0, end - begin), em(0.3)), theme.colors["series"])
        painter.fillRect(QRectF(end - em(0.12), middle - em(0.35), em(0.24), em(0.7)), style.bar)
        after = f"+{localized(duration(step.after_ns))}" if step.after_ns is not None else ""
        room = painter.fontMetrics().horizontalAdvance("+999 ms ")
        text = QRectF(track.right() + em(0.4), rect.top(), room, rect.height())
        selected = step.record == self._current
        strong = palette.color(QPalette.ColorRole.HighlightedText) if selected else style.text
        painter.setPen(strong if selected else theme.colors["muted"])
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(text, flags, after)
        left = text.right() + em(0.2)
        painter.setPen(strong)
        words = QRectF(left, rect.top(), rect.right() - left - em(0.3), rect.height())
        shown = painter.fontMetrics().elidedText(visible(step.text), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, flags, shown)


class RequestStrip(QWidget):
    """What the request is and how long it took, its steps, and a button that shows only them.

    Signals:
        only_requested(object): show only the records of the :class:`Request`.
    """

    only_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.request: Request | None = None
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.only = QPushButton(self.tr("Show only this request"), self)
        self.only.setAutoDefault(False)
        self.only.clicked.connect(self._on_only)
        self.steps = StepList(self)
        top = QVBoxLayout()
        top.setContentsMargins(em(0.4), em(0.3), em(0.4), em(0.2))
        top.addWidget(self.head)
        top.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.steps, 1)

    def show_request(self, request: Request | None, record: int, shown: Callable[[str], str] = str) -> None:
        """Show the request of a record; ``shown``: words of the log as they may be shown."""
        self.request = request
        self.head.setText(visible(shown(self._words(request))) if request is not None else "")
        steps = request.steps if request is not None else ()
        self.steps.show_steps(tuple(replace(step, text=shown(step.text)) for step in steps), record)

    def _words(self, request: Request) -> str:
        name = canonical_title(request.column) if request.column else self.tr("request (joined by order)")
        parts = [f"{name} {request.key}", localized(translatable("{n} {n:record|records}", n=len(request.rows)))]
        if request.latency_ms is not None:
            how = self.tr("from first to last record") if request.derived else self.tr("as logged")
            parts.append(f"{localized(milliseconds(request.latency_ms))} ({how})")
        if request.returned is not None:
            parts.append(self.tr("returned") if request.returned else self.tr("never returned"))
        return " · ".join(parts)

    def _on_only(self) -> None:
        if self.request is not None:
            self.only_requested.emit(self.request)


class RequestFollower(QObject):
    """Follows the current record; the tab is there while the record belongs to a request."""

    def __init__(self, view: LogView, log: FileLog) -> None:
        super().__init__(view)
        self._view = view
        self._log = log
        self.jobs = Jobs(self)
        self._known: Requests | None = None
        self._is_asked_for = False
        self.strip = RequestStrip(view)
        self._tabs = view.record_pane.tabs
        self._at = self._tabs.addTab(self.strip, self.tr("Request"))
        self._tabs.setTabVisible(self._at, False)
        self.strip.only_requested.connect(self._on_only)
        self.strip.steps.step_chosen.connect(self._on_step)
        view.table.record_changed.connect(self.refresh)
        view.record_pane.installEventFilter(self)

    def set_known(self, requests: Requests | None) -> None:
        """Use the requests of the whole log from now on."""
        self._known = requests
        self.refresh(self._view.table.current_record())

    def refresh(self, record: int) -> None:
        """Look for the request of a record, if it could be seen."""
        if record >= 0 and not self._view.record_pane.isHidden():
            self.jobs.run("request", _Ask(self._log, record, self._known), self._show, self._on_failed)

    def _show(self, answer: tuple[int, Request | None]) -> None:
        record, request = answer
        has_steps = request is not None and len(request.rows) > 1
        was_asked_for, self._is_asked_for = self._is_asked_for, False
        self._tabs.setTabVisible(self._at, has_steps)
        self.strip.show_request(request, record, self._view.privacy.shown)
        if was_asked_for and has_steps:
            self._tabs.setCurrentWidget(self.strip)
        elif was_asked_for:
            self._view.message.emit(self.tr("This record does not share a request with any other record."))

    def _on_failed(self, _error: Exception) -> None:
        self._is_asked_for = False
        self._tabs.setTabVisible(self._at, False)

    def _on_step(self, record: int) -> None:
        if not self._view.table.show_record(record):
            self._view.message.emit(self.tr("The filter hides this record. C shows all around the current one."))

    def _on_only(self, request: Request) -> None:
        if request.column:
            self._view.filter_bar.set_filter("")
            self._view.filter_bar.add_term(request.column, ":", request.key)
        else:
            name = self.tr("request {0}").format(request.key)
            self._view.session.pin(Pin(name, request.rows, len(request.rows)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.refresh(self._view.table.current_record())
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Open the record pane with the request in front, if the current record belongs to one."""
        if self._view.record_pane.isHidden():
            self._view.record_room.toggle()
        if self._tabs.isTabVisible(self._at):
            self._tabs.setCurrentWidget(self.strip)
        else:
            self.refresh(self._view.table.current_record())
            self._is_asked_for = "request" in self.jobs.kinds()


class _Ask:
    def __init__(self, log: FileLog, record: int, known: Requests | None) -> None:
        self._log, self._record, self._known = log, record, known

    def __call__(self, cancel: CancelToken) -> tuple[int, Request | None]:
        cancel.check()
        return self._record, request_of(self._log, self._record, self._known)
