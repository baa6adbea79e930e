"""Jobs: results on the GUI thread, newest wins, errors, close."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.throttle import Throttle


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_result_arrives_on_the_gui_thread(qtbot, jobs):
    got = []

    def deliver(value: tuple[int, int]) -> None:
        got.append((QThread.currentThread(), value))

    jobs.run("sum", lambda cancel: (threading.get_ident(), 1 + 1), deliver)
    qtbot.waitUntil(lambda: bool(got))
    thread, (worker, value) = got[0]
    assert value == 2
    assert thread is jobs.thread()
    assert worker != threading.get_ident()
    assert jobs.is_idle()


def test_newest_of_a_kind_wins(qtbot, jobs):
    got: list[str] = []
    release = threading.Event()

    def slow(cancel: CancelToken) -> str:
        release.wait(5)
        return "old"

    token = jobs.run("filter", slow, got.append)
    jobs.run("filter", lambda cancel: "new", got.append)
    jobs.run("other", lambda cancel: "other", got.append)
    assert token.cancelled
    qtbot.waitUntil(lambda: len(got) == 2)
    release.set()
    qtbot.wait(50)
    assert sorted(got) == ["new", "other"]


def test_jobs_wait_their_turn_where_only_one_runs_at_once(qtbot):
    jobs = Jobs(at_once=1)
    release, started, got = threading.Event(), [], []

    def wait(cancel: CancelToken) -> str:
        started.append("first")
        release.wait(30)
        return "first"

    def note(cancel: CancelToken) -> str:
        started.append("more")
        return "more"

    jobs.run("first", wait, got.append)
    jobs.run("second", note, got.append)
    jobs.run("second", note, got.append)  # the one before it is never run
    jobs.run("third", note, got.append)
    jobs.cancel("third")
    qtbot.waitUntil(lambda: bool(started))
    assert jobs.kinds() == ["first", "second"]
    assert started == ["first"]
    release.set()
    qtbot.waitUntil(jobs.is_idle)
    assert got == started == ["first", "more"]
    assert jobs.close()


def test_a_job_that_was_replaced_keeps_no_other_waiting(qtbot):
    jobs = Jobs(at_once=1)
    release, got = threading.Event(), []
    jobs.run("filter", lambda cancel: release.wait(30), got.append)
    jobs.run("filter", lambda cancel: "new", got.append)
    qtbot.waitUntil(lambda: got == ["new"])
    release.set()
    assert jobs.close()


def test_cancelled_job_delivers_nothing(qtbot, jobs):
    got: list[object] = []

    def wait(cancel: CancelToken) -> None:
        while True:
            cancel.check()

    jobs.run("filter", wait, got.append, got.append)
    jobs.cancel("filter")
    assert jobs.close()
    qtbot.wait(20)
    assert got == []


def test_error_is_delivered(qtbot, jobs):
    errors: list[Exception] = []
    jobs.run("filter", lambda cancel: 1 // 0, errors.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_close_waits_and_drops(qtbot, jobs):
    got: list[object] = []
    jobs.run("slow", lambda cancel: threading.Event().wait(0.1), got.append)
    assert jobs.close()
    qtbot.wait(20)
    assert got == []


def test_close_tells_of_a_job_that_does_not_end(qtbot, jobs):
    started, release = threading.Event(), threading.Event()
    jobs.run("stuck", lambda cancel: started.set() or release.wait(5), lambda value: None)
    assert started.wait(5)
    assert not jobs.close(timeout_s=0.05)
    release.set()


def test_throttle_calls_first_and_last(qtbot):
    calls: list[int] = []
    parent = QObject()
    throttle = Throttle(lambda: calls.append(1), 30, parent)
    for _ in range(10):
        throttle()
    assert len(calls) == 1
    qtbot.waitUntil(lambda: len(calls) == 2)
    qtbot.wait(80)
    assert len(calls) == 2


def test_a_cancelled_job_is_told(qtbot, jobs):
    release = threading.Event()
    jobs.run("wait", lambda cancel: release.wait(10), lambda _: None)
    with qtbot.waitSignal(jobs.changed):
        jobs.cancel("wait")
    release.set()
    assert jobs.is_idle()
    with qtbot.assertNotEmitted(jobs.changed):
        jobs.cancel("wait")
