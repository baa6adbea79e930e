"""What the parts of the engine need of whatever reads a log: of one file, or of several at once."""

from __future__ import annotations

import threading
from typing import Protocol

from aidebug_gui.formats.model import Layout
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.store.sql.projection import Projection


class Reading(Protocol):
    """A log that is being read into the table of its records.

    ``swap`` is held for the short moment in which all records are exchanged; ``generation`` counts how often they were.
    """

    swap: threading.RLock
    state: StoreState
    layout: Layout
    projection: Projection
    parser: RecordParser
    titles: dict[int, str]
    generation: int
    time_range: tuple[int, int] | None

    def start(self) -> None: ...

    def wait(self, timeout: float | None = None) -> bool:
        """Block until what there was is read; False if it is not within ``timeout`` seconds."""
        ...

    def cancel(self) -> None:
        """End the reading soon. What was read stays."""
        ...

    def close(self) -> None:
        """Cancel, and wait for the thread."""
        ...
