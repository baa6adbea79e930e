from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import LIMITS, Event, Points, find_events
from aidebug_gui.analysis.series.model import ERRORS, REASONS, Reason, Sensitivity
from aidebug_gui.analysis.series.scale import ScaleKind
from aidebug_gui.analysis.series.sentences import Around, sentence
from aidebug_gui.analysis.series.whole import score_whole

SECOND = 10**9


def latency(count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(count) * SECOND, np.random.default_rng(0).lognormal(6, 0.3, count)


def events(times: np.ndarray, values: np.ndarray, mode: str = "causal", name: str = "latency") -> list[Event]:
    scored = CausalScorer().push(times, values) if mode == "causal" else score_whole(times, values)
    found = find_events(Points(times, values, name, "ms"), scored, mode)
    return [event for event in found if event.end >= 1000]  # before, little is known


@pytest.mark.parametrize("mode", ["causal", "whole"])
def test_a_spike_is_one_event_with_numbers(mode):
    times, values = latency()
    values[3000:3003] = 12_000
    (event,) = events(times, values, mode)
    assert 2980 <= event.start <= event.peak <= event.end <= 3020
    assert 3000 <= event.peak < 3003
    assert event.reason is Reason.SPIKE
    assert "latency 12 s, " in event.text
    assert "× the local median" in event.text
    assert 0 < sum(share for _, share in event.reasons) <= 1.001
    low, high = event.expected
    assert 200 < low < 400 < high < 800


def test_the_causal_sentence_says_how_rare_it_was():
    times, values = latency()
    values[3000] = 12_000
    (event,) = events(times, values)
    assert "such a jump was expected" in event.text
    assert "points" in event.text


@pytest.mark.parametrize("mode", ["causal", "whole"])
def test_a_new_level_that_stays_is_called_so(mode):
    times, values = latency()
    values[3000:] *= 4
    found = events(times, values, mode)
    assert found[0].reason is Reason.SHIFT
    assert found[0].text.startswith("the level of latency moved from ")
    assert found[0].text.endswith("and stayed")


def test_the_way_back_of_a_level_is_no_new_level():
    times = np.arange(3000) * SECOND
    values = np.linspace(2.8, 1.3, 3000) + np.random.default_rng(0).normal(0, 0.06, 3000)
    values[2000:2045] += 3.5 * np.exp(-np.arange(45) / 12)
    around = Around(times, values, 1990, 2035, 2000, "loss", "")
    assert sentence(Reason.SHIFT, around).startswith("loss 5.")
    assert not around.is_usual()
    back = Around(times, values, 2080, 2082, 2080, "loss", "")
    assert not back.moved()
    assert back.is_usual()


def test_a_stuck_score():
    times = np.arange(3000) * SECOND
    values = np.random.default_rng(0).beta(2, 5, 3000)
    values[2000:2400] = 0.5
    (event, *_) = events(times, values, name="score")
    assert event.reason is Reason.FLAT
    assert "stuck at 0.5 ms for 400 records; longest earlier run 1" in event.text


def test_missing_values_silence_and_bursts():
    times, values = latency()
    values[3000:3020] = np.nan
    assert events(times, values)[0].text == "latency is not a number in 20 records"
    times, values = latency()
    times[3000:] += 900 * SECOND
    assert events(times, values)[0].text == "no latency for 15 min; usual is one every 1 s"
    flags = (np.random.default_rng(0).random(5000) < 0.02).astype(float)
    flags[4000:4030] = 1
    found = events(np.arange(5000) * SECOND, flags, name="errors")
    assert found[0].reason is Reason.BURST
    assert "before in 2" in found[0].text


def test_far_episodes_are_apart_and_near_ones_together():
    times, values = latency()
    values[2000], values[2050], values[3000] = 12_000, 40_000, 300_000
    found = [(event.start, event.end) for event in events(times, values)]
    assert found == [(2000, pytest.approx(2050, abs=5)), (3000, pytest.approx(3000, abs=5))]


def test_sensitivity_shows_more_or_less():
    times, values = latency(20_000)
    scored = CausalScorer().push(times, values)
    counts = [len(find_events(Points(times, values), scored, "causal", limit)) for limit in LIMITS["causal"].values()]
    assert counts == sorted(counts, reverse=True)
    assert list(LIMITS["causal"]) == list(Sensitivity)


def test_nothing_odd_gives_no_events():
    times, values = latency(1000)
    assert events(times, values, "whole") == []
    assert find_events(Points(times[:0], values[:0]), CausalScorer().push([], []), "causal") == []


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize(
    "values",
    [
        np.random.default_rng(0).normal(size=600),
        np.full(600, 2.0),
        np.full(600, np.nan),
        np.array([1e308, -1e308] * 300),
        np.r_[np.full(300, np.nan), np.arange(300.0)],
    ],
)
def test_each_reason_has_a_sentence_for_any_series(reason, values):
    for start, end in ((0, 0), (300, 310), (599, 599)):
        around = Around(np.arange(600) * SECOND, values, start, end, end, "score", "")
        text = sentence(reason, around, 4.0)
        assert text
        assert "nan" not in text.casefold().replace("nano", "")


def test_a_burst_is_told_with_the_records_that_make_it_one():
    flags = (np.arange(4000) % 400 == 0).astype(float)
    flags[2000:2100:10] = 1
    points = Points(np.arange(4000) * 1_000_000_000, flags, ERRORS)
    (event,) = find_events(points, CausalScorer(ScaleKind.FLAG).push(points.times, flags), "causal")
    assert event.reason is Reason.BURST
    assert event.text == "errors in 10 of 230 records; before in 0.29 %"  # it goes on as long as it is unusual
