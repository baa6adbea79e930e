"""How records lie in a log: all through it, as what happens every day does, or most of them in one short part."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.store.protocol import Rows

_PART = 0.05  # of the log: a short part
_LEAST = 8  # records of which anything can be said
_MOST = 0.7  # of the records lie in the short part
_LEAST_ELSEWHERE = 2
_PLACES, _LEAST_PLACES = 10, 7  # parts of the log, and in how many of them there are some
_MOST_STEADY = 3.0  # times what a short part has on average, and the same in standard deviations


def densest(rows: Rows, records: int) -> slice | None:
    """Return which of the ascending rows lie in the short part with most of them; None if not most are in one, or all."""
    count = len(rows)
    if count < _LEAST:
        return None
    first, inside = _fullest(rows, records)
    if inside < _MOST * count or count - inside < _LEAST_ELSEWHERE:
        return None
    return slice(first, first + inside)


def is_steady(rows: Rows, records: int) -> bool:
    """Return whether ascending rows lie all through a log, nowhere much denser than elsewhere."""
    if len(rows) < _LEAST:
        return False
    places = np.unique(rows * _PLACES // max(1, records))
    usual = len(rows) * _PART
    _, inside = _fullest(rows, records)
    return len(places) >= _LEAST_PLACES and inside <= usual + _MOST_STEADY * max(usual, np.sqrt(usual) + 1)


def _fullest(rows: Rows, records: int) -> tuple[int, int]:
    """Return the first position and the number of rows in the short part that has most of them."""
    counts: Ints = np.searchsorted(rows, rows + max(1, int(_PART * records))) - np.arange(len(rows))
    first = int(np.argmax(counts))
    return first, int(counts[first])
