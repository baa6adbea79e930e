"""What is known of requests whose records are joined, whatever joined them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.formatting import SECOND
from aidebug_gui.analysis.served_requests import Served
from aidebug_gui.store.protocol import Rows

LEAST_REQUESTS = 20
MOST_LOST = 0.3
"""Share of requests: beyond, they end in a way that is not understood."""
LEAST_PATIENCE_NS = 5 * SECOND


@dataclass(frozen=True, eq=False)
class Requests(ABC):
    """Requests by their numbers, 0 to ``count`` - 1.

    ``column``: the field that joined them, "message" for ids that stand in messages, "" for order. ``lost_at``: the last records of those that were received and never
    returned, ascending. ``basis``: the same as long as what is joined stays so.
    """

    evidence: Evidence
    column: str
    count: int
    lost_at: Rows
    basis: Hashable

    @abstractmethod
    def of(self, record: int) -> int:
        """Return the number of a record's request, -1 if it has none or came later."""

    @abstractmethod
    def rows(self, number: int) -> Rows:
        """Return the records of a request in log order."""

    def key(self, number: int) -> str:
        """Return what a request is called."""
        return f"#{number + 1:,}"

    @abstractmethod
    def durations(self) -> Floats:
        """Return ms from the first to the last record of each request, NaN for those of one record or without times."""

    @abstractmethod
    def served(self) -> tuple[Served, ...]:
        """Return what is answered by the time that each chunk is read, ascending, and last what has gone on until now."""

    @property
    @abstractmethod
    def usual_ms(self) -> float:
        """The median of the durations, 1 % off at most, 0 where there are none."""

    def is_lost(self, number: int) -> bool:
        """Return whether a request never returned."""
        return bool(np.isin(self.rows(number)[-1:], self.lost_at).any())
