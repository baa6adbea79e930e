"""The shared x axis."""

from __future__ import annotations

import pytest

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
