"""Columns of a log that grows: what was read is not copied, only what came is added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ROOM = 1.25  # times what is needed; memory that is not written to is not taken
Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class _Column:
    buffer: Values
    filled: int
    settled: int  # elements that stay as they are


class GrowingColumns:
    """Arrays by name. What was handed out stays as it is: what changed later is changed in a copy."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = {}

    def settled(self, name: str) -> int:
        """Return how many elements of a column are known and stay as they are."""
        known = self._columns.get(name)
        return known.settled if known is not None else 0

    def known(self, name: str, count: int) -> Values:
        """Return the first elements of a column of which so many are settled."""
        return self._columns[name].buffer[:count]

    def put(self, name: str, first: int, values: Values, settled: int) -> Values:
        """Set the elements from ``first`` on, of which those before are known, and return all up to the last one set.

        ``settled``: how many elements stay as they are.
        """
        count = first + len(values)
        column = self._columns.get(name)
        if column is None or not first:
            column = _Column(values, 0, 0)
        both = min(column.filled, count) - first
        changed = both > 0 and column.buffer[first : first + both].tobytes() != values[:both].tobytes()
        filled = count if changed else max(column.filled, count)
        buffer = column.buffer
        if changed or len(buffer) < count:
            buffer = np.empty(int(count * _ROOM), dtype=values.dtype)
            buffer[:first] = column.buffer[:first]
        if first:
            buffer[first:count] = values
        self._columns[name] = _Column(buffer, filled, max(column.settled, min(settled, count)))
        return buffer[:count]

    def forget(self, names: Iterable[str]) -> None:
        """Forget columns that are to be read anew."""
        for name in names:
            self._columns.pop(name, None)
