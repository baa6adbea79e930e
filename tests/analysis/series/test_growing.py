from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series import growing as growing_module
from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.growing import GrowingScores
from aidebug_gui.analysis.series.log_series import LogSeries


def series(values, count: int) -> LogSeries:
    times = np.arange(count, dtype=np.int64) * 10**9
    return LogSeries(Points(times, values[:count], "latency_ms"), np.arange(count) * 2)


@pytest.fixture
def values():
    values = np.random.default_rng(7).lognormal(3, 0.4, 3000)
    values[2500] *= 50
    values[1700] = np.nan
    return values


def test_scores_in_pieces_are_those_of_the_whole(values):
    growing = GrowingScores()
    whole = CausalScorer().push(series(values, 3000).points.times, values)
    for count in (0, 1, 700, 701, 1701, 1701, 2600, 3000):
        scored = growing.scored(series(values, count))
        assert np.array_equal(scored.scores, whole.scores[:count])
        assert np.array_equal(scored.at, whole.at[whole.at < count])


def test_only_new_points_are_looked_at(values, monkeypatch):
    pushed = []
    push = CausalScorer.push
    monkeypatch.setattr(CausalScorer, "push", lambda self, t, v: pushed.append(len(v)) or push(self, t, v))
    growing = GrowingScores()
    for count in (2000, 2010, 2010):
        growing.scored(series(values, count))
    assert pushed == [2000, 10]


def test_a_log_that_was_replaced_is_scored_anew(values):
    growing = GrowingScores()
    growing.scored(series(values, 2000))
    other = values + 1
    scored = growing.scored(series(other, 2500))
    assert np.array_equal(scored.scores, CausalScorer().push(series(other, 2500).points.times, other[:2500]).scores)
    assert len(growing.scored(series(other, 300)).scores) == 300


def test_points_before_the_first_are_no_news_but_known(values, monkeypatch):
    monkeypatch.setattr(growing_module, "WARM_TAIL", 1000)
    growing = GrowingScores()
    for count in (2000, 2300, 3000):
        scored = growing.scored(series(values, count), 2000)
        assert len(scored.scores) == count
        assert not scored.scores[:2000].any()
    assert 2500 in scored.at.tolist()
    assert (scored.at >= 2000).all()


def test_a_long_past_costs_no_more_than_its_last_part(monkeypatch):
    pushed = []
    push = CausalScorer.push
    monkeypatch.setattr(CausalScorer, "push", lambda self, t, v: pushed.append(len(v)) or push(self, t, v))
    values = np.random.default_rng(3).normal(100, 5, 400_000)
    GrowingScores().scored(series(values, 400_000), 399_000)
    assert pushed[0] <= 100_000
    assert pushed[1:] == [1000]
