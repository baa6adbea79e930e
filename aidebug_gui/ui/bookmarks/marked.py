"""Which records of a log are marked. They are kept by line, because numbers of records may change between versions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from aidebug_gui.store.protocol import LogStore
from aidebug_gui.ui.state import Mark


class Marked:
    """The marked records in the order of the log, and marks whose line is not read yet."""

    def __init__(self) -> None:
        self._marks: dict[int, Mark] = {}
        self._waiting: list[Mark] = []

    def __len__(self) -> int:
        return len(self._marks)

    def __contains__(self, record: int) -> bool:
        return record in self._marks

    @property
    def is_waiting(self) -> bool:
        """Whether there are marks whose line is not read yet."""
        return bool(self._waiting)

    def records(self) -> list[int]:
        """Return the numbers of the marked records, ascending."""
        return sorted(self._marks)

    def mark(self, record: int) -> Mark | None:
        """Return the mark of a record."""
        return self._marks.get(record)

    def marks(self) -> tuple[Mark, ...]:
        """Return all marks by line, also those whose line is not read yet."""
        return tuple(sorted((*self._marks.values(), *self._waiting), key=_line))

    def notes(self) -> tuple[tuple[int, str], ...]:
        """Return the number of each marked record, ascending, and what was noted about it."""
        return tuple((record, self._marks[record].note) for record in self.records())

    def toggle(self, record: int, line: int) -> bool:
        """Mark a record that begins at a line, or take its mark away; return whether it is marked now."""
        if record in self._marks:
            del self._marks[record]
            return False
        self._marks[record] = Mark(line)
        return True

    def write(self, record: int, line: int, note: str) -> None:
        """Mark a record and note something about it."""
        self._marks[record] = Mark(line, note)

    def wait_for(self, marks: Iterable[Mark]) -> None:
        """Take over marks that were kept; :meth:`place` finds their records."""
        self._waiting += [mark for mark in marks if mark.line > 0]

    def place(self, store: LogStore) -> bool:
        """Find the records of the marks whose lines are read by now. Returns whether there were any."""
        state = store.state()
        ready = [mark for mark in self._waiting if mark.line <= state.lines]
        self._waiting = [mark for mark in self._waiting if mark.line > state.lines]
        for mark in ready:
            self._marks.setdefault(store.record_at_line(mark.line), mark)
        return bool(ready)

    def start_again(self) -> None:
        """Records have other numbers now: all marks wait for :meth:`place` once more."""
        self._waiting += self._marks.values()
        self._marks.clear()

    def next_to(self, record: int, *, backwards: bool) -> int:
        """Return the next marked record after (or before) one, going on from the other end; -1 without marks."""
        records = self.records()
        if not records:
            return -1
        if backwards:
            return records[bisect_left(records, record) - 1]  # -1: the last one
        return records[bisect_right(records, record) % len(records)]


def _line(mark: Mark) -> int:
    return mark.line
