"""The text of a followed log as one stream: which part of it lies in which file, wherever that file is by now.

What was appended never moves: an offset leads to the same text for as long as there is any. Text that is gone from the
disk reads as line breaks, of which no record consists.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from aidebug_gui.sources.follow.kept_copy import KeptText
from aidebug_gui.sources.handles import Handle
from aidebug_gui.sources.limits import LIMITS, Limits

FILLER = b"\n"


@dataclass(slots=True)
class Text:
    """The text of one file. ``handle`` is None when it is gone from the disk, or where there never was a file."""

    handle: Handle | None = None


@dataclass(slots=True)
class _Segment:
    start: int  # in the stream
    length: int
    text: Text
    offset: int  # in the file


class FollowedText:
    """A stream made of parts of files, of which a private copy is kept. One thread appends, any thread reads.

    ``end``: how long it is. ``lines_end``: where its last whole line ends.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.end = 0
        self.lines_end = 0
        self.kept = KeptText(limits)
        self._lock = threading.Lock()
        self._segments: list[_Segment] = []

    def append(self, text: Text, offset: int, length: int, lines_length: int) -> None:
        """Append what lies in a file at ``offset``, without looking at it; whole lines end behind ``lines_length``."""
        with self._lock:
            last = self._segments[-1] if self._segments else None
            if last is not None and last.text is text and last.offset + last.length == offset:
                last.length += length
            else:
                self._segments.append(_Segment(self.end, length, text, offset))
            if lines_length:
                self.lines_end = self.end + lines_length
            self.end += length

    def append_data(self, text: Text, offset: int, data: bytes) -> None:
        """Append ``data``, which lies in a file at ``offset``, and keep a copy of it."""
        self.kept.keep(self.end, data)
        self.append(text, offset, len(data), data.rfind(b"\n") + 1)

    def end_line(self) -> None:
        """End the last line where its file does not: what follows comes from another one."""
        if self.end > self.lines_end:
            self.append_data(Text(), 0, FILLER)

    def rehome(self, old: Text, length: int, new: Text) -> None:
        """Let the first ``length`` bytes of a file be read as ``new``: the rest of it is gone."""
        with self._lock:
            for at in reversed(range(len(self._segments))):
                segment = self._segments[at]
                within = length - segment.offset
                if segment.text is not old or within <= 0:
                    continue
                if within < segment.length:
                    rest = _Segment(segment.start + within, segment.length - within, old, length)
                    self._segments.insert(at + 1, rest)
                    segment.length = within
                segment.text = new

    def place_of(self, text: Text, offset: int) -> int | None:
        """Return where in the stream the byte at ``offset`` of a file is, None if it was left out."""
        with self._lock:
            for segment in reversed(self._segments):
                if segment.text is text and segment.offset <= offset < segment.offset + segment.length:
                    return segment.start + offset - segment.offset
        return None

    def is_kept(self, offset: int) -> bool:
        """Return whether the byte at ``offset`` can still be read."""
        probe = bytearray(1)
        if self.kept.read_into(memoryview(probe), offset):
            return True
        with self._lock:
            segment = self._segment_at(offset)
            return segment is not None and segment.text.handle is not None

    def read_into(self, buffer: memoryview, offset: int, end: int) -> int:
        """Fill ``buffer`` from ``offset`` on, up to ``end`` of the stream; return the bytes. Raises OSError."""
        buffer = buffer[: max(0, min(end, self.end) - offset)]
        done = 0
        while done < len(buffer):
            count = self.kept.read_into(buffer[done:], offset + done)
            if not count:
                following = self.kept.next_start(offset + done)
                stop = len(buffer) if following is None else min(len(buffer), following - offset)
                count = self._from_file(buffer[done:stop], offset + done)
            done += count
        return done

    def _segment_at(self, offset: int) -> _Segment | None:
        at = bisect_right(self._segments, offset, key=attrgetter("start")) - 1
        return self._segments[at] if at >= 0 else None

    def _from_file(self, buffer: memoryview, offset: int) -> int:
        """Fill the beginning of ``buffer`` from the one file that holds ``offset``."""
        with self._lock:
            segment = self._segment_at(offset)
            assert segment is not None  # every offset before the end lies in a segment
            within = offset - segment.start
            length = min(len(buffer), segment.length - within)
            handle, position = segment.text.handle, segment.offset + within
        count = 0
        if handle is not None:
            try:
                count = handle.read_into(buffer[:length], position)
            except ValueError:  # closed just now: too many old files
                count = 0
        buffer[count:length] = FILLER * (length - count)  # gone from the disk
        return length
