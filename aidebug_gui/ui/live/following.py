"""Following one log that grows: the end stays in view while it is in view, and new rows are counted while it is not.

Nothing here moves the selection, and the rows in view move only while the end is followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from aidebug_gui.store.protocol import LogEvent
from aidebug_gui.ui.live.event_strip import EventStrip
from aidebug_gui.ui.live.new_columns import NewColumns
from aidebug_gui.ui.live.new_rows_chip import NewRowsChip
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

LOOK_MS = 500
MOST_AT_ONCE = 2  # events told at one record


class Following(QObject):
    """The follow mode of one tab.

    Signals:
        changed(): what :meth:`sign` says is another.
        name_changed(): the log is called by another name: files joined.
    """

    changed = Signal()
    name_changed = Signal()

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._table = view.table
        self._bar = view.table.verticalScrollBar()
        self._is_on = False  # since the log was read for the first time; before that rows are those of the past
        self._sticks = False
        self._fitted = -1  # records of a log whose end was in view when it was opened
        self._stuck_before = False
        self._seen = 0
        self._reported: Sequence[LogEvent] = ()
        self._name = view.session.store.name
        self._seams: dict[int, str] = {}
        self._sign = ("", "")
        self.chip = NewRowsChip(view.table)
        self.chip.clicked.connect(self.go_to_end)
        self.strip = EventStrip(view)
        self.strip.shown = view.privacy.shown
        self.strip.event_chosen.connect(self.show_event)
        self._bar.valueChanged.connect(self._on_scrolled)
        self._bar.rangeChanged.connect(self._on_range)
        model = view.table.log_model
        model.rowsInserted.connect(self._on_rows)
        model.modelAboutToBeReset.connect(self._on_reset_begins)
        model.modelReset.connect(self._on_reset)
        view.table.pressed.connect(self._on_pressed)
        view.session.state_changed.connect(self._check)
        self._timer = QTimer(
            self
        )  # connections come and go, and rows arrive in a paused log, without news of the state
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._check)
        self.new_columns = NewColumns(view)
        self._timer.timeout.connect(self.new_columns.check)
        self._check()

    # what others ask

    @property
    def is_paused(self) -> bool:
        """Whether the table stays as it is while the log goes on."""
        return self._view.session.is_paused

    @property
    def sticks(self) -> bool:
        """Whether the end is followed. In a sorted table what is new may stand anywhere."""
        return self._is_on and self._sticks and not self.is_paused and self._view.session.is_ascending

    def sign(self) -> tuple[str, str]:
        """Return what the status bar says of the log, and in more words; empty for one that does not grow."""
        if not self._view.session.store.state().live:
            return "", ""
        if self.is_paused:
            return self.tr("Ⅱ paused"), self.tr("The log keeps growing, the table stays as it is. F8 resumes.")
        return self.tr("● live"), self.tr("New records appear as they are written.")

    def follow(self) -> None:
        """Follow the end from now on: nothing of this log lies in the past."""
        self._is_on = self._sticks = True
        self._fitted = -1
        self._bar.setValue(self._bar.maximum())
        self._check()

    def keep(self, *, sticks: bool) -> None:
        """Follow the end or not, as before all rows were exchanged."""
        self._stuck_before = False
        self._sticks = sticks
        self._count()

    # actions

    def go_to_end(self) -> None:
        """Show the last record, and follow the end from now on; a paused log goes on."""
        self._view.session.set_paused(False)
        last = self._table.log_model.rowCount() - 1
        if last >= 0:
            self._table.show_position(last)
        self._sticks = True
        self._bar.setValue(self._bar.maximum())
        self._count()
        self._emit_sign()

    def toggle_pause(self) -> None:
        """Leave the table as it is while the log goes on, or go on with it."""
        session = self._view.session
        if not session.is_paused and not session.state.live:
            self._view.message.emit(self.tr("This log does not grow: there is nothing to pause."))
            return
        session.set_paused(not session.is_paused)
        if not session.is_paused and self._sticks:
            self._bar.setValue(self._bar.maximum())
        self._check()

    def clear(self) -> None:
        """Hide the records up to the selected one, or all that are here; only from view, by a term of the filter."""
        table = self._table
        ranges = table.selected_ranges()
        position = ranges[-1][1] if ranges else table.log_model.rowCount() - 1
        row = table.log_model.row(position)
        if row is None:
            return
        if self._view.session.store.merged_files():  # each file has lines of its own
            self._clear_by_time(row.record)
            return
        self._view.filter_bar.set_bound(f"line>{row.line}")
        self._view.message.emit(
            self.tr("Everything up to line {0} is hidden. Esc brings it back.").format(count_text(row.line))
        )

    def _clear_by_time(self, record: int) -> None:
        time_ns = self._view.session.store.record(record).time_ns
        if time_ns is None:
            self._view.message.emit(self.tr("This record has no time: choose another one."))
            return
        self._view.filter_bar.set_time(time_ns + 1, None)
        self._view.message.emit(self.tr("Everything up to this record is hidden. Esc brings it back."))

    def show_events(self) -> None:
        """List what happened to the source."""
        self.strip.show_all()

    def show_event(self, event: LogEvent) -> None:
        """Go to the record at which something happened."""
        last = self._view.session.state.records - 1
        if last >= 0:
            self._sticks = False
            self._table.show_record(min(event.record, last), nearest=True)
            self._view.focus_table()

    # the end

    def _is_at_end(self) -> bool:
        return self._bar.value() >= self._bar.maximum()

    def _on_scrolled(self, _: int) -> None:
        if self._is_on:
            self._sticks = self._is_at_end()
            self._count()

    def _on_range(self, _: int, maximum: int) -> None:
        if not self.sticks:
            return
        if maximum and self._fitted == self._table.log_model.rowCount():
            self._sticks, self._fitted = False, -1  # the same rows in less room (plots came) are read from the top
            self._count()
        else:
            self._bar.setValue(maximum)

    def _on_pressed(self, index: QModelIndex) -> None:
        """Somebody wants to read this row: it must not run away. The last row may."""
        if self.sticks and index.row() < self._table.log_model.rowCount() - 1:
            self._sticks = False
            self._count()

    def _on_rows(self) -> None:
        if self._is_on:
            self._count()

    def _on_reset_begins(self) -> None:
        self._stuck_before = self.sticks

    def _on_reset(self) -> None:
        """Another filter: its end is followed if the end of the one before was."""
        self._seen = self._table.log_model.total
        self._count()
        if self._stuck_before and self._view.session.is_ascending:
            QTimer.singleShot(0, self, self._stick_again)  # once the table knows how long it is

    def _stick_again(self) -> None:
        if not self._stuck_before:
            return
        self._sticks = True
        self._bar.setValue(self._bar.maximum())
        self._count()

    def _count(self) -> None:
        """Count what is new behind the end that was seen."""
        session, total = self._view.session, self._table.log_model.total
        if session.is_paused:
            self.chip.show_count(max(0, session.store.state().records - session.state.records), is_paused=True)
            return
        if not self._is_on or self.sticks or not session.is_ascending:
            self._seen = total
        self.chip.show_count(max(0, total - self._seen))

    # the state of the log

    def _check(self) -> None:
        session = self._view.session
        state = session.store.state()
        if not state.live and not self._is_on:
            return
        if not self._timer.isActive() and state.live:
            self._timer.start()
        if not self._is_on and session.state.complete:  # the table has the rows of that state, not of a newer one
            self._is_on = True
            self._sticks = self._is_at_end()
            self._fitted = -1 if self._bar.maximum() else session.state.records
            self._seen = self._table.log_model.total
        if not state.live:
            self._timer.stop()
            if session.is_paused:
                session.set_paused(False)
        self._count()
        self._check_events()
        self._emit_sign()

    def _check_events(self) -> None:
        events = self._view.session.store.events()
        if not events:
            return
        if self._name != self._view.session.store.name:
            self._name = self._view.session.store.name
            self.name_changed.emit()
        is_new = not self._reported or events[-1].time_ns != self._reported[-1].time_ns
        seams = seams_of(events)
        if seams != self._seams:  # the record after an event may be known later than the event
            self._seams = seams
            self._show_seams()
        self._reported = events
        if is_new:
            self.strip.show_events(events)

    def _show_seams(self) -> None:
        shown = self._view.privacy.shown
        self._table.set_seams({record: shown(text) for record, text in self._seams.items()})

    def read_again(self) -> None:
        """Write what happened once more: what may be shown has changed."""
        self._show_seams()
        self.strip.read_again()

    def _emit_sign(self) -> None:
        sign = self.sign()
        if sign != self._sign:
            self._sign = sign
            self.changed.emit()


def seams_of(events: Sequence[LogEvent]) -> dict[int, str]:
    """Return what is to be shown above which record; of several events the last ones."""
    texts: dict[int, list[str]] = {}
    for event in events:
        texts.setdefault(event.record, []).append(localized(event.text))
    return {record: " ".join(texts_of_record[-MOST_AT_ONCE:]) for record, texts_of_record in texts.items()}
