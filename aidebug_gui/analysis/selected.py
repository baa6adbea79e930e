"""Records that a rule picks out of all, in two bytes each, with what a finding says of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Rows

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The picked records of one chunk, at least one: ``first + offsets``.

    ``times``: the earliest and the latest time in ns, that of the record before for one without; ``own``: the same for
    those that have one, None if none has. ``level``: the highest level.
    """

    first: int
    offsets: NDArray[np.uint16]
    times: Range
    own: Range | None
    level: int

    @property
    def rows(self) -> Rows:
        return self.offsets.astype(np.int64) + self.first


class Selected:
    """Picked records, ascending."""

    def __init__(self, parts: Iterable[Part], basis: Hashable = None) -> None:
        """``basis``: what it depends on beside the records."""
        self.parts, self.basis = tuple(parts), basis
        self._ends = np.cumsum([len(part.offsets) for part in self.parts], dtype=np.int64)

    def __len__(self) -> int:
        return int(self._ends[-1]) if self.parts else 0

    def __getitem__(self, position: int) -> int:
        """Return one record; positions below 0 count from the end."""
        return int(self.at(np.array([position if position >= 0 else len(self) + position]))[0])

    def at(self, positions: NDArray[np.int64]) -> Rows:
        """Return the records at ascending positions."""
        part_of = np.searchsorted(self._ends, positions, side="right")
        found = [
            part.rows[positions[part_of == number] - (self._ends[number] - len(part.offsets))]
            for number, part in enumerate(self.parts)
            if (part_of == number).any()
        ]
        return np.concatenate(found) if found else np.empty(0, dtype=np.int64)

    @property
    def rows(self) -> Rows:
        """All of them, as a new array."""
        return np.concatenate([part.rows for part in self.parts]) if self.parts else np.empty(0, dtype=np.int64)

    @property
    def times(self) -> Range:
        """The earliest and the latest time in ns."""
        return _outermost(part.times for part in self.parts)

    @property
    def own(self) -> Range | None:
        """The same of those that have a time of their own."""
        known = [part.own for part in self.parts if part.own is not None]
        return _outermost(known) if known else None

    @property
    def level(self) -> int:
        """The highest level."""
        return max((part.level for part in self.parts), default=0)


def _outermost(ranges: Iterable[Range]) -> Range:
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)
