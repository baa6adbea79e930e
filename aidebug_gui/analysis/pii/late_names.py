"""Names that running text held before a field said that somebody is called so: kept by name, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Where = TypeVar("Where")
MOST_PLACES = 200_000
"""Places of doubtful names that are kept; a log may have two words with capitals in every line."""


class LateNames(Generic[Where]):
    """Places of words that may be a name, until it is known that they are one."""

    def __init__(self, most: int = MOST_PLACES) -> None:
        self._places: dict[bytes, list[Where]] = {}
        self._room = most
        self._known = 0  # how many names were known at the last look

    def add(self, name: bytes, where: Where) -> None:
        """Keep a place of a name in lower case, if there is room."""
        if self._room > 0:
            self._places.setdefault(name, []).append(where)
            self._room -= 1

    def settled(self, known: set[bytes]) -> Iterable[Where]:
        """Return the places whose names are known by now, and forget them. ``known`` only ever grows."""
        if len(known) == self._known:
            return []
        self._known = len(known)
        found = [place for name in self._places.keys() & known for place in self._places.pop(name)]
        self._room += len(found)
        return found
