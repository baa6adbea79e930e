"""A log that is followed: what its file gets, whatever becomes of the file, is one stream of lines.

One thread looks at the file every 40 ms while it grows, every 250 ms while it rests. The file is never locked, and each
look costs a few system calls. A file that is renamed is read to its end, then the new one from its beginning; one that
is emptied is read from its beginning again. What was read stays, see ``text.py``.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from aidebug_gui.sources.events import EventKind, SourceEvent
from aidebug_gui.sources.follow.file import PIECE_BYTES, Generation, Readable, Rewritten
from aidebug_gui.sources.follow.siblings import copy_of, missed
from aidebug_gui.sources.follow.text import FollowedText
from aidebug_gui.sources.handles import Handle, identity
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.translatable import Text, joined, translatable

ACTIVE_S = 0.04
IDLE_S = 0.25
WATCHED_S = 10.0
_SLOWER = 1.1
REST_S = 0.5
"""A last line without its end that does not grow for so long is shown as it is."""
_REST_S_PER_MB = 1.0  # each showing looks at the whole line again
WRITER_RESTS_S = 1.0
"""After a rename the writer may go on in the old file for a while: what is empty or half-written waits so long."""
_ROUND_BYTES = 8 * PIECE_BYTES
_LAST_LINE_BYTES = 1 << 20
_SMALL_BYTES = 8 << 20  # larger files are only copied when they are seen to grow
_CUT_BYTES = 4096
_OLD_FILES = 32  # held open, so that their rows can be read whatever becomes of their names
_WATCHED_OLD_FILES = 4
_EVENTS = 1000  # older ones are forgotten
_CLOCK_NS = 10_000_000  # how coarse a file system's clock is
Identity: TypeAlias = tuple[int, int]


class FollowedFile(Spool):
    """A plain log file that may grow, be rotated, emptied, deleted and recreated while it is read."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        """Open ``path`` and begin to follow it. Raises SourceError with the reason in words."""
        super().__init__(path)
        self.live = True
        self._limits = limits
        self._events: deque[SourceEvent] = deque(maxlen=_EVENTS)
        self.is_pinned = False  # whether this very file is followed, whatever has its name
        self.foreign: Callable[[], Iterable[Identity]] = tuple  # files that are other logs, whatever their names say
        self.is_watched = False  # whether somebody calls ``wake`` when the file changes
        self.active_s = ACTIVE_S  # how long it is not looked at while it is written
        self._stopped = threading.Event()
        self._awoken = threading.Event()
        self._grown = threading.Condition()
        self._text = FollowedText(limits)
        self._old: deque[Generation] = deque()
        self._reported_deleted = False
        self._reported_error = ""
        self._seen_ns = time.time_ns()
        handle = self._handle
        self._visible, self._lines_end = _ends_now(handle)
        self._current = Generation(handle, self._visible)
        self._text.append(self._current.text, 0, self._visible, self._lines_end)
        self._grows_from = self._visible
        self._before = (max(0, self._visible - limits.kept_before_bytes), self._visible)  # still to be copied
        self._thread = threading.Thread(target=self._run, name="follow", daemon=True)
        self._thread.start()

    # --- what the engine asks

    def size(self) -> int:
        return self._visible

    def ends(self) -> tuple[int, int]:
        with self._grown:
            return self._lines_end, self._visible

    def progress(self) -> tuple[int, int]:
        return self._visible, self._visible

    def wait_for(self, size: int, timeout: float) -> None:
        with self._grown:
            self._grown.wait_for(lambda: self._visible >= size or self._stopped.is_set(), timeout)

    def events(self) -> Sequence[SourceEvent]:
        return tuple(self._events)

    def gone(self) -> bool:
        return False  # what became of the file is told by events

    def read_into(self, buffer: memoryview, offset: int) -> int:
        try:
            return self._text.read_into(buffer, offset, self._visible)
        except OSError as error:
            raise SourceError(
                translatable(
                    "{path} cannot be read: {reason}.", path=str(self.path), reason=str(error.strerror or error)
                )
            ) from error

    def stop(self) -> None:
        """Follow the file no longer. What was read stays."""
        self.live = False
        self._stopped.set()
        self._awoken.set()
        with self._grown:
            self._grown.notify_all()

    def close(self) -> None:
        self.stop()
        self._thread.join()
        self._text.kept.close()
        for generation in (*self._old, self._current):
            if generation.text.handle is not None:
                generation.text.handle.close()
        super().close()

    def wake(self) -> None:
        """Look soon: the file changed."""
        self._awoken.set()

    # --- the thread that looks

    def _run(self) -> None:
        pause = 0.0
        while not self._stopped.is_set():
            is_awoken = self._awoken.wait(self._until_next_look() if pause == self.active_s else pause)
            self._awoken.clear()
            try:
                moved = self._look()
                self._reported_error = ""
            except OSError as error:
                moved = 0
                self._report_error(
                    translatable(
                        "{path} cannot be read at the moment: {reason}.",
                        path=str(self.path),
                        reason=str(error.strerror or error),
                    )
                )
            if moved:
                pause = 0.0 if moved >= PIECE_BYTES else self.active_s
            elif is_awoken:
                pause = self.active_s
            else:
                longer = pause * (2 if self.is_watched and pause >= IDLE_S else _SLOWER)
                pause = min(WATCHED_S if self.is_watched else IDLE_S, max(self.active_s, longer))

    def _until_next_look(self) -> float:
        """Return the seconds until files that are written are looked at: at the same moments, so that few merges do."""
        return self.active_s - time.monotonic() % self.active_s

    def _look(self) -> int:
        """Take what is new; return how many bytes that was."""
        moved = self._take(self._current)
        for old in list(self._old)[-_WATCHED_OLD_FILES:]:
            moved += self._take_late(old)
        moved += self._look_at_path()
        self._show_resting_line()
        if not moved:
            moved = self._copy_before()
        return moved

    def _take(self, generation: Generation) -> int:
        taken = 0
        try:
            while taken < _ROUND_BYTES and not self._stopped.is_set() and (data := generation.new_bytes()):
                if data.startswith(b"\0") and (gap := generation.skip_gap()):
                    self._report(
                        "gap",
                        translatable(
                            "{gap} bytes of {name} were never written. They are left out.", gap=gap, name=self.path.name
                        ),
                    )
                    continue
                if not generation.position and data.startswith(BOM_UTF8):
                    generation.take(BOM_UTF8)
                    data = data[len(BOM_UTF8) :]
                self._append(generation, data)
                taken += len(data)
        except Rewritten:
            self._begin_again(generation)
            return taken + 1  # there may be more at its beginning
        return taken

    def _append(self, generation: Generation, data: bytes) -> None:
        self._text.append_data(generation.text, generation.position, data)
        generation.take(data)
        self._show(self._text.lines_end)

    def _show(self, end: int) -> None:
        """Let what is before ``end`` be seen."""
        if end > self._visible or self._text.lines_end > self._lines_end:
            with self._grown:
                self._visible = max(self._visible, end)
                self._lines_end = min(self._text.lines_end, self._visible)
                self._grown.notify_all()

    def _show_resting_line(self) -> None:
        length = self._text.end - self._text.lines_end
        rest = time.monotonic() - self._current.changed
        if length and rest >= REST_S + length / 1e6 * _REST_S_PER_MB:
            self._show(self._text.end)

    def _end_line(self) -> None:
        self._text.end_line()
        self._show(self._text.end)

    def _copy_before(self) -> int:
        """Copy a piece of what was there before the file was followed."""
        start, stop = self._before
        has_grown = self._text.end > self._grows_from
        if start >= stop or self._text.kept.full or (stop > _SMALL_BYTES and not has_grown):
            return 0
        data = self._current.handle.read(start, min(PIECE_BYTES, stop - start))
        if not data or self._old or self._current.emptied or not self._current.holds():
            self._before = (stop, stop)
            return 0
        self._text.kept.keep(start, data)
        self._before = (start + len(data), stop)
        return len(data)

    # --- what becomes of the file

    def _begin_again(self, generation: Generation) -> None:
        """Go on in a file that was emptied, cut or rewritten."""
        if generation is not self._current:  # an old one: nobody should write there
            generation.end(None)
            generation.handle.close()
            return
        handle, itself, copy = generation.handle, generation.identity, copy_of(self.path, generation)
        cut = 0 if copy is not None else self._length_of_cut(generation)
        generation.end(copy)
        if copy is not None:
            self._take_all(generation)
        self._retire(generation)
        for between in self._missed(generation, itself):
            self._report("truncated", _emptied(self.path.name))
            self._take_all(between)
            self._retire(between)
        self._current = Generation(handle, cut, emptied=True)
        text = _emptied(self.path.name)
        if cut:
            self._text.rehome(generation.text, cut, self._current.text)
            text = translatable(
                "{name} was cut to {cut} bytes. Reading goes on from there.", name=self.path.name, cut=cut
            )
        if not self._is_readable(generation):
            self.lost = True
            text = joined(text, translatable("The text of older rows is gone."))
        self._report("truncated", text)

    def _missed(self, last: Generation, *others: Identity) -> list[Generation]:
        """Return the files that began and ended since the last look; ``others`` are known, too."""
        known = {generation.identity for generation in (*self._old, last, self._current)}.union(others)
        return missed(self.path, known.union(self.foreign()), self._seen_ns - _CLOCK_NS, last)

    def current_identity(self) -> Identity:
        """Return which file has the name now, as far as was seen."""
        return self._current.identity

    def has_read(self, wanted: Identity | None, other: Readable) -> bool:
        """Return whether a file was taken under this log's name, or begins with all that was taken of one that was."""
        known = (*tuple(self._old), self._current)
        return any(one.identity == wanted and one.text.handle is not None for one in known) or any(
            one.position > 0 and one.matches(other) for one in (*known, self._current)
        )  # the current one twice: its marks may have moved on while they were looked at

    def begins_like(self, other: Handle) -> bool:
        """Return whether a file may become a copy of this one."""
        head = self._current.head
        return bool(head) and other.read(0, len(head)) == head

    def _retire(self, generation: Generation) -> None:
        """Keep a file that is not the current one any more, for its rows and for what may still come."""
        self._end_line()
        self._old.append(generation)
        while len(self._old) > _OLD_FILES:
            text = self._old.popleft().text
            if text.handle is not None:
                text.handle.close()
                text.handle = None
                self.lost = True

    def _length_of_cut(self, generation: Generation) -> int:
        """Return how much of a file is left if it was cut, 0 if it was rewritten."""
        size = generation.handle.status().st_size
        if not min(_CUT_BYTES, generation.position // 2) <= size <= generation.position or not size:
            return 0
        if generation.handle.read(0, len(generation.head)) != generation.head[:size]:
            return 0
        last = generation.handle.read(max(0, size - _CUT_BYTES), _CUT_BYTES)
        place = self._text.place_of(generation.text, size - len(last))
        if place is None:
            return 0
        known = bytearray(len(last))
        count = self._text.kept.read_into(memoryview(known), place)
        return size if known[:count] == last[:count] else 0

    def _is_readable(self, generation: Generation) -> bool:
        place = self._text.place_of(generation.text, 0)
        return place is None or self._text.is_kept(place)

    def _look_at_path(self) -> int:
        """See which file has the name now; return how many bytes of a new one were taken."""
        if self.is_pinned:
            return 0
        now_ns = time.time_ns()
        try:
            status = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            if not self._reported_deleted and self._current.is_deleted():
                self._reported_deleted = True
                self._report("deleted", translatable("{name} was deleted. What was read stays.", name=self.path.name))
            return 0
        taken = 0
        if identity(status) != self._current.identity:
            is_half = self._text.end > self._text.lines_end
            rests = time.monotonic() - self._current.changed >= WRITER_RESTS_S
            if not stat.S_ISREG(status.st_mode) or not (rests or (status.st_size and not is_half)):
                return 0
            taken = self._switch()
        if identity(status) == self._current.identity:
            self._seen_ns = now_ns
        return taken

    def _switch(self) -> int:
        """Read the file to its end, then the one that has its name now; return how many bytes were taken."""
        try:
            following = Generation(Handle.open(self.path))
        except FileNotFoundError:
            return 0  # the next look tells
        old, end = self._current, self._text.end
        self._take_all(old)
        if following.identity == old.identity or self._current is not old:  # emptied meanwhile: look again
            following.handle.close()
            return self._text.end - end
        self._current = following
        self._retire(old)
        for between in self._missed(old):
            self._report_new_file(old)
            self._take_all(between)
            self._retire(between)
            old = between
        self._report_new_file(old)
        self._take(following)
        return self._text.end - end

    def _take_all(self, generation: Generation) -> None:
        while self._take(generation):
            pass

    def _report_new_file(self, before: Generation) -> None:
        name = self.path.name
        if before.is_deleted():
            self._report(
                "recreated",
                translatable("{name} was deleted or replaced. Reading goes on in the new {name}.", name=name),
            )
        else:
            self._report("renamed", translatable("{name} was renamed. Reading goes on in the new {name}.", name=name))
        self._reported_deleted = False

    def _take_late(self, old: Generation) -> int:
        """Take whole lines that an old file got after the new one had begun."""
        if self._text.end > self._text.lines_end:
            return 0  # never inside another line
        try:
            data = old.new_bytes()
        except Rewritten:
            self._begin_again(old)
            data = b""
        if not data:
            return 0
        now = time.monotonic()
        lines = data[: data.rfind(b"\n") + 1]
        if not lines:
            old.look_again()
            old.half_line_since = old.half_line_since or now
            if now - old.half_line_since < WRITER_RESTS_S:
                return 0
            lines = data
        elif len(lines) < len(data):
            old.look_again()
        old.half_line_since = None
        if not old.reported_late:
            old.reported_late = True
            name = self.path.name
            self._report(
                "late",
                translatable(
                    "The old {name} got more lines after it was renamed. They stand where they came in.", name=name
                ),
            )
        self._append(old, lines)
        self._end_line()
        return len(lines)

    # --- telling

    def _report(self, kind: EventKind, text: str) -> None:
        self._events.append(SourceEvent(kind, text, self._text.end))
        with self._grown:
            self._grown.notify_all()

    def _report_error(self, text: str) -> None:
        if text != self._reported_error:
            self._reported_error = text
            self._report("note", text)


def _emptied(name: str) -> Text:
    return translatable("{name} was emptied. Reading goes on from its beginning.", name=name)


def _ends_now(handle: Handle) -> tuple[int, int]:
    """Return how much of a file is taken as it is, and where the last whole line in it ends.

    A last line without its end is taken if it rests.
    """
    status = handle.status()
    size = status.st_size
    last = handle.read(max(0, size - _LAST_LINE_BYTES), _LAST_LINE_BYTES)
    visible = last.rstrip(b"\0")
    size -= len(last) - len(visible)
    newline = visible.rfind(b"\n")
    if newline < 0 and size > len(visible):
        return size, size  # a giant line, which is not looked at again and again
    lines_end = size - len(visible) + newline + 1
    return (size if time.time() - status.st_mtime >= REST_S else lines_end), lines_end
