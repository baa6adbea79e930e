"""The shared x axis."""

from __future__ import annotations

import pytest

from aidebug_gui.store.filter.literals import FIRST_NS, LAST_NS
from aidebug_gui.ui.plots.x_window import XWindow

S = 1_000_000_000
START = 1_767_348_000 * S


@pytest.fixture
def window(qapp) -> XWindow:
    window = XWindow()
    window.set_time_bounds(START, START + 100 * S)
    return window


def test_everything_is_shown_with_a_margin(window):
    assert window.visible == pytest.approx((-1.0, 101.0))
    assert not window.zoomed


def test_nanoseconds_survive_the_way_to_x_and_back(window):
    for time_ns in (START, START + 1, START + 99 * S + 7):
        assert window.to_ns(window.from_ns(time_ns)) == time_ns


def test_growth_is_followed_until_zoomed(window):
    window.set_time_bounds(START, START + 200 * S)
    assert window.visible[1] == pytest.approx(202.0)
    window.show_range(10, 20)
    window.set_time_bounds(START, START + 400 * S)
    assert window.visible == (10, 20)
    window.reset()
    assert window.visible[1] == pytest.approx(404.0)
    window.set_time_bounds(START, START + 800 * S)
    assert window.visible[1] == pytest.approx(808.0)


def test_origin_stays_when_an_earlier_time_comes(window):
    window.show_range(10, 20)
    window.set_time_bounds(START - 50 * S, START + 100 * S)
    assert window.to_ns(10) == START + 10 * S


def test_zoom_keeps_the_centre_and_stays_inside(window):
    window.zoom(50, 0.5)
    first, last = window.visible
    assert (50 - first) / (last - first) == pytest.approx((50 - -1) / 102)
    window.zoom(50, 1000)
    assert window.visible == pytest.approx((-1.0, 101.0))
    assert not window.zoomed
    for _ in range(200):
        window.zoom(50, 0.5)
    first, last = window.visible
    assert last > first


def test_pan_stops_at_the_ends(window):
    window.show_range(10, 20)
    window.pan(1000)
    assert window.visible == pytest.approx((91.0, 101.0))
    window.pan(-1000)
    assert window.visible == pytest.approx((-1.0, 9.0))


def test_changed_is_told_once(qtbot, window):
    with qtbot.waitSignal(window.changed):
        window.show_range(10, 20)
    with qtbot.assertNotEmitted(window.changed):
        window.show_range(10, 20)
        window.set_time_bounds(START, START + 100 * S)


def test_records(window):
    window.set_record_bounds(1000)
    assert window.axis == "record"
    assert window.visible == pytest.approx((-9.99, 1008.99))
    window.set_record_bounds(0)
    assert window.visible == (-0.5, 0.5)


def test_one_moment_only(qapp):
    window = XWindow()
    window.set_time_bounds(START, START)
    assert window.visible == (-0.5, 0.5)


def test_the_period_of_a_filter_is_shown_and_goes_with_it(window):
    window.set_period((START + 40 * S, START + 60 * S))
    assert window.visible == pytest.approx((39.8, 60.2))
    assert window.zoomed
    window.set_period(None)
    assert window.visible == pytest.approx((-1.0, 101.0))


def test_an_open_period_ends_with_the_log_and_grows_with_it(window):
    window.set_period((START + 90 * S, LAST_NS))
    assert window.visible == pytest.approx((89.9, 100.1)), "the margin is that of the period, not of the log"
    window.set_time_bounds(START, START + 190 * S)
    assert window.visible == pytest.approx((89.0, 191.0))


def test_a_period_waits_for_the_first_times(qapp):
    window = XWindow()
    window.set_period((START + 40 * S, START + 60 * S))
    window.set_time_bounds(START, START + 100 * S)
    assert window.visible == pytest.approx((39.8, 60.2))


@pytest.mark.parametrize(
    "period", [(FIRST_NS, LAST_NS), (START + 200 * S, LAST_NS), (FIRST_NS, START), (START + 60 * S, START + 40 * S)]
)
def test_a_period_that_holds_all_or_nothing_shows_all(window, period):
    window.set_period(period)
    assert window.visible == pytest.approx((-1.0, 101.0))
    assert not window.zoomed


def test_what_was_chosen_by_hand_stays_whatever_the_filter_says(window):
    window.show_range(10, 20)
    window.set_period((START + 40 * S, START + 60 * S))
    assert window.visible == (10, 20)
    window.set_period(None)
    assert window.visible == (10, 20)


def test_everything_is_shown_on_request_until_the_next_period(window):
    window.set_period((START + 40 * S, START + 60 * S))
    window.reset()
    window.set_time_bounds(START, START + 200 * S)
    assert window.visible == pytest.approx((-2.0, 202.0))
    window.set_period((START + 40 * S, START + 50 * S))
    assert window.visible == pytest.approx((39.9, 50.1))


def test_zooming_out_to_everything_leaves_the_period(window):
    window.set_period((START + 40 * S, START + 60 * S))
    window.zoom(50, 1000)
    window.set_time_bounds(START, START + 200 * S)
    assert window.visible == pytest.approx((-2.0, 202.0))
