"""What a tab takes over from the last time, and keeps for the next: panes, columns, plots, filters, its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.column_menu import find_column
from aidebug_gui.ui.state import LogState, Mark, Panes, ShapeState, TabState, remembered
from aidebug_gui.ui.table.columns import TableColumn, default_columns

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_REORDERING = {"filter", "sort"}  # jobs after which the table shows other rows


class TabMemory(QObject):
    """Remembers for one tab. Off (for pictures and tests) it knows nothing and keeps nothing.

    Signals:
        marks_known(object): the bookmarks (tuple of Mark) that were kept for this file.
        filter_known(str): the filter that was in force when the file was closed the last time.
    """

    marks_known = Signal(object)
    filter_known = Signal(str)

    def __init__(self, view: LogView, *, is_on: bool) -> None:
        super().__init__(view)
        self._view = view
        self.is_on = is_on
        self._shape_key = ""
        self._shape: ShapeState | None = None
        self._fingerprint = ""
        self._log: LogState | None = None
        self._line = 0
        self._to_end = False
        self._is_reopened = False
        self.panes = remembered.panes() if is_on else Panes()
        self.record_chosen = False
        self.marks: tuple[Mark, ...] = ()

    def look_up(self) -> None:
        """Ask what is kept for this file; ends in the signals."""
        if self.is_on:
            self._view.jobs.run("log memory", _LookUp(self._view.path), self._on_looked_up, self._on_not_looked_up)

    def _on_looked_up(self, found: tuple[str, LogState | None]) -> None:
        self._fingerprint, self._log = found
        if self._log is None:
            return
        self.marks = self._log.marks
        if self.marks:
            self.marks_known.emit(self.marks)
        if self._log.filter and not self._is_reopened and not self._view.session.query:
            self.filter_known.emit(self._log.filter)

    def _on_not_looked_up(self, _error: Exception) -> None:
        """Go on as with a file that was never open: what cannot be read is reported by the log itself."""

    @property
    def log(self) -> LogState | None:
        """What is kept for this file; None until it is known, and for a new one."""
        return self._log

    @property
    def shape_key(self) -> str:
        """The name under which logs with the same fields are kept; empty before the fields are known."""
        return self._shape_key

    def filters(self) -> list[str]:
        """Return the filters used before, oldest first."""
        return remembered.filters() if self.is_on else []

    # a tab of the last session

    def reopen(self, tab: TabState) -> None:
        """Show the tab as it was: filter, order, and the line that was the current one once it is read."""
        view = self._view
        self._is_reopened = True
        if tab.filter:
            view.filter_bar.set_filter(tab.filter)
        if tab.sort:
            view.session.sort_by(tab.sort, tab.descending)
        self._line, self._to_end = tab.line, tab.at_end
        if self._line > 1 or self._to_end:
            view.session.state_changed.connect(self._go_to_line)
            view.session.order_changed.connect(self._go_to_line)

    def _go_to_line(self) -> None:
        """Go there once the line is read, filtered and in its place."""
        session, table = self._view.session, self._view.table
        is_read = session.state.lines >= self._line or session.state.complete
        if (
            not (self._line or self._to_end)
            or not is_read
            or not table.log_model.rowCount()
            or _REORDERING & set(session.jobs.kinds())
        ):
            return
        if self._to_end and session.state.live:
            if session.state.complete:  # everything that is there now
                self._line, self._to_end = 0, False
                self._view.following.go_to_end()
            return
        line, self._line, self._to_end = self._line, 0, False
        table.show_record(session.store.record_at_line(max(1, line)), nearest=True)

    def tab(self) -> TabState:
        """Return the tab as it is now."""
        view = self._view
        row = view.table.log_model.cache.get(view.table.currentIndex().row())
        column, descending = view.session.sort or ("", False)
        line = row.line if row is not None else self._line
        at_end = view.following.sticks and view.session.state.live
        return TabState(str(view.path.absolute()), view.session.query, column, bool(descending), line, at_end)

    # columns and plots

    def columns(self) -> list[TableColumn]:
        """Return the columns that were chosen for logs with the same fields, empty if none were."""
        store = self._view.session.store
        self._shape_key = remembered.shape_key([field.name for field in store.fields()])
        self._shape = remembered.shape(self._shape_key) if self.is_on else None
        return [] if self._shape is None else [find_column(store, name) for name in self._shape.columns]

    def restore_widths(self) -> None:
        """Give the columns the widths that the user gave them."""
        if self._shape is not None:
            self._view.table.header.use_widths(self._shape.widths)

    def restore_plots(self) -> None:
        """Plot what was plotted for logs with the same fields."""
        from aidebug_gui.ui.state.plot_memory import restore_plots  # needs the plotting library, which is here by now

        plots, fields = self._view.panels.plots, self._view.panels.fields
        if plots is not None and self._shape is not None:
            restore_plots(plots, self._shape)
        if plots is not None and self.panes.plots < 0:
            plots.hide()
        if fields is not None and self.panes.fields < 0:
            fields.hide()

    # keeping

    def keep(self) -> None:
        """Take over how the tab looks now; it is written with the next save."""
        if not self.is_on:
            return
        remembered.remember_panes(self._panes_now())
        remembered.remember_filters(self._view.filter_bar.edit.history())
        self._keep_shape()
        if self._fingerprint:
            tab = self.tab()
            before = self._log or LogState()
            self._log = replace(
                before,
                path=tab.path,
                fingerprint=self._fingerprint,
                filter=tab.filter,
                sort=tab.sort,
                descending=tab.descending,
                line=tab.line,
                at_end=tab.at_end,
                marks=self.marks,
            )
            remembered.remember_log(self._log)

    def save(self) -> None:
        """Keep how the tab looks now; it is about to go."""
        if self.is_on:
            self.keep()
            remembered.save()

    def _keep_shape(self) -> None:
        if not self._shape_key:
            return
        before = remembered.shape(self._shape_key) or ShapeState()  # another part may have kept something meanwhile
        header = self._view.table.header
        names, widths = tuple(header.shown_order()), header.user_widths()
        usual = tuple(column.name for column in default_columns(self._view.session.store.fields()))
        is_chosen = bool(before.columns) or (names, widths) != (usual, {})
        now = replace(before, columns=names, widths=widths) if is_chosen else before
        plots = self._view.panels.plots
        if plots is not None:
            from aidebug_gui.ui.state.plot_memory import lanes_now

            now = replace(now, lanes=lanes_now(plots), record_axis=plots.wants_record_axis)
        if now != before:
            remembered.remember_shape(self._shape_key, now)

    def _panes_now(self) -> Panes:
        view, before = self._view, self.panes
        record, fields, plots = view.record_pane, view.panels.fields, view.panels.plots
        is_open = not record.isHidden()
        return Panes(
            record=(1 if is_open else -1) if self.record_chosen else before.record,
            record_width=record.width() if is_open else before.record_width,
            fields=before.fields if fields is None or view.narrow.hides(fields) else -1 if fields.isHidden() else 1,
            fields_width=fields.width() if fields is not None and not fields.isHidden() else before.fields_width,
            plots=before.plots if plots is None or view.narrow.hides(plots) else -1 if plots.isHidden() else 1,
            plots_height=plots.usual_height() if plots is not None and not plots.isHidden() else before.plots_height,
        )


class _LookUp:
    """Finds what is kept for a file (pool thread: reads its first bytes)."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()

    def __call__(self, cancel: CancelToken) -> tuple[str, LogState | None]:
        return remembered.fingerprint(self._path), remembered.known_log(self._path)
