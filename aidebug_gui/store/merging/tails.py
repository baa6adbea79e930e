"""How far each file of a merged log is taken, and what there is to know of it for that."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from aidebug_gui.formats.model import Layout
from aidebug_gui.sources.events import SourceEvent
from aidebug_gui.store.merging.order import Integers, Times
from aidebug_gui.store.merging.parts import Extent
from aidebug_gui.store.merging.pending import Pending
from aidebug_gui.translatable import translatable

_FUTURE_NS = 24 * 3600 * 10**9  # a time that lies farther ahead is wrong, and nothing waits behind it


@dataclass(slots=True)
class Tail:
    """How far a file is merged. ``generation``: of its reader. ``last``: length, flags and last line of its last record.

    ``steps``: of a file without times, the key of the records from a row on: (row, key).
    """

    pending: Pending = field(default_factory=Pending)
    is_ready: bool = False
    generation: int = -1
    layout: Layout | None = None
    progress: tuple[int, int, int] = (-1, -1, -1)
    checked: tuple[int, int, int] = (-1, -1, -1)
    changed: float = 0.0
    last: tuple[int, int, int] = (-1, -1, -1)
    steps: list[tuple[int, int]] = field(default_factory=list)


def joined(path: Path) -> SourceEvent:
    """Return the notice of a file that joined."""
    return SourceEvent(
        "joined", translatable("{name} is new here. It belongs to this log from now on.", name=path.name), 0
    )


def inverse(position: Integers) -> Integers:
    numbers = np.empty(len(position), dtype=np.int64)
    numbers[position] = np.arange(len(position))
    return numbers


def latest(times: Integers, before: int) -> int:
    """Return the latest time so far; one far ahead of the clock does not count, unless the whole log is of such times."""
    limit = time.time_ns() + _FUTURE_NS
    possible = times[times <= limit]
    if not len(possible) and not 0 < before <= limit:
        possible = times
    return max(before, int(possible.max())) if len(possible) else before


def last_of(extent: Extent) -> tuple[int, int, int]:
    """Return length, flags and last line of the last record."""
    if not extent.records:
        return (-1, -1, -1)
    return int(extent.lengths[-1]), int(extent.flags[-1]), int(extent.last_lines[-1])


def stepped(extent: Extent, steps: Sequence[tuple[int, int]]) -> Times:
    """Return the times of a file; where it has none at all those that its records got when they came.

    They come behind the records of that very time.
    """
    if not extent.records or not steps or not np.ma.getmaskarray(extent.times).all():
        return extent.times
    firsts, keys = np.array(steps, dtype=np.int64).T
    at = np.searchsorted(firsts, np.arange(extent.records), side="right") - 1
    return np.ma.masked_array(keys[np.maximum(at, 0)] + 1)
