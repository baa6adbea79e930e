"""One question on its way at a time, and looks at a growing log that leave it room to grow."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from aidebug_gui.ui.fetch import Fetch
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.pace import Pace, extends


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


class Asker:
    """Asks for a number that waits for ``gate``."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked = 0
        self.answers: list[int] = []
        self.errors: list[Exception] = []

    def ask(self):
        self.asked += 1
        number = self.asked

        def question(cancel):
            self.gate.wait(5)
            cancel.check()
            if number < 0:
                raise ValueError
            return number

        return question


def make(jobs: Jobs, asker: Asker) -> Fetch:
    return Fetch(jobs, "number", asker.ask, asker.answers.append, asker.errors.append)


def test_many_calls_make_two_questions(qtbot, jobs):
    asker = Asker()
    fetch = make(jobs, asker)
    for _ in range(10):
        fetch.again()
    asker.gate.set()
    qtbot.waitUntil(lambda: asker.answers == [1, 2])
    assert jobs.is_idle()


def test_instead_drops_the_answer_that_is_awaited(qtbot, jobs):
    asker = Asker()
    fetch = make(jobs, asker)
    fetch.again()
    fetch.instead()
    asker.gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert asker.answers == [2]


def test_stop(qtbot, jobs):
    asker = Asker()
    fetch = make(jobs, asker)
    fetch.again()
    fetch.again()
    fetch.stop()
    asker.gate.set()
    qtbot.wait(30)
    assert asker.answers == []
    assert asker.asked == 1


def test_failure_is_handed_on_and_the_next_question_is_asked(qtbot, jobs):
    answers, errors = [], []

    def fail(cancel):
        raise ValueError("broken")

    fetch = Fetch(jobs, "number", lambda: fail, answers.append, errors.append)
    fetch.again()
    fetch.again()
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert answers == []


def test_nothing_to_ask(jobs):
    fetch = Fetch(jobs, "number", lambda: None, print, print)
    fetch.again()
    assert jobs.is_idle()


def test_pace_never_loses_the_last_call(qtbot, jobs, monkeypatch):
    monkeypatch.setattr("aidebug_gui.ui.pace.SHORTEST_S", 0.05)
    looks = []
    pace = Pace(jobs, lambda: looks.append(1))
    for _ in range(5):
        pace()
    assert len(looks) == 1
    assert pace.is_pending
    qtbot.waitUntil(lambda: len(looks) == 2)
    assert not pace.is_pending
    pace()
    pace.now()
    assert len(looks) == 3
    pace()
    pace.cancel()
    qtbot.wait(80)
    assert len(looks) == 3


def test_pace_waits_for_the_answers(qtbot, jobs, monkeypatch):
    monkeypatch.setattr("aidebug_gui.ui.pace.SHORTEST_S", 0.01)
    asker = Asker()
    fetch = make(jobs, asker)
    pace = Pace(jobs, fetch.again)
    pace()
    qtbot.wait(50)
    pace()
    assert asker.asked == 1
    asker.gate.set()
    qtbot.waitUntil(lambda: asker.answers == [1, 2])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, None, False),
        (None, [1], False),
        ([], [1], False),
        ([1, 5], [1, 5, 9], True),
        ([1, 5], [1, 5], True),
        ([1, 5], [1, 4, 5], False),
        ([1, 5], [1], False),
    ],
)
def test_extends(old, new, expected):
    def rows(numbers):
        return None if numbers is None else np.array(numbers, dtype=np.int64)

    assert extends(rows(old), rows(new)) is expected


def test_pace_goes_on_when_its_last_job_is_cancelled(qtbot, jobs, monkeypatch):
    monkeypatch.setattr("aidebug_gui.ui.pace.SHORTEST_S", 0.01)
    monkeypatch.setattr("aidebug_gui.ui.pace.LONGEST_S", 0.05)
    release = threading.Event()
    looks = []

    def look():
        looks.append(1)
        if len(looks) == 1:
            jobs.run("look", lambda cancel: release.wait(10), lambda _: None)

    pace = Pace(jobs, look)
    pace()
    pace()
    assert pace.is_pending
    jobs.cancel("look")
    qtbot.waitUntil(lambda: len(looks) == 2)
    release.set()
    assert not pace.is_pending


def test_pace_goes_on_after_a_look_that_failed(qtbot, jobs, monkeypatch):
    monkeypatch.setattr("aidebug_gui.ui.pace.SHORTEST_S", 0.01)
    looks = []

    def look():
        looks.append(1)
        if len(looks) == 1:
            raise RuntimeError("on purpose")

    pace = Pace(jobs, look)
    with pytest.raises(RuntimeError):
        pace()
    pace()
    qtbot.waitUntil(lambda: len(looks) == 2)
