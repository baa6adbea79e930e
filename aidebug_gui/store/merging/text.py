"""The text of several files in the order of their merged records, read by offset as if it were one file.

Nothing is copied: an offset leads to a record, the record to its file. So all that reads a log's text (search, pages,
export, scans) reads merged logs too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.sources.spool import Spool

Integers = NDArray[np.int64]

_FEW_PIECES = 32
_DENSE = 4  # a stretch of a file is read as a whole if it is at most so many times larger than what is needed of it
_NEWLINE = 10


@dataclass(frozen=True, slots=True)
class TextMap:
    """Where the text of each record is. Record i takes ``starts[i]:starts[i + 1]`` of the merged text.

    It is read from ``offsets[i]`` of file ``part[i]``. The text of a record may be one byte longer than in its file:
    the last line of a file may lack its newline, and gets one here.
    """

    starts: Integers
    offsets: Integers
    part: NDArray[np.uint16]


EMPTY = TextMap(np.zeros(1, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint16))


class MergedSpool(Spool):
    """The merged text of some spools. ``map`` is replaced as a whole when the order changes."""

    def __init__(self, path: Path, spools: Sequence[Spool]) -> None:
        """``path``: what the log is called by. The spools belong to this one from here on."""
        self.path = path
        self.spools = tuple(spools)
        self.map = EMPTY

    def size(self) -> int:
        return int(self.map.starts[-1])

    @property
    def live(self) -> bool:  # type: ignore[override]  # some of the files may grow
        return any(spool.live for spool in self.spools)

    @property
    def lost(self) -> bool:  # type: ignore[override]
        return any(spool.lost for spool in self.spools)

    def progress(self) -> tuple[int, int]:
        done, total = zip(*(spool.progress() for spool in self.spools), strict=True)
        return sum(done), sum(total)

    def stop(self) -> None:
        for spool in self.spools:
            spool.stop()

    def gone(self) -> bool:
        return False  # each file tells it of itself

    def read_into(self, buffer: memoryview, offset: int) -> int:
        """Fill ``buffer`` from an offset of the merged text; see ``Spool.read_into``."""
        text = self.map
        stop = min(offset + len(buffer), int(text.starts[-1]))
        if stop <= offset:
            return 0
        first = int(np.searchsorted(text.starts, offset, side="right")) - 1
        last = int(np.searchsorted(text.starts, stop, side="left"))
        target = np.frombuffer(buffer, dtype=np.uint8)[: stop - offset]
        target[:] = _NEWLINE
        begins = text.starts[first:last].copy()
        sources = text.offsets[first:last].copy()
        sources[0] += offset - begins[0]
        begins[0] = offset
        ends = np.append(begins[1:], stop)
        parts = text.part[first:last]
        # Neighbours in one file are one piece.
        goes_on = (parts[1:] == parts[:-1]) & (sources[1:] - sources[:-1] == begins[1:] - begins[:-1])
        heads = np.flatnonzero(np.concatenate(([True], ~goes_on)))
        tails = np.append(heads[1:], len(parts)) - 1
        self._copy(target.data, begins[heads] - offset, ends[tails] - offset, sources[heads], parts[heads])
        return stop - offset

    def _copy(
        self, target: memoryview, begins: Integers, ends: Integers, sources: Integers, parts: NDArray[np.uint16]
    ) -> None:
        """Bring pieces of the files to their places in ``target``; what a file no longer has stays blank."""
        for part in np.unique(parts).tolist():
            spool = self.spools[part]
            mine = np.flatnonzero(parts == part)
            first, last = int(sources[mine].min()), int((sources[mine] + ends[mine] - begins[mine]).max())
            needed = int((ends[mine] - begins[mine]).sum())
            pieces = zip(begins[mine].tolist(), ends[mine].tolist(), sources[mine].tolist(), strict=True)
            if len(mine) <= _FEW_PIECES or last - first > _DENSE * needed:
                for begin, end, source in pieces:
                    spool.read_into(target[begin:end], source)
                continue
            stretch = np.empty(last - first, dtype=np.uint8)
            data = stretch[: spool.read_into(stretch.data, first)].data
            for begin, end, source in pieces:
                piece = data[source - first : source - first + end - begin]
                target[begin : begin + len(piece)] = piece

    def close(self) -> None:
        for spool in self.spools:
            spool.close()
