"""The session: filter, growth, sort, context, on the real engine."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.session import LogSession, Selected


def apply(qtbot, session, query):
    session.apply(query)
    qtbot.waitUntil(session.is_idle)


def test_no_filter_shows_all(session):
    assert session.order is None
    assert session.shown == 1200


def test_filter(qtbot, session):
    apply(qtbot, session, "level:error")
    assert session.selection.tolist() == list(range(5, 1200, 6))
    assert session.shown == 200
    apply(qtbot, session, "  ")
    assert session.selection is None


def test_a_bad_filter_changes_nothing(qtbot, session):
    apply(qtbot, session, "level:error")
    with qtbot.waitSignal(session.filter_failed) as failed:
        session.apply("level:wran")
    assert isinstance(failed.args[0], FilterError)
    assert session.query == "level:error"
    assert session.shown == 200


def test_the_newest_filter_wins(qtbot, session):
    for query in ("level:error", "level:debug", "score<0.1 level:info"):
        session.apply(query)
    qtbot.waitUntil(session.is_idle)
    assert session.query == "score<0.1 level:info"


def test_levels_are_counted_under_the_rest_of_the_filter(qtbot, session):
    counts = []
    session.levels_counted.connect(counts.append)
    apply(qtbot, session, "model:gpt-4o level>=error")
    assert {level: count for level, count in counts[-1].items() if count} == {20: 600}
    apply(qtbot, session, "model:fraud-v3 level>=error")
    assert {level: count for level, count in counts[-1].items() if count} == {10: 200, 30: 200, 40: 200}


def test_sort_and_back(qtbot, session):
    session.sort_by("latency_ms", True)
    qtbot.waitUntil(session.is_idle)
    assert session.order[0] in (699, 1399)
    assert not session.is_ascending
    session.sort_by("latency_ms", None)
    assert session.order is None
    assert session.is_ascending


def test_sort_follows_the_filter(qtbot, session):
    session.sort_by("score", False)
    apply(qtbot, session, "level:error")
    qtbot.waitUntil(lambda: session.order is not None and len(session.order) == 200)


def test_context(qtbot, session):
    session.set_context(True)
    assert not session.in_context  # nothing is filtered
    apply(qtbot, session, "level:error")
    session.set_context(True)
    assert session.order is None
    assert session.shown == 200
    session.set_context(False)
    assert len(session.order) == 200


def test_filter_while_reading_finds_everything_once(qtbot, tmp_path, qapp):
    path = tmp_path / "growing.log"
    line = "2026-01-01 10:00:00,000 - app - {} - message {} ##########################################\n"
    path.write_text("".join(line.format("ERROR" if at % 7 == 0 else "INFO", at) for at in range(150_000)))
    jobs = Jobs()
    session = LogSession(open_log(path), jobs)
    session.apply("level:error")
    try:
        qtbot.waitUntil(session.is_idle)
        assert session.state.records == 150_000
        assert np.array_equal(session.selection, np.arange(0, 150_000, 7))
    finally:
        session.close()


@pytest.mark.parametrize("query", ["has:traceback", "extra.tokens>1190", "/NEEDLE \\d+/", "last:1m"])
def test_queries_of_all_kinds(qtbot, session, query):
    apply(qtbot, session, query)
    assert session.query == query
    assert session.shown < 1200


def test_new_rows_come_before_they_are_counted(qtbot, session):
    told = []
    session.order_changed.connect(lambda: told.append(("rows", "levels" in session.jobs.kinds())))
    session.selection_changed.connect(lambda: told.append(("selection", "levels" in session.jobs.kinds())))
    session._count_levels.cancel()  # no interval is left that would put the counting off
    session.apply("level:error")
    with qtbot.waitSignal(session.selection_changed):
        pass
    assert told == [("rows", False), ("selection", False)]
    assert "levels" in session.jobs.kinds()


def test_records_that_came_while_the_filter_ran_are_filtered_too(qtbot, session):
    session.apply("level:error")
    qtbot.waitUntil(session.is_idle)
    rows = session.selection
    session._on_selected(Selected("level:error", rows[:100], int(rows[100])))  # the log was read on meanwhile
    qtbot.waitUntil(session.is_idle)
    assert np.array_equal(session.selection, rows)


def test_reading_that_was_stopped_is_told(qtbot, tmp_path, qapp):
    path = tmp_path / "long.log"
    path.write_text("2026-01-01 10:00:00,000 - app - INFO - message\n" * 1_500_000)
    session = LogSession(open_log(path), Jobs())
    session.store.cancel_reading()
    try:
        qtbot.waitUntil(session.is_idle)
        assert session.state.cancelled
    finally:
        session.close()


def test_a_filter_sees_what_the_last_record_gets_later(qtbot, tmp_path, qapp):
    path = tmp_path / "live.log"
    path.write_text("INFO:root:one\nERROR:root:two\n")
    session = LogSession(open_log(path, follow=True), Jobs())
    try:
        qtbot.waitUntil(lambda: session.is_idle() and session.state.records == 2)
        session.apply("/boom/")
        qtbot.waitUntil(lambda: session.query == "/boom/" and session.is_idle())
        assert session.shown == 0
        for line, found in (("  File a.py\n", []), ("ValueError: boom\n", [1]), ("INFO:root:boom\n", [1, 2])):
            with path.open("a") as file:
                file.write(line)
            qtbot.waitUntil(lambda found=found: session.selection.tolist() == found)
    finally:
        session.close()
