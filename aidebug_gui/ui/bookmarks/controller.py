"""Connects the bookmarks of a tab with its table, its plots, their list and what is kept for the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import CancelToken, LogStore, Row
from aidebug_gui.ui.bookmarks.marked import Marked
from aidebug_gui.ui.bookmarks.page import BookmarkPage, Entry
from aidebug_gui.ui.bottom_page import BottomPage
from aidebug_gui.ui.files.names import file_name
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.state import Mark
from aidebug_gui.ui.values import cell_text, count_text, level_name, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.bookmarks.ticks import BookmarkTicks
    from aidebug_gui.ui.log_view import LogView

READ_AT_ONCE = 200
_COLUMNS = ("time", "message")


class Bookmarks(QObject):
    """Marks records, walks through them, and shows them everywhere."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self.marked = Marked()
        self.page: BookmarkPage | None = None
        self._place_of_list: BottomPage | None = None
        self._ticks: BookmarkTicks | None = None
        self._rows: dict[int, Row] = {}
        self._to_note = -1
        view.memory.marks_known.connect(self._on_known)
        view.session.state_changed.connect(self._place)
        view.session.renumbered.connect(self._on_renumbered)
        view.panels.made.connect(self._refresh)

    # actions

    def toggle(self) -> None:
        """Mark the current record, or take its mark away."""
        record, line = self._current()
        if record < 0:
            return
        is_marked = self.marked.toggle(record, line)
        text = self.tr("Bookmark set at line {0}.") if is_marked else self.tr("Bookmark at line {0} removed.")
        self._view.message.emit(text.format(count_text(line)))
        self._changed()

    def note(self) -> None:
        """Mark the current record and write something about it."""
        record, line = self._current()
        if record < 0:
            return
        if record not in self.marked:
            self.marked.toggle(record, line)
        self.show_list()
        self._to_note = record
        self._changed()

    def next(self) -> None:
        self.step(backwards=False)

    def previous(self) -> None:
        self.step(backwards=True)

    def step(self, *, backwards: bool) -> None:
        """Go to the next marked record in the order of the log, and on from the other end."""
        at = self._view.table.current_record()
        found = self.marked.next_to(at, backwards=backwards)
        if found < 0:
            self._view.message.emit(self.tr("There are no bookmarks. B marks the current record."))
            return
        if found <= at if not backwards else found >= at:
            self._view.message.emit(self.tr("Continued from the other end"))
        self.go_to(found)

    def go_to(self, record: int) -> None:
        """Show a record; where the filter hides it, the next one."""
        if not self._view.table.show_record(record):
            self._view.table.show_record(record, nearest=True)
            self._view.message.emit(self.tr("The filter hides this record: this is the next one. C shows its context."))

    def toggle_list(self) -> None:
        """Open the list of bookmarks, or close it."""
        self._bottom().toggle()

    def show_list(self) -> None:
        """Open the list of bookmarks."""
        self._bottom().open()

    # what is marked

    def take_over(self, marks: tuple[tuple[int, str], ...]) -> None:
        """Mark the records of a log of one record a line by their numbers, with what was noted about each."""
        records = self._view.session.state.records
        for record, note in marks:
            if record < records:
                self.marked.write(record, record + 1, note)
        self._changed()

    def _current(self) -> tuple[int, int]:
        """Return number and line of the current record, -1 where there is none."""
        table = self._view.table
        row = table.log_model.row(table.currentIndex().row())
        return (row.record, row.line) if row is not None else (-1, -1)

    def _on_known(self, marks: tuple[Mark, ...]) -> None:
        self.marked.wait_for(marks)
        self._place()

    def _place(self) -> None:
        if self.marked.is_waiting and self.marked.place(self._view.session.store):
            self._refresh()

    def _on_renumbered(self) -> None:
        self.marked.start_again()
        self.marked.place(self._view.session.store)
        self.read_again()

    def _changed(self) -> None:
        self._view.memory.marks = self.marked.marks()
        self._refresh()

    def _on_removed(self, record: int) -> None:
        mark = self.marked.mark(record)
        if mark is not None:
            self.marked.toggle(record, mark.line)
            self._changed()

    def _on_noted(self, record: int, text: str) -> None:
        mark = self.marked.mark(record)
        if mark is not None and mark.note != text:
            self.marked.write(record, mark.line, text)
            self._view.memory.marks = self.marked.marks()
            if self._view.privacy.shown(text) != text:
                QTimer.singleShot(0, self, self._show)  # as it may be shown, once the list has taken it
        self._view.focus_table()

    def _on_refused(self) -> None:
        self._view.message.emit(self.tr("Something in this note is hidden: show it again to change the note."))

    def _on_only(self) -> None:
        rows = np.array(self.marked.records(), dtype=np.int64)
        self._view.session.pin(Pin(self.tr("bookmarks"), rows, len(rows)))

    # showing

    def read_again(self) -> None:
        """Forget what was read of the records: they have other numbers, or other words may be shown of them."""
        self._view.jobs.cancel("bookmarks")
        self._rows.clear()
        self._refresh()

    def _refresh(self) -> None:
        """Show what is marked: in the margin now, in the list and in the plots when their times are read."""
        records = self.marked.records()
        self._view.table.set_bookmarked(records)
        missing = [record for record in records if record not in self._rows]
        if missing and (self.page is not None or self._view.panels.plots is not None):
            job = _Read(self._view.session.store, missing)
            self._view.jobs.run("bookmarks", job, self._on_read, self._view.session.failed.emit)
        else:
            self._show()

    def _on_read(self, rows: dict[int, Row]) -> None:
        self._rows.update(rows)
        self._show()

    def _show(self) -> None:
        records = self.marked.records()
        if self.page is not None:
            self.page.show_entries([self._entry(record) for record in records])
            if self._to_note >= 0:
                self.page.edit_note(self._to_note)
                self._to_note = -1
        plots = self._view.panels.plots
        if plots is not None:
            if self._ticks is None:
                from aidebug_gui.ui.bookmarks.ticks import BookmarkTicks

                self._ticks = BookmarkTicks(plots)
                plots.window_x.changed.connect(self._on_axis)
            self._ticks.show(records, self._times())

    def _on_axis(self) -> None:
        """Lanes may have come since, or the axis changed; where nothing is marked there is nothing to do."""
        if self._ticks is not None and len(self.marked):
            self._ticks.show(self.marked.records(), self._times())

    def _times(self) -> dict[int, int]:
        times = {record: row.cells[0] for record, row in self._rows.items()}
        return {record: time for record, time in times.items() if isinstance(time, int)}

    def _line(self, record: int, line: int) -> str:
        name = file_name(self._view.session.store, record)
        return f"{visible(name)} · {count_text(line)}" if name else count_text(line)

    def _entry(self, record: int) -> Entry:
        mark, row = self.marked.mark(record), self._rows.get(record)
        line, note = (self._line(record, mark.line), mark.note) if mark is not None else ("", "")
        shown = self._view.privacy.shown(note)
        is_veiled = shown != note
        if row is None:
            return Entry(record, line, note=shown, is_veiled=is_veiled)
        time, message = (cell_text(cell, kind) for cell, kind in zip(row.cells, (Kind.TIME, Kind.TEXT), strict=True))
        return Entry(record, line, time, level_name(row.level), message, shown, is_veiled)

    def _bottom(self) -> BottomPage:
        """Return the place of the list, which is made when it is first asked for."""
        if self._place_of_list is None:
            page = self.page = BookmarkPage(self._view)
            page.chosen.connect(self.go_to)
            page.removed.connect(self._on_removed)
            page.noted.connect(self._on_noted)
            page.only_requested.connect(self._on_only)
            page.refused.connect(self._on_refused)
            self._place_of_list = BottomPage(self._view, page, self.tr("Bookmarks"), page.list)
            self._refresh()
        return self._place_of_list


class _Read:
    """Reads time and message of records (pool thread)."""

    def __init__(self, store: LogStore, records: list[int]) -> None:
        self._store, self._records = store, records

    def __call__(self, cancel: CancelToken) -> dict[int, Row]:
        found: dict[int, Row] = {}
        for start in range(0, len(self._records), READ_AT_ONCE):
            cancel.check()
            numbers = np.array(self._records[start : start + READ_AT_ONCE], dtype=np.int64)
            found.update((row.record, row) for row in self._store.rows(numbers, _COLUMNS))
        return found
