"""How long something takes, counted in buckets of one per cent: what ended differently after all can be taken out again."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from aidebug_gui.analysis.columns import Ints

_STEPS = 64  # buckets in each doubling


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """``counts``: how many took 1 ns or less, then by length."""

    counts: Ints = field(default_factory=lambda: np.zeros(64 * _STEPS, dtype=np.int64))

    def __len__(self) -> int:
        return int(self.counts.sum())

    def more(self, spans_ns: Ints, sign: int) -> Spans:
        """Return a copy with further spans (``sign`` 1), or without some of those that are in it (-1)."""
        buckets = (_STEPS * np.log2(np.maximum(1, spans_ns))).astype(np.int64)
        return Spans(self.counts + sign * np.bincount(buckets, minlength=len(self.counts)))

    def quantile(self, share: float, instants: int = 0) -> float:
        """Return the span (ns) that a share of all is not longer than; ``instants``: how many more took no time. 0 for none."""
        rank = int(share * max(0, len(self) + instants - 1)) + 1 - instants
        bucket = int(np.searchsorted(np.cumsum(self.counts), rank)) if 0 < rank <= len(self) else 0
        return float(2 ** ((bucket + 0.5) / _STEPS)) if bucket else 0.0
