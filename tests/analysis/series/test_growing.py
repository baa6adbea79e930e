from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import Points
from aidebug_gui.analysis.series.growing import LOOKBACK, GrowingEnd
from aidebug_gui.analysis.series.log_series import LogSeries
from aidebug_gui.analysis.series.past import Past


def series(values, first: int, stop: int) -> LogSeries:
    times = np.arange(first, stop, dtype=np.int64) * 10**9
    return LogSeries(Points(times, values[first:stop], "latency_ms"), np.arange(first, stop) * 2)


@pytest.fixture
def values():
    values = np.random.default_rng(7).lognormal(3, 0.4, 3000)
    values[2500] *= 50
    values[1700] = np.nan
    return values


def test_scores_in_pieces_are_those_of_the_whole(values):
    whole = CausalScorer().push(series(values, 0, 3000).points.times, values)
    end = GrowingEnd.of(series(values, 0, 0))
    for first, stop in ((0, 700), (700, 701), (701, 1701), (1701, 1701), (1701, 2600), (2600, 3000)):
        end.add(series(values, first, stop))
        assert end.count == stop
        assert np.array_equal(end.scored.scores, whole.scores[end.first : stop])
        assert np.array_equal(end.scored.at + end.first, whole.at[(whole.at >= end.first) & (whole.at < stop)])
        end.forget(100 if stop < 1000 else 0)
    assert end.first == 0


def test_points_before_a_place_are_forgotten_but_for_some(values):
    end = GrowingEnd.of(series(values, 0, 0))
    end.add(series(values, 0, 3000))
    assert 2500 in end.scored.at.tolist()
    end.forget(2600)
    assert end.first == 2600 - LOOKBACK
    assert end.series.records.tolist() == [2 * number for number in range(2600 - LOOKBACK, 3000)]
    assert (end.scored.at + end.first >= 2600).all()
    assert end.series.points.past == Past().more(values[: 2600 - LOOKBACK])
    assert end.last == (5998, 2999 * 10**9, values[2999])


def test_points_that_are_no_news_are_known_but_have_no_score(values):
    end = GrowingEnd.of(series(values, 0, 2000))
    assert not len(end.scored.at)
    end.add(series(values, 2000, 3000))
    assert (end.scored.at + end.first >= 2000).all()
    assert 2500 in (end.scored.at + end.first).tolist()


def test_a_long_past_costs_no_more_than_its_last_part(monkeypatch):
    pushed = []
    push = CausalScorer.push
    monkeypatch.setattr(CausalScorer, "push", lambda self, t, v: pushed.append(len(v)) or push(self, t, v))
    values = np.random.default_rng(3).normal(100, 5, 400_000)
    end = GrowingEnd.of(series(values, 0, 399_000))
    assert len(end.series.records) == LOOKBACK
    end.add(series(values, 399_000, 400_000))
    assert pushed[0] <= 100_000
    assert pushed[1:] == [1000]


def test_the_past_of_pieces_is_that_of_the_whole():
    chance = np.random.default_rng(2)
    values = chance.integers(-1, 2, 500).astype(np.float64)
    values[chance.integers(0, 500, 20)] = np.nan
    values[100:140] = 1.0
    whole = Past().more(values)
    for cut in (1, 99, 120, 140, 499):
        assert repr(Past().more(values[:cut]).more(values[cut:])) == repr(whole)
    assert whole.longest >= 40
    assert whole.count == np.count_nonzero(np.isfinite(values))
