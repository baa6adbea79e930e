"""How long requests took, by the records with which they ended: of a log that grows only what came is looked at.

A request ends before a whole chunk of records without it; what comes under its id later is another one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from aidebug_gui.analysis.columns import Codes, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.request_ends import Codes32, outermost
from aidebug_gui.analysis.selected import Part
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows

_NO_RECORDS = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """Records of one chunk with which requests ended, and the ms since each began; without what failed or took no time.

    What is refused at once is no quick answer. ``parts``: the records, one part or none.
    """

    parts: tuple[Part, ...] = ()
    taken_ms: Floats = field(default_factory=lambda: np.empty(0))

    @classmethod
    def of(cls, evidence: Evidence, first: Rows, last: Rows) -> Served:
        """Take requests by their first and last records; these are in one chunk."""
        taken = (evidence.time[last] - evidence.time[first]) / 1e6
        served = np.flatnonzero((taken > 0) & (evidence.level[last] < Level.ERROR))
        served = served[np.argsort(last[served])]
        return cls(evidence.picked((), last[served]), taken[served])

    @property
    def rows(self) -> Rows:
        return self.parts[0].rows if self.parts else _NO_RECORDS


@dataclass(frozen=True, slots=True, eq=False)
class _AtWork:
    """The requests that the last chunk has, ascending, with their first and last records; ``served``: by chunk, of others."""

    numbers: Ints = field(default_factory=lambda: _NO_RECORDS)
    first: Rows = field(default_factory=lambda: _NO_RECORDS)
    last: Rows = field(default_factory=lambda: _NO_RECORDS)
    served: tuple[Served, ...] = ()

    def more(self, evidence: Evidence, of: Codes32, begin: int) -> _AtWork:
        """Take another chunk; ``of``: the requests of the records from ``begin`` on, -1 for none."""
        numbers, first, last = outermost(of, begin)
        place = np.minimum(np.searchsorted(numbers, self.numbers), max(0, len(numbers) - 1))
        goes_on = numbers[place] == self.numbers if len(numbers) else np.zeros(len(self.numbers), dtype=np.bool_)
        first[place[goes_on]] = self.first[goes_on]
        served = Served.of(evidence, self.first[~goes_on], self.last[~goes_on])
        return _AtWork(numbers, first, last, (*self.served, served))


def served_by_id(evidence: Evidence, ids: Codes) -> tuple[Served, ...]:
    """Return the answers of requests that ids join, see ``Requests``."""

    def step(known: _AtWork, at: slice) -> _AtWork:
        return known.more(evidence, ids.code[at], at.start)

    found = evidence.fold("requests at work", _AtWork(), step, ids.numbering)
    return (*found.served, Served.of(evidence, found.first, found.last))
