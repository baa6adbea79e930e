"""The picture of a series never loses a spike and never invents a point."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.store.growing_series import GrowingSeries
from aidebug_gui.store.not_finite import stretches


def make(size: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    return np.cumsum(random.random(size)), random.normal(size=size)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 60), st.floats(0, 1), st.floats(0, 1), st.integers(0, 5))
def test_picture_agrees_with_plain_reduction(size: int, pixels: int, a: float, b: float, seed: int) -> None:
    x, y = make(size, seed)
    first, last = sorted((a * x[-1], b * x[-1]))
    picture = GrowingSeries().pyramid(x, y).picture(first, last, pixels)
    inside = (x >= first) & (x <= last)
    if picture.exact:
        assert set(x[inside]) <= set(picture.x)
        assert np.array_equal(picture.low, picture.high)
        return
    assert picture.low.min() == y[inside].min()
    assert picture.high.max() == y[inside].max()
    assert len(picture.x) <= pixels
    columns = np.clip(np.searchsorted(np.linspace(first, last, pixels + 1), x[inside], side="right") - 1, 0, pixels - 1)
    expected = [y[inside][columns == column].mean() for column in np.unique(columns)]
    assert picture.mean == pytest.approx(expected)


def test_unsorted_points_and_values_that_are_not_finite() -> None:
    series = GrowingSeries().pyramid(np.array([3.0, 1.0, 2.0, 4.0]), np.array([30.0, 10.0, np.nan, 40.0]))
    assert series.size == 3
    assert series.picture(0, 5, 100).mean.tolist() == [10.0, 30.0, 40.0]
    assert series.point(0) == (3.0, 30.0)
    assert series.point(2) is None
    assert series.nearest(1.1, 11.0, 1.0, 1.0) == 1


def test_nearest_is_measured_on_the_screen() -> None:
    x, y = np.zeros(12), np.zeros(12)
    x[9], y[9] = 10.0, 100.0
    series = GrowingSeries().pyramid(x, y, np.array([7, 9]))
    assert series.nearest(4.0, 90.0, 1.0, 1.0) == 9
    assert series.nearest(4.0, 90.0, 1.0, 1000.0) == 7
    assert series.nearest(1e6, 0.0, 1.0, 1.0) == -1
    assert series.point(9) == (10.0, 100.0)
    assert series.point(8) is None


def test_counts_beyond_a_threshold_and_distribution() -> None:
    x, y = make(10_000)
    series = GrowingSeries().pyramid(x, y)
    assert series.beyond(1.0) == (y > 1.0).sum()
    assert series.beyond(1.0, above=False) == (y < 1.0).sum()
    edges, counts = series.distribution(x[0], x[-1], 20)
    assert counts.sum() == len(y)
    assert len(edges) == 21
    constant = GrowingSeries().pyramid(x, np.full(10_000, 0.5))
    assert constant.distribution(x[0], x[-1], 5)[1].sum() == 10_000


def test_empty() -> None:
    series = GrowingSeries().pyramid(np.empty(0), np.empty(0))
    assert series.size == 0
    assert series.picture(0, 1, 10).exact
    assert series.nearest(0, 0, 1, 1) == -1
    assert series.point(0) is None
    assert series.distribution(0, 1, 4)[1].sum() == 0


def test_points_are_found_by_their_record_in_any_order() -> None:
    y = np.array([1.0, np.nan, 3.0, 4.0])
    in_order = GrowingSeries().pyramid(np.array([10.0, 20.0, 30.0, 40.0]), y)
    shuffled = GrowingSeries().pyramid(np.array([40.0, 20.0, 10.0, 30.0]), y)
    assert [in_order.point(record) for record in range(5)] == [(10, 1), None, (30, 3), (40, 4), None]
    assert [shuffled.point(record) for record in range(5)] == [(40, 1), None, (10, 3), (30, 4), None]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 400),
    st.lists(st.integers(0, 200), max_size=5),
    st.integers(0, 10_000),
    st.sampled_from(["plain", "gaps", "mixed"]),
    st.booleans(),
    st.booleans(),
)
def test_a_series_that_grows_is_what_it_would_be_made_at_once(
    size: int, steps: list[int], seed: int, kind: str, is_chosen: bool, is_by_time: bool
) -> None:
    """Whatever comes: gaps, times that go back, a last record that becomes another one."""
    random = np.random.default_rng(seed)
    total = size + sum(steps)
    times, y = np.cumsum(random.random(total)), random.normal(size=total)
    if kind != "plain":
        y[random.random(total) < 0.3] = np.nan
    if kind == "mixed":
        times += random.random(total) * 5
        times[random.random(total) < 0.1] = np.nan
    x = times if is_by_time else None
    growing, count = GrowingSeries(), size
    for step in [0, *steps]:
        count += step
        if count and random.random() < 0.3:
            y[count - 1] = random.normal()
        chosen = np.flatnonzero(random.random(total) < 1)[:count][::2] if is_chosen else None
        grown = growing.pyramid(x if x is None else x[:count].copy(), y[:count].copy(), chosen)
        whole = GrowingSeries().pyramid(x if x is None else x[:count], y[:count], chosen)
        assert grown.size == whole.size
        ends = (-1.0, float(total) + 10)
        for pixels in (3, 10_000):
            one, other = grown.picture(*ends, pixels), whole.picture(*ends, pixels)
            for name in ("x", "low", "high", "mean"):
                assert getattr(one, name) == pytest.approx(getattr(other, name))
        assert grown.beyond(0.3) == whole.beyond(0.3)
        assert [grown.point(at) for at in range(0, count, 7)] == [whole.point(at) for at in range(0, count, 7)]


def test_only_new_points_of_a_series_are_looked_at() -> None:
    """What was given out stays as it is."""
    x, y = make(1000)
    growing = GrowingSeries()
    first = growing.pyramid(x[:900], y[:900])
    before = first.picture(0, 1e9, 5)
    assert growing.pyramid(x, y).size == 1000
    after = first.picture(0, 1e9, 5)
    assert (first.size, before.mean.tolist()) == (900, after.mean.tolist())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([1.0, 2.0, np.nan, np.inf]), max_size=40))
def test_stretches_are_what_lies_between_two_points(values: list[float]) -> None:
    y = np.array(values, dtype=np.float64)
    x = np.arange(len(y), dtype=np.float64)
    bad = ~np.isfinite(y)
    rows = np.flatnonzero(bad) + 1000
    found = stretches(x[~bad], x[bad][::-1], rows[::-1], np.isinf(y[bad])[::-1])
    expected: list[list[int]] = []
    for at in np.flatnonzero(bad).tolist():
        if expected and expected[-1][-1] == at - 1:
            expected[-1].append(at)
        else:
            expected.append([at])
    assert found.first.tolist() == [run[0] for run in expected]
    assert found.last.tolist() == [run[-1] for run in expected]
    assert found.records.tolist() == [run[0] + 1000 for run in expected]
    assert found.counts.tolist() == [len(run) for run in expected]
    assert found.infinite.tolist() == [sum(np.isinf(y[run])) for run in expected]
    rooms = [len(run) + 1 if run[0] > 0 and run[-1] < len(y) - 1 else np.inf for run in expected]
    assert found.room.tolist() == rooms


def test_values_without_a_place_are_in_no_stretch() -> None:
    x, rows = np.array([np.nan, 3.0, 9.0]), np.array([0, 7, 8])
    found = stretches(np.array([1.0, 5.0]), x, rows, np.array([False, False, True]))
    assert found.first.tolist() == [3.0, 9.0]
    assert found.infinite.tolist() == [0, 1]
    assert found.records.tolist() == [7, 8]
