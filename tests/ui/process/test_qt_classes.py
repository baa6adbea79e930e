"""PySide's classes are made on the GUI thread, whoever asks for them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread

from aidebug_gui.store.protocol import Cancelled, CancelToken
from aidebug_gui.ui.process import qt_classes as module
from aidebug_gui.ui.process.qt_classes import QtClasses


@pytest.fixture
def threads(monkeypatch):
    """Return the threads on which classes were made."""
    seen = []

    def make_each():
        for _ in range(200):
            seen.append(QThread.currentThread())
            yield

    monkeypatch.setattr(module, "_make_each", make_each)
    return seen


def test_a_pool_thread_waits_for_the_gui_thread(qtbot, threads):
    classes = QtClasses()
    waiting = [threading.Thread(target=classes.wait, args=(CancelToken(),)) for _ in range(2)]
    for thread in waiting:
        thread.start()
    qtbot.waitUntil(lambda: not any(thread.is_alive() for thread in waiting))
    assert len(threads) == 200
    assert {thread is classes.thread() for thread in threads} == {True}


def test_the_gui_thread_does_not_wait_for_itself(qapp, threads):
    classes = QtClasses()
    classes.wait(CancelToken())
    classes.wait(CancelToken())
    assert len(threads) == 200


def test_who_waits_can_be_cancelled(qapp, threads):
    classes, token, told = QtClasses(), CancelToken(), []

    def wait():
        try:
            classes.wait(token)
        except Cancelled as error:
            told.append(error)

    thread = threading.Thread(target=wait)
    thread.start()  # no event is handled here: nobody makes the classes
    token.cancel()
    thread.join(5)
    assert len(told) == 1
