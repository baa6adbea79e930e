"""One round of reading: blocks prepared while the engine takes them, in one statement."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Set

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.sources.blocks import Block
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.reading.preparing import LineState, Prepared, Preparer

ROW_GROUP = 122_880
"""Rows that the engine stores together. Batches of fewer rows are put together by copying them once more, which takes a
quarter of the time of all else; that is why blocks are large."""


class Round:
    """The blocks that go into one statement, prepared and noted in the index while the engine asks for them.

    ``lines``: the state behind the blocks that were taken. ``end``: the offset behind them. ``older``: records before
    theirs that get flags, with the flag. ``error``: what ended the round; in a stream it would reach the engine, which
    makes it a word of its own.
    """

    def __init__(
        self,
        preparer: Preparer,
        index: RecordIndex,
        source: Iterator[Block],
        codes: Set[int],
        records: int,
        *,
        supposing: bool,
    ) -> None:
        """``codes``: those that the statement can project. ``records``: how many there are before the round.

        ``supposing``: the statement tells where lines are not of the format that they were supposed to be of.
        """
        self._preparer = preparer
        self._index = index
        self._source = source
        self._codes = codes
        self._records = records
        self._supposing = supposing
        self.lines = LineState()
        self.end = 0
        self.older: list[tuple[NDArray[np.int64], int]] = []
        self.error: Exception | None = None

    def stream(
        self, first: Prepared, lines: LineState, deadline: float, cancelled: threading.Event
    ) -> pa.RecordBatchReader:
        """Return the blocks as a stream of Arrow batches that ends at the deadline (``time.monotonic``).

        ``first``: the first block, prepared. ``lines``: the state behind it.
        """
        return pa.RecordBatchReader.from_batches(first.table.schema, self._batches(first, lines, deadline, cancelled))

    def _batches(
        self, prepared: Prepared, lines: LineState, deadline: float, cancelled: threading.Event
    ) -> Iterator[pa.RecordBatch]:
        try:
            while prepared.present <= self._codes:  # others are read again by a round that knows their formats
                yield from self._taken(prepared, lines)
                block = next(self._source, None) if time.monotonic() < deadline and not cancelled.is_set() else None
                if block is None:
                    return
                lines = lines.copy()
                del prepared  # with its text, before there is another one
                prepared = self._preparer.prepare(block, lines, supposing=self._supposing)
        except Exception as error:
            self.error = error

    def _taken(self, prepared: Prepared, lines: LineState) -> list[pa.RecordBatch]:
        """Note a block's records and return its batches; nothing else holds its text."""
        self._index.note(self._records, prepared.offsets, prepared.numbers, prepared.flags)
        self._records = lines.records
        self.lines = lines
        self.end = prepared.end
        self.older += prepared.older
        count = max(1, len(prepared.offsets) // ROW_GROUP)
        batches: list[pa.RecordBatch] = prepared.table.to_batches(max_chunksize=-(-prepared.table.num_rows // count))
        return batches
