"""What is known of all records, made of chunks of them: of a log that grows only the last chunk is looked at again.

A rule is a left fold: a state and a step that takes the next chunk into it. The state after the last full chunk is kept,
so a look at a log that has grown costs what came and the rest of one chunk, and gives what a look at all of it gives.
States are never changed in place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

CHUNK = 1 << 16
"""Records. Columns of a chunk stay in the processor's cache, and a place in it needs two bytes."""

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class _Kept:
    parameter: Hashable
    stop: int  # records that are in the state
    state: Any


class Folds:
    """States by name. Thread-safe: who comes later may do the same work again."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def fold(
        self,
        name: str,
        initial: State,
        step: Callable[[State, slice], State],
        extent: tuple[int, int],
        parameter: Hashable = None,
    ) -> State:
        """Return ``initial`` after a step for each chunk, from where the fold of this name ended.

        ``extent``: how many records there are, and how many of them stay as they are. ``parameter``: what the step
        depends on beside the records; where it is another one the fold begins anew.
        """
        records, settled = extent
        kept = self._kept.get(name)
        if kept is None or kept.parameter != parameter or kept.stop > settled:
            kept = _Kept(parameter, 0, initial)
        state: State = kept.state
        first = kept.stop
        while first + CHUNK <= settled:
            state = step(state, slice(first, first + CHUNK))
            first += CHUNK
        known = self._kept.get(name)
        if known is None or known.parameter != parameter or known.stop < first:
            self._kept[name] = _Kept(parameter, first, state)
        while first < records:
            state = step(state, slice(first, min(records, first + CHUNK)))
            first += CHUNK
        return state

    def forget(self) -> None:
        """Begin all anew."""
        self._kept.clear()
