from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.spans import Spans


def test_quantiles_are_one_per_cent_off_at_most() -> None:
    values = np.random.default_rng(4).lognormal(18, 1.5, 20_001).astype(np.int64)
    spans = Spans().more(values, 1)
    for share in (0.01, 0.5, 0.99):
        assert spans.quantile(share) == pytest.approx(float(np.quantile(values, share)), rel=0.012)
    alone = np.append(np.zeros(10_000), values)
    assert spans.quantile(0.5, 10_000) == pytest.approx(float(np.quantile(alone, 0.5)), rel=0.012)
    assert spans.quantile(0.2, 10_000) == 0


def test_what_is_taken_out_was_never_there() -> None:
    kept, taken = np.array([5, 900, 70_000]), np.array([-3, 0, 900, 2**62])
    assert (Spans().more(kept, 1).more(taken, 1).more(taken, -1).counts == Spans().more(kept, 1).counts).all()
    assert len(Spans()) == Spans().quantile(0.5) == 0
