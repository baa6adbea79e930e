"""``aidebug-gui query FILE... 'FILTER' --follow``: matching records as they are written, through rotation and truncation.

A record may still get lines, and a last line may still grow: so the last record is printed when the next one begins, or
when it rested for a moment.
"""

from __future__ import annotations

import select
import signal
import sys
import threading
import time
from contextlib import ExitStack
from types import FrameType
from typing import TypeAlias

import numpy as np

from aidebug_gui.analysis.personal_data import personal_marks
from aidebug_gui.cli.console import ERROR, FOUND, INTERRUPTED, NOTHING, fail, write
from aidebug_gui.cli.opening import filter_message, warn_of_definitions
from aidebug_gui.cli.query import Query, Run
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store import open_log
from aidebug_gui.store.export import csv_lines
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError, Rows, StoreState

Places: TypeAlias = list[tuple[int, int]]
"""Records by (file, first line)."""
REST_S = 0.3
LOOK_S = 0.1
_NONE: Rows = np.empty(0, dtype=np.int64)


def follow(wanted: Query) -> int:
    """Print the records that match, and those that come; return an exit code when nothing more can come."""
    try:
        parse(wanted.text)
        warn_of_definitions()
        with ExitStack() as opened:
            run = _FollowRun(wanted, opened)
            opened.callback(run.ctrl_c.leave)
            return run.until_the_end()
    except FilterError as problem:
        return fail(filter_message(wanted.text, problem))


class _CtrlC:
    """Notes Ctrl+C instead of raising it: an exception from anywhere may be lost in a callback of a library.

    A second Ctrl+C raises, for who does not want to wait for what runs.
    """

    def __init__(self) -> None:
        self.pressed = False

    def watch(self) -> None:
        """Take over Ctrl+C, unless this process ignores it, as one in the background of a script does."""
        is_main = threading.current_thread() is threading.main_thread()
        if is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._on_pressed)

    def leave(self) -> None:
        if signal.getsignal(signal.SIGINT) == self._on_pressed:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _on_pressed(self, _number: int, _frame: FrameType | None) -> None:
        self.pressed = True
        self.leave()


class _Followed:
    """One log, and how far it is printed. Records that are renumbered are known by file and line."""

    def __init__(self, store: FileLog, path: LogAddress) -> None:
        self.store = store
        self.path = path
        self.printed = 0  # records
        self._lines = np.zeros(1, dtype=np.int64)  # of each file, the last one that was seen
        self._owed: Places = []  # seen and not printed
        self._state = store.state()
        self._changed = time.monotonic()
        self._printed_events = 0  # events

    def printable(self) -> Rows:
        """Return the records that are to be printed now, once; call it while all keep their numbers."""
        state = self.store.state()
        if _text_of(state) != _text_of(self._state):
            self._changed = time.monotonic()
        is_renumbered, self._state = state.generation != self._state.generation, state
        rests = time.monotonic() - self._changed >= REST_S
        new = self._not_printed(state.records) if is_renumbered else _NONE
        first = state.records if is_renumbered else self.printed
        stop = max(first, state.records if rests else state.settled)
        self._note_lines(self.printed if not is_renumbered else 0, state.records)
        self.printed = stop
        self._owed = self._places(stop, state.records)
        return np.concatenate([new, np.arange(first, stop)])

    def _places(self, first: int, stop: int) -> Places:
        """Return (file, line) of the records [first, stop)."""
        lines = self.store.lines(np.arange(first, stop))
        return list(zip(self.store.files_between(first, stop).tolist(), lines.tolist(), strict=True))

    def _note_lines(self, first: int, stop: int) -> None:
        """Know which lines of the files stand in the records [first, stop)."""
        files, lines = self.store.files_between(first, stop), self.store.lines(np.arange(first, stop))
        missing = int(files.max(initial=0)) + 1 - len(self._lines)
        self._lines = np.concatenate([self._lines, np.zeros(max(0, missing), dtype=np.int64)])
        np.maximum.at(self._lines, files, lines)

    def _not_printed(self, count: int) -> Rows:
        """All have other numbers: return those that came since, and those that were seen and not printed."""
        files, lines = self.store.files_between(0, count), self.store.lines(np.arange(count))
        known = np.zeros(max(int(files.max(initial=0)) + 1, len(self._lines)), dtype=np.int64)
        known[: len(self._lines)] = self._lines
        new = lines > known[files]
        for file, line in self._owed:
            new |= (files == file) & (lines == line)
        return np.flatnonzero(new)

    def print_events(self) -> None:
        """Say on the standard error what happened to the file."""
        events = self.store.events()
        for event in events[self._printed_events :]:
            fail(event.text)
        self._printed_events = len(events)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes and all is printed."""
        state = self.store.state()
        return not state.live and state.records <= self.printed


class _FollowRun(Run):
    """One query over all its files at once."""

    def __init__(self, wanted: Query, opened: ExitStack) -> None:
        super().__init__(wanted)
        self._news = threading.Event()
        self.ctrl_c = _CtrlC()
        self._logs: list[_Followed] = []
        self._failed = False
        for path in wanted.paths:
            try:
                store = open_log(path, follow=True)
            except SourceError as problem:
                fail(str(problem))
                self._failed = True
                continue
            opened.callback(store.close)
            store.use_marks(personal_marks)
            store.on_change(self._news.set)
            self._logs.append(_Followed(store, path))

    def until_the_end(self) -> int:
        for log in self._logs:
            log.store.wait()
            if not log.store.state().live:
                fail(f"{log.path} cannot be followed: it is not a plain file of lines. What it holds now is printed.")
        if self._wanted.style == "csv":
            self._settle_columns()
            write(next(csv_lines(iter([]), self._csv_columns())).encode())
        self.ctrl_c.watch()
        self._print_until_idle()
        if self.ctrl_c.pressed:
            return INTERRUPTED
        if self._failed or any(log.store.state().error for log in self._logs):
            return ERROR
        return FOUND if self._found else NOTHING

    def _print_until_idle(self) -> None:
        while self._left != 0 and not all(log.is_over for log in self._logs) and _is_read():
            for log in self._logs:
                log.print_events()
                self._print_new(log)
            if self.ctrl_c.pressed:
                break
            self._news.wait(LOOK_S)
            self._news.clear()

    def _print_new(self, log: _Followed) -> None:
        with log.store.numbers_kept():
            new = log.printable()
            if not len(new):
                return
            rows = log.store.select(self._wanted.text, first=int(new[0]))
            rows = new if rows is None else np.intersect1d(rows, new, assume_unique=True)
            self._print(log.store, self._within_limit(rows), log.path)

    def _settle_columns(self) -> None:
        if not self._columns:
            filled = {field.name for log in self._logs for field in log.store.fields() if field.canonical}
            self._columns = tuple(name for name in CANONICAL if name in filled)


def _text_of(state: StoreState) -> tuple[int, int]:
    return state.lines, state.bytes_read


def _is_read() -> bool:
    """Return whether somebody still reads the standard output: a closed pipe is else seen only with the next record."""
    if not hasattr(select, "poll"):  # Windows
        return True
    poll = select.poll()
    try:
        poll.register(sys.stdout.fileno(), 0)
    except (OSError, ValueError):  # no real file, as in a notebook
        return True
    return not any(events & (select.POLLERR | select.POLLNVAL) for _, events in poll.poll(0))
