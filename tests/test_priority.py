"""Which threads run first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from aidebug_gui.priority import give_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nice concerns a whole process")


def test_a_thread_and_those_that_it_starts_give_way_to_the_first_one() -> None:
    found = []

    def look() -> None:
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def start_another() -> None:
        give_way()
        give_way()  # each job says so, on threads that had others before
        look()
        other = threading.Thread(target=look)
        other.start()
        other.join()

    before = os.getpriority(os.PRIO_PROCESS, os.getpid())
    thread = threading.Thread(target=start_another)
    thread.start()
    thread.join()
    assert found == [min(before + 5, 19)] * 2
    assert os.getpriority(os.PRIO_PROCESS, os.getpid()) == before


def test_the_first_thread_gives_way_to_nobody() -> None:
    before = os.getpriority(os.PRIO_PROCESS, os.getpid())
    give_way()
    assert os.getpriority(os.PRIO_PROCESS, os.getpid()) == before
