"""Keeps the state of the program: read once, changed in memory, written when there is something to write."""

from __future__ import annotations

import logging
from collections.abc import Callable
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


class Memory:
    """What is remembered. Two windows of the program (two processes) may share the file.

    A change is a function from state to state: before the file is written it is looked at again, and if another
    process wrote it meanwhile, the changes made here are applied to what it wrote.
    """

    def __init__(self, path: Path) -> None:
        self._file = JsonFile(path, migrate)
        self._changes: list[Change] = []
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

    def save(self, *, durable: bool = True) -> None:
        """Write what changed; ``durable``: wait for the disk, which may take a moment.

        A disk that is full or read-only is logged and costs nothing else.
        """
        if not self._changes:
            return
        lock = QLockFile(str(self._file.path) + ".lock")
        try:
            self._file.path.parent.mkdir(parents=True, exist_ok=True)
            lock.tryLock(LOCK_MS)  # without it two windows closed at once could lose something, no more than that
            if self._file.changed_outside():
                self._take_over()
            self._file.write(to_data(self.state), durable=durable)
            self._changes.clear()
        except OSError as error:
            log.warning("not remembered: %s", error)
        finally:
            lock.unlock()

    def _take_over(self) -> None:
        """Apply our changes to what another process wrote."""
        data, _ = self._file.read()
        if data is None:
            return
        state = from_data(State, data)
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
