from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from aidebug_gui.analysis.request_steps import Request, Step
from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.insights.request import RequestStrip
from aidebug_gui.ui.log_view import LogView
from tests.analysis.test_requests import pairs, text_log


@pytest.fixture
def follower(view):
    return view.panels.findings.insights.request


def is_shown(follower) -> bool:
    tabs = follower._view.record_pane.tabs
    return tabs.isTabVisible(tabs.indexOf(follower.strip))


def test_the_request_of_the_current_record(view, follower, qtbot):
    view.filter_bar.set_filter("level:error message:timeout")
    qtbot.waitUntil(lambda: bool(view.session.query) and view.is_idle())
    view.table.show_position(0)
    view.panels.insights.request()
    qtbot.waitUntil(view.is_idle)
    assert is_shown(follower)
    request = follower.strip.request
    assert request.column == "request_id"
    assert len(request.steps) > 2
    assert follower.strip.head.text().startswith(f"Request {request.key} · {len(request.steps)} records")
    with qtbot.waitSignal(view.message) as told:  # the retries before it are hidden by the filter
        qtbot.mouseClick(follower.strip.steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    assert "filter hides" in told.args[0]
    follower.strip.only.click()
    qtbot.waitUntil(lambda: view.session.shown == len(request.rows))
    assert view.session.query == f"request_id:{request.key}"
    qtbot.waitUntil(view.is_idle)
    qtbot.mouseClick(follower.strip.steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    assert view.table.current_record() == request.steps[0].record
    qtbot.keyClick(follower.strip.steps, Qt.Key.Key_Down)
    qtbot.waitUntil(view.is_idle)
    assert view.table.current_record() == request.steps[1].record
    view.record_room.toggle()


def test_a_pair_without_ids_becomes_a_fixed_selection(qtbot, qapp, tmp_path):
    path = tmp_path / "pairs.log"
    path.write_text(text_log(pairs(60, gap=5, work=0.4, lost=set())))
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    view.record_room.toggle()
    qtbot.waitUntil(view.is_idle)
    follower = view.panels.findings.insights.request
    assert is_shown(follower)
    assert "joined by order" in follower.strip.head.text()
    assert "ms (from first to last record) · returned" in follower.strip.head.text()
    follower.strip.only.click()
    qtbot.waitUntil(lambda: view.session.shown == 2)
    view.close_log()


def test_log_text_is_plain_and_a_single_moment_is_drawn(qtbot):
    strip = RequestStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 200)
    strip.show()
    steps = (Step(3, "<b>one</b>", 20, None), Step(4, "two\x1b[31m", 40, 0))
    strip.show_request(Request("trace_id", "<i>", (3, 4), steps, None, True, False), 4)
    assert strip.head.textFormat() is Qt.TextFormat.PlainText
    assert strip.head.text() == "Trace <i> · 2 records · never returned"
    assert not strip.grab().isNull()
    strip.show_request(None, -1)
    assert strip.head.text() == ""


def test_a_record_of_no_request_keeps_the_pane_as_it_is(qtbot, qapp, tmp_path):
    path = tmp_path / "ticks.jsonl"
    path.write_text("".join(f'{{"msg": "tick", "n": {number}}}\n' for number in range(5)))
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitUntil(view.is_idle)
    view.table.show_position(2)
    tabs = view.record_pane.tabs
    with qtbot.waitSignal(view.message) as told:
        view.panels.insights.request()
    assert "does not share" in told.args[0]
    assert tabs.isTabVisible(tabs.currentIndex())
    assert tabs.currentWidget() is not view.panels.findings.insights.request.strip
    view.close_log()
