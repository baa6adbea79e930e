"""Keeps the state of the program: read once, changed in memory, written when there is something to write."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from aidebug_gui.resources import state_directory
from aidebug_gui.ui.state.json_file import JsonFile
from aidebug_gui.ui.state.migration import migrate
from aidebug_gui.ui.state.old_settings import old_settings
from aidebug_gui.ui.state.schema import State, from_data, to_data

log = logging.getLogger(__name__)

NAME = "state.json"
LOCK_MS = 300

Change = Callable[[State], State]


@dataclass(frozen=True, slots=True)
class Written:
    """What a :class:`Writer` did: so many changes, on top of what another process wrote (``merged``) if it did."""

    changes: int
    merged: State | None


class Writer:
    """Writes one state. It touches nothing that the window looks at."""

    def __init__(
        self, file: JsonFile, lock: threading.Lock, state: State, changes: tuple[Change, ...], *, durable: bool
    ) -> None:
        self._file, self._lock, self._state, self._changes, self._durable = file, lock, state, changes, durable

    def __call__(self, _cancel: object = None) -> Written | None:
        with self._lock:
            between = QLockFile(str(self._file.path) + ".lock")
            try:
                self._file.path.parent.mkdir(parents=True, exist_ok=True)
                between.tryLock(LOCK_MS)  # without it two windows closed at once could lose something, no more
                merged = self._merged() if self._file.changed_outside() else None
                self._file.write(to_data(merged or self._state), durable=self._durable)
            except OSError as error:
                log.warning("not remembered: %s", error)
                return None
            finally:
                between.unlock()
        return Written(len(self._changes), merged)

    def _merged(self) -> State | None:
        """Apply our changes to what another process wrote, if it can be read."""
        data, _ = self._file.read()
        if data is None:
            return None
        state = from_data(State, data)
        for function in self._changes:
            state = function(state)
        return state


class Memory:
    """What is remembered. Two windows of the program (two processes) may share the file.

    A change is a function from state to state: before the file is written it is looked at again, and if another
    process wrote it meanwhile, the changes made here are applied to what it wrote.
    """

    def __init__(self, path: Path) -> None:
        self._file = JsonFile(path, migrate)
        self._changes: list[Change] = []
        self._lock = threading.Lock()
        self.state, self.problem = self._read()
        """``problem``: why what was kept could not be read, in words; empty if it could."""

    def _read(self) -> tuple[State, str]:
        data, problem = self._file.read()
        if data is None and not problem:
            data = migrate(old) if (old := old_settings()) else None
        return from_data(State, data), problem

    def change(self, function: Change) -> None:
        """Change the state; it is written with the next :meth:`save`."""
        changed = function(self.state)
        if changed != self.state:
            self.state = changed
            self._changes.append(function)

    def save(self) -> None:
        """Write what changed and wait for the disk. One that is full or read-only is logged and costs nothing else."""
        if self._changes:
            self.on_written(self.writer(durable=True)())

    def writer(self, *, durable: bool = False) -> Writer:
        """Return what writes the state as it is now, from any thread; hand its result to :meth:`on_written`."""
        return Writer(self._file, self._lock, self.state, tuple(self._changes), durable=durable)

    @property
    def has_changes(self) -> bool:
        """Whether there is something to write."""
        return bool(self._changes)

    def on_written(self, written: Written | None) -> None:
        """Take over what was written; None: nothing was. What changed since is written the next time."""
        if written is None:
            return
        self._changes = self._changes[written.changes :]
        if written.merged is not None:
            state = written.merged
            for function in self._changes:
                state = function(state)
            self.state = state

    def forget(self) -> None:
        """Forget everything (the user asked for it, or a test begins)."""
        self.change(_nothing)
        self.save()


def _nothing(_: State) -> State:
    return State()


_known: dict[Path, Memory] = {}


def memory() -> Memory:
    """Return the memory of this program."""
    path = state_directory() / NAME
    if path not in _known:
        _known.clear()
        _known[path] = Memory(path)
    return _known[path]
