"""The order of the records of several files: by time, and where a record has none, behind the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Times = np.ma.MaskedArray  # int64 ns, masked where a record has no time

LAST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Order:
    """Record ``number`` of the merged log is record ``row[number]`` of file ``part[number]``.

    ``ranks[part][row]`` is its number. 18 bytes a record.
    """

    part: NDArray[np.uint16]
    row: Integers
    ranks: tuple[Integers, ...]

    @property
    def count(self) -> int:
        return len(self.row)


NOTHING = Order(np.empty(0, dtype=np.uint16), np.empty(0, dtype=np.int64), ())


def merge(times: Sequence[Times]) -> Order:
    """Return the order by time of the records of some files; equal times stay in the order of the files.

    Records without a time keep to the one before them in their file, those at its beginning to the first with a time.
    A file without any time comes last.
    """
    counts = [len(part) for part in times]
    ends = np.cumsum([0, *counts])
    keys = np.concatenate([filled(part) for part in times]) if times else np.empty(0, dtype=np.int64)
    position = np.argsort(keys, kind="stable")
    numbers = np.empty(len(position), dtype=np.int64)
    numbers[position] = np.arange(len(position))
    part_of = (np.searchsorted(ends, position, side="right") - 1).astype(np.uint16)
    ranks = tuple(numbers[ends[at] : ends[at + 1]] for at in range(len(counts)))
    return Order(part_of, position - ends[part_of], ranks)


def filled(times: Times) -> Integers:
    """Return times for all records of a file, in ns: where there is none, that of the record before it."""
    values = np.ma.getdata(times).astype(np.int64, copy=False)
    known = ~np.ma.getmaskarray(times)
    if known.all():
        return values
    if not known.any():
        return np.full(len(values), LAST, dtype=np.int64)
    last_known = np.maximum.accumulate(np.where(known, np.arange(len(values)), -1))
    last_known[last_known < 0] = int(np.argmax(known))
    return values[last_known]
