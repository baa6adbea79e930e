"""Work that is done in a thread of its own, one step before its result is asked for."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_LOOK_S = 0.01


class Ahead(Generic[T]):
    """Iterates over ``items``, the next of which is made while the last one is used. Close it where it may not end."""

    def __init__(self, items: Iterator[T]) -> None:
        self._items = items
        self._made: queue.Queue[T] = queue.Queue(maxsize=1)
        self._stopped = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._make, name="ahead", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[T]:
        """Yield the items in order. Raises what making one of them raised, behind those before it."""
        while True:
            try:
                yield self._made.get(timeout=_LOOK_S)
            except queue.Empty:
                if not self._thread.is_alive() and self._made.empty():
                    break
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Stop behind the item that is being made, and wait for that."""
        self._stopped.set()
        self._thread.join()

    def _make(self) -> None:
        try:
            for item in self._items:
                while not self._stopped.is_set():
                    try:
                        self._made.put(item, timeout=_LOOK_S)
                        break
                    except queue.Full:
                        continue
                if self._stopped.is_set():
                    return
        except BaseException as error:  # the thread that asks is told
            self._error = error
