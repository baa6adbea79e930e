"""Keeps the strip beside the table true: what is shown, what is found, what is searched for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from aidebug_gui.store.filter.expression import Regex, Text
from aidebug_gui.store.filter.formatting import format_expression
from aidebug_gui.store.protocol import CancelToken, FilterError, LogStore, Rows
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.minimap.places import NOWHERE, Places
from aidebug_gui.ui.minimap.strip import Channel, MinimapStrip
from aidebug_gui.ui.navigation.controller import ERRORS, error_positions
from aidebug_gui.ui.pace import Pace

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_NO_ROWS: Rows = np.empty(0, dtype=np.int64)


def _no_rows() -> Rows:
    return _NO_ROWS


class Minimap(QObject):
    """Asks where the marks are, at the pace that the log's size allows."""

    def __init__(self, view: LogView, strip: MinimapStrip) -> None:
        super().__init__(view)
        self._view = view
        self.strip = strip
        self.jobs = Jobs(self)
        self._finding_rows: Callable[[], Rows] = _no_rows
        self._pace = Pace(self.jobs, self._look)
        strip.position_asked.connect(self._on_position)
        view.session.order_changed.connect(self._on_order)
        view.find_bar.pattern_changed.connect(self.look_for_matches)
        bar = view.table.verticalScrollBar()
        bar.valueChanged.connect(self._tell_view)
        bar.rangeChanged.connect(self._tell_view)

    def is_idle(self) -> bool:
        """Return whether everything is marked."""
        return self.jobs.is_idle() and not self._pace.is_pending

    def close(self) -> None:
        """Stop; the log is about to be closed."""
        self._pace.cancel()
        self.jobs.stop()

    def set_findings(self, rows: Callable[[], Rows]) -> None:
        """Mark records (sorted) as those of findings; asked for in the background, there may be millions."""
        self._finding_rows = rows
        self._pace()

    def _on_order(self) -> None:
        QTimer.singleShot(0, self, self._tell_view)
        self._pace()

    def _look(self) -> None:
        job = _Places(self._view, _Errors(self._view.session.store), self._finding_rows)
        self.jobs.run("minimap", job, self._show, self._on_failed)
        self.look_for_matches()

    def look_for_matches(self) -> None:
        """Mark what the find bar looks for, nothing where it is closed."""
        bar = self._view.find_bar
        text = bar.edit.text() if bar.isVisible() else ""
        self.jobs.cancel("minimap matches")
        self.strip.set_places(Channel.MATCHES, NOWHERE)
        if text:
            query = _find_query(text, is_regex=bar.regex.isChecked(), match_case=bar.match_case.isChecked())
            job = _Places(self._view, _Matches(self._view.session.store, query), _no_rows)
            self.jobs.run("minimap matches", job, self._show_matches, self._on_failed)

    def _show(self, found: tuple[Places, Places]) -> None:
        self.strip.set_places(Channel.ERRORS, found[0])
        self.strip.set_places(Channel.FINDINGS, found[1])
        self._tell_view()

    def _show_matches(self, found: tuple[Places, Places]) -> None:
        self.strip.set_places(Channel.MATCHES, found[0])

    def _on_failed(self, _error: Exception) -> None:
        """A regular expression that cannot be read is told in the find bar; what cannot be read, in the table."""

    def _tell_view(self) -> None:
        table = self._view.table
        self.strip.set_top(table.header.height())
        first, last = table.visible_positions()
        self.strip.set_view(first, last, table.log_model.rowCount())

    def _on_position(self, position: int) -> None:
        self._view.table.show_position(position)


class _Errors:
    """The records with errors."""

    def __init__(self, store: LogStore) -> None:
        self._store = store

    def __call__(self, cancel: CancelToken) -> Rows:
        rows = self._store.select(ERRORS, cancel=cancel)
        return _NO_ROWS if rows is None else rows


class _Matches:
    """The records that a search finds."""

    def __init__(self, store: LogStore, query: str) -> None:
        self._store, self._query = store, query

    def __call__(self, cancel: CancelToken) -> Rows:
        try:
            rows = self._store.select(self._query, cancel=cancel)
        except FilterError:
            return _NO_ROWS
        return _NO_ROWS if rows is None else rows


class _Places:
    """The job: where records stand in the table as it was when this was made."""

    def __init__(self, view: LogView, question: _Errors | _Matches, rows: Callable[[], Rows]) -> None:
        session = view.session  # not the table: it may hear of another order later than the strip
        self._question, self._rows = question, rows
        self._order = session.order
        self._count = session.state.records if self._order is None else len(self._order)
        self._is_ascending = session.is_ascending

    def __call__(self, cancel: CancelToken) -> tuple[Places, Places]:
        found = self._question(cancel)
        return self._places(found), self._places(self._rows())

    def _places(self, rows: Rows) -> Places:
        positions = error_positions(self._order, rows, is_ascending=self._is_ascending)
        return Places.of(positions[: int(np.searchsorted(positions, self._count))], self._count)


def _find_query(text: str, *, is_regex: bool, match_case: bool) -> str:
    """Return the filter that finds what the find bar finds."""
    if is_regex:
        return format_expression(Regex(pattern=text, ignore_case=not match_case))
    return format_expression(Text(value=text, match_case=match_case))
