"""One opened log as the window sees it: what is filtered, how it is sorted, what of it is shown. No widgets here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.filter.edit import set_levels
from aidebug_gui.store.protocol import CancelToken, FilterError, LogStore, Rows, StoreState
from aidebug_gui.ui.growing_rows import GrowingRows
from aidebug_gui.ui.jobs import WAIT_AT_CLOSE_S, Jobs
from aidebug_gui.ui.throttle import Throttle

log = logging.getLogger(__name__)

REFRESH_MS = 50
COUNTS_MS = 1000
RESORT_MS = 1000
MOST_MOVED = 500_000  # records whose new numbers are looked up at once, in some 10 ms


@dataclass(frozen=True, slots=True, eq=False)
class Pin:
    """A fixed selection with a name, for records that no filter can name. ``count``: as many as there are in all."""

    name: str
    rows: Rows
    count: int


@dataclass(frozen=True, slots=True)
class Selected:
    """The answer to a filter: ``rows`` (None: all) of the records 0..covered-1.

    The records from ``settled`` on may change; ``bytes_read`` tells later whether they did.
    """

    query: str
    rows: Rows | None
    covered: int
    settled: int = 0
    bytes_read: int = 0


class LogSession(QObject):
    """Filter, sorting and counts of one log; everything slow runs in ``jobs``.

    Signals:
        state_changed(): the store read on; look at :attr:`state`.
        selection_changed(): other records are selected, or more of the same.
        order_changed(): what the table shows, and in which order, changed.
        levels_counted(object): dict level -> count under the filter without its level terms.
        filter_failed(object): a FilterError; the filter before it stays in force.
        filter_applied(str): the filter in force.
        pin_changed(): a fixed selection was set or taken away; look at :attr:`pinned`.
        renumbered(): all records have other numbers than before.
        failed(object): an Exception of the engine.
    """

    state_changed = Signal()
    selection_changed = Signal()
    order_changed = Signal()
    levels_counted = Signal(object)
    filter_failed = Signal(object)
    filter_applied = Signal(str)
    pin_changed = Signal()
    renumbered = Signal()
    failed = Signal(object)
    _store_changed = Signal()

    def __init__(self, store: LogStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.jobs = jobs
        self.state: StoreState = store.state()
        self.query = ""
        self.pinned: Pin | None = None
        self.selection: Rows | None = None
        self.sort: tuple[str, bool] | None = None
        self.in_context = False
        self.is_paused = False
        self._covered = self._settled = self._bytes_covered = 0
        self._generation_before = self.state.generation
        self._chosen = GrowingRows()
        self._asked = ""
        self._sorted: Rows | None = None
        self._refresh = Throttle(self._read_state, REFRESH_MS, self)
        self._count_levels = Throttle(self._start_counting, COUNTS_MS, self)
        self._sort_again = Throttle(self._start_sorting, RESORT_MS, self)
        # The store calls from its own threads; the signal brings it here.
        self._store_changed.connect(self._refresh.__call__)
        store.on_change(_Notifier(self))
        self._read_state()

    def notify(self) -> None:
        """Tell that the store changed; from any thread."""
        self._store_changed.emit()

    @property
    def order(self) -> Rows | None:
        """Record numbers in the order of the table, None for the whole log in its own order."""
        if self.in_context:
            return None
        return self._sorted if self.sort is not None and self._sorted is not None else self.selection

    @property
    def is_ascending(self) -> bool:
        """Whether the table shows the log's own order."""
        return self.in_context or self.sort is None or self._sorted is None

    @property
    def is_filtered(self) -> bool:
        """Whether a filter or a fixed selection is in force."""
        return bool(self.query) or self.pinned is not None

    @property
    def shown(self) -> int:
        """How many records the filter leaves."""
        return self.state.records if self.selection is None else len(self.selection)

    def is_idle(self) -> bool:
        """Return whether the log is read and every answer is here."""
        finished = self.state.complete or self.state.cancelled or bool(self.state.error)
        waiting = self._refresh.is_pending or self._count_levels.is_pending or self._sort_again.is_pending
        return finished and not waiting and self.jobs.is_idle() and self._covered >= self.state.records

    def close(self, other_jobs: Sequence[Jobs] = ()) -> None:
        """Stop reading and all jobs, and close the store after the last of them; waits for that at most 2 s."""
        for throttle in (self._refresh, self._count_levels, self._sort_again):
            throttle.cancel()
        self.store.cancel_reading()
        endings = [ending for jobs in (self.jobs, *other_jobs) for ending in jobs.stop()]
        closer = threading.Thread(target=_close_store, args=(self.store, endings), name="close log")
        closer.start()
        closer.join(WAIT_AT_CLOSE_S)
        if closer.is_alive():
            log.warning("%s: jobs still run, the log is closed after them", self.store.name)

    # filter

    def apply(self, query: str) -> None:
        """Filter by ``query``; ends in ``filter_applied`` or ``filter_failed``."""
        self._asked = query = query.strip()
        self.jobs.cancel("filter more")
        if not query and self.pinned is None:
            self.jobs.cancel("filter")
            self._on_selected(Selected("", None, self.state.records))
            return
        job = _Select(self.store, query, pin=self.pinned)
        self.jobs.run("filter", job, self._on_selected, self._on_filter_error)

    def keep_filter(self) -> None:
        """Stay with the filter in force: the one that was asked for is given up."""
        self.jobs.cancel("filter")
        self._asked = self.query

    def pin(self, pin: Pin) -> None:
        """Show only these records, and of them what the filter leaves, until :meth:`unpin`."""
        self._set_pin(pin)

    def unpin(self) -> None:
        """Take the fixed selection away; the filter stays."""
        if self.pinned is not None:
            self._set_pin(None)

    def _set_pin(self, pin: Pin | None) -> None:
        self.pinned = pin
        self.in_context = False
        self.pin_changed.emit()
        self.apply(self._asked)

    def _on_selected(self, selected: Selected) -> None:
        is_new = selected.query != self.query
        self.query = selected.query
        self.selection = self._chosen.replace(0, selected.rows) if selected.rows is not None else None
        self._cover(selected)
        self.in_context = self.in_context and not is_new
        self._show_selection()
        self.filter_applied.emit(self.query)
        self._emit_selection()
        if self._covered < self.state.records:  # the log may be complete by now, and nothing else would ask
            self._select_more()

    def _cover(self, selected: Selected) -> None:
        self._covered, self._settled = selected.covered, selected.settled
        self._bytes_covered = selected.bytes_read

    @property
    def _is_behind(self) -> bool:
        """Whether records came that the filter has not seen, or the last one has changed."""
        state = self.state
        return self._covered < state.records or (
            self._settled < state.records and self._bytes_covered < state.bytes_read
        )

    def _show_selection(self) -> None:
        """Bring the new rows into the table, before counts and plots of them compete for the processor."""
        if self.sort is None:
            self.order_changed.emit()
        else:
            self._sort_again()

    def _emit_selection(self) -> None:
        self.selection_changed.emit()
        self._count_levels()

    def _on_filter_error(self, error: Exception) -> None:
        self._asked = self.query
        if isinstance(error, FilterError):
            self.filter_failed.emit(error)
        else:
            self.failed.emit(error)

    def _select_more(self) -> None:
        """Filter the records that were read since."""
        if {"filter", "filter more"} & set(self.jobs.kinds()):
            return
        job = _Select(self.store, self.query, min(self._covered, self._settled), self.pinned)
        self.jobs.run("filter more", job, self._on_more, self.failed.emit)

    def _on_more(self, more: Selected) -> None:
        if more.query != self.query or self.selection is None or more.rows is None:
            return
        first = int(np.searchsorted(self.selection, min(self._covered, self._settled)))
        is_other = not np.array_equal(self.selection[first:], more.rows)
        self._cover(more)
        if is_other:
            self.selection = self._chosen.replace(first, more.rows)
            self._show_selection()
            self._emit_selection()
        if self._covered < self.state.records:
            self._select_more()

    # reading

    def set_paused(self, is_paused: bool) -> None:
        """Leave everything as it is while the log grows, or go on with it."""
        if is_paused != self.is_paused:
            self.is_paused = is_paused
            self.store.hold_numbers(is_held=is_paused)
            self._read_state()

    def _read_state(self) -> None:
        if self.is_paused:
            return
        before, generation = self.state.records, self.state.generation
        bytes_before = self.state.bytes_read
        self.state = self.store.state()
        if self.state.generation != generation:
            self._start_over(generation)
            before = 0
        if self.selection is None and not self.is_filtered:
            self._covered = self.state.records
            if self.state.records != before or not before:
                self._show_selection()
                self._emit_selection()
            elif self.state.live and self.state.bytes_read != bytes_before:
                self._show_selection()  # the last record has changed
        elif self._is_behind:
            if self.in_context:
                self.order_changed.emit()
            self._select_more()
        self.state_changed.emit()

    def numbers_now(self, rows: Rows | None) -> Rows | None:
        """Return the present numbers of records that were known before all were renumbered; None if nobody knows."""
        if rows is None or len(rows) > MOST_MOVED:
            return None
        return self.store.numbers_now(rows, self._generation_before)

    def _start_over(self, generation: int) -> None:
        """What was known of the records by their numbers is void: filter and sort again.

        Until that is done the same records are shown under their new numbers, where these are known.
        """
        self.jobs.cancel("filter more")
        self.jobs.cancel("sort")
        self._generation_before = generation
        moved, self._sorted = self.numbers_now(self.selection), self.numbers_now(self._sorted)
        self._covered = 0
        self.renumbered.emit()
        if self.pinned is not None:
            self.pinned = None
            self.pin_changed.emit()
            moved = None
        if self._asked or self.query:
            moved = np.empty(0, dtype=np.int64) if moved is None else np.sort(moved)
            self.selection = self._chosen.replace(0, moved)
            self._show_selection()
            self.apply(self._asked)
        else:
            self.selection = None

    # levels, sorting, context

    def _start_counting(self) -> None:
        job = _CountLevels(self.store, self.query, self.selection, self.pinned)
        self.jobs.run("levels", job, self.levels_counted.emit, self._ignore_bad_filter)

    def _ignore_bad_filter(self, error: Exception) -> None:
        if not isinstance(error, FilterError):  # told already when it was applied
            self.failed.emit(error)

    def sort_by(self, column: str, descending: bool | None) -> None:
        """Sort the table by a column; None: log order."""
        self.in_context = False
        if descending is None:
            self.jobs.cancel("sort")
            self._sort_again.cancel()
            self.sort = self._sorted = None
            self.order_changed.emit()
            return
        self.sort = (column, descending)
        self._start_sorting()

    def _start_sorting(self) -> None:
        if self.sort is not None:
            self.jobs.run("sort", _Sort(self.store, self.selection, *self.sort), self._on_sorted, self.failed.emit)

    def _on_sorted(self, order: Rows) -> None:
        if self.sort is not None:
            self._sorted = order
            self.order_changed.emit()

    def set_context(self, in_context: bool) -> None:
        """Show the whole log in its own order while the filter stays, or go back to what it leaves."""
        if in_context != self.in_context and (self.is_filtered or self.sort is not None or not in_context):
            self.in_context = in_context
            self.order_changed.emit()


def _close_store(store: LogStore, endings: Sequence[threading.Event]) -> None:
    """Close the store when the jobs that use it have ended (a thread of its own)."""
    for ending in endings:
        ending.wait()
    store.close()


class _Notifier:
    """What the store calls. Survives the session: the store's thread may call once more after the tab is closed."""

    def __init__(self, session: LogSession) -> None:
        self._signal = session.notify

    def __call__(self) -> None:
        try:
            self._signal()
        except RuntimeError:  # the session's Qt side is gone
            return


class _Select:
    """Filters the records from ``first`` on (of a fixed selection, if there is one), up to what is read by now."""

    def __init__(self, store: LogStore, query: str, first: int = 0, pin: Pin | None = None) -> None:
        self._store, self._query, self._first, self._pin = store, query, first, pin

    def __call__(self, cancel: CancelToken) -> Selected:
        state = self._store.state()
        covered = state.records
        rows = self._store.select(self._query, first=self._first, cancel=cancel) if self._query else None
        rows = pinned_rows(rows, self._pin, self._first)
        if rows is not None and len(rows) and rows[-1] >= covered:
            rows = rows[: int(np.searchsorted(rows, covered))]  # later ones come with the next call
        return Selected(self._query, rows, covered, state.settled, state.bytes_read)


def pinned_rows(rows: Rows | None, pin: Pin | None, first: int = 0) -> Rows | None:
    """Return what a filter's rows (None: all, from ``first`` on) and a fixed selection have in common."""
    if pin is None:
        return rows
    fixed = pin.rows[int(np.searchsorted(pin.rows, first)) :]
    return fixed if rows is None else np.intersect1d(rows, fixed, assume_unique=True)


class _Sort:
    def __init__(self, store: LogStore, selection: Rows | None, column: str, descending: bool) -> None:
        self._store, self._selection, self._column, self._descending = store, selection, column, descending

    def __call__(self, cancel: CancelToken) -> Rows:
        return self._store.sort(self._selection, self._column, descending=self._descending, cancel=cancel)


class _CountLevels:
    """Counts levels under the filter without its level terms, so that a button tells what it would bring."""

    def __init__(self, store: LogStore, query: str, selection: Rows | None, pin: Pin | None) -> None:
        self._store, self._query, self._selection, self._pin = store, query, selection, pin

    def __call__(self, cancel: CancelToken) -> dict[int, int]:
        rest = set_levels(self._query, None)
        if rest == self._query:  # no level terms: the rows are here already
            rows = self._selection
        else:
            rows = pinned_rows(self._store.select(rest, cancel=cancel) if rest else None, self._pin)
        cancel.check()
        return self._store.level_counts(rows)
