"""One window that listens, and what its follow mode does as rows come."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from aidebug_gui.sources.events import EventKind
from aidebug_gui.store.protocol import LogEvent
from aidebug_gui.ui.live.event_strip import EventStrip, sentence
from aidebug_gui.ui.live.following import seams_of
from tests.ui.conftest import tab_of
from tests.ui.live.conftest import live_log


def event(kind: EventKind, record: int, text: str = "") -> LogEvent:
    return LogEvent(kind, text or kind, record, 1_700_000_000_000_000_000 + record)


def test_the_end_is_followed_until_somebody_looks_elsewhere(window, qtbot, listening):
    sender = listening()
    view, following = sender.view, sender.view.following
    bar, model = view.table.verticalScrollBar(), view.table.log_model

    def shows(count: int, *, sticks: bool = True) -> None:
        qtbot.waitUntil(lambda: model.rowCount() == count)
        qtbot.waitUntil(lambda: following.sticks is sticks)
        qtbot.waitUntil(lambda: not sticks or bar.value() == bar.maximum())

    assert following.sign()[0] == "● live"
    qtbot.waitUntil(lambda: not window.status.live.isHidden())  # the bar is brought up to date now and then
    sender.send(300)
    shows(300)
    assert bar.maximum() > 0

    # scrolling up pauses, and counts
    bar.setValue(100)
    current = view.table.current_record()
    sender.send(50)
    shows(350, sticks=False)
    assert bar.value() == 100
    assert view.table.current_record() == current
    qtbot.waitUntil(lambda: following.chip.text() == "▼ 50 new")
    assert following.chip.isVisible()

    # the end again
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: following.sticks and not following.chip.isVisible())
    assert view.table.current_record() == 349
    sender.send(50)
    shows(400)
    assert view.table.current_record() == 349  # the selection stays where it is

    # somebody reads a row: it must not run away
    first, _last = view.table.visible_positions()
    QTest.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, view.table.rowViewportPosition(first + 2) + 3)
    )
    before = bar.value()
    sender.send(20)
    shows(420, sticks=False)
    assert bar.value() == before
    following.go_to_end()

    # a filter's end is followed as well
    view.filter_bar.set_filter("level:info")
    qtbot.waitUntil(lambda: view.session.query == "level:info")
    qtbot.waitUntil(lambda: following.sticks and bar.value() == bar.maximum() > 0)
    sender.send(10, "ERROR")
    sender.send(10)
    qtbot.waitUntil(lambda: view.session.shown == 430)
    view.filter_bar.set_filter("")
    shows(440)

    # paused: the table stays, the log goes on
    following.toggle_pause()
    assert following.sign()[0] == "Ⅱ paused"
    sender.send(30)
    qtbot.waitUntil(lambda: following.chip.text() == "Paused · ▼ 30 new")
    assert model.rowCount() == 440
    following.toggle_pause()
    shows(470)

    # sorted: what is new may stand anywhere
    view.session.sort_by("message", True)
    qtbot.waitUntil(lambda: not view.session.is_ascending)
    bar.setValue(20)
    sender.send(5)
    shows(475, sticks=False)
    assert bar.value() < bar.maximum()
    view.session.sort_by("", None)
    following.go_to_end()

    # cleared: only from view
    view.table.clearSelection()
    following.clear()
    qtbot.waitUntil(lambda: view.session.query == "line>475")
    sender.send(5)
    shows(5)
    view.way_back.step()
    shows(480)

    # what happens to the source is told, and marked at its row
    sender.close()
    qtbot.waitUntil(lambda: "closed the connection" in following.strip.label.text())
    assert not following.strip.isHidden()
    qtbot.waitUntil(lambda: "connected" in view.table.style_of_rows.extras.seams.get(0, ""))
    following.show_event(event("note", 3))
    assert view.table.current_record() == 3

    # the log ends
    window.receiving.stop()
    qtbot.waitUntil(lambda: following.sign() == ("", ""))
    qtbot.waitUntil(window.status.live.isHidden)
    assert live_log(window, view).spool.events()[-1].kind == "ended"


def test_a_log_at_rest_is_not_followed(view, qtbot):
    following = view.following
    assert following.sign() == ("", "")
    assert not following.sticks
    assert view.table.verticalScrollBar().value() == 0
    with qtbot.waitSignal(view.message):
        following.toggle_pause()
    assert not following.is_paused
    assert following.chip.isHidden()
    assert following.strip.isHidden()


def test_several_events_at_one_record_are_told_together():
    events = [event("connected", 0, "a."), event("note", 0, "b."), event("note", 0, "c."), event("renamed", 9, "d.")]
    assert seams_of(events) == {0: "b. c.", 9: "d."}


def test_passing_events_hide_by_themselves(qtbot):
    strip = EventStrip()
    qtbot.addWidget(strip)
    chosen: list[LogEvent] = []
    strip.event_chosen.connect(chosen.append)
    connected, renamed = event("connected", 1, "<b>x</b> connected."), event("renamed", 7, "renamed")
    strip.show_events([connected])
    assert strip._timer.isActive()
    assert strip.label.textFormat() == Qt.TextFormat.PlainText
    strip.show_events([connected, renamed])
    assert not strip._timer.isActive()
    strip.go.click()
    assert chosen == [renamed]
    strip.show_all()
    assert [action.text() for action in strip._group.actions()] == [sentence(renamed), sentence(connected)]
    strip._group.actions()[1].trigger()
    assert chosen == [renamed, connected]


def test_a_short_log_is_read_from_its_top_when_its_rows_get_less_room(qtbot, qapp, tmp_path):
    path = tmp_path / "short.log"
    path.write_text("".join(f"2026-01-01 10:00:{number:02d},000 - app - INFO - row {number}\n" for number in range(25)))
    with tab_of(path, qapp, height=1600, follow=True) as view:
        bar, model = view.table.verticalScrollBar(), view.table.log_model
        qtbot.waitUntil(lambda: model.rowCount() == 25 and view.is_idle() and bar.maximum() == 0)
        view.resize(1200, 500)
        qtbot.waitUntil(lambda: bar.maximum() > 0 and not view.following.sticks)
        assert bar.value() == 0

        # once somebody goes to the end it is followed, also in less room
        view.following.go_to_end()
        qtbot.waitUntil(lambda: view.following.sticks and bar.value() == bar.maximum())
        view.resize(1200, 450)
        qtbot.waitUntil(lambda: bar.value() == bar.maximum())
        assert view.following.sticks


def test_a_short_log_that_grows_beyond_its_room_is_followed(qtbot, qapp, tmp_path):
    path = tmp_path / "short.log"
    line = "2026-01-01 10:00:{0:02d},000 - app - INFO - row {0}\n"
    path.write_text("".join(map(line.format, range(5))))
    with tab_of(path, qapp, follow=True) as view:
        bar, model = view.table.verticalScrollBar(), view.table.log_model
        qtbot.waitUntil(lambda: view.following.sticks and model.rowCount() == 5)
        with path.open("a") as file:
            file.write("".join(map(line.format, range(5, 60))))
        qtbot.waitUntil(lambda: model.rowCount() == 60 and bar.value() == bar.maximum() > 0)
        assert view.following.sticks
