"""How requests and answers follow each other within threads, and so how long an answer may take."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.analysis.joined_requests import LEAST_PATIENCE_NS

_PATIENCE = 10.0  # times the usual time to an answer
_STEPS = 4  # buckets of pauses in each doubling: it changes seldom how long an answer may take

Threads = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Pace:
    """How requests and answers follow each other within threads.

    ``follows``: requests right after a request. ``pauses``: answers right after a request, by the time between the two,
    ``_STEPS`` buckets in each doubling of ns. ``is_open``, ``time``: by thread, whether the last event was a request, and
    when it was.
    """

    opens: int = 0
    follows: int = 0
    pauses: Ints = field(default_factory=lambda: np.zeros(64 * _STEPS, dtype=np.int64))
    is_open: Bools = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    time: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def more(self, of: Threads, opens: Bools, times: Ints) -> Pace:
        """Take further events: the thread of each, whether it is a request, and when it was."""
        room = max(0, int(of.max(initial=-1)) + 1 - len(self.is_open))
        is_open, time = (
            np.append(self.is_open, np.zeros(room, dtype=np.bool_)),
            np.append(self.time, np.zeros(room, np.int64)),
        )
        order = np.argsort(of, kind="stable")
        of, opens, times = of[order], opens[order], times[order]
        begins = np.append(True, of[1:] != of[:-1])[: len(of)]
        was_open = np.where(begins, is_open[of], np.append(False, opens[:-1])[: len(of)])
        before = np.where(begins, time[of], np.append(0, times[:-1])[: len(of)])
        answered = was_open & ~opens
        pause = np.maximum(1, times[answered] - before[answered])
        buckets = (_STEPS * np.log2(pause)).astype(np.int64)
        is_open[of], time[of] = opens, times  # of equal indexes the last assignment stays
        return Pace(
            self.opens + int(opens.sum()),
            self.follows + int((opens & was_open).sum()),
            self.pauses + np.bincount(buckets, minlength=len(self.pauses)),
            is_open,
            time,
        )

    @property
    def patience(self) -> float:
        """How long (ns) an answer may take, 0 where nothing is known of it."""
        count = int(self.pauses.sum())
        if not count:
            return 0.0
        bucket = int(np.searchsorted(np.cumsum(self.pauses), (count + 1) // 2))
        return max(float(LEAST_PATIENCE_NS), _PATIENCE * float(2 ** ((bucket + 0.5) / _STEPS)))
