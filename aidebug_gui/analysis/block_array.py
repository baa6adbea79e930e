"""Numbers in blocks: a changed copy costs the blocks in which something changed, the others are shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK = 1 << 13

Values = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class BlockArray:
    """Numbers at places from 0 on; where none has been put yet there is ``nothing``. Never changed in place."""

    nothing: np.generic
    blocks: tuple[Values, ...] = ()

    def at(self, places: NDArray[np.integer[Any]]) -> Values:
        """Return the numbers at ascending places."""
        found = np.full(len(places), self.nothing)
        for block, part in _by_block(places):
            if block < len(self.blocks):
                found[part] = self.blocks[block][places[part] - block * _BLOCK]
        return found

    def with_values(self, places: NDArray[np.integer[Any]], values: Values) -> BlockArray:
        """Return a copy with other numbers at ascending places."""
        blocks = list(self.blocks)
        more = int(places[-1]) // _BLOCK + 1 - len(blocks) if len(places) else 0
        blocks += [np.full(_BLOCK, self.nothing)] * more
        for block, part in _by_block(places):
            blocks[block] = blocks[block].copy()
            blocks[block][places[part] - block * _BLOCK] = values[part]
        return BlockArray(self.nothing, tuple(blocks))

    def whole(self, count: int) -> Values:
        """Return the numbers at the first so many places."""
        return self.at(np.arange(count))


def _by_block(places: NDArray[np.integer[Any]]) -> Iterator[tuple[int, slice]]:
    """Yield the blocks in which ascending places lie, and which of the places those are."""
    blocks = places // _BLOCK
    begins = np.flatnonzero(np.append(True, blocks[1:] != blocks[:-1])) if len(blocks) else blocks
    for first, stop in zip(begins.tolist(), [*begins.tolist()[1:], len(places)], strict=False):
        yield int(blocks[first]), slice(first, stop)
