"""Several files as one log that grow: what they get is put behind what is there, in the order of time.

A record waits a moment for older ones of other files (``pending.py``). What comes later still is shown at once, behind
the others, and all records are put in order again a little later, the larger the log the rarer: ``generation`` tells it.
So is what becomes of a record in the middle: when it gets further lines after others came behind it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from aidebug_gui.formats.combined_layout import combined_layout
from aidebug_gui.sources.follow.file_set import FileWatch
from aidebug_gui.store.growing_array import GrowingArray
from aidebug_gui.store.merging.merger import AT_ONCE, MergedProjection, Merger, MergeTarget, Places
from aidebug_gui.store.merging.order import Integers, Order, Times
from aidebug_gui.store.merging.parts import Extent, Part
from aidebug_gui.store.merging.pending import Pending, cutoff, keys_of
from aidebug_gui.store.merging.table import add_rows, select_rows
from aidebug_gui.store.merging.tails import Tail, inverse, last_of, latest, stepped
from aidebug_gui.store.merging.text import TextMap
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.reading.ingest import TABLE, add_columns
from aidebug_gui.store.sql.quoting import identifier

PACE_S = 0.04
"""A round costs 5 ms whatever it holds."""
BUSY_WAIT_S, IDLE_WAIT_S = 0.03, 0.5
GATHER_S = 0.01
"""Files that are written are looked at at the same moments: where one has news the others have soon."""
REST_S = 0.06
"""The last record of a file is merged when it got no further lines for so long."""
ORDER_S = 2.0
ORDER_SHARE = 20
"""Putting all in order again is repeated at the earliest after 20 times as long as it took."""
_MOST_AT_ONCE = 1 << 18  # records of one file


class LiveMerger(Merger):
    """Goes on with what the files get, and with files that come later, until it is cancelled."""

    def __init__(
        self,
        parts: Sequence[Part],
        target: MergeTarget,
        changed: Callable[[], None],
        notice: str = "",
    ) -> None:
        super().__init__(parts, target, changed, notice)
        self.watch: FileWatch | None = None
        self.is_held = False  # whether all records must keep their numbers for now
        self._tails = [Tail() for _ in parts]
        self._joining: list[Part] = []
        self._lock = threading.Lock()
        self._last_key = 0
        self._is_disordered = self._must_merge = False
        self._ordered_at = self._ordering_took = 0.0
        self._published_state: object = None
        self._previous: tuple[int, Order] | None = None  # the order of the generation before, while it can be told

    # --- beginning and end

    def join(self, part: Part) -> None:
        """Let a new file belong to the log (any thread). The text of its spool ends with the log."""
        with self._lock:
            self._joining.append(part)
        self.on_part_read()

    def cancel(self) -> None:
        """Let nothing more come. What is there is read to its end, if it was read to its end before."""
        if self.watch is not None:
            self.watch.stop()
        if self._settled.is_set():
            for part in self.parts:
                part.ingest.cancel()
            self._news.set()
        else:
            super().cancel()

    def close(self) -> None:
        self.cancel()
        if self.watch is not None:
            self.watch.close()
        super().cancel()
        super().close()
        for part in self.parts:
            part.ingest.close()
        for part in self._joining:
            part.spool.close()

    def _is_live(self) -> bool:
        is_watched = self.watch is not None and self.watch.is_wanted
        return is_watched or any(part.ingest.state.live for part in self.parts)

    def _read_all(self) -> None:
        super()._read_all()
        if self._cancelled.is_set():
            return
        for tail in self._tails:
            tail.is_ready = True
        self._keep_timeless_last()
        self._settled.set()
        if self.watch is not None:
            self.watch.start()
        while not self._cancelled.is_set():
            is_live = self._is_live()  # asked first: what comes later is taken then
            begun = time.monotonic()
            has_more = self._step(begun)
            self._publish_if_changed()
            waits = has_more or self._must_merge or any(self._is_behind(at) for at in range(len(self.parts)))
            if not (is_live or waits or self._is_disordered):
                break
            self._cancelled.wait(max(0.0, PACE_S - (time.monotonic() - begun)))
            if not self._news.is_set() and self._news.wait(BUSY_WAIT_S if waits else IDLE_WAIT_S):
                self._cancelled.wait(GATHER_S)
            self._news.clear()
        self._publish_if_changed()

    def _is_behind(self, at: int) -> bool:
        part, tail = self.parts[at], self._tails[at]
        return tail.pending.first < part.ingest.state.records or not tail.is_ready

    def _step(self, now: float) -> bool:
        """Take what came and what waited long enough; return whether there is more to take soon."""
        self._admit_new_files()
        for at in range(len(self.parts)):
            self._collect(at, now)
        released = self._release(now)
        if released and not self._must_merge:
            self._append(released)
        if not self._must_merge:
            for at in range(len(self.parts)):
                self._check_last(at)
        self._reorder_if_due(now)
        return bool(released)

    # --- new files

    def _admit_new_files(self) -> None:
        """Take in the files that joined, and let some of them be read."""
        with self._lock:
            joining, self._joining = self._joining, []
        if joining:
            with self.swap:
                self._spool.spools = (*self._spool.spools, *(part.spool for part in joining))
                self._tails += [Tail() for _ in joining]
                self._states += [StoreState() for _ in joining]
                self._ranks += [GrowingArray(np.empty(0, dtype=np.int64)) for _ in joining]
                self.parts = (*self.parts, *joining)
                self._show_order()
        reading = [part for part, tail in zip(self.parts, self._tails, strict=True) if not tail.is_ready]
        for part in reading[:AT_ONCE]:
            if not part.is_started:
                part.start()
        for part, tail in zip(self.parts, self._tails, strict=True):
            tail.is_ready = tail.is_ready or (part.is_started and part.ingest.wait(0))

    # --- what comes

    def _collect(self, at: int, now: float) -> None:
        """Look at what a file got, and let it wait to be merged."""
        part, tail = self.parts[at], self._tails[at]
        if not tail.is_ready:
            return
        if tail.generation < 0:
            tail.generation = part.ingest.generation
        state = part.ingest.state
        progress = (state.lines, state.bytes_read, state.records)
        if progress != tail.progress:
            tail.progress, tail.changed = progress, now
        rests = now - tail.changed >= REST_S or not state.live
        first = tail.pending.stop
        stop = min(state.records if rests else state.settled, first + _MOST_AT_ONCE)
        times = part.extent(first, stop).times if stop > first else None
        if part.ingest.generation != tail.generation:
            self._must_merge = True  # it was read again
        elif times is not None and len(times):
            self._queue(tail, times, part, now)

    def _queue(self, tail: Tail, times: Times, part: Part, now: float) -> None:
        first = tail.pending.stop
        is_timed = tail.pending.is_timed = part.ingest.time_range is not None
        keys = keys_of(times, tail.pending.before if is_timed else None, self._last_key)
        if not is_timed:
            tail.steps.append((first, int(keys[0])))
        tail.pending.add(keys, now)

    def _release(self, now: float) -> list[tuple[int, int, Integers]]:
        """Return (file, row of the first record, keys) of what is to be merged now."""
        waiting = [(at, tail.pending) for at, tail in enumerate(self._tails) if tail.pending]
        if not waiting:
            return []
        limit = cutoff((tail.pending for tail in self._tails), now)
        begins = [(at, pending.first, pending.release(limit)) for at, pending in waiting]
        return [(at, first, keys) for at, first, keys in begins if len(keys)]

    def _append(self, released: Sequence[tuple[int, int, Integers]]) -> None:
        """Put records behind those that are there, in order among themselves."""
        extents = [self.parts[at].extent(first, first + len(keys), is_timed=False) for at, first, keys in released]
        is_whole = all(extent.records == len(keys) for extent, (_, _, keys) in zip(extents, released, strict=True))
        if not is_whole or not self._holds(released):
            self._must_merge = True  # a file is read again: all that it has comes with the merge
            return
        keys = np.concatenate([keys for _, _, keys in released])
        position = np.argsort(keys, kind="stable")
        files = np.concatenate([np.full(len(keys), at, dtype=np.uint16) for at, _, keys in released])[position]
        rows = np.concatenate([np.arange(first, first + len(keys)) for _, first, keys in released])[position]
        self._adopt_layouts()
        try:
            add_rows(self._database, TABLE, self.projection, self.parts, files, rows)
        except (duckdb.Error, pa.ArrowException):
            self._must_merge = True
            if self._holds(released):
                raise
            return
        if not self._holds(released):
            self._must_merge = True
            return
        self._add(files, rows, inverse(position), released, extents)
        self._is_disordered = self._is_disordered or int(keys.min()) < self._last_key
        self._last_key = latest(keys, self._last_key)

    def _holds(self, released: Sequence[tuple[int, int, Integers]]) -> bool:
        """Return whether none of these files was read again."""
        return all(self.parts[at].ingest.generation == self._tails[at].generation for at, _, _ in released)

    def _add(
        self,
        files: np.ndarray[Any, np.dtype[np.uint16]],
        rows: Integers,
        numbers: Integers,
        released: Sequence[tuple[int, int, Integers]],
        extents: Sequence[Extent],
    ) -> None:
        """Let the order, the text and the index know records that are in the table; ``numbers``: file by file."""
        ends = np.cumsum([0, *(len(keys) for _, _, keys in released)])
        ranks = tuple(numbers[begin:end] for begin, end in pairwise(ends.tolist()))
        places = Places(Order(files, rows, ranks), extents)
        count = self.order.count
        grown: list[GrowingArray[Any]] = [self._files, self._rows, self._offsets, self._starts]
        for array in (*grown, *(self._ranks[at] for at, _, _ in released)):
            array.reserve(len(rows))  # while the window need not wait for it
        with self.swap:
            starts = places.text.starts + self._spool.size()
            self._files.append(files)
            self._rows.append(rows)
            self._offsets.append(places.text.offsets)
            self._starts.append(starts[1:])
            for (at, _, _), own in zip(released, ranks, strict=True):
                self._ranks[at].append(own + count)
            self._show_order()
            self._index.add_last_lines(places.last_lines)
            self._index.append(starts[:-1], places.lines, places.flags, int(starts[-1]))
        for (at, _, keys), extent in zip(released, extents, strict=True):
            self._tails[at].last = last_of(extent)
            if self._tails[at].pending.is_timed:
                self._extend_time_range(keys)

    def _show_order(self) -> None:
        files = self._files.view()
        self.order = Order(files, self._rows.view(), tuple(ranks.view() for ranks in self._ranks))
        self._spool.map = TextMap(self._starts.view(), self._offsets.view(), files)

    def _extend_time_range(self, times: Integers) -> None:
        first, last = int(times.min()), int(times.max())
        before = self.time_range or (first, last)
        self.time_range = (min(first, before[0]), max(last, before[1]))

    def _adopt_layouts(self) -> None:
        """Let the log have the columns and fields of all files, if one of them shows others than before."""
        layouts = [part.ingest.layout for part in self.parts]
        if all(tail.layout is layout for tail, layout in zip(self._tails, layouts, strict=True)):
            return
        layout = combined_layout(layouts, [part.ingest.state.records for part in self.parts])
        add_columns(self._database, self.projection.columns, MergedProjection(layout, self._catalog.levels).columns)
        self._use(layout)
        for tail, own in zip(self._tails, layouts, strict=True):
            tail.layout = own

    # --- records that change

    def _check_last(self, at: int) -> None:
        """See whether the last record that is merged of a file became another one."""
        part, tail = self.parts[at], self._tails[at]
        row = tail.pending.first - 1
        if row < 0 or not tail.is_ready or tail.progress == tail.checked:
            return
        tail.checked = tail.progress
        extent = part.extent(row, row + 1, is_timed=False)
        if not extent.records or last_of(extent) == tail.last or part.ingest.generation != tail.generation:
            return
        tail.last = last_of(extent)
        if int(self.order.ranks[at][row]) == self.order.count - 1:
            self._change_last(at, row, extent)
        else:
            self._is_disordered = True  # its text ends elsewhere, and so all that comes behind it begins elsewhere

    def _change_last(self, at: int, row: int, extent: Extent) -> None:
        """Let the last record of all be what it became."""
        self._adopt_layouts()
        number, part = self.order.count - 1, self.parts[at]
        with closing(self._database.cursor()) as cursor:
            found = cursor.execute(f"{select_rows(part, self.projection)} WHERE rowid = {row}").fetchall()
            columns = self.projection.columns
            changes = ", ".join(f"{identifier(name)} = ?" for name in columns)
            cursor.execute(f"UPDATE {TABLE} SET {changes} WHERE rowid = ?", [*found[0], number])
        with self.swap:
            end = int(self._starts.view()[number]) + int(extent.lengths[0])
            self._starts.set_last(end)
            self._offsets.set_last(int(extent.offsets[0]))
            self._index.change_last_line(int(extent.last_lines[0]))
            self._index.change_last(int(extent.flags[0]), end)
            self._show_order()
        if isinstance(found[0][list(columns).index("time")], int):
            self._extend_time_range(np.array([found[0][list(columns).index("time")]], dtype=np.int64))

    # --- the order of all

    def _reorder_if_due(self, now: float) -> None:
        """Merge all again where that is needed and its time has come."""
        since = now - self._ordered_at
        is_due = since >= max(ORDER_S, ORDER_SHARE * self._ordering_took) or not self._is_live()
        if self.is_held or not (self._must_merge or (self._is_disordered and is_due)):
            return
        self._merge()
        self._ordered_at = time.monotonic()
        self._ordering_took = self._ordered_at - now

    def _merge(self) -> None:
        before, generation, was_read_anew = self.order, self.generation, self._must_merge
        super()._merge()
        if self.generation != generation:
            self._previous = None if was_read_anew or not generation else (generation, before)

    def numbers_now(self, numbers: Integers, generation: int) -> Integers | None:
        with self.swap:
            if generation == self.generation:
                return numbers
            if self._previous is None or self._previous[0] != generation:
                return None
            before = self._previous[1]
            numbers = numbers[(numbers >= 0) & (numbers < before.count)]
            files, rows = before.part[numbers], before.row[numbers]
            now = np.empty(len(numbers), dtype=np.int64)
            for file in np.unique(files).tolist():
                mine = files == file
                now[mine] = self.order.ranks[file][rows[mine]]
            return now

    def _extent_of(self, at: int) -> Extent:
        part = self.parts[at]
        is_known = self._tails[at].is_ready or not self._settled.is_set()
        return part.extent() if is_known else part.extent(0, 0)

    def _times_of(self, extents: Sequence[Extent]) -> list[Times]:
        """Return the times; a file without any keeps its records where they came in."""
        return [stepped(extent, tail.steps) for extent, tail in zip(extents, self._tails, strict=True)]

    def _on_merged(self, extents: Sequence[Extent]) -> None:
        self._must_merge = self._is_disordered = False
        order, text = self.order, self._spool.map
        self._files, self._rows = GrowingArray(order.part), GrowingArray(order.row)
        self._ranks = [GrowingArray(ranks) for ranks in order.ranks]
        self._starts, self._offsets = GrowingArray(text.starts), GrowingArray(text.offsets)
        self._last_key = latest(np.concatenate([extent.times.compressed() for extent in extents]), 0)
        for tail, extent in zip(self._tails, extents, strict=True):
            known = extent.times.compressed()
            tail.pending = Pending(extent.records, int(known[-1]) if len(known) else None)
            tail.pending.changed = tail.changed
            tail.generation = extent.generation if extent.records else tail.generation
            tail.layout = None
            tail.last = last_of(extent)
        if self._settled.is_set():  # who sees the new numbers sees the new generation, too
            self._keep_timeless_last()
            self.state = self._state_now(complete=self.state.complete)

    def _keep_timeless_last(self) -> None:
        """Let the records of files without times, which are behind all others, stay behind those that are here now."""
        for part, tail in zip(self.parts, self._tails, strict=True):
            if tail.pending.first and part.ingest.time_range is None and not tail.steps:
                tail.steps = [(0, self._last_key)]

    # --- the state

    def _publish_if_changed(self) -> None:
        """Publish how far all is read, if that is something new."""
        self._states = [self._account(at) for at in range(len(self.parts))]
        states = [part.ingest.state for part in self.parts]
        complete = all(state.complete for state in states) and all(tail.is_ready for tail in self._tails)
        ended = (self._cancelled.is_set(), self._is_live())
        progress = (self._index.count, self._index.end, self.generation, states, complete, ended, self.layout)
        if progress != self._published_state:
            self._published_state = progress
            self._publish(complete=complete and not self._cancelled.is_set())

    def _account(self, at: int) -> StoreState:
        """Return a file's accounts of the records that are merged."""
        part, rows = self.parts[at], self._tails[at].pending.first
        state = part.ingest.state
        if rows == state.records:
            return state
        if rows > state.records:  # it is read again
            return self._states[at]
        lines = int(part.index.lines(np.array([rows]))[0]) - 1
        blank = min(state.blank, lines - rows)
        return replace(state, records=rows, lines=lines, blank=blank, continuation=lines - rows - blank)
